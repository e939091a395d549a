import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RecordChanged } from '../../src/clients/record-changed.js';
import { DomainEvents } from '../../src/platform/database/domain-events.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { aCase, aLetter, anAppointment, aPlace, comesAlong, refusal } from './world.js';

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

const auditOf = async (id: string) =>
  (
    await clinic.inWork((work) =>
      work.sql<{ event: string }>(
        `SELECT event FROM audit_events WHERE subject_id = $1 AND event LIKE 'appointment.%' ORDER BY id`,
        [id],
      ),
    )
  ).map(({ event }) => event);

describe('An appointment', () => {
  it('is made in the zone of its place, scheduled and not begun', async () => {
    const { clientId, code } = await aCase(clinic);
    const placeId = await aPlace(clinic, { name: 'Far away', zone: 'America/Los_Angeles' });
    const { status, body, headers } = await clinic.as.advocate.post(`/api/clients/${clientId}/appointments`, {
      kind: 'ice_check_in',
      startsAt: '2018-03-08T10:00:00-08:00',
      placeId,
    });
    expect([status, body]).toMatchObject([
      201,
      {
        clientId,
        code,
        startsAt: '2018-03-08T18:00:00.000Z',
        zone: 'America/Los_Angeles',
        placeName: 'Far away',
        status: 'scheduled',
        liveState: 'not_started',
        overdue: false,
        accompaniments: [],
      },
    ]);
    expect(headers).toMatchObject({ location: at(body.id), etag: '"1"' });
    expect((await clinic.as.attorney.get(at(body.id))).body).toEqual(body);
    expect((await clinic.as.attorney.get(`/api/clients/${clientId}/appointments`)).body.items).toEqual([body]);
    expect(await auditOf(body.id)).toEqual(['appointment.created', 'appointment.read']);
    expect(told).toEqual(['client created', 'appointment created']);
  });

  it('needs a place of this organisation, a letter of this case file, and a zone that exists', async () => {
    const other = await app.clinic();
    const { clientId, placeId } = await aCase(clinic);
    const stranger = await aCase(clinic);
    const wrong = [
      [{ placeId: await aPlace(other) }, 'placeId', 'place.unknown'],
      [{ placeId: undefined }, 'placeId', 'field.required'],
      [{ letterId: await aLetter(clinic, stranger.clientId, '2018-02-20') }, 'letterId', 'letter.unknown'],
      [{ letterId: clientId }, 'letterId', 'letter.unknown'],
      [{ zone: 'Mars/Olympus' }, 'zone', 'zone.unknown'],
      [{ startsAt: '2018-03-08' }, 'startsAt', 'instant.invalid'],
      [{ liveState: 'arrived' }, 'liveState', 'field.unknown'],
      [{ outcome: 'detained' }, 'outcome', 'field.unknown'],
    ] as const;
    for (const [part, field, code] of wrong) {
      const appointment = { kind: 'call_in_letter', startsAt: '2018-03-08T15:00:00Z', placeId, ...part };
      expect([
        part,
        refusal(await clinic.as.attorney.post(`/api/clients/${clientId}/appointments`, appointment)),
      ]).toEqual([part, [422, field, code]]);
    }
    expect((await clinic.as.attorney.get(`/api/clients/${clientId}/appointments`)).body.items).toEqual([]);
  });

  it('cannot be before its letter came, by the day on the wall where it is; far ahead it asks to be checked', async () => {
    const { clientId, placeId } = await aCase(clinic);
    const letterId = await aLetter(clinic, clientId, '2018-03-02');
    const path = `/api/clients/${clientId}/appointments`;
    const on = (startsAt: string, letter = letterId) =>
      clinic.as.attorney.post(path, { kind: 'call_in_letter', startsAt, placeId, letterId: letter });
    // 23:59 on 1 March and 00:00 on 2 March in New York.
    expect(refusal(await on('2018-03-02T04:59:00Z'))).toEqual([422, 'startsAt', 'appointment.before_letter']);
    expect((await on('2018-03-02T05:00:00Z')).status).toBe(201);
    const vague = await aLetter(clinic, clientId, '2018-03-02', 'month');
    expect((await on('2018-03-01T15:00:00Z', vague)).status).toBe(201);
    const near = await on('2018-06-30T15:00:00Z');
    expect(near.body.warnings).toBeUndefined();
    const far = await on('2018-07-01T15:00:00Z');
    expect([far.status, far.body.warnings]).toMatchObject([
      201,
      [{ field: 'startsAt', code: 'appointment.far_ahead' }],
    ]);
    expect(refusal(await clinic.as.attorney.patch(at(far.body.id), 1, { startsAt: '2018-03-01T15:00:00Z' }))).toEqual([
      422,
      'startsAt',
      'appointment.before_letter',
    ]);
    // Without a letter there is nothing to be before.
    const unlinked = await clinic.as.attorney.patch(at(far.body.id), 1, {
      startsAt: '2018-03-01T15:00:00Z',
      letterId: null,
    });
    expect([unlinked.status, unlinked.body.letterId]).toEqual([200, null]);
  });

  it('is rescheduled as the same record, with the time to be out by', async () => {
    const appointment = await anAppointment(clinic, await aCase(clinic));
    const due = await clinic.as.attorney.patch(at(appointment.id), 1, { dueOutBy: '2018-03-08T17:00:00Z' });
    expect([due.status, due.body.version]).toEqual([200, 2]);
    told = [];
    const moved = await clinic.as.attorney.patch(at(appointment.id), 2, {
      startsAt: '2018-03-15T10:00:00-04:00',
      status: 'rescheduled_by_ice',
    });
    expect(moved.body).toMatchObject({
      id: appointment.id,
      version: 3,
      startsAt: '2018-03-15T14:00:00.000Z',
      dueOutBy: '2018-03-15T16:00:00.000Z',
      status: 'rescheduled_by_ice',
    });
    expect(moved.headers.etag).toBe('"3"');
    expect(told).toEqual(['appointment changed']);
    // The same instant in other words is no move.
    await clinic.as.attorney.patch(at(appointment.id), 3, { startsAt: '2018-03-15T14:00:00Z', room: '5-110' });
    expect((await auditOf(appointment.id)).filter((event) => event === 'appointment.rescheduled')).toHaveLength(1);
    expect(
      refusal(await clinic.as.attorney.patch(at(appointment.id), 4, { dueOutBy: '2018-03-15T14:00:00Z' })),
    ).toEqual([422, 'dueOutBy', 'appointment.due_out_too_early']);
  });

  it('moves into the zone of another place, unless a zone is given', async () => {
    const appointment = await anAppointment(clinic, await aCase(clinic));
    const placeId = await aPlace(clinic, { zone: 'America/Chicago' });
    expect((await clinic.as.attorney.patch(at(appointment.id), 1, { placeId })).body.zone).toBe('America/Chicago');
    const back = { placeId: appointment.placeId, zone: 'America/Puerto_Rico' };
    expect((await clinic.as.attorney.patch(at(appointment.id), 2, back)).body.zone).toBe('America/Puerto_Rico');
  });

  it('is cancelled, and then takes neither taps nor an outcome until it is scheduled again', async () => {
    const appointment = await anAppointment(clinic, await aCase(clinic));
    expect((await clinic.as.attorney.patch(at(appointment.id), 1, { status: 'cancelled' })).body.status).toBe(
      'cancelled',
    );
    expect(await auditOf(appointment.id)).toContain('appointment.cancelled');
    expect(refusal(await clinic.as.attorney.post(`${at(appointment.id)}/live`, { event: 'arrived' }))).toEqual([
      409,
      'appointment.cancelled',
    ]);
    expect(refusal(await clinic.as.attorney.post(`${at(appointment.id)}/outcome`, { outcome: 'unknown' }))).toEqual([
      409,
      'appointment.cancelled',
    ]);
    await clinic.as.attorney.patch(at(appointment.id), 2, { status: 'scheduled' });
    expect((await clinic.as.attorney.post(`${at(appointment.id)}/live`, { event: 'arrived' })).status).toBe(200);
  });

  it('is neither moved to another day nor cancelled while the person is inside', async () => {
    const appointment = await anAppointment(clinic, await aCase(clinic));
    await clinic.as.attorney.post(`${at(appointment.id)}/live`, { event: 'arrived' });
    for (const change of [{ status: 'cancelled' }, { startsAt: '2018-03-09T15:00:00Z' }]) {
      expect(refusal(await clinic.as.attorney.patch(at(appointment.id), 2, change))).toEqual([
        409,
        'appointment.under_way',
      ]);
    }
    expect((await clinic.as.attorney.patch(at(appointment.id), 2, { startsAt: '2018-03-08T14:30:00Z' })).status).toBe(
      200,
    );
  });

  it('keeps the change that came first, and says so to who read the version before', async () => {
    const appointment = await anAppointment(clinic, await aCase(clinic));
    const both = await Promise.all(
      ['5-110', '5-111'].map((room) => clinic.as.attorney.patch(at(appointment.id), 1, { room })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(both.find(({ status }) => status === 412)!.body).toMatchObject({
      code: 'appointment.stale_version',
      currentVersion: 2,
    });
    const missing = await app.anonymous
      .patch(at(appointment.id))
      .set('authorization', `Bearer ${clinic.as.attorney.token}`)
      .send({ room: '1' });
    expect(missing.status).toBe(428);
  });

  it('is deleted with who comes along, by those who may delete', async () => {
    const appointment = await anAppointment(clinic, await aCase(clinic));
    await comesAlong(clinic, appointment.id, clinic.as.accompanier.userId);
    expect((await clinic.as.advocate.delete(at(appointment.id))).status).toBe(403);
    expect((await clinic.as.attorney.delete(at(appointment.id))).status).toBe(204);
    expect((await clinic.as.attorney.get(at(appointment.id))).status).toBe(404);
    expect((await clinic.as.attorney.delete(at(appointment.id))).status).toBe(404);
    expect(told).toContain('appointment deleted');
  });

  it('is absent for another organisation and behind a wall, for those without case files forbidden', async () => {
    const of = await aCase(clinic);
    const appointment = await anAppointment(clinic, of);
    const other = await app.clinic();
    const ways = (who: Clinic['as']['attorney']) =>
      Promise.all([
        who.get(at(appointment.id)),
        who.patch(at(appointment.id), 1, { room: '1' }),
        who.delete(at(appointment.id)),
        who.post(`${at(appointment.id)}/live`, { event: 'arrived' }),
        who.post(`${at(appointment.id)}/outcome`, { outcome: 'unknown' }),
        who.post(`${at(appointment.id)}/accompaniments`, { personName: 'Somebody' }),
      ]);
    expect((await ways(other.as.supervisor)).map(refusal)).toEqual(Array(6).fill([404, 'appointment.not_found']));
    await clinic.as.attorney.patch(`/api/clients/${of.clientId}`, 1, {
      restricted: true,
      allowedUserIds: [clinic.as.attorney.userId],
    });
    expect((await ways(clinic.as.supervisor)).map(refusal)).toEqual(Array(6).fill([404, 'appointment.not_found']));
    expect((await clinic.as.attorney.get(at(appointment.id))).status).toBe(200);
    for (const role of ['administrator', 'auditor'] as const)
      expect((await clinic.as[role].get(at(appointment.id))).status).toBe(403);
  });

  it('goes along when two entries of one person become one', async () => {
    const [a, b] = [await aCase(clinic), await aCase(clinic)];
    const appointment = await anAppointment(clinic, b);
    await clinic.as.attorney.post(`${at(appointment.id)}/accompaniments`, { personName: 'Tía Rosa' });
    await clinic.as.attorney.post(`/api/clients/${a.clientId}/merge`, { otherClientId: b.clientId });
    const { body } = await clinic.as.attorney.get(at(appointment.id));
    expect(body).toMatchObject({
      clientId: a.clientId,
      code: a.code,
      accompaniments: [{ clientId: a.clientId, personName: 'Tía Rosa' }],
    });
  });

  it('of a closed file takes no change', async () => {
    const of = await aCase(clinic);
    const appointment = await anAppointment(clinic, of);
    await clinic.as.attorney.post(`/api/clients/${of.clientId}/close`, { closingReason: 'advice_given' });
    expect(refusal(await clinic.as.attorney.patch(at(appointment.id), 1, { room: '1' }))).toEqual([
      409,
      'client.closed',
    ]);
    expect(refusal(await clinic.as.attorney.post(`${at(appointment.id)}/live`, { event: 'arrived' }))).toEqual([
      409,
      'client.closed',
    ]);
  });
});
