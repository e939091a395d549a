import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayAt, dayInWords, timeAt, zoneInWords } from '../../lib/days.js';
import styles from './day-page.module.css';
import { LiveButtons } from './live-buttons.js';
import type { KeptAppointment } from './kept-day.js';
import { appointmentQuery } from './queries.js';

/** The day of an appointment as it is known without a line: when, where, and four buttons. */
export function KeptDayView({ appointment }: { appointment: KeptAppointment }) {
  const { t, i18n } = useTranslation('day');
  const { language } = i18n;
  // What the server answers to a tap, before the page itself is asked for again.
  const { data } = useQuery({ ...appointmentQuery(appointment.id), enabled: false });
  const { startsAt, zone, placeName, room, code } = appointment;
  return (
    <>
      <div>
        <p className="code">{code}</p>
        <p className={styles.when}>
          <time dateTime={startsAt}>{timeAt(startsAt, zone)}</time> {dayInWords(dayAt(startsAt, zone), language)}{' '}
          <span className={`muted ${styles.zone}`}>({zoneInWords(zone, language)})</span>
        </p>
        <p>
          <strong>{placeName}</strong>
          {room && `, ${room}`}
        </p>
      </div>
      <LiveButtons appointment={data ?? appointment} />
      <p className="muted">{t('notKept')}</p>
    </>
  );
}
