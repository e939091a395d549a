import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appointmentsGet, appointmentsOutcome } from '../../api/client.js';
import { changesOf, written, type Values } from '../../forms/draft.js';
import { Field } from '../../forms/field.js';
import fields from '../../forms/fields.module.css';
import { Folded } from '../../forms/folded.js';
import { RecordForm } from '../../forms/record-form.js';
import { isDraftKept } from '../../forms/sealed-drafts.js';
import { useMay } from '../../lib/session.js';
import { ifMatch, type Once } from '../../lib/version.js';
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

const toldOf = (values: Values): Values => Object.fromEntries(told.map((name) => [name, values[name]]));

/** What the form begins with, and the version that it is written upon. */
function formOf(appointment: Appointment): Values {
  const detained = appointment.liveState === 'detained_confirmed' ? 'detained' : undefined;
  return {
    ...toldOf(appointment),
    version: appointment.version,
    outcome: appointment.outcome ?? detained,
  };
}

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
  const save = (draft: Values, base: Values, once: Once) => {
    const next = written(draft.nextAppointment) as Values | undefined;
    const body = {
      ...(written(toldOf(draft)) as object),
      ...(next
        ? { nextAppointment: { kind: appointment.kind, placeId: appointment.placeId, zone: appointment.zone, ...next } }
        : {}),
    };
    // Taps of the day raise the version as well: it is of no matter while nobody told of the outcome.
    const now = formOf(appointment);
    const isAsBegun = Object.keys(changesOf(toldOf(base), toldOf(now))).length === 0;
    return appointmentsOutcome(appointment.id, body as never, { ifMatch: ifMatch(isAsBegun ? now : base) }, once);
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
            initial={formOf(appointment)}
            save={save}
            latest={async () => formOf((await appointmentsGet(appointment.id)) as Appointment)}
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
