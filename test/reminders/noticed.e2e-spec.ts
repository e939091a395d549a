import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { PermanentFailure } from '../../src/platform/channels/channel.js';
import { Metrics } from '../../src/platform/health/metrics.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { FakeClock, minutes } from '../support/clock.js';
import { aCase, anAppointment, FakeChannel, remindersOf, ring, type Shown, sweep, toClient } from './world.js';

const clock = new FakeClock();
const sms = new FakeChannel();
const heard: string[] = [];
const metricsToken = 'a token for the figures';
let outside: Server;
let answerWith = 200;
let app: TestApplication;
let clinic: Clinic;
let owner: pg.Client;

beforeAll(async () => {
  outside = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    response.writeHead(answerWith).end();
  });
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  const { port } = outside.address() as AddressInfo;
  app = await TestApplication.start({
    clock,
    channels: { sms },
    environment: { HEARTBEAT_URL: `http://127.0.0.1:${port}/secret-of-ours`, METRICS_TOKEN: metricsToken },
  });
  clinic = await app.clinic();
  owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await app.stop();
  outside.close();
});

/** The moment at which the program was started. */
beforeEach(() => clock.set('2018-03-01T15:00:00Z'));

const ready = () => app.anonymous.get('/api/health/ready');
const sweptAgo = (interval: string) =>
  owner.query(`UPDATE installation SET reminders_swept_at = clock_timestamp() - $1::interval`, [interval]);

describe('When no worker sweeps', () => {
  it('the program is ready in its first three minutes, in which one may still come', async () => {
    await owner.query('UPDATE installation SET reminders_swept_at = NULL');
    expect([(await ready()).status, (await clinic.as.attorney.get('/api/reminders/status')).body.running]).toEqual([
      200,
      false,
    ]);
  });

  it('it is no longer ready after that, and says which part is down', async () => {
    clock.advance(minutes(4));
    await sweptAgo('4 minutes');
    const { status, body } = await ready();
    expect([status, body]).toEqual([
      503,
      { status: 'unavailable', parts: { database: 'ok', queue: 'ok', migrations: 'ok', reminders: 'down' } },
    ]);
    expect((await clinic.as.attorney.get('/api/reminders/status')).body).toMatchObject({ running: false });
  });

  it('it is ready again with the next sweep, of which the service outside hears', async () => {
    heard.length = 0;
    await sweep(app);
    expect([(await ready()).status, heard]).toEqual([200, ['GET /secret-of-ours']]);
  });

  it.each([500, 302])('a service outside that answers %i disturbs nothing', async (status) => {
    answerWith = status;
    await sweptAgo('10 minutes');
    await sweep(app);
    expect((await ready()).status).toBe(200);
    answerWith = 200;
  });
});

describe('A reminder that failed for good', () => {
  const at = ({ id }: Shown) => clinic.as.attorney.get(`/api/reminders/${id}`);

  async function failed(): Promise<Shown> {
    clock.set('2018-03-12T15:00:00Z');
    const file = await aCase(clinic);
    await anAppointment(clinic, file);
    const reminder = toClient(await remindersOf(clinic, file.clientId)).find(({ offset }) => offset === 'P1D')!;
    clock.set('2018-03-13T22:00:00Z');
    sms.failures.push(new PermanentFailure('sms.number_invalid'));
    await ring(app, clinic, reminder.id);
    expect((await at(reminder)).body).toMatchObject({ state: 'failed', lastErrorCode: 'sms.number_invalid' });
    return reminder;
  }

  it('is listed among what needs care until somebody takes note of it, and what was past when its date was entered is not', async () => {
    const reminder = await failed();
    const needCare = async (appointmentId = reminder.subjectId) =>
      ((await clinic.as.attorney.get('/api/reminders?only=needs_care&limit=100')).body.items as Shown[]).filter(
        ({ subjectId }) => subjectId === appointmentId,
      );
    expect(await needCare()).toEqual([expect.objectContaining({ id: reminder.id, needsCare: true })]);
    clock.set('2018-03-14T09:00:00Z');
    const late = await aCase(clinic);
    const { id } = await anAppointment(clinic, late);
    const [skipped] = toClient(await remindersOf(clinic, late.clientId, '&state=skipped_past_due'));
    expect(skipped).toMatchObject({ needsCare: false });
    expect(await needCare(id)).toEqual([]);
    await clinic.as.attorney.post(`/api/reminders/${reminder.id}/acknowledge`);
    expect(await needCare()).toEqual([]);
  });

  it('is sent when another try is asked for', async () => {
    const reminder = await failed();
    clock.advance(minutes(10));
    const { status, body } = await clinic.as.advocate.post(`/api/reminders/${reminder.id}/retry`, {});
    expect([status, body.state, body.attempts, body.lastErrorCode]).toEqual([200, 'scheduled', 0, null]);
    await ring(app, clinic, reminder.id);
    expect((await at(reminder)).body).toMatchObject({ state: 'sent', attempts: 1 });
    expect(sms.of(reminder.id)).toHaveLength(1);
    const again = await clinic.as.attorney.post(`/api/reminders/${reminder.id}/retry`, {});
    expect([again.status, again.body.code]).toEqual([409, 'reminder.not_failed']);
  });

  it('is not tried again when it is too late, nor by those to whom it is none of their business', async () => {
    const reminder = await failed();
    clock.set('2018-03-15T22:00:00Z');
    const late = await clinic.as.attorney.post(`/api/reminders/${reminder.id}/retry`, {});
    expect([late.status, late.body.errors[0].code]).toEqual([422, 'reminder.too_late']);
    const other = await app.clinic();
    expect((await other.as.attorney.post(`/api/reminders/${reminder.id}/retry`, {})).status).toBe(404);
    expect((await clinic.as.accompanier.post(`/api/reminders/${reminder.id}/retry`, {})).status).toBe(403);
  });
});

describe('Figures about the service', () => {
  const ask = (token?: string) =>
    app.anonymous.get('/api/metrics').set(token === undefined ? {} : { authorization: `Bearer ${token}` });

  it('are for whoever has their token, and nobody else', async () => {
    for (const token of [
      undefined,
      'a token for the figure',
      `${metricsToken} `.trimEnd() + 's',
      clinic.as.administrator.token,
    ])
      expect((await ask(token)).status).toBe(401);
    const { status, headers } = await ask(metricsToken);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
      'no-store',
    ]);
  });

  async function shown(): Promise<string> {
    // Nobody has asked in the last ten seconds.
    Object.assign(app.app.get(Metrics), { text: undefined });
    return (await ask(metricsToken)).text;
  }
  const figureOf = (text: string, name: string) =>
    Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`letterbox_${name} `))
        ?.split(' ')[1],
    );

  it('count what went out, how late, and what failed', async () => {
    const names = ['sent', 'failed'].map((what) => `reminders{what="${what}"}`);
    const within = ['1', '60', '300', '+Inf'].map((seconds) => `reminders_sent_within{seconds="${seconds}"}`);
    const figures = async () => {
      const text = await shown();
      return [...names, ...within].map((name) => figureOf(text, name));
    };
    clock.set('2018-03-12T15:00:00Z');
    const owed: Shown[] = [];
    for (const file of [await aCase(clinic), await aCase(clinic)]) {
      await anAppointment(clinic, file);
      owed.push(toClient(await remindersOf(clinic, file.clientId)).find(({ offset }) => offset === 'P1D')!);
    }
    clock.set('2018-03-13T22:02:00Z');
    const before = await figures();
    await ring(app, clinic, owed[0]!.id);
    sms.failures.push(new PermanentFailure('sms.number_invalid'));
    await ring(app, clinic, owed[1]!.id);
    const after = await figures();
    expect(after.map((figure, at) => figure - before[at]!)).toEqual([1, 1, 0, 0, 1, 1]);
  });

  it('tell what is owed, what went out and how late, what waits, and how long requests take; about nobody', async () => {
    const file = await aCase(clinic);
    await anAppointment(clinic, file);
    const [reminder] = await remindersOf(clinic, file.clientId);
    expect((await clinic.as.attorney.get(`/api/reminders/${reminder!.id}`)).status).toBe(200);
    await sweep(app);
    const text = await shown();
    expect(figureOf(text, 'reminders{what="due"}')).toBeGreaterThanOrEqual(0);
    expect(figureOf(text, 'queue_jobs{state="waiting"}')).toBeGreaterThanOrEqual(0);
    expect(text).toMatch(/^letterbox_reminders_sweep_age_seconds \d/m);
    expect(text).toMatch(
      /letterbox_http_request_seconds_count\{method="GET",route="\/api\/reminders\/:id",status="200"\}/,
    );
    // `le` belongs to histograms.
    expect(text).not.toMatch(/^(?!letterbox_\w+_bucket).*\ble=/m);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    for (const word of [clinic.id, file.clientId, file.code, 'Test Person']) expect(text).not.toContain(word);
  });
});
