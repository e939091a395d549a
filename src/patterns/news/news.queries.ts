import type { Work } from '../../platform/database/work.js';
import type { LookedAtBy, Series } from './judge.js';

/** Weeks before the one in question that are looked at: what C3 needs. */
export const weeksBefore = 11;

const sets = [
  ['office', 'office_id'],
  ['place', 'place_id'],
  ['county', 'county'],
  ['chargeLevel', 'charge_level'],
  ['printReason', 'print_reason'],
] as const satisfies [LookedAtBy, string][];
const columns = sets.map(([, column]) => column);

const dayMs = 86_400_000;
const shifted = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

interface Row {
  week: string;
  by: LookedAtBy;
  key: string | null;
  name: string | null;
  n: number;
}

/**
 * Letters of the week that begins on `monday` and of those before it, of each kind that came at all; letters of which a
 * kind is not known are in no series of it. Weeks before the very first letter do not count as quiet ones.
 */
export async function weeklySeries(work: Work, monday: string): Promise<Series[]> {
  const from = shifted(monday, -7 * weeksBefore);
  const rows = await work.sql<Row & { first: string | null }>(
    `SELECT g.week::text AS week, g.by, g.key, coalesce(nullif(concat_ws(', ', o.name, o.unit), ''), p.name) AS name, g.n,
       (SELECT min(received_week)::text FROM pattern_letters WHERE organization_id = $1) AS first
     FROM (SELECT received_week AS week, count(*) AS n,
         CASE grouping(${columns.join(', ')}) ${sets.map(([by], at) => `WHEN ${31 - 2 ** (sets.length - 1 - at)} THEN '${by}'`).join(' ')} ELSE 'all' END AS by,
         coalesce(${columns.map((column) => `${column}::text`).join(', ')}) AS key
       FROM pattern_letters WHERE organization_id = $1 AND received_on >= $2::date AND received_on < $3::date
       GROUP BY received_week, GROUPING SETS ((), ${columns.map((column) => `(${column})`).join(', ')})) g
     LEFT JOIN offices o ON g.by = 'office' AND o.organization_id = $1 AND o.id::text = g.key
     LEFT JOIN places p ON g.by = 'place' AND p.organization_id = $1 AND p.id::text = g.key
     WHERE g.by = 'all' OR g.key <> 'unknown'`,
    [work.organizationId, from, shifted(monday, 7)],
  );
  const start = rows[0]?.first && rows[0].first > from ? rows[0].first : from;
  const weeks = Math.round((Date.parse(monday) - Date.parse(start)) / (7 * dayMs)) + 1;
  const series = new Map<string, Series>();
  for (const { week, by, key, name, n } of rows) {
    const id = `${by} ${key}`;
    const one: Series = series.get(id) ?? { by, key, name, counts: new Array<number>(weeks).fill(0) };
    series.set(id, one);
    one.counts[Math.round((Date.parse(week) - Date.parse(start)) / (7 * dayMs))]! += n;
  }
  return [...series.values()];
}
