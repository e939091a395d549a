import { queryOptions, useQuery } from '@tanstack/react-query';
import { authMe, type Me } from '../api/client.js';

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => authMe(), staleTime: Infinity, retry: false });

export type Permission = Me['permissions'][number];

/** Who is signed in; only used below the route that made sure of it. */
export function useMe() {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('useMe outside of the signed-in pages.');
  return data;
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
