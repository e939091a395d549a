import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id (the library's default algorithm) with OWASP's parameters: 19 MiB, 2 passes, 1 lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string) => hash(password.normalize('NFKC'), parameters);

let dummy: Promise<string> | undefined;

/** Compares in equal time whether or not there is an account: without a hash, against one that nothing matches. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  dummy ??= hashPassword(randomBytes(16).toString('hex'));
  const matches = await verify(stored ?? (await dummy), password.normalize('NFKC'));
  return matches && stored !== null && stored !== undefined;
}

/** A random token of 32 bytes for a session, a program or a link. */
export const newToken = (prefix: string) => `${prefix}_${randomBytes(32).toString('base64url')}`;

/** Tokens are random, so one round of SHA-256 keeps them as safe at rest as a slow hash would. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest();
