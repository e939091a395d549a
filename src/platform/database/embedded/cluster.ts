import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartupError } from '../../startup-error.js';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { type DataDirectory, explained, readIfThere } from './data-directory.js';
import { makePasswords, type Passwords, savePasswords } from './passwords.js';
import { type ClusterPlace, explainedOutput, placeCluster, runPostgres } from './postgres-process.js';

const MARKER = 'letterbox-cluster.json';
const DRAFT = 'postgres.new-';
const ASIDE = 'postgres.incomplete-';
const NEEDED_BYTES = 200 * 1024 * 1024;

/**
 * Says whether a finished cluster stands in the directory. Throws StartupError if one stands there that these binaries
 * cannot run or that we did not finish: it may hold somebody's data, so it is never touched.
 */
export async function hasCluster(directory: DataDirectory, binaries: Binaries): Promise<boolean> {
  const folder = directory.cluster;
  const version = (await readIfThere(join(folder, 'PG_VERSION')))?.trim();
  if (version === undefined) return false;
  if (Number(version) !== binaries.major) {
    const fix = Number(version) < binaries.major ? 'the older Letterbox that made it' : 'a newer Letterbox';
    throw new StartupError(
      `The database in ${folder} belongs to PostgreSQL ${version} and this Letterbox brings PostgreSQL ${binaries.major}; start it with ${fix}, or move its contents over with pg_dump.`,
    );
  }
  if ((await readIfThere(join(folder, MARKER))) === undefined) {
    throw new StartupError(
      `${folder} holds a database cluster that Letterbox did not make or did not finish making; move it elsewhere, or set DATA_DIR to another folder.`,
    );
  }
  return true;
}

/**
 * Makes the cluster, its roles and its database. All of it happens under another name, and the finished cluster is renamed
 * into place: whatever interrupts this leaves either no cluster or a whole one. Throws StartupError with nothing left behind.
 */
export async function makeCluster(
  directory: DataDirectory,
  binaries: Binaries,
  account: Account | undefined,
  durable: boolean,
): Promise<Passwords> {
  const draft = join(directory.path, `${DRAFT}${randomUUID()}`);
  try {
    await requireSpace(directory);
    await mkdir(draft, { mode: 0o700 });
    const place = await placeCluster(draft, account);
    await runPostgres(binaries.initdb, initdbArguments(place, durable), place);
    await writeFile(join(draft, 'pg_hba.conf'), WHO_MAY_CONNECT);
    const passwords = makePasswords();
    await runAlone(binaries, place, [...ROLES, ...setPasswords(passwords), ...DATABASE]);
    await savePasswords(directory, passwords);
    await writeFile(join(draft, MARKER), JSON.stringify({ made: new Date().toISOString(), by: binaries.version }));
    await moveAsideUnfinished(directory);
    await rename(draft, directory.cluster);
    await settle(directory.path);
    return passwords;
  } catch (error) {
    await rm(draft, { recursive: true, force: true, maxRetries: 5 });
    const known = explained(error, directory.path);
    if (known instanceof StartupError) throw known;
    throw explainedOutput(
      (error as Error).message,
      directory.path,
      'set DATA_DIR to another folder if this one is unsuitable.',
    );
  }
}

/** Gives the logins new passwords. The cluster must not be running: this is the one door that asks for none. */
export async function resetPasswords(
  directory: DataDirectory,
  binaries: Binaries,
  place: ClusterPlace,
): Promise<Passwords> {
  const passwords = makePasswords();
  await runAlone(binaries, place, setPasswords(passwords));
  await savePasswords(directory, passwords);
  return passwords;
}

/** Removes what an interrupted `makeCluster` left; it never held anything. */
export async function removeDrafts(directory: DataDirectory): Promise<void> {
  for (const name of await readdir(directory.path)) {
    if (name.startsWith(DRAFT)) await rm(join(directory.path, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

function initdbArguments(place: ClusterPlace, durable: boolean): string[] {
  return [
    `--pgdata=${place.dataArgument}`,
    '--username=postgres',
    // The superuser has no password and no way in over the network; logins are let in by WHO_MAY_CONNECT.
    '--auth=reject',
    '--encoding=UTF8',
    // PostgreSQL's own C.UTF-8: the same order on every system, also where the system has no such locale.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--set=timezone=UTC',
    '--set=log_timezone=UTC',
    ...(durable ? [] : ['--no-sync']),
  ];
}

const WHO_MAY_CONNECT = `# Written by Letterbox. Whoever matches no line is refused; the superuser matches none.
host all letterbox_owner,letterbox_app 127.0.0.1/32 scram-sha-256
`;

const ROLES = [
  'CREATE ROLE letterbox_owner LOGIN NOSUPERUSER NOBYPASSRLS CREATEROLE CREATEDB',
  'CREATE ROLE letterbox_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB',
  // So that migrations may grant group roles to the application, without acting with its rights unasked.
  'GRANT letterbox_app TO letterbox_owner WITH ADMIN TRUE, INHERIT FALSE, SET TRUE',
];

const DATABASE = [
  'CREATE DATABASE letterbox OWNER letterbox_owner',
  'REVOKE ALL ON DATABASE letterbox FROM PUBLIC',
  'GRANT CONNECT, TEMPORARY ON DATABASE letterbox TO letterbox_app',
];

function setPasswords({ owner, app }: Passwords): string[] {
  return [`ALTER ROLE letterbox_owner PASSWORD '${owner}'`, `ALTER ROLE letterbox_app PASSWORD '${app}'`];
}

/** Runs statements as superuser in a cluster without a server, through standard input: no password file, no open port. */
async function runAlone(binaries: Binaries, place: ClusterPlace, statements: string[]): Promise<void> {
  const settings = ['exit_on_error=on', 'log_min_error_statement=panic', 'log_checkpoints=off', 'log_statement=none'];
  const args = [
    '--single',
    '-j',
    '-D',
    place.dataArgument,
    ...settings.flatMap((setting) => ['-c', setting]),
    'postgres',
  ];
  await runPostgres(binaries.postgres, args, place, statements.map((statement) => `${statement};\n\n`).join(''));
}

async function requireSpace(directory: DataDirectory): Promise<void> {
  const { bavail, bsize } = await statfs(directory.path);
  if (bavail * bsize >= NEEDED_BYTES) return;
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  throw new StartupError(
    `${directory.path} has ${free} MB free and a new database needs ${NEEDED_BYTES / 1024 / 1024} MB; free some space or set DATA_DIR to a folder on another disk.`,
  );
}

/** What stands in the cluster's place without being one is kept, out of the way. */
async function moveAsideUnfinished(directory: DataDirectory): Promise<void> {
  const found = await readdir(directory.cluster).catch(() => undefined);
  if (found === undefined) return;
  if (found.length === 0) await rm(directory.cluster, { recursive: true });
  else await rename(directory.cluster, join(directory.path, `${ASIDE}${Date.now()}`));
}

async function settle(folder: string): Promise<void> {
  // Windows cannot sync a folder.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
