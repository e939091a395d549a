import { Problem } from '../platform/http/problem.js';
import type { AppointmentLiveFields, LiveState } from './appointment.fields.js';

/** What a companion taps on the day. */
export const liveEvents = ['arrived', 'called_in', 'out_safe', 'detained', 'not_out'] as const;
export type LiveEvent = (typeof liveEvents)[number];

/** A tap as it came in. */
export interface Tap {
  event: LiveEvent;
  /** When it happened, RFC 3339; now unless said. */
  at?: string | null;
  /** When to raise the alarm, RFC 3339; means something only until the person is out. */
  dueOutBy?: string | null;
}

/** The live columns of an appointment. */
export interface LiveRow {
  liveState: LiveState;
  arrivedAt?: Date | string | null;
  calledInAt?: Date | string | null;
  outAt?: Date | string | null;
  dueOutBy?: Date | string | null;
}

/**
 * When the alarm is raised unless somebody says otherwise. Visits that end well are mostly over within the hour; after an
 * hour and a half a person should be out, and there is still time that day to find out where they are held and to call.
 */
export const minutesUntilDueOut = 90;

/** Telephones' clocks are a little wrong. */
const toleratedMinutes = 5;

const stateAfter = {
  arrived: 'arrived',
  called_in: 'called_in',
  out_safe: 'out_safe',
  detained: 'detained_confirmed',
} as const;

const order: Record<Exclude<LiveState, 'overdue'>, number> = {
  not_started: 0,
  arrived: 1,
  called_in: 2,
  out_safe: 3,
  detained_confirmed: 3,
  closed: 4,
};

/** Overdue is an alarm, not a step: the person is still where they were. */
const stepOf = ({ liveState, calledInAt }: LiveRow) =>
  liveState === 'overdue' ? (calledInAt ? 'called_in' : 'arrived') : liveState;

type Changes = Partial<Omit<AppointmentLiveFields, 'kind'>>;

/** The step at which somebody was before it was said that they are out. */
const stepBeforeOut = ({ arrivedAt, calledInAt }: LiveRow) =>
  calledInAt ? 'called_in' : arrivedAt ? 'arrived' : 'not_started';

/**
 * What a tap changes: not_started -> arrived -> called_in -> out_safe or detained_confirmed; steps may be left out. A tap
 * repeated changes nothing, the first time stands, except that it may bring another time to be out by.
 * Only "out" can be taken back, by `not_out`: a slip of the thumb must not silence the alarm about somebody inside.
 * @throws Problem 409 `appointment.live_order` when it would go back, 422 on `at` and `dueOutBy`
 */
export function afterTap(before: LiveRow, tap: Tap, now: Date): Changes {
  const step = stepOf(before);
  if (tap.event === 'not_out') {
    if (step === 'out_safe') return { liveState: stepBeforeOut(before), outAt: null };
    if (order[step] < order.out_safe) return {};
    throw wayBack(before);
  }
  const wanted = stateAfter[tap.event];
  const inside = wanted === 'arrived' || wanted === 'called_in';
  if (wanted === step) return inside ? laterAlarm(before, tap, now) : {};
  if (order[wanted] < order[step] || order[step] >= order.out_safe) {
    throw wayBack(before);
  }
  const at = momentOf(before, tap, now);
  if (wanted === 'detained_confirmed') return { liveState: wanted };
  if (wanted === 'out_safe') return { liveState: wanted, outAt: at.toISOString() };
  const given = alarmOf(tap, at);
  if (wanted === 'arrived')
    return { liveState: wanted, arrivedAt: at.toISOString(), ...(given ? { dueOutBy: given } : {}) };
  const stands = before.dueOutBy && new Date(before.dueOutBy) > at;
  const dueOutBy = given ?? (stands ? undefined : new Date(at.getTime() + minutesUntilDueOut * 60_000).toISOString());
  return { liveState: wanted, calledInAt: at.toISOString(), ...(dueOutBy ? { dueOutBy } : {}) };
}

const wayBack = ({ liveState }: LiveRow) =>
  Problem.conflict(
    'appointment.live_order',
    'The appointment is past this step already; steps are not taken back here.',
    { liveState },
  );

/** A companion who is told that it will take longer puts the alarm off. */
function laterAlarm(before: LiveRow, tap: Tap, now: Date): Changes {
  if (!tap.dueOutBy || new Date(tap.dueOutBy).getTime() === (before.dueOutBy && new Date(before.dueOutBy).getTime()))
    return {};
  const dueOutBy = alarmOf(tap, new Date(before.calledInAt ?? before.arrivedAt ?? now))!;
  return {
    dueOutBy,
    ...(before.liveState === 'overdue' && new Date(dueOutBy) > now ? { liveState: stepOf(before) } : {}),
  };
}

function momentOf(before: LiveRow, { at }: Tap, now: Date): Date {
  const previous = before.calledInAt ?? before.arrivedAt;
  // A tap that waited for another one is not before it, whatever the clock said when it came in.
  if (!at) return previous && new Date(previous) > now ? new Date(previous) : now;
  const moment = new Date(at);
  if (moment.getTime() > now.getTime() + toleratedMinutes * 60_000) {
    throw Problem.invalidField(
      'at',
      'instant.future',
      'This has not happened yet. Give the time at which it happened, or leave it out for now.',
    );
  }
  if (previous && moment < new Date(previous)) {
    // The step before was taken by the clock of another telephone, or of this machine when it came in.
    if (new Date(previous).getTime() - moment.getTime() <= toleratedMinutes * 60_000) return new Date(previous);
    throw Problem.invalidField(
      'at',
      'appointment.live_before_previous',
      'This would be before the step that came before it. Check the time.',
    );
  }
  return moment > now ? now : moment;
}

function alarmOf({ dueOutBy }: Tap, since: Date): string | undefined {
  if (!dueOutBy) return undefined;
  if (new Date(dueOutBy) <= since) {
    throw Problem.invalidField(
      'dueOutBy',
      'appointment.due_out_too_early',
      'The time to be out by must be after the person went in.',
    );
  }
  return new Date(dueOutBy).toISOString();
}
