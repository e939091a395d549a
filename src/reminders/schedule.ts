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
  const { date } = clockAt(anchor, zone);
  return onWall(date, direction === 'before' ? `-${offset}` : offset, at, zone);
}

/** The moment at an offset after a calendar date, at `at` on the wall clock in `zone`. */
export const momentAfterDate = (date: string, zone: string, offset: string, at: WallTime): Date =>
  onWall(date, offset, at, zone);

const rememberedMost = 5000;

/** The same answers to the same questions: hours of offices and days of rules come over and over, and zones are slow. */
function remembered<Q extends (string | number)[], A>(answer: (...question: Q) => A): (...question: Q) => A {
  const known = new Map<string, A>();
  return (...question) => {
    const key = question.join(' ');
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= rememberedMost) known.clear();
    const found = answer(...question);
    known.set(key, found);
    return found;
  };
}

const shown = remembered((epochMs: number, zone: string) => {
  const local = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone);
  return {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }) satisfies WallTime,
  };
});

const epochMsOf = remembered((date: string, shift: string, at: WallTime, zone: string) => {
  const wall = Temporal.PlainDate.from(date).add(shift).toPlainDateTime(Temporal.PlainTime.from(at));
  return wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
});

/** The calendar date and the time that the wall clock in `zone` shows. */
const clockAt = (moment: Date, zone: string) => shown(moment.getTime(), zone);

/** @param shift days from `date`, as an ISO 8601 duration that may be negative */
const onWall = (date: string, shift: string, at: WallTime, zone: string) => new Date(epochMsOf(date, shift, at, zone));

/** Whether the wall clock in `zone` shows a quiet hour; the first minute of `from` is quiet, the first of `to` is not. */
export function isQuiet(moment: Date, zone: string, quiet: QuietHours | null): boolean {
  return quiet !== null && quietAt(clockAt(moment, zone).time, quiet);
}

const quietAt = (time: WallTime, { from, to }: QuietHours) =>
  from <= to ? time >= from && time < to : time >= from || time < to;

/** The last minute before the quiet hours in which a moment falls; the moment itself when it is not quiet. */
export function allowedBefore(moment: Date, zone: string, quiet: QuietHours | null): Date {
  if (!quiet || !isQuiet(moment, zone, quiet)) return moment;
  const { date, time } = clockAt(moment, zone);
  return new Date(onWall(date, time >= quiet.from ? 'P0D' : '-P1D', quiet.from, zone).getTime() - 60_000);
}

/** The end of the quiet hours in which a moment falls; the moment itself when it is not quiet. */
export function allowedAfter(moment: Date, zone: string, quiet: QuietHours | null): Date {
  if (!quiet || !isQuiet(moment, zone, quiet)) return moment;
  const { date, time } = clockAt(moment, zone);
  return onWall(date, time < quiet.to ? 'P0D' : 'P1D', quiet.to, zone);
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
