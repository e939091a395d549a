import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Clinic, TestApplication } from '../support/application.js';
import { aCase, anArrest, aPrint } from '../support/factories.js';

let app: TestApplication;
let clinic: Clinic;

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic();
});
afterAll(() => app.stop());

const codes = (errors: { field: string; code: string }[] = []) => errors.map(({ field, code }) => [field, code]);
const arrest = (clientId: string, overrides = {}) =>
  clinic.as.advocate.post(`/api/clients/${clientId}/arrests`, anArrest(overrides));
const print = (clientId: string, overrides = {}) =>
  clinic.as.advocate.post(`/api/clients/${clientId}/fingerprint-events`, aPrint(overrides));

describe('An arrest', () => {
  it('is written down, read, listed, changed against its version and deleted', async () => {
    const { client } = await aCase(clinic);
    const created = await arrest(client.id, { chargeStatute: 'PL 165.15', notes: 'Fare' });
    expect([created.status, created.headers.location]).toEqual([201, `/api/arrests/${created.body.id}`]);
    expect(created.body).toMatchObject({
      clientId: client.id,
      arrestedOnPrecision: 'exact',
      notes: 'Fare',
      version: 1,
    });
    expect((await clinic.as.attorney.get(`/api/arrests/${created.body.id}`)).body).toEqual(created.body);
    expect((await clinic.as.attorney.get(`/api/clients/${client.id}/arrests`)).body).toEqual({
      items: [created.body],
      nextCursor: null,
    });
    const changed = await clinic.as.attorney.patch(`/api/arrests/${created.body.id}`, 1, { precinct: '44' });
    expect([changed.body.precinct, changed.headers.etag]).toEqual(['44', '"2"']);
    expect((await clinic.as.advocate.patch(`/api/arrests/${created.body.id}`, 1, { precinct: '40' })).status).toBe(412);
    expect((await clinic.as.advocate.delete(`/api/arrests/${created.body.id}`)).status).toBe(403);
    expect((await clinic.as.attorney.delete(`/api/arrests/${created.body.id}`)).status).toBe(204);
    expect((await clinic.as.attorney.get(`/api/arrests/${created.body.id}`)).status).toBe(404);
  });

  it('is not in the future, by the calendar of New York', async () => {
    const { client } = await aCase(clinic);
    app.clock.set('2018-03-02T03:00:00Z');
    expect((await arrest(client.id, { arrestedOn: '2018-03-01' })).status).toBe(201);
    const refused = await arrest(client.id, { arrestedOn: '2018-03-02' });
    expect([refused.status, codes(refused.body.errors)]).toEqual([422, [['arrestedOn', 'date.future']]]);
    app.clock.set('2018-03-01T15:00:00Z');
  });

  it('may lie a little ahead when only its month is known', async () => {
    const { client } = await aCase(clinic);
    expect((await arrest(client.id, { arrestedOn: '2018-03-15', arrestedOnPrecision: 'month' })).status).toBe(201);
    expect((await arrest(client.id, { arrestedOn: '2018-05-15', arrestedOnPrecision: 'month' })).status).toBe(422);
  });

  it.each([
    [
      'an end of the case before it',
      { disposition: 'dismissed', dispositionOn: '2018-02-13' },
      'dispositionOn',
      'arrest.disposed_before',
    ],
    [
      'an end of the case in the future',
      { disposition: 'dismissed', dispositionOn: '2018-03-02' },
      'dispositionOn',
      'date.future',
    ],
    ['a next court date before it', { nextCourtOn: '2018-02-13' }, 'nextCourtOn', 'arrest.court_before'],
  ])('is refused with %s', async (_, dates, field, code) => {
    const { client } = await aCase(clinic);
    const { status, body } = await arrest(client.id, dates);
    expect([status, codes(body.errors)]).toEqual([422, [[field, code]]]);
  });

  it('warns of dates that are improbable', async () => {
    const { client } = await aCase(clinic);
    const warned = async (dates: object) => codes((await arrest(client.id, dates)).body.warnings);
    expect(await warned({ nextCourtOn: '2018-02-28' })).toEqual([['nextCourtOn', 'arrest.court_past']]);
    expect(await warned({ nextCourtOn: '2020-03-01' })).toEqual([['nextCourtOn', 'arrest.court_far']]);
    expect(await warned({ dispositionOn: '2018-02-28' })).toEqual([['disposition', 'arrest.disposition_missing']]);
    expect(await warned({ nextCourtOn: '2018-04-10', disposition: 'pending' })).toEqual([]);
    expect(await warned({ arrestedOnPrecision: 'week', disposition: 'acd', dispositionOn: '2018-02-13' })).toEqual([
      ['dispositionOn', 'arrest.disposed_before'],
    ]);
  });

  it('loses the detail of its charge when the case is sealed, and cannot get it back', async () => {
    const { client } = await aCase(clinic);
    const { body } = await arrest(client.id, { chargeStatute: 'PL 220.03', chargeDescription: 'Grue possession' });
    const sealed = await clinic.as.attorney.patch(`/api/arrests/${body.id}`, 1, {
      disposition: 'sealed',
      dispositionOn: '2018-02-28',
    });
    expect(sealed.body).toMatchObject({ chargeStatute: null, chargeDescription: null, chargeLevel: 'misdemeanor_b' });
    expect(codes(sealed.body.warnings)).toEqual([['disposition', 'arrest.charge_purged']]);
    const again = await clinic.as.attorney.patch(`/api/arrests/${body.id}`, 2, {
      chargeDescription: 'Grue possession',
    });
    expect(again.body.chargeDescription).toBeNull();
    const rows = JSON.stringify(await clinic.inWork((work) => work.sql('SELECT * FROM arrests')));
    expect(rows).not.toContain('Grue');
  });

  it('keeps its notes sealed in the database', async () => {
    const { client } = await aCase(clinic);
    await arrest(client.id, { notes: 'Plugh Note' });
    expect(JSON.stringify(await clinic.inWork((work) => work.sql('SELECT * FROM arrests')))).not.toContain('Plugh');
  });

  it('stays while fingerprints belong to it', async () => {
    const { client, arrests } = await aCase(clinic, { arrests: ['2018-02-14'], prints: [] });
    const { body } = await print(client.id, { arrestId: arrests[0].id });
    const refused = await clinic.as.attorney.delete(`/api/arrests/${arrests[0].id}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'arrest.has_prints']);
    await clinic.as.attorney.patch(`/api/fingerprint-events/${body.id}`, 1, { arrestId: null });
    expect((await clinic.as.attorney.delete(`/api/arrests/${arrests[0].id}`)).status).toBe(204);
  });

  it('does not move behind fingerprints that belong to it', async () => {
    const { client, arrests } = await aCase(clinic, { arrests: ['2018-02-14'] });
    await print(client.id, { arrestId: arrests[0].id, takenOn: '2018-02-15' });
    const moved = await clinic.as.attorney.patch(`/api/arrests/${arrests[0].id}`, 1, { arrestedOn: '2018-02-16' });
    expect([moved.status, codes(moved.body.errors)]).toEqual([422, [['arrestedOn', 'arrest.after_print']]]);
    expect(
      (await clinic.as.attorney.patch(`/api/arrests/${arrests[0].id}`, 1, { arrestedOn: '2018-02-15' })).status,
    ).toBe(200);
  });
});

describe('Fingerprints', () => {
  it('are written down with their way to the authorities, and answered as they were given', async () => {
    const { client, arrests } = await aCase(clinic, { arrests: ['2018-02-14'] });
    const path = [
      { node: 'dcjs', date: '2018-02-14', evidence: 'rap_sheet_seen' },
      { node: 'dhs_ident', date: null, evidence: null },
    ];
    const created = await print(client.id, { arrestId: arrests[0].id, path, method: 'livescan' });
    expect([created.status, created.headers.location]).toEqual([201, `/api/fingerprint-events/${created.body.id}`]);
    const read = await clinic.as.attorney.get(`/api/fingerprint-events/${created.body.id}`);
    expect(read.body).toMatchObject({
      arrestId: arrests[0].id,
      takenOnPrecision: 'exact',
      path: [{ node: 'dcjs', date: '2018-02-14' }, { node: 'dhs_ident' }],
    });
    expect((await clinic.as.attorney.get(`/api/clients/${client.id}/fingerprint-events`)).body.items).toEqual([
      read.body,
    ]);
  });

  it.each([
    ['a future date', { takenOn: '2018-03-02' }, 'takenOn', 'date.future'],
    ['a civil reason for an arrest', { civilReason: 'adoption' }, 'civilReason', 'fingerprint_event.not_civil'],
    [
      'a station before they were taken',
      {
        path: [
          { node: 'nypd', date: '2018-02-14' },
          { node: 'dcjs', date: '2018-02-13' },
        ],
      },
      'path.1.date',
      'fingerprint_event.path_before_print',
    ],
    ['a station in the future', { path: [{ node: 'dcjs', date: '2018-03-02' }] }, 'path.0.date', 'date.future'],
    ['an arrest that is not there', { arrestId: '018f0000-0000-7000-8000-000000000000' }, 'arrestId', 'arrest.unknown'],
  ])('are refused with %s', async (_, wrong, field, code) => {
    const { client } = await aCase(clinic);
    const { status, body } = await print(client.id, wrong);
    expect([status, codes(body.errors)]).toEqual([422, [[field, code]]]);
  });

  it('are refused with the arrest of another client, and before the arrest they belong to', async () => {
    const { client, arrests } = await aCase(clinic, {
      arrests: ['2018-02-14', { arrestedOn: '2018-02-14', arrestedOnPrecision: 'week' }],
    });
    const stranger = await aCase(clinic, { arrests: ['2018-02-14'] });
    expect(codes((await print(client.id, { arrestId: stranger.arrests[0].id })).body.errors)).toEqual([
      ['arrestId', 'arrest.unknown'],
    ]);
    const before = await print(client.id, { arrestId: arrests[0].id, takenOn: '2018-02-13' });
    expect([before.status, codes(before.body.errors)]).toEqual([422, [['takenOn', 'fingerprint_event.before_arrest']]]);
    const roughly = await print(client.id, { arrestId: arrests[1].id, takenOn: '2018-02-13' });
    expect([roughly.status, codes(roughly.body.warnings)]).toEqual([
      201,
      [['takenOn', 'fingerprint_event.before_arrest']],
    ]);
  });

  it('are taken for a civil reason where the inquiry is civil, also when that is only found later', async () => {
    const { client } = await aCase(clinic);
    const { body } = await print(client.id, { reason: 'civil_inquiry', civilReason: 'adoption' });
    expect(body.civilReason).toBe('adoption');
    const refused = await clinic.as.attorney.patch(`/api/fingerprint-events/${body.id}`, 1, { reason: 'arrest' });
    expect(codes(refused.body.errors)).toEqual([['civilReason', 'fingerprint_event.not_civil']]);
    expect(
      (await clinic.as.attorney.patch(`/api/fingerprint-events/${body.id}`, 1, { reason: 'arrest', civilReason: null }))
        .status,
    ).toBe(200);
  });
});

describe.each(['arrests', 'fingerprint-events'])('/api/%s', (path) => {
  const body = path === 'arrests' ? anArrest : aPrint;

  it('are absent for another organisation and forbidden for roles without case files', async () => {
    const made = await aCase(clinic, { arrests: ['2018-02-14'], prints: ['2018-02-14'] });
    const record = path === 'arrests' ? made.arrests[0] : made.prints[0];
    const other = await app.clinic();
    for (const answer of [
      await other.as.attorney.get(`/api/${path}/${record.id}`),
      await other.as.attorney.patch(`/api/${path}/${record.id}`, 1, { notes: 'mine' }),
      await other.as.attorney.delete(`/api/${path}/${record.id}`),
      await other.as.attorney.get(`/api/clients/${made.client.id}/${path}`),
      await other.as.attorney.post(`/api/clients/${made.client.id}/${path}`, body()),
    ]) {
      expect(answer.status).toBe(404);
    }
    for (const role of ['administrator', 'accompanier', 'auditor'] as const) {
      expect((await clinic.as[role].get(`/api/${path}/${record.id}`)).status).toBe(403);
      expect((await clinic.as[role].get(`/api/clients/${made.client.id}/${path}`)).status).toBe(403);
    }
  });

  it('are read and written only with a line in the audit', async () => {
    const made = await aCase(clinic, { arrests: ['2018-02-14'], prints: ['2018-02-14'] });
    const record = path === 'arrests' ? made.arrests[0] : made.prints[0];
    await clinic.as.advocate.get(`/api/${path}/${record.id}`);
    await clinic.as.advocate.get(`/api/clients/${made.client.id}/${path}`);
    await clinic.as.attorney.patch(`/api/${path}/${record.id}`, 1, { notes: 'Sealed words' });
    const noun = path === 'arrests' ? 'arrest' : 'fingerprint_event';
    const { body: audit } = await clinic.as.auditor.get(`/api/audit-events?clientId=${made.client.id}&limit=100`);
    const events = audit.items.map((line: { event: string }) => line.event);
    for (const what of ['created', 'read', 'listed', 'changed']) expect(events).toContain(`${noun}.${what}`);
    expect(JSON.stringify(audit.items)).not.toContain('Sealed words');
  });
});
