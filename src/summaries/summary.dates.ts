import { Temporal } from 'temporal-polyfill';
import type { DatePrecision } from '../platform/http/fields.js';
import type { Wording } from './summary.texts.js';

/** "8 Mar 2018". Names of months are our own: the runtime's differ between versions. */
export function shortDay(date: string, wording: Wording): string {
  const { day, month, year } = Temporal.PlainDate.from(date);
  return `${day} ${wording.months[month - 1]} ${year}`;
}

/** "Thu 8 Mar 2018", or as vague as the date is known: "week of 5 Mar 2018", "Mar 2018". */
export function dayInWords(date: string, precision: DatePrecision | undefined, wording: Wording): string {
  const { month, year } = Temporal.PlainDate.from(date);
  switch (precision ?? 'exact') {
    case 'exact':
      return `${weekday(Temporal.PlainDate.from(date), wording)} ${shortDay(date, wording)}`;
    case 'day_range':
      return wording.precision.about(shortDay(date, wording));
    case 'week':
      return wording.precision.week(shortDay(date, wording));
    case 'month':
      return `${wording.months[month - 1]} ${year}`;
    case 'unknown':
      return wording.precision.unknown(shortDay(date, wording));
  }
}

/** "Thu 8 Mar 2018, 09:00 (New York)": the wall clock at the place. */
export function momentInWords(instant: string, zone: string, wording: Wording): string {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const time = `${pad(there.hour)}:${pad(there.minute)}`;
  return `${dayInWords(there.toPlainDate().toString(), 'exact', wording)}, ${time} (${placeOf(zone, wording)})`;
}

/** The calendar date at the place. */
export function dateAt(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** Whole days from one calendar date to another; negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}

function weekday(date: Temporal.PlainDate, wording: Wording): string | undefined {
  return wording.weekdays[date.dayOfWeek % 7];
}

function placeOf(zone: string, wording: Wording): string {
  return wording.zonePlaces[zone] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
