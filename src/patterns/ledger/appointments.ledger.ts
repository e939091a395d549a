import type { AppointmentFact } from '../pattern-appointment.entity.js';
import type { Ledger } from './ledger.js';
import { accompanied, companions, detained, mayBeCounted, mayBePooled, posture } from './shared.sql.js';

const minutes = (from: string, to: string) =>
  `CASE WHEN a.${to} >= a.${from} THEN round(extract(epoch FROM a.${to} - a.${from}) / 60)::int END`;

/** What each column says of an appointment `a` of a client `c`; `t` is its time where it takes place. */
const facts: Record<AppointmentFact, string> = {
  clientId: 'a.client_id',
  pooled: mayBePooled,
  startsOn: 't.at::date',
  startsMonth: `date_trunc('month', t.at)::date`,
  weekday: 'extract(isodow FROM t.at)::int',
  hour: 'extract(hour FROM t.at)::int',
  kind: 'a.kind',
  status: 'a.status',
  placeId: 'a.place_id',
  county: 'c.county',
  ...posture,
  attended: 'd.attended',
  accompanied,
  attorneyAdmitted: 'a.attorney_admitted',
  officerInitialStatement: 'a.officer_initial_statement',
  supervisorReversed: 'a.supervisor_reversed',
  outcome: 'a.outcome',
  detained,
  documentsReceived: 'a.documents_received',
  waitedMinutes: minutes('arrived_at', 'called_in_at'),
  insideMinutes: minutes('called_in_at', 'out_at'),
  // Of those who were called in; `overdue` has rung, and whoever is still in may yet be out on time.
  closedOnTime: `CASE WHEN a.due_out_by IS NULL THEN NULL
    WHEN a.out_at IS NOT NULL THEN a.out_at <= a.due_out_by
    WHEN a.live_state = 'overdue' THEN false END`,
};

/** One row for each appointment that was not called off. */
export const appointmentsLedger: Ledger<AppointmentFact> = {
  table: 'pattern_appointments',
  source: 'appointment_id',
  by: 'client_id',
  id: 'a.id',
  facts,
  from: (only) => `FROM appointments a
    JOIN clients c ON c.organization_id = a.organization_id AND c.id = a.client_id AND ${mayBeCounted}
    CROSS JOIN LATERAL (SELECT a.starts_at AT TIME ZONE a.zone AS at) t
    ${companions}
    WHERE a.organization_id = $1 AND a.status <> 'cancelled' ${only('a')}`,
};
