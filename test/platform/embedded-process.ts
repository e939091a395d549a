import { transformFileSync } from '@swc/core';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const ROOT = join(import.meta.dirname, '../..');
const PROGRAM = `
import { startEmbeddedPostgres } from './platform/database/embedded/embedded-postgres.js';
const { dataDir, port, address, deafToInterrupts, durable } = JSON.parse(process.argv[2]);
const log = (line) => console.log(line);
process.on('SIGINT', () => undefined);
try {
  const server = await startEmbeddedPostgres({ dataDir, port, durable, log });
  if (address) await server.announce(address);
  const stop = () => server.stop().then(() => process.exit(0));
  process.on('SIGTERM', stop);
  process.on('SIGUSR2', () => process.exit(3));
  if (!deafToInterrupts) process.on('SIGINT', stop);
  setInterval(() => undefined, 60_000);
  console.log('READY ' + JSON.stringify(server));
} catch (error) {
  console.log(error.name === 'StartupError' ? 'REFUSED ' + error.message : error.stack);
  process.exitCode = 1;
}
`;

export interface Urls {
  ownerUrl: string;
  appUrl: string;
}

export interface StartOptions {
  dataDir: string;
  port?: number;
  address?: string;
  deafToInterrupts?: boolean;
  durable?: boolean;
}

/** Node processes of their own that run an embedded PostgreSQL on temporary directories, and their removal. */
export class Workshop {
  private readonly launched: Launched[] = [];
  private readonly dataDirs = new Set<string>();

  private constructor(readonly path: string) {}

  static async open(): Promise<Workshop> {
    const path = await mkdtemp(join(tmpdir(), 'letterbox-embedded-'));
    await chmod(path, 0o711);
    const sources = join(ROOT, 'src/platform');
    const files = (await readdir(sources, { recursive: true })).filter((name) =>
      /(^startup-error|embedded.*)\.ts$/.test(name),
    );
    for (const name of files) {
      const parser = { syntax: 'typescript' } as const;
      const { code } = transformFileSync(join(sources, name), { swcrc: false, jsc: { parser, target: 'es2022' } });
      const compiled = join(path, 'platform', name.replace(/ts$/, 'js'));
      await mkdir(dirname(compiled), { recursive: true });
      await writeFile(compiled, code);
    }
    await writeFile(join(path, 'package.json'), '{"type":"module"}');
    await symlink(join(ROOT, 'node_modules'), join(path, 'node_modules'));
    await writeFile(join(path, 'program.js'), PROGRAM);
    await mkdir(join(path, 'tmp'), { mode: 0o777 });
    await chmod(join(path, 'tmp'), 0o777);
    return new Workshop(path);
  }

  /** A path for a data directory that does not exist yet. */
  dataDir(name = 'data'): string {
    const path = join(this.path, `${name}-${this.dataDirs.size}`);
    this.dataDirs.add(path);
    return path;
  }

  /** The folder that the processes take for the system's temporary one. */
  get tmp(): string {
    return join(this.path, 'tmp');
  }

  start(
    options: StartOptions,
    account?: { uid: number; gid: number },
    program = join(this.path, 'program.js'),
  ): Launched {
    this.dataDirs.add(options.dataDir);
    const child = spawn(process.execPath, [program, JSON.stringify({ durable: false, ...options })], {
      cwd: this.path,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, TMPDIR: this.tmp },
      ...account,
    });
    const launched = new Launched(child);
    this.launched.push(launched);
    return launched;
  }

  /** Ends what was started here and still runs, and removes all files. */
  async close(): Promise<void> {
    for (const { child } of this.launched)
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await Promise.all(this.launched.map(({ ended }) => ended));
    for (const dataDir of this.dataDirs) {
      const pid = await serverPid(dataDir);
      if (pid !== undefined && (await isServerOf(pid, dataDir))) process.kill(pid, 'SIGKILL');
    }
    await rm(this.path, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

export class Launched {
  output = '';
  readonly ended: Promise<number | null>;

  constructor(readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.ended = new Promise((resolve) => child.on('close', resolve));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Waits until the process has printed something, in which case it answers what follows on that line. */
  async prints(text: string): Promise<string> {
    let over = false;
    void this.ended.then(() => (over = true));
    for (;;) {
      const line = this.output.split('\n').find((candidate) => candidate.includes(text));
      if (line !== undefined) return line.slice(line.indexOf(text) + text.length).trim();
      if (over) throw new Error(`The process ended without printing "${text}":\n${this.output}`);
      await sleep(5);
    }
  }

  async ready(): Promise<Urls> {
    return JSON.parse(await this.prints('READY ')) as Urls;
  }

  /** Sends the signal and waits for the end; answers the exit code. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }
}

/** One query on one connection. */
export async function query<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

/** The number of the server process that the cluster's own file names. */
export async function serverPid(dataDir: string): Promise<number | undefined> {
  const text = await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Number(text.split('\n')[0]);
}

export function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Waits until a process is gone. */
export async function gone(pid: number | undefined): Promise<void> {
  while (isAlive(pid)) await sleep(20);
}

async function isServerOf(pid: number, dataDir: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return command.includes('postgres') && (command.includes(dataDir) || command.includes('/proc/self/cwd'));
}
