import { infiniteQueryOptions } from '@tanstack/react-query';
import { breakGlassList } from '../../api/client.js';

/** Who opened which restricted case in an emergency, the newest first. */
export const openingsQuery = (all: boolean) =>
  infiniteQueryOptions({
    queryKey: ['openings', all],
    queryFn: ({ pageParam }) =>
      breakGlassList({
        limit: 50,
        ...(all ? {} : { reviewed: false }),
        ...(pageParam ? { cursor: pageParam } : {}),
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
