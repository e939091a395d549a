import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadDemonstration } from '../../seeds/demo/load.js';
import { TestApplication } from '../support/application.js';

let app: TestApplication;
let lines: string[];
let cookie: string;

beforeAll(async () => {
  app = await TestApplication.start();
  app.clock.set('2018-04-02T14:00:00Z');
  lines = await loadDemonstration(app.app);
  const answer = await app.anonymous
    .post('/api/auth/login')
    .send({ email: 'attorney@demo.example', password: 'demonstration only' });
  cookie = (answer.headers['set-cookie'] as unknown as string[])[0]!.split(';')[0]!;
});
afterAll(() => app.stop());

const get = (path: string) => app.anonymous.get(path).set('cookie', cookie);

describe('The demonstration', () => {
  it('says who can sign in', () => {
    expect(lines.join('\n')).toContain('attorney@demo.example');
    expect(lines.join('\n')).toContain('demonstration only');
  });

  it('reproduces what was reported: letters about two weeks after the prints, and most who went were detained', async () => {
    const { body: lag } = await get('/api/patterns/lag');
    expect(lag).toMatchObject({ n: 10, median: 14 });
    expect(lag.shareWithin10To21).toBe(1);
    const { body: overview } = await get('/api/patterns/overview');
    expect(overview.attended).toBe(5);
    expect(overview.detained).toMatchObject({ n: 4, of: 5, share: 0.8 });
    // Wilson score interval of 4 of 5 at 95 %: 37.6 % to 96.4 %.
    expect(overview.detained.wilson.low).toBeCloseTo(0.3755, 3);
    expect(overview.detained.wilson.high).toBeCloseTo(0.9638, 3);
    expect(overview.places[0]).toMatchObject({ name: 'ICE, 201 Varick Street', n: 10 });
  });

  it('has the waiting rooms of two visits: nobody, then four attorneys and five people without one', async () => {
    const { body } = await get('/api/venue-observations');
    const counts = body.items.map((seen: { attorneysSeen: number; unrepresentedSeen: number }) => [
      seen.attorneysSeen,
      seen.unrepresentedSeen,
    ]);
    expect(counts).toEqual(
      expect.arrayContaining([
        [0, 0],
        [4, 5],
      ]),
    );
    expect(counts).toHaveLength(2);
  });

  it('has the client who was told that she would be released, held in New Jersey', async () => {
    const { body } = await get('/api/clients?q=quetzal');
    const { body: file } = await get(`/api/clients/${body.items[0].id}`);
    expect(file).toMatchObject({ usCitizenOrLprSpouse: true, pendingRelief: ['family_petition', 'adjustment'] });
    const { body: custody } = await get(`/api/clients/${file.id}/custody-events`);
    expect(
      custody.items.map((event: { kind: string; state: string | null }) => [event.kind, event.state]),
    ).toContainEqual(['transferred', 'NJ']);
    const { body: appointments } = await get(`/api/clients/${file.id}/appointments`);
    expect(appointments.items[0]).toMatchObject({
      officerInitialStatement: 'will_be_released',
      supervisorReversed: true,
      outcome: 'detained',
    });
  });

  it('is loaded once, and refused where there is data of its own', async () => {
    await loadDemonstration(app.app);
    expect((await get('/api/clients?limit=100&count=true')).body.total).toBe(10);
    await app.clinic('A Real Clinic');
    await expect(loadDemonstration(app.app)).rejects.toThrow('data of its own');
  });
});
