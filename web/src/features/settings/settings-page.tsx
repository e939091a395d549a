import { useMediaQuery } from '@mantine/hooks';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/session.js';
import navigation from '../../ui/navigation.module.css';
import { Page } from '../../ui/page.js';
import { areas } from './areas.js';
import styles from './settings-page.module.css';

export function SettingsPage() {
  const { t } = useTranslation('settings');
  return (
    <Page title={t('common:place.settings')} wide>
      <div className={styles.beside}>
        <Areas />
        <div className={styles.area}>
          <Outlet />
        </div>
      </div>
    </Page>
  );
}

/** The pages that are somebody's, in groups: beside the page, or folded above it where there is no room. */
function Areas() {
  const { t } = useTranslation('settings');
  const may = useMay();
  const { pathname } = useLocation();
  const isWide = useMediaQuery('(min-width: 960px)', true, { getInitialValueInEffect: false });
  const [open, setOpen] = useState(false);
  const mine = areas
    .map(({ name, pages }) => ({ name, pages: pages.filter(({ needs }) => !needs || needs.some(may)) }))
    .filter(({ pages }) => pages.length > 0);
  const here = mine.flatMap(({ pages }) => pages).find(({ to }) => to === pathname);
  return (
    <nav className={`${navigation.navigation} ${styles.areas} no-print`} aria-label={t('common:place.settings')}>
      {!isWide && (
        <button type="button" className={styles.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
          {here ? t(here.title) : t('common:place.settings')}
        </button>
      )}
      {(isWide || open) &&
        mine.map(({ name, pages }) => (
          <div key={name}>
            <h2>{t(`area.${name}`)}</h2>
            <ul className="bare">
              {pages.map(({ to, title }) => (
                <li key={to}>
                  <Link to={to} activeOptions={{ exact: true }} onClick={() => setOpen(false)}>
                    {t(title)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </nav>
  );
}
