import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DrawingService } from '../../src/access/drawing.service.js';
import { Randomness } from '../../src/access/randomness.js';
import { type Caller, type Clinic, TestApplication } from '../support/application.js';
import { days } from '../support/clock.js';
import { aCase, type Answered } from '../support/factories.js';

let app: TestApplication;
let clinic: Clinic;
const asked: number[] = [];

const draw = () => app.app.get(DrawingService).drawAll();
/** Once the week is over. */
const drawLater = async () => {
  app.clock.set('2018-03-05T15:00:00Z');
  await draw();
};
const reviews = async (who: 'supervisor' | 'auditor' = 'supervisor', query = ''): Promise<Answered[]> =>
  (await clinic.as[who].get(`/api/access-reviews?limit=100&${query}`)).body.items;

beforeAll(async () => {
  app = await TestApplication.start();
  // The first of those that are left, so that the test knows what is drawn.
  Object.assign(app.app.get(Randomness), {
    below: (end: number) => {
      asked.push(end);
      return 0;
    },
  });
});
afterAll(() => app.stop());

/** In the week of Monday 2018-02-26: seven files, each read by the advocate twice, and one by the supervisor. */
beforeEach(async () => {
  // Of other clinics all is drawn before.
  await drawLater();
  app.clock.set('2018-03-01T15:00:00Z');
  clinic = await app.clinic();
  asked.length = 0;
  for (let n = 0; n < 7; n += 1) {
    const { client } = await aCase(clinic);
    await clinic.as.advocate.get(`/api/clients/${client.id}`);
    await clinic.as.advocate.get(`/api/clients/${client.id}`);
    if (n === 0) await clinic.as.supervisor.get(`/api/clients/${client.id}`);
  }
});

describe('The access review', () => {
  it('draws nothing from a week that is not over', async () => {
    await draw();
    expect(await reviews()).toEqual([]);
  });

  it('draws some looks of last week by lot, each person and file once, and does so once', async () => {
    await drawLater();
    // Eight pairs of person and file; five are drawn, each as likely as the others.
    expect(asked).toEqual([8, 7, 6, 5, 4]);
    await draw();
    const drawn = await reviews();
    expect(drawn).toHaveLength(5);
    expect(new Set(drawn.map(({ userId, clientId }) => `${userId} ${clientId}`)).size).toBe(5);
    expect(drawn[0]).toMatchObject({
      week: '2018-02-26',
      event: 'client.read',
      way: 'read',
      state: 'open',
      note: null,
      lookedAt: '2018-03-01T15:00:00.000Z',
      code: expect.any(String),
    });
    const { body } = await clinic.as.auditor.get('/api/audit-events?event=access_review.drawn');
    expect(body.items).toMatchObject([{ role: 'system', details: { count: 5 } }]);
    const toldTo = async (who: Caller): Promise<number> =>
      (await who.get('/api/notices')).body.items.filter(({ kind }: Answered) => kind === 'access_review_ready').length;
    expect([await toldTo(clinic.as.supervisor), await toldTo(clinic.as.attorney)]).toEqual([1, 0]);
  });

  it('lets a supervisor confirm a look or question it with a note, once, and keeps the note sealed', async () => {
    await drawLater();
    const [one, other] = (await reviews()).filter(({ userId }) => userId === clinic.as.advocate.userId);
    const confirmed = await clinic.as.supervisor.post(`/api/access-reviews/${one.id}/confirm`, {});
    expect(confirmed.body).toMatchObject({ state: 'confirmed', reviewedBy: clinic.as.supervisor.userId });
    const question = (body: object) => clinic.as.supervisor.post(`/api/access-reviews/${other.id}/question`, body);
    expect((await question({})).body.errors).toMatchObject([{ field: 'note', code: 'field.required' }]);
    const questioned = await question({ note: 'No appointment that day; ask Maria.' });
    expect(questioned.body).toMatchObject({ state: 'questioned', note: 'No appointment that day; ask Maria.' });
    expect((await question({ note: 'Again.' })).body.code).toBe('access_review.judged');
    const [row] = await clinic.inWork((work) =>
      work.sql<{ note: string }>('SELECT note FROM access_reviews WHERE id = $1', [other.id]),
    );
    expect(row!.note).toMatch(/^s1\./);
    expect((await reviews('supervisor', 'state=open')).map(({ id }) => id)).not.toContain(one.id);
    const { body: audit } = await clinic.as.auditor.get('/api/audit-events?event=access_review.questioned');
    expect(audit.items[0]).toMatchObject({ subjectId: other.id, clientId: other.clientId });
    expect(JSON.stringify(audit)).not.toContain('Maria');
  });

  it('lets nobody judge what they looked at themselves', async () => {
    await drawLater();
    const drawn = await reviews('auditor');
    const others = await clinic.another('supervisor');
    const own = drawn.find(({ userId }) => userId === clinic.as.supervisor.userId);
    const target = own ?? drawn.find(({ state }) => state === 'open');
    if (!own)
      await clinic.inWork((work) =>
        work.execute('UPDATE access_reviews SET user_id = $2 WHERE id = $1', [target.id, clinic.as.supervisor.userId]),
      );
    const mine = await clinic.as.supervisor.post(`/api/access-reviews/${target.id}/confirm`, {});
    expect([mine.status, mine.body.code]).toEqual([403, 'access_review.own']);
    expect((await others.post(`/api/access-reviews/${target.id}/confirm`, {})).status).toBe(200);
  });

  it('shows auditors all of them without the notes, and supervisors none of a file behind a wall', async () => {
    await drawLater();
    const all = await reviews('auditor');
    expect(all).toHaveLength(5);
    expect(all.map(({ note }) => note)).toEqual([null, null, null, null, null]);
    const { clientId, id } = all.find(({ state }) => state === 'open');
    await clinic.inWork((work) =>
      work.execute('UPDATE clients SET restricted = true, allowed_user_ids = $2 WHERE id = $1', [
        clientId,
        [clinic.as.attorney.userId],
      ]),
    );
    expect((await reviews()).map((review) => review.clientId)).not.toContain(clientId);
    expect((await clinic.as.supervisor.post(`/api/access-reviews/${id}/confirm`, {})).status).toBe(404);
    expect(await reviews('auditor')).toHaveLength(5);
  });

  it('draws again the week after, for each organisation from its own lines', async () => {
    const other = await app.clinic();
    await drawLater();
    app.clock.set('2018-03-12T03:00:00Z'); // Still Sunday in New York.
    await draw();
    expect(await reviews('auditor')).toHaveLength(5);
    const { client } = await aCase(clinic);
    await clinic.as.advocate.get(`/api/clients/${client.id}/summary`);
    app.clock.advance(days(1));
    await draw();
    const drawn = (await reviews('auditor')).filter(({ week }) => week === '2018-03-05');
    expect(drawn.map(({ clientId, way }) => [clientId, way])).toContainEqual([client.id, 'summary']);
    expect((await other.as.auditor.get('/api/access-reviews')).body.items).toEqual([]);
  });
});
