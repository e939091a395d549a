import type { AppointmentKind } from '../appointments/appointment.values.js';
import { atOnce, type Direction, type QuietHours, type WallTime } from './schedule.js';
import type { ReminderChannel, ReminderKind } from './reminder.values.js';

/** The kinds that follow from a plan; others are made one by one. */
export const plannedKinds = [
  'ice_appointment',
  'court_date',
  'packet_prepare',
  'debrief_missing',
  'fingerprint_watch',
  'overdue_at_ice',
  'locator_check',
] as const satisfies readonly ReminderKind[];
export type PlannedKind = (typeof plannedKinds)[number];

/**
 * `companions`: users who come along. `staff`: the assigned attorney, else whoever wrote the record down. `supervisors`:
 * all who may see the case. `emergency_callers`: whoever answers for the case, asked to call the emergency contacts.
 */
export const audiences = ['client', 'companions', 'staff', 'supervisors', 'emergency_callers'] as const;
export type Audience = (typeof audiences)[number];

/** By which channels whom can be reached. */
export const channelsOf: Record<Audience, readonly ReminderChannel[]> = {
  client: ['sms', 'email', 'voice_task'],
  companions: ['email', 'in_app'],
  staff: ['email', 'in_app'],
  supervisors: ['email', 'in_app'],
  emergency_callers: ['voice_task'],
};

export interface Rule {
  kind: PlannedKind;
  to: Audience;
  /** ISO 8601: `P7D`, `PT2H`; before or after the subject's date as {@link directionOf} says. */
  offsets: string[];
  /** Time of day of the offsets that count days. */
  at: WallTime;
  /** In order; the first that reaches the recipient is used. */
  channels: ReminderChannel[];
}

/** How an organisation reminds. */
export interface PlanRules {
  quietHours: QuietHours | null;
  rules: Rule[];
}

/**
 * Who is alarmed when somebody is not out by the time that was agreed: each rung at its time after, until one of them
 * says that they are seeing to it, or the person is out. Visits that end well rarely take longer than the margin that is
 * in `dueOutBy` already, so the first rung is climbed at once and the last in time to reach the office the same day.
 */
const usualLadder: Rule[] = [
  { kind: 'overdue_at_ice', to: 'companions', offsets: [atOnce], at: '09:00', channels: ['email', 'in_app'] },
  { kind: 'overdue_at_ice', to: 'staff', offsets: ['PT10M'], at: '09:00', channels: ['email', 'in_app'] },
  { kind: 'overdue_at_ice', to: 'supervisors', offsets: ['PT20M'], at: '09:00', channels: ['email', 'in_app'] },
  { kind: 'overdue_at_ice', to: 'emergency_callers', offsets: ['PT30M'], at: '09:00', channels: ['voice_task'] },
  { kind: 'locator_check', to: 'staff', offsets: ['PT45M'], at: '09:00', channels: ['in_app'] },
];

/** A plan with the usual ladder where it says nothing about people who are not out: there is no plan without one. */
export const withLadder = (rules: Rule[]): Rule[] =>
  rules.some(({ kind }) => kind === 'overdue_at_ice') ? rules : [...rules, ...usualLadder];

/** Kinds that wait for no morning. */
export const isUrgent = (kind: ReminderKind): boolean => kind === 'overdue_at_ice' || kind === 'locator_check';

/** The plan of organisations that have said nothing else. */
export const usualPlan: PlanRules = {
  quietHours: { from: '21:00', to: '08:00' },
  rules: [
    ...(['ice_appointment', 'court_date'] as const).flatMap((kind): Rule[] => [
      {
        kind,
        to: 'client',
        offsets: ['P7D', 'P2D', 'P1D', 'PT2H'],
        at: '18:00',
        channels: ['sms', 'email', 'voice_task'],
      },
      { kind, to: 'companions', offsets: ['P2D', 'PT3H'], at: '18:00', channels: ['email', 'in_app'] },
    ]),
    { kind: 'packet_prepare', to: 'staff', offsets: ['P3D'], at: '09:00', channels: ['in_app'] },
    { kind: 'debrief_missing', to: 'staff', offsets: ['PT24H'], at: '09:00', channels: ['in_app'] },
    { kind: 'fingerprint_watch', to: 'staff', offsets: ['P10D', 'P21D'], at: '09:00', channels: ['in_app'] },
    ...usualLadder,
  ],
};

/** On which side of the subject's date a kind reminds. */
export const directionOf = (kind: PlannedKind): Direction =>
  kind === 'debrief_missing' || kind === 'fingerprint_watch' || isUrgent(kind) ? 'after' : 'before';

const courtKinds: ReadonlySet<AppointmentKind> = new Set([
  'master_calendar',
  'individual_hearing',
  'bond_hearing',
  'criminal_court',
  'family_court',
]);

/** What a person is reminded of: whatever is not before a court is with an agency, and missed as gravely. */
export const kindOfAppointment = (kind: AppointmentKind): 'court_date' | 'ice_appointment' =>
  courtKinds.has(kind) ? 'court_date' : 'ice_appointment';
