import 'reflect-metadata';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../../migrations/index.js';
import { makeApplication } from '../application.js';
import { entities } from '../entities.js';
import { documentOf } from '../openapi.js';
import { Configuration } from '../platform/config/configuration.js';
import { MasterKeys } from '../platform/crypto/master-keys.js';
import { startEmbeddedPostgres } from '../platform/database/embedded/embedded-postgres.js';
import { migrate } from '../platform/database/migrations.js';
import { makeLog } from '../platform/logging/logger.js';
import { migrateQueue, postgresBackend } from '../platform/queue/backend.js';

/** `npm run openapi` writes openapi.json; with `--check` it fails when the file is not what the routes say. */
const check = process.argv.includes('--check');
const dataDir = mkdtempSync(join(tmpdir(), 'letterbox-openapi-'));
const postgres = await startEmbeddedPostgres({ dataDir, durable: false, log: () => undefined });
try {
  const { ownerUrl, appUrl } = postgres;
  await migrate({ ownerUrl, appUrl, entities, migrations, log: () => undefined });
  await migrateQueue(ownerUrl);
  const app = await makeApplication({
    configuration: Configuration.read({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }),
    databaseUrl: appUrl,
    masterKeys: new MasterKeys([Buffer.alloc(32, 1)]),
    queue: postgresBackend(appUrl),
    log: makeLog('silent'),
  });
  const text = `${JSON.stringify(documentOf(app), null, 1)}\n`;
  await app.close();
  if (!check) {
    writeFileSync('openapi.json', text);
    console.log('Wrote openapi.json.');
  } else if (readFileSync('openapi.json', 'utf8') !== text) {
    console.error('openapi.json is not what the routes say. Run: npm run openapi');
    process.exitCode = 1;
  }
} finally {
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
