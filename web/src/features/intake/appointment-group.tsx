import { useTranslation } from 'react-i18next';
import { Field } from '../../forms/field.js';
import { Grid, Group } from './group.js';

export function AppointmentGroup() {
  const { t } = useTranslation(['intake', 'appointment']);
  return (
    <Group title={t('appointment.title')}>
      <Grid>
        <Field optional noun="CreateAppointment" name="startsAt" path="appointment.startsAt" lean="future" />
        <Field
          optional
          noun="CreateAppointment"
          name="kind"
          path="appointment.kind"
          unset={t('appointment:values.kind.call_in_letter')}
        />
        <Field optional noun="CreateAppointment" name="placeId" path="appointment.placeId" />
        <Field optional noun="CreateAppointment" name="room" path="appointment.room" />
      </Grid>
    </Group>
  );
}
