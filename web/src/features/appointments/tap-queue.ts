import { appointmentsLive, type AppointmentAnswer, type AppointmentOnTheDay, type LiveTap } from '../../api/client.js';
import { problemOf } from '../../lib/problem.js';
import { dropSealed, keepSealed, openSealed } from '../../lib/sealed-storage.js';

/** A tap sent at once needs no time of its own; the server's clock is the better one. */
const atOnceMs = 10_000;
const againMs = 4_000;
/** On a line that is about to drop an answer may never come. */
const patienceMs = 15_000;
/** After so long it is said that a tap has yet to be sent. */
const lateMs = 2_000;

/** Something happened that the server does not know yet. */
export interface WaitingTap {
  id: string;
  appointmentId: string;
  event: LiveTap['event'];
  tappedAt: number;
}

interface Refusal {
  appointmentId: string;
  error: unknown;
}

/** What waits, in the order of tapping. */
export interface Taps {
  waiting: readonly WaitingTap[];
  /** The one that is on its way just now: it may have arrived. */
  sending?: string;
  /** They have not reached the server for a while, and will be sent again. */
  late: boolean;
  /** What the server did not take, until the next tap there. */
  refused: readonly Refusal[];
}

let taps: Taps = { waiting: [], late: false, refused: [] };
let owner = '';
let lastOwner = '';
let isWorking = false;
let wake: () => void = () => undefined;
let told: (id: string, answer: AppointmentAnswer | AppointmentOnTheDay | undefined) => void = () => undefined;
const listeners = new Set<() => void>();

const isNothing = (what: unknown) => Array.isArray(what) && what.length === 0;

/** Who watches draws anew: they are told of what is new alone. */
function show(next: Partial<Taps>): void {
  const isAsBefore = (name: keyof Taps) =>
    next[name] === taps[name] || (isNothing(next[name]) && isNothing(taps[name]));
  if ((Object.keys(next) as (keyof Taps)[]).every(isAsBefore)) return;
  taps = { ...taps, ...next };
  for (const listener of listeners) listener();
}

export const tapsNow = (): Taps => taps;

export function onTaps(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Outside of a secure context a browser can neither seal nor take turns: then taps wait in memory alone. */
let canKeep = 'locks' in navigator && 'subtle' in crypto;
const inTurn = <T>(what: string, act: () => Promise<T>): Promise<T> =>
  canKeep ? navigator.locks.request(`letterbox ${what}`, act) : act();

const nameOf = (userId: string) => ({ kind: 'taps', userId, name: userId }) as const;
const kept = async (userId: string): Promise<readonly WaitingTap[]> =>
  canKeep ? (((await openSealed(nameOf(userId))) as WaitingTap[] | undefined) ?? []) : taps.waiting;

type Edit = (waiting: readonly WaitingTap[]) => readonly WaitingTap[];

/** Here at once, then in the storage that all tabs share. */
async function edit(change: Edit): Promise<void> {
  const userId = owner;
  show({ waiting: change(taps.waiting) });
  await inTurn('taps', async () => {
    const waiting = change(await kept(userId));
    if (waiting.length === 0) await dropSealed(nameOf(userId));
    else await keepSealed(nameOf(userId), waiting);
  }).catch(() => {
    canKeep = false;
  });
}

const isIn = (waiting: readonly WaitingTap[], { id }: WaitingTap) => waiting.some((one) => one.id === id);

/** Takes in what other tabs tapped and sent; what is tapped and taken back here meanwhile stays so. */
async function takeIn(): Promise<void> {
  const userId = owner;
  const before = taps.waiting;
  const stored = await inTurn('taps', () => kept(userId));
  if (owner !== userId) return;
  const now = taps.waiting;
  show({
    waiting: [
      ...stored.filter((one) => isIn(now, one) || !isIn(before, one)),
      ...now.filter((one) => !isIn(stored, one) && !isIn(before, one)),
    ],
  });
}

const without =
  (id: string): Edit =>
  (waiting) =>
    waiting.filter((tap) => tap.id !== id);

/** Notes a tap with its moment and sends it as soon as there is a line. */
export async function tap(appointmentId: string, event: LiveTap['event']): Promise<void> {
  const made = { id: crypto.getRandomValues(new Uint32Array(2)).join('-'), appointmentId, event, tappedAt: Date.now() };
  const elsewhere = taps.refused.filter((refusal) => refusal.appointmentId !== appointmentId);
  show({ refused: elsewhere });
  const noted = edit((waiting) => [...waiting, made]);
  wake();
  void work();
  await noted;
}

/** Takes back a tap that has not been sent. */
export const untap = (id: string): Promise<void> => edit(without(id));

/**
 * Sends what waits for this person, also from before a reload or a lock, while they are signed in.
 * @param onTold is told what the server answered, nothing where it refused
 * @returns stops it; what waits stays
 */
export function sendTapsOf(userId: string, onTold: typeof told): () => void {
  // What could only be kept in memory is of whoever tapped it.
  if (userId !== lastOwner) show({ waiting: [] });
  owner = lastOwner = userId;
  told = onTold;
  const look = () => void takeIn().then(work);
  const again = () => wake();
  look();
  window.addEventListener('storage', look);
  window.addEventListener('online', again);
  document.addEventListener('visibilitychange', again);
  return () => {
    window.removeEventListener('storage', look);
    window.removeEventListener('online', again);
    document.removeEventListener('visibilitychange', again);
    owner = '';
    wake();
    show({ refused: [] });
  };
}

async function work(): Promise<void> {
  if (isWorking) return;
  isWorking = true;
  try {
    while (owner && taps.waiting.length > 0) {
      const isDone = await inTurn('sending', round);
      if (isDone || !owner) continue;
      show({ late: true });
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, againMs);
      });
    }
    show({ late: false });
  } finally {
    isWorking = false;
  }
}

/** Sends each once, those of one appointment in their order. @returns whether all are dealt with */
async function round(): Promise<boolean> {
  const stuck = new Set<string>();
  await takeIn();
  for (const one of taps.waiting) {
    if (!owner) return false;
    if (stuck.has(one.appointmentId) || !isIn(taps.waiting, one)) continue;
    const late = setTimeout(() => show({ late: true }), lateMs);
    show({ sending: one.id });
    try {
      told(one.appointmentId, await send(one));
      await edit(without(one.id));
    } catch (error) {
      if (isPassing(problemOf(error).status)) stuck.add(one.appointmentId);
      else {
        show({ refused: [...taps.refused, { appointmentId: one.appointmentId, error }] });
        await edit(without(one.id));
        told(one.appointmentId, undefined);
      }
      // The next question finds that the session is over, and asks for signing in.
      if (problemOf(error).status === 401) told(one.appointmentId, undefined);
    } finally {
      clearTimeout(late);
      show({ sending: undefined });
    }
  }
  return stuck.size === 0;
}

/** Whether it is the line, the server's moment or the session, and not the tap. */
const isPassing = (status: number) => [0, 401, 408, 425, 429].includes(status) || status >= 500;

async function send({ appointmentId, event, tappedAt }: WaitingTap) {
  const post = (at?: string) =>
    appointmentsLive(appointmentId, { event, ...(at ? { at } : {}) }, { signal: AbortSignal.timeout(patienceMs) });
  if (Date.now() - tappedAt <= atOnceMs) return post();
  try {
    return await post(new Date(tappedAt).toISOString());
  } catch (error) {
    // That it happened counts more than the minute: a telephone's clock may be wrong.
    if (problemOf(error).errors?.some(({ field }) => field === 'at')) return post();
    throw error;
  }
}
