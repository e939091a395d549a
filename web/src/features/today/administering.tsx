import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/session.js';
import { Page } from '../../ui/page.js';
import styles from './owed.module.css';

/** For roles that see no cases: says so, and where their work is. */
export function Administering() {
  const { t } = useTranslation('today');
  const may = useMay();
  return (
    <Page title={t('common:place.today')}>
      <p style={{ margin: 0 }}>{t('noCases')}</p>
      <ul className={styles.work}>
        {may('users.manage') && (
          <li>
            <Link to="/settings/users">{t('addPeople')}</Link>
          </li>
        )}
        {may('audit.read') && (
          <li>
            <Link to="/audit">{t('seeAudit')}</Link>
          </li>
        )}
        {may('access_review.read') && (
          <li>
            <Link to="/settings/access-reviews">{t('seeReviews')}</Link>
          </li>
        )}
        {may('break_glass.read') && (
          <li>
            <Link to="/settings/emergencies">{t('seeEmergencies')}</Link>
          </li>
        )}
        <li>
          <Link to="/settings/organization">{t('seePlaces')}</Link>
        </li>
      </ul>
    </Page>
  );
}
