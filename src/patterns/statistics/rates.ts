import { clopperPearson } from './proportions.js';

/** How many events in how long a time; the unit of the time is that of the other period. */
export interface Period {
  n: number;
  length: number;
}

/** By how much a rate grew: 1.38 is +138 %. Bounds are those of a 95 % interval. */
export interface Growth {
  growth: number;
  low: number;
  high: number | null;
}

/**
 * How much more often something happens in a later period than in an earlier one, the two being of any length: counts are
 * compared per unit of time, never as they are. 1,323 in 12 months and 2,364 in 9 are 110.25 and 262.67 a month, which
 * is +138 %, not +79 %.
 *
 * The interval is the exact one for the ratio of two Poisson rates: given the sum of both, the later count is binomial
 * (J. Przyborowski and H. Wilenski, Homogeneity of results in testing samples from Poisson series, Biometrika 31, 1940),
 * so that the bounds are those of Clopper and Pearson.
 * @returns null when the earlier period has none, or one of them no length; `high` is null when it is without bound
 */
export function growthOfRates(earlier: Period, later: Period): Growth | null {
  if (earlier.n === 0 || earlier.length <= 0 || later.length <= 0) return null;
  const time = earlier.length / later.length;
  const { low, high } = clopperPearson(later.n, earlier.n + later.n)!;
  return {
    growth: (later.n / earlier.n) * time - 1,
    low: (low / (1 - low)) * time - 1,
    high: high < 1 ? (high / (1 - high)) * time - 1 : null,
  };
}

/**
 * The length of two periods of whole days in one unit: in months where both begin on the first and end on the last day of
 * a month, since that is how people count; else in days.
 * @param periods each from a day to a day, both included, `YYYY-MM-DD`
 */
export function lengthsOf(...periods: { from: string; to: string }[]): { unit: 'months' | 'days'; lengths: number[] } {
  const months = periods.map(wholeMonths);
  if (months.every((length) => length !== null)) return { unit: 'months', lengths: months };
  return { unit: 'days', lengths: periods.map(({ from, to }) => (day(to) - day(from)) / dayMs + 1) };
}

const dayMs = 86_400_000;
const day = (date: string) => Date.parse(`${date}T00:00:00Z`);

function wholeMonths({ from, to }: { from: string; to: string }): number | null {
  const after = new Date(day(to) + dayMs).toISOString().slice(0, 10);
  if (!from.endsWith('-01') || !after.endsWith('-01')) return null;
  const count = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return count(after) - count(from);
}
