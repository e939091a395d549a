import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/session.js';
import { Page } from '../../ui/page.js';

/** For roles that see no cases: says so, and where their work is. */
export function Administering() {
  const { t } = useTranslation('today');
  const may = useMay();
  return (
    <Page title={t('common:place.today')}>
      <p style={{ margin: 0 }}>{t('noCases')}</p>
      {may('users.manage') && (
        <p style={{ margin: 0 }}>
          <Link to="/settings/users">{t('addPeople')}</Link>
        </p>
      )}
    </Page>
  );
}
