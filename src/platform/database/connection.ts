import pg from 'pg';
import { StartupError } from '../startup-error.js';

/** The variable that a URL came from, for messages. */
export type UrlVariable = 'DATABASE_URL' | 'DATABASE_OWNER_URL';

const host = (url: string) => new URL(url).host;

/** What a failed first connection means, as one line; never the password. */
export function connectionError(url: string, error: unknown, variable: UrlVariable = 'DATABASE_URL'): StartupError {
  const { code, message } = error as { code?: string; message?: string };
  if (code === '28P01' || code === '28000')
    return new StartupError(`The database at ${host(url)} refuses the user or password in ${variable}.`);
  if (code === '3D000')
    return new StartupError(
      `The database at ${host(url)} has no database of the name in ${variable}; create it first.`,
    );
  if (code === '42704' || code === '42501')
    return new StartupError(`The database role of ${variable} lacks a right that it needs: ${message}.`);
  return new StartupError(
    `The database at ${host(url)} does not answer (${code ?? message}). Check ${variable} and that the server runs.`,
  );
}

/** An error of the database and of the way to it has one of these shapes; a file that is missing has a code as well. */
const isOfDatabase = (error: unknown): boolean =>
  error instanceof pg.DatabaseError ||
  (error instanceof AggregateError
    ? error.errors.some(isOfDatabase)
    : ['connect', 'getaddrinfo'].includes((error as { syscall?: string }).syscall ?? ''));

/** @returns what to say of an error at the start: as {@link connectionError} where the database is why, else the error itself */
export const startError = (url: string, error: unknown): unknown =>
  isOfDatabase(error) ? connectionError(url, error) : error;

/** One connection; whoever takes it ends it. @throws StartupError when there is none to be had */
export async function connected(url: string, variable: UrlVariable): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that breaks fails the statement that it carries; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw connectionError(url, error, variable);
  }
}
