import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDraftAround } from '../../forms/draft.js';
import { Field } from '../../forms/field.js';
import { Folded } from '../../forms/folded.js';
import { Grid, Group } from './group.js';

const arrest = ['arrestedOn', 'agency', 'chargeLevel', 'chargeDescription'];
const more = ['county', 'precinct', 'chargeCategory', 'disposition', 'nextCourtOn', 'process', 'release'];

/** Where it began; an arrest is only one reason why somebody is fingerprinted. */
export function ArrestGroup() {
  const { t } = useTranslation(['intake', 'fingerprintEvent']);
  const draft = useDraftAround();
  const arrested = Boolean(draft.get('arrest.arrestedOn'));
  const reason = draft.get('fingerprintEvent.reason');
  const none = Boolean(draft.get('noPrints'));
  return (
    <Group title={t('arrest.title')} says={t('arrest.says')}>
      <Grid>
        {arrest.map((name) => (
          <Field
            optional
            key={name}
            noun="CreateArrest"
            name={name}
            path={`arrest.${name}`}
            unset={name === 'chargeLevel' ? t('fingerprintEvent:values.any.unknown') : undefined}
          />
        ))}
        {!none && (
          <>
            <Field optional noun="CreateFingerprintEvent" name="takenOn" path="fingerprintEvent.takenOn" />
            <Field
              optional
              noun="CreateFingerprintEvent"
              name="reason"
              path="fingerprintEvent.reason"
              unset={t(arrested ? 'fingerprintEvent:values.reason.arrest' : 'fingerprintEvent:values.any.unknown')}
            />
            {reason === 'civil_inquiry' && (
              <Field optional noun="CreateFingerprintEvent" name="civilReason" path="fingerprintEvent.civilReason" />
            )}
          </>
        )}
      </Grid>
      {arrested && (
        <Checkbox
          label={t('arrest.noPrints')}
          checked={none}
          onChange={({ currentTarget }) => draft.set('noPrints', currentTarget.checked)}
        />
      )}
      <Folded
        title={t('arrest.more')}
        says={t('arrest.moreSays')}
        open={more.some((name) => `arrest.${name}` in draft.errors)}
      >
        <Grid>
          {more.map((name) => (
            <Field
              optional
              key={name}
              noun="CreateArrest"
              name={name}
              path={`arrest.${name}`}
              lean={name === 'nextCourtOn' ? 'future' : 'past'}
            />
          ))}
        </Grid>
      </Folded>
    </Group>
  );
}
