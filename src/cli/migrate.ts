import { migrations } from '../../migrations/index.js';
import { entities } from '../entities.js';
import { Configuration } from '../platform/config/configuration.js';
import { migrate } from '../platform/database/migrations.js';
import { preflight } from '../platform/database/preflight.js';
import { migrateQueue } from '../platform/queue/backend.js';
import { StartupError } from '../platform/startup-error.js';

/**
 * `node dist/src/cli/migrate.js` brings the database of the environment up to date and ends, so that of all processes only
 * this one has to hold the owner's login. API and workers do the same at their start, where they may.
 */
try {
  const { databaseUrl, databaseOwnerUrl, databaseAllowBypass, redisUrl } = Configuration.read(process.env);
  if (!databaseUrl) throw new StartupError('DATABASE_URL is missing: the embedded database is migrated at each start.');
  const ownerUrl = databaseOwnerUrl ?? databaseUrl;
  await preflight({ appUrl: databaseUrl, ownerUrl, allowBypass: databaseAllowBypass, migrations });
  await migrate({ ownerUrl, appUrl: databaseUrl, entities, migrations, log: console.log });
  if (!redisUrl) await migrateQueue(ownerUrl);
  console.log('The database is up to date.');
} catch (error) {
  console.error(error instanceof StartupError ? error.message : error);
  process.exitCode = 1;
}
