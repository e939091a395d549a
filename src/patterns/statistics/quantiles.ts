/** How often a value occurs; a list of them in ascending order of the value is a histogram. */
export interface ValueCount {
  value: number;
  n: number;
}

/**
 * The quantile at `share` (0 to 1) of values of which only the histogram is at hand: linear interpolation between the
 * two values whose ranks enclose `share * (n - 1)`. Definition 7 of Hyndman and Fan (Sample Quantiles in Statistical
 * Packages, The American Statistician 50, 1996), which is that of PostgreSQL's `percentile_cont`, R and NumPy. Of an even
 * number of values the median is therefore the mean of the two in the middle.
 * @param histogram in ascending order of the value
 * @returns null when there is no value
 */
export function quantile(histogram: readonly ValueCount[], share: number): number | null {
  const n = total(histogram);
  if (n === 0) return null;
  const rank = share * (n - 1);
  const below = Math.floor(rank);
  const lower = atRank(histogram, below);
  const upper = atRank(histogram, Math.ceil(rank));
  return lower + (rank - below) * (upper - lower);
}

/** How many values a histogram counts. */
export const total = (histogram: readonly ValueCount[]): number => histogram.reduce((sum, { n }) => sum + n, 0);

/** The value at a rank, counted from 0 in ascending order. */
function atRank(histogram: readonly ValueCount[], rank: number): number {
  let passed = 0;
  for (const { value, n } of histogram) {
    passed += n;
    if (rank < passed) return value;
  }
  return histogram[histogram.length - 1]!.value;
}
