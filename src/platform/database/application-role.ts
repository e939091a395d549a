import pg from 'pg';
import { StartupError } from '../startup-error.js';
import type { UrlVariable } from './connection.js';

/** The role that every query of the application runs as; it owns nothing and row-level security binds it. */
export const applicationRole = 'clinic_app';

/**
 * Makes the application role if it is absent, and the application's login its member.
 * @param owner connection of the role that migrates
 * @throws StartupError with what a superuser has to run once, where that role may not make roles
 */
export async function ensureApplicationRole(owner: pg.Client, appUrl: string, variable: UrlVariable): Promise<void> {
  const login = decodeURIComponent(new URL(appUrl).username);
  try {
    const { rowCount } = await owner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [applicationRole]);
    if (!rowCount) await owner.query(`CREATE ROLE ${applicationRole} NOLOGIN NOINHERIT`).catch(ignoreExisting);
    const { rows } = await owner.query<{ yes: boolean }>(`SELECT pg_has_role($1, $2, 'MEMBER') AS yes`, [
      login,
      applicationRole,
    ]);
    if (!rows[0]?.yes) await owner.query(`GRANT ${applicationRole} TO ${pg.escapeIdentifier(login)}`);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new StartupError(
      `The role of ${variable} may not make roles. As a superuser, run once: ` +
        `CREATE ROLE ${applicationRole} NOLOGIN; GRANT ${applicationRole} TO ${pg.escapeIdentifier(login)};`,
    );
  }
}

function ignoreExisting(error: unknown): void {
  // Another database of the same server made the role at the same moment.
  if (!['42710', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
}

/**
 * @param application connection of the application's login
 * @throws StartupError when row-level security would not bind that login or the role that it acts as
 */
export async function refuseBypass(application: pg.Client): Promise<void> {
  const { rowCount } = await application.query(
    'SELECT 1 FROM pg_roles WHERE rolname IN (session_user, $1) AND (rolsuper OR rolbypassrls)',
    [applicationRole],
  );
  if (!rowCount) return;
  throw new StartupError(
    'The login of DATABASE_URL is a superuser or bypasses row-level security, so organisations would not be kept apart by the database. ' +
      'Use a plain login (and DATABASE_OWNER_URL for migrations), or set DATABASE_ALLOW_BYPASS=true if you accept that.',
  );
}
