import { useDebouncedValue } from '@mantine/hooks';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { clientsList } from '../api/client.js';

const enough = 2;

/** Finds case files by name, code, A-number or phone. Never kept longer than it is shown. */
export const peopleQuery = (q: string) =>
  queryOptions({
    queryKey: ['clients', 'search', q],
    queryFn: ({ signal }) => clientsList({ q, limit: 8 }, { signal }),
    enabled: q.length >= enough,
    gcTime: 0,
  });

/** Who is found for what is being typed; asks once the typing pauses, and shows nobody who was found for other words. */
export function usePeople(typed: string) {
  const text = typed.trim();
  const [q] = useDebouncedValue(text, 180);
  const found = useQuery(peopleQuery(q));
  const isCurrent = q === text && q.length >= enough;
  const people = isCurrent ? (found.data?.items ?? []) : [];
  return {
    people,
    isSearching: text.length >= enough && (q !== text || found.isFetching),
    foundNobody: isCurrent && found.isSuccess && people.length === 0,
    error: found.error,
  };
}
