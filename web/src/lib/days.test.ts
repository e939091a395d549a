import { describe, expect, it } from 'vitest';
import { instantOf, timeAt } from './days.js';

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
