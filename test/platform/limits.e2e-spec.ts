import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { isFromHere, networkOf } from '../../src/platform/http/addresses.js';
import { failuresAtDoor, Limits } from '../../src/platform/http/limits.js';
import { type Clinic, TestApplication } from '../support/application.js';

const perMinute = 10;
let app: TestApplication;
let clinic: Clinic;
const lines: string[] = [];

beforeAll(async () => {
  app = await TestApplication.start({
    environment: { REQUESTS_PER_MINUTE: String(perMinute), TRUST_PROXY: 'true' },
    logTo: (line) => lines.push(line),
  });
  clinic = await app.clinic();
});
afterAll(() => app.stop());

const ask = (address: string, token = clinic.as.attorney.token) =>
  app.anonymous.get('/api/auth/me').set('authorization', `Bearer ${token}`).set('x-forwarded-for', address);
const signIn = (address: string, email = 'nobody@example.org') =>
  app.anonymous.post('/api/auth/login').set('x-forwarded-for', address).send({ email, password: 'not the password' });

describe('Requests within a minute', () => {
  it('of one account are answered up to the limit, then 429 with Retry-After; colleagues at the same address go on', async () => {
    const { attorney, advocate } = clinic.as;
    for (let at = 0; at < perMinute; at += 1) expect((await ask('203.0.113.7')).status).toBe(200);
    const refused = await ask('203.0.113.7');
    expect([refused.status, refused.body.code]).toEqual([429, 'request.too_many']);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(refused.headers['cache-control']).toBe('no-store');
    expect(refused.headers['x-request-id']).toBe(refused.body.requestId);
    expect((await ask('198.51.100.9', attorney.token)).status).toBe(429);
    expect((await ask('203.0.113.7', advocate.token)).status).toBe(200);
  });

  it('of one address are limited too, whoever asks and signed in or not; of IPv6 a whole network is one', async () => {
    for (let at = 0; at < 5 * perMinute; at += 1)
      expect((await ask(`2001:db8:1:2::${at.toString(16)}`, 'x'.repeat(40))).status).toBe(401);
    const refused = await ask('2001:db8:1:2:ffff::1', clinic.as.supervisor.token);
    expect([refused.status, refused.body.code]).toEqual([429, 'request.too_many']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask('2001:db8:1:3::1', clinic.as.supervisor.token)).status).toBe(200);
  });

  it('from this very machine are not counted', async () => {
    for (let at = 0; at < perMinute * 6; at += 1) await ask('127.0.0.1', clinic.as.auditor.token);
    expect((await ask('127.0.0.1', clinic.as.auditor.token)).status).toBe(200);
  });
});

describe('Attempts at the doors', () => {
  it('that fail are refused after a while, by address, for every door; those who come from elsewhere still get in', async () => {
    const limits = app.app.get(Limits);
    for (let at = 0; at < failuresAtDoor; at += 1) await limits.knock('192.0.2.66');
    for (const [path, body] of [
      ['/api/auth/login', { email: 'nobody@example.org', password: 'x' }],
      ['/api/auth/use-link', { token: 'x', password: 'long enough for anybody' }],
    ] as const) {
      const answer = await app.anonymous.post(path).set('x-forwarded-for', '192.0.2.66').send(body);
      expect([answer.status, answer.body.code]).toEqual([429, 'attempts.too_many']);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
    expect((await signIn('192.0.2.67')).status).toBe(401);
  });

  it('that succeed are given back, those that fail are kept; neither address nor name is in the database or the log', async () => {
    const points = async () =>
      (
        (await app.dataSource.query('SELECT coalesce(sum(points), 0)::int AS n FROM rate_limits')) as { n: number }[]
      )[0]!.n;
    const { body } = await clinic.as.administrator.post('/api/users', {
      displayName: 'Door',
      email: 'door@example.org',
      role: 'administrator',
      password: 'long enough for anybody',
    });
    expect(body.id).toBeDefined();
    const before = await points();
    const right = await app.anonymous
      .post('/api/auth/login')
      .set('x-forwarded-for', '192.0.2.99')
      .send({ email: 'door@example.org', password: 'long enough for anybody' });
    expect(right.status).toBe(200);
    for (let tries = 0; tries < 50 && (await points()) !== before; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await points()).toBe(before);
    expect((await signIn('192.0.2.99', 'door@example.org')).status).toBe(401);
    expect(await points()).toBe(before + 1);
    const kept = JSON.stringify(await app.dataSource.query('SELECT * FROM rate_limits')) + lines.join('');
    for (const part of ['192.0.2.', '203.0.113.', '2001:db8', 'door@']) expect(kept).not.toContain(part);
  });

  it.each([
    ['PostgreSQL', undefined],
    ['Redis', process.env.TEST_REDIS_URL],
  ])('are counted by all processes together: %s', async (kind, redisUrl) => {
    if (kind === 'Redis' && !redisUrl) return;
    const secret = randomBytes(32);
    const processes = [1, 2].map(() => new Limits({ source: app.app.get(DataSource), redisUrl, perMinute: 0, secret }));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const attempts = Array.from({ length: failuresAtDoor + 20 }, (_, at) => processes[at % 2]!.knock('192.0.2.1'));
    const refused = (await Promise.allSettled(attempts)).filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(20);
    for (const limits of processes) limits.close();
  });

  it('are counted by each process for itself while Redis is away', async () => {
    const limits = new Limits({
      source: app.app.get(DataSource),
      redisUrl: 'redis://127.0.0.1:1',
      perMinute: 0,
      secret: randomBytes(32),
    });
    for (let at = 0; at < failuresAtDoor; at += 1) await limits.knock('192.0.2.1');
    await expect(limits.knock('192.0.2.1')).rejects.toMatchObject({ status: 429 });
    limits.close();
  });
});

describe('An address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7', false],
    ['::ffff:203.0.113.7', '203.0.113.7', false],
    ['2001:DB8::1', '2001:db8:0:0', false],
    ['2001:db8:0:0:5::', '2001:db8:0:0', false],
    ['fe80::1%eth0', 'fe80:0:0:0', false],
    ['127.0.0.1', '127.0.0.1', true],
    ['::ffff:127.9.9.9', '127.9.9.9', true],
    ['::1', '0:0:0:0', true],
    ['unknown', 'unknown', false],
  ])('%s counts as %s', (address, network, here) => {
    expect([networkOf(address), isFromHere(address)]).toEqual([network, here]);
  });
});
