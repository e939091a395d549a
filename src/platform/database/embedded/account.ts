import { execFile } from 'node:child_process';
import { realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { StartupError } from '../../startup-error.js';
import type { DataDirectory } from './data-directory.js';

const run = promisify(execFile);

/** The account that the database server runs as, where that is not the one we run as. */
export interface Account {
  uid: number;
  gid: number;
}

const OWN_NAME = 'letterbox';

/**
 * PostgreSQL refuses to run as root. Started as root we run it as whoever owns the cluster or the data directory, else as
 * an account `letterbox`, made if absent (not `postgres`: a system-wide server would share it). Answers `undefined` where
 * the server can simply run as we do. Throws StartupError if no account is to be had.
 */
export async function serverAccount(
  directory: DataDirectory,
  log: (line: string) => void,
): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  return (
    (await ownerOf(directory.cluster)) ??
    (await ownerOf(directory.path)) ??
    (await named(OWN_NAME)) ??
    (await created(log)) ??
    (await named('postgres')) ??
    noAccount()
  );
}

function noAccount(): never {
  throw new StartupError(
    `PostgreSQL does not run as root and no account for it could be made; start Letterbox as an ordinary user, or make the account first with "useradd --system ${OWN_NAME}".`,
  );
}

/** Whether the account may walk down to this file or folder and read it. Knows permission bits, not access lists. */
export async function canReach(account: Account, path: string): Promise<boolean> {
  const target = await realpath(path);
  if (!(await allows(account, target, 0o4))) return false;
  for (let folder = dirname(target); ; folder = dirname(folder)) {
    if (!(await allows(account, folder, 0o1))) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function allows(account: Account, path: string, bit: number): Promise<boolean> {
  const { uid, gid, mode } = await stat(path);
  const bits = uid === account.uid ? mode >> 6 : gid === account.gid ? mode >> 3 : mode;
  return (bits & bit) === bit;
}

async function ownerOf(path: string): Promise<Account | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found || found.uid === 0) return undefined;
  // initdb looks its account up by number and fails on one without a name, as on a folder mounted from elsewhere.
  const name = await ask('id', '-un', String(found.uid));
  return name === undefined ? undefined : { uid: found.uid, gid: found.gid };
}

async function named(name: string): Promise<Account | undefined> {
  const uid = Number(await ask('id', '-u', name));
  const gid = Number(await ask('id', '-g', name));
  return uid > 0 && Number.isInteger(gid) ? { uid, gid } : undefined;
}

async function created(log: (line: string) => void): Promise<Account | undefined> {
  const nowhere = '/nonexistent';
  const ways: [string, ...string[]][] = [
    [
      'useradd',
      '--system',
      '--user-group',
      '--no-create-home',
      '--home-dir',
      nowhere,
      '--shell',
      '/sbin/nologin',
      OWN_NAME,
    ],
    ['adduser', '-S', '-D', '-H', '-h', nowhere, '-s', '/sbin/nologin', OWN_NAME],
  ];
  for (const way of ways) {
    if ((await ask(...way)) === undefined) continue;
    log(`Made the system account "${OWN_NAME}": PostgreSQL does not run as root`);
    return named(OWN_NAME);
  }
  return undefined;
}

async function ask(command: string, ...args: string[]): Promise<string | undefined> {
  try {
    const PATH = `${process.env.PATH ?? ''}:/usr/sbin:/sbin`;
    return (await run(command, args, { timeout: 20_000, env: { ...process.env, PATH } })).stdout.trim();
  } catch {
    return undefined;
  }
}
