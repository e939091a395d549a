import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { noticesList, remindersList, remindersStatus, type ReminderAnswer } from '../../api/client.js';

export const remindersQuery = (state: ReminderAnswer['state'] | undefined) =>
  infiniteQueryOptions({
    queryKey: ['reminders', state],
    queryFn: ({ pageParam }) =>
      remindersList({ limit: 50, ...(state ? { state } : {}), ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const remindersStatusQuery = queryOptions({
  queryKey: ['reminders', 'status'],
  queryFn: () => remindersStatus(),
});

/** What I should know of and have not marked as read. */
export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: () => noticesList({ unread: true, limit: 50 }),
  refetchInterval: 60_000,
});
