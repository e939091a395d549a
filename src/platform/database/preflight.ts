import type pg from 'pg';
import type { MigrationInterface } from 'typeorm';
import { StartupError } from '../startup-error.js';
import { refuseBypass } from './application-role.js';
import { connected, type UrlVariable } from './connection.js';

export type Migrations = (new () => MigrationInterface)[];

interface Wanted {
  appUrl: string;
  ownerUrl: string;
  /** Lets row-level security not bind the application's login. */
  allowBypass: boolean;
  migrations: Migrations;
}

export const ownerVariable = ({ appUrl, ownerUrl }: { appUrl: string; ownerUrl: string }): UrlVariable =>
  appUrl === ownerUrl ? 'DATABASE_URL' : 'DATABASE_OWNER_URL';

/**
 * What can be told of a database that was given to us, before anything is made in it and before the program is loaded.
 * @throws StartupError when either login finds no way in, when row-level security would not bind the application's, or
 * when the database is newer than this code
 */
export async function preflight(wanted: Wanted): Promise<void> {
  const application = await connected(wanted.appUrl, 'DATABASE_URL');
  try {
    if (!wanted.allowBypass) await refuseBypass(application);
  } finally {
    await application.end();
  }
  const owner = await connected(wanted.ownerUrl, ownerVariable(wanted));
  try {
    await pendingMigrations(owner, wanted.migrations);
  } finally {
    await owner.end();
  }
}

/** Whether there is a master key that the database was sealed with, and so no other one to be made for it. */
export async function isSealed(urls: { appUrl: string; ownerUrl: string }): Promise<boolean> {
  const owner = await connected(urls.ownerUrl, ownerVariable(urls));
  try {
    const { rows: tables } = await owner.query<{ there: boolean }>(
      `SELECT to_regclass('installation') IS NOT NULL AS there`,
    );
    if (!tables[0]?.there) return false;
    return ((await owner.query(`SELECT 1 FROM installation WHERE master_key_id <> ''`)).rowCount ?? 0) > 0;
  } finally {
    await owner.end();
  }
}

/** How many are still to be done. @throws StartupError when the database knows some that this code does not */
export async function pendingMigrations(owner: pg.Client, migrations: Migrations): Promise<number> {
  const known = migrations.map((migration) => new migration().name ?? migration.name);
  const { rows: tables } = await owner.query<{ there: boolean }>(
    `SELECT to_regclass('migrations') IS NOT NULL AS there`,
  );
  if (!tables[0]?.there) return known.length;
  const { rows: done } = await owner.query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
  const unknown = done.filter(({ name }) => !known.includes(name));
  if (unknown.length > 0) {
    throw new StartupError(
      `The database is newer than this program (it has ${unknown[unknown.length - 1]!.name}). Start the version that wrote it, or a later one.`,
    );
  }
  return known.length - done.length;
}
