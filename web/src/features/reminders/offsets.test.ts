import { describe, expect, it } from 'vitest';
import { inOrder, offsetOf, partsOf } from './offsets.js';

describe('an offset of the plan', () => {
  it.each(['P7D', 'P2W', 'PT2H', 'PT90M'])('%s is the same after it was taken apart', (offset) => {
    const { count, unit } = partsOf(offset)!;
    expect(offsetOf(count, unit)).toBe(offset);
  });

  it('stands in the order in which it comes', () => {
    expect(inOrder(['PT2H', 'P7D', 'P1D'], 'before')).toEqual(['P7D', 'P1D', 'PT2H']);
    expect(inOrder(['P21D', 'PT45M', 'P10D'], 'after')).toEqual(['PT45M', 'P10D', 'P21D']);
  });
});
