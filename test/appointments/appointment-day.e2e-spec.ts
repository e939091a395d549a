import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RecordChanged } from '../../src/clients/record-changed.js';
import { DomainEvents } from '../../src/platform/database/domain-events.js';
import { type Caller, type Clinic, TestApplication } from '../support/application.js';
import { minutes } from '../support/clock.js';
import { aCase, anAppointment, aPlace, comesAlong, refusal } from './world.js';

let app: TestApplication;
let clinic: Clinic;
let told: RecordChanged[] = [];

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic();
  app.app.get(DomainEvents).on(RecordChanged, (_, event) => {
    told.push(event);
    return Promise.resolve();
  });
});
beforeEach(() => {
  app.clock.set('2018-03-08T14:50:00Z');
});
afterAll(() => app.stop());

/** An appointment at 15:00Z of 8 March with the clinic's accompanier. */
async function theDay(wanted: object = {}) {
  const of = await aCase(clinic);
  const appointment = await anAppointment(clinic, of, wanted);
  await comesAlong(clinic, appointment.id, clinic.as.accompanier.userId);
  told = [];
  const path = `/api/appointments/${appointment.id}`;
  return {
    ...of,
    id: appointment.id as string,
    path,
    tap: (event: string, more: object = {}, who: Caller = clinic.as.accompanier) =>
      who.post(`${path}/live`, { event, ...more }),
    outcome: (body: object, who: Caller = clinic.as.attorney, headers?: Record<string, string>) =>
      who.post(`${path}/outcome`, body, headers),
    now: async () => (await clinic.as.attorney.get(path)).body,
  };
}

const auditOf = (id: string) =>
  clinic.inWork((work) =>
    work.sql<{ event: string; details: unknown }>(
      'SELECT event, details FROM audit_events WHERE subject_id = $1 ORDER BY id',
      [id],
    ),
  );

describe('The day of an appointment', () => {
  it('goes from the door to the way out, tap by tap', async () => {
    const day = await theDay();
    expect((await day.tap('arrived')).body).toMatchObject({
      liveState: 'arrived',
      arrivedAt: '2018-03-08T14:50:00.000Z',
      dueOutBy: null,
      version: 2,
    });
    app.clock.advance(minutes(20));
    const inside = await day.tap('called_in');
    expect(inside.body).toMatchObject({
      liveState: 'called_in',
      calledInAt: '2018-03-08T15:10:00.000Z',
      dueOutBy: '2018-03-08T16:40:00.000Z',
      version: 3,
    });
    expect(inside.headers.etag).toBe('"3"');
    app.clock.advance(minutes(30));
    const out = await day.tap('out_safe', { at: '2018-03-08T15:35:00Z' });
    expect([out.status, out.body]).toMatchObject([
      200,
      { liveState: 'out_safe', outAt: '2018-03-08T15:35:00.000Z', overdue: false, version: 4 },
    ]);
    expect(told.map(({ noun }) => noun)).toEqual(['appointment', 'appointment', 'appointment']);
    const lines = (await auditOf(day.id)).filter(({ event }) => event === 'appointment.live');
    expect(lines.map(({ details }) => details)).toEqual([
      { event: 'arrived' },
      { event: 'called_in' },
      { event: 'out_safe' },
    ]);
  });

  it('counts a tap once, keeps the first time and refuses the way back', async () => {
    const day = await theDay();
    await day.tap('arrived');
    app.clock.advance(minutes(5));
    const again = await day.tap('arrived');
    expect([again.status, again.body]).toMatchObject([200, { arrivedAt: '2018-03-08T14:50:00.000Z', version: 2 }]);
    expect(told).toHaveLength(1);
    await day.tap('out_safe');
    expect(refusal(await day.tap('called_in'))).toEqual([409, 'appointment.live_order']);
    expect(refusal(await day.tap('arrived'))).toEqual([409, 'appointment.live_order']);
    expect(await day.now()).toMatchObject({ liveState: 'out_safe', calledInAt: null, version: 3 });
  });

  it('takes one of two telephones that tap at the same moment', async () => {
    const day = await theDay();
    const both = await Promise.all([day.tap('called_in'), day.tap('called_in', {}, clinic.as.attorney)]);
    expect(both.map(({ status, body }) => [status, body.version])).toEqual([
      [200, 2],
      [200, 2],
    ]);
    const ends = await Promise.all([day.tap('out_safe'), day.tap('detained', {}, clinic.as.attorney)]);
    expect(ends.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await day.now()).version).toBe(3);
  });

  it('names the field when a time cannot be', async () => {
    const day = await theDay();
    await day.tap('arrived');
    app.clock.advance(minutes(30));
    expect(refusal(await day.tap('called_in', { at: '2018-03-08T15:26:00Z' }))).toEqual([422, 'at', 'instant.future']);
    expect(refusal(await day.tap('called_in', { at: '2018-03-08T14:44:00Z' }))).toEqual([
      422,
      'at',
      'appointment.live_before_previous',
    ]);
    expect(refusal(await day.tap('called_in', { dueOutBy: '2018-03-08T15:20:00Z' }))).toEqual([
      422,
      'dueOutBy',
      'appointment.due_out_too_early',
    ]);
    expect(refusal(await day.tap('vanished'))).toEqual([422, 'event', 'choice.unknown']);
    expect(refusal(await day.tap('called_in', { at: 'at noon' }))).toEqual([422, 'at', 'instant.invalid']);
    expect(
      (await day.tap('called_in', { at: '2018-03-08T15:25:00Z', dueOutBy: '2018-03-08T16:00:00Z' })).body.dueOutBy,
    ).toBe('2018-03-08T16:00:00.000Z');
  });

  it('tells that somebody was detained, to the program and not to the audit', async () => {
    const day = await theDay();
    await day.tap('called_in');
    told = [];
    expect((await day.tap('detained')).body).toMatchObject({ liveState: 'detained_confirmed', outAt: null });
    expect(told).toMatchObject([
      { noun: 'appointment', before: { liveState: 'called_in' }, after: { liveState: 'detained_confirmed' } },
    ]);
    expect(
      await clinic.inWork((work) => work.sql('SELECT 1 FROM custody_events WHERE client_id = $1', [day.clientId])),
    ).toEqual([]);
  });

  it('raised as overdue ends out or detained, or waits on a later hour', async () => {
    const raise = (id: string) =>
      clinic.inWork((work) =>
        work.execute(`UPDATE appointments SET live_state = 'overdue', version = version + 1 WHERE id = $1`, [id]),
      );
    const day = await theDay();
    await day.tap('called_in');
    app.clock.advance(minutes(95));
    expect(await day.now()).toMatchObject({ liveState: 'called_in', overdue: true });
    await raise(day.id);
    expect(await day.now()).toMatchObject({ liveState: 'overdue', overdue: true });
    expect(refusal(await day.tap('arrived'))).toEqual([409, 'appointment.live_order']);
    const later = await clinic.as.attorney.patch(day.path, 3, { dueOutBy: '2018-03-08T17:30:00Z' });
    expect(later.body).toMatchObject({ liveState: 'called_in', overdue: false, dueOutBy: '2018-03-08T17:30:00.000Z' });
    await raise(day.id);
    expect((await day.tap('called_in', { dueOutBy: '2018-03-08T18:00:00Z' })).body).toMatchObject({
      liveState: 'called_in',
      overdue: false,
    });
    await raise(day.id);
    expect((await day.tap('out_safe')).body).toMatchObject({ liveState: 'out_safe', overdue: false });
  });
});

describe('The outcome', () => {
  const everything = () => ({
    outcome: 'placed_osup',
    attorneyAdmitted: 'refused',
    officerInitialStatement: 'will_be_detained',
    supervisorReversed: true,
    officers: 'SDDO Xyzzy',
    documentsReceived: ['i_220b', 'next_appointment'],
    debrief: 'Plugh was said in the room.',
    venue: { attorneysSeen: 2, unrepresentedSeen: 30, othersSeen: 40, detainedKnown: 1 },
  });

  const venuesAt = async (placeId: string) =>
    (await clinic.as.attorney.get(`/api/venue-observations?place=${placeId}`)).body.items;

  it('is told in one step, with the waiting room and the next appointment', async () => {
    // Half past eleven in the evening in New York: the day there is not the day in UTC.
    const day = await theDay({ startsAt: '2018-03-09T04:30:00Z' });
    app.clock.set('2018-03-09T06:00:00Z');
    const placeId = await aPlace(clinic, { zone: 'America/Chicago' });
    const nextAppointment = { kind: 'osup_check_in', startsAt: '2018-06-08T14:00:00Z', placeId, room: '9' };
    const { status, body } = await day.outcome({ ...everything(), nextAppointment });
    const { venue: _, ...fields } = everything();
    expect([status, body]).toMatchObject([200, { ...fields, status: 'completed', liveState: 'closed', version: 2 }]);
    const next = await clinic.as.attorney.get(`/api/appointments/${body.nextAppointmentId}`);
    expect(next.body).toMatchObject({
      ...nextAppointment,
      startsAt: '2018-06-08T14:00:00.000Z',
      clientId: day.clientId,
      zone: 'America/Chicago',
      letterId: null,
      status: 'scheduled',
    });
    expect(await venuesAt(day.placeId)).toMatchObject([
      {
        observedOn: '2018-03-08',
        placeId: day.placeId,
        attorneysSeen: 2,
        unrepresentedSeen: 30,
        othersSeen: 40,
        detainedKnown: 1,
      },
    ]);
    expect(told.map(({ noun, after }) => [noun, after!.id])).toEqual([
      ['appointment', body.nextAppointmentId],
      ['appointment', day.id],
    ]);
    const rows = JSON.stringify(await clinic.inWork((work) => work.sql('SELECT * FROM appointments')));
    for (const secret of ['Xyzzy', 'Plugh']) expect(rows).not.toContain(secret);
    const line = (await auditOf(day.id)).find(({ event }) => event === 'appointment.outcome')!;
    expect(JSON.stringify(line)).not.toMatch(/Xyzzy|Plugh|placed_osup/);
  });

  it('leaves nothing behind when a part of it cannot be', async () => {
    const day = await theDay();
    const other = await app.clinic();
    const next = { kind: 'osup_check_in', startsAt: '2018-06-08T14:00:00Z', placeId: day.placeId };
    const wrong = [
      [{ nextAppointment: { ...next, placeId: await aPlace(other) } }, 'nextAppointment.placeId', 'place.unknown'],
      [
        { nextAppointment: { ...next, startsAt: '2018-03-08T15:00:00Z' } },
        'nextAppointment.startsAt',
        'appointment.not_after',
      ],
      [{ nextAppointment: { ...next, kind: undefined } }, 'nextAppointment.kind', 'field.required'],
      [{ nextAppointment: { ...next, letterId: day.id } }, 'nextAppointment.letterId', 'field.unknown'],
      [{ nextAppointment: [next] }, 'nextAppointment', 'field.isObject'],
      [{ venue: { attorneysSeen: -1 } }, 'venue.attorneysSeen', 'count.invalid'],
      [{ outcome: undefined }, 'outcome', 'field.required'],
      [{ documentsReceived: ['i_999'] }, 'documentsReceived', 'choice.unknown'],
    ] as const;
    const before = await day.now();
    for (const [part, field, code] of wrong)
      expect([part, refusal(await day.outcome({ ...everything(), ...part }))]).toEqual([part, [422, field, code]]);
    expect(await day.now()).toEqual(before);
    expect(await venuesAt(day.placeId)).toEqual([]);
    expect((await clinic.as.attorney.get(`/api/clients/${day.clientId}/appointments`)).body.items).toHaveLength(1);
    expect((await auditOf(day.id)).filter(({ event }) => event === 'appointment.outcome')).toEqual([]);
  });

  it('told again corrects the first telling, its next appointment and its counts', async () => {
    const day = await theDay();
    const nextAppointment = { kind: 'osup_check_in', startsAt: '2018-06-08T14:00:00Z', placeId: day.placeId };
    const first = await day.outcome({ ...everything(), outcome: 'detained', nextAppointment });
    expect(first.body).toMatchObject({ liveState: 'detained_confirmed', status: 'completed' });
    const second = await day.outcome({
      outcome: 'released_no_conditions',
      venue: { unrepresentedSeen: 25 },
      nextAppointment: { ...nextAppointment, startsAt: '2018-07-09T14:00:00Z' },
    });
    expect(second.body).toMatchObject({
      outcome: 'released_no_conditions',
      liveState: 'closed',
      debrief: 'Plugh was said in the room.',
      nextAppointmentId: first.body.nextAppointmentId,
      version: 3,
    });
    expect((await clinic.as.attorney.get(`/api/appointments/${first.body.nextAppointmentId}`)).body).toMatchObject({
      startsAt: '2018-07-09T14:00:00.000Z',
      version: 2,
    });
    expect(await venuesAt(day.placeId)).toMatchObject([{ attorneysSeen: 2, unrepresentedSeen: 25 }]);
    expect((await clinic.as.attorney.get(`/api/clients/${day.clientId}/appointments`)).body.items).toHaveLength(2);
    // The next appointment deleted, this one names none.
    expect((await clinic.as.attorney.delete(`/api/appointments/${first.body.nextAppointmentId}`)).status).toBe(204);
    expect(await day.now()).toMatchObject({ nextAppointmentId: null, version: 4 });
  });

  it('checks the version when one is said', async () => {
    const day = await theDay();
    expect((await day.outcome({ outcome: 'unknown' }, clinic.as.attorney, { 'if-match': '"1"' })).status).toBe(200);
    const stale = await day.outcome({ outcome: 'detained' }, clinic.as.attorney, { 'if-match': '"1"' });
    expect([stale.status, stale.body]).toMatchObject([412, { code: 'appointment.stale_version', currentVersion: 2 }]);
    expect((await day.outcome({ outcome: 'detained' }, clinic.as.attorney, { 'if-match': 'W/"x"' })).status).toBe(400);
    expect((await day.now()).outcome).toBe('unknown');
  });

  it('is not known more than two hours before, unless the person is in already or does not go', async () => {
    const day = await theDay();
    app.clock.set('2018-03-08T12:59:59Z');
    expect(refusal(await day.outcome({ outcome: 'released_no_conditions' }))).toEqual([
      422,
      'outcome',
      'outcome.before_appointment',
    ]);
    expect(refusal(await day.outcome({ outcome: 'unknown' }))).toEqual([422, 'outcome', 'outcome.before_appointment']);
    app.clock.advance(1000);
    expect((await day.outcome({ outcome: 'released_no_conditions' })).status).toBe(200);
    const early = await theDay();
    app.clock.set('2018-03-08T11:00:00Z');
    await early.tap('arrived');
    expect((await early.outcome({ outcome: 'turned_away' })).status).toBe(200);
    const advised = await theDay();
    const answer = await advised.outcome({ outcome: 'did_not_attend_advised' });
    expect(answer.body).toMatchObject({ status: 'missed', liveState: 'closed' });
  });

  it('is told by the companion too, who reads neither the notes nor the names', async () => {
    const day = await theDay();
    const nextAppointment = { kind: 'osup_check_in', startsAt: '2018-06-08T14:00:00Z', placeId: day.placeId };
    const { status, body } = await day.outcome({ ...everything(), nextAppointment }, clinic.as.accompanier);
    expect([status, body]).toMatchObject([200, { id: day.id, outcome: 'placed_osup', status: 'completed' }]);
    for (const name of ['debrief', 'officers', 'legalName', 'letterId']) expect(body).not.toHaveProperty(name);
    expect((await day.now()).debrief).toBe('Plugh was said in the room.');
    expect(await venuesAt(day.placeId)).toMatchObject([{ observerRole: 'volunteer', source: 'own_observation' }]);
    const again = await day.outcome({ outcome: 'unknown', nextAppointment }, clinic.as.accompanier);
    expect(again.status).toBe(200);
    expect(refusal(await day.outcome({ outcome: 'unknown' }, await clinic.another('accompanier')))).toEqual([
      404,
      'appointment.not_found',
    ]);
    expect((await day.outcome({ outcome: 'unknown' }, clinic.as.administrator)).status).toBe(403);
  });

  it('closes the day: no tap is taken after it', async () => {
    const day = await theDay();
    await day.tap('called_in');
    await day.outcome({ outcome: 'released_no_conditions' });
    expect(refusal(await day.tap('out_safe'))).toEqual([409, 'appointment.live_order']);
  });
});
