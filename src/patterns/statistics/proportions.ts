import { betaQuantile } from './incomplete-beta.js';

/** Bounds of a share, between 0 and 1. */
export interface Interval {
  low: number;
  high: number;
}

/** 0.975 quantile of the standard normal distribution: two-sided intervals of 95 %. */
const z = 1.959963984540054;
const tail = 0.025;

/**
 * The 95 % score interval of Wilson for `k` of `n` (E. B. Wilson, Probable Inference, the Law of Succession, and
 * Statistical Inference, Journal of the American Statistical Association 22, 1927), without continuity correction:
 * method 3 of R. G. Newcombe, Statistics in Medicine 17, 1998. Sensible for small counts: 2 of 2 is 34.2 % to 100 %.
 * @returns null for `n` = 0
 */
export function wilson(k: number, n: number): Interval | null {
  if (n === 0) return null;
  const centre = (k + (z * z) / 2) / (n + z * z);
  const half = (z / (n + z * z)) * Math.sqrt((k * (n - k)) / n + (z * z) / 4);
  // At the ends the bound is 0 or 1 itself; subtraction would leave a crumb.
  return { low: k === 0 ? 0 : centre - half, high: k === n ? 1 : centre + half };
}

/**
 * The 95 % interval of Clopper and Pearson for `k` of `n` (Biometrika 26, 1934), in its form as quantiles of the beta
 * distribution: method 5 of Newcombe. It covers at least 95 % whatever the true share, and so is wider than
 * {@link wilson}: 2 of 2 is 15.8 % to 100 %.
 * @returns null for `n` = 0
 */
export function clopperPearson(k: number, n: number): Interval | null {
  if (n === 0) return null;
  return {
    low: k === 0 ? 0 : betaQuantile(tail, k, n - k + 1),
    high: k === n ? 1 : betaQuantile(1 - tail, k + 1, n - k),
  };
}

/** How many of how many, their share, and how far the true share may be from it. */
export interface Proportion {
  n: number;
  of: number;
  share: number | null;
  wilson: Interval | null;
  clopperPearson: Interval | null;
}

export const proportion = (n: number, of: number): Proportion => ({
  n,
  of,
  share: of === 0 ? null : n / of,
  wilson: wilson(n, of),
  clopperPearson: clopperPearson(n, of),
});
