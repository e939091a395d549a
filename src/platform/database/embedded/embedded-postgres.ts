import pg from 'pg';
import { StartupError } from '../../startup-error.js';
import { serverAccount } from './account.js';
import { findBinaries } from './binaries.js';
import { hasCluster, makeCluster, removeDrafts, resetPasswords } from './cluster.js';
import { DataDirectory } from './data-directory.js';
import { DataDirectoryLock } from './data-directory-lock.js';
import { type Passwords, readPasswords } from './passwords.js';
import { placeCluster } from './postgres-process.js';
import { embeddedUrl } from './running.js';
import { Server, stopLeftOver } from './server.js';

export interface EmbeddedPostgresOptions {
  /** Made if absent. Holds the cluster, its passwords, its log and the lock. */
  dataDir: string;
  /** A free one is chosen where none is given. */
  port?: number;
  /** `false` trades safety after a power failure for speed: for tests, never for people's data. */
  durable?: boolean;
  /** Takes one line for each step that a person may want to see. */
  log: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** Connects as the owner of the database `letterbox`: for migrations. */
  ownerUrl: string;
  /** Connects as the application, which owns nothing and to which row-level security applies. */
  appUrl: string;
  /** Records where this process can be reached, for the message that a second start on the same directory prints. */
  announce(address: string): Promise<void>;
  /** To be called where a slow clean stop begins: a second start then waits for its end instead of refusing. */
  announceStop(): Promise<void>;
  /** Resolves when the server has ended: after `stop()`, or because it died. */
  ended: Promise<void>;
  /** Ends all sessions, waits for a clean end and frees the data directory. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Runs a PostgreSQL server of our own on the data directory, making its cluster at the first call, and answers when it
 * takes connections. One process at a time may do so for a directory; a server that a killed process left behind is
 * stopped first. The server listens on 127.0.0.1 alone and is asked to end when this process ends.
 *
 * Throws StartupError, and then leaves neither a server nor a lock behind: the directory is in use or cannot be written,
 * the disk is full, the port is taken, the cluster is of another PostgreSQL version, or PostgreSQL does not run here.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const directory = await DataDirectory.open(options.dataDir);
  const lock = await DataDirectoryLock.take(directory);
  try {
    const { server, passwords } = await startOn(directory, options);
    let stopped: Promise<void> | undefined;
    const stop = async () => {
      await lock.announceStop();
      await server.stop();
      lock.releaseNow();
    };
    return {
      ownerUrl: embeddedUrl('letterbox_owner', passwords.owner, server.port),
      appUrl: embeddedUrl('letterbox_app', passwords.app, server.port),
      ended: server.ended,
      announce: (address) => lock.announce(address),
      announceStop: () => lock.announceStop(),
      stop: () => (stopped ??= stop()),
    };
  } catch (error) {
    lock.releaseNow();
    throw error;
  }
}

async function startOn(directory: DataDirectory, options: EmbeddedPostgresOptions): Promise<Running> {
  const began = performance.now();
  const { log, durable = true, port } = options;
  const account = await serverAccount(directory, log);
  const binaries = await findBinaries(account, log);
  await removeDrafts(directory);
  let passwords: Passwords | undefined;
  if (await hasCluster(directory, binaries)) {
    passwords = await readPasswords(directory);
  } else {
    log(`Making the database in ${directory.cluster} (first start only)`);
    passwords = await makeCluster(directory, binaries, account, durable);
  }
  const place = await placeCluster(directory.cluster, account);
  await stopLeftOver(place, binaries, log);
  const start = () => Server.start(directory, place, binaries, { log, durable, port });
  let server: Server | undefined;
  if (passwords) {
    server = await start();
    if (!(await welcomes(server, passwords))) server = undefined;
  }
  if (!server || !passwords) {
    log(`${directory.passwords} is missing or outdated: giving the database logins new passwords`);
    passwords = await resetPasswords(directory, binaries, place);
    server = await start();
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  log(`PostgreSQL ${binaries.version} is ready on 127.0.0.1:${server.port} (${seconds} s)`);
  return { server, passwords };
}

interface Running {
  server: Server;
  passwords: Passwords;
}

/**
 * Whether the owner's password opens the database; it does not after a data directory was put together from two backups.
 * A server that does not welcome us is stopped.
 */
async function welcomes(server: Server, { owner }: Passwords): Promise<boolean> {
  const login = {
    host: '127.0.0.1',
    port: server.port,
    user: 'letterbox_owner',
    password: owner,
    database: 'letterbox',
  };
  const client = new pg.Client({ ...login, connectionTimeoutMillis: 30_000 });
  try {
    await client.connect();
    return true;
  } catch (error) {
    await server.stop();
    if ((error as { code?: string }).code === '28P01') return false;
    throw new StartupError(`The database server started but takes no connections (${(error as Error).message}).`, {
      cause: error,
    });
  } finally {
    await client.end().catch(() => undefined);
  }
}
