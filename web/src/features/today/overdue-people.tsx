import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentOnTheDay } from '../../api/client.js';
import { phoneInWords } from '../../lib/typed-numbers.js';
import { timeOrDayAt } from '../../lib/days.js';
import { PersonName } from '../../ui/person-name.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Alarm } from '../appointments/alarm.js';
import { LiveMark } from '../appointments/live-mark.js';
import { useLiveTap } from '../appointments/live-taps.js';
import { ReallyDetained } from '../appointments/really-detained.js';
import styles from './overdue-people.module.css';

export function OverduePeople({ people }: { people: AppointmentOnTheDay[] }) {
  const { t } = useTranslation('today');
  if (people.length === 0) return null;
  return (
    <section aria-label={t('overdue')} className={styles.overdue}>
      <h2>{t('overdue')}</h2>
      <ul>
        {people.map((appointment) => (
          <OverduePerson key={appointment.id} appointment={appointment} />
        ))}
      </ul>
    </section>
  );
}

function OverduePerson({ appointment }: { appointment: AppointmentOnTheDay }) {
  const { t, i18n } = useTranslation('today');
  const { language } = i18n;
  const { tap, pending, error } = useLiveTap(appointment.id);
  const [asking, setAsking] = useState(false);
  const { zone, calledInAt, dueOutBy, attorneyPhone } = appointment;
  return (
    <li>
      <div>
        <Link to="/appointments/$appointmentId" params={{ appointmentId: appointment.id }} className="code">
          {appointment.code}
        </Link>{' '}
        <PersonName legalName={appointment.legalName} preferredName={appointment.preferredName} />{' '}
        <LiveMark appointment={appointment} />
        <div className="muted">
          {[
            appointment.placeName,
            calledInAt && t('calledInAt', { time: timeOrDayAt(calledInAt, zone, language) }),
            dueOutBy && t('dueOutAt', { time: timeOrDayAt(dueOutBy, zone, language) }),
          ]
            .filter(Boolean)
            .join(', ')}
        </div>
        <Alarm appointment={appointment} />
      </div>
      <div className={styles.actions}>
        {attorneyPhone && (
          <Button component="a" href={`tel:${attorneyPhone}`} variant="default" aria-label={t('callAttorney')}>
            {t('call', { phone: phoneInWords(attorneyPhone) })}
          </Button>
        )}
        <Button
          variant="default"
          loading={pending.some(({ event }) => event === 'out_safe')}
          onClick={() => tap('out_safe')}
        >
          {t('out')}
        </Button>
        <Button
          color="red.9"
          loading={pending.some(({ event }) => event === 'detained')}
          onClick={() => setAsking(true)}
        >
          {t('detained')}
        </Button>
      </div>
      {asking && (
        <ReallyDetained
          yes={() => {
            setAsking(false);
            tap('detained');
          }}
          no={() => setAsking(false)}
        />
      )}
      <ProblemNotice error={error} />
    </li>
  );
}
