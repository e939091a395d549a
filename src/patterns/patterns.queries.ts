import type { Work } from '../platform/database/work.js';
import type { PatternsQuery } from './patterns.dto.js';
import { condition } from './reports/counting.js';
import type { Dimension } from './reports/dimensions.js';

/** Letters that are alike in what a figure asks for, and how many there are. */
type Counted<T> = T & { n: number };
export type LagCount = Counted<{ lagDays: number; lagApproximate: boolean }>;
export type FateCount = Counted<{ outcome: string | null; attended: boolean | null; detained: boolean | null }>;
/** To which group of the report letters belong; offices and places have a name besides. */
export interface Grouped {
  key: string | null;
  name?: string | null;
}

export interface OverviewCounts {
  /** In the zone of the organisation. */
  today: string;
  weeks: Counted<{ week: string; month: string }>[];
  lags: LagCount[];
  fates: FateCount[];
  charges: Counted<{ chargeLevel: string | null; evidenceGrade: string }>[];
  destinations: Counted<{ officeId: string | null; placeId: string | null }>[];
  names: Record<string, string>;
  venues: {
    observedOn: string;
    placeId: string;
    placeName: string;
    attorneysSeen: number | null;
    unrepresentedSeen: number | null;
    othersSeen: number | null;
    detainedKnown: number | null;
  }[];
  groups?: (FateCount & Grouped)[];
}

const namesSql = `(SELECT coalesce(json_object_agg(x.id, x.name), '{}') FROM
  (SELECT id, concat_ws(', ', name, unit) AS name FROM offices WHERE organization_id = $1 UNION ALL SELECT id, name FROM places WHERE organization_id = $1) x)`;

/** Only the conditions that are asked for, so that each shape of a query gets a plan of its own. */
function conditions(work: Work, query: PatternsQuery) {
  const parameters: unknown[] = [work.organizationId];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  // What is bound must be used, so each is asked for where it is.
  return { ledger: condition('letters', query, bind), venues: () => condition('venues', query, bind), parameters };
}

/** JSON list of how many letters there are of each combination of columns. */
const counted = (columns: string, by: string, where: string) =>
  `(SELECT coalesce(json_agg(x), '[]') FROM (SELECT ${columns}, count(*) AS n FROM pattern_letters WHERE ${where} GROUP BY ${by}) x)`;

const fates = 'outcome, attended, detained';

/** All that the overview is made of, in one statement; each part reads the one index that holds what it counts. */
export async function overviewCounts(
  work: Work,
  query: PatternsQuery,
  by: Dimension | undefined,
): Promise<OverviewCounts> {
  const { ledger, venues, parameters } = conditions(work, query);
  const group = by && `${by.column}::text`;
  const [row] = await work.sql<OverviewCounts>(
    `SELECT ($${parameters.push(work.now)}::timestamptz AT TIME ZONE (SELECT zone FROM organizations WHERE organization_id = $1))::date AS today,
       ${counted('received_week AS week, received_month AS month', 'received_week, received_month', ledger)} AS weeks,
       ${counted('lag_days AS "lagDays", lag_approximate AS "lagApproximate"', 'lag_days, lag_approximate', `${ledger} AND lag_days IS NOT NULL`)} AS lags,
       ${counted(fates, fates, ledger)} AS fates,
       ${counted('charge_level AS "chargeLevel", evidence_grade AS "evidenceGrade"', 'charge_level, evidence_grade', ledger)} AS charges,
       ${counted('office_id AS "officeId", place_id AS "placeId"', 'office_id, place_id', ledger)} AS destinations,
       ${namesSql} AS names,
       (SELECT coalesce(json_agg(x ORDER BY x."observedOn", x.id), '[]') FROM (
          SELECT v.id, v.observed_on AS "observedOn", v.place_id AS "placeId", p.name AS "placeName", v.attorneys_seen AS "attorneysSeen",
                 v.unrepresented_seen AS "unrepresentedSeen", v.others_seen AS "othersSeen", v.detained_known AS "detainedKnown"
          FROM (SELECT * FROM pattern_venues WHERE ${venues()}) v JOIN places p ON p.organization_id = v.organization_id AND p.id = v.place_id
          ORDER BY v.observed_on DESC, v.id DESC LIMIT 500) x) AS venues
       ${group ? `, ${counted(`${group} AS key, ${fates}`, `${group}, ${fates}`, ledger)} AS groups` : ''}`,
    parameters,
  );
  return row!;
}

export interface LagCounts {
  letters: number;
  lags: (LagCount & Grouped)[];
  names?: Record<string, string>;
}

/** What the lag report is made of; letters without a lag are counted in the same reading. */
export async function lagCounts(work: Work, query: PatternsQuery, by: Dimension | undefined): Promise<LagCounts> {
  const { ledger, parameters } = conditions(work, query);
  const group = by && `${by.column}::text`;
  const [row] = await work.sql<{
    all: (Counted<{ lagDays: number | null }> & Grouped)[];
    names?: Record<string, string>;
  }>(
    `SELECT ${counted(
      `${group ? `${group} AS key, ` : ''}lag_days AS "lagDays", lag_approximate AS "lagApproximate"`,
      `${group ? `${group}, ` : ''}lag_days, lag_approximate`,
      ledger,
    )} AS all
       ${by?.names ? `, ${namesSql} AS names` : ''}`,
    parameters,
  );
  const { all, names } = row!;
  const letters = all.reduce((so, { n }) => so + n, 0);
  return {
    letters,
    lags: all.filter(({ lagDays }) => lagDays !== null) as LagCounts['lags'],
    ...(names ? { names } : {}),
  };
}
