import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { betaQuantile, incompleteBeta, logGamma } from '../../src/patterns/statistics/incomplete-beta.js';
import { lagBins, lagFigures } from '../../src/patterns/statistics/lag.js';
import { clopperPearson, proportion, wilson } from '../../src/patterns/statistics/proportions.js';
import { quantile, type ValueCount } from '../../src/patterns/statistics/quantiles.js';

const histogramOf = (values: number[]): ValueCount[] =>
  [...new Set(values)]
    .sort((a, b) => a - b)
    .map((value) => ({ value, n: values.filter((other) => other === value).length }));

describe('A quantile', () => {
  // numpy.quantile(values, [.25, .5, .75])
  it.each([
    [[1, 2, 3, 4], 1.75, 2.5, 3.25],
    [[14], 14, 14, 14],
    [[3, 1, 2], 1.5, 2, 2.5],
    [[10, 12, 14, 15, 16, 21, 38], 13, 15, 18.5],
    [[2, 2, 2, 9], 2, 2, 3.75],
  ])('of %j has the values of definition 7', (values, q1, median, q3) => {
    const histogram = histogramOf(values);
    expect([0.25, 0.5, 0.75].map((share) => quantile(histogram, share))).toEqual([q1, median, q3]);
  });

  it('of nothing is unknown', () => {
    expect(quantile([], 0.5)).toBeNull();
  });

  it('lies between the smallest and the largest value and never falls as the share rises', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(800), { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, share) => {
          const histogram = histogramOf(values);
          const at = quantile(histogram, share)!;
          expect(at).toBeGreaterThanOrEqual(Math.min(...values));
          expect(at).toBeLessThanOrEqual(Math.max(...values));
          expect(quantile(histogram, share / 2)!).toBeLessThanOrEqual(at);
        },
      ),
    );
  });
});

describe('The Wilson interval', () => {
  // Table I of Newcombe, Statistics in Medicine 17 (1998), method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [2, 2, 0.3424, 1],
  ])('of %d of %d is the published one', (k, n, low, high) => {
    const interval = wilson(k, n)!;
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  // scipy.stats.binomtest(k, n).proportion_ci(0.95, 'wilson')
  it.each([
    [0, 1, 0, 0.7934506856227626],
    [1, 2, 0.09453120573423074, 0.9054687942657693],
    [5, 6, 0.43649717781352976, 0.9699466302516933],
    [60_000, 120_000, 0.4971710809443474, 0.5028289190556525],
    [3, 120_000, 8.502291667468424e-6, 7.350723986966342e-5],
  ])('of %d of %d agrees with an independent computation', (k, n, low, high) => {
    const interval = wilson(k, n)!;
    expect(interval.low).toBeCloseTo(low, 13);
    expect(interval.high).toBeCloseTo(high, 13);
  });

  it('stays within 0 and 1, encloses the share and mirrors that of the others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const k = Math.round(share * n);
        const { low, high } = wilson(k, n)!;
        const mirrored = wilson(n - k, n)!;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(k / n);
        expect(high).toBeGreaterThanOrEqual(k / n);
        expect(low).toBeCloseTo(1 - mirrored.high, 12);
      }),
    );
  });
});

describe('The Clopper-Pearson interval', () => {
  // Table I of Newcombe, method 5.
  it.each([
    [81, 263, 0.2527, 0.3676],
    [15, 148, 0.0578, 0.1617],
    [0, 20, 0, 0.1684],
    [1, 29, 0.0009, 0.1776],
    [2, 2, 0.1581, 1],
  ])('of %d of %d is the published one', (k, n, low, high) => {
    const interval = clopperPearson(k, n)!;
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  // scipy.stats.binomtest(k, n).proportion_ci(0.95, 'exact')
  it.each([
    [1, 1, 0.025, 1],
    [5, 6, 0.3587654210025136, 0.9957892554855104],
    [4, 6, 0.22277809550354957, 0.9567281317071105],
    [60_000, 120_000, 0.4971668976324384, 0.5028331023675617],
    [3, 120_000, 5.155630697703496e-6, 7.305885326436519e-5],
    [119_999, 120_000, 0.9999535705230403, 0.9999997890182892],
  ])('of %d of %d agrees with an independent computation', (k, n, low, high) => {
    const interval = clopperPearson(k, n)!;
    expect(interval.low).toBeCloseTo(low, 11);
    expect(interval.high).toBeCloseTo(high, 11);
  });

  it('leaves at most a fortieth on either side, counted by the binomial distribution itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(40), (n, some) => {
        const k = Math.min(some, n);
        const { low, high } = clopperPearson(k, n)!;
        if (k > 0) expect(atLeast(k, n, low)).toBeCloseTo(0.025, 9);
        if (k < n) expect(1 - atLeast(k + 1, n, high)).toBeCloseTo(0.025, 9);
      }),
    );
  });
});

/** P(X >= k) for X binomial, term by term. */
function atLeast(k: number, n: number, p: number): number {
  let sum = 0;
  let ways = 1;
  for (let i = 0; i <= n; i += 1) {
    if (i >= k) sum += ways * p ** i * (1 - p) ** (n - i);
    ways = (ways * (n - i)) / (i + 1);
  }
  return sum;
}

describe('The functions below the intervals', () => {
  it('know the logarithm of the factorials', () => {
    let sum = 0;
    for (let n = 1; n < 60; n += 1) {
      expect(logGamma(n)).toBeCloseTo(sum, 11);
      sum += Math.log(n);
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  });

  // scipy.special.betainc
  it.each([
    [0.5, 0.5, 0.3, 0.36901011956554536],
    [2, 3, 0.4, 0.5248],
    [60, 40, 0.55, 0.1537752023186018],
    [1, 1, 0.2, 0.2],
    [10, 0.1, 0.99, 0.17551032909330117],
  ])('know the beta distribution (%d, %d) at %d', (a, b, x, expected) => {
    expect(incompleteBeta(a, b, x)).toBeCloseTo(expected, 13);
    expect(betaQuantile(expected, a, b)).toBeCloseTo(x, 11);
  });
});

describe('A proportion', () => {
  it('of nobody has neither share nor interval', () => {
    expect(proportion(0, 0)).toEqual({ n: 0, of: 0, share: null, wilson: null, clopperPearson: null });
  });

  it('of everybody ends at exactly 1, and of none begins at exactly 0', () => {
    expect(proportion(6, 6)).toMatchObject({ share: 1, wilson: { high: 1 }, clopperPearson: { high: 1 } });
    expect(proportion(0, 6)).toMatchObject({ share: 0, wilson: { low: 0 }, clopperPearson: { low: 0 } });
  });
});

describe('The figures of lags', () => {
  it('count every lag in exactly one bin', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(900), { maxLength: 80 }), (values) => {
        const figures = lagFigures(histogramOf(values));
        expect(figures.n).toBe(values.length);
        expect(figures.bins.reduce((sum, { n }) => sum + n, 0)).toBe(values.length);
      }),
    );
  });

  it('put the days at the edges where they belong', () => {
    const edges = [0, 7, 8, 14, 15, 21, 22, 30, 31, 60, 61, 400];
    expect(lagFigures(histogramOf(edges)).bins).toEqual(lagBins.map((bin) => ({ ...bin, n: 2 })));
  });

  it('hold the 10th and the 21st day to be within 10 to 21 days, the 9th and the 22nd not', () => {
    expect(lagFigures(histogramOf([9, 10, 21, 22])).shareWithin10To21).toBe(0.5);
  });

  it('of no letter are unknown, with empty bins', () => {
    expect(lagFigures([])).toEqual({
      n: 0,
      median: null,
      q1: null,
      q3: null,
      min: null,
      max: null,
      bins: lagBins.map((bin) => ({ ...bin, n: 0 })),
      shareWithin10To21: null,
    });
  });
});
