import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { forgetDay } from '../../features/appointments/kept-day.js';
import { forgetDrafts } from '../../forms/sealed-drafts.js';
import { beginToLeave } from '../../lib/sealed-storage.js';
import { finishLeaving, lockedBy, meQuery } from '../../lib/session.js';
import { queryClient } from '../query-client.js';

/**
 * Ends the session. Locking comes back to the same page after the password, and to what was being typed there; signing out
 * forgets who it was, and that.
 */
export function useLeaving() {
  const router = useRouter();
  const showDoor = useCallback(
    async (lock: boolean) => {
      const next = router.state.location.href;
      // Nobody, where the day was opened without a line.
      const me = queryClient.getQueryData(meQuery.queryKey);
      lockedBy.email = lock ? (me?.user.email ?? '') : '';
      await forgetDay();
      if (!lock) await forgetDrafts();
      await router.navigate({ to: '/sign-in', search: lock ? { next } : {} });
      queryClient.clear();
    },
    [router],
  );
  const leave = useCallback(
    async (lock: boolean) => {
      // What is on the screen goes away at once; the server is told as soon as it can be.
      beginToLeave();
      await showDoor(lock);
      await finishLeaving().catch(() => undefined);
    },
    [showDoor],
  );
  return {
    lock: useCallback(() => leave(true), [leave]),
    signOut: useCallback(() => leave(false), [leave]),
    /** The session was ended by another tab. */
    follow: useCallback(() => showDoor(true), [showDoor]),
  };
}
