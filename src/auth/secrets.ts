import { createHash, randomBytes } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';
import { hash, verify } from '@node-rs/argon2';
import { StartupError } from '../platform/startup-error.js';

/** Argon2id (the library's default algorithm) with OWASP's parameters: 19 MiB, 2 passes, 1 lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** How a hash with today's parameters begins; one that begins otherwise is made anew at the next sign-in. */
const current = `$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$`;

export const hashPassword = (password: string) => hash(password.normalize('NFKC'), parameters);

export const isOutdated = (stored: string) => !stored.startsWith(current);

/** Publishes the beginning of each hash that a password is compared with; a test counts them. */
export const comparisons = channel('letterbox:password-comparison');

let dummy: Promise<string> | undefined;

/** Makes sure that the library does what we ask of it, before it keeps anybody's password. @throws StartupError */
export async function checkHashing(): Promise<void> {
  dummy ??= hashPassword(randomBytes(16).toString('hex'));
  if (isOutdated(await dummy))
    throw new StartupError(`Passwords would not be hashed with ${current}. Install the package @node-rs/argon2 anew.`);
}

/** Compares in equal time whether or not there is an account: without a hash, against one that nothing matches. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  dummy ??= hashPassword(randomBytes(16).toString('hex'));
  const compared = stored ?? (await dummy);
  comparisons.publish(compared.slice(0, current.length));
  const matches = await verify(compared, password.normalize('NFKC'));
  return matches && stored !== null && stored !== undefined;
}

/** A random token of 32 bytes for a session, a program or a link. */
export const newToken = (prefix: string) => `${prefix}_${randomBytes(32).toString('base64url')}`;

/** Tokens are random, so one round of SHA-256 keeps them as safe at rest as a slow hash would. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest();
