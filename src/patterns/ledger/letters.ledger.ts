import { organizationZone } from '../../organizations/zone.sql.js';
import type { LetterFact } from '../pattern-letter.entity.js';
import type { Ledger } from './ledger.js';
import { accompanied, companions, detained, mayBeCounted, mayBePooled, posture } from './shared.sql.js';

/**
 * What each column says of a letter `l` of a client `c`; `w` is when the letter was written, `f` its print, `ar` the
 * arrest behind it, `ap` the appointment that it led to, `cu` the custody that followed.
 */
const facts: Record<LetterFact, string> = {
  clientId: 'l.client_id',
  pooled: mayBePooled,
  receivedOn: 'l.received_on',
  receivedMonth: `date_trunc('month', l.received_on::timestamp)::date`,
  receivedWeek: `date_trunc('week', l.received_on::timestamp)::date`,
  lagDays: 'CASE WHEN w.written_on >= f.taken_on THEN w.written_on - f.taken_on END',
  lagApproximate: `CASE WHEN w.written_on >= f.taken_on THEN w.precision <> 'exact' OR f.taken_on_precision <> 'exact' END`,
  noticeDays: `(l.report_at AT TIME ZONE coalesce(l.zone, ${organizationZone}))::date - l.received_on`,
  county: `coalesce(nullif(c.county, 'unknown'), ar.county, c.county)`,
  arrestAgency: 'ar.agency',
  precinct: 'ar.precinct',
  process: 'ar.process',
  chargeLevel: 'ar.charge_level',
  chargeCategory: 'ar.charge_category',
  disposition: 'ar.disposition',
  detainer: 'ar.detainer',
  printMonth: `date_trunc('month', f.taken_on::timestamp)::date`,
  printReason: 'f.reason',
  civilReason: 'f.civil_reason',
  hitType: 'f.hit_type',
  printPath: `CASE WHEN jsonb_array_length(f.path) > 0
    THEN (SELECT string_agg(n.node ->> 'node', '>' ORDER BY n.at) FROM jsonb_array_elements(f.path) WITH ORDINALITY AS n (node, at)) END`,
  officeId: 'l.issuing_office_id',
  placeId: 'coalesce(l.reporting_place_id, ap.place_id)',
  officialTitle: 'l.official_title',
  form: 'l.form',
  delivery: 'l.delivery',
  askFor: 'l.ask_for',
  statedReason: 'l.stated_reason',
  authorityCited: 'l.authority_cited',
  mentionsDetention: 'l.mentions_detention',
  documentsDemanded: 'l.documents_demanded',
  evidenceGrade: 'l.evidence_grade',
  trigger: 'l.trigger',
  sequence: 'l.sequence',
  reachedUsVia: 'l.reached_us_via',
  ...posture,
  usCitizenChildren: 'c.us_citizen_children > 0',
  minorChildrenAtHome: 'c.minor_children_at_home > 0',
  primaryCaregiver: 'c.primary_caregiver',
  attended: 'ap.attended',
  accompanied: 'ap.accompanied',
  attorneyAdmitted: 'ap.attorney_admitted',
  officerInitialStatement: 'ap.officer_initial_statement',
  supervisorReversed: 'ap.supervisor_reversed',
  outcome: 'ap.outcome',
  detained: 'ap.detained',
  custodyState: 'cu.state',
  outOfState: 'cu.out_of_state',
  custodySince: `CASE WHEN ap.detained AND cu.ended_on IS NULL THEN coalesce(cu.began_on, ap.day) END`,
  custodyEnded: 'CASE WHEN ap.detained THEN cu.ended_on IS NOT NULL END',
  custodyDays: `CASE WHEN ap.detained AND cu.ended_on IS NOT NULL THEN greatest(cu.ended_on - coalesce(cu.began_on, ap.day), 0) END`,
  inProceedings: `CASE WHEN least(cu.nta_on, ap.nta_on) IS NOT NULL THEN true WHEN ap.outcome <> 'unknown' THEN false END`,
  ntaDays:
    'CASE WHEN least(cu.nta_on, ap.nta_on) IS NOT NULL THEN greatest(least(cu.nta_on, ap.nta_on) - l.received_on, 0) END',
};

/** The arrest that the print belongs to; where none is named, the latest before it, unless it was a civil print. */
const arrest = `SELECT a.* FROM arrests a WHERE a.organization_id = l.organization_id AND a.client_id = l.client_id
    AND CASE WHEN f.arrest_id IS NOT NULL THEN a.id = f.arrest_id
             ELSE coalesce(f.reason NOT IN ('civil_inquiry', 'immigration_biometrics', 'border_or_entry'), true)
                  AND a.arrested_on <= coalesce(f.taken_on, w.written_on) END
    ORDER BY a.arrested_on DESC, a.id DESC LIMIT 1`;

const day = '(a.starts_at AT TIME ZONE a.zone)::date';

/** An appointment that names no letter but is a call-in follows the latest letter that had come by its day. */
const appointment = `SELECT a.place_id, a.starts_at, a.outcome, a.attorney_admitted, a.officer_initial_statement, a.supervisor_reversed,
      d.attended, ${detained} AS detained, ${accompanied} AS accompanied, ${day} AS day,
      CASE WHEN a.outcome = 'nta_issued_released' OR 'i_862' = ANY (a.documents_received) THEN ${day} END AS nta_on
    FROM appointments a
    ${companions}
    WHERE a.organization_id = l.organization_id AND a.client_id = l.client_id AND a.status <> 'cancelled'
      AND (a.letter_id = l.id OR a.letter_id IS NULL AND a.kind = 'call_in_letter'
        AND ${day} >= l.received_on AND (${day} < l.next_received_on OR l.next_received_on IS NULL))
    ORDER BY d.attended IS TRUE DESC, a.outcome IS NOT NULL DESC, a.starts_at DESC, a.id DESC LIMIT 1`;

/** Of one stay: where, from when, until the first release or removal. And when charging papers were served, until the next letter. */
const custody = `SELECT (array_agg(s.state ORDER BY e.at DESC, e.id DESC) FILTER (WHERE s.held AND s.state IS NOT NULL))[1] AS state,
      bool_or(s.state <> coalesce(pl.state, 'NY')) FILTER (WHERE s.held) AS out_of_state,
      min(s.day) FILTER (WHERE s.held) AS began_on,
      min(s.day) FILTER (WHERE s.after AND e.kind IN ('released', 'removed')) AS ended_on,
      min(s.day) FILTER (WHERE e.kind = 'nta_served' AND s.day >= l.received_on AND (s.day < l.next_received_on OR l.next_received_on IS NULL)) AS nta_on
    FROM custody_events e
    LEFT JOIN facilities fa ON fa.organization_id = e.organization_id AND fa.id = e.facility_id
    CROSS JOIN LATERAL (SELECT coalesce(e.state, fa.state) AS state, (e.at AT TIME ZONE e.zone)::date AS day,
      ap.detained AND e.at >= ap.starts_at - interval '1 day' AS after,
      ap.detained AND e.at >= ap.starts_at - interval '1 day' AND e.kind IN ('detained', 'transferred', 'located') AS held) s
    WHERE e.organization_id = l.organization_id AND e.client_id = l.client_id`;

/** One row for each letter. */
export const lettersLedger: Ledger<LetterFact> = {
  table: 'pattern_letters',
  source: 'letter_id',
  by: 'client_id',
  id: 'l.id',
  facts,
  with: (only) => `letters_in_order AS (
    SELECT o.*, lead(o.received_on) OVER (PARTITION BY o.client_id ORDER BY o.received_on, o.id) AS next_received_on
    FROM letters o WHERE o.organization_id = $1 ${only('o')}
  )`,
  from: () => `FROM letters_in_order l
    JOIN clients c ON c.organization_id = l.organization_id AND c.id = l.client_id AND ${mayBeCounted}
    CROSS JOIN LATERAL (SELECT coalesce(l.letter_dated_on, l.postmarked_on, l.received_on) AS written_on,
      CASE WHEN l.letter_dated_on IS NOT NULL THEN l.letter_dated_on_precision
           WHEN l.postmarked_on IS NOT NULL THEN l.postmarked_on_precision ELSE l.received_on_precision END AS precision) w
    LEFT JOIN fingerprint_events f ON f.organization_id = l.organization_id AND f.id = l.fingerprint_event_id
    LEFT JOIN LATERAL (${arrest}) ar ON true
    LEFT JOIN LATERAL (${appointment}) ap ON true
    LEFT JOIN places pl ON pl.organization_id = l.organization_id AND pl.id = ap.place_id
    LEFT JOIN LATERAL (${custody}) cu ON true`,
};
