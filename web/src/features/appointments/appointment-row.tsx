import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentOnTheDay } from '../../api/client.js';
import { timeAt } from '../../lib/days.js';
import { PersonName } from '../../ui/person-name.js';
import styles from './appointment-row.module.css';
import { LiveMark } from './live-mark.js';

interface Props {
  appointment: AppointmentOnTheDay;
  children?: ReactNode;
}

/** One line of a day sheet: when, who, what, where, with whom, and how it stands. */
export function AppointmentRow({ appointment, children }: Props) {
  const { t } = useTranslation(['appointment', 'appointments']);
  const coming = appointment.accompaniments.filter(({ rsvp }) => rsvp === 'yes');
  const cancelled = appointment.status === 'cancelled' || appointment.status.startsWith('rescheduled');
  return (
    <li className={styles.row} data-cancelled={cancelled || undefined}>
      <time className={styles.time} dateTime={appointment.startsAt}>
        {timeAt(appointment.startsAt, appointment.zone)}
      </time>
      <div className={styles.who}>
        <Link to="/appointments/$appointmentId" params={{ appointmentId: appointment.id }} className="code">
          {appointment.code}
        </Link>{' '}
        <PersonName legalName={appointment.legalName} preferredName={appointment.preferredName} />
        <div className="muted">
          {t(`values.kind.${appointment.kind}`)} · {appointment.placeName}
          {appointment.room ? `, ${appointment.room}` : ''}
        </div>
      </div>
      <div className={styles.with}>
        {cancelled ? (
          <span className="muted">{t(`values.status.${appointment.status}`)}</span>
        ) : coming.length > 0 ? (
          <span className="muted">
            {t('appointments:with', { names: coming.map(({ name }) => name ?? t('appointments:somebody')).join(', ') })}
          </span>
        ) : appointment.accompaniments.length > 0 ? (
          <span className={styles.owed}>{t('appointments:asked')}</span>
        ) : (
          <span className={styles.owed}>{t('appointments:nobody')}</span>
        )}
      </div>
      <div className={styles.state}>
        <LiveMark appointment={appointment} />
        {children}
      </div>
    </li>
  );
}

export function Appointments({ children }: { children: ReactNode }) {
  return <ul className={styles.rows}>{children}</ul>;
}
