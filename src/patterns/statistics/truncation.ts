import { quantile, type ValueCount } from './quantiles.js';

/** Where too few lags are known to say how long letters take. */
const usualDays = 60;
const enoughLags = 20;

/**
 * For how many days after fingerprints letters are still to be expected: the 95th percentile of the lags that are known, and
 * 60 days where fewer than 20 are. People printed more recently than that look as if letters came fast, or not at all,
 * only because the slow ones have not come yet (right truncation: J. D. Kalbfleisch and J. F. Lawless, Inference Based on
 * Retrospective Ascertainment, Journal of the American Statistical Association 84, 1989).
 */
export function daysUntilComplete(lags: readonly ValueCount[]): number {
  const n = lags.reduce((so, { n }) => so + n, 0);
  return n < enoughLags ? usualDays : Math.ceil(quantile(lags, 0.95)!);
}

/** Whether letters to people printed in a month are still to be expected. @param month `YYYY-MM` */
export function isStillComing(month: string, today: string, days: number): boolean {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  const lastDay = Date.UTC(year, number, 0);
  return Date.parse(`${today}T00:00:00Z`) - lastDay < days * 86_400_000;
}
