import { stat } from 'node:fs/promises';
import { DataDirectory } from './data-directory.js';
import { readPasswords } from './passwords.js';
import { readPostmaster, serves } from './postmaster-file.js';

/** Where a server that runs already takes connections. */
export interface RunningPostgres {
  ownerUrl: string;
  appUrl: string;
}

export const embeddedUrl = (user: 'letterbox_owner' | 'letterbox_app', password: string, port: number) =>
  `postgres://${user}:${password}@127.0.0.1:${port}/letterbox`;

/**
 * The embedded server that another process runs on this data directory at this moment, for commands that work beside it.
 * Answers `undefined` where none takes connections; makes and locks nothing.
 */
export async function runningPostgres(dataDir: string): Promise<RunningPostgres | undefined> {
  if (!(await isThere(dataDir))) return undefined;
  const directory = await DataDirectory.open(dataDir);
  if (!(await isThere(directory.cluster))) return undefined;
  const postmaster = await readPostmaster(directory.cluster);
  if (postmaster?.status !== 'ready' || !(await serves(postmaster.pid, directory.cluster))) return undefined;
  const passwords = await readPasswords(directory);
  return (
    passwords && {
      ownerUrl: embeddedUrl('letterbox_owner', passwords.owner, postmaster.port),
      appUrl: embeddedUrl('letterbox_app', passwords.app, postmaster.port),
    }
  );
}

/** Whether a finished cluster stands there, running or not. */
export async function hasDatabase(dataDir: string): Promise<boolean> {
  return (await isThere(dataDir)) && isThere((await DataDirectory.open(dataDir)).cluster);
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
