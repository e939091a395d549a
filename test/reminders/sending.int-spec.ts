import { describe, expect, it } from '@jest/globals';
import { aSendingWorld, due } from './sending-world.js';
import { aCase, anAppointment, remindersOf, ring as ringOf, texted, toClient } from './world.js';

const world = aSendingWorld();
const { clock, sms, owed, dueNow, ring, now, noticesOf, auditOf } = world;

describe('A reminder that is due', () => {
  it('is sent, noted as sent only after the provider took it over, and stands in the audit', async () => {
    const { reminder } = await dueNow();
    let during: string | undefined;
    sms.before = async () => {
      during = (await now(reminder)).state;
    };
    await ring(reminder.id);
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
    await ring(reminder.id);
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
    const other = await world.app.clinic('Deportation Defense');
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
    await ringOf(world.app, other, reminder.id);
    expect(sms.of(reminder.id)).toEqual([expect.objectContaining({ text: body.text, subject: body.subject })]);
  });

  it('is sent once however often its alarm rings, also while the provider is still busy with it', async () => {
    const { reminder } = await dueNow();
    let others: Promise<unknown> | undefined;
    sms.before = async () => {
      others ??= Promise.all([1, 2, 3].map(() => ring(reminder.id)));
      await others;
    };
    await ring(reminder.id);
    await Promise.all([1, 2].map(() => ring(reminder.id)));
    expect(sms.of(reminder.id)).toHaveLength(1);
    expect((await now(reminder)).attempts).toBe(1);
  });

  it('is sent once when its alarm rings in many workers at the same moment', async () => {
    const { reminder } = await dueNow();
    await Promise.all([1, 2, 3, 4, 5].map(() => ring(reminder.id)));
    expect(sms.of(reminder.id)).toHaveLength(1);
  });

  it('is not sent before its time', async () => {
    const { reminder } = await owed();
    await ring(reminder.id);
    expect(sms.of(reminder.id)).toEqual([]);
    expect((await now(reminder)).state).toBe('scheduled');
  });

  it('of a case behind a wall is sent all the same, and stays unseen by others', async () => {
    const { reminder, file } = await dueNow({ ...texted, assignedAttorneyId: null });
    await world.clinic.as.attorney.patch(`/api/clients/${file.clientId}`, file.version, {
      restricted: true,
      allowedUserIds: [world.clinic.as.attorney.userId],
    });
    await ring(reminder.id);
    expect(sms.of(reminder.id)).toHaveLength(1);
    expect((await world.clinic.as.supervisor.get(`/api/reminders/${reminder.id}`)).status).toBe(404);
    expect((await world.clinic.as.supervisor.get(`/api/clients/${file.clientId}/reminders`)).status).toBe(404);
  });
});

describe('Before it is sent, a reminder is looked at again', () => {
  const past = (statement: string, id: string) => world.clinic.inWork((work) => work.execute(statement, [id]));

  it('and is superseded where the appointment was moved past the records', async () => {
    const { reminder, appointmentId } = await dueNow();
    await past(`UPDATE appointments SET starts_at = '2018-03-28T14:00:00Z' WHERE id = $1`, appointmentId);
    await ring(reminder.id);
    expect(sms.of(reminder.id)).toEqual([]);
    expect((await now(reminder)).state).toBe('superseded');
  });

  it('and is cancelled where the appointment was called off past the records', async () => {
    const { reminder, appointmentId } = await dueNow();
    await past(`UPDATE appointments SET status = 'cancelled' WHERE id = $1`, appointmentId);
    await ring(reminder.id);
    expect(sms.of(reminder.id)).toEqual([]);
    expect((await now(reminder)).state).toBe('cancelled');
  });

  it('and becomes a call where consent is gone, without being late', async () => {
    const { reminder, file, appointmentId } = await dueNow();
    await past(`UPDATE clients SET sms_consent = 'opted_out' WHERE id = $1`, file.clientId);
    await ring(reminder.id);
    expect(sms.of(reminder.id)).toEqual([]);
    expect((await now(reminder)).state).toBe('opted_out');
    const call = toClient(await remindersOf(world.clinic, file.clientId, '&state=scheduled')).find(
      ({ offset }) => offset === 'P1D',
    )!;
    expect(call).toMatchObject({ channel: 'voice_task', dueAt: due });
    await ring(call.id);
    expect((await now(call)).state).toBe('sent');
    const [notice] = await noticesOf('voice_task', appointmentId);
    expect(notice).toMatchObject({ clientCode: file.code, readAt: null, text: expect.stringContaining(file.code) });
  });

  it('and waits for the morning where an outage has lasted into the night', async () => {
    const { reminder } = await dueNow();
    clock.set('2018-03-14T06:00:00Z');
    await ring(reminder.id);
    expect(sms.of(reminder.id)).toEqual([]);
    expect(await now(reminder)).toMatchObject({
      state: 'scheduled',
      nextAttemptAt: '2018-03-14T12:00:00.000Z',
      attempts: 0,
    });
    clock.set('2018-03-14T12:00:00Z');
    await ring(reminder.id);
    expect(sms.of(reminder.id)).toHaveLength(1);
  });

  it('and is shown as too late, with a word to staff, where the appointment has begun', async () => {
    const { reminder, appointmentId } = await dueNow();
    clock.set('2018-03-14T14:00:00Z');
    await ring(reminder.id);
    expect(sms.of(reminder.id)).toEqual([]);
    expect(await now(reminder)).toMatchObject({ state: 'skipped_past_due', lastErrorCode: 'reminder.too_late' });
    expect(await noticesOf('reminder_too_late', appointmentId)).toHaveLength(1);
  });
});

describe('Another organisation', () => {
  it('neither sees nor sends nor handles a reminder', async () => {
    const other = await world.app.clinic();
    const { reminder } = await dueNow();
    await ringOf(world.app, other, reminder.id);
    expect(sms.of(reminder.id)).toEqual([]);
    expect((await other.as.attorney.get(`/api/reminders/${reminder.id}`)).status).toBe(404);
    expect((await other.as.attorney.post(`/api/reminders/${reminder.id}/cancel`)).status).toBe(404);
    expect((await other.as.attorney.get('/api/reminders')).body.items).toEqual([]);
  });
});
