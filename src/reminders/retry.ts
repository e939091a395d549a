import { PermanentFailure, TransientFailure } from '../platform/channels/channel.js';
import type { Reminder } from './reminder.entity.js';

const minute = 60_000;
const mostAttempts = 12;
const longestWaitMs = 60 * minute;

/**
 * When what failed is tried again: after 1, 2, 4 ... minutes, an hour at most, of which up to half is left out by lot, so
 * that what failed together does not come back together; never sooner than the provider asks.
 * @param attempts made until now
 * @returns undefined for what will never work, and for what was tried often enough
 */
export function nextTry(error: unknown, attempts: number, now: Date, random = Math.random): Date | undefined {
  if (error instanceof PermanentFailure || attempts >= mostAttempts) return undefined;
  const wait = Math.min(2 ** (attempts - 1) * minute, longestWaitMs) * (0.5 + random() / 2);
  const asked = error instanceof TransientFailure ? (error.retryAfterMs ?? 0) : 0;
  return new Date(now.getTime() + Math.max(Math.round(wait), asked));
}

/**
 * Until when a channel is tried. Where the plan has another one after it, half of the time in which the reminder is of use is
 * left to that: a call in place of a text message must come before the appointment, too.
 */
export function triedUntil(reminder: Pick<Reminder, 'channel' | 'subjectType' | 'dueAt' | 'usefulUntil'>): Date {
  const { channel, subjectType, dueAt, usefulUntil } = reminder;
  const isPlanned = subjectType === 'appointment' || subjectType === 'fingerprint_event';
  const isLast = channel === 'in_app' || channel === 'voice_task' || !isPlanned;
  return isLast ? usefulUntil : new Date((dueAt.getTime() + usefulUntil.getTime()) / 2);
}
