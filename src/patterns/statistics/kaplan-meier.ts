/** How many were followed for a time, and for how many of them it ended then; the others were still in it. */
export interface FollowedUp {
  /** Whole days. */
  time: number;
  ended: number;
  censored: number;
}

/** One step of the curve: from this time on the share is `survival`, until the next step. */
export interface CurveStep extends FollowedUp {
  atRisk: number;
  survival: number;
  /** Bounds of the 95 % interval at this time; null once nobody is left. */
  low: number | null;
  high: number | null;
}

const z = 1.959963984540054;

/**
 * The share that is still in something after a time, when for some it has not ended yet: the product-limit estimator of
 * E. L. Kaplan and P. Meier (Nonparametric Estimation from Incomplete Observations, Journal of the American Statistical
 * Association 53, 1958), with the variance of M. Greenwood (1926) and the interval on the logarithm of the share, which is
 * what R's `survfit` gives (`conf.type = "log"`).
 * @param times one entry for each time, in ascending order
 */
export function kaplanMeier(times: readonly FollowedUp[]): CurveStep[] {
  let atRisk = times.reduce((so, { ended, censored }) => so + ended + censored, 0);
  let survival = 1;
  let variance = 0;
  return times.map((entry) => {
    const step = atRisk;
    survival *= 1 - entry.ended / step;
    if (entry.ended > 0) variance += step > entry.ended ? entry.ended / (step * (step - entry.ended)) : Infinity;
    atRisk -= entry.ended + entry.censored;
    const half = z * Math.sqrt(variance);
    const bounded = survival > 0;
    return {
      ...entry,
      atRisk: step,
      survival,
      low: bounded ? survival * Math.exp(-half) : null,
      high: bounded ? Math.min(1, survival * Math.exp(half)) : null,
    };
  });
}

/**
 * The first time at which the share is `share` or less, as R's `survfit` gives the median; between two times at exactly
 * `share`, the middle of them.
 * @param of which line of the curve: the estimate, or a bound of it
 * @returns null when the curve does not come down so far: more than half are still held
 */
export function timeWhen(
  curve: readonly CurveStep[],
  share: number,
  of: 'survival' | 'low' | 'high' = 'survival',
): number | null {
  // Products of fractions miss a round number by a hair.
  const crumb = 1e-12;
  const at = curve.findIndex((step) => (step[of] ?? (of === 'high' ? Infinity : 0)) <= share + crumb);
  if (at < 0) return null;
  const value = curve[at]![of];
  if (value === null || Math.abs(value - share) > crumb) return curve[at]!.time;
  const next = curve.find((step, index) => index > at && step.ended > 0);
  return next ? (curve[at]!.time + next.time) / 2 : curve[at]!.time;
}

/** The step that holds at a time; the share is 1 before the first. */
export function stepAt(curve: readonly CurveStep[], time: number): CurveStep | null {
  return curve.findLast((step) => step.time <= time) ?? null;
}
