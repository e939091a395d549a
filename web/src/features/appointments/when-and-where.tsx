import { useTranslation } from 'react-i18next';
import { dayAt, dayInWords, timeAt, zoneInWords } from '../../lib/days.js';
import styles from './day-page.module.css';
import type { Appointment } from './queries.js';

/** The time on the clocks there, large, and the place. */
export function WhenAndWhere({
  appointment: { startsAt, zone, placeName, room },
}: {
  appointment: Pick<Appointment, 'startsAt' | 'zone' | 'placeName' | 'room'>;
}) {
  const { language } = useTranslation().i18n;
  return (
    <>
      <p className={styles.when}>
        <time dateTime={startsAt}>{timeAt(startsAt, zone)}</time> {dayInWords(dayAt(startsAt, zone), language)}{' '}
        <span className={`muted ${styles.zone}`}>({zoneInWords(zone, language)})</span>
      </p>
      <p>
        <strong>{placeName}</strong>
        {room && `, ${room}`}
      </p>
    </>
  );
}
