import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PermanentFailure, TransientFailure, UnconfirmedFailure } from '../../src/platform/channels/channel.js';
import { minutes } from '../support/clock.js';
import { aSendingWorld, due } from './sending-world.js';
import { aCase, anAppointment, remindersOf, texted, toClient, type Shown } from './world.js';

const world = aSendingWorld();
const { clock, sms, dueNow, ring, now, noticesOf, auditOf } = world;

describe('When the provider fails', () => {
  it('for now, the reminder is tried again later under the same id', async () => {
    const { reminder } = await dueNow();
    sms.failures.push(new TransientFailure('sms.rate_limited'), new TransientFailure('sms.rate_limited'));
    await ring(reminder.id);
    expect(await now(reminder)).toMatchObject({
      state: 'scheduled',
      lastErrorCode: 'sms.rate_limited',
      failureReason: 'busy',
      nextAttemptAt: expect.stringMatching(/^2018-03-13T22:0(0:[345]\d|1:00)/),
      dueAt: due,
    });
    await ring(reminder.id);
    expect((await now(reminder)).attempts).toBe(1);
    clock.advance(minutes(1));
    await ring(reminder.id);
    expect(await now(reminder)).toMatchObject({
      state: 'scheduled',
      nextAttemptAt: expect.stringMatching(/^2018-03-13T22:0(2|3:00)/),
    });
    clock.advance(minutes(2));
    await ring(reminder.id);
    expect(await now(reminder)).toMatchObject({ state: 'sent', attempts: 3, failureReason: null });
    expect(sms.of(reminder.id).map(({ id }) => id)).toEqual([reminder.id]);
  });

  it('again and again, the next way is taken while that is still in time', async () => {
    const file = await aCase(world.clinic);
    await anAppointment(world.clinic, file);
    const [last] = toClient(await remindersOf(world.clinic, file.clientId)).filter(({ offset }) => offset === 'PT2H');
    const half = Date.parse(last!.dueAt) + minutes(60);
    clock.set(last!.dueAt);
    sms.failures.push(...Array.from({ length: 12 }, () => new TransientFailure('sms.rate_limited')));
    for (let state = 'scheduled'; state === 'scheduled'; state = (await now(last!)).state) {
      clock.set((await now(last!)).nextAttemptAt!);
      await ring(last!.id);
    }
    const { attempts, state, lastErrorCode } = await now(last!);
    expect([state, lastErrorCode]).toEqual(['failed', 'sms.rate_limited']);
    expect(attempts).toBeLessThan(12);
    expect(clock.now().getTime()).toBeLessThan(half);
    const calls = toClient(await remindersOf(world.clinic, file.clientId, '&state=scheduled'));
    const call = calls.find(({ offset }) => offset === 'PT2H')!;
    expect(call.channel).toBe('voice_task');
    expect(Date.parse(call.dueAt)).toBeLessThan(half);
  });

  it('in a way that nobody foresaw, its words are kept nowhere', async () => {
    const { reminder } = await dueNow();
    sms.failures.push(new Error('could not reach +17185550123'));
    await ring(reminder.id);
    expect(await now(reminder)).toMatchObject({ state: 'scheduled', lastErrorCode: 'channel.error' });
  });

  it('for good, the reminder has failed and staff are told', async () => {
    const { reminder, appointmentId, file } = await dueNow();
    sms.failures.push(new PermanentFailure('sms.number_invalid'));
    await ring(reminder.id);
    expect(await now(reminder)).toMatchObject({ state: 'failed', failureReason: 'number_wrong' });
    expect(await noticesOf('delivery_failed', appointmentId)).toEqual([
      expect.objectContaining({ clientId: file.clientId }),
    ]);
    await ring(reminder.id);
    expect(sms.of(reminder.id)).toEqual([]);
    expect(await auditOf('reminder.failed', reminder.id)).toHaveLength(1);
  });

  it('for a number that does not open any more, staff are told at once and the person is reached in another way', async () => {
    const { reminder, appointmentId, file } = await dueNow({ ...texted, email: 'somebody@example.org' });
    await world.clinic.inWork((work) =>
      work.execute(`UPDATE clients SET phone = left(phone, -8) || 'AAAAAAAA' WHERE id = $1`, [file.clientId]),
    );
    await ring(reminder.id);
    expect(await now(reminder)).toMatchObject({ state: 'failed', lastErrorCode: 'sms.unreadable' });
    expect(await noticesOf('delivery_failed', appointmentId)).toHaveLength(1);
    const others = toClient(await remindersOf(world.clinic, file.clientId, '&state=scheduled'));
    expect(others.filter(({ offset }) => offset === 'P1D').map(({ channel }) => channel)).toEqual(['email']);
  });

  it('and this process dies before it could note the answer, the reminder goes out again under the same id', async () => {
    const { reminder } = await dueNow();
    await ring(reminder.id);
    // As it stood while the provider was asked.
    await world.clinic.inWork((work) =>
      work.execute(
        `UPDATE reminders SET state = 'enqueued', provider_id = NULL, sent_at = NULL, lease_until = $2 WHERE id = $1`,
        [reminder.id, new Date(work.now.getTime() + minutes(5))],
      ),
    );
    await ring(reminder.id);
    expect(sms.of(reminder.id)).toHaveLength(1);
    clock.advance(minutes(5));
    await ring(reminder.id);
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
    world.clinic.inWork((work) =>
      work.execute(`UPDATE reminders SET state = 'enqueued', attempts = 1, lease_until = $2 WHERE id = $1`, [
        reminder.id,
        new Date(work.now.getTime() + minutes(5)),
      ]),
    );

  it('as no answer came, it is not sent again by itself, and staff are told to ask', async () => {
    const { reminder, appointmentId } = await dueNow();
    sms.failures.push(new UnconfirmedFailure('sms.no_answer'));
    await ring(reminder.id);
    expect(await now(reminder)).toMatchObject({ state: 'unconfirmed', lastErrorCode: 'sms.no_answer', attempts: 1 });
    expect(await noticesOf('delivery_unconfirmed', appointmentId)).toHaveLength(1);
    expect(await auditOf('reminder.unconfirmed', reminder.id)).toHaveLength(1);
    clock.advance(minutes(60));
    await ring(reminder.id);
    expect(sms.of(reminder.id)).toEqual([]);
    const { items } = (await world.clinic.as.attorney.get('/api/reminders?state=unconfirmed')).body;
    expect(items.filter(({ id }: Shown) => id === reminder.id)).toHaveLength(1);
    expect((await world.clinic.as.attorney.post(`/api/reminders/${reminder.id}/retry`)).status).toBe(200);
    await ring(reminder.id);
    expect([(await now(reminder)).state, sms.of(reminder.id).length]).toEqual(['sent', 1]);
  });

  it('as the process died while it was sending, likewise', async () => {
    const { reminder, appointmentId } = await dueNow();
    await asWhileSending(reminder);
    clock.advance(minutes(5));
    await ring(reminder.id);
    expect(await now(reminder)).toMatchObject({ state: 'unconfirmed', lastErrorCode: 'reminder.interrupted' });
    expect(sms.of(reminder.id)).toEqual([]);
    expect(await noticesOf('delivery_unconfirmed', appointmentId)).toHaveLength(1);
  });

  it('an answer that comes after it was given up makes it sent', async () => {
    const { reminder } = await dueNow();
    sms.before = async () => {
      sms.before = undefined;
      clock.advance(minutes(6));
      await ring(reminder.id);
      expect((await now(reminder)).state).toBe('unconfirmed');
    };
    await ring(reminder.id);
    expect([(await now(reminder)).state, sms.of(reminder.id).length]).toEqual(['sent', 1]);
  });

  it('it is tried again where the provider delivers the same id once', async () => {
    sms.deliversOnce = true;
    const { reminder } = await dueNow();
    sms.failures.push(new UnconfirmedFailure('sms.no_answer'));
    await ring(reminder.id);
    expect(await now(reminder)).toMatchObject({ state: 'scheduled', lastErrorCode: 'sms.no_answer' });
  });
});
