import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  allowedAfter,
  allowedBefore,
  isOffset,
  isQuiet,
  momentAfterDate,
  momentAt,
  outsideQuiet,
} from '../../src/reminders/schedule.js';

const newYork = 'America/New_York';
const at = (text: string) => new Date(text);
const iso = (moment: Date) => moment.toISOString();
const night = { from: '21:00', to: '08:00' };

describe('An offset in days', () => {
  it('keeps the time on the wall when the clocks are put forward in between', () => {
    // 11 March 2018, 2:00 -> 3:00: a week before is in winter time.
    expect(iso(momentAt(at('2018-03-14T14:00:00Z'), newYork, 'P7D', 'before', '18:00'))).toBe(
      '2018-03-07T23:00:00.000Z',
    );
    expect(iso(momentAt(at('2018-03-14T14:00:00Z'), newYork, 'P1D', 'before', '18:00'))).toBe(
      '2018-03-13T22:00:00.000Z',
    );
  });

  it('keeps the time on the wall when the clocks are put back in between', () => {
    // 4 November 2018, 2:00 -> 1:00.
    expect(iso(momentAt(at('2018-11-05T15:00:00Z'), newYork, 'P1D', 'before', '18:00'))).toBe(
      '2018-11-04T23:00:00.000Z',
    );
    expect(iso(momentAt(at('2018-11-05T15:00:00Z'), newYork, 'P2D', 'before', '18:00'))).toBe(
      '2018-11-03T22:00:00.000Z',
    );
  });

  it('lands as much later as the clocks jump where the hour does not exist', () => {
    expect(iso(momentAt(at('2018-03-12T14:00:00Z'), newYork, 'P1D', 'before', '02:30'))).toBe(
      '2018-03-11T07:30:00.000Z',
    );
  });

  it('lands on the first of the two where the hour exists twice', () => {
    expect(iso(momentAt(at('2018-11-05T15:00:00Z'), newYork, 'P1D', 'before', '01:30'))).toBe(
      '2018-11-04T05:30:00.000Z',
    );
  });

  it('counts the dates of the zone, not those of UTC', () => {
    // 21:30 on 7 March in New York is 8 March in UTC.
    expect(iso(momentAt(at('2018-03-08T02:30:00Z'), newYork, 'P1D', 'before', '18:00'))).toBe(
      '2018-03-06T23:00:00.000Z',
    );
    expect(iso(momentAt(at('2018-03-08T14:00:00Z'), 'Asia/Kolkata', 'P1D', 'before', '18:00'))).toBe(
      '2018-03-07T12:30:00.000Z',
    );
  });

  it('after a date ends at the time on the wall of that day', () => {
    expect(iso(momentAfterDate('2018-03-01', newYork, 'P10D', '09:00'))).toBe('2018-03-11T13:00:00.000Z');
    expect(iso(momentAfterDate('2018-03-01', newYork, 'P1W', '09:00'))).toBe('2018-03-08T14:00:00.000Z');
  });
});

describe('An offset in hours', () => {
  it('counts hours that really pass', () => {
    // Three hours before 4:00 on the morning when 2:00 does not exist is midnight.
    expect(iso(momentAt(at('2018-03-11T08:00:00Z'), newYork, 'PT3H', 'before', '18:00'))).toBe(
      '2018-03-11T05:00:00.000Z',
    );
    expect(iso(momentAt(at('2018-03-10T15:00:00Z'), newYork, 'PT24H', 'after', '18:00'))).toBe(
      '2018-03-11T15:00:00.000Z',
    );
  });
});

describe('Offsets', () => {
  it.each(['P7D', 'P1W', 'P366D', 'PT2H', 'PT90M', 'PT168H'])('may be %s', (offset) => {
    expect(isOffset(offset)).toBe(true);
  });

  it.each(['P0D', '7D', 'P1M', 'P1DT2H', 'P367D', 'PT169H', 'PT0H', '-P7D', 'P1.5D', '', null])(
    'may not be %s',
    (offset) => {
      expect(isOffset(offset)).toBe(false);
    },
  );
});

describe('Quiet hours', () => {
  it.each([
    ['20:59', false],
    ['21:00', true],
    ['03:00', true],
    ['07:59', true],
    ['08:00', false],
  ])('at %s over midnight: %s', (time, quiet) => {
    expect(isQuiet(at(`2018-02-14T${time}:00-05:00`), newYork, night)).toBe(quiet);
  });

  it('may lie within one day', () => {
    expect(isQuiet(at('2018-02-14T13:30:00-05:00'), newYork, { from: '13:00', to: '14:00' })).toBe(true);
    expect(isQuiet(at('2018-02-14T14:00:00-05:00'), newYork, { from: '13:00', to: '14:00' })).toBe(false);
  });

  it('send what falls into them in the last minute before', () => {
    // Two hours before nine in the morning.
    const [moment, now, starts] = [at('2018-02-14T12:00:00Z'), at('2018-02-10T12:00:00Z'), at('2018-02-14T14:00:00Z')];
    expect(iso(outsideQuiet(moment, newYork, night, now, starts))).toBe('2018-02-14T01:59:00.000Z');
  });

  it('send it in the first minute after where the evening is past', () => {
    const [moment, now, starts] = [at('2018-02-14T12:00:00Z'), at('2018-02-14T04:00:00Z'), at('2018-02-14T14:00:00Z')];
    expect(iso(outsideQuiet(moment, newYork, night, now, starts))).toBe('2018-02-14T13:00:00.000Z');
  });

  it('give way where the morning would be too late', () => {
    const [moment, now, starts] = [at('2018-02-14T10:00:00Z'), at('2018-02-14T04:00:00Z'), at('2018-02-14T12:30:00Z')];
    expect(iso(outsideQuiet(moment, newYork, night, now, starts))).toBe('2018-02-14T10:00:00.000Z');
  });

  const zones = fc.constantFrom(
    newYork,
    'Europe/Berlin',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'America/Los_Angeles',
    'UTC',
  );
  const moments = fc.date({ min: at('2017-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z'), noInvalidDate: true });
  const wall = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
    .map(([h, m]) => `${String(h).padStart(2, '0')}:${m}`);

  it('never hold what they moved, whatever the day and the clocks do', () => {
    fc.assert(
      fc.property(
        zones,
        moments,
        fc.constantFrom(night, { from: '22:30', to: '07:15' }, { from: '12:00', to: '14:00' }),
        (zone, moment, quiet) => {
          const [before, after] = [allowedBefore(moment, zone, quiet), allowedAfter(moment, zone, quiet)];
          return !isQuiet(before, zone, quiet) && !isQuiet(after, zone, quiet) && before <= moment && after >= moment;
        },
      ),
    );
  });

  it('leave a moment within the time that it is of use, and never in the past', () => {
    fc.assert(
      fc.property(
        zones,
        moments,
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 1, max: 3000 }),
        (zone, moment, ago, ahead) => {
          const now = new Date(moment.getTime() - ago * 60_000);
          const usefulUntil = new Date(moment.getTime() + ahead * 60_000);
          const when = outsideQuiet(moment, zone, night, now, usefulUntil);
          return when >= now && when < usefulUntil;
        },
      ),
    );
  });

  it('of days: the wall shows the wanted time, or a time that the clocks skipped', () => {
    fc.assert(
      fc.property(zones, moments, wall, fc.integer({ min: 1, max: 60 }), (zone, moment, time, days) => {
        const due = momentAt(moment, zone, `P${days}D`, 'before', time);
        const shown = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(
          due,
        );
        const skipped = shown !== time;
        return !skipped || shown > time;
      }),
    );
  });
});
