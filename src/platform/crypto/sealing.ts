import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';

/** A 32-byte key and the id that values sealed with it carry. */
export interface Key {
  id: string;
  bytes: Buffer;
}

/** A sealed value did not open: it was changed, moved from another place, or sealed with another key. */
export class SealBroken extends Error {
  constructor(readonly place: string) {
    super(`The sealed value at ${place} does not open: it was altered or moved, or belongs to another key.`);
  }

  /** The record and the field as the API calls them. */
  get whereabouts(): { recordType: string; recordId: string; field: string } {
    const [, recordType = '', column = '', recordId = ''] = /^(\w+)\.(\w+):(.*)$/.exec(this.place) ?? [];
    return { recordType, recordId, field: column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) };
  }
}

const format = 's1';
const nonceBytes = 12;
const tagBytes = 16;

/** What every value that this key sealed begins with. */
export const beginningOf = (keyId: string) => `${format}.${keyId}.`;

/** Where a value stands: `table.column:rowId`. Part of the seal, so that a value moved elsewhere does not open. */
export const place = (table: string, column: string, rowId: string) => `${table}.${column}:${rowId}`;

/**
 * Seals text with AES-256-GCM under a fresh 96-bit nonce (NIST SP 800-38D).
 * @returns `s1.<key id>.<base64url of nonce, ciphertext and tag>`
 */
export function seal(key: Key, at: string, plain: string | Buffer): string {
  return beginningOf(key.id) + Buffer.concat(encrypted(key, at, plain)).toString('base64url');
}

/** Seals as {@link seal} does, for columns of bytes: `s1.<key id>.` and then nonce, ciphertext and tag as they are. */
export function sealToBytes(key: Key, at: string, plain: Buffer): Buffer {
  return Buffer.concat([Buffer.from(beginningOf(key.id)), ...encrypted(key, at, plain)]);
}

/** Nonce, ciphertext and tag. */
function encrypted(key: Key, at: string, plain: string | Buffer): Buffer[] {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce);
  cipher.setAAD(Buffer.from(`${format}|${key.id}|${at}`));
  return [nonce, cipher.update(plain as string, 'utf8'), cipher.final(), cipher.getAuthTag()];
}

/** Id of the key that a sealed value needs. @throws SealBroken when the value is no sealed value */
export function keyIdOf(sealed: string, at: string): string {
  const end = sealed.indexOf('.', format.length + 1);
  const id = sealed.slice(format.length + 1, end);
  if (!sealed.startsWith(`${format}.`) || end < 0 || id === '' || end === sealed.length - 1) throw new SealBroken(at);
  return id;
}

/** Opens a sealed value to bytes. @throws SealBroken naming the place, never the value */
export function openBytes(key: Key, at: string, sealed: string): Buffer {
  if (keyIdOf(sealed, at) !== key.id) throw new SealBroken(at);
  return decrypted(key, at, Buffer.from(sealed.slice(beginningOf(key.id).length), 'base64url'));
}

/**
 * Opens what {@link sealToBytes} sealed.
 * @param keyFor gives the key for the id that the value carries
 * @throws SealBroken
 */
export function openFromBytes(keyFor: (id: string) => Key, at: string, sealed: Buffer): Buffer {
  const id = keyIdOf(sealed.subarray(0, 64).toString('latin1'), at);
  return decrypted(keyFor(id), at, sealed.subarray(beginningOf(id).length));
}

/** Publishes how long each sealed value is that is opened, and nothing of it; a test counts them. */
export const openings = channel('letterbox:opening');

function decrypted(key: Key, at: string, body: Buffer): Buffer {
  if (openings.hasSubscribers) openings.publish(body.length);
  if (body.length < nonceBytes + tagBytes) throw new SealBroken(at);
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, body.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(`${format}|${key.id}|${at}`));
  decipher.setAuthTag(body.subarray(body.length - tagBytes));
  try {
    // In GCM everything comes out of `update`; `final` only checks the tag, before anybody sees the text.
    const plain = decipher.update(body.subarray(nonceBytes, body.length - tagBytes));
    decipher.final();
    return plain;
  } catch {
    throw new SealBroken(at);
  }
}

/** Opens a sealed value to text. @throws SealBroken */
export const open = (key: Key, at: string, sealed: string) => openBytes(key, at, sealed).toString('utf8');
