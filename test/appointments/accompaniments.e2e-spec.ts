import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RecordChanged } from '../../src/clients/record-changed.js';
import { DomainEvents } from '../../src/platform/database/domain-events.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { aCase, anAppointment, comesAlong, refusal } from './world.js';

let app: TestApplication;
let clinic: Clinic;
let told: string[] = [];

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic('Bronx Test');
  app.app.get(DomainEvents).on(RecordChanged, (_, { noun, before, after }) => {
    told.push(`${noun} ${before ? (after ? 'changed' : 'deleted') : 'created'}`);
    return Promise.resolve();
  });
});
beforeEach(() => {
  told = [];
});
afterAll(() => app.stop());

const at = (id: string) => `/api/appointments/${id}`;

describe('Who comes along', () => {
  const accompaniments = (id: string) => `${at(id)}/accompaniments`;

  it('is a user or a named person, whose name and phone are sealed', async () => {
    const appointment = await anAppointment(clinic, await aCase(clinic));
    const user = await clinic.as.attorney.post(accompaniments(appointment.id), {
      userId: clinic.as.accompanier.userId,
      role: 'volunteer',
    });
    expect([user.status, user.headers.location]).toEqual([201, `/api/accompaniments/${user.body.id}`]);
    expect(user.body).toMatchObject({
      appointmentId: appointment.id,
      userName: 'Test accompanier',
      rsvp: 'asked',
      personName: null,
    });
    const person = { personName: 'Xyzzy Plover', personPhone: '+17185550188', role: 'family', rsvp: 'yes' };
    expect((await clinic.as.attorney.post(accompaniments(appointment.id), person)).body).toMatchObject({
      ...person,
      userName: null,
    });
    const { body } = await clinic.as.attorney.get(at(appointment.id));
    expect(
      body.accompaniments.map((each: { userName: string; personName: string }) => each.userName ?? each.personName),
    ).toEqual(['Test accompanier', 'Xyzzy Plover']);
    const rows = JSON.stringify(await clinic.inWork((work) => work.sql('SELECT * FROM accompaniments')));
    for (const secret of ['Xyzzy', '7185550188']) expect(rows).not.toContain(secret);
    expect(told.filter((event) => event.startsWith('accompaniment'))).toEqual([
      'accompaniment created',
      'accompaniment created',
    ]);
  });

  it('is somebody, one person, a colleague, and nobody twice', async () => {
    const appointment = await anAppointment(clinic, await aCase(clinic));
    const other = await app.clinic();
    const post = async (body: object) => refusal(await clinic.as.attorney.post(accompaniments(appointment.id), body));
    expect(await post({ role: 'family' })).toEqual([422, 'userId', 'accompaniment.nobody']);
    expect(await post({ userId: clinic.as.accompanier.userId, personName: 'Both' })).toEqual([
      422,
      'personName',
      'accompaniment.two_people',
    ]);
    expect(await post({ userId: other.as.accompanier.userId })).toEqual([422, 'userId', 'user.unknown']);
    const both = await Promise.all(
      [1, 2].map(() =>
        clinic.as.attorney.post(accompaniments(appointment.id), { userId: clinic.as.accompanier.userId }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)!.body.code).toBe('accompaniment.exists');
    expect((await clinic.as.attorney.get(at(appointment.id))).body.accompaniments).toHaveLength(1);
  });

  it('are as many as the cap allows, also when they are added at the same time', async () => {
    const appointment = await anAppointment(clinic, await aCase(clinic), { cap: 2 });
    const add = (personName: string, rsvp: string) =>
      clinic.as.attorney.post(accompaniments(appointment.id), { personName, rsvp });
    const { body: declined } = await add('Does Not Come', 'no');
    const three = await Promise.all(['A', 'B', 'C'].map((name) => add(name, 'asked')));
    expect(three.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
    expect(three.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'appointment.full', cap: 2 });
    // Who said no takes no room, until they change their mind.
    expect(refusal(await clinic.as.attorney.patch(`/api/accompaniments/${declined.id}`, 1, { rsvp: 'yes' }))).toEqual([
      409,
      'appointment.full',
    ]);
    expect(refusal(await clinic.as.attorney.patch(at(appointment.id), 1, { cap: 1 }))).toEqual([
      422,
      'cap',
      'appointment.cap_too_low',
    ]);
    const added = three.find(({ status }) => status === 201)!.body;
    expect((await clinic.as.attorney.patch(`/api/accompaniments/${added.id}`, 1, { rsvp: 'yes' })).status).toBe(200);
    expect((await clinic.as.attorney.delete(`/api/accompaniments/${added.id}`)).status).toBe(204);
    const joins = await clinic.as.attorney.patch(`/api/accompaniments/${declined.id}`, 1, { rsvp: 'yes' });
    expect([joins.status, joins.body.version]).toEqual([200, 2]);
    expect(told.filter((event) => event === 'accompaniment changed')).toHaveLength(2);
    expect(told).toContain('accompaniment deleted');
  });

  it('says for themselves whether they come, and changes nothing else', async () => {
    const appointment = await anAppointment(clinic, await aCase(clinic));
    const mine = await comesAlong(clinic, appointment.id, clinic.as.accompanier.userId, 'asked');
    const { body: theirs } = await clinic.as.attorney.post(accompaniments(appointment.id), {
      personName: 'Somebody Else',
    });
    const change = (id: string, version: number, body: object) =>
      clinic.as.accompanier.patch(`/api/accompaniments/${id}`, version, body);
    expect((await change(mine.id, 1, { rsvp: 'yes' })).body).toMatchObject({ rsvp: 'yes', version: 2 });
    expect(refusal(await change(mine.id, 2, { role: 'clergy' }))).toEqual([403, 'accompaniment.only_rsvp']);
    expect(refusal(await change(mine.id, 1, { rsvp: 'no' }))).toEqual([412, 'accompaniment.stale_version']);
    expect(refusal(await change(theirs.id, 1, { rsvp: 'no' }))).toEqual([404, 'accompaniment.not_found']);
    expect((await clinic.as.accompanier.post(accompaniments(appointment.id), { personName: 'My Friend' })).status).toBe(
      403,
    );
    expect((await clinic.as.accompanier.delete(`/api/accompaniments/${mine.id}`)).status).toBe(403);
    expect((await change(mine.id, 2, { rsvp: 'no' })).body.rsvp).toBe('no');
    expect(refusal(await change(mine.id, 3, { rsvp: 'yes' }))).toEqual([404, 'accompaniment.not_found']);
  });

  it('of another organisation is absent', async () => {
    const appointment = await anAppointment(clinic, await aCase(clinic));
    const mine = await comesAlong(clinic, appointment.id, clinic.as.accompanier.userId);
    const other = await app.clinic();
    expect(refusal(await other.as.attorney.patch(`/api/accompaniments/${mine.id}`, 1, { rsvp: 'no' }))).toEqual([
      404,
      'accompaniment.not_found',
    ]);
    expect(refusal(await other.as.attorney.delete(`/api/accompaniments/${mine.id}`))).toEqual([
      404,
      'accompaniment.not_found',
    ]);
  });
});
