import type { Clinic } from '../support/application.js';

/** What letters that were written into the ledger have in common. */
export interface Alike {
  n: number;
  receivedOn?: string;
  county?: string | null;
  lagDays?: number | null;
  attended?: boolean | null;
  detained?: boolean | null;
}

/** Rows of the ledger whose case files are gone: many letters at little cost. */
export async function letters(clinic: Clinic, ...kinds: Alike[]): Promise<void> {
  await clinic.inWork(async (work) => {
    for (const {
      n,
      receivedOn = '2018-02-12',
      county = 'bronx',
      lagDays = 14,
      attended = null,
      detained = null,
    } of kinds)
      await work.sql(
        `INSERT INTO pattern_letters (id, organization_id, received_on, received_month, received_week, lag_days, lag_approximate,
           county, attended, detained, evidence_grade)
         SELECT gen_random_uuid(), $1, $2::date, date_trunc('month', $2::timestamp)::date, date_trunc('week', $2::timestamp)::date,
           $3::int, CASE WHEN $3::int IS NOT NULL THEN false END, $4, $5::boolean, $6::boolean, 'seen_original'
         FROM generate_series(1, $7)`,
        [work.organizationId, receivedOn, lagDays, county, attended, detained, n],
      );
  });
}

/** Rows of the ledger as facts; what is not said is unknown. That the ledger is right is tested elsewhere. */
export async function addToLedger(clinic: Clinic, table: string, rows: Record<string, unknown>[]): Promise<void> {
  await clinic.inWork((work) =>
    work.sql(
      `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, r || jsonb_build_object('id', gen_random_uuid(), 'organization_id', $1::text))).*
       FROM jsonb_array_elements($2::jsonb) r`,
      [clinic.id, JSON.stringify(rows)],
    ),
  );
}

export const aReason = 'For the hearing of the city council on 20 March.';
