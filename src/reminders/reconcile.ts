import { outsideQuiet, type QuietHours } from './schedule.js';
import type {
  ReminderChannel,
  ReminderContent,
  ReminderKind,
  ReminderState,
  RecipientType,
} from './reminder.values.js';
import { keyOf, type Wanted } from './wanted.js';

/** A reminder of the subject that is there already. */
export interface Existing {
  id: string;
  kind: ReminderKind;
  recipientType: RecipientType;
  recipientId: string;
  offset: string;
  basis: string;
  dueAt: Date;
  zone: string;
  channel: ReminderChannel;
  content: ReminderContent;
  language: string;
  state: ReminderState;
  leaseUntil: Date | null;
  handledBy: string | null;
}

export interface NewReminder extends Omit<Wanted, 'moment' | 'mindsQuiet' | 'others'> {
  dueAt: Date;
  state: 'scheduled' | 'skipped_past_due';
}

export interface Steps {
  insert: NewReminder[];
  end: { id: string; state: 'superseded' | 'cancelled' | 'opted_out' }[];
}

export interface Circumstances {
  quiet: QuietHours | null;
  now: Date;
  /** Whether the client has said no to text messages. */
  optedOut: boolean;
}

/**
 * What to do so that the reminders of one subject become those that are wanted. Doing it again changes nothing.
 *
 * What was sent stays, and so does what failed for good: the next channel is tried in its place. A reminder whose date,
 * time, channel or content is another now is superseded by a new one, so that its history can be read. Of the first reminders for a
 * date that was entered late, the nearest that is still useful goes out at once and those before it are marked as skipped.
 */
export function reconcile(wanted: Wanted[], existing: Existing[], { quiet, now, optedOut }: Circumstances): Steps {
  const steps: Steps = { insert: [], end: [] };
  const standing = new Map<string, Existing>();
  const inVain = new Map<string, Existing[]>();
  for (const row of existing) {
    const key = keyOf(row);
    if (isInVain(row)) inVain.set(key, [...(inVain.get(key) ?? []), row]);
    else if (holdsItsPlace(row) && (!standing.has(key) || isPending(row, now))) standing.set(key, row);
  }
  const fresh: Wanted[] = [];
  for (const first of wanted) {
    const row = standing.get(keyOf(first));
    const tried = inVain.get(keyOf(first)) ?? [];
    const one = nextWay(first, tried);
    if (!row) {
      if (tried.length === 0) fresh.push(first);
      else if (one && one.usefulUntil > now) steps.insert.push(made(one, dueOf(one, quiet, now), 'scheduled'));
      continue;
    }
    standing.delete(keyOf(first));
    if (!one || !isPending(row, now) || !differs(row, one, quiet, now)) continue;
    steps.end.push({ id: row.id, state: optedOut && row.channel === 'sms' ? 'opted_out' : 'superseded' });
    // In the place of one that was owed: due as that was, however late it is by now.
    steps.insert.push(made(one, dueOf(one, quiet, now), 'scheduled'));
  }
  for (const row of standing.values()) {
    if (!isPending(row, now)) continue;
    const moved = wanted.some((one) => slotOf(one) === slotOf(row));
    steps.end.push({ id: row.id, state: moved ? 'superseded' : 'cancelled' });
  }
  for (const group of grouped(fresh)) {
    const first = !existing.some((row) => holdsItsPlace(row) && groupOf(row) === groupOf(group[0]!));
    steps.insert.push(...firstOnes(group, first, quiet, now));
  }
  return steps;
}

/** What a provider, a carrier or the person refused for good, by whichever channel. */
const isInVain = ({ state, handledBy }: Existing) =>
  handledBy === null && (state === 'failed' || state === 'carrier_blocked' || state === 'opted_out');

/**
 * The same by the first channel that did not fail; undefined when all did. Whoever wanted no more messages is not written to
 * by what is known of them, and may want them again.
 */
function nextWay(wanted: Wanted, tried: Existing[]): Wanted | undefined {
  const failed = tried.filter(({ state }) => state !== 'opted_out');
  const channel = [wanted.channel, ...wanted.others].find((way) => failed.every((row) => row.channel !== way));
  return channel && { ...wanted, channel, content: channel === 'in_app' ? 'in_app_full' : wanted.content };
}

const anHour = 3_600_000;

/**
 * @param first whether nothing was made yet for this date and recipient; what a plan adds later in the past is skipped,
 * or each change of a plan would write to everybody
 */
function firstOnes(group: Wanted[], first: boolean, quiet: QuietHours | null, now: Date): NewReminder[] {
  const useful = group.filter((one) => one.usefulUntil > now);
  const ahead = useful.filter((one) => one.moment > now).map((one) => made(one, dueOf(one, quiet, now), 'scheduled'));
  const past = useful.filter((one) => one.moment <= now).sort((a, b) => b.moment.getTime() - a.moment.getTime());
  return [
    ...past.map((one, at) => {
      const due = dueOf(one, quiet, now);
      const soonFollowed = ahead.some((next) => next.dueAt.getTime() - due.getTime() < anHour);
      return first && at === 0 && !soonFollowed
        ? made(one, due, 'scheduled')
        : made(one, one.moment, 'skipped_past_due');
    }),
    ...ahead,
  ];
}

function made(
  { moment: _, mindsQuiet: __, others: ___, ...one }: Wanted,
  dueAt: Date,
  state: NewReminder['state'],
): NewReminder {
  return { ...one, dueAt, state };
}

/** When it goes out: at its moment or, where that is past, now; out of quiet hours. */
export function dueOf(one: Wanted, quiet: QuietHours | null, now: Date): Date {
  const moment = one.moment > now ? one.moment : now;
  return outsideQuiet(moment, one.zone, one.mindsQuiet ? quiet : null, now, one.usefulUntil);
}

/** What the system took back may be owed again; what a person took back stays so. */
const holdsItsPlace = ({ state, handledBy }: Existing) =>
  handledBy !== null || (state !== 'superseded' && state !== 'cancelled' && state !== 'opted_out');

/** Still to be sent, and not in the hands of a channel at this moment. */
export const isPending = ({ state, leaseUntil }: Pick<Existing, 'state' | 'leaseUntil'>, now: Date) =>
  state === 'scheduled' || (state === 'enqueued' && leaseUntil !== null && leaseUntil <= now);

function differs(row: Existing, one: Wanted, quiet: QuietHours | null, now: Date): boolean {
  if (row.channel !== one.channel || row.content !== one.content || row.language !== one.language) return true;
  // What is due already, or was moved by quiet hours since, goes out as it stands.
  return one.moment > now && row.dueAt > now && dueOf(one, quiet, now).getTime() !== row.dueAt.getTime();
}

type Grouped = Pick<Wanted, 'kind' | 'recipientType' | 'recipientId' | 'basis' | 'offset'>;
const groupOf = ({ kind, recipientType, recipientId, basis }: Grouped) =>
  [kind, recipientType, recipientId, basis].join('|');
const slotOf = ({ kind, recipientType, offset }: Grouped) => [kind, recipientType, offset].join('|');

function grouped(wanted: Wanted[]): Wanted[][] {
  const groups = new Map<string, Wanted[]>();
  for (const one of wanted) groups.set(groupOf(one), [...(groups.get(groupOf(one)) ?? []), one]);
  return [...groups.values()];
}
