import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { addDays } from '../../lib/days.js';
import { meQuery } from '../../lib/session.js';
import {
  appointmentsDaySheet,
  appointmentsGet,
  overdueLadder,
  type AppointmentAnswer,
  type AppointmentOnTheDay,
} from '../../api/client.js';

const minute = 60_000;

/** Days of the day sheet, both included, where the organisation works. */
export const daySheetQuery = (from: string, to: string, mine = false) =>
  queryOptions({
    queryKey: ['appointments', 'days', from, to, mine],
    queryFn: () => appointmentsDaySheet({ $from: from, to, limit: 100, ...(mine ? { mine } : {}) }),
    refetchInterval: minute,
  });

/** Everybody who is past the time at which they were due out, since yesterday; asked for on every page. */
export const overdueQuery = queryOptions({
  queryKey: ['appointments', 'overdue'],
  queryFn: async () => {
    const now = new Date().toISOString().slice(0, 10);
    return (
      await appointmentsDaySheet({ $from: addDays(now, -1), to: addDays(now, 1), liveState: 'overdue', limit: 100 })
    ).items;
  },
  refetchInterval: minute,
});

/** Asks while the page is still on its way: the red strip above it is there with it, and nothing moves. */
export async function askWhoIsOverdue(client: QueryClient): Promise<void> {
  const me = client.getQueryData(meQuery.queryKey);
  if (me?.permissions.includes('appointment.read')) await client.prefetchQuery(overdueQuery);
}

/** The document marks fields that have a default as optional; answers always carry them. */
type Defaulted = 'zone' | 'liveState' | 'status';
export type Appointment = (AppointmentAnswer | AppointmentOnTheDay) & Pick<AppointmentOnTheDay, Defaulted>;

export const appointmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['appointments', id],
    queryFn: () => appointmentsGet(id) as Promise<Appointment>,
    refetchInterval: minute,
  });

/** Who is alarmed while somebody is not out, and who sees to it. */
export const ladderQuery = (id: string) =>
  queryOptions({
    queryKey: ['appointments', id, 'overdue'],
    queryFn: () => overdueLadder(id),
    refetchInterval: minute / 2,
  });
