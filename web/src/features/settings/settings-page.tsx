import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/session.js';
import { Page } from '../../ui/page.js';
import styles from './settings.module.css';

export function SettingsPage() {
  const { t } = useTranslation('settings');
  const may = useMay();
  return (
    <Page title={t('common:place.settings')}>
      <nav className={`${styles.tabs} no-print`} aria-label={t('common:place.settings')}>
        <Link to="/settings" activeOptions={{ exact: true }}>
          {t('account.title')}
        </Link>
        {may('directory.read') && <Link to="/settings/users">{t('users.title')}</Link>}
        <Link to="/settings/places">{t('places.title')}</Link>
        <Link to="/settings/organization">{t('organization.title')}</Link>
        {may('break_glass.read') && <Link to="/settings/emergencies">{t('emergencies')}</Link>}
      </nav>
      <Outlet />
    </Page>
  );
}
