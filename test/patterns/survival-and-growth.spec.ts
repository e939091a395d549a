import { describe, expect, it } from '@jest/globals';
import { kaplanMeier, stepAt, timeWhen } from '../../src/patterns/statistics/kaplan-meier.js';
import { growthOfRates, lengthsOf } from '../../src/patterns/statistics/rates.js';
import { daysUntilComplete, isStillComing } from '../../src/patterns/statistics/truncation.js';

/** Weeks in remission under 6-mercaptopurine; Freireich et al., Blood 21, 1963, the example of most textbooks. */
const remission = [
  [6, 3, 1],
  [7, 1, 0],
  [9, 0, 1],
  [10, 1, 1],
  [11, 0, 1],
  [13, 1, 0],
  [16, 1, 0],
  [17, 0, 1],
  [19, 0, 1],
  [20, 0, 1],
  [22, 1, 0],
  [23, 1, 0],
  [25, 0, 1],
  [32, 0, 2],
  [34, 0, 1],
  [35, 0, 1],
].map(([time, ended, censored]) => ({ time: time!, ended: ended!, censored: censored! }));

describe('The curve of Kaplan and Meier', () => {
  const curve = kaplanMeier(remission);

  // Published (Collett, Modelling Survival Data in Medical Research), and what R 4.2.2 answers with survival 3.5-3: survfit(Surv(t, s) ~ 1).
  it.each([
    [6, 21, 0.8571428571, 0.7198170839, 1],
    [7, 17, 0.806722689, 0.6531242185, 0.9964436759],
    [10, 15, 0.7529411765, 0.585918982, 0.9675747546],
    [13, 12, 0.6901960784, 0.5096130991, 0.9347691955],
    [16, 11, 0.6274509804, 0.4393939249, 0.8959949385],
    [22, 7, 0.5378151261, 0.3370366162, 0.858200848],
    [23, 6, 0.4481792717, 0.2487882268, 0.8073720455],
  ])('of remissions after %d weeks is that of the textbooks', (time, atRisk, survival, low, high) => {
    const step = stepAt(curve, time)!;
    expect(step.atRisk).toBe(atRisk);
    expect(step.survival).toBeCloseTo(survival, 9);
    expect(step.low).toBeCloseTo(low, 9);
    expect(step.high).toBeCloseTo(high, 9);
  });

  it('comes to a half after 23 weeks, at least 16, and nobody can say at most how many', () => {
    expect([timeWhen(curve, 0.5), timeWhen(curve, 0.5, 'low'), timeWhen(curve, 0.5, 'high')]).toEqual([23, 16, null]);
  });

  it('does not count whoever is still held as released, nor leave them out', () => {
    const open = kaplanMeier([
      { time: 10, ended: 1, censored: 0 },
      { time: 30, ended: 0, censored: 3 },
    ]);
    expect(open.map(({ survival }) => survival)).toEqual([0.75, 0.75]);
    expect(timeWhen(open, 0.5)).toBeNull();
  });

  it('ends at none, without bounds, when all have ended; between two times at a half is their middle', () => {
    const all = kaplanMeier([2, 4].map((time) => ({ time, ended: 1, censored: 0 })));
    expect(all.at(-1)).toMatchObject({ survival: 0, low: null, high: null });
    expect(timeWhen(all, 0.5)).toBe(3);
    // survfit(Surv(c(1, 2, 3, 5), c(1, 1, 0, 1)) ~ 1): who is lost in between ends nothing.
    const lost = [1, 2, 3, 5].map((time) => ({ time, ended: time === 3 ? 0 : 1, censored: time === 3 ? 1 : 0 }));
    expect(timeWhen(kaplanMeier(lost), 0.5)).toBe(3.5);
    expect(kaplanMeier([])).toEqual([]);
    expect(stepAt(all, 1)).toBeNull();
  });
});

describe('The growth of a rate', () => {
  it('compares what happened per month: 1,323 in 12 months to 2,364 in 9 is +138 %, not +79 %', () => {
    const growth = growthOfRates({ n: 1323, length: 12 }, { n: 2364, length: 9 })!;
    expect(growth.growth).toBeCloseTo(1.3824640968, 9);
    // R 4.2.2: poisson.test(c(2364, 1323), T = c(9, 12))
    expect(growth.low).toBeCloseTo(1.226460105097631, 9);
    expect(growth.high).toBeCloseTo(1.5502314074994334, 9);
  });

  it('from nothing has no name, and to nothing is -100 %', () => {
    expect(growthOfRates({ n: 0, length: 12 }, { n: 4, length: 9 })).toBeNull();
    expect(growthOfRates({ n: 4, length: 12 }, { n: 0, length: 9 })).toMatchObject({ growth: -1, low: -1 });
  });

  it('measures whole months as months, everything else in days', () => {
    expect(lengthsOf({ from: '2016-10-01', to: '2017-09-30' }, { from: '2017-10-01', to: '2018-06-30' })).toEqual({
      unit: 'months',
      lengths: [12, 9],
    });
    expect(lengthsOf({ from: '2016-02-01', to: '2016-02-29' }, { from: '2018-03-01', to: '2018-03-10' })).toEqual({
      unit: 'days',
      lengths: [29, 10],
    });
  });
});

describe('Right truncation', () => {
  it('lasts as long as 95 of 100 letters took, or 60 days while few are known', () => {
    expect(daysUntilComplete([{ value: 14, n: 19 }])).toBe(60);
    expect(
      daysUntilComplete([
        { value: 14, n: 90 },
        { value: 40, n: 10 },
      ]),
    ).toBe(40);
  });

  it('concerns the months of prints whose slow letters cannot have come yet', () => {
    expect(isStillComing('2018-02', '2018-03-20', 30)).toBe(true);
    expect(isStillComing('2018-02', '2018-03-30', 30)).toBe(false);
    expect(isStillComing('2017-12', '2018-03-30', 60)).toBe(false);
  });
});
