import { Temporal } from 'temporal-polyfill';

/** A time on the wall clock, `HH:MM`. */
export type WallTime = string;

/** When nobody is woken: from the one time until the other, over midnight or not. */
export interface QuietHours {
  from: WallTime;
  to: WallTime;
}

export type Direction = 'before' | 'after';

const daysPattern = /^P([1-9]\d{0,2})([DW])$/;
const timePattern = /^PT([1-9]\d{0,3})([HM])$/;
/** At the very moment; only an alarm begins so. */
export const atOnce = 'PT0M';
const longestDays = 366;
const longestMinutes = 7 * 24 * 60;

/** Whether a text is an offset: `P7D` or `P2W` by the calendar, `PT2H` or `PT90M` by the clock that never jumps. */
export function isOffset(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  if (value === atOnce) return true;
  const [, days, dayUnit] = daysPattern.exec(value) ?? [];
  if (days) return Number(days) * (dayUnit === 'W' ? 7 : 1) <= longestDays;
  return minutesOf(value) <= longestMinutes;
}

/** Minutes of an offset by the clock; NaN for any other text. */
function minutesOf(offset: string): number {
  if (offset === atOnce) return 0;
  const [, times, unit] = timePattern.exec(offset) ?? [];
  return Number(times) * (unit === 'H' ? 60 : 1);
}

/** Whether an offset counts days, so that it needs a time of day. */
export const countsDays = (offset: string) => daysPattern.test(offset);

/**
 * The moment at an offset from an instant.
 *
 * Offsets in days count dates in `zone` and end at `at` on the wall clock, whatever the clocks did in between: one day
 * before nine o'clock is `at` on the date before. Where the clocks are put forward and `at` does not exist, the moment
 * is as much later as the clocks were put forward (02:30 becomes 03:30); where they are put back and `at` comes twice,
 * it is the first. Offsets in hours and minutes count time that really passes.
 */
export function momentAt(anchor: Date, zone: string, offset: string, direction: Direction, at: WallTime): Date {
  if (!countsDays(offset)) {
    const ms = minutesOf(offset) * 60_000;
    return new Date(anchor.getTime() + (direction === 'before' ? -ms : ms));
  }
  const date = zoned(anchor, zone).toPlainDate();
  return onWall(direction === 'before' ? date.subtract(offset) : date.add(offset), at, zone);
}

/** The moment at an offset after a calendar date, at `at` on the wall clock in `zone`. */
export function momentAfterDate(date: string, zone: string, offset: string, at: WallTime): Date {
  return onWall(Temporal.PlainDate.from(date).add(offset), at, zone);
}

function onWall(date: Temporal.PlainDate, at: WallTime, zone: string): Date {
  const wall = date.toPlainDateTime(Temporal.PlainTime.from(at));
  return new Date(wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
}

const wallTimeOf = (moment: Temporal.ZonedDateTime): WallTime =>
  moment.toPlainTime().toString({ smallestUnit: 'minute' });

/** Whether the wall clock in `zone` shows a quiet hour; the first minute of `from` is quiet, the first of `to` is not. */
export function isQuiet(moment: Date, zone: string, quiet: QuietHours | null): boolean {
  return quiet !== null && quietAt(wallTimeOf(zoned(moment, zone)), quiet);
}

const quietAt = (time: WallTime, { from, to }: QuietHours) =>
  from <= to ? time >= from && time < to : time >= from || time < to;

const zoned = (moment: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone);

/** The last minute before the quiet hours in which a moment falls; the moment itself when it is not quiet. */
export function allowedBefore(moment: Date, zone: string, quiet: QuietHours | null): Date {
  if (!quiet || !isQuiet(moment, zone, quiet)) return moment;
  const local = zoned(moment, zone);
  const evening = wallTimeOf(local) >= quiet.from ? local.toPlainDate() : local.toPlainDate().subtract({ days: 1 });
  return new Date(onWall(evening, quiet.from, zone).getTime() - 60_000);
}

/** The end of the quiet hours in which a moment falls; the moment itself when it is not quiet. */
export function allowedAfter(moment: Date, zone: string, quiet: QuietHours | null): Date {
  if (!quiet || !isQuiet(moment, zone, quiet)) return moment;
  const local = zoned(moment, zone);
  const morning = wallTimeOf(local) < quiet.to ? local.toPlainDate() : local.toPlainDate().add({ days: 1 });
  return onWall(morning, quiet.to, zone);
}

/**
 * When to send what is due at a moment: then, or out of quiet hours. That is the last allowed minute before; if that is
 * past already, the first after; and if that would be too late to be of use, the quiet gives way.
 */
export function outsideQuiet(moment: Date, zone: string, quiet: QuietHours | null, now: Date, usefulUntil: Date): Date {
  const before = allowedBefore(moment, zone, quiet);
  if (before >= now) return before;
  const soonest = moment > now ? moment : now;
  const after = allowedAfter(soonest, zone, quiet);
  return after < usefulUntil ? after : soonest;
}
