import { describe, expect, it } from '@jest/globals';
import { PermanentFailure, TransientFailure } from '../../src/platform/channels/channel.js';
import { nextTry } from '../../src/reminders/retry.js';

const now = new Date('2018-03-01T15:00:00Z');
const seconds = (error: Error, attempts: number, by: number) => {
  const at = nextTry(error, attempts, now, () => by);
  return at && (at.getTime() - now.getTime()) / 1000;
};
const busy = new TransientFailure('sms.rate_limited');

describe('What failed for now', () => {
  it('is tried again after 1, 2, 4 ... minutes, an hour at most, twelve times in all', () => {
    expect([1, 2, 3, 6, 7, 11].map((attempts) => seconds(busy, attempts, 1))).toEqual([60, 120, 240, 1920, 3600, 3600]);
    expect(nextTry(busy, 12, now)).toBeUndefined();
  });

  it('is not tried again together with what failed beside it', () => {
    expect([seconds(busy, 1, 0), seconds(busy, 1, 0.5)]).toEqual([30, 45]);
  });

  it('waits for as long as the provider asks', () => {
    expect(seconds(new TransientFailure('sms.rate_limited', 600_000), 1, 1)).toBe(600);
    expect(seconds(new TransientFailure('sms.rate_limited', 1000), 1, 1)).toBe(60);
  });
});

it('What failed for good is not tried again, and what nobody foresaw is', () => {
  expect(nextTry(new PermanentFailure('sms.number_invalid'), 1, now)).toBeUndefined();
  expect(seconds(new Error('?'), 1, 1)).toBe(60);
});
