import { describe, expect, it } from '@jest/globals';
import { instantOf } from '../../src/platform/database/instants.js';

const iso = (text: string) => (instantOf(text) as Date).toISOString();

describe('an instant that PostgreSQL wrote', () => {
  it('is read to the millisecond, whatever its fraction', () => {
    expect(iso('2018-03-01 15:04:05+00')).toBe('2018-03-01T15:04:05.000Z');
    expect(iso('2018-03-01 15:04:05.7+00')).toBe('2018-03-01T15:04:05.700Z');
    expect(iso('2018-12-31 23:59:59.07+00')).toBe('2018-12-31T23:59:59.070Z');
    expect(iso('2020-02-29 00:00:00.289+00')).toBe('2020-02-29T00:00:00.289Z');
    expect(iso('9999-12-31 23:59:59.999999+00')).toBe('9999-12-31T23:59:59.999Z');
  });

  it('is read also in another zone, in early and late years, and at no end', () => {
    expect(iso('2018-03-01 15:04:05.5+05:30')).toBe('2018-03-01T09:34:05.500Z');
    expect(iso('2018-03-01 15:04:05-05')).toBe('2018-03-01T20:04:05.000Z');
    expect(iso('0050-03-01 15:04:05+00')).toBe('0050-03-01T15:04:05.000Z');
    expect(iso('12018-03-01 15:04:05+00')).toBe('+012018-03-01T15:04:05.000Z');
    expect(iso('0044-03-15 12:00:00+00 BC')).toBe('-000043-03-15T12:00:00.000Z');
    expect([instantOf('infinity'), instantOf('-infinity')]).toEqual([Infinity, -Infinity]);
  });
});
