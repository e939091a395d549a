import { quantile, total, type ValueCount } from './quantiles.js';

/** Days from and to, both included; the last bin is open. */
export const lagBins = [
  { from: 0, to: 7 },
  { from: 8, to: 14 },
  { from: 15, to: 21 },
  { from: 22, to: 30 },
  { from: 31, to: 60 },
  { from: 61, to: null },
] as const satisfies readonly { from: number; to: number | null }[];

/** The days after a print within which the first reports saw letters arrive. */
const reported = { from: 10, to: 21 };

/** How long letters took after fingerprints, in days. */
export interface LagFigures {
  n: number;
  median: number | null;
  q1: number | null;
  q3: number | null;
  min: number | null;
  max: number | null;
  bins: { from: number; to: number | null; n: number }[];
  shareWithin10To21: number | null;
}

const within =
  ({ from, to }: { from: number; to: number | null }) =>
  ({ value }: ValueCount) =>
    value >= from && (to === null || value <= to);

/**
 * The figures of a histogram of lags.
 * @param histogram whole days from 0 up, in ascending order; quartiles as {@link quantile} defines them
 */
export function lagFigures(histogram: readonly ValueCount[]): LagFigures {
  const n = total(histogram);
  return {
    n,
    median: quantile(histogram, 0.5),
    q1: quantile(histogram, 0.25),
    q3: quantile(histogram, 0.75),
    min: histogram[0]?.value ?? null,
    max: histogram[histogram.length - 1]?.value ?? null,
    bins: lagBins.map((bin) => ({ ...bin, n: total(histogram.filter(within(bin))) })),
    shareWithin10To21: n === 0 ? null : total(histogram.filter(within(reported))) / n,
  };
}
