import { describe, expect, it } from '@jest/globals';
import { adjusted, chanceOf, deviation, earsBound, mean } from '../../src/patterns/statistics/ears.js';
import { normalQuantile, studentTail } from '../../src/patterns/statistics/normal.js';
import { newThings } from '../../src/patterns/news/judge.js';

const five = { alpha: 0.05, minSigma: 0 };

describe('The distributions below the bounds', () => {
  // scipy.stats.norm.ppf
  it.each([
    [0.95, 1.6448536269514722],
    [0.975, 1.959963984540054],
    [0.999, 3.090232306167813],
    [0.001, -3.090232306167813],
    [1e-8, -5.612001244174789],
    [1e-20, -9.262340089798409],
    [0.3, -0.5244005127080409],
    [0.51, 0.02506890825871106],
  ])('know the quantile of the normal distribution at %d', (p, expected) => {
    expect(normalQuantile(p)).toBeCloseTo(expected, 13);
  });

  // scipy.stats.t.sf
  it.each([
    [2, 6, 0.04621315576583756],
    [-1.3, 6, 0.8793474126886069],
    [0.2, 3, 0.4271351646231395],
    [5, 10, 0.00026866680137822634],
  ])("know how much of Student's t is above %d with %d degrees of freedom", (t, df, expected) => {
    expect(studentTail(t, df)).toBeCloseTo(expected, 13);
  });
});

describe('The bounds of EARS', () => {
  it('are what the seven weeks before say: 3.278854 after 1, 1, 1, 3, 3, 1, 2 at 0.05', () => {
    expect(earsBound([1, 1, 1, 3, 3, 1, 2, 7], 'C1', five)).toBeCloseTo(3.278854, 6);
  });

  // NumPy and SciPy, by the definitions in surveillance::earsC.
  it('leave the last two weeks out for C2, and follow them for C3', () => {
    const weeks = [2, 0, 1, 3, 1, 1, 1, 3, 3, 1, 2, 7];
    expect(earsBound(weeks, 'C1', five)).toBeCloseTo(3.2788535935876855, 12);
    expect(earsBound(weeks, 'C2', five)).toBeCloseTo(3.6155653495556814, 12);
    expect(earsBound(weeks, 'C3', { alpha: 0.025, minSigma: 0 })).toBeCloseTo(9.095289634447195, 12);
  });

  it('fall to zero for C3 when two weeks in a row were far above theirs', () => {
    expect(earsBound([1, 1, 2, 1, 2, 1, 2, 1, 6, 5, 4, 5], 'C3', { alpha: 0.025, minSigma: 0 })).toBe(0);
  });

  it('are at least so many least deviations above the mean', () => {
    const quiet = [1, 1, 1, 1, 1, 1, 1, 2];
    expect(earsBound(quiet, 'C1', five)).toBe(1);
    expect(earsBound(quiet, 'C1', { ...five, minSigma: 1 })).toBeCloseTo(1 + 1.6448536269514722, 12);
  });

  it('are not known before there are enough weeks', () => {
    const weeks = (n: number) => Array.from({ length: n }, (_, at) => at % 3);
    for (const [method, needed] of [
      ['C1', 7],
      ['C2', 9],
      ['C3', 11],
    ] as const) {
      expect(earsBound(weeks(needed), method, five)).toBeNull();
      expect(earsBound(weeks(needed + 1), method, five)).not.toBeNull();
    }
  });
});

describe('The chance of a week', () => {
  it('is that of a further value from so few, half a letter less', () => {
    expect(chanceOf([1, 1, 1, 3, 3, 1, 2, 7], 0)).toBeCloseTo(0.0016521861117106207, 12);
  });

  it('of many at once is adjusted as Benjamini and Hochberg do', () => {
    // R: p.adjust(method = "BH")
    expect(adjusted([0.01, 0.04, 0.03, 0.5, 0.002]).map((chance) => Number(chance.toFixed(12)))).toEqual([
      0.025, 0.05, 0.05, 0.5, 0.01,
    ]);
    expect(adjusted([])).toEqual([]);
  });
});

/** Park and Miller's minimal standard, so that the figures are the same in each run. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** Knuth's product of uniforms. */
function poisson(rate: number, next: () => number): number {
  const floor = Math.exp(-rate);
  let count = 0;
  for (let product = next(); product > floor; product *= next()) count += 1;
  return count;
}

describe('False alarms', () => {
  const weeks = 12;
  const rounds = 600;

  it('of one series are more than alpha says, which is why a bound alone tells nobody', () => {
    const next = random(20180301);
    const lines: string[] = [];
    for (const rate of [0.5, 2, 8]) {
      const above = { C1: 0, C2: 0, C3: 0 };
      for (let round = 0; round < rounds; round += 1) {
        const counts = Array.from({ length: weeks }, () => poisson(rate, next));
        for (const method of ['C1', 'C2', 'C3'] as const)
          if (counts.at(-1)! > earsBound(counts, method, { alpha: 0.05, minSigma: 0.5 })!) above[method] += 1;
      }
      const shares = Object.entries(above).map(([method, n]) => `${method} ${((100 * n) / rounds).toFixed(1)} %`);
      lines.push(`${rate} letters a week: ${shares.join(', ')}`);
      expect(above.C1 / rounds).toBeGreaterThan(0.02);
      expect(above.C1 / rounds).toBeLessThan(0.2);
    }
    process.stderr.write(`weeks above the bound though nothing is new, alpha 5 %\n  ${lines.join('\n  ')}\n`);
  });

  it.each([1, 8, 24])('that reach people are kept to few weeks, with %d series looked at', (series) => {
    const next = random(1323 + series);
    let alarmed = 0;
    for (let round = 0; round < rounds; round += 1) {
      const looked = Array.from({ length: series }, (_, at) => ({
        by: 'office' as const,
        key: String(at),
        name: null,
        counts: Array.from({ length: weeks }, () => poisson([0.5, 1, 3, 8][at % 4]!, next)),
      }));
      if (newThings(looked).some(({ isNew }) => isNew)) alarmed += 1;
    }
    const share = alarmed / rounds;
    process.stderr.write(`weeks with a false alarm, ${series} series: ${(100 * share).toFixed(1)} %\n`);
    expect(share).toBeLessThan(0.08);
  });

  it('do not come at the price of silence: four times as many letters as before are noticed', () => {
    const next = random(2364);
    let noticed = 0;
    for (let round = 0; round < rounds; round += 1) {
      const looked = Array.from({ length: 12 }, (_, at) => ({
        by: 'office' as const,
        key: String(at),
        name: null,
        counts: [
          ...Array.from({ length: weeks - 1 }, () => poisson(3, next)),
          at === 0 ? poisson(3, next) + 12 : poisson(3, next),
        ],
      }));
      if (newThings(looked).some(({ key, isNew }) => key === '0' && isNew)) noticed += 1;
    }
    process.stderr.write(`a fivefold week among 12 series is noticed: ${((100 * noticed) / rounds).toFixed(1)} %\n`);
    expect(noticed / rounds).toBeGreaterThan(0.5);
  });
});

it('Mean and deviation are those of a sample', () => {
  expect(mean([1, 1, 1, 3, 3, 1, 2])).toBeCloseTo(12 / 7, 12);
  expect(deviation([1, 1, 1, 3, 3, 1, 2])).toBeCloseTo(0.9511897312113419, 12);
});
