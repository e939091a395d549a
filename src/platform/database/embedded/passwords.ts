import { randomBytes } from 'node:crypto';
import { type DataDirectory, readIfThere } from './data-directory.js';

/** The passwords of the two logins. Letters, digits, `-` and `_` only: safe in a URL and in a quoted SQL literal. */
export interface Passwords {
  owner: string;
  app: string;
}

/** New random passwords of 256 bits. */
export function makePasswords(): Passwords {
  return { owner: randomBytes(32).toString('base64url'), app: randomBytes(32).toString('base64url') };
}

/** Keeps the passwords in the data directory, readable by its owner alone. */
export async function savePasswords(directory: DataDirectory, passwords: Passwords): Promise<void> {
  await directory.writePrivately(directory.passwords, JSON.stringify(passwords));
}

/** The kept passwords, or `undefined` if the file is lost or damaged. */
export async function readPasswords(directory: DataDirectory): Promise<Passwords | undefined> {
  try {
    const { owner, app } = JSON.parse((await readIfThere(directory.passwords)) ?? '{}') as Partial<Passwords>;
    return isPassword(owner) && isPassword(app) ? { owner, app } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isPassword(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{32,}$/.test(value);
}
