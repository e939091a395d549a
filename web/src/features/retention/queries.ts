import { queryOptions } from '@tanstack/react-query';
import {
  holdsList,
  purgesList,
  retentionDue,
  retentionOf,
  retentionPolicy,
  timelineHoldingsOf,
} from '../../api/client.js';
import { pagesOf } from '../../lib/pages.js';

export const policyQuery = queryOptions({ queryKey: ['retention', 'policy'], queryFn: () => retentionPolicy() });

/** Closed files whose review is due by a day, the longest overdue first. */
export const dueQuery = (until: string) =>
  pagesOf(['retention', 'due', until], (page) => retentionDue({ ...page, until }));

/** What was decided about one file, and what forbids to destroy it. Each look is noted. */
export const standingQuery = (clientId: string) =>
  queryOptions({ queryKey: ['retention', 'of', clientId], queryFn: () => retentionOf(clientId), gcTime: 0 });

/** How many records of which kind there are of a file. */
export const holdingsQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['retention', 'holdings', clientId],
    queryFn: () => timelineHoldingsOf(clientId),
    gcTime: 0,
  });

export const purgesQuery = (state: 'proposed' | 'purged') =>
  pagesOf(['retention', 'purges', state], (page) => purgesList({ ...page, state }));

/** Legal holds that stand, or all. */
export const holdsQuery = (all: boolean) =>
  pagesOf(['retention', 'holds', all], (page) => holdsList({ ...page, ...(all ? {} : { open: true }) }));
