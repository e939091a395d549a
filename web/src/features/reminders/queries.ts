import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  noticesList,
  reminderPlanGet,
  remindersList,
  remindersStatus,
  type RemindersStatus,
} from '../../api/client.js';
import type { Language } from '../../i18n/languages.js';
import type { RemindersView } from './views.js';

/** What is to come stands by what is next, what was by what is latest. */
const asked = (view: RemindersView) => {
  if (view === 'ahead') return { only: view };
  if (view === 'scheduled' || view === 'enqueued') return { state: view };
  if (view === 'needs_care') return { only: view, order: 'latest' as const };
  return { order: 'latest' as const, ...(view === 'all' ? {} : { state: view }) };
};

export const remindersQuery = (view: RemindersView) =>
  infiniteQueryOptions({
    queryKey: ['reminders', view],
    queryFn: ({ pageParam }) =>
      remindersList({ limit: 50, ...asked(view), ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const remindersStatusQuery = queryOptions({
  queryKey: ['reminders', 'status'],
  queryFn: () => remindersStatus(),
});

/** Whether reminders and alarms do not go out; before the first sweep there is nothing to miss. */
export const isStandingStill = ({ running, sweptAt }: RemindersStatus): boolean => !running && sweptAt !== null;

/** How the organisation reminds. */
export const planQuery = queryOptions({
  queryKey: ['reminder-plan'],
  queryFn: () => reminderPlanGet(),
  // Written on a form: what somebody else saves meanwhile is shown when this is saved, not under the hands.
  staleTime: Infinity,
  gcTime: 0,
});

/** What I should know of and have not marked as read, in the language of the page. */
export const noticesQuery = (language: string) =>
  queryOptions({
    queryKey: ['notices', language],
    queryFn: () => noticesList({ unread: true, limit: 50, language: language as Language }),
    refetchInterval: 60_000,
  });
