import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { NewsService } from '../../src/patterns/news/news.service.js';
import { WatchService } from '../../src/patterns/news/watch.service.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { FakeClock } from '../support/clock.js';
import { aPlaceId } from '../support/factories.js';
import { addToLedger, letterRow } from './release-world.js';

let app: TestApplication;
let clinic: Clinic;
// A Thursday; the week began on 5 March.
const clock = new FakeClock(new Date('2018-03-08T15:00:00Z'));

beforeAll(async () => {
  app = await TestApplication.start({ clock });
});
afterAll(() => app.stop());
beforeEach(async () => {
  clock.set('2018-03-08T15:00:00Z');
  clinic = await app.clinic();
});

const mondays = Array.from({ length: 12 }, (_, at) =>
  new Date(Date.parse('2018-03-05') - (11 - at) * 7 * 86_400_000).toISOString().slice(0, 10),
);

/** So many letters in each of twelve weeks, as rows of the ledger. */
async function weeks(counts: number[], facts: Record<string, unknown> = {}): Promise<void> {
  const rows = counts.flatMap((n, at) => Array.from({ length: n }, () => letterRow(mondays[at]!, facts)));
  await addToLedger(clinic, 'pattern_letters', rows);
}
const watch = () => clinic.inWork((work) => app.app.get(NewsService).watch(work));
const usual = [2, 0, 1, 3, 1, 1, 1, 3, 3, 1, 2];

describe('What is new', () => {
  it('explains itself: how many letters, which, this week, and the bound', async () => {
    await weeks([...usual, 7], { place_id: await aPlaceId(clinic, '26 Federal') });
    const { status, body } = await clinic.as.supervisor.get('/api/patterns/new?alpha=0.05&minSigma=0');
    expect([status, body.week, body.series]).toEqual([200, '2018-03-05', 2]);
    const place = body.items.find(({ by }: { by: string }) => by === 'place');
    expect(place).toMatchObject({ n: 7, past: usual, above: ['C1', 'C2'], isNew: true });
    expect(place.c1).toBeCloseTo(3.278854, 6);
    expect(place.text).toMatch(/^7 letters naming .*26 Federal Plaza this week, bound 3\.3$/);
  });

  it('is nothing while counts are what they were, nor with two letters after silence', async () => {
    await weeks([...usual, 2]);
    await weeks([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2], { charge_level: 'felony_e' });
    const { body } = await clinic.as.supervisor.get('/api/patterns/new');
    expect(body.items.filter(({ isNew }: { isNew: boolean }) => isNew)).toEqual([]);
    expect((await clinic.as.supervisor.get('/api/patterns/new?all=true')).body.items).toHaveLength(2);
    expect(await watch()).toBe(0);
  });

  it('is not known of an office that has logged letters for a few weeks only', async () => {
    await weeks([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 9]);
    expect((await clinic.as.supervisor.get('/api/patterns/new?all=true')).body.items).toEqual([
      expect.objectContaining({ n: 9, past: [1, 1, 1], c1: null, chance: null, isNew: false }),
    ]);
  });

  it('takes parameters within reason', async () => {
    for (const [query, field] of [
      ['alpha=0.9', 'alpha'],
      ['minSigma=-1', 'minSigma'],
      ['alpha=x', 'alpha'],
    ]) {
      const { status, body } = await clinic.as.supervisor.get(`/api/patterns/new?${query}`);
      expect([status, body.errors?.[0]?.field]).toEqual([422, field]);
    }
  });
});

describe('An alert', () => {
  it('is raised once a week, tells supervisors in the application and by an e-mail that gives nothing away', async () => {
    await weeks([...usual, 7], { place_id: await aPlaceId(clinic, '26 Federal') });
    expect(await watch()).toBe(2);
    expect(await watch()).toBe(0);
    const { body: notices } = await clinic.as.supervisor.get('/api/notices');
    expect(notices.items).toEqual([
      expect.objectContaining({
        kind: 'pattern_alert',
        clientId: null,
        text: expect.stringContaining('something new in the figures'),
      }),
    ]);
    expect((await clinic.as.attorney.get('/api/notices')).body.items).toEqual([]);
    const reminders = await clinic.inWork((work) =>
      work.sql(`SELECT kind, channel, recipient_id AS "to", content, state FROM reminders WHERE organization_id = $1`, [
        clinic.id,
      ]),
    );
    expect(reminders).toEqual([
      {
        kind: 'pattern_alert',
        channel: 'email',
        to: clinic.as.supervisor.userId,
        content: 'neutral',
        state: 'scheduled',
      },
    ]);
    const list = (await clinic.as.supervisor.get('/api/patterns/alerts?open=true')).body.items;
    expect(list.map(({ text }: { text: string }) => text).sort()).toEqual([
      expect.stringMatching(/^7 letters in all in the week of 2018-03-05, bound 3\.\d$/),
      expect.stringMatching(/^7 letters naming .*26 Federal Plaza in the week of 2018-03-05, bound 3\.\d$/),
    ]);
  });

  it('is acknowledged with a note by a supervisor, once, and audited', async () => {
    await weeks([...usual, 9]);
    await watch();
    const [alert] = (await clinic.as.supervisor.get('/api/patterns/alerts')).body.items;
    const path = `/api/patterns/alerts/${alert.id}/acknowledge`;
    const note = 'The office sent a batch; we ask the others.';
    expect((await clinic.as.attorney.post(path, { note })).status).toBe(403);
    expect((await clinic.as.supervisor.post(path, {})).body.errors[0].field).toBe('note');
    expect((await clinic.as.supervisor.post(path, { note })).body).toMatchObject({
      note,
      acknowledgedBy: clinic.as.supervisor.userId,
    });
    const again = await clinic.as.supervisor.post(path, { note });
    expect([again.status, again.body.code]).toEqual([409, 'pattern_alert.acknowledged']);
    expect((await clinic.as.supervisor.get('/api/patterns/alerts?open=true')).body.items).toEqual([]);
    const events = await clinic.inWork((work) =>
      work.sql<{ event: string }>(
        `SELECT event FROM audit_events WHERE organization_id = $1 AND event LIKE 'pattern\\_alert%' ORDER BY id`,
        [clinic.id],
      ),
    );
    expect(events.map(({ event }) => event)).toEqual(['pattern_alert.raised', 'pattern_alert.acknowledged']);
  });

  it('of one organisation is nothing to another', async () => {
    await weeks([...usual, 9]);
    await watch();
    const [alert] = (await clinic.as.supervisor.get('/api/patterns/alerts')).body.items;
    const other = await app.clinic();
    expect((await other.as.supervisor.get('/api/patterns/alerts')).body.items).toEqual([]);
    const { status } = await other.as.supervisor.post(`/api/patterns/alerts/${alert.id}/acknowledge`, {
      note: 'Not mine.',
    });
    expect(status).toBe(404);
    expect((await other.as.supervisor.get('/api/notices')).body.items).toEqual([]);
  });

  it('comes of the hourly watch, which first makes ledgers anew that an update has changed', async () => {
    await weeks([...usual, 9]);
    await app.app.get(WatchService).watchAll();
    expect((await clinic.as.supervisor.get('/api/patterns/alerts')).body.items).toHaveLength(1);
    const rebuilt = async () =>
      clinic.inWork((work) =>
        work.sql(`SELECT 1 FROM audit_events WHERE organization_id = $1 AND event = 'patterns.rebuilt'`, [clinic.id]),
      );
    expect(await rebuilt()).toHaveLength(1);
    await app.app.get(WatchService).watchAll();
    expect(await rebuilt()).toHaveLength(1);
  });
});
