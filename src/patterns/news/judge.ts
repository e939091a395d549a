import { adjusted, chanceOf, type EarsMethod, earsBound, earsMethods } from '../statistics/ears.js';

/** What letters are looked at by. */
export const lookedAtBy = ['all', 'office', 'place', 'county', 'chargeLevel', 'printReason'] as const;
export type LookedAtBy = (typeof lookedAtBy)[number];

/** How many letters of one kind came in each of some weeks, the week in question last. */
export interface Series {
  by: LookedAtBy;
  /** Value or id; null for all letters. */
  key: string | null;
  name: string | null;
  counts: number[];
}

export interface JudgeOptions {
  alpha: number;
  minSigma: number;
}

/** Sensitive bounds to look at; what reaches people is decided by {@link isNews}. */
export const usualOptions: JudgeOptions = { alpha: 0.05, minSigma: 0.5 };

/** Of the series that are called new, no more than about this share is so by chance. */
const falseShare = 0.05;
/** One or two letters are no pattern, however quiet it was before. */
const fewest = 3;

export interface Judged extends Series {
  /** Letters in the week in question, and in the weeks before. */
  n: number;
  past: number[];
  bounds: Record<EarsMethod, number | null>;
  /** Methods whose bound is exceeded. */
  above: EarsMethod[];
  /** How likely so many are by chance: of this series alone, and given how many were looked at. */
  chance: number | null;
  adjustedChance: number | null;
  /** Whether people should be told. */
  isNew: boolean;
}

/**
 * Judges the last week of many series at once. Each has the bounds of EARS, which one in many weeks exceeds by chance; with
 * thirty series something always does. So what is told to people must exceed the bound of C1 or C2, be three letters at
 * least, and stay unlikely once the chances of all series are adjusted together.
 */
export function newThings(series: readonly Series[], options = usualOptions): Judged[] {
  const judged = series.map((one) => {
    const bounds = Object.fromEntries(
      earsMethods.map((method) => [method, earsBound(one.counts, method, options)]),
    ) as Record<EarsMethod, number | null>;
    const n = one.counts.at(-1)!;
    // A rise that began last week is in the past of C1, not in that of C2; looking twice doubles the chance.
    const chances = ([0, 2] as const).flatMap((lag) => chanceOf(one.counts, options.minSigma, lag) ?? []);
    return {
      ...one,
      n,
      past: one.counts.slice(0, -1),
      bounds,
      above: earsMethods.filter((method) => bounds[method] !== null && n > bounds[method]),
      chance: chances.length > 0 ? Math.min(1, Math.min(...chances) * chances.length) : null,
    };
  });
  const together = adjusted(judged.map(({ chance }) => chance ?? 1));
  return judged.map((one, at) => {
    const adjustedChance = one.chance === null ? null : together[at]!;
    return { ...one, adjustedChance, isNew: isNews(one, adjustedChance) };
  });
}

const isNews = ({ n, above }: Pick<Judged, 'n' | 'above'>, chance: number | null) =>
  n >= fewest && chance !== null && chance < falseShare && (above.includes('C1') || above.includes('C2'));
