import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AppointmentsService } from '../../src/appointments/appointments.service.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { FakeClock } from '../support/clock.js';
import { aCase, anAppointment, brief, comesAlong, remindersOf, sweep, texted, toClient } from './world.js';

// Thursday, 10:00 in New York.
const thursday = '2018-03-01T15:00:00Z';
const clock = new FakeClock();
let app: TestApplication;
let clinic: Clinic;

beforeAll(async () => {
  app = await TestApplication.start({ clock });
  clinic = await app.clinic('Bronx Reminders');
});
afterAll(() => app.stop());
beforeEach(() => clock.set(thursday));

const patch = (id: string, version: number, body: object) =>
  clinic.as.attorney.patch(`/api/appointments/${id}`, version, body);

describe('An appointment', () => {
  it('has its reminders from the moment it is saved, by the clock on the wall across the change to summer time', async () => {
    const file = await aCase(clinic);
    const { id } = await anAppointment(clinic, file);
    const reminders = await remindersOf(clinic, file.clientId);
    expect(brief(toClient(reminders))).toEqual([
      ['P7D', '2018-03-07T23:00:00.000Z', 'scheduled'],
      ['P2D', '2018-03-12T22:00:00.000Z', 'scheduled'],
      ['P1D', '2018-03-13T22:00:00.000Z', 'scheduled'],
      ['PT2H', '2018-03-14T12:00:00.000Z', 'scheduled'],
    ]);
    expect(toClient(reminders)[0]).toMatchObject({
      kind: 'ice_appointment',
      channel: 'sms',
      content: 'neutral',
      language: 'en',
      subjectType: 'appointment',
      subjectId: id,
      clientCode: file.code,
    });
    const staff = reminders.filter(({ recipientType }) => recipientType === 'user');
    expect(
      staff.map(({ kind, offset, dueAt, channel, recipientId }) => [kind, offset, dueAt, channel, recipientId]),
    ).toEqual([
      ['packet_prepare', 'P3D', '2018-03-11T13:00:00.000Z', 'in_app', clinic.as.attorney.userId],
      ['debrief_missing', 'PT24H', '2018-03-15T14:00:00.000Z', 'in_app', clinic.as.attorney.userId],
    ]);
  });

  it('before a court is a court date', async () => {
    const file = await aCase(clinic);
    await anAppointment(clinic, file, { kind: 'criminal_court' });
    expect(new Set(toClient(await remindersOf(clinic, file.clientId)).map(({ kind }) => kind))).toEqual(
      new Set(['court_date']),
    );
  });

  it('that starts early has the last reminder on the evening before rather than at night', async () => {
    const file = await aCase(clinic);
    await anAppointment(clinic, file, { startsAt: '2018-03-14T13:00:00Z' });
    const last = toClient(await remindersOf(clinic, file.clientId)).find(({ offset }) => offset === 'PT2H');
    expect(last?.dueAt).toBe('2018-03-14T00:59:00.000Z');
  });

  it('that is moved keeps what was, superseded, and has new reminders for the new time', async () => {
    const file = await aCase(clinic);
    const { id, version } = await anAppointment(clinic, file);
    const before = toClient(await remindersOf(clinic, file.clientId)).map((reminder) => reminder.id);
    expect((await patch(id, version, { startsAt: '2018-03-21T14:00:00Z', status: 'rescheduled_by_ice' })).status).toBe(
      200,
    );
    const after = toClient(await remindersOf(clinic, file.clientId));
    expect(
      after
        .filter(({ state }) => state === 'superseded')
        .map((reminder) => reminder.id)
        .sort(),
    ).toEqual(before.sort());
    expect(brief(after.filter(({ state }) => state === 'scheduled'))).toEqual([
      ['P7D', '2018-03-14T22:00:00.000Z', 'scheduled'],
      ['P2D', '2018-03-19T22:00:00.000Z', 'scheduled'],
      ['P1D', '2018-03-20T22:00:00.000Z', 'scheduled'],
      ['PT2H', '2018-03-21T12:00:00.000Z', 'scheduled'],
    ]);
  });

  it('that is moved there and back is reminded of once', async () => {
    const file = await aCase(clinic);
    const { id } = await anAppointment(clinic, file);
    await patch(id, 1, { startsAt: '2018-03-21T14:00:00Z' });
    await patch(id, 2, { startsAt: '2018-03-14T14:00:00Z' });
    const standing = toClient(await remindersOf(clinic, file.clientId, '&state=scheduled'));
    expect(standing.map(({ offset }) => offset)).toEqual(['P7D', 'P2D', 'P1D', 'PT2H']);
    expect(standing[0]?.dueAt).toBe('2018-03-07T23:00:00.000Z');
  });

  it('that changes in nothing that matters keeps its reminders', async () => {
    const file = await aCase(clinic);
    const { id } = await anAppointment(clinic, file);
    const before = await remindersOf(clinic, file.clientId);
    await patch(id, 1, { room: '7-108' });
    expect(await remindersOf(clinic, file.clientId)).toEqual(before);
  });

  it('that is cancelled owes nothing any more, and owes it again when it stands again', async () => {
    const file = await aCase(clinic);
    const { id } = await anAppointment(clinic, file);
    await patch(id, 1, { status: 'cancelled' });
    expect(new Set((await remindersOf(clinic, file.clientId)).map(({ state }) => state))).toEqual(
      new Set(['cancelled']),
    );
    await patch(id, 2, { status: 'scheduled' });
    expect(toClient(await remindersOf(clinic, file.clientId, '&state=scheduled'))).toHaveLength(4);
  });

  it('that is deleted owes nothing any more', async () => {
    const file = await aCase(clinic);
    const { id } = await anAppointment(clinic, file);
    expect((await clinic.as.attorney.delete(`/api/appointments/${id}`)).status).toBe(204);
    expect(await remindersOf(clinic, file.clientId, '&state=scheduled')).toEqual([]);
  });

  it('entered three days ahead has the reminder that is past sent at once, and the rest in time', async () => {
    const file = await aCase(clinic);
    await anAppointment(clinic, file, { startsAt: '2018-03-04T20:00:00Z' });
    expect(brief(toClient(await remindersOf(clinic, file.clientId)))).toEqual([
      ['P7D', '2018-03-01T15:00:00.000Z', 'scheduled'],
      ['P2D', '2018-03-02T23:00:00.000Z', 'scheduled'],
      ['P1D', '2018-03-03T23:00:00.000Z', 'scheduled'],
      ['PT2H', '2018-03-04T18:00:00.000Z', 'scheduled'],
    ]);
  });

  it('entered five hours ahead has the nearest sent at once and shows the others as skipped', async () => {
    const file = await aCase(clinic);
    await anAppointment(clinic, file, { startsAt: '2018-03-01T20:00:00Z' });
    expect(brief(toClient(await remindersOf(clinic, file.clientId)))).toEqual([
      ['P7D', '2018-02-22T23:00:00.000Z', 'skipped_past_due'],
      ['P2D', '2018-02-27T23:00:00.000Z', 'skipped_past_due'],
      ['P1D', '2018-03-01T15:00:00.000Z', 'scheduled'],
      ['PT2H', '2018-03-01T18:00:00.000Z', 'scheduled'],
    ]);
  });

  it('entered an hour ahead still has one reminder, at once', async () => {
    const file = await aCase(clinic);
    await anAppointment(clinic, file, { startsAt: '2018-03-01T16:00:00Z' });
    const owed = toClient(await remindersOf(clinic, file.clientId, '&state=scheduled'));
    expect(brief(owed)).toEqual([['PT2H', '2018-03-01T15:00:00.000Z', 'scheduled']]);
  });

  it('entered at night is reminded of in the morning', async () => {
    clock.set('2018-03-02T04:00:00Z');
    const file = await aCase(clinic);
    await anAppointment(clinic, file, { startsAt: '2018-03-02T19:00:00Z' });
    const owed = toClient(await remindersOf(clinic, file.clientId, '&state=scheduled'));
    expect(brief(owed)).toEqual([
      ['P1D', '2018-03-02T13:00:00.000Z', 'scheduled'],
      ['PT2H', '2018-03-02T17:00:00.000Z', 'scheduled'],
    ]);
  });

  it('of the past owes nothing to the client', async () => {
    const file = await aCase(clinic);
    await anAppointment(clinic, file, { startsAt: '2018-02-28T15:00:00Z' });
    const reminders = await remindersOf(clinic, file.clientId);
    expect(reminders.map(({ kind, state }) => [kind, state])).toEqual([['debrief_missing', 'scheduled']]);
  });
});

describe('Who comes along', () => {
  it('is reminded from the moment of being asked until being taken off the list', async () => {
    const file = await aCase(clinic);
    const { id } = await anAppointment(clinic, file);
    const companion = await comesAlong(clinic, id, clinic.as.accompanier.userId);
    const owed = async () =>
      (await remindersOf(clinic, file.clientId, '&state=scheduled')).filter(
        ({ recipientId }) => recipientId === clinic.as.accompanier.userId,
      );
    expect((await owed()).map(({ offset, dueAt, channel }) => [offset, dueAt, channel])).toEqual([
      ['P2D', '2018-03-12T22:00:00.000Z', 'in_app'],
      ['PT3H', '2018-03-14T11:00:00.000Z', 'in_app'],
    ]);
    await clinic.as.attorney.patch(`/api/accompaniments/${companion.id}`, companion.version, { rsvp: 'no' });
    expect(await owed()).toEqual([]);
  });
});

describe('A client', () => {
  const channels = async (person: object) => {
    const file = await aCase(clinic, person);
    await anAppointment(clinic, file);
    return new Set(toClient(await remindersOf(clinic, file.clientId)).map(({ channel }) => channel));
  };

  it('is written to only in the ways that they allow; otherwise somebody is asked to call', async () => {
    expect(await channels(texted)).toEqual(new Set(['sms']));
    expect(await channels({ ...texted, smsConsent: 'not_asked' })).toEqual(new Set(['voice_task']));
    expect(await channels({ ...texted, smsConsent: 'opted_out', email: 'person@example.org' })).toEqual(
      new Set(['email']),
    );
    expect(await channels({ ...texted, phoneSafeToText: 'no' })).toEqual(new Set(['voice_task']));
    expect(await channels({ smsConsent: 'opted_in' })).toEqual(new Set(['voice_task']));
    expect(await channels({ ...texted, channel: 'email', email: 'person@example.org' })).toEqual(new Set(['email']));
    expect(await channels({ ...texted, channel: 'in_person_only', email: 'person@example.org' })).toEqual(
      new Set(['voice_task']),
    );
    expect(await channels({ ...texted, channel: 'via_trusted_contact' })).toEqual(new Set(['voice_task']));
    const withdrawn = [{ kind: 'sms', givenOn: '2018-02-01', withdrawnOn: '2018-02-20' }];
    expect(await channels({ ...texted, consents: withdrawn })).toEqual(new Set(['voice_task']));
  });

  it('who takes consent back is not written to any more, and is called instead', async () => {
    const file = await aCase(clinic);
    await anAppointment(clinic, file);
    await clinic.as.attorney.patch(`/api/clients/${file.clientId}`, file.version, { smsConsent: 'opted_out' });
    const reminders = toClient(await remindersOf(clinic, file.clientId));
    expect(reminders.filter(({ channel }) => channel === 'sms').map(({ state }) => state)).toEqual(
      Array(4).fill('opted_out'),
    );
    expect(brief(reminders.filter(({ channel }) => channel === 'voice_task'))).toEqual([
      ['P7D', '2018-03-07T23:00:00.000Z', 'scheduled'],
      ['P2D', '2018-03-12T22:00:00.000Z', 'scheduled'],
      ['P1D', '2018-03-13T22:00:00.000Z', 'scheduled'],
      ['PT2H', '2018-03-14T12:00:00.000Z', 'scheduled'],
    ]);
  });

  it('whose file is closed is owed nothing', async () => {
    const file = await aCase(clinic);
    await anAppointment(clinic, file);
    await clinic.as.attorney.post(`/api/clients/${file.clientId}/close`, { closingReason: 'other' });
    expect(await remindersOf(clinic, file.clientId, '&state=scheduled')).toEqual([]);
  });

  it('is reminded in their language', async () => {
    const file = await aCase(clinic, { ...texted, language: 'es-EC' });
    await anAppointment(clinic, file);
    const [first] = toClient(await remindersOf(clinic, file.clientId));
    expect(first?.language).toBe('es');
    const { body } = await clinic.as.attorney.get(`/api/reminders/${first!.id}/preview`);
    expect(body).toMatchObject({
      channel: 'sms',
      language: 'es',
      text: expect.stringMatching(/^Su servicio de citas: Le recordamos/),
    });
  });

  it('entered twice and merged keeps the reminders of both', async () => {
    const [one, other] = [await aCase(clinic), await aCase(clinic)];
    await anAppointment(clinic, one);
    await anAppointment(clinic, other, { startsAt: '2018-03-20T14:00:00Z' });
    // Somebody asked in both files to be reminded of the same thing at the same time: once is enough.
    for (const { clientId } of [one, other]) {
      const filing = { kind: 'filing_deadline', dueAt: '2018-03-05T15:00:00Z' };
      expect((await clinic.as.attorney.post(`/api/clients/${clientId}/reminders`, filing)).status).toBe(201);
    }
    expect(
      (await clinic.as.attorney.post(`/api/clients/${one.clientId}/merge`, { otherClientId: other.clientId })).status,
    ).toBe(200);
    const owed = toClient(await remindersOf(clinic, one.clientId, '&state=scheduled'));
    expect(owed).toHaveLength(8);
    const filings = (await remindersOf(clinic, one.clientId)).filter(({ kind }) => kind === 'filing_deadline');
    expect(filings.map(({ state }) => state).sort()).toEqual(['scheduled', 'superseded']);
    expect(new Set(owed.map(({ recipientId }) => recipientId))).toEqual(new Set([one.clientId]));
  });
});

describe('Fingerprints', () => {
  const print = (clientId: string, takenOn: string) =>
    clinic.as.attorney.post(`/api/clients/${clientId}/fingerprint-events`, { takenOn, reason: 'arrest' });

  it('have somebody watch the mail 10 and 21 days later, at nine where the organisation works', async () => {
    const file = await aCase(clinic);
    expect((await print(file.clientId, '2018-03-01')).status).toBe(201);
    const reminders = await remindersOf(clinic, file.clientId);
    expect(reminders.map(({ kind, offset, dueAt, recipientId }) => [kind, offset, dueAt, recipientId])).toEqual([
      ['fingerprint_watch', 'P10D', '2018-03-11T13:00:00.000Z', clinic.as.attorney.userId],
      ['fingerprint_watch', 'P21D', '2018-03-22T13:00:00.000Z', clinic.as.attorney.userId],
    ]);
  });

  it('are watched no longer once a letter has come, and again when the letter was a mistake', async () => {
    const file = await aCase(clinic);
    await print(file.clientId, '2018-02-25');
    const letter = await clinic.as.attorney.post(`/api/clients/${file.clientId}/letters`, {
      receivedOn: '2018-03-01',
      evidenceGrade: 'seen_original',
    });
    expect(letter.status).toBe(201);
    expect((await remindersOf(clinic, file.clientId)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    expect((await clinic.as.attorney.delete(`/api/letters/${letter.body.id}`)).status).toBe(204);
    expect(await remindersOf(clinic, file.clientId, '&state=scheduled')).toHaveLength(2);
  });

  it('entered twelve days later are asked about at once; of long ago not at all', async () => {
    const file = await aCase(clinic);
    await print(file.clientId, '2018-02-17');
    expect(brief(await remindersOf(clinic, file.clientId))).toEqual([
      ['P10D', thursday.replace('Z', '.000Z'), 'scheduled'],
      ['P21D', '2018-03-10T14:00:00.000Z', 'scheduled'],
    ]);
    const old = await aCase(clinic);
    await print(old.clientId, '2017-06-01');
    expect(await remindersOf(clinic, old.clientId)).toEqual([]);
  });
});

describe('The sweep', () => {
  it('derives what nobody derived, once', async () => {
    const file = await aCase(clinic);
    const { id } = await anAppointment(clinic, file);
    const before = brief(await remindersOf(clinic, file.clientId));
    await clinic.inWork(async (work) => {
      await work.execute('DELETE FROM reminders WHERE subject_id = $1', [id]);
      await work.execute('DELETE FROM reminder_subjects WHERE subject_id = $1', [id]);
    });
    await sweep(app);
    expect(brief(await remindersOf(clinic, file.clientId))).toEqual(before);
    await sweep(app);
    expect(brief(await remindersOf(clinic, file.clientId))).toEqual(before);
  });

  it('follows a change that was made past the records', async () => {
    const file = await aCase(clinic);
    const { id } = await anAppointment(clinic, file);
    await clinic.inWork((work) =>
      work.execute(`UPDATE appointments SET starts_at = '2018-03-28T14:00:00Z', version = version + 1 WHERE id = $1`, [
        id,
      ]),
    );
    await sweep(app);
    expect(toClient(await remindersOf(clinic, file.clientId, '&state=scheduled'))[0]?.dueAt).toBe(
      '2018-03-21T22:00:00.000Z',
    );
  });

  it('says that it ran, for whoever watches', async () => {
    await sweep(app);
    const { body } = await clinic.as.attorney.get('/api/reminders/status');
    expect(body).toMatchObject({ running: true, late: 0 });
    expect(Math.abs(Date.parse(body.sweptAt) - Date.now())).toBeLessThan(60_000);
  });
});

describe('Changes at the same moment', () => {
  it('leave one reminder of each', async () => {
    const file = await aCase(clinic);
    const { id } = await anAppointment(clinic, file);
    const users = await Promise.all([1, 2, 3].map(() => clinic.another('accompanier')));
    await Promise.all([
      ...users.map((user) => comesAlong(clinic, id, user.userId)),
      sweep(app),
      clinic.as.attorney.patch(`/api/clients/${file.clientId}`, file.version, { language: 'es' }),
    ]);
    const owed = await remindersOf(clinic, file.clientId, '&state=scheduled');
    expect(owed).toHaveLength(4 + 2 + 3 * 2);
    expect(new Set(toClient(owed).map(({ language }) => language))).toEqual(new Set(['es']));
  });

  it('wait for each other: nobody derives from what is about to be another', async () => {
    const file = await aCase(clinic);
    const { id, version } = await anAppointment(clinic, file);
    let commit = () => {};
    const committing = new Promise<void>((resolve) => (commit = resolve));
    let derived = () => {};
    const deriving = new Promise<void>((resolve) => (derived = resolve));
    const moved = clinic.inWork(async (work) => {
      await app.app.get(AppointmentsService).change(work, id, version, { startsAt: '2018-03-21T14:00:00Z' });
      await work.settle();
      derived();
      await committing;
    });
    await deriving;
    const spoken = clinic.as.attorney.patch(`/api/clients/${file.clientId}`, file.version, { language: 'es' });
    await Promise.race([spoken, new Promise((resolve) => setTimeout(resolve, 300))]);
    commit();
    await Promise.all([moved, spoken]);
    const owed = toClient(await remindersOf(clinic, file.clientId, '&state=scheduled'));
    expect(owed.map(({ offset, language }) => [offset, language])).toEqual(
      ['P7D', 'P2D', 'P1D', 'PT2H'].map((offset) => [offset, 'es']),
    );
    expect(owed[3]?.dueAt).toBe('2018-03-21T12:00:00.000Z');
  });
});
