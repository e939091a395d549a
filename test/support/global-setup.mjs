import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * One PostgreSQL cluster for the whole run, without durability, with a migrated database that each test file copies; and
 * a Redis where the machine has one. Uses the built program (`npm test` builds first).
 */
export default async function () {
  const root = mkdtempSync(join(tmpdir(), 'letterbox-test-'));
  const { startEmbeddedPostgres } = await import('../../dist/src/platform/database/embedded/embedded-postgres.js');
  const { migrate } = await import('../../dist/src/platform/database/migrations.js');
  const { migrateQueue } = await import('../../dist/src/platform/queue/backend.js');
  const { entities } = await import('../../dist/src/entities.js');
  const { migrations } = await import('../../dist/migrations/index.js');
  const postgres = await startEmbeddedPostgres({ dataDir: join(root, 'data'), durable: false, log: () => undefined });
  const { ownerUrl, appUrl } = postgres;
  await migrate({ ownerUrl, appUrl, entities, migrations, log: () => undefined });
  await migrateQueue(ownerUrl);
  const redis = await startRedis(root);
  process.env.TEST_OWNER_URL = ownerUrl;
  process.env.TEST_APP_URL = appUrl;
  process.env.TEST_CLUSTER = join(root, 'data/postgres');
  if (redis) process.env.TEST_REDIS_URL = redis.url;
  globalThis.letterboxTest = { postgres, redis, root };
}

async function startRedis(root) {
  const port = await freePort();
  const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', root], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(undefined));
    child.once('exit', () => resolve(undefined));
    child.stdout.on('data', (text) => {
      if (String(text).includes('Ready to accept connections')) resolve({ child, url: `redis://127.0.0.1:${port}` });
    });
  });
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
