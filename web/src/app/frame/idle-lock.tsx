import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { keepDayUntil } from '../../features/appointments/kept-day.js';
import { onLeftElsewhere } from '../../lib/sealed-storage.js';
import { idleMs } from '../../lib/session.js';
import { useLeaving } from './leaving.js';

/** Once the page itself is there. */
const fetchDoorMs = 5_000;

/**
 * Locks a screen that nobody has touched for as long as a session lasts: pages that refresh themselves would otherwise keep
 * it alive for ever. With it every other tab is locked, and what is kept of the day opens no longer either.
 */
export function IdleLock({ userId }: { userId: string }) {
  const router = useRouter();
  const { lock, follow } = useLeaving();
  useEffect(() => onLeftElsewhere(() => void follow()), [follow]);
  useEffect(() => {
    // The way out is at hand also when there is no line later.
    const timer = setTimeout(() => void router.preloadRoute({ to: '/sign-in', search: {} }), fetchDoorMs);
    return () => clearTimeout(timer);
  }, [router]);
  useEffect(() => {
    let touched = Date.now();
    const touch = () => {
      touched = Date.now();
    };
    const events = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
    for (const event of events) window.addEventListener(event, touch, { passive: true });
    const timer = setInterval(() => {
      if (Date.now() - touched > idleMs) void lock();
      else void keepDayUntil(userId, touched + idleMs);
    }, 30_000);
    return () => {
      for (const event of events) window.removeEventListener(event, touch);
      clearInterval(timer);
    };
  }, [lock, userId]);
  return null;
}
