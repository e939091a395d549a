import { afterEach, describe, expect, it, vi } from 'vitest';
import { instantOf, minutesInWords, timeAt, timeOrDayAt } from './days.js';

describe('A time on the wall', () => {
  it('is the instant at which the clocks there show it', () => {
    expect(instantOf('2018-03-14', '10:00', 'America/New_York')).toBe('2018-03-14T14:00:00.000Z');
    expect(instantOf('2018-01-14', '10:00', 'America/New_York')).toBe('2018-01-14T15:00:00.000Z');
    expect(instantOf('2018-07-01', '00:30', 'Asia/Kolkata')).toBe('2018-06-30T19:00:00.000Z');
    expect(instantOf('2018-07-01', '23:30', 'Pacific/Honolulu')).toBe('2018-07-02T09:30:00.000Z');
  });

  // As the server reads it, so that nobody is told to come an hour earlier than what was typed.
  it.each([
    ['America/New_York', '2018-03-11', '02:30', '2018-03-11T07:30:00.000Z', '03:30'],
    ['America/New_York', '2018-03-11', '02:00', '2018-03-11T07:00:00.000Z', '03:00'],
    ['Europe/Berlin', '2018-03-25', '02:30', '2018-03-25T01:30:00.000Z', '03:30'],
    ['Australia/Sydney', '2018-10-07', '02:30', '2018-10-06T16:30:00.000Z', '03:30'],
  ])('that does not exist in %s is as much later as the clocks are put forward', (zone, day, time, instant, shown) => {
    expect(instantOf(day, time, zone)).toBe(instant);
    expect(timeAt(instant, zone)).toBe(shown);
  });

  it.each([
    ['America/New_York', '2018-11-04', '01:30', '2018-11-04T05:30:00.000Z'],
    ['America/New_York', '2018-11-04', '01:00', '2018-11-04T05:00:00.000Z'],
    ['Europe/Berlin', '2018-10-28', '02:30', '2018-10-28T00:30:00.000Z'],
    ['Australia/Sydney', '2018-04-01', '02:30', '2018-03-31T15:30:00.000Z'],
  ])('that comes twice in %s is the first', (zone, day, time, instant) => {
    expect(instantOf(day, time, zone)).toBe(instant);
    expect(timeAt(instant, zone)).toBe(time);
  });
});

describe('A time that is shown', () => {
  afterEach(() => vi.useRealTimers());

  it('has its day where it is not of today, by the clocks there', () => {
    // Half past eleven at night of the 8th in New York.
    vi.useFakeTimers({ now: new Date('2018-03-09T04:30:00Z') });
    expect(timeOrDayAt('2018-03-08T14:00:00Z', 'America/New_York', 'en')).toBe('09:00');
    expect(timeOrDayAt('2018-03-08T03:00:00Z', 'America/New_York', 'en')).toBe('Wed 7 Mar 2018, 22:00');
  });

  it('of how long has hours where minutes alone say little', () => {
    const said = [0, 37, 119, 120, 398].map((minutes) => minutesInWords(minutes).replaceAll('\u00a0', ' '));
    expect(said).toEqual(['0 min', '37 min', '119 min', '2 h 0 min', '6 h 38 min']);
  });
});
