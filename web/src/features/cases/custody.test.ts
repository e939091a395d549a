import { describe, expect, it } from 'vitest';
import { custodyNow } from './custody.js';

type Steps = Parameters<typeof custodyNow>[0];
const at = (day: number, kind: Steps[number]['kind'], facilityId?: string): Steps[number] => ({
  kind,
  at: `2018-03-${String(day).padStart(2, '0')}T14:00:00.000Z`,
  zone: 'America/New_York',
  facilityId,
});

describe('who is held', () => {
  it('is held since the first step, where the last one says, in whatever order they come', () => {
    const steps = [at(9, 'transferred', 'second'), at(2, 'detained', 'first'), at(12, 'bond_denied')];
    expect(custodyNow(steps)).toMatchObject({ since: steps[1], facilityId: 'second' });
    expect(custodyNow([...steps, at(10, 'located')])).toMatchObject({ since: steps[1], facilityId: 'second' });
  });

  it('is nowhere that is known after a transfer that does not say where to', () => {
    expect(custodyNow([at(2, 'detained', 'first'), at(3, 'transferred')])).toEqual({
      since: at(2, 'detained', 'first'),
    });
  });

  it('is held no more once out, and anew when it happens again', () => {
    const out = [at(2, 'detained'), at(5, 'released')];
    expect(custodyNow([])).toBeUndefined();
    expect(custodyNow(out)).toBeUndefined();
    expect(custodyNow([...out, at(7, 'detained')])).toEqual({ since: at(7, 'detained') });
    expect(custodyNow([...out, at(6, 'not_located')])).toBeUndefined();
  });
});
