import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appointmentsOutcome } from '../../api/client.js';
import { written, type Values } from '../../forms/draft.js';
import { Field } from '../../forms/field.js';
import fields from '../../forms/fields.module.css';
import { Folded } from '../../forms/folded.js';
import { RecordForm } from '../../forms/record-form.js';
import { isDraftKept } from '../../forms/sealed-drafts.js';
import { useMay } from '../../lib/session.js';
import type { Once } from '../../lib/version.js';
import { Section } from '../../ui/page.js';
import { FieldList } from '../cases/field-list.js';
import styles from './day-page.module.css';
import type { Appointment } from './queries.js';

const told = [
  'outcome',
  'attorneyAdmitted',
  'officerInitialStatement',
  'supervisorReversed',
  'officers',
  'documentsReceived',
  'debrief',
] as const;

/** What came of it, and when to come again, in one step. */
export function OutcomeSection({ appointment }: { appointment: Appointment }) {
  const { t } = useTranslation('day');
  const may = useMay();
  const client = useQueryClient();
  const values = appointment as unknown as Values;
  const kept = `outcome ${appointment.id}`;
  const ended = appointment.liveState === 'out_safe' || appointment.liveState === 'detained_confirmed';
  const [writing, setWriting] = useState(() => isDraftKept(kept));
  if (!may('appointment.live')) return null;
  const open = writing || (ended && !appointment.outcome);
  const before = Object.fromEntries(told.map((name) => [name, values[name]]));
  const save = (draft: Values, _base: Values, once: Once) => {
    const { nextAppointment, ...rest } = draft;
    const next = written(nextAppointment) as Values | undefined;
    const body = {
      ...(written(rest) as object),
      ...(next
        ? { nextAppointment: { kind: appointment.kind, placeId: appointment.placeId, zone: appointment.zone, ...next } }
        : {}),
    };
    return appointmentsOutcome(appointment.id, body as never, {}, once);
  };
  return (
    <Section
      title={t('outcome')}
      actions={
        !open && (
          <Button size="compact-sm" variant="subtle" onClick={() => setWriting(true)}>
            {t(appointment.outcome ? 'common:change' : 'writeOutcome')}
          </Button>
        )
      }
    >
      {open ? (
        <div className={styles.form}>
          <RecordForm
            noun="RecordOutcome"
            kept={kept}
            groups={[{ fields: told }]}
            initial={{
              ...before,
              outcome: before.outcome ?? (appointment.liveState === 'detained_confirmed' ? 'detained' : undefined),
            }}
            save={save}
            onSaved={() => {
              setWriting(false);
              void client.invalidateQueries({ queryKey: ['appointments'] });
              void client.invalidateQueries({ queryKey: ['clients'] });
            }}
            onCancel={writing ? () => setWriting(false) : undefined}
          >
            <Folded title={t('next')} says={t('nextSays')}>
              <div className={fields.grid}>
                <Field noun="NextAppointment" name="startsAt" path="nextAppointment.startsAt" lean="future" />
                <Field noun="NextAppointment" name="placeId" path="nextAppointment.placeId" />
                <Field noun="NextAppointment" name="room" path="nextAppointment.room" />
              </div>
            </Folded>
          </RecordForm>
        </div>
      ) : (
        <FieldList noun="RecordOutcome" fields={told} values={values} />
      )}
    </Section>
  );
}
