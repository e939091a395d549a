import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isZone } from '../../src/platform/http/values.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { aCase, aCustodyEvent, aPlaceId } from '../support/factories.js';

let app: TestApplication;
let clinic: Clinic;

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic();
});
afterAll(() => app.stop());

const codes = (errors: { field: string; code: string }[] = []) => errors.map(({ field, code }) => [field, code]);
const post = (clientId: string, overrides = {}) =>
  clinic.as.advocate.post(`/api/clients/${clientId}/custody-events`, aCustodyEvent(overrides));
const facility = (name: string) => aPlaceId(clinic, name, 'facilities');

describe('A custody event', () => {
  it('is written down, read, listed, changed against its version and deleted', async () => {
    const { client } = await aCase(clinic);
    const created = await post(client.id, { basis: '236a', notes: 'Sealed words' });
    expect([created.status, created.headers.location]).toEqual([201, `/api/custody-events/${created.body.id}`]);
    expect(created.body).toMatchObject({
      zone: 'America/New_York',
      at: '2018-02-28T15:30:00.000Z',
      facilityName: null,
      version: 1,
    });
    expect((await clinic.as.attorney.get(`/api/custody-events/${created.body.id}`)).body).toEqual(created.body);
    const list = await clinic.as.attorney.get(`/api/clients/${client.id}/custody-events`);
    expect(list.body).toEqual({ items: [created.body], nextCursor: null });
    const changed = await clinic.as.attorney.patch(`/api/custody-events/${created.body.id}`, 1, { basis: '236c' });
    expect(changed.body).toMatchObject({ basis: '236c', version: 2 });
    expect((await clinic.as.attorney.patch(`/api/custody-events/${created.body.id}`, 1, { basis: '241' })).status).toBe(
      412,
    );
    expect((await clinic.as.advocate.delete(`/api/custody-events/${created.body.id}`)).status).toBe(403);
    expect((await clinic.as.attorney.delete(`/api/custody-events/${created.body.id}`)).status).toBe(204);
    const rows = JSON.stringify(await clinic.inWork((work) => work.sql('SELECT * FROM custody_events')));
    expect(rows).not.toContain('Sealed words');
  });

  it('happened: five minutes of a fast clock are forgiven, more is refused', async () => {
    const { client } = await aCase(clinic);
    expect((await post(client.id, { at: '2018-03-01T15:05:00Z' })).status).toBe(201);
    const refused = await post(client.id, { at: '2018-03-01T15:05:01Z' });
    expect([refused.status, codes(refused.body.errors)]).toEqual([422, [['at', 'custody_event.future']]]);
  });

  it('takes the state of its facility, also when the person is moved', async () => {
    const { client } = await aCase(clinic);
    const hudson = await facility('Hudson County');
    const { body } = await post(client.id, { facilityId: hudson });
    expect(body).toMatchObject({ facilityName: 'Hudson County Correctional Facility', state: 'NJ' });
    const moved = await clinic.as.attorney.patch(`/api/custody-events/${body.id}`, 1, {
      facilityId: await facility('Orange County'),
    });
    expect(moved.body).toMatchObject({ facilityName: 'Orange County Correctional Facility', state: 'NY' });
    const said = await post(client.id, { facilityId: hudson, state: 'PA' });
    expect([said.body.state, codes(said.body.warnings)]).toEqual(['PA', [['state', 'custody_event.other_state']]]);
  });

  it('is refused in a facility that the organisation does not have', async () => {
    const { client } = await aCase(clinic);
    const other = await app.clinic();
    const theirs = await aPlaceId(other, 'Hudson County', 'facilities');
    const refused = await post(client.id, { facilityId: theirs });
    expect([refused.status, codes(refused.body.errors)]).toEqual([422, [['facilityId', 'facility.unknown']]]);
  });

  it('warns where the kind of event leaves a question open', async () => {
    const { client } = await aCase(clinic);
    const warned = async (event: object) => codes((await post(client.id, event)).body.warnings);
    expect(await warned({ kind: 'released' })).toEqual([['releaseReason', 'custody_event.release_reason_missing']]);
    expect(await warned({ kind: 'released', releaseReason: 'bonded_out' })).toEqual([]);
    expect(await warned({ kind: 'transferred' })).toEqual([['facilityId', 'custody_event.facility_missing']]);
    expect(await warned({ kind: 'transferred', facilityId: await facility('Hudson County') })).toEqual([]);
    expect(await warned({ kind: 'detained', releaseReason: 'habeas' })).toEqual([
      ['releaseReason', 'custody_event.not_released'],
    ]);
    expect(await warned({ kind: 'bond_set' })).toEqual([['amount', 'custody_event.amount_missing']]);
    expect(await warned({ kind: 'bond_set', amount: 7500 })).toEqual([]);
  });

  it('is absent for another organisation and forbidden for roles without case files', async () => {
    const { client, custodyEvents } = await aCase(clinic, { custodyEvents: [{}] });
    const other = await app.clinic();
    for (const answer of [
      await other.as.attorney.get(`/api/custody-events/${custodyEvents[0].id}`),
      await other.as.attorney.patch(`/api/custody-events/${custodyEvents[0].id}`, 1, { court: 'Mine' }),
      await other.as.attorney.delete(`/api/custody-events/${custodyEvents[0].id}`),
      await other.as.attorney.post(`/api/clients/${client.id}/custody-events`, aCustodyEvent()),
    ]) {
      expect(answer.status).toBe(404);
    }
    for (const role of ['administrator', 'accompanier', 'auditor'] as const) {
      expect((await clinic.as[role].get(`/api/custody-events/${custodyEvents[0].id}`)).status).toBe(403);
    }
  });

  it.each(['AGT', 'PST', 'IST', 'SystemV/PST8', 'US/Pacific-New', '+05:00', 'Mars/Olympus'])(
    'is refused in %s, which the database does not know as a zone or takes for another',
    async (zone) => {
      const { client } = await aCase(clinic);
      const refused = await post(client.id, { zone });
      expect([refused.status, codes(refused.body.errors)]).toEqual([422, [['zone', 'zone.unknown']]]);
    },
  );

  it('takes every zone of the runtime, and the database reads the case file with each', async () => {
    const { client } = await aCase(clinic);
    const known = await clinic.inWork((work) => work.sql<{ name: string }>('SELECT name FROM pg_timezone_names'));
    const names = new Set(known.map(({ name }) => name));
    expect(Intl.supportedValuesOf('timeZone').filter((zone) => !isZone(zone) || !names.has(zone))).toEqual([]);
    for (const zone of ['UTC', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'US/Eastern']) {
      expect((await post(client.id, { zone })).status).toBe(201);
    }
    expect((await clinic.as.advocate.get(`/api/clients/${client.id}/timeline`)).status).toBe(200);
  });
});
