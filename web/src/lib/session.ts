import { queryOptions } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { authLogout, authMe, type Me } from '../api/client.js';
import { problemOf } from './problem.js';
import { endLeaving, isAnyKept, isLeaving } from './sealed-storage.js';

/** As long as a session lasts without a request. */
export const idleMs = 30 * 60_000;

const patienceMs = 10_000;

/** While the server is told; what it has this browser clear is put back only after its answer. */
let ending: Promise<void> | undefined;

/** Tells the server that the session was left, if it does not know it yet. @throws where it cannot be reached */
export async function finishLeaving(): Promise<void> {
  if (!ending && !isLeaving()) return;
  ending ??= endLeaving(() =>
    authLogout({ signal: AbortSignal.timeout(patienceMs) }).catch((error: unknown) => {
      // It ended by itself.
      if (problemOf(error).status !== 401) throw error;
    }),
  ).finally(() => (ending = undefined));
  await ending;
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async () => {
    // On a line that is about to drop an answer may never come, and there is something to be shown without it.
    if (!isLeaving()) return authMe(isAnyKept('day') ? { signal: AbortSignal.timeout(patienceMs) } : {});
    // A screen that was locked without a line stays locked after a reload, whatever the server still believes.
    await finishLeaving();
    return authMe({ cache: 'reload' });
  },
  staleTime: Infinity,
  retry: false,
});

export type Permission = Me['permissions'][number];

/** Asked for once, above all pages: a page has hundreds of places that want to know, and each would watch for an answer. */
export const MeContext = createContext<Me | undefined>(undefined);

/** Who is signed in; only used below the route that made sure of it. */
export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error('useMe outside of the signed-in pages.');
  return me;
}

export const useMay = () => {
  const { permissions } = useMe();
  return (permission: Permission) => permissions.includes(permission);
};

/** Time zone of the organisation, in which days and hours are meant unless a place says otherwise. */
export const zoneOf = (me: Me) => me.organization.zone ?? 'America/New_York';
export const useZone = () => zoneOf(useMe());

/**
 * E-mail of whoever locked this screen, so that unlocking needs only the rest. In memory alone: browser storage keeps
 * nothing personal.
 */
export const lockedBy: { email: string } = { email: '' };
