import type { PatternFact } from './pattern-letter.entity.js';

/**
 * What each column of the ledger says of a letter `l` of a client `c`; `w` is when the letter was written, `f` its print,
 * `ar` the arrest behind it, `ap` the appointment that it led to, `cu` the custody that followed. The one definition:
 * the ledger of one client and that of the whole organisation are both made from it. docs/patterns.md says it in words.
 */
const facts: Record<PatternFact, string> = {
  clientId: 'l.client_id',
  receivedOn: 'l.received_on',
  receivedMonth: `date_trunc('month', l.received_on::timestamp)::date`,
  receivedWeek: `date_trunc('week', l.received_on::timestamp)::date`,
  lagDays: 'CASE WHEN w.written_on >= f.taken_on THEN w.written_on - f.taken_on END',
  lagApproximate: `CASE WHEN w.written_on >= f.taken_on THEN w.precision <> 'exact' OR f.taken_on_precision <> 'exact' END`,
  noticeDays: `(l.report_at AT TIME ZONE coalesce(l.zone, 'America/New_York'))::date - l.received_on`,
  county: `coalesce(nullif(c.county, 'unknown'), ar.county, c.county)`,
  arrestAgency: 'ar.agency',
  precinct: 'ar.precinct',
  process: 'ar.process',
  chargeLevel: 'ar.charge_level',
  chargeCategory: 'ar.charge_category',
  disposition: 'ar.disposition',
  detainer: 'ar.detainer',
  printReason: 'f.reason',
  civilReason: 'f.civil_reason',
  hitType: 'f.hit_type',
  officeId: 'l.issuing_office_id',
  placeId: 'coalesce(l.reporting_place_id, ap.place_id)',
  officialTitle: 'l.official_title',
  form: 'l.form',
  delivery: 'l.delivery',
  statedReason: 'l.stated_reason',
  authorityCited: 'l.authority_cited',
  mentionsDetention: 'l.mentions_detention',
  evidenceGrade: 'l.evidence_grade',
  trigger: 'l.trigger',
  sequence: 'l.sequence',
  reachedUsVia: 'l.reached_us_via',
  ageBand: 'c.age_band',
  proceedings: 'c.proceedings',
  priorRemovalOrder: 'c.prior_removal_order',
  convictions: 'c.convictions',
  pendingReliefAny: `CASE WHEN c.pending_relief <> '{unknown}' THEN NOT c.pending_relief <@ '{none,unknown}' END`,
  usCitizenOrLprSpouse: 'c.us_citizen_or_lpr_spouse',
  representation: 'c.representation',
  attended: 'ap.attended',
  accompanied: 'ap.accompanied',
  attorneyAdmitted: 'ap.attorney_admitted',
  officerInitialStatement: 'ap.officer_initial_statement',
  supervisorReversed: 'ap.supervisor_reversed',
  outcome: 'ap.outcome',
  detained: 'ap.detained',
  custodyState: 'cu.state',
  outOfState: 'cu.out_of_state',
};

/** Whoever took the consent back is left out; so are files opened by mistake. Not having been asked does not exclude. */
const mayBeCounted = `NOT coalesce(
    c.consents @? '$[*] ? (@.kind == "aggregate_internal" && @.withdrawnOn != null)'
    AND NOT c.consents @? '$[*] ? (@.kind == "aggregate_internal" && (!exists(@.withdrawnOn) || @.withdrawnOn == null))', false)
  AND c.closing_reason IS DISTINCT FROM 'entered_in_error'`;

/** The arrest that the print belongs to; where none is named, the latest before it, unless it was a civil print. */
const arrest = `SELECT a.* FROM arrests a WHERE a.organization_id = l.organization_id AND a.client_id = l.client_id
    AND CASE WHEN f.arrest_id IS NOT NULL THEN a.id = f.arrest_id
             ELSE coalesce(f.reason NOT IN ('civil_inquiry', 'immigration_biometrics', 'border_or_entry'), true)
                  AND a.arrested_on <= coalesce(f.taken_on, w.written_on) END
    ORDER BY a.arrested_on DESC, a.id DESC LIMIT 1`;

const came = `CASE WHEN a.outcome IN ('did_not_attend_advised', 'did_not_attend_other') THEN false
    WHEN a.arrived_at IS NOT NULL OR a.called_in_at IS NOT NULL OR a.live_state NOT IN ('not_started', 'closed') THEN true
    WHEN a.outcome <> 'unknown' THEN true
    WHEN a.status = 'missed' THEN false END`;

const kept = `CASE WHEN a.outcome IN ('detained', 'removed_same_day', 'transferred_other_agency') OR a.live_state = 'detained_confirmed' THEN true
    WHEN a.outcome <> 'unknown' OR a.out_at IS NOT NULL THEN false END`;

/** An appointment that names no letter but is a call-in follows the latest letter that had come by its day. */
const appointment = `SELECT a.place_id, a.starts_at, a.outcome, a.attorney_admitted, a.officer_initial_statement, a.supervisor_reversed,
      d.attended, CASE WHEN d.attended THEN ${kept} END AS detained,
      CASE WHEN a.attorney_admitted IN ('yes', 'refused', 'partly') OR x.coming THEN true WHEN x.asked THEN NULL ELSE false END AS accompanied
    FROM appointments a
    CROSS JOIN LATERAL (SELECT ${came} AS attended) d
    CROSS JOIN LATERAL (SELECT bool_or(m.rsvp = 'yes') AS coming, bool_or(m.rsvp = 'asked') AS asked FROM accompaniments m
      WHERE m.organization_id = a.organization_id AND m.appointment_id = a.id) x
    WHERE a.organization_id = l.organization_id AND a.client_id = l.client_id AND a.status <> 'cancelled'
      AND (a.letter_id = l.id OR a.letter_id IS NULL AND a.kind = 'call_in_letter'
        AND (a.starts_at AT TIME ZONE a.zone)::date >= l.received_on
        AND ((a.starts_at AT TIME ZONE a.zone)::date < l.next_received_on OR l.next_received_on IS NULL))
    ORDER BY d.attended IS TRUE DESC, a.outcome IS NOT NULL DESC, a.starts_at DESC, a.id DESC LIMIT 1`;

const custody = `SELECT (array_agg(s.state ORDER BY e.at DESC, e.id DESC))[1] AS state, bool_or(s.state <> coalesce(pl.state, 'NY')) AS out_of_state
    FROM custody_events e
    LEFT JOIN facilities fa ON fa.organization_id = e.organization_id AND fa.id = e.facility_id
    CROSS JOIN LATERAL (SELECT coalesce(e.state, fa.state) AS state) s
    WHERE ap.detained AND e.organization_id = l.organization_id AND e.client_id = l.client_id
      AND e.kind IN ('detained', 'transferred', 'located') AND e.at >= ap.starts_at - interval '1 day' AND s.state IS NOT NULL`;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const columns = Object.keys(facts).map((name) => `"${snake(name)}"`);
const list = (prefix: string) => columns.map((column) => `${prefix}.${column}`).join(', ');

/**
 * Makes the ledger what the case files say: adds and corrects rows, and removes those of letters that no longer count.
 * Rows whose case file is gone are never touched, rows that are right already are not written again. $1: organisation.
 * @param client with `one`, of the client $2 alone
 */
export function ledgerStatement(client: 'one' | 'every'): string {
  const ofClient = (alias: string) => (client === 'one' ? `AND ${alias}.client_id = $2` : '');
  return `WITH letters_in_order AS (
    SELECT o.*, lead(o.received_on) OVER (PARTITION BY o.client_id ORDER BY o.received_on, o.id) AS next_received_on
    FROM letters o WHERE o.organization_id = $1 ${ofClient('o')}
  ), facts AS MATERIALIZED (
    SELECT l.organization_id, l.id AS letter_id, ${Object.entries(facts)
      .map(([name, sql]) => `${sql} AS "${snake(name)}"`)
      .join(',\n      ')}
    FROM letters_in_order l
    JOIN clients c ON c.organization_id = l.organization_id AND c.id = l.client_id AND ${mayBeCounted}
    CROSS JOIN LATERAL (SELECT coalesce(l.letter_dated_on, l.postmarked_on, l.received_on) AS written_on,
      CASE WHEN l.letter_dated_on IS NOT NULL THEN l.letter_dated_on_precision
           WHEN l.postmarked_on IS NOT NULL THEN l.postmarked_on_precision ELSE l.received_on_precision END AS precision) w
    LEFT JOIN fingerprint_events f ON f.organization_id = l.organization_id AND f.id = l.fingerprint_event_id
    LEFT JOIN LATERAL (${arrest}) ar ON true
    LEFT JOIN LATERAL (${appointment}) ap ON true
    LEFT JOIN places pl ON pl.organization_id = l.organization_id AND pl.id = ap.place_id
    LEFT JOIN LATERAL (${custody}) cu ON true
  ), gone AS (
    DELETE FROM pattern_letters p WHERE p.organization_id = $1 AND p.letter_id IS NOT NULL ${ofClient('p')}
      AND NOT EXISTS (SELECT 1 FROM facts WHERE facts.letter_id = p.letter_id)
  )
  INSERT INTO pattern_letters AS p (id, organization_id, letter_id, ${columns.join(', ')})
  SELECT gen_random_uuid(), facts.organization_id, facts.letter_id, ${list('facts')} FROM facts
  ON CONFLICT (organization_id, letter_id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}
  WHERE (${list('p')}) IS DISTINCT FROM (${list('excluded')})`;
}
