import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Anchor, AnchorFile, anchorOf, anchorText } from '../../src/audit/anchors.js';
import { SealingService } from '../../src/audit/sealing.service.js';
import { linesBetween, settledPosition } from '../../src/audit/seals.queries.js';
import { VerificationService } from '../../src/audit/verification.service.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { hours } from '../support/clock.js';
import { aClient } from '../support/factories.js';

let app: TestApplication;
let clinic: Clinic;
let owner: pg.Client;

beforeAll(async () => {
  app = await TestApplication.start();
  owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await app.stop();
});
beforeEach(async () => {
  clinic = await app.clinic();
});

const verify = (anchors: Anchor[] = []) => app.app.get(VerificationService).verify(clinic.id, anchors);
const anchorFile = () => new AnchorFile(app.configuration.dataDir);

/** Seals every line at once: waits first for the transactions of other tests' databases, which hold it back. */
async function sealed(): Promise<Anchor> {
  const isSettled = () =>
    clinic.inWork(async (work) => {
      const settled = await settledPosition(work);
      return (await linesBetween(work, settled, Number.MAX_SAFE_INTEGER, 1)).length === 0;
    });
  for (let attempt = 0; !(await isSettled()); attempt += 1) {
    if (attempt === 400) throw new Error('Something holds the sealing back.');
    await sleep(50);
  }
  await app.app.get(SealingService).seal(clinic.id);
  const { unsealed, newest } = await verify();
  expect(unsealed.lines).toBe(0);
  return anchorOf(newest!);
}

/** Three batches with lines of several requests each. */
async function threeBatches(): Promise<Anchor> {
  await sealed();
  for (let round = 0; round < 2; round += 1) {
    const { body } = await clinic.as.attorney.post('/api/clients', aClient());
    for (let read = 0; read < 3; read += 1) await clinic.as.supervisor.get(`/api/clients/${body.id}`);
    await sealed();
  }
  return sealed();
}

/** What somebody can do who has the owner's login and no scruples. */
async function tamper(text: string, parameters: unknown[] = []): Promise<void> {
  await owner.query(`SELECT set_config('app.organization_id', $1, false)`, [clinic.id]);
  for (const table of ['audit_events', 'audit_seals'])
    await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER append_only`);
  const { rowCount } = await owner.query(text, parameters);
  expect(rowCount).toBeGreaterThan(0);
  for (const table of ['audit_events', 'audit_seals'])
    await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER append_only`);
}

const lines = async (): Promise<{ id: string; position: number; batch: number }[]> =>
  clinic.inWork((work) =>
    work.sql(
      `SELECT a.id, a.position, s.number AS batch FROM audit_events a
       JOIN audit_seals s ON s.organization_id = a.organization_id AND a.position >= s.from_position AND a.position < s.to_position
       WHERE a.organization_id = $1 ORDER BY a.position, a.id`,
      [clinic.id],
    ),
  );

describe('The audit, sealed in batches', () => {
  it('fits its seals: every line is in one batch, and batches follow one another', async () => {
    await threeBatches();
    const verdict = await verify();
    expect(verdict.trouble).toBeUndefined();
    expect(verdict.batches).toBe(3);
    expect(verdict.lines).toBe((await lines()).length);
    expect(verdict.newest).toMatchObject({ number: 3, totalLines: verdict.lines });
  });

  it('goes on where it was after a dump was loaded into a younger server, which numbers its transactions anew', async () => {
    const elsewhere = 1_000_000_000;
    const shift = (by: number) =>
      owner.query(
        `SELECT setval('audit_position_base', coalesce(pg_sequence_last_value('audit_position_base'::regclass), 1) + $1::bigint)`,
        [by],
      );
    await shift(elsewhere);
    const before = await threeBatches();
    // What the other server had counted up by its transactions is missing here.
    await shift(-elsewhere);
    await app.app.get(SealingService).onModuleInit();
    await clinic.as.attorney.post('/api/clients', aClient());
    const after = await sealed();
    expect([after.number, after.totalLines > before.totalLines]).toEqual([before.number + 1, true]);
    expect((await verify([before])).trouble).toBeUndefined();
    const { rows } = await owner.query<{ base: string }>('SELECT last_value AS base FROM audit_position_base');
    await app.app.get(SealingService).onModuleInit();
    expect((await owner.query('SELECT last_value AS base FROM audit_position_base')).rows).toEqual(rows);
  });

  it('seals nothing twice, and an empty batch once an hour so that the newest seal stays young', async () => {
    const before = await threeBatches();
    expect((await sealed()).number).toBe(before.number);
    app.clock.advance(hours(1));
    expect(await sealed()).toMatchObject({ number: before.number + 1, totalLines: before.totalLines });
    expect((await verify()).trouble).toBeUndefined();
  });

  it('takes a line that is committed late into a later batch, though it is older than lines that are sealed', async () => {
    await sealed();
    const late = owner;
    await late.query('BEGIN');
    await late.query(`SELECT set_config('app.organization_id', $1, true)`, [clinic.id]);
    await late.query(
      `INSERT INTO audit_events (id, organization_id, at, user_id, role, event)
       VALUES (gen_random_uuid(), $1, now(), gen_random_uuid(), 'system', 'client.read')`,
      [clinic.id],
    );
    await clinic.as.attorney.post('/api/clients', aClient());
    await app.app.get(SealingService).seal(clinic.id);
    expect((await verify()).unsealed.lines).toBe(1);
    await late.query('COMMIT');
    await sealed();
    const { trouble, lines: counted } = await verify();
    expect([trouble, counted]).toEqual([undefined, (await lines()).length]);
  });

  it('keeps more lines than a batch holds apart by transaction, and one transaction together', async () => {
    const first = (await sealed()).number;
    const many = (n: number) =>
      clinic.inWork(async (work) => {
        for (let line = 0; line < n; line += 1) work.audit({ event: 'client.read' });
        await Promise.resolve();
      });
    for (const n of [700, 700, 1500]) await many(n);
    await sealed();
    const batches = (await lines()).map(({ batch }) => batch).filter((batch) => batch > first);
    expect([1, 2, 3].map((at) => batches.filter((batch) => batch === first + at).length)).toEqual([700, 700, 1500]);
    expect((await verify()).trouble).toBeUndefined();
  });

  it('is sealed by a worker for each organisation', async () => {
    const other = await app.clinic();
    await app.app.get(SealingService).sealAll();
    await sealed();
    clinic = other;
    await sealed();
    expect((await anchorFile().read()).get(other.id)).toMatchObject({ organizationId: other.id });
  });
});

describe('Verifying finds', () => {
  it('a line that was changed, and names it', async () => {
    await threeBatches();
    const line = (await lines()).filter(({ batch }) => batch === 2)[1]!;
    await tamper(`UPDATE audit_events SET user_id = $2 WHERE id = $1`, [line.id, clinic.as.attorney.userId]);
    expect((await verify()).trouble).toBe(`Batch 2: line 2 (${line.id}) was changed.`);
  });

  it.each([
    ['event', `'client.changed'`],
    ['at', `at + interval '1 second'`],
    ['details', `'{"count": 1}'`],
    ['client_id', 'NULL'],
    ['origin', `'10.0.0.1'`],
  ])('a change of %s alone', async (column, value) => {
    await threeBatches();
    const line = (await lines()).filter(({ batch }) => batch === 3)[0]!;
    await tamper(`UPDATE audit_events SET ${column} = ${value} WHERE id = $1`, [line.id]);
    expect((await verify()).trouble).toBe(`Batch 3: line 1 (${line.id}) was changed.`);
  });

  it('a line that was deleted, and after which it stood', async () => {
    await threeBatches();
    const [before, line] = (await lines()).filter(({ batch }) => batch === 2);
    await tamper('DELETE FROM audit_events WHERE id = $1', [line!.id]);
    expect((await verify()).trouble).toBe(`Batch 2: a line is missing after line 1 (${before!.id}).`);
  });

  it('lines that changed places, within a batch and between batches', async () => {
    await threeBatches();
    const swap = async (one: { id: string; position: number }, other: { id: string; position: number }) =>
      tamper(
        `UPDATE audit_events SET position = CASE id WHEN $1 THEN $4::bigint ELSE $2::bigint END WHERE id IN ($1, $3)`,
        [one.id, one.position, other.id, other.position],
      );
    const all = await lines();
    const [first, second] = all.filter(({ batch }) => batch === 2);
    await swap(first!, second!);
    expect((await verify()).trouble).toMatch(/^Batch 2: line 1 /);
    await swap({ ...first!, position: second!.position }, { ...second!, position: first!.position });
    expect((await verify()).trouble).toBeUndefined();
    await swap(
      first!,
      all.find(({ batch }) => batch === 3)!,
    );
    expect((await verify()).trouble).toMatch(/^Batch 2: line 1 /);
  });

  it('a line that was put in afterwards', async () => {
    await threeBatches();
    const { position } = (await lines()).filter(({ batch }) => batch === 2)[0]!;
    await tamper(
      `INSERT INTO audit_events (id, organization_id, at, user_id, role, event, position)
       VALUES ('ffffffff-0000-7000-8000-000000000000', $1, now(), gen_random_uuid(), 'attorney', 'client.read', $2)`,
      [clinic.id, position],
    );
    expect((await verify()).trouble).toMatch(
      /^Batch 2: line \d+ \(ffffffff-0000-7000-8000-000000000000\) was added later/,
    );
    await tamper(`DELETE FROM audit_events WHERE id = 'ffffffff-0000-7000-8000-000000000000'`);
  });

  it('a batch that was taken out with its lines, and a seal that was written anew', async () => {
    await threeBatches();
    await tamper('UPDATE audit_seals SET lines = lines - 1, total_lines = total_lines - 1 WHERE number = 3');
    expect((await verify()).trouble).toBe('Batch 3: its seal was changed or does not follow the one before.');
    const batch = (await lines()).filter((line) => line.batch === 2);
    await tamper('DELETE FROM audit_events WHERE id = ANY($1)', [batch.map(({ id }) => id)]);
    await tamper('DELETE FROM audit_seals WHERE number = 2 AND organization_id = $1', [clinic.id]);
    expect((await verify()).trouble).toBe('Batch 2: its seal is missing.');
  });

  it('an end that was cut off, by the anchor that is kept outside the database, which sealing does not replace', async () => {
    const anchor = await threeBatches();
    const batch = (await lines()).filter((line) => line.batch === 3);
    await tamper('DELETE FROM audit_events WHERE id = ANY($1)', [batch.map(({ id }) => id)]);
    await tamper('DELETE FROM audit_seals WHERE number = 3 AND organization_id = $1', [clinic.id]);
    expect((await verify()).trouble).toBeUndefined();
    expect((await verify([anchor])).trouble).toMatch(/^The end is missing: batch 3 with \d+ lines/);
    await clinic.as.attorney.post('/api/clients', aClient());
    await sealed();
    expect((await anchorFile().read()).get(clinic.id)).toEqual(anchor);
    expect((await verify([anchor])).trouble).toBe('Batch 3: it is another one than the anchor that was kept of it.');
  });

  it('all of it missing, seals and key included', async () => {
    const anchor = await threeBatches();
    await tamper('DELETE FROM audit_events WHERE organization_id = $1', [clinic.id]);
    await tamper('DELETE FROM audit_seals WHERE organization_id = $1', [clinic.id]);
    await tamper(`DELETE FROM organization_keys WHERE organization_id = $1 AND purpose = 'audit'`, [clinic.id]);
    expect((await verify([anchor])).trouble).toMatch(/^The end is missing/);
  });
});

describe('npm run audit', () => {
  const run = (...words: string[]) =>
    new Promise<{ code: number | null; output: string }>((resolve) => {
      const child = execFile(
        process.execPath,
        [join('dist', 'src', 'cli', 'audit.js'), ...words],
        {
          env: {
            ...process.env,
            NODE_OPTIONS: '',
            DATABASE_URL: app.database.appUrl,
            MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
            DATA_DIR: app.configuration.dataDir,
          },
        },
        (_, stdout, stderr) => resolve({ code: child.exitCode, output: stdout + stderr }),
      );
    });

  it('seals on demand, verifies beside the running server, and ends with 1 where the audit does not reach its anchor', async () => {
    await clinic.as.attorney.post('/api/clients', aClient());
    const seal = await run('seal', '--organization', clinic.id);
    expect(seal).toMatchObject({ code: 0, output: expect.stringMatching(/lines sealed\. letterbox-audit:1:/) });
    const anchor = anchorText(await sealed());
    const fits = await run('verify', '--organization', clinic.id, '--expect', anchor);
    expect(fits).toMatchObject({ code: 0, output: expect.stringContaining(anchor) });
    await tamper('DELETE FROM audit_seals WHERE organization_id = $1', [clinic.id]);
    const cut = await run('verify', '--organization', clinic.id);
    expect(cut.code).toBe(1);
    expect(cut.output).toContain(`Organisation ${clinic.id}: THE AUDIT DOES NOT FIT ITS SEALS. The end is missing`);
    expect(await run('accept', '--organization', clinic.id)).toMatchObject({ code: 0 });
    expect((await anchorFile().read()).has(clinic.id)).toBe(false);
  });
});
