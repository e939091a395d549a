import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generate } from 'otplib';
import { type Clinic, TestApplication } from '../support/application.js';
import { Authenticator } from '../support/authenticator.js';
import { minutes } from '../support/clock.js';

let app: TestApplication;
let clinic: Clinic;
const password = 'correct horse battery staple';
const another = 'seven quiet herons over granite';
const home = 'http://localhost:3000';

beforeAll(async () => {
  app = await TestApplication.start({ environment: { REQUIRE_SECOND_FACTOR: 'false' } });
  clinic = await app.clinic();
});
afterAll(() => app.stop());
beforeEach(() => app.clock.advance(minutes(5)));

let count = 0;
const cookiesOf = (answer: { headers: Record<string, unknown> }) =>
  ((answer.headers['set-cookie'] ?? []) as string[]).map((one) => one.split(';')[0]!).join('; ');

/** Somebody who has just signed in with the password; an administrator needs no second factor here. */
async function aPerson() {
  const email = `told-${(count += 1)}@example.org`;
  const user = { displayName: 'Ada Told', email, role: 'administrator', password };
  const { body } = await clinic.as.administrator.post('/api/users', user);
  let cookie = cookiesOf(await app.anonymous.post('/api/auth/login').send({ email, password }));
  const send = async (method: 'post' | 'delete', path: string, sent: object = {}) => {
    const answer = await app.anonymous[method](path).set({ cookie }).send(sent);
    cookie = cookiesOf(answer) || cookie;
    return answer;
  };
  return {
    id: body.id as string,
    email,
    post: (path: string, sent?: object) => send('post', path, sent),
    remove: (path: string) => send('delete', path),
    /** Kinds of the notices, and what is to go by e-mail. */
    async told() {
      const notices = await app.anonymous.get('/api/notices').set({ cookie });
      const mails = await clinic.inWork((work) =>
        work.sql<{ client_id: string | null }>(
          `SELECT kind, channel, content, client_id FROM reminders WHERE recipient_id = $1 AND channel = 'email'`,
          [body.id],
        ),
      );
      for (const mail of mails)
        expect(mail).toMatchObject({ kind: 'account_changed', content: 'neutral', client_id: null });
      const kinds = (notices.body.items as { kind: string; text: string }[]).map(({ kind, text }) => {
        expect(text).toMatch(/administrator|reason/);
        return kind;
      });
      return { kinds: kinds.filter((kind) => !/^recovery|^new_sign_in/.test(kind)).reverse(), mails: mails.length };
    },
  };
}

async function withApp() {
  const person = await aPerson();
  const { secret } = (await person.post('/api/auth/totp')).body as { secret: string };
  const code = () => generate({ secret, epoch: Math.floor(app.clock.now().getTime() / 1000) });
  expect((await person.post('/api/auth/totp/confirm', { code: await code() })).status).toBe(200);
  return { ...person, code };
}

async function withPasskey() {
  const person = await aPerson();
  const device = new Authenticator(home);
  const { publicKey } = (await person.post('/api/auth/passkeys/question')).body as { publicKey: object };
  const made = await person.post('/api/auth/passkeys', { label: 'Phone', credential: device.create(publicKey) });
  expect(made.status).toBe(201);
  return { ...person, device, passkey: made.body.id as string };
}

describe('The owner of an account is told, in the application and by a neutral e-mail', () => {
  it('when an authenticator app is added, and when it is taken off', async () => {
    const person = await withApp();
    expect(await person.told()).toEqual({ kinds: ['second_factor_added'], mails: 1 });
    app.clock.advance(minutes(1));
    expect((await person.remove('/api/auth/totp')).status).toBe(204);
    expect(await person.told()).toEqual({ kinds: ['second_factor_added', 'second_factor_removed'], mails: 2 });
  });

  it('when an administrator takes all second factors off', async () => {
    const person = await withApp();
    expect((await clinic.as.administrator.post(`/api/users/${person.id}/reset-second-factor`)).status).toBe(204);
    await person.post('/api/auth/login', { email: person.email, password });
    expect(await person.told()).toEqual({ kinds: ['second_factor_added', 'second_factor_reset'], mails: 2 });
  });

  it('when a passkey is added, when it counts fewer uses than before, and when it is taken off', async () => {
    const person = await withPasskey();
    const signIn = async (counter: number) => {
      const asked = await app.anonymous.post('/api/auth/login').send({ email: person.email, password });
      const passkey = person.device.get(asked.body.passkey.publicKey as object, { counter });
      return person.post('/api/auth/login', { email: person.email, password, passkey });
    };
    expect((await signIn(9)).status).toBe(200);
    expect((await signIn(8)).status).toBe(401);
    expect(await person.told()).toEqual({ kinds: ['passkey_added', 'passkey_copied'], mails: 2 });
    expect((await person.remove(`/api/auth/passkeys/${person.passkey}`)).status).toBe(204);
    expect(await person.told()).toEqual({ kinds: ['passkey_added', 'passkey_copied', 'passkey_removed'], mails: 3 });
  });

  it('when the password is changed, by themselves or through a link, and not when an invitation is followed', async () => {
    const person = await aPerson();
    const changed = await person.post('/api/auth/password', { currentPassword: password, newPassword: another });
    expect(changed.status).toBe(204);
    expect(await person.told()).toEqual({ kinds: ['password_changed'], mails: 1 });
    const { body } = await clinic.as.administrator.post(`/api/users/${person.id}/reset-password`);
    const token = (body.invitationLink as string).split('#')[1];
    expect((await app.anonymous.post('/api/auth/use-link').send({ token, password })).status).toBe(204);
    await person.post('/api/auth/login', { email: person.email, password });
    expect(await person.told()).toEqual({ kinds: ['password_changed', 'password_changed'], mails: 2 });

    const email = `invited-${(count += 1)}@example.org`;
    const invited = await clinic.as.administrator.post('/api/users', { displayName: 'New', email, role: 'auditor' });
    const invitation = (invited.body.invitationLink as string).split('#')[1];
    await app.anonymous.post('/api/auth/use-link').send({ token: invitation, password });
    const notices = await clinic.inWork((work) =>
      work.sql('SELECT 1 FROM notices WHERE user_id = $1', [invited.body.id]),
    );
    expect(notices).toEqual([]);
  });
});
