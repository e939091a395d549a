import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { organizationQuery } from '../../features/settings/queries.js';
import styles from './overdue-strip.module.css';

/** Across the top of every page of an administrator while nobody else can sign in. */
export function LockdownStrip() {
  const { t } = useTranslation();
  const { data } = useQuery({ ...organizationQuery, refetchInterval: 60_000 });
  if (!data?.lockedDownAt) return null;
  return (
    <div className={styles.strip} data-tone="owed" role="status">
      <span>{t('lockedDown')}</span>
      <Link to="/settings/organization">{t('lockedDownEnd')}</Link>
    </div>
  );
}
