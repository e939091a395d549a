import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Works } from '../../src/platform/database/works.js';
import { type Clinic, TestApplication } from '../support/application.js';

let app: TestApplication;
let ours: Clinic;
let theirs: Clinic;
let tables: string[];

beforeAll(async () => {
  app = await TestApplication.start();
  [ours, theirs] = [await app.clinic(), await app.clinic()];
  for (const clinic of [ours, theirs]) await clinic.as.attorney.post('/api/clients', { legalName: 'Same Name' });
  const rows = (await app.dataSource.query(
    `SELECT DISTINCT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'organization_id'`,
  )) as { name: string }[];
  tables = rows.map(({ name }) => name);
});
afterAll(() => app.stop());

/** A session of the application's login, with what `setting` sets. */
async function asApplication<T>(setting: string | undefined, action: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: app.database.appUrl, options: '-c role=clinic_app' });
  await client.connect();
  try {
    if (setting) await client.query(`SELECT set_config('app.organization_id', $1, false)`, [setting]);
    return await action(client);
  } finally {
    await client.end();
  }
}

describe('Row-level security', () => {
  it('is on and forced for every table with an organisation', async () => {
    const rows = (await app.dataSource.query(
      `SELECT relname AS name FROM pg_class WHERE relname = ANY($1) AND relkind = 'r' AND relrowsecurity AND relforcerowsecurity`,
      [tables],
    )) as { name: string }[];
    expect(rows.map(({ name }) => name).sort()).toEqual([...tables].sort());
    expect(tables.length).toBeGreaterThan(15);
  });

  it('shows the application no row without an organisation, with a wrong one, and only its own with the right one', async () => {
    for (const table of tables) {
      const count = (setting?: string) =>
        asApplication(setting, async (client) =>
          Number((await client.query(`SELECT count(*) FROM ${table}`)).rows[0].count),
        );
      expect([table, await count(), await count('00000000-0000-0000-0000-000000000001')]).toEqual([table, 0, 0]);
    }
    const seen = await asApplication(
      ours.id,
      async (client) => (await client.query('SELECT DISTINCT organization_id AS id FROM clients')).rows,
    );
    expect(seen).toEqual([{ id: ours.id }]);
  });

  it('lets the application write no row of another organisation', async () => {
    const attempt = asApplication(ours.id, (client) =>
      client.query(
        `INSERT INTO client_keys (id, organization_id, client_id, wrapped, created_at) VALUES (gen_random_uuid(), $1, gen_random_uuid(), 'x', now())`,
        [theirs.id],
      ),
    );
    await expect(attempt).rejects.toThrow('row-level security');
  });

  it('does not carry one organisation over to the next user of a connection, not even after an error', async () => {
    const works = app.app.get(Works);
    for (let round = 0; round < 12; round += 1) {
      await expect(
        works.run(ours.id, async (work) => {
          await work.sql('SELECT 1 FROM clients');
          throw new Error('in between');
        }),
      ).rejects.toThrow('in between');
      const opening = await works.open();
      const rows = await opening.sql<{ n: number }>('SELECT count(*) AS n FROM clients', []);
      await opening.rollback();
      expect(rows[0]!.n).toBe(0);
    }
  });
});

describe('The application role', () => {
  it('owns nothing, is no superuser and cannot bypass row-level security', async () => {
    const [role] = (await app.dataSource.query(
      `SELECT rolsuper, rolbypassrls, rolcanlogin, (SELECT count(*) FROM pg_class WHERE relowner = r.oid) AS owned FROM pg_roles r WHERE rolname = 'clinic_app'`,
    )) as object[];
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcanlogin: false, owned: 0 });
  });

  it.each(['UPDATE audit_events SET event = event', 'DELETE FROM audit_events', 'TRUNCATE audit_events'])(
    'may not %s',
    async (statement) => {
      await expect(asApplication(ours.id, (client) => client.query(statement))).rejects.toThrow(/permission denied/);
    },
  );

  it('may not, and neither may the owner, change the audit', async () => {
    const owner = new pg.Client({ connectionString: app.database.ownerUrl });
    await owner.connect();
    await expect(owner.query('UPDATE audit_events SET event = event')).rejects.toThrow('append-only');
    await expect(owner.query('TRUNCATE audit_events')).rejects.toThrow('append-only');
    await owner.end();
  });
});

describe('The audit', () => {
  it('has a line for every write and every read of a case file, with neither name nor value', async () => {
    const { body } = await ours.as.attorney.post('/api/clients', { legalName: 'Auditable Person', county: 'bronx' });
    await ours.as.supervisor.get(`/api/clients/${body.id}`);
    await ours.as.attorney.patch(`/api/clients/${body.id}`, 1, { county: 'kings' });
    await ours.as.attorney.patch(`/api/clients/${body.id}`, 1, { county: 'queens' });
    const { body: audit } = await ours.as.auditor.get(`/api/audit-events?clientId=${body.id}`);
    expect(audit.items.map((line: { event: string; userId: string }) => [line.event, line.userId])).toEqual([
      ['client.changed', ours.as.attorney.userId],
      ['client.read', ours.as.supervisor.userId],
      ['client.created', ours.as.attorney.userId],
    ]);
    expect(JSON.stringify(audit)).not.toMatch(/Auditable|kings/);
    expect(audit.items[0].details).toEqual({ fields: ['county'] });
  });

  it('of another organisation is not to be seen', async () => {
    const { body } = await theirs.as.auditor.get('/api/audit-events?limit=100');
    const us = Object.values(ours.as).map((caller) => caller.userId);
    expect(body.items.length).toBeGreaterThan(0);
    expect(body.items.filter((line: { userId: string }) => us.includes(line.userId))).toEqual([]);
  });
});
