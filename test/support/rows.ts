import pg from 'pg';
import type { TestApplication } from './application.js';

/** Every table with rows of organisations, by the database's own catalogue. */
export async function isolatedTables(app: TestApplication): Promise<string[]> {
  const rows = (await app.dataSource.query(
    `SELECT DISTINCT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'organization_id' ORDER BY 1`,
  )) as { name: string }[];
  return rows.map(({ name }) => name);
}

/** A connection with the application's login, as the application's role, with an organisation set or none. */
export async function asApplication<T>(
  app: TestApplication,
  organizationId: string | undefined,
  action: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: app.database.appUrl, options: '-c role=clinic_app' });
  await client.connect();
  try {
    if (organizationId) await client.query(`SELECT set_config('app.organization_id', $1, false)`, [organizationId]);
    return await action(client);
  } finally {
    await client.end();
  }
}

/** Every row of an organisation in every table, in one order. */
export async function rowsOf(
  app: TestApplication,
  organizationId: string,
  except: string[] = [],
): Promise<Record<string, string[]>> {
  const tables = (await isolatedTables(app)).filter((table) => !except.includes(table));
  return asApplication(app, organizationId, async (client) => {
    const found: Record<string, string[]> = {};
    for (const table of tables)
      found[table] = (await client.query<{ row: string }>(`SELECT t::text AS row FROM ${table} t ORDER BY 1`)).rows.map(
        ({ row }) => row,
      );
    return found;
  });
}
