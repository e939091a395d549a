import { DataSource, type DataSourceOptions } from 'typeorm';
import { StartupError } from '../startup-error.js';
import { ensureApplicationRole } from './application-role.js';
import { connected } from './connection.js';
import { DatabaseNames } from './naming.js';
import { type Migrations, ownerVariable, pendingMigrations } from './preflight.js';

interface Wanted {
  ownerUrl: string;
  /** Login that the application uses; it is let into the application role. */
  appUrl: string;
  entities: NonNullable<DataSourceOptions['entities']>;
  migrations: Migrations;
  log: (line: string) => void;
}

const lockNumber = 4_815_162_342;

/** A data source of the owner role, for migrations and nothing else. */
export function ownerDataSource({
  ownerUrl,
  entities,
  migrations,
}: Pick<Wanted, 'ownerUrl' | 'entities' | 'migrations'>): DataSource {
  return new DataSource({
    type: 'postgres',
    url: ownerUrl,
    entities,
    migrations,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    namingStrategy: new DatabaseNames(),
    synchronize: false,
    logging: false,
    // TypeORM's usual logger prints a failed migration whatever `logging` says; we say it ourselves, in one line.
    logger: 'debug',
    extra: { max: 2, connectionTimeoutMillis: 10_000 },
  });
}

/**
 * Brings the schema forward under a lock, so that several processes may start at once.
 * @throws StartupError when unreachable, newer than this code, or when the role may not migrate
 */
export async function migrate(wanted: Wanted): Promise<void> {
  const { ownerUrl, appUrl, migrations, log } = wanted;
  const variable = ownerVariable(wanted);
  const owner = await connected(ownerUrl, variable);
  try {
    await owner.query('SELECT pg_advisory_lock($1)', [lockNumber]);
    const pending = await pendingMigrations(owner, migrations);
    await ensureApplicationRole(owner, appUrl, variable);
    // TypeORM's data source takes its time to be made: only where there is something to do.
    if (pending > 0) log(`Database: ${await runMigrations(wanted)} migration(s) done.`);
  } finally {
    // Frees the lock as well.
    await owner.end();
  }
}

async function runMigrations(wanted: Wanted): Promise<number> {
  const source = await ownerDataSource(wanted).initialize();
  try {
    return (await source.runMigrations()).length;
  } catch (error) {
    const { message, driverError } = error as Error & { driverError?: { code?: string } };
    const advice =
      driverError?.code === '42501'
        ? 'The role that migrates must own the database, or may be given: GRANT CREATE ON SCHEMA public.'
        : 'The step that failed is undone.';
    throw new StartupError(
      `The tables of the database could not be brought up to date (${message.split('\n')[0]}). ${advice}`,
      { cause: error },
    );
  } finally {
    await source.destroy();
  }
}
