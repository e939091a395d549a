import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Works } from '../../src/platform/database/works.js';
import type { JobTypes } from '../../src/platform/queue/job-types.js';
import { Jobs } from '../../src/platform/queue/jobs.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { FakeClock } from '../support/clock.js';
import { sameCase } from '../support/belongings.js';
import { rowsOf } from '../support/rows.js';
import { until } from '../reminders/world.js';

/** Which jobs are for one organisation; they name nothing else, or what they name must be tried here. */
const ofOneOrganization: Record<keyof JobTypes, boolean> = {
  'reminder.due': true,
  // These go through all of them, one after the other.
  'reminder.sweep': false,
  'reminder.redact': false,
  'audit.seal': false,
  'access_review.draw': false,
  'patterns.watch': false,
  'retention.watch': false,
  'legal_demand.watch': false,
  'platform.tidy': false,
};

type Run = (name: string, data: unknown) => Promise<void>;

const backends = ['postgres', ...(process.env.TEST_REDIS_URL ? ['redis'] : [])] as ('postgres' | 'redis')[];

describe.each(backends)('A worker with the queue in %s', (queue) => {
  const clock = new FakeClock();
  let app: TestApplication;
  let ours: Clinic;
  let theirs: Clinic;

  beforeAll(async () => {
    // Two connections for six jobs at a time: each is used by one organisation right after another.
    app = await TestApplication.start({ queue, clock, environment: { DATABASE_POOL: '2' } });
    [ours, theirs] = [await app.clinic('Same Clinic'), await app.clinic('Same Clinic')];
    await sameCase(ours, ours.as.attorney, []);
    await sameCase(theirs, theirs.as.attorney, []);
  });
  afterAll(() => app.stop());

  it('does nothing in one organisation for a job of another', async () => {
    clock.set('2018-03-05T15:00:00Z');
    const before = [await rowsOf(app, ours.id), await rowsOf(app, theirs.id)];
    const run: Run = (name, data) => (app.app.get(Jobs) as unknown as { run: Run }).run(name, data);
    for (const [name, ofOne] of Object.entries(ofOneOrganization))
      if (ofOne) await run(name, { organizationId: randomUUID() });
    expect([await rowsOf(app, ours.id), await rowsOf(app, theirs.id)]).toEqual(before);
    await run('reminder.due', { organizationId: theirs.id });
    expect(await rowsOf(app, ours.id)).toEqual(before[0]);
    expect(await rowsOf(app, theirs.id)).not.toEqual(before[1]);
  });

  it('knows of every job what it names', () => {
    const types = readFileSync('src/platform/queue/job-types.ts', 'utf8');
    const names = [...types.matchAll(/^ {2}'([a-z._]+)': (.*);$/gm)].map(([, name, data]) => [name, data]);
    expect(names.length).toBeGreaterThan(2);
    expect(names).toEqual(
      Object.entries(ofOneOrganization).map(([name, ofOne]) => [
        name,
        ofOne ? '{ organizationId: string }' : 'Record<string, never>',
      ]),
    );
  });

  it('never carries one organisation into the next job, whatever is thrown in between', async () => {
    const works = app.app.get(Works);
    const jobs = app.app.get(Jobs);
    const seen: { wanted: string | undefined; found: (string | undefined)[] }[] = [];
    let ended = 0;
    type Probe = { organizationId: string | undefined; fails: 'no' | 'program' | 'database' };
    // A job of this test alone; the queue does not look at names.
    const probe = jobs as unknown as {
      handle(name: string, handler: (data: Probe) => Promise<void>): void;
      add(...all: { name: string; data: Probe }[]): Promise<void>;
    };
    probe.handle('test.probe', async ({ organizationId, fails }) => {
      try {
        if (organizationId === undefined) {
          const opening = await works.open();
          const rows = await opening.sql<{ id: string }>('SELECT DISTINCT organization_id AS id FROM clients', []);
          await opening.rollback();
          seen.push({ wanted: undefined, found: rows.map(({ id }) => id) });
          return;
        }
        await works.run(organizationId, async (work) => {
          const rows = await work.sql<{ id: string }>('SELECT DISTINCT organization_id AS id FROM clients');
          seen.push({ wanted: organizationId, found: rows.map(({ id }) => id) });
          if (fails === 'program') throw new Error('in between');
          if (fails === 'database') await work.sql('SELECT 1 / 0');
        });
      } catch {
        // The queue would try again; here each is tried once.
      } finally {
        ended += 1;
      }
    });
    const all = Array.from({ length: 90 }, (_, at) => ({
      name: 'test.probe',
      data: {
        organizationId: [ours.id, theirs.id, undefined][at % 3],
        fails: (['no', 'program', 'database'] as const)[Math.floor(at / 3) % 3]!,
      },
    }));
    await probe.add(...all);
    await app.working(() => until(() => ended === all.length), 6);
    expect(seen.filter(({ wanted, found }) => found.join() !== (wanted ?? ''))).toEqual([]);
    expect(seen).toHaveLength(all.length);
  });
});
