import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { SealingService } from '../../src/audit/sealing.service.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { aDrawnLook } from '../support/factories.js';
import { officeOf, ownOf, sameCase, wallOff } from '../support/belongings.js';
import { asApplication, isolatedTables, rowsOf } from '../support/rows.js';

let app: TestApplication;
let ours: Clinic;
let theirs: Clinic;
let tables: string[];

beforeAll(async () => {
  app = await TestApplication.start();
  [ours, theirs] = [await app.clinic('Same Clinic'), await app.clinic('Same Clinic')];
  for (const clinic of [ours, theirs]) await everythingOf(clinic);
  tables = await isolatedTables(app);
});
afterAll(() => app.stop());

/** At least one row in each table. */
async function everythingOf(clinic: Clinic): Promise<void> {
  const { as } = clinic;
  const { client } = await sameCase(clinic, as.attorney, [as.accompanier]);
  await officeOf(clinic);
  await ownOf(clinic, as.attorney);
  await wallOff(as.attorney, client);
  await as.supervisor.post(`/api/clients/${client}/break-glass`, {
    purpose: 'conflict_check',
    reason: 'So that there is one to be found.',
  });
  await as.supervisor.put(
    '/api/retention/policy',
    { shortMonths: 6, standardMonths: 12, extendedMonths: 84 },
    { 'if-match': '"0"' },
  );
  const { body: closed } = await as.attorney.post('/api/clients', { legalName: 'Same Name' });
  await as.attorney.post(`/api/clients/${closed.id}/close`, { closingReason: 'other' });
  const keep = { reason: 'So that there is one.', nextReviewOn: '2019-03-01' };
  await as.attorney.post(`/api/retention/reviews/${closed.id}/keep`, keep);
  await as.administrator.post('/api/users', {
    displayName: 'Invited',
    email: `${clinic.id}@example.org`,
    role: 'advocate',
  });
  await as.supervisor.put('/api/reminder-plan', { rules: [] }, { 'if-match': '"0"' });
  await as.supervisor.put('/api/reminder-wordings', { kind: 'court_date', language: 'en' }, { 'if-match': '"0"' });
  await as.attorney.post('/api/clients', { legalName: 'Same Name' }, { 'idempotency-key': clinic.id });
  await aDrawnLook(clinic, client);
  await clinic.inWork((work) =>
    work.execute('INSERT INTO spent_challenges (challenge_hash, organization_id, expires_at) VALUES ($1, $2, $3)', [
      Buffer.from(clinic.id),
      work.organizationId,
      work.now,
    ]),
  );
  await clinic.inWork((work) =>
    work.execute(
      `INSERT INTO recovery_codes (id, organization_id, user_id, code_hash, created_at) VALUES ($1, $2, $3, '\\x00', $4)`,
      [work.newId(), work.organizationId, as.attorney.userId, work.now],
    ),
  );
  await clinic.inWork((work) =>
    work.execute(
      `INSERT INTO text_stops (organization_id, token, stopped, said_at, heard_ids) VALUES ($1, '\\x00', true, $2, '{}')`,
      [work.organizationId, work.now],
    ),
  );
  await app.app.get(SealingService).seal(clinic.id);
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

  it('shows the application no row without an organisation, none with a wrong one, and its own alone with the right one', async () => {
    const seen = async (setting?: string) =>
      asApplication(app, setting, async (client) => {
        const found: Record<string, string[]> = {};
        for (const table of tables) {
          const { rows } = await client.query<{ id: string }>(`SELECT DISTINCT organization_id AS id FROM ${table}`);
          found[table] = rows.map(({ id }) => id);
        }
        return found;
      });
    const all = (ids: string[]) => Object.fromEntries(tables.map((table) => [table, ids]));
    expect(await seen()).toEqual(all([]));
    expect(await seen('00000000-0000-0000-0000-000000000001')).toEqual(all([]));
    expect(await seen(ours.id)).toEqual(all([ours.id]));
  });

  it('lets the application change and delete no row without an organisation, nor with the wrong one', async () => {
    const before = await rowsOf(app, theirs.id);
    for (const setting of [undefined, ours.id])
      await asApplication(app, setting, async (client) => {
        await client.query('BEGIN');
        for (const table of tables.filter(
          (name) => !['audit_events', 'audit_seals', 'pattern_releases', 'purges'].includes(name),
        )) {
          for (const statement of [`UPDATE ${table} SET organization_id = organization_id`, `DELETE FROM ${table}`]) {
            await client.query('SAVEPOINT s');
            const { rowCount } = await client.query(`${statement} WHERE organization_id = $1`, [theirs.id]);
            expect([table, setting, rowCount]).toEqual([table, setting, 0]);
            await client.query('ROLLBACK TO SAVEPOINT s');
          }
        }
        await client.query('ROLLBACK');
      });
    expect(await rowsOf(app, theirs.id)).toEqual(before);
  });

  it('lets the application write no row of another organisation', async () => {
    const attempt = asApplication(app, ours.id, (client) =>
      client.query(
        `INSERT INTO client_keys (id, organization_id, client_id, wrapped, created_at) VALUES (gen_random_uuid(), $1, gen_random_uuid(), 'x', now())`,
        [theirs.id],
      ),
    );
    await expect(attempt).rejects.toThrow('row-level security');
  });
});

describe('The application role', () => {
  it('owns nothing, is no superuser and cannot bypass row-level security', async () => {
    const [role] = (await app.dataSource.query(
      `SELECT rolsuper, rolbypassrls, rolcanlogin, (SELECT count(*) FROM pg_class WHERE relowner = r.oid AND relnamespace = 'public'::regnamespace) AS owned FROM pg_roles r WHERE rolname = 'clinic_app'`,
    )) as object[];
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcanlogin: false, owned: 0 });
  });

  it.each(['UPDATE audit_events SET event = event', 'DELETE FROM audit_events', 'TRUNCATE audit_events'])(
    'may not %s',
    async (statement) => {
      await expect(asApplication(app, ours.id, (client) => client.query(statement))).rejects.toThrow(
        /permission denied/,
      );
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
