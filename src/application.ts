import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { entities } from './entities.js';
import type { ChannelDrivers } from './platform/channels/channels.js';
import type { Clock } from './platform/clock.js';
import type { Configuration } from './platform/config/configuration.js';
import { KeyRing } from './platform/crypto/key-ring.js';
import { furnish, makeAdapter } from './platform/http/server.js';
import { signCursorsWith } from './platform/http/paging.js';
import { type Log, NestLog } from './platform/logging/logger.js';
import type { QueueBackend } from './platform/queue/backend.js';
import { serveDocument } from './openapi.js';
import { StartupError } from './platform/startup-error.js';

interface Wanted {
  configuration: Configuration;
  databaseUrl: string;
  masterKey: Buffer;
  queue: QueueBackend;
  log: Log;
  clock?: Clock;
  /** Take the place of the usual drivers of e-mail, SMS and notices. */
  channels?: Partial<ChannelDrivers>;
  /** Whether pages are served as well: the web application and the reader of the API's document. */
  pages?: boolean;
}

/** The application, put together and initialised but not yet listening; main.ts and the tests make it the same way. */
export async function makeApplication(wanted: Wanted): Promise<NestFastifyApplication> {
  const { configuration, databaseUrl, masterKey, queue, log, clock, channels, pages = false } = wanted;
  const keyRing = new KeyRing(masterKey);
  signCursorsWith(masterKey);
  const module = AppModule.in({
    configuration,
    databaseUrl,
    entities,
    keyRing,
    queue,
    ...(clock ? { clock } : {}),
    ...(channels ? { channels } : {}),
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, makeAdapter(configuration.trustProxy), {
    logger: new NestLog(log),
    abortOnError: false,
    // Fastify reads JSON by itself; Nest would have forms read too, which other sites can send.
    bodyParser: false,
  });
  try {
    app.setGlobalPrefix('api');
    await furnish(app, log, configuration.publicUrl.startsWith('https:'));
    serveDocument(app, pages);
    // Loaded late: the tests, which want no pages, run where @fastify/static does not load.
    if (pages) await (await import('./web-files.js')).serveWeb(app);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    await rememberMasterKey(app.get(DataSource), keyRing.masterId);
  } catch (error) {
    await app.close().catch(() => undefined);
    throw error;
  }
  return app;
}

/** The first start notes which master key this database is sealed with. @throws StartupError with another one */
async function rememberMasterKey(source: DataSource, masterKeyId: string): Promise<void> {
  await source.query(`UPDATE installation SET master_key_id = $1 WHERE master_key_id = ''`, [masterKeyId]);
  const [row] = (await source.query('SELECT master_key_id AS id FROM installation')) as { id: string }[];
  if (row?.id !== masterKeyId) {
    throw new StartupError(
      'This is not the master key that the database was sealed with. Put the right one into MASTER_KEY, MASTER_KEY_FILE or the master.key of DATA_DIR; nothing was changed.',
    );
  }
}
