import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/session.js';
import { Page } from '../../ui/page.js';
import styles from './settings.module.css';

export function SettingsPage() {
  const { t } = useTranslation('settings');
  const may = useMay();
  return (
    <Page title={t('common:place.settings')} wide>
      <nav className={`${styles.tabs} no-print`} aria-label={t('common:place.settings')}>
        <Link to="/settings" activeOptions={{ exact: true }}>
          {t('account.title')}
        </Link>
        {may('directory.read') && <Link to="/settings/users">{t('users.title')}</Link>}
        {may('tokens.manage') && <Link to="/settings/tokens">{t('tokens.title')}</Link>}
        <Link to="/settings/places">{t('places.title')}</Link>
        <Link to="/settings/organization">{t('organization.title')}</Link>
        {may('plan.manage') && <Link to="/settings/reminder-plan">{t('plan')}</Link>}
        {may('break_glass.read') && <Link to="/settings/emergencies">{t('emergencies')}</Link>}
        {may('access_review.read') && <Link to="/settings/access-reviews">{t('accessReviews')}</Link>}
      </nav>
      <Outlet />
    </Page>
  );
}
