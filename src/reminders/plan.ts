import type { AppointmentKind } from '../appointments/appointment.values.js';
import type { Direction, QuietHours, WallTime } from './schedule.js';
import type { ReminderChannel, ReminderKind } from './reminder.values.js';

/** The kinds that follow from a plan; others are made one by one. */
export const plannedKinds = [
  'ice_appointment',
  'court_date',
  'packet_prepare',
  'debrief_missing',
  'fingerprint_watch',
] as const satisfies readonly ReminderKind[];
export type PlannedKind = (typeof plannedKinds)[number];

/** `companions`: users who come along. `staff`: the assigned attorney, else whoever wrote the record down. */
export const audiences = ['client', 'companions', 'staff'] as const;
export type Audience = (typeof audiences)[number];

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
  ],
};

/** On which side of the subject's date a kind reminds. */
export const directionOf = (kind: PlannedKind): Direction =>
  kind === 'debrief_missing' || kind === 'fingerprint_watch' ? 'after' : 'before';

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
