import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generate } from 'otplib';
import { hours, minutes } from '../support/clock.js';
import { type Clinic, TestApplication } from '../support/application.js';

let app: TestApplication;
let clinic: Clinic;
const password = 'correct horse battery staple';

beforeAll(async () => {
  app = await TestApplication.start({ environment: { REQUIRE_SECOND_FACTOR: 'true' } });
  clinic = await app.clinic();
});
afterAll(() => app.stop());

let count = 0;
async function aUser(role = 'administrator'): Promise<{ id: string; email: string }> {
  const email = `person-${(count += 1)}@example.org`;
  const { body } = await clinic.as.administrator.post('/api/users', { displayName: 'A Person', email, role, password });
  return { id: body.id, email };
}
const signIn = (body: object) => app.anonymous.post('/api/auth/login').send(body);
const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  (answer.headers['set-cookie'] as string[])[0]!.split(';')[0]!;
const me = (cookie: string) => app.anonymous.get('/api/auth/me').set('cookie', cookie);

describe('Signing in', () => {
  it('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const { email } = await aUser();
    const answer = await signIn({ email: email.toUpperCase(), password });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ mustEnrolSecondFactor: false });
    expect((answer.headers['set-cookie'] as unknown as string[])[0]).toMatch(
      /^session=s_[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect((await me(cookieOf(answer))).body.user.email).toBe(email);
  });

  it('gives one answer to an unknown account and to a wrong password', async () => {
    const { email } = await aUser();
    const wrongPassword = await signIn({ email, password: 'not the password' });
    const unknown = await signIn({ email: 'nobody@example.org', password });
    for (const { status, body } of [wrongPassword, unknown])
      expect([status, body.code]).toEqual([401, 'credentials.wrong']);
    expect({ ...wrongPassword.body, requestId: 0 }).toEqual({ ...unknown.body, requestId: 0 });
  });

  it('is locked for a short while after five failures, even for the right password, and then works', async () => {
    const { email } = await aUser();
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn({ email, password: 'wrong again' });
    const locked = await signIn({ email, password });
    expect([locked.status, locked.body.code]).toEqual([429, 'sign_in.locked']);
    expect(Number(locked.headers['retry-after'])).toBeLessThanOrEqual(15);
    app.clock.advance(minutes(1));
    expect((await signIn({ email, password })).status).toBe(200);
  });

  it('ends after 30 minutes without a request, and after 12 hours in any case', async () => {
    const { email } = await aUser();
    const idle = cookieOf(await signIn({ email, password }));
    app.clock.advance(minutes(31));
    expect((await me(idle)).body.code).toBe('session.ended');
    const busy = cookieOf(await signIn({ email, password }));
    for (let at = 0; at < 23; at += 1) {
      app.clock.advance(minutes(29));
      expect((await me(busy)).status).toBe(200);
    }
    app.clock.advance(hours(1));
    expect((await me(busy)).status).toBe(401);
  });

  it('ends at sign-out, at once', async () => {
    const { email } = await aUser();
    const cookie = cookieOf(await signIn({ email, password }));
    const out = await app.anonymous.post('/api/auth/logout').set('cookie', cookie);
    expect(out.status).toBe(204);
    expect(out.headers['clear-site-data']).toContain('storage');
    expect((await me(cookie)).status).toBe(401);
  });

  it('from another site is refused', async () => {
    const { email } = await aUser();
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const answer = await app.anonymous.post('/api/auth/login').set(headers).send({ email, password });
      expect([answer.status, answer.body.code]).toEqual([403, 'origin.foreign']);
    }
  });

  it('of a disabled account does not work, and its sessions end', async () => {
    const { id, email } = await aUser();
    const cookie = cookieOf(await signIn({ email, password }));
    await clinic.as.administrator.patch(`/api/users/${id}`, 1, { state: 'disabled' });
    expect((await me(cookie)).status).toBe(401);
    expect((await signIn({ email, password })).status).toBe(401);
  });
});

describe('A second factor', () => {
  it('must be enrolled before a role that sees case files can do anything, and is asked for from then on', async () => {
    const { email } = await aUser('attorney');
    const first = await signIn({ email, password });
    expect(first.body).toEqual({ mustEnrolSecondFactor: true });
    const cookie = cookieOf(first);
    expect((await app.anonymous.get('/api/clients').set('cookie', cookie)).body.code).toBe('second_factor.must_enrol');
    const { body: enrolment } = await app.anonymous.post('/api/auth/totp').set('cookie', cookie);
    const code = () => generate({ secret: enrolment.secret, epoch: Math.floor(app.clock.now().getTime() / 1000) });
    const wrong = await app.anonymous.post('/api/auth/totp/confirm').set('cookie', cookie).send({ code: '000000' });
    expect(wrong.status).toBe(422);
    const used = await code();
    const right = await app.anonymous.post('/api/auth/totp/confirm').set('cookie', cookie).send({ code: used });
    expect(right.status).toBe(200);
    expect((await app.anonymous.get('/api/clients').set('cookie', cookieOf(right))).status).toBe(200);

    expect((await signIn({ email, password })).body.code).toBe('second_factor.required');
    expect((await signIn({ email, password, code: used })).body.code).toBe('credentials.wrong');
    app.clock.advance(minutes(1));
    expect((await signIn({ email, password, code: await code() })).status).toBe(200);
  });
});

describe('An invitation', () => {
  it('lets its receiver set a password, once', async () => {
    const { body } = await clinic.as.administrator.post('/api/users', {
      displayName: 'Invited',
      email: 'invited@example.org',
      role: 'administrator',
    });
    expect(body.state).toBe('invited');
    const token = body.invitationLink.split('#')[1];
    expect(
      (await app.anonymous.post('/api/auth/use-link').send({ token, password: 'short' })).body.errors[0].field,
    ).toBe('password');
    expect((await app.anonymous.post('/api/auth/use-link').send({ token, password })).status).toBe(204);
    expect((await app.anonymous.post('/api/auth/use-link').send({ token, password })).status).toBe(404);
    expect((await signIn({ email: 'invited@example.org', password })).status).toBe(200);
  });

  const as = () => clinic.as.administrator;
  const invited = async () => {
    const email = `person-${(count += 1)}@example.org`;
    const { body } = await as().post('/api/users', { displayName: 'Invited', email, role: 'administrator' });
    return { id: body.id as string, email, link: body.invitationLink as string };
  };
  const follow = (link: string) =>
    app.anonymous.post('/api/auth/use-link').send({ token: link.split('#')[1], password });
  const stateOf = async (id: string) => (await as().get(`/api/users/${id}`)).body.state as string;

  it('is worth nothing once its account is disabled, nor after it is enabled again', async () => {
    const { id, email, link } = await invited();
    await as().patch(`/api/users/${id}`, 1, { state: 'disabled' });
    expect((await follow(link)).body.code).toBe('link.not_found');
    expect(await stateOf(id)).toBe('disabled');
    await as().patch(`/api/users/${id}`, 2, { state: 'active' });
    expect((await follow(link)).body.code).toBe('link.not_found');
    expect((await signIn({ email, password })).status).toBe(401);
  });

  it('is not made for a disabled account: a link would open it again', async () => {
    const { id } = await aUser();
    await as().patch(`/api/users/${id}`, 1, { state: 'disabled' });
    const refused = await as().post(`/api/users/${id}/reset-password`);
    expect([refused.status, refused.body.code]).toEqual([409, 'user.disabled']);
    expect(await stateOf(id)).toBe('disabled');
  });

  it('takes the place of the one before, and stays an invitation', async () => {
    const { id, link } = await invited();
    const { invitationLink: next } = (await as().post(`/api/users/${id}/reset-password`)).body;
    expect(next).toMatch(/\/invitation#l_/);
    expect((await follow(link)).status).toBe(404);
    expect((await follow(next)).status).toBe(204);
  });

  it('is followed in the language in which its account is written to, unless one was chosen for it', async () => {
    const followIn = (link: string, language: string) =>
      app.anonymous.post('/api/auth/use-link').send({ token: link.split('#')[1], password, language });
    const languageOf = async (id: string) => (await as().get(`/api/users/${id}`)).body.language as string | null;
    const nobodyChose = await invited();
    expect((await followIn(nobodyChose.link, 'es')).status).toBe(204);
    expect(await languageOf(nobodyChose.id)).toBe('es');
    const chosen = await invited();
    await as().patch(`/api/users/${chosen.id}`, 1, { language: 'en' });
    expect((await followIn(chosen.link, 'es')).status).toBe(204);
    expect(await languageOf(chosen.id)).toBe('en');
    // A link for another password says nothing of the kind.
    const { id } = await aUser();
    const { invitationLink: reset } = (await as().post(`/api/users/${id}/reset-password`)).body;
    expect((await followIn(reset, 'es')).status).toBe(204);
    expect(await languageOf(id)).toBeNull();
  });

  it('to set a password anew is worth nothing once the password was changed', async () => {
    const { id, email } = await aUser();
    const { invitationLink: link } = (await as().post(`/api/users/${id}/reset-password`)).body;
    expect(link).toMatch(/\/reset#l_/);
    const cookie = cookieOf(await signIn({ email, password }));
    const newPassword = 'another correct horse staple';
    const changed = await app.anonymous
      .post('/api/auth/password')
      .set('cookie', cookie)
      .send({ currentPassword: password, newPassword });
    expect(changed.status).toBe(204);
    expect((await follow(link)).status).toBe(404);
    expect((await signIn({ email, password: newPassword })).status).toBe(200);
  });
});

describe('A token', () => {
  it('can do what its scopes say and no more, until it is revoked', async () => {
    const made = await clinic.as.attorney.post('/api/tokens', { name: 'reader', scopes: ['case.read'] });
    const as = (method: 'get' | 'post', path: string) =>
      app.anonymous[method](path).set('authorization', `Bearer ${made.body.token}`);
    expect((await as('get', '/api/clients')).status).toBe(200);
    expect((await as('post', '/api/clients').send({ legalName: 'X' })).status).toBe(403);
    await clinic.as.attorney.delete(`/api/tokens/${made.body.id}`);
    expect((await as('get', '/api/clients')).status).toBe(401);
  });

  it('cannot be given more than its maker may do', async () => {
    const { status, body } = await clinic.as.advocate.post('/api/tokens', { name: 'greedy', scopes: ['users.manage'] });
    expect([status, body.errors[0].field]).toEqual([422, 'scopes']);
  });
});

describe('Users', () => {
  it('are not managed by anybody but administrators, and the refusal is in the audit', async () => {
    expect(
      (await clinic.as.attorney.post('/api/users', { displayName: 'X', email: 'x@example.org', role: 'attorney' }))
        .status,
    ).toBe(403);
    const { body } = await clinic.as.auditor.get('/api/audit-events?event=access.refused');
    expect(body.items[0]).toMatchObject({ userId: clinic.as.attorney.userId, details: { permission: 'users.manage' } });
  });

  it('keep at least one administrator', async () => {
    const lone = await app.clinic();
    const { status, body } = await lone.as.administrator.patch(`/api/users/${lone.as.administrator.userId}`, 1, {
      role: 'attorney',
    });
    expect([status, body.code]).toEqual([409, 'user.last_administrator']);
  });
});
