import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { authLogout } from '../../api/client.js';
import { forgetDrafts } from '../../forms/sealed-drafts.js';
import { lockedBy, useMe } from '../../lib/session.js';
import { queryClient } from '../query-client.js';

/** Ends the session. Locking comes back to the same page after the password; signing out forgets who it was. */
export function useLeaving() {
  const router = useRouter();
  const me = useMe();
  const leave = useCallback(
    async (lock: boolean) => {
      const next = router.state.location.pathname;
      // Cleared even when the server cannot be reached: what is on the screen goes away at once.
      await authLogout().catch(() => undefined);
      await forgetDrafts();
      lockedBy.email = lock ? (me.user.email ?? '') : '';
      await router.navigate({ to: '/sign-in', search: lock ? { next } : {} });
      queryClient.clear();
    },
    [router, me.user.email],
  );
  return { lock: useCallback(() => leave(true), [leave]), signOut: useCallback(() => leave(false), [leave]) };
}
