import { infiniteQueryOptions } from '@tanstack/react-query';
import { accessReviewsList } from '../../api/client.js';

/** Looks into case files that were drawn by lot, the newest first; those that nobody has judged, or all. */
export const accessReviewsQuery = (all: boolean) =>
  infiniteQueryOptions({
    queryKey: ['access-reviews', all],
    queryFn: ({ pageParam }) =>
      accessReviewsList({
        limit: 50,
        ...(all ? {} : { state: 'open' as const }),
        ...(pageParam ? { cursor: pageParam } : {}),
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
