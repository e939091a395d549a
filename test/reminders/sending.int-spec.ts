import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PermanentFailure, TransientFailure, UnconfirmedFailure } from '../../src/platform/channels/channel.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { FakeClock, minutes } from '../support/clock.js';
import {
  aCase,
  anAppointment,
  comesAlong,
  FakeChannel,
  remindersOf,
  ring,
  type Shown,
  texted,
  toClient,
} from './world.js';

/** Of the usual appointment, the reminder a day before: 13 March, 18:00 in New York. */
const entered = '2018-03-12T15:00:00Z';
const due = '2018-03-13T22:00:00.000Z';

const clock = new FakeClock();
const [sms, email] = [new FakeChannel(), new FakeChannel()];
let app: TestApplication;
let clinic: Clinic;

beforeAll(async () => {
  app = await TestApplication.start({ clock, channels: { sms, email } });
  clinic = await app.clinic('Bronx Immigration Law');
});
afterAll(() => app.stop());
beforeEach(() => {
  clock.set(entered);
  sms.before = undefined;
  sms.failures.length = 0;
});

interface Owed {
  reminder: Shown;
  appointmentId: string;
  file: Awaited<ReturnType<typeof aCase>>;
}

/** A reminder a day before an appointment, not due yet. */
async function owed(person: object = texted): Promise<Owed> {
  const file = await aCase(clinic, person);
  const { id } = await anAppointment(clinic, file);
  const reminder = toClient(await remindersOf(clinic, file.clientId)).find(({ offset }) => offset === 'P1D')!;
  return { reminder, appointmentId: id, file };
}

async function dueNow(person: object = texted): Promise<Owed> {
  const one = await owed(person);
  clock.set(due);
  return one;
}

const now = async ({
  id,
}: Shown): Promise<Shown & { providerId: string | null; sentAt: string | null; nextAttemptAt: string | null }> =>
  (await clinic.as.attorney.get(`/api/reminders/${id}`)).body;
const noticesOf = async (kind: string, subjectId: string) =>
  (await clinic.as.attorney.get('/api/notices?limit=100')).body.items.filter(
    (notice: { kind: string; subjectId: string }) => notice.kind === kind && notice.subjectId === subjectId,
  );
const auditOf = async (event: string, subjectId: string) => {
  const { body } = await clinic.as.auditor.get(`/api/audit-events?event=${event}&limit=100`);
  return body.items.filter((line: { subjectId: string }) => line.subjectId === subjectId);
};

describe('A reminder that is due', () => {
  it('is sent, noted as sent only after the provider took it over, and stands in the audit', async () => {
    const { reminder } = await dueNow();
    let during: string | undefined;
    sms.before = async () => {
      during = (await now(reminder)).state;
    };
    await ring(app, clinic, reminder.id);
    expect(during).toBe('enqueued');
    expect(await now(reminder)).toMatchObject({
      state: 'sent',
      providerId: `fake-${reminder.id}`,
      sentAt: due,
      attempts: 1,
    });
    const [line] = await auditOf('reminder.sent', reminder.id);
    expect(line.details).toEqual({ kind: 'ice_appointment', channel: 'sms', attempt: 1 });
  });

  it('gives nothing away', async () => {
    const { reminder, file } = await dueNow({ ...texted, legalName: 'Yesenia Quispe' });
    await ring(app, clinic, reminder.id);
    const [message] = sms.of(reminder.id);
    expect(message!.to).toBe('+17185550123');
    const said = `${message!.subject} ${message!.text}`;
    expect(said).toMatch(/^A reminder Your appointment service: /);
    for (const word of [
      /\bICE\b/i,
      /immigra/i,
      /Yesenia|Quispe/,
      /Bronx|Varick|Room/,
      /\d{1,2}:\d\d/,
      /2018|March/,
      new RegExp(file.code),
    ]) {
      expect(said).not.toMatch(word);
    }
  });

  it('sounds as its preview does, with nickname and number of the organisation', async () => {
    const other = await app.clinic('Deportation Defense');
    const organization = await other.as.administrator.get('/api/organization');
    await other.as.administrator.patch('/api/organization', organization.body.version, {
      nickname: 'Ana',
      callBackNumber: '+17185550100',
    });
    const file = await aCase(other);
    await anAppointment(other, file);
    const reminder = toClient(await remindersOf(other, file.clientId)).find(({ offset }) => offset === 'P1D')!;
    const { body } = await other.as.attorney.get(`/api/reminders/${reminder.id}/preview`);
    expect(body.text).toMatch(/^Ana: .*\+17185550100/);
    expect(body.length).toEqual({ encoding: 'gsm7', units: body.text.length, segments: 1 });
    clock.set(due);
    await ring(app, other, reminder.id);
    expect(sms.of(reminder.id)).toEqual([expect.objectContaining({ text: body.text, subject: body.subject })]);
  });

  it('is sent once however often its alarm rings, also while the provider is still busy with it', async () => {
    const { reminder } = await dueNow();
    let others: Promise<unknown> | undefined;
    sms.before = async () => {
      others ??= Promise.all([1, 2, 3].map(() => ring(app, clinic, reminder.id)));
      await others;
    };
    await ring(app, clinic, reminder.id);
    await Promise.all([1, 2].map(() => ring(app, clinic, reminder.id)));
    expect(sms.of(reminder.id)).toHaveLength(1);
    expect((await now(reminder)).attempts).toBe(1);
  });

  it('is sent once when its alarm rings in many workers at the same moment', async () => {
    const { reminder } = await dueNow();
    await Promise.all([1, 2, 3, 4, 5].map(() => ring(app, clinic, reminder.id)));
    expect(sms.of(reminder.id)).toHaveLength(1);
  });

  it('is not sent before its time', async () => {
    const { reminder } = await owed();
    await ring(app, clinic, reminder.id);
    expect(sms.of(reminder.id)).toEqual([]);
    expect((await now(reminder)).state).toBe('scheduled');
  });

  it('of a case behind a wall is sent all the same, and stays unseen by others', async () => {
    const { reminder, file } = await dueNow({ ...texted, assignedAttorneyId: null });
    await clinic.as.attorney.patch(`/api/clients/${file.clientId}`, file.version, {
      restricted: true,
      allowedUserIds: [clinic.as.attorney.userId],
    });
    await ring(app, clinic, reminder.id);
    expect(sms.of(reminder.id)).toHaveLength(1);
    expect((await clinic.as.supervisor.get(`/api/reminders/${reminder.id}`)).status).toBe(404);
    expect((await clinic.as.supervisor.get(`/api/clients/${file.clientId}/reminders`)).status).toBe(404);
  });
});

describe('Before it is sent, a reminder is looked at again', () => {
  const past = (statement: string, id: string) => clinic.inWork((work) => work.execute(statement, [id]));

  it('and is superseded where the appointment was moved past the records', async () => {
    const { reminder, appointmentId } = await dueNow();
    await past(`UPDATE appointments SET starts_at = '2018-03-28T14:00:00Z' WHERE id = $1`, appointmentId);
    await ring(app, clinic, reminder.id);
    expect(sms.of(reminder.id)).toEqual([]);
    expect((await now(reminder)).state).toBe('superseded');
  });

  it('and is cancelled where the appointment was called off past the records', async () => {
    const { reminder, appointmentId } = await dueNow();
    await past(`UPDATE appointments SET status = 'cancelled' WHERE id = $1`, appointmentId);
    await ring(app, clinic, reminder.id);
    expect(sms.of(reminder.id)).toEqual([]);
    expect((await now(reminder)).state).toBe('cancelled');
  });

  it('and becomes a call where consent is gone, without being late', async () => {
    const { reminder, file, appointmentId } = await dueNow();
    await past(`UPDATE clients SET sms_consent = 'opted_out' WHERE id = $1`, file.clientId);
    await ring(app, clinic, reminder.id);
    expect(sms.of(reminder.id)).toEqual([]);
    expect((await now(reminder)).state).toBe('opted_out');
    const call = toClient(await remindersOf(clinic, file.clientId, '&state=scheduled')).find(
      ({ offset }) => offset === 'P1D',
    )!;
    expect(call).toMatchObject({ channel: 'voice_task', dueAt: due });
    await ring(app, clinic, call.id);
    expect((await now(call)).state).toBe('sent');
    const [notice] = await noticesOf('voice_task', appointmentId);
    expect(notice).toMatchObject({ clientCode: file.code, readAt: null, text: expect.stringContaining(file.code) });
  });

  it('and waits for the morning where an outage has lasted into the night', async () => {
    const { reminder } = await dueNow();
    clock.set('2018-03-14T06:00:00Z');
    await ring(app, clinic, reminder.id);
    expect(sms.of(reminder.id)).toEqual([]);
    expect(await now(reminder)).toMatchObject({
      state: 'scheduled',
      nextAttemptAt: '2018-03-14T12:00:00.000Z',
      attempts: 0,
    });
    clock.set('2018-03-14T12:00:00Z');
    await ring(app, clinic, reminder.id);
    expect(sms.of(reminder.id)).toHaveLength(1);
  });

  it('and is shown as too late, with a word to staff, where the appointment has begun', async () => {
    const { reminder, appointmentId } = await dueNow();
    clock.set('2018-03-14T14:00:00Z');
    await ring(app, clinic, reminder.id);
    expect(sms.of(reminder.id)).toEqual([]);
    expect(await now(reminder)).toMatchObject({ state: 'skipped_past_due', lastErrorCode: 'reminder.too_late' });
    expect(await noticesOf('reminder_too_late', appointmentId)).toHaveLength(1);
  });
});

describe('When the provider fails', () => {
  it('for now, the reminder is tried again later under the same id', async () => {
    const { reminder } = await dueNow();
    sms.failures.push(new TransientFailure('sms.busy'), new TransientFailure('sms.busy'));
    await ring(app, clinic, reminder.id);
    expect(await now(reminder)).toMatchObject({
      state: 'scheduled',
      lastErrorCode: 'sms.busy',
      nextAttemptAt: expect.stringMatching(/^2018-03-13T22:0(0:[345]\d|1:00)/),
      dueAt: due,
    });
    await ring(app, clinic, reminder.id);
    expect((await now(reminder)).attempts).toBe(1);
    clock.advance(minutes(1));
    await ring(app, clinic, reminder.id);
    expect(await now(reminder)).toMatchObject({
      state: 'scheduled',
      nextAttemptAt: expect.stringMatching(/^2018-03-13T22:0(2|3:00)/),
    });
    clock.advance(minutes(2));
    await ring(app, clinic, reminder.id);
    expect(await now(reminder)).toMatchObject({ state: 'sent', attempts: 3, lastErrorCode: null });
    expect(sms.of(reminder.id).map(({ id }) => id)).toEqual([reminder.id]);
  });

  it('again and again, the next way is taken while that is still in time', async () => {
    const file = await aCase(clinic);
    await anAppointment(clinic, file);
    const [last] = toClient(await remindersOf(clinic, file.clientId)).filter(({ offset }) => offset === 'PT2H');
    const half = Date.parse(last!.dueAt) + minutes(60);
    clock.set(last!.dueAt);
    sms.failures.push(...Array.from({ length: 12 }, () => new TransientFailure('sms.busy')));
    for (let state = 'scheduled'; state === 'scheduled'; state = (await now(last!)).state) {
      clock.set((await now(last!)).nextAttemptAt!);
      await ring(app, clinic, last!.id);
    }
    const { attempts, state, lastErrorCode } = await now(last!);
    expect([state, lastErrorCode]).toEqual(['failed', 'sms.busy']);
    expect(attempts).toBeLessThan(12);
    expect(clock.now().getTime()).toBeLessThan(half);
    const calls = toClient(await remindersOf(clinic, file.clientId, '&state=scheduled'));
    const call = calls.find(({ offset }) => offset === 'PT2H')!;
    expect(call.channel).toBe('voice_task');
    expect(Date.parse(call.dueAt)).toBeLessThan(half);
  });

  it('in a way that nobody foresaw, its words are kept nowhere', async () => {
    const { reminder } = await dueNow();
    sms.failures.push(new Error('could not reach +17185550123'));
    await ring(app, clinic, reminder.id);
    expect(await now(reminder)).toMatchObject({ state: 'scheduled', lastErrorCode: 'channel.error' });
  });

  it('for good, the reminder has failed and staff are told', async () => {
    const { reminder, appointmentId, file } = await dueNow();
    sms.failures.push(new PermanentFailure('sms.no_such_number'));
    await ring(app, clinic, reminder.id);
    expect(await now(reminder)).toMatchObject({ state: 'failed', lastErrorCode: 'sms.no_such_number' });
    expect(await noticesOf('delivery_failed', appointmentId)).toEqual([
      expect.objectContaining({ clientId: file.clientId }),
    ]);
    await ring(app, clinic, reminder.id);
    expect(sms.of(reminder.id)).toEqual([]);
    expect(await auditOf('reminder.failed', reminder.id)).toHaveLength(1);
  });

  it('for a number that does not open any more, staff are told at once and the person is reached in another way', async () => {
    const { reminder, appointmentId, file } = await dueNow({ ...texted, email: 'somebody@example.org' });
    await clinic.inWork((work) =>
      work.execute(`UPDATE clients SET phone = left(phone, -8) || 'AAAAAAAA' WHERE id = $1`, [file.clientId]),
    );
    await ring(app, clinic, reminder.id);
    expect(await now(reminder)).toMatchObject({ state: 'failed', lastErrorCode: 'sms.unreadable' });
    expect(await noticesOf('delivery_failed', appointmentId)).toHaveLength(1);
    const others = toClient(await remindersOf(clinic, file.clientId, '&state=scheduled'));
    expect(others.filter(({ offset }) => offset === 'P1D').map(({ channel }) => channel)).toEqual(['email']);
  });

  it('and this process dies before it could note the answer, the reminder goes out again under the same id', async () => {
    const { reminder } = await dueNow();
    await ring(app, clinic, reminder.id);
    // As it stood while the provider was asked.
    await clinic.inWork((work) =>
      work.execute(
        `UPDATE reminders SET state = 'enqueued', provider_id = NULL, sent_at = NULL, lease_until = $2 WHERE id = $1`,
        [reminder.id, new Date(work.now.getTime() + minutes(5))],
      ),
    );
    await ring(app, clinic, reminder.id);
    expect(sms.of(reminder.id)).toHaveLength(1);
    clock.advance(minutes(5));
    await ring(app, clinic, reminder.id);
    expect(sms.of(reminder.id)).toHaveLength(2);
    expect((await now(reminder)).state).toBe('sent');
  });
});

describe('Where nobody knows whether the provider took it over', () => {
  beforeEach(() => {
    sms.deliversOnce = false;
  });
  afterAll(() => {
    sms.deliversOnce = true;
  });
  const asWhileSending = (reminder: Shown) =>
    clinic.inWork((work) =>
      work.execute(`UPDATE reminders SET state = 'enqueued', attempts = 1, lease_until = $2 WHERE id = $1`, [
        reminder.id,
        new Date(work.now.getTime() + minutes(5)),
      ]),
    );

  it('as no answer came, it is not sent again by itself, and staff are told to ask', async () => {
    const { reminder, appointmentId } = await dueNow();
    sms.failures.push(new UnconfirmedFailure('sms.no_answer'));
    await ring(app, clinic, reminder.id);
    expect(await now(reminder)).toMatchObject({ state: 'unconfirmed', lastErrorCode: 'sms.no_answer', attempts: 1 });
    expect(await noticesOf('delivery_unconfirmed', appointmentId)).toHaveLength(1);
    expect(await auditOf('reminder.unconfirmed', reminder.id)).toHaveLength(1);
    clock.advance(minutes(60));
    await ring(app, clinic, reminder.id);
    expect(sms.of(reminder.id)).toEqual([]);
    const { items } = (await clinic.as.attorney.get('/api/reminders?state=unconfirmed')).body;
    expect(items.filter(({ id }: Shown) => id === reminder.id)).toHaveLength(1);
    expect((await clinic.as.attorney.post(`/api/reminders/${reminder.id}/retry`)).status).toBe(200);
    await ring(app, clinic, reminder.id);
    expect([(await now(reminder)).state, sms.of(reminder.id).length]).toEqual(['sent', 1]);
  });

  it('as the process died while it was sending, likewise', async () => {
    const { reminder, appointmentId } = await dueNow();
    await asWhileSending(reminder);
    clock.advance(minutes(5));
    await ring(app, clinic, reminder.id);
    expect(await now(reminder)).toMatchObject({ state: 'unconfirmed', lastErrorCode: 'reminder.interrupted' });
    expect(sms.of(reminder.id)).toEqual([]);
    expect(await noticesOf('delivery_unconfirmed', appointmentId)).toHaveLength(1);
  });

  it('an answer that comes after it was given up makes it sent', async () => {
    const { reminder } = await dueNow();
    sms.before = async () => {
      sms.before = undefined;
      clock.advance(minutes(6));
      await ring(app, clinic, reminder.id);
      expect((await now(reminder)).state).toBe('unconfirmed');
    };
    await ring(app, clinic, reminder.id);
    expect([(await now(reminder)).state, sms.of(reminder.id).length]).toEqual(['sent', 1]);
  });

  it('it is tried again where the provider delivers the same id once', async () => {
    sms.deliversOnce = true;
    const { reminder } = await dueNow();
    sms.failures.push(new UnconfirmedFailure('sms.no_answer'));
    await ring(app, clinic, reminder.id);
    expect(await now(reminder)).toMatchObject({ state: 'scheduled', lastErrorCode: 'sms.no_answer' });
  });
});

describe('Colleagues', () => {
  it('who come along get a message that says only which case, by e-mail where e-mail works', async () => {
    const { file, appointmentId } = await owed();
    const companion = await clinic.another('accompanier');
    await comesAlong(clinic, appointmentId, companion.userId);
    const reminder = (await remindersOf(clinic, file.clientId)).find(
      ({ recipientId, offset }) => recipientId === companion.userId && offset === 'PT3H',
    )!;
    expect(reminder).toMatchObject({ channel: 'email', content: 'neutral' });
    clock.set(reminder.dueAt);
    await ring(app, clinic, reminder.id);
    const [message] = email.of(reminder.id);
    expect(message!.to).toMatch(/^accompanier-.*@example\.org$/);
    expect(message).toMatchObject({
      subject: 'A reminder',
      text: expect.stringContaining(`${file.code}: something is coming up.`),
    });
    expect(message!.text).not.toMatch(/\bICE\b|Test Person/);
  });

  it('see their notices until they have read them, and nobody else does', async () => {
    const { file, appointmentId } = await owed();
    const debrief = (await remindersOf(clinic, file.clientId)).find(({ kind }) => kind === 'debrief_missing')!;
    clock.set(debrief.dueAt);
    await ring(app, clinic, debrief.id);
    await ring(app, clinic, debrief.id);
    const unread = async () =>
      (await clinic.as.attorney.get('/api/notices?unread=true&limit=100')).body.items.filter(
        (one: { subjectId: string }) => one.subjectId === appointmentId,
      );
    const [notice, ...others] = await unread();
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      kind: 'debrief_missing',
      text: `${file.code}: an appointment is over and no outcome is written down. What happened?`,
    });
    expect((await clinic.as.supervisor.post(`/api/notices/${notice.id}/read`)).status).toBe(404);
    const read = await clinic.as.attorney.post(`/api/notices/${notice.id}/read`);
    expect(read.status).toBe(200);
    expect(read.body.readAt).not.toBeNull();
    expect(await unread()).toEqual([]);
    const { items } = (await clinic.as.supervisor.get('/api/notices?limit=100')).body;
    expect(items.filter(({ id }: { id: string }) => id === notice.id)).toEqual([]);
  });

  it('are not asked for a debrief that is written down', async () => {
    const { file, appointmentId } = await owed();
    const debrief = (await remindersOf(clinic, file.clientId)).find(({ kind }) => kind === 'debrief_missing')!;
    clock.set('2018-03-14T18:00:00Z');
    const outcome = await clinic.as.attorney.post(`/api/appointments/${appointmentId}/outcome`, {
      outcome: 'released_no_conditions',
    });
    expect(outcome.status).toBeLessThan(300);
    clock.set(debrief.dueAt);
    await ring(app, clinic, debrief.id);
    expect((await now(debrief)).state).toBe('cancelled');
    expect(await noticesOf('debrief_missing', appointmentId)).toEqual([]);
  });
});

describe('Another organisation', () => {
  it('neither sees nor sends nor handles a reminder', async () => {
    const other = await app.clinic();
    const { reminder } = await dueNow();
    await ring(app, other, reminder.id);
    expect(sms.of(reminder.id)).toEqual([]);
    expect((await other.as.attorney.get(`/api/reminders/${reminder.id}`)).status).toBe(404);
    expect((await other.as.attorney.post(`/api/reminders/${reminder.id}/cancel`)).status).toBe(404);
    expect((await other.as.attorney.get('/api/reminders')).body.items).toEqual([]);
  });
});
