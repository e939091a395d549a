import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { onLeftElsewhere } from '../../lib/sealed-storage.js';
import { useLeaving } from './leaving.js';

/** As long as a session lasts without a request; pages that refresh themselves would otherwise keep it alive for ever. */
const idleMs = 30 * 60_000;

/** Once the page itself is there. */
const fetchDoorMs = 5_000;

/** Locks a screen that nobody has touched for half an hour, and every tab with the one that is locked. */
export function IdleLock() {
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
    }, 30_000);
    return () => {
      for (const event of events) window.removeEventListener(event, touch);
      clearInterval(timer);
    };
  }, [lock]);
  return null;
}
