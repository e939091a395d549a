import { HttpError } from '@oazapfts/runtime';
import { describe, expect, it } from 'vitest';
import { problemOf, waitOf } from './problem.js';

describe('A refusal', () => {
  const refused = (headers: Headers) => problemOf(new HttpError(429, { code: 'sign_in.locked' }, headers)).retryAfter;

  it('says when to try again, where the server does', () => {
    expect(refused(new Headers({ 'retry-after': '90' }))).toBe(90);
    expect(refused(new Headers())).toBeUndefined();
  });

  it('never names a wait that is too short', () => {
    expect([1, 59, 60, 61, 900].map(waitOf)).toEqual([
      { unit: 'seconds', count: 1 },
      { unit: 'seconds', count: 59 },
      { unit: 'minutes', count: 1 },
      { unit: 'minutes', count: 2 },
      { unit: 'minutes', count: 15 },
    ]);
  });
});
