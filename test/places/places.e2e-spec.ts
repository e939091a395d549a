import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newYorkFacilities, newYorkOffices, newYorkPlaces } from '../../seeds/reference/new-york.js';
import { type Clinic, TestApplication } from '../support/application.js';

let app: TestApplication;
let clinic: Clinic;

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic();
});
afterAll(() => app.stop());

const lists = [
  { path: 'places', noun: 'place', reference: newYorkPlaces, one: { name: 'Church hall', kind: 'other' } },
  { path: 'offices', noun: 'office', reference: newYorkOffices, one: { name: 'Field office', agency: 'ice_ero' } },
  { path: 'facilities', noun: 'facility', reference: newYorkFacilities, one: { name: 'County jail', state: 'NJ' } },
];

describe.each(lists)('The list /api/$path', ({ path, noun, reference, one }) => {
  it('begins, in a new organisation, as a copy of the common list', async () => {
    const fresh = await app.clinic();
    const { status, body } = await fresh.as.accompanier.get(`/api/${path}?limit=100&count=true`);
    expect(status).toBe(200);
    expect(body.total).toBe(reference.length);
    expect(body.items.map((item: { referenceKey: string }) => item.referenceKey).sort()).toEqual(
      reference.map((item) => item.referenceKey).sort(),
    );
    expect(body.items[0]).not.toHaveProperty('organizationId');
  });

  it('comes in the order of names, page by page, each entry once', async () => {
    const names: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await clinic.as.advocate.get(
        `/api/${path}?limit=4${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      names.push(...body.items.map((item: { name: string }) => item.name));
      cursor = body.nextCursor;
    }
    expect(names.length).toBeGreaterThanOrEqual(reference.length);
    expect(names).toEqual([...names].sort());
  });

  it('takes a new entry, changes it, and finds it by a part of its name', async () => {
    const created = await clinic.as.attorney.post(`/api/${path}`, { ...one, name: 'Zebra % corner' });
    expect(created.status).toBe(201);
    expect(created.headers.location).toBe(`/api/${path}/${created.body.id}`);
    expect(created.body.referenceKey).toBeNull();
    const changed = await clinic.as.supervisor.patch(`/api/${path}/${created.body.id}`, 1, { name: 'Zebra % square' });
    expect(changed.body).toMatchObject({ name: 'Zebra % square', version: 2 });
    expect((await clinic.as.advocate.get(`/api/${path}/${created.body.id}`)).body).toEqual(changed.body);
    const found = await clinic.as.advocate.get(`/api/${path}?q=${encodeURIComponent('bra % SQ')}`);
    expect(found.body.items.map((item: { id: string }) => item.id)).toEqual([created.body.id]);
  });

  it('finds an entry by where it is, in words of any order', async () => {
    const where =
      path === 'facilities' ? { city: 'Quinnville' } : { addressLines: '7 Plum Walk\nQuinnville, NY 10000' };
    const { body } = await clinic.as.attorney.post(`/api/${path}`, { ...one, ...where, name: 'ICE, Plum Walk' });
    for (const q of ['quinnville plum', 'PLUM quinn', 'ICE Quinnville']) {
      const found = await clinic.as.advocate.get(`/api/${path}?q=${encodeURIComponent(q)}`);
      expect(found.body.items.map((item: { id: string }) => item.id)).toEqual([body.id]);
    }
    expect((await clinic.as.advocate.get(`/api/${path}?q=${encodeURIComponent('plum nowhere')}`)).body.items).toEqual(
      [],
    );
  });

  it('is changed only by who may, against the version that was read, and without the key of the common list', async () => {
    expect((await clinic.as.advocate.post(`/api/${path}`, one)).status).toBe(403);
    const { body } = await clinic.as.administrator.post(`/api/${path}`, one);
    await clinic.as.administrator.patch(`/api/${path}/${body.id}`, 1, { name: 'Second name' });
    const stale = await clinic.as.attorney.patch(`/api/${path}/${body.id}`, 1, { name: 'Third name' });
    expect([stale.status, stale.body.code]).toEqual([412, `${noun}.stale_version`]);
    const forged = await clinic.as.attorney.post(`/api/${path}`, { ...one, referenceKey: 'ny_made_up' });
    expect([forged.status, forged.body.errors[0].field]).toEqual([422, 'referenceKey']);
    const nameless = await clinic.as.attorney.patch(`/api/${path}/${body.id}`, 2, { name: null });
    expect([nameless.status, nameless.body.errors[0].field]).toEqual([422, 'name']);
  });

  it('of another organisation is absent', async () => {
    const { body } = await clinic.as.attorney.post(`/api/${path}`, one);
    const other = await app.clinic();
    expect((await other.as.attorney.get(`/api/${path}/${body.id}`)).status).toBe(404);
    expect((await other.as.attorney.patch(`/api/${path}/${body.id}`, 1, { name: 'Taken over' })).status).toBe(404);
  });

  it('writes every change into the audit', async () => {
    const { body } = await clinic.as.attorney.post(`/api/${path}`, one);
    await clinic.as.attorney.patch(`/api/${path}/${body.id}`, 1, { name: 'Renamed' });
    const { body: audit } = await clinic.as.auditor.get(
      `/api/audit-events?event=${noun}.changed&userId=${clinic.as.attorney.userId}`,
    );
    expect(audit.items[0]).toMatchObject({ subjectType: noun, subjectId: body.id, details: { fields: ['name'] } });
  });
});

it('Places and offices are filtered by what kind they are', async () => {
  const courts = await clinic.as.advocate.get('/api/places?kind=court&limit=100');
  expect(new Set(courts.body.items.map((item: { kind: string }) => item.kind))).toEqual(new Set(['court']));
  const senders = await clinic.as.advocate.get('/api/offices?agency=ice_ero&limit=100');
  expect(new Set(senders.body.items.map((item: { agency: string }) => item.agency))).toEqual(new Set(['ice_ero']));
  expect((await clinic.as.advocate.get('/api/places?kind=zoo')).status).toBe(422);
});
