import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { migrations } from '../../migrations/index.js';
import { makeApplication } from '../application.js';
import { Configuration } from '../platform/config/configuration.js';
import { givenMasterKeys, masterKeysIn } from '../platform/crypto/master-key-file.js';
import { connected } from '../platform/database/connection.js';
import { startEmbeddedPostgres } from '../platform/database/embedded/embedded-postgres.js';
import { hasDatabase, runningPostgres } from '../platform/database/embedded/running.js';
import { isSealed, ownerVariable, pendingMigrations } from '../platform/database/preflight.js';
import { makeLog } from '../platform/logging/logger.js';
import { postgresBackend, redisBackend } from '../platform/queue/backend.js';
import { StartupError } from '../platform/startup-error.js';
import type { DatabaseUrls } from '../serving.js';

interface Reached {
  urls: DatabaseUrls;
  close(): Promise<void>;
}

/** What a command works with: the application put together as the server's, without a port and without a worker. */
export interface Beside {
  app: NestFastifyApplication;
  configuration: Configuration;
}

/** One line for the person at the terminal. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Runs a command on the database of the environment, whether or not a server runs on it: that of DATABASE_URL, the embedded
 * one of a running server, or, while none runs, the embedded one started for as long as the command takes. Prints what
 * hinders it as one line and sets the exit code: what `action` answers, or 1.
 */
export async function besideServer(action: (beside: Beside) => Promise<number>): Promise<void> {
  let reached: Reached | undefined;
  let app: NestFastifyApplication | undefined;
  try {
    const configuration = Configuration.read(process.env);
    reached = await reach(configuration);
    app = await applicationOn(reached.urls, configuration);
    process.exitCode = await action({ app, configuration });
  } catch (error) {
    process.stderr.write(`${error instanceof StartupError ? error.message : (error as Error).stack}\n`);
    process.exitCode = 1;
  } finally {
    await app?.close();
    await reached?.close();
  }
}

async function reach({ databaseUrl, databaseOwnerUrl, dataDir }: Configuration): Promise<Reached> {
  const nothing = () => Promise.resolve();
  if (databaseUrl) return { urls: { appUrl: databaseUrl, ownerUrl: databaseOwnerUrl ?? databaseUrl }, close: nothing };
  const running = await runningPostgres(dataDir);
  if (running) return { urls: running, close: nothing };
  if (!(await hasDatabase(dataDir)))
    throw new StartupError(
      `There is no database in ${dataDir} yet. Set DATA_DIR or DATABASE_URL as for the server, or start it once.`,
    );
  const own = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  return { urls: own, close: () => own.stop() };
}

async function applicationOn(urls: DatabaseUrls, configuration: Configuration): Promise<NestFastifyApplication> {
  const owner = await connected(urls.ownerUrl, ownerVariable(urls));
  try {
    if ((await pendingMigrations(owner, migrations)) > 0)
      throw new StartupError(
        'The database is older than this program. Start the server once, which brings it up to date.',
      );
  } finally {
    await owner.end();
  }
  const { redisUrl, dataDir } = configuration;
  return makeApplication({
    configuration,
    databaseUrl: urls.appUrl,
    masterKeys: givenMasterKeys(configuration) ?? masterKeysIn(dataDir, await isSealed(urls), say),
    queue: redisUrl ? redisBackend(redisUrl) : postgresBackend(urls.appUrl),
    log: makeLog('silent'),
  });
}
