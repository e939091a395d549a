import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';
import { chmod, lchown, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StartupError } from '../../startup-error.js';
import { type Account, canReach } from './account.js';

/** A cluster's folder, the account its programs run as, and the name by which they can reach the folder. */
export interface ClusterPlace {
  folder: string;
  account: Account | undefined;
  /** What to pass as `-D`; programs are always started with the folder as their working directory. */
  dataArgument: string;
}

/**
 * Prepares a cluster's folder for the account. Where a folder above is closed to the account (root's home), the server
 * reaches the cluster through its own working directory, which it inherits open: so nothing above must be opened to others.
 */
export async function placeCluster(folder: string, account: Account | undefined): Promise<ClusterPlace> {
  if (!account) return { folder, account, dataArgument: folder };
  // A cluster put back from a backup as root belongs to root throughout.
  if ((await stat(folder)).uid !== account.uid) await giveTree(folder, account);
  await chmod(folder, 0o700);
  if (await canReach(account, folder)) return { folder, account, dataArgument: folder };
  if (process.platform === 'linux') return { folder, account, dataArgument: '/proc/self/cwd' };
  throw new StartupError(
    `${folder} cannot be reached by the account that PostgreSQL runs as; set DATA_DIR to a folder outside of a private home, or start Letterbox as an ordinary user.`,
  );
}

async function giveTree(path: string, account: Account): Promise<void> {
  await lchown(path, account.uid, account.gid);
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) await giveTree(inside, account);
    else await lchown(inside, account.uid, account.gid);
  }
}

/**
 * Starts one of PostgreSQL's programs: in a session of its own, so that Ctrl-C at the terminal reaches us and not the
 * server under our feet, and with an environment of its own, which holds none of our secrets and no PG* setting.
 */
export function spawnPostgres(program: string, args: string[], place: ClusterPlace, stdio: StdioOptions): ChildProcess {
  const { PATH, SystemRoot, TEMP } = process.env;
  return spawn(program, args, {
    cwd: place.folder,
    detached: true,
    windowsHide: true,
    stdio,
    env: { PATH, SystemRoot, TEMP, LC_ALL: 'C', TZ: 'UTC' },
    ...place.account,
  });
}

/** Runs one of PostgreSQL's programs to its end. Throws an Error that holds what it wrote if it fails; leaves nothing running if we end first. */
export async function runPostgres(program: string, args: string[], place: ClusterPlace, input = ''): Promise<void> {
  const child = spawnPostgres(program, args, place, ['pipe', 'pipe', 'pipe']);
  const endWithUs = () => child.kill();
  process.once('exit', endWithUs);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  // A program that fails early closes its input before it has read it; its exit code tells.
  child.stdin?.on('error', () => undefined).end(input);
  try {
    const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
    if (code !== 0) throw new Error(output);
  } finally {
    process.removeListener('exit', endWithUs);
  }
}

/** The StartupError for what a PostgreSQL program wrote before it gave up. */
export function explainedOutput(output: string, folder: string, details: string): StartupError {
  if (/No space left on device/.test(output)) {
    return new StartupError(
      `The disk that holds ${folder} is full, so PostgreSQL cannot start; free some space or set DATA_DIR to a folder on another disk.`,
    );
  }
  if (/could not look up effective user ID/.test(output)) {
    return new StartupError(
      `PostgreSQL does not run under user number ${process.getuid?.()}, which has no account on this system; start Letterbox under an account that has a name.`,
    );
  }
  const lines = output.split('\n').filter((line) => /\b(FATAL|PANIC|ERROR|error):/.test(line));
  const reason = (lines[0] ?? output.trim().split('\n').at(-1) ?? '').replace(/^.*?(FATAL|PANIC|ERROR|error):\s*/, '');
  return new StartupError(`PostgreSQL could not start in ${folder} (${reason || 'it gave no reason'}); ${details}`);
}
