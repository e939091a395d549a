import { DataSource, type DataSourceOptions } from 'typeorm';
import pg from 'pg';
import { StartupError } from '../startup-error.js';
import { applicationRole } from './data-source.js';
import { DatabaseNames } from './naming.js';

interface Wanted {
  ownerUrl: string;
  /** Login that the application uses; it is let into the application role. */
  appUrl: string;
  entities: NonNullable<DataSourceOptions['entities']>;
  migrations: NonNullable<DataSourceOptions['migrations']>;
  log(line: string): void;
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
    extra: { max: 2, connectionTimeoutMillis: 10_000 },
  });
}

const host = (url: string) => new URL(url).host;

/** What a failed first connection means, as one line. */
export function connectionError(url: string, error: unknown): StartupError {
  const { code, message } = error as { code?: string; message?: string };
  if (code === '28P01' || code === '28000')
    return new StartupError(`The database at ${host(url)} refuses the user or password in DATABASE_URL.`);
  if (code === '3D000')
    return new StartupError(
      `The database at ${host(url)} has no database of the name in DATABASE_URL; create it first.`,
    );
  if (code === '42704' || code === '42501')
    return new StartupError(`The database role of DATABASE_URL may not act as ${applicationRole}: ${message}.`);
  return new StartupError(
    `The database at ${host(url)} does not answer (${code ?? message}). Check DATABASE_URL and that the server runs.`,
  );
}

/**
 * Brings the schema forward under a lock, so that several processes may start at once.
 * @throws StartupError when unreachable, newer than this code, or when the role may not migrate
 */
export async function migrate(wanted: Wanted): Promise<void> {
  const source = ownerDataSource(wanted);
  try {
    await source.initialize();
  } catch (error) {
    throw connectionError(wanted.ownerUrl, error);
  }
  const lock = source.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [lockNumber]);
    await refuseNewer(source);
    await ensureApplicationRole(lock.query.bind(lock), wanted);
    const pending = await source.showMigrations();
    if (pending) {
      const done = await source.runMigrations();
      wanted.log(`Database: ${done.length} migration(s) done.`);
    }
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [lockNumber]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}

async function refuseNewer(source: DataSource): Promise<void> {
  const [table] = (await source.query(`SELECT to_regclass('migrations') AS name`)) as { name: string | null }[];
  if (!table?.name) return;
  const done = (await source.query('SELECT name FROM migrations ORDER BY id')) as { name: string }[];
  const known = new Set(source.migrations.map((migration) => migration.name));
  const unknown = done.filter(({ name }) => !known.has(name ?? ''));
  if (unknown.length > 0) {
    throw new StartupError(
      `The database is newer than this program (it has ${unknown[unknown.length - 1]!.name}). Start the version that wrote it, or a later one.`,
    );
  }
}

type Query = (text: string, parameters?: unknown[]) => Promise<unknown>;

/** The role that queries run as: no login, no ownership; the application's login is its member. */
async function ensureApplicationRole(query: Query, { ownerUrl, appUrl }: Wanted): Promise<void> {
  const [found] = (await query('SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = $1', [
    applicationRole,
  ])) as {
    rolsuper: boolean;
    rolbypassrls: boolean;
  }[];
  const login = decodeURIComponent(new URL(appUrl).username);
  try {
    if (!found) await query(`CREATE ROLE ${applicationRole} NOLOGIN NOINHERIT`).catch(ignoreExisting);
    const [member] = (await query(`SELECT pg_has_role($1, $2, 'MEMBER') AS yes`, [login, applicationRole])) as {
      yes: boolean;
    }[];
    if (!member?.yes) await query(`GRANT ${applicationRole} TO ${pg.escapeIdentifier(login)}`);
  } catch (error) {
    if ((error as { driverError?: { code?: string } }).driverError?.code !== '42501') throw error;
    throw new StartupError(
      `The role of ${ownerUrl === appUrl ? 'DATABASE_URL' : 'DATABASE_OWNER_URL'} may not make roles. As a superuser, run once: ` +
        `CREATE ROLE ${applicationRole} NOLOGIN; GRANT ${applicationRole} TO ${pg.escapeIdentifier(login)};`,
    );
  }
}

function ignoreExisting(error: unknown): void {
  // Another database of the same server made the role at the same moment.
  if (!['42710', '23505'].includes((error as { driverError?: { code?: string } }).driverError?.code ?? '')) throw error;
}

/** @throws StartupError when row-level security would not bind the application's login, unless that is allowed explicitly */
export async function refuseBypass(source: DataSource, allowed: boolean): Promise<void> {
  const [roles] = (await source.query(
    `SELECT bool_or(rolsuper OR rolbypassrls) FILTER (WHERE rolname = session_user) AS login,
            bool_or(rolsuper OR rolbypassrls) FILTER (WHERE rolname = current_user) AS acting
     FROM pg_roles WHERE rolname IN (session_user, current_user)`,
  )) as { login: boolean; acting: boolean }[];
  if ((roles?.login || roles?.acting) && !allowed) {
    throw new StartupError(
      'The login of DATABASE_URL is a superuser or bypasses row-level security, so organisations would not be kept apart by the database. ' +
        'Use a plain login (and DATABASE_OWNER_URL for migrations), or set DATABASE_ALLOW_BYPASS=true if you accept that.',
    );
  }
}
