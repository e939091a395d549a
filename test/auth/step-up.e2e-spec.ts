import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generate } from 'otplib';
import { SessionsService } from '../../src/auth/sessions.service.js';
import { Permission } from '../../src/auth/permissions.js';
import { Routes } from '../../src/auth/routes.js';
import { minutes } from '../support/clock.js';
import { type Clinic, TestApplication } from '../support/application.js';

let app: TestApplication;
let clinic: Clinic;
const password = 'correct horse battery staple';

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic();
});
afterAll(() => app.stop());

let count = 0;
/** Somebody signed in with a cookie and, with `enrol`, with the code of a second factor. */
async function aPerson({ role = 'administrator', enrol = false } = {}) {
  const email = `stepping-${(count += 1)}@example.org`;
  await clinic.as.administrator.post('/api/users', { displayName: 'A Person', email, role, password });
  const { headers } = await app.anonymous.post('/api/auth/login').send({ email, password });
  let cookie = (headers['set-cookie'] as unknown as string[])[0]!.split(';')[0]!;
  const post = (path: string, body: object = {}, more: Record<string, string> = {}) =>
    app.anonymous
      .post(path)
      .set({ cookie, ...more })
      .send(body);
  let secret = '';
  const code = () => generate({ secret, epoch: Math.floor(app.clock.now().getTime() / 1000) });
  if (enrol) {
    secret = (await post('/api/auth/totp')).body.secret as string;
    const confirmed = await post('/api/auth/totp/confirm', { code: await code() });
    cookie = (confirmed.headers['set-cookie'] as unknown as string[])[0]!.split(';')[0]!;
    app.clock.advance(minutes(1));
  }
  const get = (path: string) => app.anonymous.get(path).set({ cookie });
  const makeUser = (more?: Record<string, string>) =>
    post(
      '/api/users',
      { displayName: 'B', email: `made-${(count += 1)}@example.org`, role: 'advocate', password },
      more,
    );
  return { post, get, code, makeUser };
}

describe('A route that is worth a fresh second factor', () => {
  it('opens for ten minutes after the code, then asks for it once more and opens again', async () => {
    const { post, code, makeUser, get } = await aPerson({ enrol: true });
    app.clock.advance(minutes(8));
    expect((await makeUser()).status).toBe(201);
    app.clock.advance(minutes(2));
    const stale = await makeUser();
    expect([stale.status, stale.body.code, stale.body.proof]).toEqual([403, 'second_factor.fresh_needed', 'code']);
    expect(stale.body.detail).toContain('POST /api/auth/step-up');
    expect((await get('/api/users')).status).toBe(200);

    const byPassword = await post('/api/auth/step-up', { password });
    expect([byPassword.status, byPassword.body.errors[0].field]).toEqual([422, 'code']);
    const used = await code();
    const shown = await post('/api/auth/step-up', { code: used });
    expect(shown.body).toEqual({ freshUntil: new Date(app.clock.now().getTime() + minutes(10)).toISOString() });
    expect((await makeUser()).status).toBe(201);
    expect((await post('/api/auth/step-up', { code: used })).body.errors[0].code).toBe('code.wrong');
  });

  it('asks for the password of who has no second factor and needs none', async () => {
    const { post, makeUser } = await aPerson();
    app.clock.advance(minutes(11));
    expect((await makeUser()).body).toMatchObject({ code: 'second_factor.fresh_needed', proof: 'password' });
    expect((await post('/api/auth/step-up', {})).body.errors[0]).toMatchObject({
      field: 'password',
      code: 'password.missing',
    });
    expect((await post('/api/auth/step-up', { password })).status).toBe(200);
    expect((await makeUser()).status).toBe(201);
  });

  it('does not take the password of a session that began before a second factor was enrolled elsewhere', async () => {
    const person = await aPerson({ enrol: true });
    const { body: me } = await person.get('/api/auth/me');
    const token = await clinic.inWork((work) => app.app.get(SessionsService).start(work, me.user.id as string, false));
    const answer = await app.anonymous
      .post('/api/users')
      .set('authorization', `Bearer ${token}`)
      .send({ displayName: 'C', email: 'c@example.org', role: 'advocate' });
    expect([answer.status, answer.body.proof]).toEqual([403, 'code']);
  });

  it('is closed to tokens, also right after they were made', async () => {
    const { post, makeUser } = await aPerson();
    const { body } = await post('/api/tokens', { name: 'program' });
    const authorization = `Bearer ${body.token}`;
    const refused = await makeUser({ authorization, cookie: '' });
    expect([refused.status, refused.body.code]).toEqual([403, 'token.cannot_step_up']);
    const tried = await post('/api/auth/step-up', { password }, { authorization, cookie: '' });
    expect([tried.status, tried.body.code]).toEqual([403, 'token.cannot_step_up']);
  });
});

describe('Wrong answers', () => {
  it('end the session at the fifth in a row, and are in the audit', async () => {
    const { post, get } = await aPerson();
    const wrong = { password: 'not the password' };
    for (let attempt = 0; attempt < 4; attempt += 1)
      expect((await post('/api/auth/step-up', wrong, { 'idempotency-key': 'one' })).body.errors[0].code).toBe(
        'password.wrong',
      );
    await post('/api/auth/step-up', { password });
    for (let attempt = 0; attempt < 4; attempt += 1)
      await post('/api/auth/password', { currentPassword: 'no', newPassword: password });
    expect((await get('/api/auth/me')).status).toBe(200);
    const last = await post('/api/auth/step-up', wrong);
    expect([last.status, last.body.code]).toEqual([401, 'session.ended']);
    expect((await get('/api/auth/me')).status).toBe(401);
    const { body } = await clinic.as.auditor.get('/api/audit-events?event=step_up.refused&count=true');
    expect(body.items[0].details).toEqual({ proof: 'password' });
  });
});

describe('The routes that ask for it', () => {
  it('are those that change people, roles, tokens and protection', () => {
    const routes = app.app.get(Routes).all();
    const asking = routes.filter(({ stepUp }) => stepUp).map(({ method, path }) => `${method} ${path}`);
    expect(asking).toEqual(
      expect.arrayContaining([
        'POST /users',
        'PATCH /users/:id',
        'POST /tokens',
        'PATCH /organization',
        'POST /auth/totp',
      ]),
    );
    const open = routes.filter(
      ({ method, permission, stepUp, path }) =>
        permission === Permission.UsersManage &&
        ['POST', 'PATCH', 'PUT'].includes(method) &&
        !stepUp &&
        !path.includes('sessions'),
    );
    expect(open).toEqual([]);
  });
});
