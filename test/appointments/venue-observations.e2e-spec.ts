import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Clinic, TestApplication } from '../support/application.js';
import { aPlace, refusal } from './world.js';

let app: TestApplication;
let clinic: Clinic;

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic();
});
beforeEach(() => {
  app.clock.set('2018-03-08T14:50:00Z');
});
afterAll(() => app.stop());

describe('A venue observation', () => {
  const path = '/api/venue-observations';

  it('is written down, corrected and deleted by whoever saw it', async () => {
    const placeId = await aPlace(clinic);
    const { status, body, headers } = await clinic.as.accompanier.post(path, {
      observedOn: '2018-03-07',
      placeId,
      attorneysSeen: 0,
      observerRole: 'clergy',
      source: 'client',
    });
    expect([status, headers.location]).toEqual([201, `${path}/${body.id}`]);
    expect(body).toMatchObject({
      observedOn: '2018-03-07',
      placeId,
      attorneysSeen: 0,
      unrepresentedSeen: null,
      version: 1,
    });
    expect((await clinic.as.attorney.get(`${path}/${body.id}`)).body).toEqual(body);
    const changed = await clinic.as.accompanier.patch(`${path}/${body.id}`, 1, { unrepresentedSeen: 12 });
    expect([changed.status, changed.body]).toMatchObject([200, { unrepresentedSeen: 12, version: 2 }]);
    expect(refusal(await clinic.as.accompanier.patch(`${path}/${body.id}`, 1, { unrepresentedSeen: 13 }))).toEqual([
      412,
      'venue_observation.stale_version',
    ]);
    const somebody = await clinic.another('accompanier');
    expect(refusal(await somebody.patch(`${path}/${body.id}`, 2, { unrepresentedSeen: 13 }))).toEqual([
      403,
      'venue_observation.not_yours',
    ]);
    expect((await somebody.delete(`${path}/${body.id}`)).status).toBe(403);
    expect((await clinic.as.advocate.patch(`${path}/${body.id}`, 2, { othersSeen: 3 })).status).toBe(200);
    expect((await clinic.as.accompanier.delete(`${path}/${body.id}`)).status).toBe(204);
    expect(refusal(await clinic.as.accompanier.get(`${path}/${body.id}`))).toEqual([
      404,
      'venue_observation.not_found',
    ]);
  });

  it('is of a day that was, by the wall where it is, and of a place of this organisation', async () => {
    const other = await app.clinic();
    const placeId = await aPlace(clinic, { zone: 'America/Los_Angeles' });
    app.clock.set('2018-03-09T07:59:00Z');
    expect(refusal(await clinic.as.attorney.post(path, { observedOn: '2018-03-09', placeId }))).toEqual([
      422,
      'observedOn',
      'date.future',
    ]);
    expect((await clinic.as.attorney.post(path, { observedOn: '2018-03-08', placeId })).status).toBe(201);
    expect(
      refusal(await clinic.as.attorney.post(path, { observedOn: '2018-03-08', placeId: await aPlace(other) })),
    ).toEqual([422, 'placeId', 'place.unknown']);
    expect(
      refusal(await clinic.as.attorney.post(path, { observedOn: '2018-03-08', placeId, attorneysSeen: 1001 })),
    ).toEqual([422, 'attorneysSeen', 'count.invalid']);
    expect(
      refusal(await clinic.as.attorney.post(path, { observedOn: '2018-03-08', placeId, clientId: placeId })),
    ).toEqual([422, 'clientId', 'field.unknown']);
    for (const role of ['administrator', 'auditor'] as const)
      expect((await clinic.as[role].get(path)).status).toBe(403);
  });

  it('is listed newest day first, by place and by days, for its organisation only', async () => {
    const [here, there] = [await aPlace(clinic), await aPlace(clinic)];
    const ids: string[] = [];
    for (const observedOn of ['2018-03-05', '2018-03-06', '2018-03-06', '2018-03-07'])
      ids.push((await clinic.as.attorney.post(path, { observedOn, placeId: here })).body.id);
    await clinic.as.attorney.post(path, { observedOn: '2018-03-06', placeId: there });
    const listed = async (query: string) => (await clinic.as.accompanier.get(`${path}?place=${here}${query}`)).body;
    const newestFirst = [...ids].reverse();
    const idsIn = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id);
    expect(idsIn(await listed(''))).toEqual(newestFirst);
    expect(idsIn(await listed('&from=2018-03-06&to=2018-03-06'))).toEqual(newestFirst.slice(1, 3));
    const first = await listed('&limit=2&count=true');
    expect([idsIn(first), first.total]).toEqual([newestFirst.slice(0, 2), 4]);
    expect(idsIn(await listed(`&limit=2&cursor=${first.nextCursor}`))).toEqual(newestFirst.slice(2));
    const other = await app.clinic();
    expect((await other.as.attorney.get(path)).body.items).toEqual([]);
    expect((await other.as.attorney.get(`${path}/${ids[0]}`)).status).toBe(404);
    expect((await other.as.supervisor.patch(`${path}/${ids[0]}`, 1, { othersSeen: 1 })).status).toBe(404);
  });
});
