import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../startup-error.js';
import { BlindIndex } from './blind-index.js';
import { type Key, openBytes, place, seal } from './sealing.js';

/** A key as it is stored: wrapped by the key above it in the tree. */
export interface WrappedKey {
  id: string;
  wrapped: string;
}

/** The keys of one organisation, unlocked. */
export interface OrganizationKeys {
  seal: Key;
  index: BlindIndex;
}

/** Short id of a key made from a UUID or a hash; contains no dot, so that it can stand in a sealed value. */
const masterIdOf = (bytes: Buffer) =>
  createHash('sha256').update('letterbox master key id').update(bytes).digest('base64url').slice(0, 12);

/** 32 bytes in base64, base64url or hex. @throws StartupError */
export function parseMasterKey(text: string): Buffer {
  const bytes = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  if (bytes.length !== 32) {
    throw new StartupError('MASTER_KEY must be 32 bytes in base64 or hex; make one with: openssl rand -base64 32');
  }
  return bytes;
}

/**
 * The master key kept in the data directory, made at the first start (mode 0600).
 * @param isSealed whether the database was sealed with a key already: then none is made
 * @throws StartupError
 */
export function masterKeyIn(dataDir: string, isSealed: boolean, log: (line: string) => void): Buffer {
  const file = join(dataDir, 'master.key');
  try {
    return parseMasterKey(readFileSync(file, 'utf8').trim());
  } catch (error) {
    if (error instanceof StartupError)
      throw new StartupError(`${file} is damaged: it must hold 32 bytes in base64. Restore it from your copy.`);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw new StartupError(`${file} cannot be read: give this account access to it.`);
  }
  if (isSealed)
    throw new StartupError(
      `${file} is missing, and without it what is in the database cannot be read. Put back your copy of it, or give MASTER_KEY_FILE; nothing was changed.`,
    );
  const key = randomBytes(32);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
    chmodSync(file, 0o600);
  } catch {
    throw new StartupError(`${file} cannot be written: make the folder writable for this account or set DATA_DIR.`);
  }
  log(`Made the master key ${file}. Keep a copy of it away from this machine: without it sealed data cannot be read.`);
  return key;
}

/**
 * The key tree: master key -> a key per organisation (one to seal, one for the blind index) -> a data key per client.
 * Only the master key is outside the database; all others are stored wrapped by the key above.
 */
export class KeyRing {
  private readonly master: Key;
  private readonly organizations = new Map<string, OrganizationKeys>();

  constructor(masterKey: Buffer) {
    this.master = { id: masterIdOf(masterKey), bytes: masterKey };
  }

  /** Tells one master key from another without giving any of it away. */
  get masterId(): string {
    return this.master.id;
  }

  /** Makes a key for an organisation, wrapped by the master key. */
  makeOrganizationKey(id: string): WrappedKey {
    return { id, wrapped: seal(this.master, place('organization_keys', 'wrapped', id), randomBytes(32)) };
  }

  /** Unlocks and remembers the keys of an organisation. @throws SealBroken with another master key */
  unlock(organizationId: string, sealKey: WrappedKey, indexKey: WrappedKey): OrganizationKeys {
    const keys = {
      seal: { id: sealKey.id, bytes: this.bytesOf(sealKey) },
      index: new BlindIndex(this.bytesOf(indexKey)),
    };
    this.organizations.set(organizationId, keys);
    return keys;
  }

  known(organizationId: string): OrganizationKeys | undefined {
    return this.organizations.get(organizationId);
  }

  /** Unlocks one key of an organisation. @throws SealBroken with another master key */
  bytesOf({ id, wrapped }: WrappedKey): Buffer {
    return openBytes(this.master, place('organization_keys', 'wrapped', id), wrapped);
  }
}

/** Makes a client's data key, wrapped by the organisation's key. */
export function makeDataKey(organization: Key, id: string): WrappedKey & { key: Key } {
  const bytes = randomBytes(32);
  return { id, wrapped: seal(organization, place('client_keys', 'wrapped', id), bytes), key: { id, bytes } };
}

/** Unlocks a client's data key. @throws SealBroken */
export function openDataKey(organization: Key, { id, wrapped }: WrappedKey): Key {
  return { id, bytes: openBytes(organization, place('client_keys', 'wrapped', id), wrapped) };
}
