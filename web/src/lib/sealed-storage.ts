import { createStore, del, get, set } from 'idb-keyval';

const keys = createStore('letterbox', 'keys');
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

const storageOf = (kind: Kind): Storage => (kind === 'draft' ? sessionStorage : localStorage);
const itemOf = ({ kind, name }: Pick<SealedName, 'kind' | 'name'>) => `${kind} ${name}`;
const boundTo = ({ userId, name }: SealedName) => text.encode(`${userId}\n${name}`);

async function key(kind: Kind): Promise<CryptoKey> {
  const kept = await get<CryptoKey>(kind, keys);
  if (kept) return kept;
  // Not extractable: the browser uses it and tells it to nobody, not even to this page.
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await set(kind, made, keys);
  return made;
}

/**
 * Keeps something over a reload: sealed, under a key that the browser does not give away.
 * @throws Error where a browser has none of these; then nothing is kept
 */
export async function keepSealed(name: SealedName, value: unknown): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: boundTo(name) },
    await key(name.kind),
    text.encode(JSON.stringify(value)),
  );
  const bytes = new Uint8Array([...iv, ...new Uint8Array(sealed)]);
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  storageOf(name.kind).setItem(itemOf(name), letters);
}

/** What was kept, if it is this person's; what does not open is thrown away. */
export async function openSealed(name: SealedName): Promise<unknown> {
  try {
    const kept = storageOf(name.kind).getItem(itemOf(name));
    if (!kept) return undefined;
    const bytes = Uint8Array.from(atob(kept), (letter) => letter.charCodeAt(0));
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytes.slice(0, 12), additionalData: boundTo(name) },
      await key(name.kind),
      bytes.slice(12),
    );
    return JSON.parse(new TextDecoder().decode(opened)) as unknown;
  } catch {
    dropSealed(name);
    return undefined;
  }
}

export function dropSealed(name: Pick<SealedName, 'kind' | 'name'>): void {
  storageOf(name.kind).removeItem(itemOf(name));
}

/** Whether something is kept under this name, whoever's it is; known at once, where opening it takes a while. */
export function isKept(name: Pick<SealedName, 'kind' | 'name'>): boolean {
  try {
    return storageOf(name.kind).getItem(itemOf(name)) !== null;
  } catch {
    return false;
  }
}

/** Whether anything of this kind is kept, whoever's it is. */
export const isAnyKept = (kind: Kind): boolean =>
  Object.keys(storageOf(kind)).some((name) => name.startsWith(`${kind} `));

/** Throws away what this tab sees of a kind, and the key, without which that of other tabs opens no more. */
export async function forgetSealed(kind: Kind): Promise<void> {
  const storage = storageOf(kind);
  for (const name of Object.keys(storage)) if (name.startsWith(`${kind} `)) storage.removeItem(name);
  await del(kind, keys).catch(() => undefined);
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
async function putBack(kind: Kind, key: CryptoKey): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      return await set(kind, key, keys);
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
  const kept = await Promise.all(kinds.map((kind) => get<CryptoKey>(kind, keys).catch(() => undefined)));
  const storages = [localStorage, sessionStorage].map((storage) => ({
    storage,
    items: Object.entries({ ...storage }),
  }));
  await tell();
  for (const { storage, items } of storages)
    for (const [name, value] of items as [string, string][]) storage.setItem(name, value);
  for (const [at, key] of kept.entries()) if (key) await putBack(kinds[at]!, key);
  localStorage.removeItem(unended);
}
