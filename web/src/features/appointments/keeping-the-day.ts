import { type Query, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { problemOf } from '../../lib/problem.js';
import { useNamesHidden } from '../../lib/shared-screen.js';
import { useMay } from '../../lib/session.js';
import { dropFromTheDay, isOfToday, keepForTheDay, keepNamesHidden } from './kept-day.js';
import type { Appointment } from './queries.js';

/** One that was opened, and those of the day sheet to which this person goes along. */
function toKeep(userId: string, what: unknown, answer: unknown): Appointment[] {
  const isMine = (one: Appointment) =>
    one.accompaniments.some((companion) => companion.userId === userId) && isOfToday(one);
  if (!answer) return [];
  if (what === 'days') return (answer as { items: Appointment[] }).items.filter(isMine);
  return typeof answer === 'object' && 'startsAt' in answer ? [answer as Appointment] : [];
}

/** Keeps what the day of an appointment needs where there is no line, from whatever the server answers on any page. */
export function useKeepingTheDay(userId: string): void {
  const client = useQueryClient();
  const isHidden = useNamesHidden();
  const mayTap = useMay()('appointment.live');
  useEffect(() => void keepNamesHidden(userId, isHidden), [userId, isHidden]);
  useEffect(() => {
    if (!mayTap) return;
    const keep = ({ queryKey, state }: Query) => {
      const [subject, what] = queryKey;
      if (subject !== 'appointments') return;
      for (const one of toKeep(userId, what, state.data)) void keepForTheDay(userId, one);
      // It is not theirs to see any more.
      if (problemOf(state.error).status === 404) void dropFromTheDay(userId, String(what));
    };
    const cache = client.getQueryCache();
    // Answers may have come before this page was drawn.
    for (const query of cache.getAll()) keep(query);
    return cache.subscribe((event) => {
      if (event.type === 'updated' && /^(success|error)$/.test(event.action.type)) keep(event.query as Query);
    });
  }, [client, userId, mayTap]);
}
