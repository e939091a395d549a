import { describe, expect, it } from 'vitest';
import { dayInWords, instantInWords, instantOf, periodInWords } from './days.js';
import { readDay, readTime } from './typed-dates.js';

// A Thursday.
const today = '2018-03-01';

describe('a typed date', () => {
  it.each([
    ['2/14', 'past', '2018-02-14'],
    ['3/8', 'future', '2018-03-08'],
    ['3/8', 'past', '2017-03-08'],
    ['2/14', 'future', '2019-02-14'],
    ['14/2', 'past', '2018-02-14'],
    ['14/2/18', 'past', '2018-02-14'],
    ['2/14/18', 'past', '2018-02-14'],
    ['7/4/85', 'past', '1985-07-04'],
    ['2-14-2018', 'past', '2018-02-14'],
    ['2018-02-14', 'past', '2018-02-14'],
    ['feb 14', 'past', '2018-02-14'],
    ['14 de febrero de 2018', 'past', '2018-02-14'],
    ['March 8th', 'future', '2018-03-08'],
    ['yesterday', 'past', '2018-02-28'],
    ['ayer', 'past', '2018-02-28'],
    ['tomorrow', 'future', '2018-03-02'],
    ['tue', 'past', '2018-02-27'],
    ['martes', 'future', '2018-03-06'],
    ['thu', 'past', '2018-03-01'],
    ['next thursday', 'future', '2018-03-08'],
    ['3 days ago', 'past', '2018-02-26'],
    ['2w ago', 'past', '2018-02-15'],
    ['in 2 weeks', 'future', '2018-03-15'],
    ['hace 3 días', 'past', '2018-02-26'],
    ['+9', 'future', '2018-03-10'],
    ['2/29', 'past', '2016-02-29'],
  ] as const)('%s (%s) is %s', (text, lean, day) => expect(readDay(text, today, lean)).toBe(day));

  it.each(['2/30', '13/13', 'soon', '14', '', 'smarch 3', '2018-02-30'])('%s is none', (text) =>
    expect(readDay(text, today, 'past')).toBeUndefined(),
  );
});

describe('a typed time', () => {
  it.each([
    ['9', '09:00'],
    ['9:30', '09:30'],
    ['930', '09:30'],
    ['2pm', '14:00'],
    ['2', '14:00'],
    ['2:15 p.m.', '14:15'],
    ['14:00', '14:00'],
    ['12am', '00:00'],
    ['noon', '12:00'],
  ])('%s is %s', (text, time) => expect(readTime(text)).toBe(time));

  it.each(['25:00', '9:75', 'later', ''])('%s is none', (text) => expect(readTime(text)).toBeUndefined());
});

describe('an instant', () => {
  it('is that of the clock on the wall, before and after clocks change', () => {
    expect(instantOf('2018-03-08', '09:00', 'America/New_York')).toBe('2018-03-08T14:00:00.000Z');
    expect(instantOf('2018-03-12', '09:00', 'America/New_York')).toBe('2018-03-12T13:00:00.000Z');
  });

  it('is written with its place, and a month by its name', () => {
    expect(periodInWords('2018-01', 'en')).toBe('Jan 2018');
    expect(periodInWords('2018-01', 'es')).toBe('ene 2018');
    expect(periodInWords('Bronx', 'en')).toBe('Bronx');
    expect(instantInWords('2018-03-08T14:00:00Z', 'America/New_York', 'en')).toBe('Thu 8 Mar 2018, 09:00 (New York)');
    expect(dayInWords('2018-03-08', 'es')).toBe('jue 8 mar 2018');
  });
});
