import { accessReviewsList } from '../../api/client.js';
import { pagesOf } from '../../lib/pages.js';

/** Looks into case files that were drawn by lot, the newest first; those that nobody has judged, or all. */
export const accessReviewsQuery = (all: boolean) =>
  pagesOf(['access-reviews', all], (page) =>
    accessReviewsList({ ...page, ...(all ? {} : { state: 'open' as const }) }),
  );
