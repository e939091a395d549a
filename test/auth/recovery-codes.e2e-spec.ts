import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import { generate } from 'otplib';
import { type Clinic, TestApplication } from '../support/application.js';
import { minutes } from '../support/clock.js';

let app: TestApplication;
let clinic: Clinic;
const password = 'correct horse battery staple';

beforeAll(async () => {
  app = await TestApplication.start({ environment: { REQUIRE_SECOND_FACTOR: 'true' } });
  clinic = await app.clinic();
});
afterAll(() => app.stop());

let count = 0;
const login = (body: object) => app.anonymous.post('/api/auth/login').send(body);
const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  (answer.headers['set-cookie'] as string[])[0]!.split(';')[0]!;
async function anAttorney() {
  const email = `recovering-${(count += 1)}@example.org`;
  const { body } = await clinic.as.administrator.post('/api/users', {
    displayName: 'Ada Recovering',
    email,
    role: 'attorney',
    password,
  });
  return { id: body.id as string, email };
}
/** An attorney with a second factor and its recovery codes, signed in. */
async function enrolled() {
  const person = await anAttorney();
  const first = cookieOf(await login({ email: person.email, password }));
  const { body } = await app.anonymous.post('/api/auth/totp').set('cookie', first);
  const code = () => generate({ secret: body.secret, epoch: Math.floor(app.clock.now().getTime() / 1000) });
  const confirmed = await app.anonymous
    .post('/api/auth/totp/confirm')
    .set('cookie', first)
    .send({ code: await code() });
  const cookie = cookieOf(confirmed);
  app.clock.advance(minutes(1));
  return {
    ...person,
    code,
    codes: confirmed.body.recoveryCodes as string[],
    get: (path: string) => app.anonymous.get(path).set('cookie', cookie),
    post: (path: string, more: object = {}) => app.anonymous.post(path).set('cookie', cookie).send(more),
  };
}

describe('Recovery codes', () => {
  it('come with the second factor, ten of them, and each signs in once in its place', async () => {
    const { email, codes, get } = await enrolled();
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    expect(codes[0]).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){5}$/);
    expect((await get('/api/auth/me')).body.recoveryCodesLeft).toBe(10);

    const copied = codes[0]!.replaceAll('-', ' ').toUpperCase().replaceAll('0', 'O').replaceAll('1', 'L');
    const signedIn = await login({ email, password, code: copied });
    expect([signedIn.status, signedIn.body]).toEqual([200, { mustEnrolSecondFactor: false }]);
    const again = await login({ email, password, code: codes[0] });
    expect([again.status, again.body.code]).toEqual([401, 'credentials.wrong']);
    const { body: me } = await get('/api/auth/me');
    expect([me.hasSecondFactor, me.recoveryCodesLeft]).toEqual([true, 9]);
  });

  it('tell their owner when one was used, and when few are left', async () => {
    const { email, codes, get, id } = await enrolled();
    for (const code of codes.slice(0, 7)) expect((await login({ email, password, code })).status).toBe(200);
    const { body } = await get('/api/notices?limit=100');
    const kinds = (body.items as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'recovery_code_used')).toHaveLength(6);
    expect(kinds.filter((kind) => kind === 'recovery_codes_few')).toHaveLength(1);
    const { body: audit } = await clinic.as.auditor.get(`/api/audit-events?event=recovery_codes.used&userId=${id}`);
    expect(audit.items.map((line: { details: object }) => line.details)).toContainEqual({ count: 3 });
    expect(JSON.stringify(audit)).not.toContain(codes[0]);
  });

  it('are made anew with a fresh second factor, and those before end', async () => {
    const { email, codes, post, code } = await enrolled();
    app.clock.advance(minutes(10));
    expect((await post('/api/auth/recovery-codes')).body.code).toBe('second_factor.fresh_needed');
    expect((await post('/api/auth/step-up', { code: await code() })).status).toBe(200);
    expect((await post('/api/auth/step-up', { code: codes[1] })).status).toBe(200);
    const { status, body } = await post('/api/auth/recovery-codes');
    expect([status, body.recoveryCodes.length]).toEqual([200, 10]);
    expect((await login({ email, password, code: codes[0] })).status).toBe(401);
    expect((await login({ email, password, code: body.recoveryCodes[9] })).status).toBe(200);
  });

  it('are stored as hashes, belong to one person, and end with the second factor', async () => {
    const one = await enrolled();
    const other = await enrolled();
    expect((await login({ email: other.email, password, code: one.codes[0] })).status).toBe(401);
    const rows = await clinic.inWork((work) =>
      work.sql<{ row: string }>('SELECT r::text AS row FROM recovery_codes r'),
    );
    expect(rows.length).toBeGreaterThan(10);
    expect(JSON.stringify(rows)).not.toContain(one.codes[0]);
    await clinic.as.administrator.post(`/api/users/${one.id}/reset-second-factor`);
    const left = await clinic.inWork((work) => work.sql('SELECT 1 FROM recovery_codes WHERE user_id = $1', [one.id]));
    expect(left).toEqual([]);
  });

  it('are given to nobody without a second factor', async () => {
    const { email } = await anAttorney();
    const cookie = cookieOf(await login({ email, password }));
    const answer = await app.anonymous.post('/api/auth/recovery-codes').set('cookie', cookie);
    expect([answer.status, answer.body.code]).toEqual([409, 'second_factor.none']);
  });
});

describe('A password', () => {
  const link = async (displayName = 'Rosalind Farnsworth') => {
    const { body } = await clinic.as.administrator.post('/api/users', {
      displayName,
      email: `farnsworth-${(count += 1)}@example.org`,
      role: 'auditor',
    });
    return body.invitationLink.split('#')[1] as string;
  };
  const use = (token: string, wanted: string) =>
    app.anonymous.post('/api/auth/use-link').send({ token, password: wanted });

  it('that is easy to guess or made of its owner is refused with the field and a reason, and the link stays good', async () => {
    const token = await link();
    for (const weak of [
      'password1234',
      'Contraseña1234',
      'qwertyuiop1234',
      'RosalindFarnsworth',
      'aaaaaaaaaaaaaaaaaa',
    ]) {
      const { status, body } = await use(token, weak);
      expect([weak, status, body.errors?.[0]?.field, body.errors?.[0]?.code]).toEqual([
        weak,
        422,
        'password',
        'password.weak',
      ]);
      expect(body.errors[0].message).not.toContain(weak);
    }
    expect((await use(token, 'sedan plankton umbrella fortnight')).status).toBe(204);
  });

  it('may be a long sentence in any script', async () => {
    expect((await use(await link(), 'кот'.repeat(2) + ' сидит на окне и ждёт снега ' + 'ж'.repeat(80))).status).toBe(
      204,
    );
  });

  it('that an administrator gives is refused when it stands in the lists', async () => {
    const { status, body } = await clinic.as.administrator.post('/api/users', {
      displayName: 'X',
      email: 'given@example.org',
      role: 'auditor',
      password: 'password1234',
    });
    expect([status, body.errors[0].code]).toEqual([422, 'password.weak']);
  });

  it('that was hashed with weaker parameters is hashed anew at the next sign-in', async () => {
    const { id, email } = await anAttorney();
    const old = await hash(password, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
    const stored = () =>
      clinic.inWork(async (work) => {
        const [row] = await work.sql<{ hash: string }>('SELECT password_hash AS hash FROM users WHERE id = $1', [id]);
        return row!.hash;
      });
    await clinic.inWork((work) => work.execute('UPDATE users SET password_hash = $2 WHERE id = $1', [id, old]));
    expect((await login({ email, password: 'wrong' })).status).toBe(401);
    expect(await stored()).toBe(old);
    expect((await login({ email, password })).status).toBe(200);
    expect(await stored()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await login({ email, password })).status).toBe(200);
  });
});

describe('A sign-in without what it needs', () => {
  it('names the fields', async () => {
    for (const [body, fields] of [
      [{}, ['email', 'password']],
      [{ email: 'a@example.org' }, ['password']],
      [{ email: 'a@example.org', password: '' }, ['password']],
      [{ email: 'a@example.org', password, code: 'abc' }, ['code']],
    ] as const) {
      const answer = await app.anonymous.post('/api/auth/login?password=x').send(body);
      expect(answer.status).toBe(422);
      expect(answer.body.errors.map((error: { field: string }) => error.field).sort()).toEqual(fields);
    }
    expect((await app.anonymous.post('/api/auth/login')).status).toBe(422);
  });
});
