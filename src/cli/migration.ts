import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entities } from '../entities.js';
import { startEmbeddedPostgres } from '../platform/database/embedded/embedded-postgres.js';
import { migrate, ownerDataSource } from '../platform/database/migrations.js';
import { drift, writeMigration } from './schema-drift.js';

/**
 * `npm run migration -- <name>` writes what the entities have that the migrations lack; `npm run migration -- --check`
 * fails when there is any. Works on a database of its own.
 */
const [argument = '--check'] = process.argv.slice(2);
const dataDir = mkdtempSync(join(tmpdir(), 'letterbox-migration-'));
const first = argument === 'initial-tables';
const migrations = first ? [] : (await import('../../migrations/index.js')).migrations;
const postgres = await startEmbeddedPostgres({ dataDir, durable: false, log: () => undefined });
try {
  if (!first)
    await migrate({ ownerUrl: postgres.ownerUrl, appUrl: postgres.appUrl, entities, migrations, log: () => undefined });
  const source = await ownerDataSource({ ownerUrl: postgres.ownerUrl, entities, migrations }).initialize();
  const wanted = await drift(source);
  await source.destroy();
  if (wanted.up.length === 0) {
    console.log('The migrations make what the entities say.');
  } else if (argument === '--check') {
    console.error(`The migrations lack:\n${wanted.up.join('\n')}\nRun: npm run migration -- <name>`);
    process.exitCode = 1;
  } else {
    const stamp = first ? 1795305600000 : Date.now();
    const className = argument.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
    const file = `migrations/${stamp}-${argument}.ts`;
    writeMigration(file, `${className}${stamp}`, wanted);
    console.log(`Wrote ${file}: read it, complete it, add it to migrations/index.ts.`);
  }
} finally {
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
