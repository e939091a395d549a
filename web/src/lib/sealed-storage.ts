import { createStore, del, get, set, update } from 'idb-keyval';

const store = createStore('letterbox', 'keys');
const text = new TextEncoder();

/**
 * A draft is of its tab and of one visit, which a lock does not end; taps of a day are of the browser, until the server has
 * them; the day that is opened without a line is of the browser too, and ends with the visit and with a lock.
 */
type Kind = 'draft' | 'taps' | 'day';

/** What is kept, and whose: it opens for nobody else, and as nothing else. */
export interface SealedName {
  kind: Kind;
  userId: string;
  name: string;
}

/** Not extractable: the browser uses them and tells them to nobody, not even to this page. */
interface Keys {
  contents: CryptoKey;
  /** Of an item nothing can be read but its kind: what it is of, and whose, is in its name only as a hash under this key. */
  names: CryptoKey;
}

interface Contents {
  name: string;
  value: unknown;
}

const storageOf = (kind: Kind): Storage => (kind === 'draft' ? sessionStorage : localStorage);
const itemsOf = (kind: Kind): string[] => Object.keys(storageOf(kind)).filter((item) => item.startsWith(`${kind} `));
const isHashed = (item: string) => /^\w+ [A-Za-z0-9+/]{43}=$/.test(item);

const lettersOf = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const bytesOf = (letters: string) => Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));

/** What is asked for one after the other is done so: what is thrown away while it is still being sealed stays away. */
const last = new Map<Kind, Promise<unknown>>();
function inTurn<T>(kind: Kind, act: () => Promise<T>): Promise<T> {
  const turn = (last.get(kind) ?? Promise.resolve()).then(act, act);
  last.set(kind, turn);
  return turn;
}

async function keysOf(kind: Kind): Promise<Keys> {
  /** An older version had one key alone, under which taps may wait. */
  type Kept = Keys | CryptoKey | undefined;
  const isWhole = (kept: Kept): kept is Keys => kept !== undefined && 'names' in kept;
  const kept = await get<Kept>(kind, store);
  if (isWhole(kept)) return kept;
  const made = {
    contents: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    names: await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
  };
  // Another tab may have made some meanwhile: the first stay.
  await update<Kept>(
    kind,
    (before) => (isWhole(before) ? before : before ? { ...made, contents: before } : made),
    store,
  );
  return (await get<Keys>(kind, store))!;
}

async function itemOf({ kind, userId, name }: SealedName, { names }: Keys): Promise<string> {
  const hash = await crypto.subtle.sign('HMAC', names, text.encode(`${userId}\n${name}`));
  return `${kind} ${lettersOf(new Uint8Array(hash))}`;
}

const boundTo = (userId: string, item: string) => text.encode(`${userId}\n${item}`);

async function unsealed(letters: string, bound: BufferSource, { contents }: Keys): Promise<unknown> {
  const bytes = bytesOf(letters);
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: bytes.slice(0, 12), additionalData: bound },
    contents,
    bytes.slice(12),
  );
  return JSON.parse(new TextDecoder().decode(plain)) as unknown;
}

async function opened(kind: Kind, userId: string, item: string, keys: Keys): Promise<Contents | undefined> {
  const kept = storageOf(kind).getItem(item);
  return kept ? ((await unsealed(kept, boundTo(userId, item), keys)) as Contents) : undefined;
}

async function keep({ kind, userId, name }: SealedName, value: unknown, item: string, keys: Keys): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const contents = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: boundTo(userId, item) },
    keys.contents,
    text.encode(JSON.stringify({ name, value } satisfies Contents)),
  );
  storageOf(kind).setItem(item, lettersOf(new Uint8Array([...iv, ...new Uint8Array(contents)])));
}

/**
 * Keeps something over a reload: sealed, under a key that the browser does not give away.
 * @throws Error where a browser has none of these; then nothing is kept
 */
export const keepSealed = (sealed: SealedName, value: unknown): Promise<void> =>
  inTurn(sealed.kind, async () => {
    const keys = await keysOf(sealed.kind);
    await keep(sealed, value, await itemOf(sealed, keys), keys);
  });

/** Takes over what an older version kept under a name that can be read: a tap that waits for the server is told only here. */
async function takeOver(sealed: SealedName, item: string, keys: Keys): Promise<void> {
  const readable = `${sealed.kind} ${sealed.name}`;
  const kept = storageOf(sealed.kind).getItem(readable);
  if (!kept) return;
  try {
    await keep(sealed, await unsealed(kept, text.encode(`${sealed.userId}\n${sealed.name}`), keys), item, keys);
  } finally {
    storageOf(sealed.kind).removeItem(readable);
  }
}

/** What was kept, if it is this person's; what does not open is thrown away. */
export const openSealed = (sealed: SealedName): Promise<unknown> =>
  inTurn(sealed.kind, async () => {
    if (!isAnyKept(sealed.kind)) return undefined;
    const keys = await keysOf(sealed.kind);
    const item = await itemOf(sealed, keys);
    try {
      await takeOver(sealed, item, keys);
      return (await opened(sealed.kind, sealed.userId, item, keys))?.value;
    } catch {
      storageOf(sealed.kind).removeItem(item);
      return undefined;
    }
  }).catch(() => undefined);

export const dropSealed = (sealed: SealedName): Promise<void> =>
  inTurn(sealed.kind, async () => {
    if (!isAnyKept(sealed.kind)) return;
    storageOf(sealed.kind).removeItem(await itemOf(sealed, await keysOf(sealed.kind)));
  }).catch(() => undefined);

/** The names under which this person has something of a kind; what is somebody else's stays, and is not told. */
export const namesKept = (kind: Kind, userId: string): Promise<string[]> =>
  inTurn(kind, async () => {
    const items = itemsOf(kind);
    if (items.length === 0) return [];
    const keys = await keysOf(kind);
    const all = items.map((item) => opened(kind, userId, item, keys).catch(() => undefined));
    return (await Promise.all(all)).flatMap((contents) => contents?.name ?? []);
  }).catch(() => []);

/** Whether anything of this kind is kept, whoever's it is. */
export function isAnyKept(kind: Kind): boolean {
  try {
    return itemsOf(kind).length > 0;
  } catch {
    return false;
  }
}

/** Throws away what this tab sees of a kind, and the keys, without which that of other tabs opens no more. */
export const forgetSealed = (kind: Kind): Promise<void> =>
  inTurn(kind, async () => {
    for (const item of itemsOf(kind)) storageOf(kind).removeItem(item);
    await del(kind, store).catch(() => undefined);
  });

/** Throws away what an older version kept under names that can be read; taps wait until their person is here. */
export function forgetReadable(): void {
  for (const kind of ['draft', 'day'] as const)
    for (const item of itemsOf(kind)) if (!isHashed(item)) storageOf(kind).removeItem(item);
}

const unended = 'unended';

/** From here on this browser belongs to nobody, also when the server cannot be told yet. */
export const beginToLeave = (): void => localStorage.setItem(unended, 'session');

/** Tells when another tab of this browser leaves. @returns stops it */
export function onLeftElsewhere(listener: () => void): () => void {
  const look = ({ key: name, newValue }: StorageEvent) => {
    // A tab that was asleep hears of it late, when somebody may have signed in again.
    if (name === unended && newValue && isLeaving()) listener();
  };
  window.addEventListener('storage', look);
  return () => window.removeEventListener('storage', look);
}

/** Whether a session was left of which the server does not know it yet. */
export const isLeaving = (): boolean => localStorage.getItem(unended) !== null;

/** A database that was just cleared takes a moment to be closed, in which nothing can be written. */
async function putBack(kind: Kind, keys: Keys): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      return await set(kind, keys, store);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/**
 * Tells the server of a session that was left, by `tell`. Its answer clears the storage of this browser; what is sealed
 * still, and how the screen looks and speaks, are put back: who locks the screen goes on where they were, and who signs out
 * has thrown the drafts away before.
 */
export async function endLeaving(tell: () => Promise<unknown>): Promise<void> {
  await forgetSealed('day');
  // Drafts may be in other tabs, which nobody can see from here.
  const kinds: Kind[] = isAnyKept('taps') ? ['draft', 'taps'] : ['draft'];
  const kept = await Promise.all(kinds.map((kind) => get<Keys>(kind, store).catch(() => undefined)));
  const storages = [localStorage, sessionStorage].map((storage) => ({
    storage,
    items: Object.entries({ ...storage }),
  }));
  await tell();
  for (const { storage, items } of storages)
    for (const [name, value] of items as [string, string][]) storage.setItem(name, value);
  for (const [at, keys] of kept.entries()) if (keys) await putBack(kinds[at]!, keys);
  localStorage.removeItem(unended);
}
