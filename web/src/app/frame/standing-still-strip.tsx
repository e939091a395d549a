import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isStandingStill, remindersStatusQuery } from '../../features/reminders/queries.js';
import styles from './overdue-strip.module.css';

/** Red across the top of every page while reminders and alarms do not go out. */
export function StandingStillStrip() {
  const { t } = useTranslation();
  const { data } = useQuery({ ...remindersStatusQuery, refetchInterval: 60_000 });
  if (!data || !isStandingStill(data)) return null;
  return (
    <div className={styles.strip} role="alert">
      <span>{t('standingStill')}</span>
      <Link to="/reminders">{t('place.reminders')}</Link>
    </div>
  );
}
