import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * One PostgreSQL cluster for the whole run, without durability, with a migrated database that each test file copies; and
 * a Redis where the machine has one. Uses the built program (`npm test` builds first).
 */
export default async function () {
  const root = mkdtempSync(join(tmpdir(), 'letterbox-test-'));
  const { startRedis } = await import('../../scripts/lib/redis.mjs');
  const { startEmbeddedPostgres } = await import('../../dist/src/platform/database/embedded/embedded-postgres.js');
  const { freePort } = await import('../../dist/src/platform/database/embedded/free-port.js');
  const { migrate } = await import('../../dist/src/platform/database/migrations.js');
  const { migrateQueue } = await import('../../dist/src/platform/queue/backend.js');
  const { entities } = await import('../../dist/src/entities.js');
  const { migrations } = await import('../../dist/migrations/index.js');
  const postgres = await startEmbeddedPostgres({ dataDir: join(root, 'data'), durable: false, log: () => undefined });
  const { ownerUrl, appUrl } = postgres;
  await migrate({ ownerUrl, appUrl, entities, migrations, log: () => undefined });
  await migrateQueue(ownerUrl);
  const redis = await startRedis(root, await freePort());
  process.env.TEST_OWNER_URL = ownerUrl;
  process.env.TEST_APP_URL = appUrl;
  process.env.TEST_CLUSTER = join(root, 'data/postgres');
  if (redis) process.env.TEST_REDIS_URL = redis.url;
  globalThis.letterboxTest = { postgres, redis, root };
}
