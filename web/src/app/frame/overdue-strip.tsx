import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { overdueQuery } from '../../features/appointments/queries.js';
import styles from './overdue-strip.module.css';

/** Red across the top of every page while somebody has not come out. */
export function OverdueStrip() {
  const { t } = useTranslation();
  const { data } = useQuery(overdueQuery);
  const overdue = data ?? [];
  if (overdue.length === 0) return null;
  return (
    <div className={styles.strip} role="alert">
      <span>{t('overdue', { count: overdue.length })}</span>
      {overdue.slice(0, 3).map((appointment) => (
        <Link key={appointment.id} to="/appointments/$appointmentId" params={{ appointmentId: appointment.id }}>
          {appointment.code}
        </Link>
      ))}
    </div>
  );
}
