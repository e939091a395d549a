import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Clinic, TestApplication } from '../support/application.js';
import { aCase, type Answered } from '../support/factories.js';

let app: TestApplication;
let clinic: Clinic;

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic('Bronx Test');
});
afterAll(() => app.stop());

const person = { legalName: 'José Núñez Díaz', phone: '+17185550123', dateOfBirth: '1990-01-02', county: 'bronx' };

describe('A consent', () => {
  const change = (client: Answered, consents: object[]) =>
    clinic.as.attorney.patch(`/api/clients/${client.id}`, client.version, { consents });

  it('to keep the record that is missing is asked for, and of one that was taken back is said what follows', async () => {
    const { client } = await aCase(clinic);
    const kept = { kind: 'record_keeping', givenOn: '2018-02-01' };
    const warned = async (consents: object[]) => {
      const { body } = await change((await clinic.as.attorney.get(`/api/clients/${client.id}`)).body, consents);
      return (body.warnings ?? []).map(({ code }: Answered) => code);
    };
    expect(await warned([])).toEqual(['consent.record_keeping_missing']);
    expect(await warned([kept])).toEqual([]);
    const ended = { ...kept, withdrawnOn: '2018-02-20' };
    expect(await warned([ended])).toEqual(['consent.record_keeping_withdrawn']);
    expect(await warned([ended, { ...kept, givenOn: '2018-02-25' }])).toEqual([]);
  });
});

describe('A client', () => {
  it('is created with a code that begins with the prefix of the organisation', async () => {
    const { status, body, headers } = await clinic.as.attorney.post('/api/clients', person);
    expect(status).toBe(201);
    expect(body.code).toMatch(/^BT-[2-9A-Z]{5}$/);
    expect(headers.location).toBe(`/api/clients/${body.id}`);
    expect(headers.etag).toBe('"1"');
  });

  it('is found by a part of the name without its accents, by the sound of it, by phone and by code', async () => {
    const { body: created } = await clinic.as.attorney.post('/api/clients', {
      legalName: 'Zulema Échevarría',
      phone: '+13475550199',
      aNumber: '087654321',
    });
    for (const q of ['echevarria', 'Etchevaria', '(347) 555-0199', 'A87654321', created.code.toLowerCase()]) {
      const { body } = await clinic.as.attorney.get(`/api/clients?q=${encodeURIComponent(q)}`);
      expect([q, body.items.map((item: { id: string }) => item.id)]).toEqual([q, [created.id]]);
    }
  });

  it('is not found under a new name until it is changed, and under the new name afterwards', async () => {
    const { body: created } = await clinic.as.attorney.post('/api/clients', { legalName: 'Before Change' });
    const changed = await clinic.as.attorney.patch(`/api/clients/${created.id}`, 1, { legalName: 'Afterward Change' });
    expect(changed.status).toBe(200);
    expect(changed.body.version).toBe(2);
    expect((await clinic.as.attorney.get('/api/clients?q=afterward')).body.items).toHaveLength(1);
    expect((await clinic.as.attorney.get('/api/clients?q=before')).body.items).toHaveLength(0);
  });

  it('is shown as a possible duplicate of the same person entered again', async () => {
    const twin = { legalName: 'Twin Person', dateOfBirth: '1985-05-05' };
    const first = await clinic.as.attorney.post('/api/clients', twin);
    const second = await clinic.as.attorney.post('/api/clients', { ...twin, legalName: 'PERSON, Twin' });
    expect(second.body.possibleDuplicates).toEqual([
      expect.objectContaining({ clientId: first.body.id, matchedOn: ['person'] }),
    ]);
  });

  it('refuses a change against a version that somebody else has passed, and one without a version', async () => {
    const { body } = await clinic.as.attorney.post('/api/clients', { legalName: 'Stale Version' });
    await clinic.as.attorney.patch(`/api/clients/${body.id}`, 1, { county: 'kings' });
    const stale = await clinic.as.advocate.patch(`/api/clients/${body.id}`, 1, { county: 'queens' });
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({ code: 'client.stale_version', currentVersion: 2 });
    const missing = await app.anonymous
      .patch(`/api/clients/${body.id}`)
      .set('authorization', `Bearer ${clinic.as.attorney.token}`)
      .send({});
    expect(missing.status).toBe(428);
  });

  it('behind a wall is absent for everybody who is not on its list', async () => {
    const { body } = await clinic.as.attorney.post('/api/clients', { legalName: 'Walled Person' });
    await clinic.as.attorney.patch(`/api/clients/${body.id}`, 1, {
      restricted: true,
      allowedUserIds: [clinic.as.attorney.userId],
    });
    expect((await clinic.as.supervisor.get(`/api/clients/${body.id}`)).status).toBe(404);
    expect((await clinic.as.supervisor.get('/api/clients?q=walled')).body.items).toEqual([]);
    expect((await clinic.as.attorney.get(`/api/clients/${body.id}`)).status).toBe(200);
  });

  it('of another organisation is absent', async () => {
    const { body } = await clinic.as.attorney.post('/api/clients', { legalName: 'Elsewhere Person' });
    const other = await app.clinic();
    expect((await other.as.attorney.get(`/api/clients/${body.id}`)).status).toBe(404);
    expect((await other.as.attorney.get('/api/clients?q=elsewhere')).body.items).toEqual([]);
  });

  it('takes no more changes once closed, until it is opened again', async () => {
    const { body } = await clinic.as.attorney.post('/api/clients', { legalName: 'Closed Person' });
    const closed = await clinic.as.attorney.post(`/api/clients/${body.id}/close`, { closingReason: 'advice_given' });
    expect(closed.body).toMatchObject({ status: 'closed', reviewOn: '2019-03-01' });
    expect((await clinic.as.attorney.patch(`/api/clients/${body.id}`, 2, { county: 'kings' })).body.code).toBe(
      'client.closed',
    );
    expect((await clinic.as.attorney.post(`/api/clients/${body.id}/reopen`)).body.status).toBe('open');
  });

  it('stands in the database without any of its identity in clear', async () => {
    await clinic.as.attorney.post('/api/clients', {
      legalName: 'Xyzzyname Plugh',
      phone: '+19175550777',
      aliases: 'Frobozz',
    });
    const rows = JSON.stringify(await clinic.inWork((work) => work.sql('SELECT * FROM clients')));
    for (const secret of [
      'Xyzzyname',
      '9175550777',
      'Frobozz',
      Buffer.from('Xyzzyname').toString('base64').slice(0, 10),
    ])
      expect(rows).not.toContain(secret);
  });
});
