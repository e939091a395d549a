import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { LiveTap } from '../../api/client.js';
import { onTaps, sendTapsOf, tap, tapsNow, untap } from './tap-queue.js';

export const useTaps = () => useSyncExternalStore(onTaps, tapsNow);

/** The taps of one appointment. */
export function useLiveTap(appointmentId: string) {
  const { waiting, sending, late, refused } = useTaps();
  const mine = waiting.filter((one) => one.appointmentId === appointmentId);
  const last = mine.at(-1);
  return {
    tap: (event: LiveTap['event']) => void tap(appointmentId, event),
    /** What the server does not know yet, in the order of tapping. */
    pending: mine,
    /** It has not reached the server for a while and will be sent again. */
    late: late && mine.length > 0,
    /** Takes the last tap back, unless it may have arrived. */
    takeBack: last && last.id !== sending ? () => void untap(last.id) : undefined,
    error: refused.findLast((one) => one.appointmentId === appointmentId)?.error,
  };
}

/** Sends the taps of whoever is signed in, on whatever page they are. */
export function useSendingTaps(userId: string): void {
  const client = useQueryClient();
  useEffect(
    () =>
      sendTapsOf(userId, (id, answer) => {
        if (answer) client.setQueryData(['appointments', id], answer);
        void client.invalidateQueries({ queryKey: ['appointments'] });
      }),
    [client, userId],
  );
}
