import { dayAt } from '../../lib/days.js';
import { dropSealed, forgetSealed, isAnyKept, isLeaving, keepSealed, openSealed } from '../../lib/sealed-storage.js';
import { idleMs } from '../../lib/session.js';
import { areNamesHidden } from '../../lib/shared-screen.js';
import type { Appointment } from './queries.js';

/** What four buttons need, and nothing of the person. */
const parts = [
  'id',
  'code',
  'startsAt',
  'zone',
  'placeName',
  'room',
  'liveState',
  'arrivedAt',
  'calledInAt',
  'outAt',
  'dueOutBy',
  'overdue',
] as const satisfies (keyof Appointment)[];
export type KeptAppointment = Pick<Appointment, (typeof parts)[number]>;

interface KeptDay {
  /** Whose taps are made there. */
  userId: string;
  /** Opens no longer after that: as a session ends that nobody uses. */
  until: number;
  namesHidden: boolean;
  appointments: readonly KeptAppointment[];
}

/** Without a line nobody knows who is signed in: it is of the browser, and says itself whose it is. */
const name = { kind: 'day', userId: '', name: 'today' } as const;

/** Outside of a secure context a browser can neither seal nor take turns: then nothing is kept. */
const canKeep = 'locks' in navigator && 'subtle' in crypto;
const inTurn = (act: () => Promise<void>): Promise<void> =>
  canKeep ? navigator.locks.request('letterbox day', act).catch(() => undefined) : Promise.resolve();

export const isOfToday = ({ startsAt, zone }: KeptAppointment) => dayAt(startsAt, zone) === dayAt(new Date(), zone);

/** What was kept of today; nothing once the screen was locked, nobody has touched it for long, or the day is over. */
export async function keptDay(): Promise<KeptDay | undefined> {
  if (!isAnyKept(name.kind) || isLeaving()) return undefined;
  const kept = (await openSealed(name)) as KeptDay | undefined;
  const appointments = kept?.appointments.filter(isOfToday).sort((a, b) => a.startsAt.localeCompare(b.startsAt)) ?? [];
  if (kept && appointments.length > 0 && Date.now() < kept.until) return { ...kept, appointments };
  await dropSealed(name);
  return undefined;
}

/** Changes what is kept for this person; what was somebody else's goes. */
const change = (userId: string, edit: (kept: KeptDay) => Partial<KeptDay>): Promise<void> =>
  inTurn(async () => {
    const before = await keptDay();
    const none = { userId, until: Date.now() + idleMs, appointments: [] };
    const kept = { namesHidden: areNamesHidden(), ...(before?.userId === userId ? before : none) };
    const next = { ...kept, ...edit(kept) };
    if (next.appointments.length === 0 || isLeaving()) await dropSealed(name);
    else await keepSealed(name, next);
  });

const without = ({ appointments }: KeptDay, id: string) => appointments.filter((one) => one.id !== id);

/** Keeps an appointment of today as it stands; what is over is kept no longer. */
export const keepForTheDay = (userId: string, appointment: Appointment): Promise<void> =>
  change(userId, (kept) => {
    const part = Object.fromEntries(parts.map((one) => [one, appointment[one]])) as unknown as KeptAppointment;
    const isOver = !isOfToday(part) || Boolean(appointment.outcome);
    return { appointments: [...without(kept, part.id), ...(isOver ? [] : [part])] };
  });

export const dropFromTheDay = (userId: string, id: string): Promise<void> =>
  change(userId, (kept) => ({ appointments: without(kept, id) }));

export const keepDayUntil = (userId: string, until: number): Promise<void> => change(userId, () => ({ until }));

/** Whether others may see this screen holds for the day as it is opened again. */
export const keepNamesHidden = (userId: string, namesHidden: boolean): Promise<void> =>
  change(userId, () => ({ namesHidden }));

/** When the screen is locked, at sign-out, and when the session is over. */
export const forgetDay = (): Promise<void> => inTurn(() => forgetSealed('day'));
