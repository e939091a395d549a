import { createHash } from 'node:crypto';
import { StartupError } from '../startup-error.js';
import type { Key } from './sealing.js';

/** Short id of a master key, made from a hash; contains no dot, so that it can stand in a sealed value. */
export const masterIdOf = (bytes: Buffer): string =>
  createHash('sha256').update('letterbox master key id').update(bytes).digest('base64url').slice(0, 12);

/** 32 bytes in base64, base64url or hex. @throws StartupError naming the variable */
export function parseMasterKey(text: string, variable = 'MASTER_KEY'): Buffer {
  const bytes = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  if (bytes.length !== 32) {
    throw new StartupError(`${variable} must be 32 bytes in base64 or hex; make one with: openssl rand -base64 32`);
  }
  return bytes;
}

/** A key in the database is wrapped by a master key that this process was not given. */
export class MasterKeyMissing extends Error {
  constructor(readonly masterKeyId: string) {
    super(`The master key ${masterKeyId} is not held by this process.`);
  }
}

/**
 * The master keys that a process holds: the one to use and, while it is being changed, the former one. Where they stand in
 * a file, it is read again for a key that is not known yet, so that a running server follows a rotation beside it.
 */
export class MasterKeys {
  private held: Key[];

  constructor(
    keys: Buffer[],
    private readonly readAgain: () => Buffer[] = () => [],
  ) {
    this.held = keys.map(asKey);
  }

  /** The one to use, as far as this process was told. */
  get first(): Key {
    return this.held[0]!;
  }

  get all(): readonly Key[] {
    return this.held;
  }

  find(id: string): Key | undefined {
    const known = this.held.find((key) => key.id === id);
    if (known) return known;
    const more = this.readAgain().map(asKey);
    this.held = [...this.held, ...more.filter(({ id: its }) => !this.held.some((key) => key.id === its))];
    return this.held.find((key) => key.id === id);
  }

  /** @throws MasterKeyMissing */
  get(id: string): Key {
    const key = this.find(id);
    if (!key) throw new MasterKeyMissing(id);
    return key;
  }
}

const asKey = (bytes: Buffer): Key => ({ id: masterIdOf(bytes), bytes });
