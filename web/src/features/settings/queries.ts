import { queryOptions } from '@tanstack/react-query';
import { facilitiesList, officesList, organizationGet, placesList, tokensList, usersList } from '../../api/client.js';

interface PageOf<T> {
  items: T[];
  nextCursor: string | null;
}

/** Every page of a list that has a few hundred entries at most. */
export async function allPages<T>(
  list: (page: { limit: number; cursor?: string }) => Promise<PageOf<T>>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ limit: 100, ...(cursor ? { cursor } : {}) });
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return items;
}

const staleTime = 300_000;

export const usersQuery = queryOptions({ queryKey: ['users'], queryFn: () => allPages(usersList), staleTime: 60_000 });
export const placesQuery = queryOptions({ queryKey: ['places'], queryFn: () => allPages(placesList), staleTime });
export const officesQuery = queryOptions({ queryKey: ['offices'], queryFn: () => allPages(officesList), staleTime });
export const facilitiesQuery = queryOptions({
  queryKey: ['facilities'],
  queryFn: () => allPages(facilitiesList),
  staleTime,
});
export const tokensQuery = queryOptions({ queryKey: ['tokens'], queryFn: () => allPages(tokensList) });
export const organizationQuery = queryOptions({ queryKey: ['organization'], queryFn: () => organizationGet() });

export const passkeysKey = ['passkeys'];
