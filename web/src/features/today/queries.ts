import type { QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { todayRead } from '../../api/client.js';
import type { Language } from '../../i18n/languages.js';
import { addDays, today } from '../../lib/days.js';
import { meQuery, zoneOf } from '../../lib/session.js';
import { daySheetQuery, ladderQuery, overdueQuery } from '../appointments/queries.js';
import { noticesQuery } from '../reminders/queries.js';

const lookBackDays = 21;

/** The days ahead that the first page shows. */
export const comingQuery = (now: string) => daySheetQuery(now, addDays(now, 7));

/** The days past of which something may still have to be written. */
export const pastQuery = (now: string) => daySheetQuery(addDays(now, -lookBackDays), addDays(now, -1));

/** Asks in one question for what the first page shows, so that nothing on it moves when an answer comes. */
export async function fetchToday(client: QueryClient): Promise<void> {
  const me = await client.ensureQueryData(meQuery);
  if (!me.permissions.includes('appointment.read')) return;
  const now = today(zoneOf(me));
  // What is known already is shown as it is, and brought up to date on the page; what fails says so there.
  if (client.getQueryData(comingQuery(now).queryKey)) return;
  const language = i18next.language as Language;
  const answer = await todayRead({ language }).catch(() => undefined);
  if (!answer) return;
  const { day, overdue, alarms, coming, past, notices } = answer;
  client.setQueryData(noticesQuery(language).queryKey, notices);
  if (overdue) client.setQueryData(overdueQuery.queryKey, overdue.items);
  for (const { appointmentId, ...ladder } of alarms ?? [])
    client.setQueryData(ladderQuery(appointmentId).queryKey, ladder);
  // Where this device has another day, its page asks for what it shows.
  if (day !== now) return;
  if (coming) client.setQueryData(comingQuery(now).queryKey, coming);
  if (past) client.setQueryData(pastQuery(now).queryKey, past);
}
