import type { DatePrecision } from '../platform/http/fields.js';
import { organizationZone } from '../organizations/zone.sql.js';
import type { Work } from '../platform/database/work.js';
import type { TimelineDetails, TimelineKind, TimelineRecord } from './timeline.dto.js';

export interface TimelineRow {
  on: string;
  /** Null where only the date is known. */
  at: Date | null;
  zone: string | null;
  precision: DatePrecision;
  kind: TimelineKind;
  recordType: TimelineRecord;
  recordId: string;
  /** The record that this one follows: the print of a letter, the letter of an appointment. */
  follows: string | null;
  details: TimelineDetails;
}

interface Source {
  kind: TimelineKind;
  recordType: TimelineRecord;
  from: string;
  /** Either a date and its precision, or an instant and its zone; SQL expressions on alias `r`. */
  on?: string;
  precision?: string;
  at?: string;
  zone?: string;
  follows?: string;
  /** Property name -> SQL expression. */
  details?: Record<string, string>;
  where?: string;
}

const letter = { recordType: 'letter', from: 'letters r', follows: 'r.fingerprint_event_id' } as const;
const appointment = {
  recordType: 'appointment',
  from: 'appointments r JOIN places p ON p.organization_id = r.organization_id AND p.id = r.place_id',
  zone: 'r.zone',
  follows: 'r.letter_id',
} as const;
const consents = 'clients r CROSS JOIN LATERAL jsonb_array_elements(r.consents) AS x (consent)';

/** Every dated fact; facts of one day come in the order of this list. */
const sources: Source[] = [
  {
    kind: 'file_opened',
    recordType: 'client',
    from: 'clients r',
    at: 'r.created_at',
    zone: organizationZone,
    details: { intakeSource: 'r.intake_source' },
  },
  {
    kind: 'consent_given',
    recordType: 'client',
    from: consents,
    on: `(x.consent->>'givenOn')::date`,
    details: { kind: `x.consent->>'kind'`, how: `x.consent->>'how'` },
  },
  {
    kind: 'consent_withdrawn',
    recordType: 'client',
    from: consents,
    on: `(x.consent->>'withdrawnOn')::date`,
    details: { kind: `x.consent->>'kind'` },
  },
  {
    kind: 'arrest',
    recordType: 'arrest',
    from: 'arrests r',
    on: 'r.arrested_on',
    precision: 'r.arrested_on_precision',
    details: {
      agency: 'r.agency',
      precinct: 'r.precinct',
      county: 'r.county',
      process: 'r.process',
      chargeLevel: 'r.charge_level',
      release: 'r.release',
    },
  },
  {
    kind: 'fingerprint',
    recordType: 'fingerprint_event',
    from: 'fingerprint_events r',
    on: 'r.taken_on',
    precision: 'r.taken_on_precision',
    follows: 'r.arrest_id',
    details: { agency: 'r.agency', reason: 'r.reason', civilReason: 'r.civil_reason', hitType: 'r.hit_type' },
  },
  {
    kind: 'disposition',
    recordType: 'arrest',
    from: 'arrests r',
    on: 'r.disposition_on',
    details: { disposition: 'r.disposition' },
  },
  {
    ...letter,
    kind: 'letter_dated',
    on: 'r.letter_dated_on',
    precision: 'r.letter_dated_on_precision',
    details: { form: 'r.form' },
  },
  {
    ...letter,
    kind: 'letter_postmarked',
    on: 'r.postmarked_on',
    precision: 'r.postmarked_on_precision',
    details: { form: 'r.form' },
  },
  {
    ...letter,
    kind: 'letter_received',
    on: 'r.received_on',
    precision: 'r.received_on_precision',
    details: {
      form: 'r.form',
      delivery: 'r.delivery',
      evidenceGrade: 'r.evidence_grade',
      trigger: 'r.trigger',
      confidence: 'r.confidence',
    },
  },
  { ...letter, kind: 'advised', on: 'r.advised_on', details: { decision: 'r.decision' } },
  {
    ...letter,
    kind: 'letter_report',
    at: 'r.report_at',
    zone: `coalesce(r.zone, ${organizationZone})`,
    details: { room: 'r.room' },
  },
  { kind: 'court_date', recordType: 'arrest', from: 'arrests r', on: 'r.next_court_on' },
  {
    ...appointment,
    kind: 'appointment',
    at: 'r.starts_at',
    details: { kind: 'r.kind', placeName: 'p.name', status: 'r.status' },
  },
  {
    ...appointment,
    kind: 'outcome',
    at: 'coalesce(r.out_at, r.starts_at)',
    details: {
      outcome: 'r.outcome',
      placeName: 'p.name',
      attorneyAdmitted: 'r.attorney_admitted',
      documentsReceived: 'r.documents_received',
    },
    where: 'r.outcome IS NOT NULL',
  },
  {
    kind: 'custody',
    recordType: 'custody_event',
    from: 'custody_events r LEFT JOIN facilities p ON p.organization_id = r.organization_id AND p.id = r.facility_id',
    at: 'r.at',
    zone: 'r.zone',
    details: {
      kind: 'r.kind',
      facilityName: 'p.name',
      state: 'r.state',
      basis: 'r.basis',
      amount: 'r.amount',
      releaseReason: 'r.release_reason',
    },
  },
  {
    kind: 'plan_reviewed',
    recordType: 'client',
    from: 'clients r',
    on: 'r.plan_reviewed_on',
    details: { caregiverPlan: 'r.caregiver_plan' },
  },
  // The file itself only knows its present state; the audit knows when that changed.
  ...(['closed', 'reopened'] as const).map((what): Source => ({
    kind: `file_${what}`,
    recordType: 'client',
    from: 'audit_events r',
    at: 'r.at',
    zone: organizationZone,
    where: `r.event = 'client.${what}'`,
  })),
];

const select = (
  { kind, recordType, from, on, precision, at, zone, follows, details = {}, where }: Source,
  rank: number,
) => {
  const table = from.split(' ')[0];
  const client = table === 'clients' ? 'r.id' : 'r.client_id';
  const facts = Object.entries(details).map(([name, expression]) => `'${name}', ${expression}`);
  return `SELECT ${at ? `(${at} AT TIME ZONE ${zone})::date` : on} AS "on", ${at ?? 'NULL::timestamptz'} AS "at", ${zone ?? 'NULL'}::text AS "zone",
    ${precision ?? `'exact'`}::text AS "precision", '${kind}' AS "kind", '${recordType}' AS "recordType",
    ${table === 'audit_events' ? 'r.client_id' : 'r.id'} AS "recordId", ${follows ?? 'NULL'}::uuid AS "follows",
    jsonb_strip_nulls(jsonb_build_object(${facts.join(', ')})) AS "details", ${rank} AS "rank", r.id AS "rowId"
  FROM ${from} WHERE r.organization_id = $1 AND ${client} = $2 AND ${where ?? `${at ?? on} IS NOT NULL`}`;
};

const statement = `${sources.map(select).join('\nUNION ALL\n')}\nORDER BY "on", "rank", "at", "rowId", "details"`;

/** Every dated fact of a case file in one order: by day, then as things follow one another, then by the clock. */
export function timelineOf(work: Work, clientId: string): Promise<TimelineRow[]> {
  return work.sql<TimelineRow>(statement, [work.organizationId, clientId]);
}
