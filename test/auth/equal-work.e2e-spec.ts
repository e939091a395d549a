import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generate } from 'otplib';
import { comparisons } from '../../src/auth/secrets.js';
import { keysFreshForMs } from '../../src/platform/crypto/key-ring.js';
import { openings } from '../../src/platform/crypto/sealing.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { minutes } from '../support/clock.js';
import { sentDuring } from '../support/statements.js';

let app: TestApplication;
let clinic: Clinic;
const password = 'correct horse battery staple';
const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

beforeAll(async () => {
  app = await TestApplication.start({ environment: { REQUIRE_SECOND_FACTOR: 'true' } });
  clinic = await app.clinic();
});
afterAll(() => app.stop());

const login = (body: object, cookie = '') =>
  app.anonymous.post('/api/auth/login').set({ 'user-agent': browser, cookie }).send(body);
const cookiesOf = (answer: { headers: Record<string, unknown> }) =>
  ((answer.headers['set-cookie'] ?? []) as string[]).map((one) => one.split(';')[0]!);

let count = 0;
/** An attorney with an authenticator app. */
async function aPerson() {
  const email = `equal-${(count += 1)}@example.org`;
  await clinic.as.administrator.post('/api/users', { displayName: 'Ada Equal', email, role: 'attorney', password });
  const cookie = cookiesOf(await login({ email, password })).join('; ');
  const { body } = await app.anonymous.post('/api/auth/totp').set({ cookie });
  const code = () => generate({ secret: body.secret, epoch: Math.floor(app.clock.now().getTime() / 1000) });
  const confirmed = { code: await code() };
  const answer = await app.anonymous.post('/api/auth/totp/confirm').set({ cookie }).send(confirmed);
  app.clock.advance(minutes(1));
  return { email, code, recoveryCodes: answer.body.recoveryCodes as string[] };
}

/** What one sign-in makes the server do. */
async function workOf(body: object) {
  const [hashes, opened]: unknown[][] = [[], []];
  const listen = (message: unknown) => hashes!.push(message);
  const listenToo = (message: unknown) => opened!.push(message);
  comparisons.subscribe(listen);
  openings.subscribe(listenToo);
  let answer!: Awaited<ReturnType<typeof login>>;
  const sent = await sentDuring(async () => {
    answer = await login(body);
  }).finally(() => {
    comparisons.unsubscribe(listen);
    openings.unsubscribe(listenToo);
  });
  const aside = /SAVEPOINT|^SELECT 1$/;
  const statements = sent.map(({ text }) => (text ?? '').replace(/\s+/g, ' ').trim()).filter((one) => !aside.test(one));
  return { hashes, opened, statements, status: answer.status, body: { ...answer.body, requestId: '' } as object };
}

describe('An unknown account, a wrong password and a wrong code', () => {
  it.each(['000000', '0000-0000-0000-0000-0000-0000', undefined])(
    'are one answer after the same statements, the same unsealing and one round of Argon2 (code %s)',
    async (code) => {
      const { email } = await aPerson();
      const [wrong, somewhere] = ['not the password at all', `nobody-${(count += 1)}@example.org`];
      // Whether the keys of the organisation are remembered makes no difference either.
      if (code) await sleep(keysFreshForMs);
      const refused = [
        ...(code ? [await workOf({ email, password, code })] : []),
        await workOf({ email: somewhere, password, code }),
        await workOf({ email, password: wrong, code }),
        ...(code ? [await workOf({ email, password, code })] : []),
      ];
      const [first] = refused;
      expect([first!.status, first!.body]).toMatchObject([401, { code: 'credentials.wrong' }]);
      expect(first!.opened).toHaveLength(code?.length === 6 ? 1 : 0);
      expect(first!.hashes).toEqual(['$argon2id$v=19$m=19456,t=2,p=1$']);
      expect(first!.statements.length).toBeGreaterThan(6);
      expect(first!.statements.some((text) => /INSERT INTO "?audit_events/.test(text))).toBe(true);
      for (const other of refused.slice(1)) expect(other).toEqual(first);
    },
  );

  it('are locked alike after five failures, and none of it is in the database in clear', async () => {
    const { email } = await aPerson();
    const unknown = 'nobody-at-all@example.org';
    for (const one of [email, unknown]) {
      for (let attempt = 0; attempt < 5; attempt += 1)
        expect((await login({ email: one, password: 'wrong again' })).status).toBe(401);
    }
    const [known, other] = [await login({ email, password }), await login({ email: unknown, password })];
    for (const { status, body, headers } of [known, other])
      expect([status, body.code, headers['retry-after']]).toEqual([429, 'sign_in.locked', '15']);
    expect({ ...known.body, requestId: 0 }).toEqual({ ...other.body, requestId: 0 });
    const rows = (await app.dataSource.query('SELECT t::text AS row FROM sign_in_attempts t')) as { row: string }[];
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.map(({ row }) => row).join('\n')).not.toContain('example');
  });

  it('count once for each of many at once', async () => {
    const email = 'many-at-once@example.org';
    const all = await Promise.all(Array.from({ length: 8 }, () => login({ email, password })));
    expect(all.filter(({ status }) => status === 429)).toHaveLength(3);
  });

  it('do not use up the code that was right beside a wrong password', async () => {
    const { email, code, recoveryCodes } = await aPerson();
    const [digits, recovery] = [await code(), recoveryCodes[0]];
    for (const right of [digits, recovery])
      expect((await login({ email, password: 'wrong', code: right })).status).toBe(401);
    expect((await login({ email, password, code: digits })).status).toBe(200);
    expect((await login({ email, password, code: recovery })).status).toBe(200);
  });
});

describe('Somebody whose account others guess at', () => {
  it('signs in all the same on a device that signed in before, and nowhere else until the lock is over', async () => {
    const { email, code } = await aPerson();
    const home = cookiesOf(await login({ email, password, code: await code() }));
    const device = home.find((cookie) => cookie.startsWith('device='))!;
    expect(device).toMatch(/^device=d_[\w-]{43}$/);
    app.clock.advance(minutes(1));
    for (let attempt = 0; attempt < 5; attempt += 1) await login({ email, password: 'guessed' });
    expect((await login({ email, password, code: await code() })).status).toBe(429);
    expect((await login({ email, password }, `device=d_${'a'.repeat(43)}`)).status).toBe(429);
    expect((await login({ email, password }, device)).body.code).toBe('second_factor.required');
    const signedIn = await login({ email, password, code: await code() }, device);
    expect([signedIn.status, cookiesOf(signedIn)]).toEqual([200, expect.arrayContaining([device])]);
    // The device of one is a stranger to another.
    const other = await aPerson();
    for (let attempt = 0; attempt < 5; attempt += 1) await login({ email: other.email, password: 'guessed' });
    expect((await login({ email: other.email, password }, device)).status).toBe(429);
  });

  it('is locked out on the device too after five failures there, for a minute at most', async () => {
    const { email, code } = await aPerson();
    const device = cookiesOf(await login({ email, password, code: await code() })).join('; ');
    for (let attempt = 0; attempt < 5; attempt += 1) await login({ email, password: 'guessed' }, device);
    expect((await login({ email, password }, device)).status).toBe(429);
    expect((await login({ email, password })).body.code).toBe('second_factor.required');
    app.clock.advance(minutes(1));
    expect((await login({ email, password, code: await code() }, device)).status).toBe(200);
  });

  it('is asked for the second factor as often as they like: being asked is no failure', async () => {
    const { email } = await aPerson();
    for (let attempt = 0; attempt < 7; attempt += 1)
      expect((await login({ email, password })).body.code).toBe('second_factor.required');
  });

  it('gets no cookie where nothing keeps one', async () => {
    const { email, code } = await aPerson();
    const body = { email, password, code: await code() };
    const answer = await app.anonymous.post('/api/auth/login').set('user-agent', 'curl/8.5').send(body);
    expect(cookiesOf(answer).some((cookie) => cookie.startsWith('device='))).toBe(false);
  });
});
