import type { ChildProcess } from 'node:child_process';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartupError } from '../../startup-error.js';
import type { Binaries } from './binaries.js';
import { type DataDirectory, explained } from './data-directory.js';
import { freePort } from './free-port.js';
import { type ClusterPlace, explainedOutput, runPostgres, spawnPostgres } from './postgres-process.js';
import { postmasterFile, readPostmaster, serves } from './postmaster-file.js';
import { startOf } from './process-identity.js';

const FAST_STOP_MS = 60_000;
const LOG_LIMIT_BYTES = 5 * 1024 * 1024;
const ATTEMPTS = 10;

export interface ServerOptions {
  port: number | undefined;
  durable: boolean;
  log: (line: string) => void;
}

/** A running server process that is our child. */
export class Server {
  /** Resolves when the process has ended, whoever ended it. */
  readonly ended: Promise<void>;
  private stopping: Promise<void> | undefined;

  private constructor(
    private readonly child: ChildProcess,
    private readonly place: ClusterPlace,
    private readonly binaries: Binaries,
    readonly port: number,
  ) {
    this.ended = new Promise((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
    // An end of ours that skips stop(), as by an uncaught error, still asks the server to shut down.
    process.on('exit', this.signal);
    void this.ended.then(() => process.removeListener('exit', this.signal));
    child.unref();
  }

  /** Starts the server and waits until it takes connections, also through a long recovery. Throws StartupError. */
  static async start(
    directory: DataDirectory,
    place: ClusterPlace,
    binaries: Binaries,
    options: ServerOptions,
  ): Promise<Server> {
    for (let attempt = 1; ; attempt += 1) {
      const port = options.port ?? (await freePort());
      const { file, size } = await openLog(directory);
      try {
        const args = ['-D', place.dataArgument, ...settings(port, options.durable)];
        const child = spawnPostgres(binaries.postgres, args, place, ['ignore', file.fd, file.fd]);
        const server = new Server(child, place, binaries, port);
        if (await server.becomesReady(options.log)) return server;
      } finally {
        await file.close();
      }
      const output = (await readFile(directory.serverLog)).subarray(size).toString();
      const retry = retryAfter(output, options.port !== undefined);
      if (retry === undefined || attempt === ATTEMPTS) throw whyNot(output, port, directory);
      await sleep(retry);
    }
  }

  /** Ends all sessions, waits for the server to write out everything and end. Safe to call twice. */
  stop(): Promise<void> {
    this.stopping ??= this.end();
    return this.stopping;
  }

  private async end(): Promise<void> {
    this.child.ref();
    if (process.platform === 'win32') await pgCtlStop(this.binaries, this.place);
    else this.signal();
    // A server that cannot finish is cut short: its write-ahead log makes that safe.
    const impatience = setTimeout(() => this.child.kill('SIGQUIT'), FAST_STOP_MS);
    await this.ended;
    clearTimeout(impatience);
  }

  private readonly signal = (): void => {
    this.child.kill('SIGINT');
  };

  private async becomesReady(log: (line: string) => void): Promise<boolean> {
    let over = false;
    void this.ended.then(() => (over = true));
    for (let waited = 0; !over; waited += 10) {
      const postmaster = await readPostmaster(this.place.folder);
      if (postmaster?.pid === this.child.pid && postmaster?.status === 'ready') return true;
      if (waited > 0 && waited % 10_000 === 0)
        log('The database is still recovering from an unclean end; this can take minutes');
      await sleep(10);
    }
    return false;
  }
}

/**
 * Stops a server that outlived the process it belonged to, and removes the particulars of a dead one, whose number may
 * belong to another process by now. The caller must hold the directory's lock. Throws StartupError if it does not end.
 */
export async function stopLeftOver(
  place: ClusterPlace,
  binaries: Binaries,
  log: (line: string) => void,
): Promise<void> {
  const postmaster = await readPostmaster(place.folder);
  if (!postmaster) return;
  const { pid } = postmaster;
  if (!(await serves(pid, place.folder))) {
    await rm(postmasterFile(place.folder), { force: true });
    return;
  }
  log(`Stopping the database server that an earlier run left behind (process ${pid})`);
  if (process.platform === 'win32') await pgCtlStop(binaries, place);
  for (const [signal, patience] of [
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', 10_000],
  ] as const) {
    kill(pid, signal);
    const until = Date.now() + patience;
    while (Date.now() < until) {
      if (startOf(pid) === undefined) return;
      await sleep(20);
    }
  }
  throw new StartupError(
    `The database server left by an earlier run (process ${pid}) does not end; end that process and start again.`,
  );
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function pgCtlStop(binaries: Binaries, place: ClusterPlace): Promise<void> {
  await runPostgres(binaries.pgCtl, ['stop', '-D', place.dataArgument, '-m', 'fast', '-w'], place).catch(
    () => undefined,
  );
}

function settings(port: number, durable: boolean): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port,
    max_connections: 60,
    shared_buffers: '128MB',
    jit: 'off',
    cluster_name: 'letterbox',
    // Errors quote values and statements, which here are people's: the application has them, this log must not.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...(durable ? { fsync: 'on' } : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function openLog(directory: DataDirectory) {
  const path = directory.serverLog;
  try {
    const before = await stat(path).catch(() => undefined);
    if (before && before.size > LOG_LIMIT_BYTES) await rename(path, `${path}.1`);
    const file = await open(path, 'a', 0o600);
    await directory.giveToOwner(path);
    return { file, size: (await file.stat()).size };
  } catch (error) {
    throw explained(error, path);
  }
}

/** Milliseconds to wait before another attempt, or `undefined` if another would fail alike. */
function retryAfter(output: string, portIsGiven: boolean): number | undefined {
  if (/could not bind/.test(output)) return portIsGiven ? undefined : 0;
  // Sessions of a killed server need a moment to notice that it is gone.
  return /pre-existing shared memory block/.test(output) ? 500 : undefined;
}

function whyNot(output: string, port: number, directory: DataDirectory): StartupError {
  if (/could not bind/.test(output)) {
    const why = /Permission denied/.test(output) ? 'is reserved for root' : 'another program has taken';
    return new StartupError(`PostgreSQL cannot use port ${port} on 127.0.0.1, which ${why}; choose another port.`);
  }
  return explainedOutput(output, directory.cluster, `${directory.serverLog} tells more.`);
}
