import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { underivedSubjects } from '../../src/reminders/subjects.queries.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { rowsVisited, sentDuring } from '../support/statements.js';

const files = 1000;

let app: TestApplication;
let large: Clinic;
let fresh: Clinic;

/** Case files with one appointment each, as an import brings them: all at once, and nothing derived yet. */
const bring = (clinic: Clinic, count: number) =>
  clinic.inWork(async (work) => {
    const base = 'organization_id, version, created_at, created_by, updated_at, updated_by';
    const stamps = `$1::uuid, 1, now(), '${work.actor.userId}'::uuid, now(), '${work.actor.userId}'::uuid`;
    const id = (what: string) => `md5('${what}' || $1::text || i)::uuid`;
    const parameters = [work.organizationId, count];
    await work.sql(
      `INSERT INTO clients (id, ${base}, legal_name, code, status, restricted, allowed_user_ids, retention_class, legal_hold)
       SELECT ${id('client')}, ${stamps}, 'sealed', 'V-' || i, 'open', false, '{}', 'standard', false FROM generate_series(1, $2::int) i`,
      parameters,
    );
    await work.sql(
      `INSERT INTO appointments (id, ${base}, client_id, kind, starts_at, zone, place_id, status, live_state)
       SELECT ${id('appointment')}, ${stamps}, ${id('client')}, 'call_in_letter', now() + interval '7 days', 'America/New_York',
         (SELECT id FROM places ORDER BY id LIMIT 1), 'scheduled', 'not_started' FROM generate_series(1, $2::int) i`,
      parameters,
    );
  });

beforeAll(async () => {
  app = await TestApplication.start();
  large = await app.clinic('Bronx Immigration Law');
  fresh = await app.clinic('Queens Removal Defense');
});
afterAll(() => app.stop());

describe('An organisation that brings many case files in its first minute', () => {
  it('has what is not derived yet found by looking each file up, not by going through all of them for each', async () => {
    await bring(large, 10 * files);
    const owner = new pg.Client({ connectionString: app.database.ownerUrl });
    await owner.connect();
    await owner.query('ANALYZE');
    await owner.end();
    await bring(fresh, files);

    const sent = await sentDuring(() => fresh.inWork((work) => underivedSubjects(work, 1, 2 * files)));
    const query = sent.find(({ text }) => text?.includes('reminder_subjects'))!;
    const { answered, visited } = await rowsVisited(fresh, query);
    expect(answered).toBe(files);
    expect(visited).toBeLessThan(10 * files);
  });
});
