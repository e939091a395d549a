import { ValidateBy } from 'class-validator';
import { Temporal } from 'temporal-polyfill';
import { Problem } from './problem.js';
import { isCalendarDate, isInstant } from './values.js';

/** A filter that takes a day. */
export const IsDay = () =>
  ValidateBy({
    name: 'isCalendarDate',
    validator: {
      validate: isCalendarDate,
      defaultMessage: () => 'Write a date that exists as YYYY-MM-DD, such as 2018-02-14.',
    },
  });

/** A filter that takes a day where the organisation works, or an instant. */
export const IsDayOrInstant = () =>
  ValidateBy({
    name: 'isDayOrInstant',
    validator: {
      validate: (value) => isCalendarDate(value) || isInstant(value),
      defaultMessage: () => 'Write a day such as 2018-03-08, or an instant such as 2018-03-08T14:00:00Z.',
    },
  });

/** @throws Problem 422 on `to` when a period ends before it begins; a day and an instant are not compared */
export function mustNotBeReversed({ from, to }: { from?: string; to?: string }): void {
  if (from === undefined || to === undefined || isCalendarDate(from) !== isCalendarDate(to)) return;
  if (Date.parse(to) < Date.parse(from))
    throw Problem.invalidField('to', 'range.reversed', 'The end is before the beginning.');
}

/** Midnight with which the day begins in `zone`; an instant is what it is. */
export const beginningOf = (value: string, zone: string): Date =>
  isCalendarDate(value) ? midnight(Temporal.PlainDate.from(value), zone) : new Date(value);

/** Midnight with which the day ends in `zone`; an instant is what it is. */
export const endOf = (value: string, zone: string): Date =>
  isCalendarDate(value) ? midnight(Temporal.PlainDate.from(value).add({ days: 1 }), zone) : new Date(value);

const midnight = (date: Temporal.PlainDate, zone: string) => new Date(date.toZonedDateTime(zone).epochMilliseconds);
