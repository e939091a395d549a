import type { Report } from '../report.js';
import { labelOf, type Point } from './marks.js';

/** Stands on an axis for months or weeks of which there is nothing; each with a length of its own, as a name must be. */
const gapOf = (at: number) => '…'.repeat(at + 1);
export const isGap = (name: string): boolean => /^…+$/.test(name);

const daysBetween = (before: string, after: string) => {
  const day = (key: string) => Date.parse(key.length === 7 ? `${key}-01` : key) / 86_400_000;
  return day(after) - day(before);
};

/**
 * The names of rows along an axis, with a gap where months or weeks follow that are not next to each other: those without any
 * are no rows, and an axis must not pass over them in silence.
 */
export function namesAlong(report: Report, x: string, isDrawn: (name: string) => boolean): string[] {
  const names: string[] = [];
  const longest = { month: 31, week: 7 }[report.groupBy ?? ''];
  let before: unknown;
  let gaps = 0;
  for (const row of report.rows) {
    const name = labelOf(report, row, x);
    if (!isDrawn(name) || names.includes(name)) continue;
    const { key } = row;
    const isNext = typeof key !== 'string' || typeof before !== 'string' || daysBetween(before, key) <= longest!;
    if (longest !== undefined && !isNext) names.push(gapOf(gaps++));
    names.push(name);
    before = key;
  }
  return names;
}

/** The points of a line, which ends where nothing is, or may be, known, and begins anew. */
export const brokenAtGaps = (points: readonly Point[], names: readonly string[], series: readonly string[]): Point[] =>
  series.flatMap((name) =>
    names.map((x) => points.find((point) => point.x === x && point.series === name) ?? { x, series: name, value: NaN }),
  );
