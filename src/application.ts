import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { entities } from './entities.js';
import type { ChannelDrivers } from './platform/channels/channels.js';
import type { Clock } from './platform/clock.js';
import type { Configuration } from './platform/config/configuration.js';
import { KeyRing } from './platform/crypto/key-ring.js';
import type { MasterKeys } from './platform/crypto/master-keys.js';
import { furnish, makeAdapter } from './platform/http/server.js';
import { signCursorsWith } from './platform/http/paging.js';
import { type Log, NestLog } from './platform/logging/logger.js';
import type { QueueBackend } from './platform/queue/backend.js';
import { serveDocument } from './openapi.js';
import { StartupError } from './platform/startup-error.js';
import { serveWeb } from './web-files.js';

interface Wanted {
  configuration: Configuration;
  databaseUrl: string;
  masterKeys: MasterKeys;
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
  const { configuration, databaseUrl, masterKeys, queue, log, clock, channels, pages = false } = wanted;
  const keyRing = new KeyRing(masterKeys);
  signCursorsWith(masterKeys.all.map(({ bytes }) => bytes));
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
    if (pages) await serveWeb(app);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    await rememberMasterKey(app.get(DataSource), masterKeys);
  } catch (error) {
    await app.close().catch(() => undefined);
    throw error;
  }
  return app;
}

/** The first start notes which master key this database is sealed with. @throws StartupError with another one */
async function rememberMasterKey(source: DataSource, masterKeys: MasterKeys): Promise<void> {
  await source.query(`UPDATE installation SET master_key_id = $1 WHERE master_key_id = ''`, [masterKeys.first.id]);
  const [row] = (await source.query('SELECT master_key_id AS id, next_master_key_id AS next FROM installation')) as {
    id: string;
    next: string | null;
  }[];
  if (!row || !masterKeys.find(row.id)) {
    throw new StartupError(
      'This is not the master key that the database was sealed with. Put the right one into MASTER_KEY, MASTER_KEY_FILE or the master.key of DATA_DIR; nothing was changed.',
    );
  }
  if (row.next && !masterKeys.find(row.next)) {
    throw new StartupError(
      'The master key of this database is being changed, and the new one is not here. Give the new one as MASTER_KEY and the former one as MASTER_KEY_PREVIOUS; nothing was changed.',
    );
  }
}
