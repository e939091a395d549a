import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Clinic, TestApplication } from '../support/application.js';
import {
  aCase,
  aClient,
  aCustodyEvent,
  aLetter,
  anArrest,
  aPlaceId,
  aPrint,
  type Answered,
} from '../support/factories.js';

let app: TestApplication;
let newYork: Clinic;
let losAngeles: Clinic;
let honolulu: Clinic;

beforeAll(async () => {
  app = await TestApplication.start();
  newYork = await app.clinic();
  losAngeles = await app.clinic();
  honolulu = await app.clinic();
  await moveTo(losAngeles, 'America/Los_Angeles');
  await moveTo(honolulu, 'Pacific/Honolulu');
});
afterAll(() => app.stop());
/** Half past midnight on 2 March in New York, half past nine on the evening before in Los Angeles, half past seven in Honolulu. */
beforeEach(() => app.clock.set('2018-03-02T05:30:00Z'));

async function moveTo({ as }: Clinic, zone: string): Promise<void> {
  const { body } = await as.administrator.get('/api/organization');
  expect((await as.administrator.patch('/api/organization', body.version, { zone })).status).toBe(200);
}

const codesOf = ({ body }: { body: Answered }) =>
  (body.errors ?? []).map(({ field, code }: Answered) => `${field} ${code}`);

describe('Today is the day of the organisation', () => {
  it('when a date is refused as being in the future', async () => {
    const bodies: [path: string, body: object, field: string][] = [
      ['arrests', anArrest({ arrestedOn: '2018-03-02' }), 'arrestedOn'],
      ['fingerprint-events', aPrint({ takenOn: '2018-03-02' }), 'takenOn'],
      ['letters', aLetter({ receivedOn: '2018-03-02' }), 'receivedOn'],
    ];
    for (const west of [losAngeles, honolulu]) {
      const { client, as } = await aCase(west);
      for (const [path, body, field] of bodies) {
        const refused = await as.attorney.post(`/api/clients/${client.id}/${path}`, body);
        expect([refused.status, codesOf(refused)]).toEqual([422, [`${field} date.future`]]);
      }
      const unborn = await as.attorney.post('/api/clients', aClient({ dateOfBirth: '2018-03-02' }));
      expect([unborn.status, codesOf(unborn)]).toEqual([422, ['dateOfBirth date.future']]);
      expect(
        (await as.attorney.post(`/api/clients/${client.id}/arrests`, anArrest({ arrestedOn: '2018-03-01' }))).status,
      ).toBe(201);
    }
    const { client, as } = await aCase(newYork);
    for (const [path, body] of bodies)
      expect((await as.attorney.post(`/api/clients/${client.id}/${path}`, body)).status).toBe(201);
  });

  it('in an intake, and in how far a date that is not exact may lie ahead', async () => {
    const page = (arrestedOn: string, arrestedOnPrecision: string) => ({
      client: aClient(),
      arrest: anArrest({ arrestedOn, arrestedOnPrecision }),
    });
    const intake = (clinic: Clinic, ...of: [string, string]) => clinic.as.attorney.post('/api/intakes', page(...of));
    expect(codesOf(await intake(honolulu, '2018-03-02', 'exact'))).toEqual(['arrest.arrestedOn date.future']);
    expect((await intake(newYork, '2018-03-02', 'exact')).status).toBe(201);
    expect(codesOf(await intake(honolulu, '2018-03-09', 'week'))).toEqual(['arrest.arrestedOn date.future']);
    expect((await intake(honolulu, '2018-03-08', 'week')).status).toBe(201);
    expect((await intake(newYork, '2018-03-09', 'week')).status).toBe(201);
  });

  it('when the next court date has passed or not', async () => {
    const court = async (clinic: Clinic) => {
      const { client, as } = await aCase(clinic);
      const { body } = await as.attorney.post(
        `/api/clients/${client.id}/arrests`,
        anArrest({ nextCourtOn: '2018-03-01' }),
      );
      return (body.warnings ?? []).map(({ code }: Answered) => code);
    };
    expect(await court(losAngeles)).toEqual([]);
    expect(await court(newYork)).toEqual(['arrest.court_past']);
  });

  it('when a file is closed, and when its timeline tells on which day it was opened', async () => {
    const closed = async (clinic: Clinic) => {
      const { client, as } = await aCase(clinic);
      const { body: timeline } = await as.attorney.get(`/api/clients/${client.id}/timeline`);
      const { body } = await as.attorney.post(`/api/clients/${client.id}/close`, { closingReason: 'advice_given' });
      const opened = timeline.items.find(({ kind }: Answered) => kind === 'file_opened');
      return [body.reviewOn, opened.on, opened.zone];
    };
    expect(await closed(newYork)).toEqual(['2019-03-02', '2018-03-02', 'America/New_York']);
    expect(await closed(honolulu)).toEqual(['2019-03-01', '2018-03-01', 'Pacific/Honolulu']);
  });

  it('for moments and places of which nobody said where they are', async () => {
    const { client, as } = await aCase(honolulu);
    const letter = { letterDatedOn: '2018-02-26', receivedOn: '2018-03-01', reportAt: '2018-03-09T05:00:00Z' };
    const { body } = await as.attorney.post(`/api/clients/${client.id}/letters`, aLetter(letter));
    // Still the 8th there.
    expect(body).toMatchObject({ zone: 'Pacific/Honolulu', noticeDays: 7 });
    const { body: file } = await as.attorney.get(`/api/clients/${client.id}`);
    expect(file.letters[0].noticeDays).toBe(7);
    const held = await as.attorney.post(`/api/clients/${client.id}/custody-events`, aCustodyEvent());
    expect(held.body.zone).toBe('Pacific/Honolulu');
    const place = await as.attorney.post('/api/places', { name: 'Field office', kind: 'ice_office' });
    expect([place.status, place.body.zone]).toEqual([201, 'Pacific/Honolulu']);
  });
});

describe('A list of clients', () => {
  const listed = async (clinic: Clinic, id: string) => {
    const { body } = await clinic.as.attorney.get('/api/clients?limit=100');
    const next = body.items.find((item: Answered) => item.id === id).nextAppointment;
    const filtered = async (wanted: boolean): Promise<boolean> => {
      const { body: page } = await clinic.as.attorney.get(`/api/clients?limit=100&hasUpcomingAppointment=${wanted}`);
      return page.items.some((item: Answered) => item.id === id);
    };
    return [next?.startsAt ?? null, await filtered(true), await filtered(false)];
  };

  it('counts every appointment that is ahead and stands, moved ones at their new time', async () => {
    const { client, appointments, as } = await aCase(newYork, { appointments: ['2018-03-05T14:00:00Z'] });
    let version = appointments[0].version;
    const change = async (changes: object) => {
      const { status, body } = await as.attorney.patch(`/api/appointments/${appointments[0].id}`, version, changes);
      expect(status).toBe(200);
      version = body.version;
    };
    for (const status of ['proposed', 'scheduled', 'rescheduled_by_ice', 'rescheduled_by_counsel']) {
      await change({ status, startsAt: '2018-03-12T14:00:00.000Z' });
      expect([status, ...(await listed(newYork, client.id))]).toEqual([
        status,
        '2018-03-12T14:00:00.000Z',
        true,
        false,
      ]);
    }
    await change({ status: 'cancelled' });
    expect(await listed(newYork, client.id)).toEqual([null, false, true]);
  });

  it('does not count one that took place, nor one in whose place another came', async () => {
    const { client, appointments, as } = await aCase(newYork, { appointments: ['2018-03-02T06:00:00Z'] });
    app.clock.set('2018-03-02T07:00:00Z');
    expect(await listed(newYork, client.id)).toEqual([null, false, true]);
    const nextAppointment = {
      kind: 'ice_check_in',
      startsAt: '2018-04-02T14:00:00Z',
      placeId: await aPlaceId(newYork),
    };
    const outcome = { outcome: 'rescheduled', nextAppointment };
    expect((await as.attorney.post(`/api/appointments/${appointments[0].id}/outcome`, outcome)).status).toBe(200);
    expect(await listed(newYork, client.id)).toEqual(['2018-04-02T14:00:00.000Z', true, false]);
  });
});
