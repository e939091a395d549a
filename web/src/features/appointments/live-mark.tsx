import { useTranslation } from 'react-i18next';
import { minutesInWords, timeAt } from '../../lib/days.js';
import { useNow } from '../../lib/use-now.js';
import styles from './live-mark.module.css';

interface Props {
  appointment: {
    liveState: string;
    overdue: boolean;
    zone: string;
    arrivedAt?: string | null;
    calledInAt?: string | null;
    outAt?: string | null;
    dueOutBy?: string | null;
    outcome?: string | null;
  };
}

/** How it stands on the day, in words; red only while a person is in danger. */
export function LiveMark({ appointment }: Props) {
  const { t } = useTranslation(['appointment', 'appointments']);
  const now = useNow(30_000);
  const { liveState, overdue, dueOutBy, zone } = appointment;
  if (overdue || liveState === 'overdue') {
    const minutes = dueOutBy ? Math.max(0, Math.round((now - Date.parse(dueOutBy)) / 60_000)) : 0;
    return <strong className={styles.danger}>{t('appointments:overdueBy', { time: minutesInWords(minutes) })}</strong>;
  }
  if (liveState === 'detained_confirmed')
    return <strong className={styles.danger}>{t('values.liveState.detained_confirmed')}</strong>;
  if (appointment.outcome)
    return (
      <span className="muted">{t([`values.outcome.${appointment.outcome}`, `values.any.${appointment.outcome}`])}</span>
    );
  if (liveState === 'not_started' || liveState === 'closed') return null;
  const since = { arrived: appointment.arrivedAt, called_in: appointment.calledInAt, out_safe: appointment.outAt }[
    liveState
  ];
  return (
    <span className={liveState === 'out_safe' ? styles.done : styles.here}>
      {t(`values.liveState.${liveState}`)} {since ? timeAt(since, zone) : ''}
    </span>
  );
}
