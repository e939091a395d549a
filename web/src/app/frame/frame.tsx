import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeepingTheDay } from '../../features/appointments/keeping-the-day.js';
import { useSendingTaps } from '../../features/appointments/live-taps.js';
import { useMay, useMe } from '../../lib/session.js';
import { ErrorBoundary } from '../../ui/error-boundary.js';
import navigation from '../../ui/navigation.module.css';
import { Waiting } from '../../ui/waiting.js';
import { ErrorPage } from '../error-page.js';
import { IdleLock } from './idle-lock.js';
import { useLiveUpdates } from './live-updates.js';
import { useServiceWorker } from './service-worker.js';
import { LockdownStrip } from './lockdown-strip.js';
import { OverdueStrip } from './overdue-strip.js';
import { StandingStillStrip } from './standing-still-strip.js';
import { usePlaces, type PlaceInFrame } from './places.js';
import { useSearchOpen } from './search-open.js';
import { WaitingTapsStrip } from './waiting-taps-strip.js';
import { Who } from './who.js';
import styles from './frame.module.css';

const Palette = lazy(() => import('./palette/palette.js').then(({ Palette: Found }) => ({ default: Found })));

/** Rail on wide screens, bottom bar on phones; search, logging a letter and leaving are one step away from everywhere. */
export function Frame() {
  const { t } = useTranslation();
  const may = useMay();
  const search = useSearchOpen();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const places = usePlaces();
  useLiveUpdates();
  const userId = useMe().user.id ?? '';
  useSendingTaps(userId);
  useKeepingTheDay(userId);
  useServiceWorker();
  useEffect(() => {
    if (first.current) first.current = false;
    else {
      window.scrollTo(0, 0);
      // What the hash leads to takes the focus itself.
      if (!window.location.hash) main.current?.focus({ preventScroll: true });
    }
  }, [pathname]);
  return (
    <div className={styles.frame}>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <nav className={`${navigation.navigation} ${styles.rail}`} aria-label={t('navigation')}>
        <p className={styles.name}>Letterbox</p>
        {places.map((place) => (
          <PlaceLink key={place.to} place={place} />
        ))}
      </nav>
      <div className={styles.column}>
        <WaitingTapsStrip />
        {may('appointment.read') && <OverdueStrip />}
        {may('reminder.read') && <StandingStillStrip />}
        {may('organization.manage') && <LockdownStrip />}
        <header className={styles.top}>
          <button type="button" className={styles.search} onClick={search.open}>
            <span>{t('search.open')}</span>
            <kbd>Ctrl K</kbd>
          </button>
          {may('case.write') && (
            <Link to="/log-a-letter" className={styles.log}>
              {t('place.log')}
            </Link>
          )}
          <Who />
        </header>
        <main id="main" ref={main} tabIndex={-1} className={styles.main}>
          <ErrorBoundary key={pathname} fallback={(error) => <ErrorPage error={error} />}>
            <Suspense fallback={<Waiting />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
      <nav className={styles.bar} aria-label={t('navigation')}>
        {places
          .filter(({ onPhones }) => onPhones)
          .map((place) => (
            <PlaceLink key={place.to} place={place} />
          ))}
        <button type="button" onClick={search.open}>
          {t('search.short')}
        </button>
      </nav>
      {search.opened && (
        <Suspense fallback={null}>
          <Palette close={search.close} typedSoFar={search.typedSoFar} />
        </Suspense>
      )}
      <IdleLock userId={userId} />
    </div>
  );
}

function PlaceLink({ place }: { place: PlaceInFrame }) {
  const { t } = useTranslation();
  return (
    <Link to={place.to} activeOptions={{ exact: place.to === '/' }} data-only={place.onlyPhones ? 'phone' : undefined}>
      {t(`place.${place.name}`)}
    </Link>
  );
}
