import { describe, expect, it } from '@jest/globals';
import { earsBound, type EarsMethod } from '../../src/patterns/statistics/ears.js';

/**
 * Salmonella Newport in Germany, cases per week: the eleven weeks before 2011 and the first 49 of it. `salmNewport` of R's
 * package surveillance, all states together, as its own test of `earsC` and its vignette (Journal of Statistical Software
 * 70, 2016, section 2) use it.
 */
const newport = [
  3, 3, 5, 3, 1, 1, 1, 3, 3, 1, 2, 1, 0, 3, 3, 3, 1, 0, 0, 0, 1, 3, 0, 2, 2, 3, 3, 0, 3, 2, 1, 2, 1, 1, 0, 3, 1, 2, 0,
  0, 2, 5, 2, 0, 3, 6, 1, 2, 1, 2, 0, 2, 0, 3, 9, 41, 45, 17, 3, 3,
];
/** Before the first week of 2011. */
const before = 11;
/** The first of those whose bounds are below. */
const from = 31;

/** What `upperbound(earsC(...))` answers for weeks 31 to 49: R 4.2.2, surveillance 1.20.3. C1 at 0.05 without a least sigma. */
const c1 = [
  3.14133093, 4.77315667, 4.51766931, 4.55297897, 4.82276689, 6.35305913, 6.2311307, 6.2311307, 5.35328269, 5.35328269,
  5.35328269, 5.1496549, 2.6227902, 3.29366013, 7.53001743, 32.49240586, 46.98638464, 47.73063545, 47.66510304,
];
const byR: [EarsMethod, number, number, number[]][] = [
  ['C1', 0.05, 0, c1],
  // In the last five weeks the deviation is greater than the least.
  [
    'C1',
    0.05,
    2,
    [
      4.4325644, 5.14685011, 5.00399297, 4.86113583, 5.00399297, 6.35305913, 6.2311307, 6.2311307, 5.4325644, 5.4325644,
      5.4325644, 5.28970725, 4.4325644, 4.71827868,
    ].concat(c1.slice(-5)),
  ],
  // C2 is C1 of two weeks before.
  ['C2', 0.05, 0, [2.90127964, 2.89931337, ...c1.slice(0, -2)]],
  [
    'C2',
    0.025,
    2,
    [
      5.06278511, 4.91992797, 5.06278511, 5.77707083, 5.63421368, 5.49135654, 5.63421368, 7.07751931, 6.90486498,
      6.90486498, 6.06278511, 6.06278511, 6.06278511, 5.91992797, 5.06278511, 5.3484994, 8.50731927, 37.157134,
      53.25096633,
    ],
  ],
  [
    'C3',
    0.025,
    0,
    [
      7.09528963, 1.25168156, 0, 6.47464477, 9.34043758, 1.80730092, 2.8416694, 5.50609074, 6.19057927, 4.19057927,
      5.82545799, 3.82545799, 6.82545799, 12.7530453, 40.37408395, 0, 0, 0, 0,
    ],
  ],
  [
    'C3',
    0.05,
    2,
    [
      8.28970725, 3.4325644, 1.4325644, 6.28970725, 9.28970725, 2.00399297, 3.00399297, 4.78163056, 5.51684498,
      3.51684498, 5.28970725, 3.28970725, 6.28970725, 12.28970725, 39.28970725, 5.4325644, 0, 0, 0,
    ],
  ],
  [
    'C3',
    0.05,
    0,
    [
      6.75842249, 0.88782346, 0, 5.91601382, 8.80338359, 1.23611489, 2.24616679, 4.78163056, 5.51684498, 3.51684498,
      5.21042555, 3.21042555, 6.21042555, 12.1496549, 40.09056801, 0, 0, 0, 0,
    ],
  ],
];

/** For each week of 2011. */
const bounds = (method: EarsMethod, alpha: number, minSigma: number) =>
  newport.slice(before).map((_, week) => earsBound(newport.slice(0, before + week + 1), method, { alpha, minSigma })!);

describe('The bounds of EARS', () => {
  it.each(byR)(
    'for %s with alpha %d and a least sigma of %d are those of the package',
    (method, alpha, minSigma, theirs) => {
      const ours = bounds(method, alpha, minSigma).slice(from - 1);
      expect(ours.map((bound) => bound.toFixed(8))).toEqual(theirs.map((bound) => bound.toFixed(8)));
    },
  );

  it('are those that its own test publishes: 3.278854, 3.278854, 3.436517, 3.855617', () => {
    const first = bounds('C1', 0.05, 0).slice(0, 4);
    expect(first.map((bound) => bound.toFixed(6))).toEqual(['3.278854', '3.278854', '3.436517', '3.855617']);
  });

  it.each([
    ['C1', [31, 35, 43, 44, 45, 46]],
    ['C2', [15, 16, 31, 35, 44, 45, 46, 47]],
    ['C3', [32, 45, 46, 47, 48, 49]],
  ] as const)('are exceeded under %s in the weeks in which the package raises an alarm', (method, weeks) => {
    const above = bounds(method, 0.05, 0).flatMap((bound, week) => (newport[before + week]! > bound ? [week + 1] : []));
    expect(above).toEqual(weeks);
  });
});
