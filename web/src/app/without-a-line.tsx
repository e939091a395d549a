import { Button } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Door } from '../features/auth/door.js';
import { isOfToday, keptDay, type KeptAppointment } from '../features/appointments/kept-day.js';
import { KeptDayView } from '../features/appointments/kept-day-view.js';
import { useSendingTaps } from '../features/appointments/live-taps.js';
import { timeAt } from '../lib/days.js';
import { isAway, problemOf } from '../lib/problem.js';
import { meQuery } from '../lib/session.js';
import { setNamesHidden } from '../lib/shared-screen.js';
import { useNow } from '../lib/use-now.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { Waiting } from '../ui/waiting.js';
import { IdleLock } from './frame/idle-lock.js';
import { useLeaving } from './frame/leaving.js';
import { WaitingTapsStrip } from './frame/waiting-taps-strip.js';
import { queryClient } from './query-client.js';

const lookAgainMs = 5_000;

/** Whether the server answers; what it answers is for the page to say. */
const isServerThere = () =>
  queryClient.fetchQuery({ ...meQuery, staleTime: 0 }).then(
    () => true,
    (error: unknown) => !isAway(problemOf(error)),
  );

/**
 * Looks for the server until it is back, and then goes on by itself.
 * @returns whether it was away; unknown until the first answer
 */
function useWayBack(goOn: () => void) {
  const [wasAway, setWasAway] = useState<boolean>();
  const [isLooking, setLooking] = useState(false);
  const look = useEffectEvent(async () => {
    if (isLooking) return;
    setLooking(true);
    const isThere = await isServerThere();
    setLooking(false);
    if (!isThere) setWasAway(true);
    else if (wasAway) goOn();
    else setWasAway(false);
  });
  useEffect(() => {
    const again = () => void look();
    again();
    const timer = setInterval(again, lookAgainMs);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, []);
  return wasAway;
}

type Kept = Awaited<ReturnType<typeof keptDay>>;

function useKeptDay() {
  const [kept, setKept] = useState<{ day: Kept }>();
  useNow(60_000);
  useEffect(() => {
    void keptDay().then((day) => {
      if (day?.namesHidden) setNamesHidden(true);
      setKept({ day });
    });
  }, []);
  return kept && { userId: kept.day?.userId, appointments: kept.day?.appointments.filter(isOfToday) ?? [] };
}

interface Props {
  /** The server's own sentence, if it sent one. */
  detail: string;
  goOn: () => void;
  /** Shown where the server turns out to be there: then it was something else. */
  otherwise: ReactNode;
}

/** In place of a page that the server would have to answer for: says so, has what was kept, and goes on by itself. */
export function WithoutALine({ detail, goOn, otherwise }: Props) {
  const { t } = useTranslation(['common', 'day']);
  const { pathname } = useLocation();
  const wasAway = useWayBack(goOn);
  const kept = useKeptDay();
  if (wasAway === false) return otherwise;
  if (!kept) return <Waiting />;
  const { userId, appointments } = kept;
  const here = appointments.find(({ id }) => pathname === `/appointments/${id}`);
  const isFramed = queryClient.getQueryData(meQuery.queryKey) !== undefined;
  const Around = isFramed ? Page : Door;
  return (
    <>
      {userId && !isFramed && <Holding userId={userId} />}
      <Around title={t(here ? 'day:title' : 'noLine.title')}>
        <Notice tone="owed" title={here && t('noLine.title')}>
          <p role="status">{detail || t('noLine.says')}</p>
          <Button variant="default" size="compact-sm" onClick={goOn}>
            {t('again')}
          </Button>
        </Notice>
        {here && <KeptDayView appointment={here} />}
        {!here && <OtherDays appointments={appointments} />}
        {userId && !isFramed && <Lock />}
      </Around>
    </>
  );
}

/** What the frame does of itself, where there is none. */
function Holding({ userId }: { userId: string }) {
  useSendingTaps(userId);
  return (
    <>
      <WaitingTapsStrip />
      <IdleLock userId={userId} />
    </>
  );
}

function Lock() {
  const { t } = useTranslation();
  const { lock } = useLeaving();
  return (
    <div>
      <Button variant="default" onClick={() => void lock()}>
        {t('who.lock')}
      </Button>
    </div>
  );
}

function OtherDays({ appointments }: { appointments: readonly KeptAppointment[] }) {
  const { t } = useTranslation();
  if (appointments.length === 0) return null;
  return (
    <section aria-label={t('noLine.kept')}>
      <p>{t('noLine.kept')}</p>
      <ul>
        {appointments.map(({ id, code, startsAt, zone, placeName }) => (
          <li key={id}>
            <Link to="/appointments/$appointmentId" params={{ appointmentId: id }}>
              {timeAt(startsAt, zone)} {placeName}, {code}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
