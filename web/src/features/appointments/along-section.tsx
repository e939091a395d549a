import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  accompanimentsAdd,
  accompanimentsChange,
  type AppointmentAnswer,
  type AppointmentOnTheDay,
} from '../../api/client.js';
import { written } from '../../forms/draft.js';
import { RecordForm } from '../../forms/record-form.js';
import { useMay } from '../../lib/session.js';
import { ifMatch } from '../../lib/version.js';
import { Empty, Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import styles from './day-page.module.css';
import type { Appointment } from './queries.js';

type Person = AppointmentAnswer['accompaniments'][number] | AppointmentOnTheDay['accompaniments'][number];

const nameOf = (person: Person) =>
  ('name' in person ? person.name : (person.userName ?? person.personName)) ?? undefined;

/** Who goes along, and finding somebody who does. */
export function AlongSection({ appointment }: { appointment: Appointment }) {
  const { t } = useTranslation(['day', 'accompaniment', 'appointments']);
  const may = useMay();
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: ['appointments'] });
  const answer = useMutation({
    mutationFn: ({ person, rsvp }: { person: Person & { version: number }; rsvp: 'yes' | 'no' }) =>
      accompanimentsChange(person.id, ifMatch(person), { rsvp }),
    onSettled: refresh,
  });
  const writes = may('case.write');
  const people: Person[] = appointment.accompaniments;
  return (
    <Section
      title={t('along')}
      actions={
        writes &&
        !adding && (
          <Button size="compact-sm" variant="subtle" onClick={() => setAdding(true)}>
            {t('assign')}
          </Button>
        )
      }
    >
      {people.length === 0 && !adding && <Empty>{t('appointments:nobody')}</Empty>}
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.id}>
            <strong>{nameOf(person) ?? t('appointments:somebody')}</strong>
            {person.role && (
              <span className="muted">
                {t([`accompaniment:values.role.${person.role}`, `accompaniment:values.any.${person.role}`])}
              </span>
            )}
            <span className={person.rsvp === 'yes' ? undefined : styles.owed}>
              {t(`accompaniment:values.rsvp.${person.rsvp}`)}
            </span>
            {writes && person.rsvp === 'asked' && 'version' in person && (
              <span className={styles.answers}>
                <Button size="compact-sm" variant="default" onClick={() => answer.mutate({ person, rsvp: 'yes' })}>
                  {t('accompaniment:values.rsvp.yes')}
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => answer.mutate({ person, rsvp: 'no' })}>
                  {t('accompaniment:values.rsvp.no')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      <ProblemNotice error={answer.error} />
      {adding && (
        <RecordForm
          noun="CreateAccompaniment"
          kept={`along ${appointment.id}`}
          groups={[{ fields: ['userId', 'personName', 'personPhone', 'role', 'rsvp'] }]}
          initial={{ rsvp: 'asked' }}
          save={(values, _base, once) => accompanimentsAdd(appointment.id, written(values) as never, once)}
          onSaved={() => {
            setAdding(false);
            void refresh();
          }}
          onCancel={() => setAdding(false)}
        />
      )}
    </Section>
  );
}
