import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DrawingService } from '../../src/access/drawing.service.js';
import { PatternLedgerService } from '../../src/patterns/pattern-ledger.service.js';
import { underivedSubjects } from '../../src/reminders/subjects.queries.js';
import { RetentionWatchService } from '../../src/retention/watch.service.js';
import { type Caller, type Clinic, TestApplication } from '../support/application.js';
import { aCase, aDrawnLook } from '../support/factories.js';
import { isolatedTables } from '../support/rows.js';
import { manyCopies, rowsVisited, sentDuring } from '../support/statements.js';

const files = 300;
/**
 * Of all tables together, for each file. To go through a table once for each file is what a first minute bears, until the
 * tables are analysed; for each of those once more is not answered at all.
 */
const mostOfEach = 10 * files;

let app: TestApplication;
let fresh: Clinic;

/** Case files of one attorney, each with an appointment that one person comes along to; half of them closed and due for review. */
async function bring(clinic: Clinic, count: number, first: number): Promise<void> {
  const { as } = clinic;
  const { client, appointments } = await aCase(clinic, {
    client: { legalName: 'Many Files', phone: '+17185550100', assignedAttorneyId: as.attorney.userId },
    arrests: ['2018-02-12'],
    prints: ['2018-02-12'],
    letters: ['2018-02-26'],
    appointments: ['2018-03-08T14:00:00.000Z'],
  });
  await manyCopies(clinic, client.id, count, first);
  const companion = { userId: as.accompanier.userId, rsvp: 'yes' };
  await as.attorney.post(`/api/appointments/${appointments[0].id}/accompaniments`, companion);
  await as.attorney.post('/api/retention/holds', { clientId: client.id, reason: 'A court may ask.' });
  await aDrawnLook(clinic, client.id);
  await clinic.inWork(async (work) => {
    await work.sql('DISCARD PLANS');
    await work.sql('SET LOCAL enable_seqscan = off');
    const of = [work.organizationId, client.id];
    /** For each of the copied files, or of their appointments. */
    const copy = (table: string, each: string, overrides: string) =>
      work.sql(
        `INSERT INTO ${table} SELECT x.* FROM ${table} r, ${each} o,
           LATERAL jsonb_populate_record(r, jsonb_build_object('id', o.id, ${overrides})) x
         WHERE r.organization_id = $1 AND r.client_id = $2 AND o.organization_id = $1 AND o.${each === 'clients' ? 'id' : 'client_id'} <> $2`,
        of,
      );
    await copy('legal_holds', 'clients', `'client_id', o.id`);
    await copy('access_reviews', 'clients', `'client_id', o.id, 'audit_event_id', o.id`);
    await copy('accompaniments', 'appointments', `'client_id', o.client_id, 'appointment_id', o.id`);
    await work.sql(
      `INSERT INTO search_tokens (organization_id, token, client_id, kind)
       SELECT $1, t.token, c.id, t.kind FROM search_tokens t, clients c
       WHERE t.organization_id = $1 AND t.client_id = $2 AND c.organization_id = $1 AND c.id <> $2`,
      of,
    );
    await work.sql(
      `UPDATE clients c SET status = 'closed', closing_reason = 'advice_given', review_on = '2018-02-01'
       WHERE c.organization_id = $1 AND c.id <> $2 AND c.code ~ '[02468]$'`,
      of,
    );
    await work.sql(`UPDATE appointments SET starts_at = starts_at + interval '8 years' WHERE client_id <> $1`, [
      client.id,
    ]);
  });
}

beforeAll(async () => {
  app = await TestApplication.start();
  await bring(await app.clinic('Bronx Immigration Law'), 5 * files, 1);
  const owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
  await owner.query('ANALYZE');
  await owner.end();
  fresh = await app.clinic('Queens Removal Defense');
  await bring(fresh, files, 100_000);
});
afterAll(() => app.stop());

const asks = (who: 'attorney' | 'supervisor' | 'accompanier', path: string): [string, () => Promise<unknown>] => [
  `GET ${path} of the ${who}`,
  async () => expect((await (fresh.as[who] as Caller).get(path)).status).toBe(200),
];

const actions: [string, () => Promise<unknown>][] = [
  asks('attorney', '/api/clients?q=many&count=true'),
  asks('attorney', '/api/clients?q=many%20files&count=true'),
  asks('attorney', '/api/clients?q=7185550100&count=true'),
  asks('attorney', '/api/clients?q=ZZ-100001'),
  asks('attorney', '/api/clients?hasUpcomingAppointment=true&count=true'),
  asks('attorney', '/api/clients?hasUpcomingAppointment=false&count=true'),
  asks('attorney', '/api/appointments?from=2017-01-01&to=2027-01-01&count=true'),
  asks('attorney', '/api/appointments?mine=true&count=true'),
  asks('accompanier', '/api/appointments?mine=true&count=true'),
  asks('accompanier', '/api/appointments?from=2017-01-01&to=2027-01-01&count=true'),
  asks('attorney', '/api/today'),
  asks('accompanier', '/api/today'),
  asks('attorney', '/api/reminders?count=true'),
  asks('attorney', '/api/reminders?state=superseded&limit=100&count=true'),
  asks('supervisor', '/api/access-reviews?limit=100'),
  asks('supervisor', '/api/retention/holds?limit=100'),
  asks('supervisor', '/api/retention/reviews?limit=100'),
  ['what is not derived yet', () => fresh.inWork((work) => underivedSubjects(work, 1, 2 * files))],
  ['the ledger made anew', () => fresh.inWork((work) => app.app.get(PatternLedgerService).rebuild(work))],
  ['the watch over what is due for review', () => app.app.get(RetentionWatchService).watchAll()],
  ['the drawing of looks', () => app.app.get(DrawingService).drawAll()],
];

describe('Tables with rows of organisations', () => {
  it('are analysed after as many changes as a small organisation makes, however large the others are', async () => {
    const rows = (await app.dataSource.query(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND reloptions @> '{autovacuum_analyze_scale_factor=0,autovacuum_analyze_threshold=500}' ORDER BY 1`,
    )) as { name: string }[];
    expect(rows.map(({ name }) => name)).toEqual(await isolatedTables(app));
  });
});

describe('An organisation that brings many case files in its first minute', () => {
  it.each(actions)('%s: is answered before the planner knows of it', async (_, action) => {
    const sent = await sentDuring(action);
    for (const statement of sent.filter(({ text }) => /^\s*\(?(SELECT|WITH)/i.test(text!))) {
      const { visited } = await rowsVisited(fresh, statement);
      expect(visited < mostOfEach * files || [visited, statement.text]).toBe(true);
    }
  });
});
