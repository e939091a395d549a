/**
 * Whether somebody is to come to the appointment of alias `a`: it was not called off and nothing came of it yet. One that
 * was moved stands at its new time, unless another took its place.
 */
export const standsSql = `(a.status IN ('proposed', 'scheduled')
  OR a.status IN ('rescheduled_by_ice', 'rescheduled_by_counsel') AND a.outcome IS NULL AND a.next_appointment_id IS NULL)`;
