import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTaps } from '../../features/appointments/live-taps.js';
import styles from './overdue-strip.module.css';

/** Across the top of every page but the day's own while taps of it wait for a line, or one was not taken. */
export function WaitingTapsStrip() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { waiting, late, refused } = useTaps();
  const isElsewhere = ({ appointmentId }: { appointmentId: string }) => pathname !== `/appointments/${appointmentId}`;
  const unsent = late ? waiting.filter(isElsewhere) : [];
  const untaken = refused.filter(isElsewhere);
  const first = untaken[0] ?? unsent[0];
  if (!first) return null;
  return (
    <div className={styles.strip} data-tone="owed" role="status">
      <span>
        {untaken.length > 0 ? t('taps.untaken', { count: untaken.length }) : t('taps.unsent', { count: unsent.length })}
      </span>
      <Link to="/appointments/$appointmentId" params={{ appointmentId: first.appointmentId }}>
        {t('taps.look')}
      </Link>
    </div>
  );
}
