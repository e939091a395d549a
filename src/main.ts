import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { migrations } from '../migrations/index.js';
import { makeApplication } from './application.js';
import { BootstrapService } from './auth/bootstrap.service.js';
import { entities } from './entities.js';
import { Configuration } from './platform/config/configuration.js';
import { masterKeyIn, parseMasterKey } from './platform/crypto/key-ring.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/database/embedded/embedded-postgres.js';
import { connectionError, migrate, refuseBypass } from './platform/database/migrations.js';
import { makeLog } from './platform/logging/logger.js';
import { migrateQueue, postgresBackend, redisBackend, refuseAbsentRedis } from './platform/queue/backend.js';
import { Jobs } from './platform/queue/jobs.js';
import { refuseTakenPort } from './platform/http/port.js';
import { StartupError } from './platform/startup-error.js';

/** Lines for the person at the terminal; log lines go to the same place as JSON once the server runs. */
const say = (line: string) => process.stdout.write(`${line}\n`);

let embedded: EmbeddedPostgres | undefined;
let app: NestFastifyApplication | undefined;
let stopping: Promise<void> | undefined;

/** Stops in order: the worker finishes its job, requests drain, connections close, the embedded database shuts down. */
function stop(): Promise<void> {
  stopping ??= (async () => {
    await embedded?.announceStop();
    await app?.close();
    await embedded?.stop();
  })();
  return stopping;
}

function stopOn(signal: NodeJS.Signals): void {
  process.on(signal, () => {
    if (!stopping) say('Stopping ...');
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}

/** The embedded server died under us: nothing can be saved any more, so say so and end; the next start recovers. */
function endWithoutDatabase(): void {
  if (stopping) return;
  process.stderr.write('The embedded database has ended unexpectedly. Start again; what was answered is saved.\n');
  void stop().finally(() => process.exit(1));
}

async function start(): Promise<void> {
  const began = Date.now();
  const configuration = Configuration.read(process.env);
  stopOn('SIGINT');
  stopOn('SIGTERM');
  if (configuration.roles.has('api')) await refuseTakenPort(configuration.host, configuration.port);
  if (configuration.redisUrl) await refuseAbsentRedis(configuration.redisUrl);

  let databaseUrl = configuration.databaseUrl;
  let ownerUrl = configuration.databaseOwnerUrl ?? databaseUrl;
  if (!databaseUrl) {
    embedded = await startEmbeddedPostgres({ dataDir: configuration.dataDir, log: say });
    databaseUrl = embedded.appUrl;
    ownerUrl = embedded.ownerUrl;
    void embedded.ended.then(endWithoutDatabase);
  }
  const masterKey = configuration.masterKey ? parseMasterKey(configuration.masterKey) : ownMasterKey(configuration);
  await migrate({ ownerUrl: ownerUrl!, appUrl: databaseUrl, entities, migrations, log: say });
  if (!configuration.redisUrl) await migrateQueue(ownerUrl!);

  const log = makeLog(configuration.logLevel);
  const queue = configuration.redisUrl ? redisBackend(configuration.redisUrl) : postgresBackend(databaseUrl);
  app = await makeApplication({
    configuration,
    databaseUrl,
    masterKey,
    queue,
    log,
    pages: configuration.roles.has('api'),
  }).catch((error: unknown) => {
    const code = (error as { code?: string }).code;
    throw error instanceof StartupError || code === undefined ? error : connectionError(databaseUrl, error);
  });
  await refuseBypass(app.get(DataSource), configuration.databaseAllowBypass);
  const news = await app.get(BootstrapService).atStart();
  if (configuration.roles.has('worker')) await app.get(Jobs).work();
  if (configuration.roles.has('api')) {
    await app.listen({ port: configuration.port, host: configuration.host });
    await embedded?.announce(configuration.publicUrl);
    if (news) say(news);
    say(
      `Letterbox is ready at ${configuration.publicUrl} (${((Date.now() - began) / 1000).toFixed(1)} s). Stop it with Ctrl-C.`,
    );
  } else {
    say(`The worker is ready (${((Date.now() - began) / 1000).toFixed(1)} s).`);
  }
}

function ownMasterKey(configuration: Configuration): Buffer {
  mkdirSync(configuration.dataDir, { recursive: true });
  return masterKeyIn(configuration.dataDir, say);
}

start().catch(async (error: unknown) => {
  process.stderr.write(`${error instanceof StartupError ? error.message : (error as Error).stack}\n`);
  await stop().catch(() => undefined);
  process.exit(1);
});
