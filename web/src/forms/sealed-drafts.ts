import { createStore, del, get, set } from 'idb-keyval';
import type { Values } from './draft.js';

const store = createStore('letterbox', 'keys');
const keyName = 'drafts';
const prefix = 'draft ';

const text = new TextEncoder();

/** Whose draft of what: it opens for nobody else, and as nothing else. */
export interface DraftName {
  userId: string;
  form: string;
}

const boundTo = ({ userId, form }: DraftName) => text.encode(`${userId}\n${form}`);

async function key(): Promise<CryptoKey> {
  const kept = await get<CryptoKey>(keyName, store);
  if (kept) return kept;
  // Not extractable: the browser uses it and tells it to nobody, not even to this page.
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await set(keyName, made, store);
  return made;
}

/**
 * Keeps what is being typed over a reload: sealed, in the storage of this tab, under a key that the browser does not give
 * away. Where a browser has none of these, nothing is kept.
 */
export async function keepDraft(name: DraftName, values: Values): Promise<void> {
  try {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: boundTo(name) },
      await key(),
      text.encode(JSON.stringify(values)),
    );
    const bytes = new Uint8Array([...iv, ...new Uint8Array(sealed)]);
    sessionStorage.setItem(prefix + name.form, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
  } catch {
    dropDraft(name);
  }
}

/** What was kept, if it is this person's and of this form; a draft that does not open is thrown away. */
export async function keptDraft(name: DraftName): Promise<Values | undefined> {
  try {
    const kept = sessionStorage.getItem(prefix + name.form);
    if (!kept) return undefined;
    const bytes = Uint8Array.from(atob(kept), (letter) => letter.charCodeAt(0));
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytes.slice(0, 12), additionalData: boundTo(name) },
      await key(),
      bytes.slice(12),
    );
    return JSON.parse(new TextDecoder().decode(opened)) as Values;
  } catch {
    dropDraft(name);
    return undefined;
  }
}

export function dropDraft({ form }: DraftName): void {
  sessionStorage.removeItem(prefix + form);
}

/** At sign-out: the drafts of this tab, and the key, without which those of other tabs open no more. */
export async function forgetDrafts(): Promise<void> {
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(prefix)) sessionStorage.removeItem(name);
  await del(keyName, store).catch(() => undefined);
}
