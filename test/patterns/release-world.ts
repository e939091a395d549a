import { mondayOf } from '../../src/patterns/figures.js';
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

/** A row of the ledger about a letter that arrived on a day, for {@link addToLedger}. */
export const letterRow = (receivedOn: string, facts: Record<string, unknown> = {}): Record<string, unknown> => ({
  pooled: false,
  received_on: receivedOn,
  received_month: `${receivedOn.slice(0, 7)}-01`,
  received_week: mondayOf(receivedOn),
  evidence_grade: 'seen_original',
  ...facts,
});

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

/** Rows of the ledger whose case files are gone: many letters at little cost. */
export const letters = (clinic: Clinic, ...kinds: Alike[]): Promise<void> =>
  addToLedger(
    clinic,
    'pattern_letters',
    kinds.flatMap(
      ({ n, receivedOn = '2018-02-12', county = 'bronx', lagDays = 14, attended = null, detained = null }) => {
        const lag = { lag_days: lagDays, lag_approximate: lagDays === null ? null : false };
        return Array.from({ length: n }, () => letterRow(receivedOn, { ...lag, county, attended, detained }));
      },
    ),
  );

export const aReason = 'For the hearing of the city council on 20 March.';
