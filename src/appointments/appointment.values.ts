/** Closed lists of an appointment. */

export const appointmentKinds = [
  'call_in_letter',
  'ice_check_in',
  'high_risk_ice_check_in',
  'osup_check_in',
  'isap_visit',
  'stay_or_deferred_action_request',
  'uscis_biometrics',
  'uscis_interview',
  'asylum_interview',
  'master_calendar',
  'individual_hearing',
  'bond_hearing',
  'criminal_court',
  'family_court',
  'other',
] as const;
export type AppointmentKind = (typeof appointmentKinds)[number];

export const appointmentStatuses = [
  'proposed',
  'scheduled',
  'rescheduled_by_ice',
  'rescheduled_by_counsel',
  'cancelled',
  'completed',
  'missed',
] as const;
export type AppointmentStatus = (typeof appointmentStatuses)[number];

export const liveStates = [
  'not_started',
  'arrived',
  'called_in',
  'out_safe',
  'overdue',
  'detained_confirmed',
  'closed',
] as const;
export type LiveState = (typeof liveStates)[number];
/** Somebody went in and has not come out, as far as anybody knows. */
export const insideStates: ReadonlySet<LiveState> = new Set(['arrived', 'called_in', 'overdue']);

export const attorneyAdmissions = ['yes', 'refused', 'partly', 'not_requested'] as const;
export type AttorneyAdmission = (typeof attorneyAdmissions)[number];

export const officerInitialStatements = ['will_be_released', 'will_be_detained', 'none'] as const;
export type OfficerInitialStatement = (typeof officerInitialStatements)[number];

export const appointmentOutcomes = [
  'released_no_conditions',
  'rescheduled',
  'placed_osup',
  'placed_isap_ankle',
  'placed_isap_wrist',
  'placed_isap_app',
  'placed_isap_phone',
  'nta_issued_released',
  'detained',
  'turned_away',
  'did_not_attend_advised',
  'did_not_attend_other',
  'transferred_other_agency',
  'removed_same_day',
  'unknown',
] as const;
export type AppointmentOutcome = (typeof appointmentOutcomes)[number];

/**
 * By form number. `i_205`: warrant of removal; `i_229a`: warning for failure to depart; `i_294`: warning to a person
 * ordered removed; `i_851`: notice of intent to issue an administrative removal order; `i_871`: notice of intent to
 * reinstate; `isap_papers`: agreement and instructions of the supervision contractor.
 */
export const receivedDocuments = [
  'i_862',
  'i_200',
  'i_205',
  'i_286',
  'i_220a',
  'i_220b',
  'i_229a',
  'i_247a',
  'i_294',
  'i_851',
  'i_871',
  'isap_papers',
  'next_appointment',
  'other',
  'none',
] as const;
export type ReceivedDocument = (typeof receivedDocuments)[number];

export const accompanimentRoles = [
  'attorney',
  'paralegal',
  'law_student',
  'leader',
  'volunteer',
  'family',
  'clergy',
  'interpreter',
  'elected_official',
  'other',
] as const;
export type AccompanimentRole = (typeof accompanimentRoles)[number];

export const rsvps = ['asked', 'yes', 'no'] as const;
export type Rsvp = (typeof rsvps)[number];
