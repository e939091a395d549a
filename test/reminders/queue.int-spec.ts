import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Queue } from 'bullmq';
import { Jobs } from '../../src/platform/queue/jobs.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { FakeClock } from '../support/clock.js';
import { aCase, anAppointment, FakeChannel, remindersOf, type Shown, sweep, toClient, until } from './world.js';

/** Moments before the last evening reminder of the usual appointment: 13 March, 18:00 in New York. */
const justBefore = '2018-03-13T21:59:57.000Z';
const due = '2018-03-13T22:00:00.000Z';

const backends = ['postgres', ...(process.env.TEST_REDIS_URL ? ['redis'] : [])] as ('postgres' | 'redis')[];
if (!process.env.TEST_REDIS_URL)
  process.stderr.write('No redis-server on this machine: reminders are not tested on Redis.\n');

describe.each(backends)('With the queue in %s', (queue) => {
  const clock = new FakeClock();
  const sms = new FakeChannel();
  let app: TestApplication;
  let clinic: Clinic;
  /** The queue as it is, past our own code. */
  const opened = () => (app.app.get(Jobs) as unknown as { opened(): Queue }).opened();

  beforeAll(async () => {
    app = await TestApplication.start({ queue, clock, channels: { sms } });
  });
  beforeEach(async () => {
    Object.assign(sms, { redact: undefined });
    await opened().obliterate({ force: true });
    clinic = await app.clinic();
  });
  /** What is still owed must not go out, nor be forgotten, while another test has a worker. */
  afterEach(() =>
    clinic.inWork((work) =>
      work.execute(`UPDATE reminders SET state = 'cancelled', redact_at = NULL WHERE organization_id = $1`, [
        clinic.id,
      ]),
    ),
  );
  afterAll(() => app.stop());

  async function nearlyDue(): Promise<Shown & { clientId: string }> {
    clock.set(justBefore);
    const file = await aCase(clinic);
    await anAppointment(clinic, file);
    const reminder = toClient(await remindersOf(clinic, file.clientId)).find(({ offset }) => offset === 'P1D')!;
    expect(reminder).toMatchObject({ state: 'scheduled', dueAt: due });
    return { ...reminder, clientId: file.clientId };
  }

  const now = async (reminder: Shown) => (await clinic.as.attorney.get(`/api/reminders/${reminder.id}`)).body;

  it('an alarm carries ids and nothing else', async () => {
    await nearlyDue();
    const jobs = await opened().getDelayed();
    expect(jobs.length).toBeGreaterThan(0);
    for (const job of jobs.filter(({ name }) => name === 'reminder.due')) {
      expect(Object.keys(job.data)).toEqual(['organizationId']);
      expect(job.id).toMatch(/^due-[0-9a-f-]{36}-\d+-\d$/);
    }
  });

  it('only what is due within two days waits in it', async () => {
    clock.set('2018-03-01T15:00:00Z');
    const file = await aCase(clinic);
    await anAppointment(clinic, file);
    expect(await opened().getDelayed()).toEqual([]);
    expect(await remindersOf(clinic, file.clientId, '&state=scheduled')).toHaveLength(6);
  });

  it('a worker sends a reminder when it is due, once', async () => {
    const reminder = await app.working(async () => {
      const waiting = await nearlyDue();
      expect(sms.of(waiting.id)).toEqual([]);
      clock.set(due);
      await until(async () => (await now(waiting)).state === 'sent');
      return waiting;
    });
    expect(sms.of(reminder.id)).toHaveLength(1);
    expect(await now(reminder)).toMatchObject({ providerId: `fake-${reminder.id}`, attempts: 1, sentAt: due });
  });

  it('an emptied queue loses nothing: the sweep sets the alarms again', async () => {
    const reminder = await nearlyDue();
    await app.working(async () => {
      await opened().obliterate({ force: true });
      clock.set(due);
      await sweep(app);
      await until(async () => (await now(reminder)).state === 'sent');
    });
    expect(sms.of(reminder.id)).toHaveLength(1);
  });

  it('a worker has the provider forget the words of what was sent, a day later', async () => {
    const forgotten: string[] = [];
    Object.assign(sms, { redact: (providerId: string) => Promise.resolve(void forgotten.push(providerId)) });
    const reminder = await nearlyDue();
    const noted = async () => (await clinic.as.auditor.get('/api/audit-events?event=reminder.redacted')).body.items;
    await app.working(async () => {
      clock.set(due);
      await sweep(app);
      await until(async () => (await now(reminder)).state === 'sent');
      await opened().add('reminder.redact', {});
      clock.advance(24 * 3_600_000);
      await opened().add('reminder.redact', {});
      await until(async () => (await noted()).length > 0);
    });
    // Asked once more where two look at the same moment; of nothing else.
    expect(new Set(forgotten)).toEqual(new Set([`fake-${reminder.id}`]));
    expect((await noted())[0].details).toEqual({ count: 1 });
  });

  it('an alarm that is set already is not set twice', async () => {
    const reminder = await nearlyDue();
    await app.working(async () => {
      await sweep(app);
      await sweep(app);
      const jobs = [...(await opened().getDelayed()), ...(await opened().getWaiting())];
      const ids = jobs.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      clock.set(due);
      await until(async () => {
        // A slow machine's worker may have heard the alarm before the clock of the test was put on.
        await sweep(app);
        return (await now(reminder)).state === 'sent';
      });
    });
    expect(sms.of(reminder.id)).toHaveLength(1);
  });
});
