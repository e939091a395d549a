/** Conditions and expressions that more than one table of the ledger uses; `c` is a client, `a` an appointment. */

const stands = (kind: string) =>
  `c.consents @? '$[*] ? (@.kind == "${kind}" && (!exists(@.withdrawnOn) || @.withdrawnOn == null))'`;

/** Whoever took the consent back is left out; so are files opened by mistake. Not having been asked does not exclude. */
export const mayBeCounted = `NOT coalesce(
    c.consents @? '$[*] ? (@.kind == "aggregate_internal" && @.withdrawnOn != null)' AND NOT ${stands('aggregate_internal')}, false)
  AND c.closing_reason IS DISTINCT FROM 'entered_in_error'`;

/** Only who said so, and has not taken it back, is counted together with other organisations. */
export const mayBePooled = `coalesce(${stands('aggregate_pooled')}, false)`;

const came = `CASE WHEN a.outcome IN ('did_not_attend_advised', 'did_not_attend_other') THEN false
    WHEN a.arrived_at IS NOT NULL OR a.called_in_at IS NOT NULL OR a.live_state NOT IN ('not_started', 'closed') THEN true
    WHEN a.outcome <> 'unknown' THEN true
    WHEN a.status = 'missed' THEN false END`;

const kept = `CASE WHEN a.outcome IN ('detained', 'removed_same_day', 'transferred_other_agency') OR a.live_state = 'detained_confirmed' THEN true
    WHEN a.outcome <> 'unknown' OR a.out_at IS NOT NULL THEN false END`;

/** Joins to `appointments a`: `d.attended`; `x`, who comes along. */
export const companions = `CROSS JOIN LATERAL (SELECT ${came} AS attended) d
    CROSS JOIN LATERAL (SELECT bool_or(m.rsvp = 'yes') AS coming, bool_or(m.rsvp = 'asked') AS asked FROM accompaniments m
      WHERE m.organization_id = a.organization_id AND m.appointment_id = a.id) x`;

export const detained = `CASE WHEN d.attended THEN ${kept} END`;

export const accompanied = `CASE WHEN a.attorney_admitted IN ('yes', 'refused', 'partly') OR x.coming THEN true WHEN x.asked THEN NULL ELSE false END`;

/** How a person stands, as far as it is kept for figures. */
export const posture = {
  ageBand: 'c.age_band',
  proceedings: 'c.proceedings',
  priorRemovalOrder: 'c.prior_removal_order',
  orderOfSupervision: 'c.order_of_supervision',
  convictions: 'c.convictions',
  pendingReliefAny: `CASE WHEN c.pending_relief <> '{unknown}' THEN NOT c.pending_relief <@ '{none,unknown}' END`,
  usCitizenOrLprSpouse: 'c.us_citizen_or_lpr_spouse',
  representation: 'c.representation',
} as const;
