import { normalQuantile, studentTail } from './normal.js';

export interface EarsOptions {
  /** How likely a week without anything new may be to exceed the bound, if counts were normal and the past were known exactly. */
  alpha: number;
  /** Weeks of the same count would have a standard deviation of 0, and one letter more would be an alarm. */
  minSigma: number;
}

export const earsMethods = ['C1', 'C2', 'C3'] as const;
export type EarsMethod = (typeof earsMethods)[number];

const baseline = 7;
/** Weeks before the one in question that each method looks at. */
export const weeksNeeded: Record<EarsMethod, number> = { C1: baseline, C2: baseline + 2, C3: baseline + 4 };

export function mean(values: readonly number[]): number {
  return values.reduce((so, value) => so + value, 0) / values.length;
}

/** With n - 1 in the denominator. */
export function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(values.reduce((so, value) => so + (value - centre) ** 2, 0) / (values.length - 1));
}

const before = (counts: readonly number[], at: number, lag: number) => counts.slice(at - lag - baseline, at - lag);

/**
 * The bound above which the last count of a series is more than its recent past explains: the Early Aberration Reporting
 * System (L. Hutwagner, W. Thompson, G. M. Seeman and T. Treadwell, The bioterrorism preparedness and response Early
 * Aberration Reporting System, Journal of Urban Health 80, 2003), as `earsC` of R's package surveillance computes it
 * (M. Salmon, D. Schumacher and M. Höhle, Monitoring Count Time Series in R, Journal of Statistical Software 70, 2016).
 *
 * - C1: mean and standard deviation of the seven weeks before. C2: of the seven weeks that end two weeks before, so that a
 *   rise which began last week does not hide this one. C3: C2, made stricter by how much the last two weeks exceeded theirs.
 * - With the weeks 1, 1, 1, 3, 3, 1, 2 before and alpha 0.05 the bound of C1 is 3.278854.
 * @param counts in the order of time, without gaps, the week in question last
 * @returns null when there are not as many weeks before it as the method needs
 */
export function earsBound(
  counts: readonly number[],
  method: EarsMethod,
  { alpha, minSigma }: EarsOptions,
): number | null {
  const now = counts.length - 1;
  if (now < weeksNeeded[method]) return null;
  const z = normalQuantile(1 - alpha);
  const sigma = (at: number, lag: number) => Math.max(deviation(before(counts, at, lag)), minSigma);
  switch (method) {
    case 'C1':
      return mean(before(counts, now, 0)) + z * sigma(now, 0);
    case 'C2':
      return mean(before(counts, now, 2)) + z * sigma(now, 2);
    case 'C3': {
      const excess = (at: number) => {
        const above = counts[at]! - mean(before(counts, at, 2));
        const spread = sigma(at, 2);
        // Weeks alike and no least sigma: anything above them is beyond measure.
        return spread === 0 ? (above > 0 ? Infinity : 0) : Math.max(0, above / spread - 1);
      };
      const past = excess(now - 2) + excess(now - 1);
      return Math.max(
        0,
        counts[now]! + (sigma(now, 2) === 0 ? (past > z ? -Infinity : 0) : sigma(now, 2) * (z - past)),
      );
    }
  }
}

/**
 * How likely a count as high as the last one is by chance, given that the mean and spread are only known from seven weeks:
 * one sided, by the prediction interval of a further value from a normal sample (G. J. Hahn and W. Q. Meeker, Statistical
 * Intervals, 1991, 4.7), which is Student's t with six degrees of freedom. Half a letter is taken off, since counts are whole.
 * @param lag weeks between those seven and the one in question: 0 as in C1, 2 as in C2
 * @returns null when there are too few weeks
 */
export function chanceOf(counts: readonly number[], minSigma: number, lag: 0 | 2 = 0): number | null {
  const now = counts.length - 1;
  if (now < baseline + lag) return null;
  const past = before(counts, now, lag);
  const spread = Math.max(deviation(past), minSigma);
  const above = counts[now]! - 0.5 - mean(past);
  if (spread === 0) return above > 0 ? 0 : 1;
  return studentTail(above / (spread * Math.sqrt(1 + 1 / baseline)), baseline - 1);
}

/**
 * What each of many chances is once all are taken together: the step-up adjustment of Y. Benjamini and Y. Hochberg
 * (Controlling the False Discovery Rate, Journal of the Royal Statistical Society B 57, 1995), as R's `p.adjust(method =
 * "BH")`. Of those that stay below a share, about that share are false.
 */
export function adjusted(chances: readonly number[]): number[] {
  const order = chances.map((_, at) => at).sort((a, b) => chances[b]! - chances[a]!);
  const result = new Array<number>(chances.length);
  let least = 1;
  order.forEach((at, position) => {
    least = Math.min(least, (chances[at]! * chances.length) / (chances.length - position));
    result[at] = least;
  });
  return result;
}
