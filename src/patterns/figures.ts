import { type Dimension } from './reports/dimensions.js';
import type { Lag, OutcomeCount, ProportionAnswer } from './patterns.dto.js';
import type { FateCount, Grouped, LagCount } from './patterns.queries.js';
import { lagFigures } from './statistics/lag.js';
import { proportion } from './statistics/proportions.js';

export const sum = (rows: readonly { n: number }[]): number => rows.reduce((so, { n }) => so + n, 0);

/** How many letters each key has: the most frequent first, or in the order of the keys (unknown last). */
export function tally<R extends { n: number }, K extends string | null>(
  rows: readonly R[],
  keyOf: (row: R) => K,
  order?: 'by key',
): [K, number][] {
  const counts = new Map<K, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + row.n);
  const byKey = ([a]: [K, number], [b]: [K, number]) =>
    a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;
  return [...counts].sort((a, b) => (order ? 0 : b[1] - a[1]) || byKey(a, b));
}

/** Lags by day, whoever they are of, as the figures say them. */
export function figuresOfLags(lags: readonly LagCount[]): Lag {
  const byDay = new Map<number, number>();
  for (const { lagDays, n } of lags) byDay.set(lagDays, (byDay.get(lagDays) ?? 0) + n);
  const histogram = [...byDay].map(([value, n]) => ({ value, n })).sort((a, b) => a.value - b.value);
  return { ...lagFigures(histogram), approximate: sum(lags.filter(({ lagApproximate }) => lagApproximate)) };
}

/** How many came, and how many of those, where it is known, did not walk out. */
export function figuresOfFates(fates: readonly FateCount[]): { attended: number; detained: ProportionAnswer } {
  const came = fates.filter(({ attended }) => attended);
  const detained = came.filter((fate) => fate.detained);
  const known = came.filter((fate) => fate.detained !== null);
  return { attended: sum(came), detained: proportion(sum(detained), sum(known)) };
}

/** What came of it for those who came; an appointment whose outcome was never written down counts as unknown. */
export const outcomesOf = (fates: readonly FateCount[]): OutcomeCount[] =>
  tally(
    fates.filter(({ attended }) => attended),
    ({ outcome }) => outcome ?? 'unknown',
  ).map(([outcome, n]) => ({ outcome, n }));

/** The figures of each group: months in their order, everything else with the largest first. */
export function groupsOf<R extends Grouped & { n: number }, F extends object>(
  rows: readonly R[],
  by: Dimension | undefined,
  names: Record<string, string>,
  figures: (rows: R[]) => F,
): (F & Grouped)[] {
  const keys = tally(rows, ({ key }) => key, by?.ordered ? 'by key' : undefined);
  const members = new Map<string | null, R[]>(keys.map(([key]) => [key, []]));
  for (const row of rows) members.get(row.key)!.push(row);
  const named = by?.names !== undefined;
  const shown = (key: string | null) => (by?.month && key !== null ? key.slice(0, 7) : key);
  return keys.map(([key]) => ({
    key: shown(key),
    ...(named ? { name: key === null ? null : (names[key] ?? null) } : {}),
    ...figures(members.get(key)!),
  }));
}

/** The Monday of a date's week, both `YYYY-MM-DD`. */
export function mondayOf(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}
