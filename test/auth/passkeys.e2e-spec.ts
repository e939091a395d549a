import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generate } from 'otplib';
import { type Clinic, TestApplication } from '../support/application.js';
import { Authenticator, type Lie } from '../support/authenticator.js';
import { minutes } from '../support/clock.js';

let app: TestApplication;
let clinic: Clinic;
const password = 'correct horse battery staple';
const home = 'http://localhost:3000';

beforeAll(async () => {
  app = await TestApplication.start({ environment: { REQUIRE_SECOND_FACTOR: 'true' } });
  clinic = await app.clinic();
});
afterAll(() => app.stop());

let count = 0;
const cookiesOf = (answer: { headers: Record<string, unknown> }) =>
  ((answer.headers['set-cookie'] ?? []) as string[]).map((one) => one.split(';')[0]!).join('; ');
const login = (body: object) => app.anonymous.post('/api/auth/login').send(body);

/** Somebody of a role who has just signed in with the password. */
async function aPerson(role = 'attorney') {
  const email = `passkey-${(count += 1)}@example.org`;
  const made = await clinic.as.administrator.post('/api/users', { displayName: 'Ada Keys', email, role, password });
  let cookie = cookiesOf(await login({ email, password }));
  const post = async (path: string, body: object = {}) => {
    const answer = await app.anonymous.post(path).set({ cookie }).send(body);
    cookie = cookiesOf(answer) || cookie;
    return answer;
  };
  const get = (path: string) => app.anonymous.get(path).set({ cookie });
  const remove = (path: string) => app.anonymous.delete(path).set({ cookie });
  const patch = (path: string, version: number, body: object) =>
    app.anonymous
      .patch(path)
      .set({ cookie, 'if-match': `"${version}"` })
      .send(body);
  const question = async () => (await post('/api/auth/passkeys/question')).body.publicKey as object;
  const enrol = async (device: Authenticator, label = 'Phone', lie: Lie = {}) =>
    post('/api/auth/passkeys', { label, credential: device.create(await question(), lie) });
  return { id: made.body.id as string, email, post, get, remove, patch, enrol, question, cookie: () => cookie };
}
type Person = Awaited<ReturnType<typeof aPerson>>;

async function enrolled(role?: string) {
  const person = await aPerson(role);
  const device = new Authenticator(home);
  const { body } = await person.enrol(device);
  return { ...person, device, passkey: body as { id: string; recoveryCodes: string[] } };
}

/** The question after the password, and an answer to it. */
async function secondStep({ email }: Person, device: Authenticator, lie: Lie = {}) {
  const asked = await login({ email, password });
  return login({ email, password, passkey: device.get(asked.body.passkey.publicKey as object, lie) });
}

async function audited(event: string, userId: string): Promise<object[]> {
  const { body } = await clinic.as.auditor.get(`/api/audit-events?event=${event}&userId=${userId}`);
  return (body.items as { details: object }[]).map(({ details }) => details);
}

describe('A passkey', () => {
  it('is enrolled in place of an authenticator app, opens what needs a second factor, and brings recovery codes', async () => {
    const person = await aPerson();
    expect((await person.get('/api/clients')).body.code).toBe('second_factor.must_enrol');
    const asked = await person.question();
    expect(asked).toMatchObject({ rp: { id: 'localhost', name: 'Letterbox' }, user: { name: person.email } });
    const made = await person.enrol(new Authenticator(home), 'Blue phone');
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ label: 'Blue phone', lastUsedAt: null });
    expect(made.body.recoveryCodes).toHaveLength(10);
    expect((await person.get('/api/clients')).status).toBe(200);
    expect((await person.get('/api/auth/me')).body).toMatchObject({
      mustEnrolSecondFactor: false,
      hasSecondFactor: true,
      hasAuthenticator: false,
      recoveryCodesLeft: 10,
    });
    const second = await person.enrol(new Authenticator(home), 'Key on the ring');
    expect([second.status, second.body.recoveryCodes]).toEqual([201, null]);
    const { body } = await clinic.as.administrator.get(`/api/users/${person.id}`);
    expect(body.hasSecondFactor).toBe(true);
    expect(await audited('passkey.enrolled', person.id)).toHaveLength(2);
  });

  it('is asked for after the password, and signs in', async () => {
    const { device, ...person } = await enrolled();
    const asked = await login({ email: person.email, password });
    expect([asked.status, asked.body.code]).toEqual([401, 'second_factor.required']);
    expect(asked.body.passkey.publicKey).toMatchObject({ rpId: 'localhost', allowCredentials: [{ id: device.id }] });
    const answer = device.get(asked.body.passkey.publicKey as object, { verified: false });
    const signedIn = await login({ email: person.email, password, passkey: answer });
    expect([signedIn.status, signedIn.body]).toEqual([200, { mustEnrolSecondFactor: false }]);
    expect((await app.anonymous.get('/api/clients').set('cookie', cookiesOf(signedIn))).status).toBe(200);
    expect(await audited('session.started', person.id)).toContainEqual({ proof: 'passkey' });
    const { body } = await person.get('/api/auth/passkeys');
    expect(body.items[0].lastUsedAt).toBe(app.clock.now().toISOString());
    expect(Object.keys(body.items[0] as object)).not.toContain('publicKey');
  });

  it('signs in alone, once the device has made sure who holds it', async () => {
    const { device, ...person } = await enrolled();
    const asked = await app.anonymous.post('/api/auth/login/passkey/question');
    expect(asked.body.publicKey).toMatchObject({ userVerification: 'required' });
    expect(asked.body.publicKey.allowCredentials ?? []).toEqual([]);
    const send = (credential: object, cookie = cookiesOf(asked)) =>
      app.anonymous.post('/api/auth/login/passkey').set({ cookie }).send({ credential });
    const signedIn = await send(device.get(asked.body.publicKey as object));
    expect(signedIn.status).toBe(200);
    expect((await app.anonymous.get('/api/clients').set('cookie', cookiesOf(signedIn))).status).toBe(200);
    expect(await audited('session.started', person.id)).toContainEqual({ proof: 'passkey_alone' });

    const again = await app.anonymous.post('/api/auth/login/passkey/question');
    const question = again.body.publicKey as object;
    const refused = [
      await send(device.get(question, { verified: false }), cookiesOf(again)),
      await send(device.get(question), ''),
      await send(device.get(asked.body.publicKey as object)),
      await send(new Authenticator(home).get(question), cookiesOf(again)),
    ];
    for (const { status, body } of refused) expect([status, body.code]).toEqual([401, 'credentials.wrong']);
    const bodies = refused.map(({ body }) => ({ ...body, requestId: '' }) as object);
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
  });

  it('is a fresh second factor', async () => {
    const { device, ...person } = await enrolled('administrator');
    const make = () =>
      person.post('/api/users', { displayName: 'N', email: `by-${person.email}`, role: 'advocate', password });
    app.clock.advance(minutes(11));
    expect((await make()).body).toMatchObject({ code: 'second_factor.fresh_needed', proof: 'passkey' });
    expect((await person.post('/api/auth/step-up', { password })).body.errors[0].code).toBe('passkey.missing');
    const asked = await person.post('/api/auth/step-up/question');
    const passkey = device.get(asked.body.publicKey as object);
    expect((await person.post('/api/auth/step-up', { passkey })).status).toBe(200);
    expect((await make()).status).toBe(201);
    expect((await person.post('/api/auth/step-up', { passkey })).body.errors[0]).toMatchObject({
      field: 'passkey',
      code: 'passkey.refused',
    });
  });
});

describe('What an authenticator answers', () => {
  let attacked: Awaited<ReturnType<typeof enrolled>>;
  beforeAll(async () => {
    attacked = await enrolled();
  });

  it.each<[string, Lie]>([
    ['to another site', { origin: 'https://evil.example' }],
    ['for another host', { rpId: 'evil.example' }],
    ['to a question that nobody asked', { challenge: Buffer.alloc(38, 1).toString('base64url') }],
    ['of another kind', { type: 'webauthn.create' }],
    ['with a wrong signature', { signature: Buffer.from('3006020101020101', 'hex') }],
    ['for another user', { userHandle: Buffer.alloc(16, 9).toString('base64url') }],
  ])('%s is refused', async (_, lie) => {
    const { status, body } = await secondStep(attacked, attacked.device, lie);
    expect([status, body.code]).toEqual([401, 'credentials.wrong']);
    expect((await secondStep(attacked, attacked.device)).status).toBe(200);
  });

  it('counts once, for five minutes, and only for what was asked', async () => {
    const { device, ...person } = await enrolled();
    const ask = async () => (await login({ email: person.email, password })).body.passkey.publicKey as object;
    const send = async (passkey: object) => (await login({ email: person.email, password, passkey })).status;
    const [first, forged, late] = [device.get(await ask()), await ask(), await ask()];
    expect([await send(first), await send(first)]).toEqual([200, 401]);
    // Once refused, the question is spent.
    expect(await send(device.get(forged, { origin: 'https://evil.example' }))).toBe(401);
    expect(await send(device.get(forged))).toBe(401);
    const { body } = await person.post('/api/auth/step-up/question');
    expect(await send(device.get(body.publicKey as object))).toBe(401);
    app.clock.advance(minutes(5));
    expect(await send(device.get(late))).toBe(401);
    const other = await enrolled();
    expect((await secondStep(other, device)).status).toBe(401);
  });

  it('with a count that fell is refused, since the key may have been copied, and the audit says so', async () => {
    const { device, ...person } = await enrolled();
    expect((await secondStep(person, device, { counter: 9 })).status).toBe(200);
    for (const counter of [9, 8, 0]) expect((await secondStep(person, device, { counter })).status).toBe(401);
    expect(await audited('passkey.counter_fell', person.id)).toHaveLength(3);
    app.clock.advance(minutes(2));
    expect((await secondStep(person, device, { counter: 10 })).status).toBe(200);

    const silent = await aPerson();
    const uncounting = new Authenticator(home, 0);
    await silent.enrol(uncounting);
    for (let time = 0; time < 2; time += 1) expect((await secondStep(silent, uncounting)).status).toBe(200);
  });

  it("is refused at enrolment when it does not fit, and a passkey is nobody else's", async () => {
    const person = await aPerson();
    const device = new Authenticator(home);
    for (const lie of [{ origin: 'https://evil.example' }, { rpId: 'evil.example' }, { type: 'webauthn.get' }]) {
      const { status, body } = await person.enrol(device, 'Phone', lie);
      expect([status, body.errors[0].code]).toEqual([422, 'passkey.refused']);
    }
    const question = await person.question();
    const first = { label: 'Phone', credential: device.create(question) };
    expect((await person.post('/api/auth/passkeys', first)).status).toBe(201);
    expect((await person.post('/api/auth/passkeys', first)).body.errors[0].code).toBe('passkey.refused');
    const other = await aPerson();
    expect((await other.enrol(device)).body.code).toBe('passkey.known');
    const elsewhere = { label: 'Phone', credential: new Authenticator(home).create(await person.question()) };
    expect((await other.post('/api/auth/passkeys', elsewhere)).status).toBe(422);
  });
});

describe('Second factors', () => {
  it('are named, and taken off by their owner while one remains where the role needs one', async () => {
    const { passkey, ...person } = await enrolled();
    const at = `/api/auth/passkeys/${passkey.id}`;
    const renamed = await person.patch(at, 1, { label: 'Old phone' });
    expect([renamed.status, renamed.body.label, renamed.body.version]).toEqual([200, 'Old phone', 2]);
    expect((await person.patch(at, 1, { label: 'Older' })).status).toBe(412);
    const last = await person.remove(at);
    expect([last.status, last.body.code]).toEqual([409, 'second_factor.last']);
    const { body: totp } = await person.post('/api/auth/totp');
    const code = () => generate({ secret: totp.secret, epoch: Math.floor(app.clock.now().getTime() / 1000) });
    expect((await person.post('/api/auth/totp/confirm', { code: await code() })).status).toBe(200);
    expect((await person.remove(at)).status).toBe(204);
    expect((await person.remove(at)).status).toBe(404);
    expect((await person.remove('/api/auth/totp')).body.code).toBe('second_factor.last');
    const asked = await login({ email: person.email, password });
    expect([asked.body.code, asked.body.passkey]).toEqual(['second_factor.required', undefined]);
    const other = await enrolled();
    expect((await other.remove(at)).status).toBe(404);
    expect((await secondStep(other, other.device)).status).toBe(200);
  });

  it('go, recovery codes too, where the role needs none, and when an administrator takes them off', async () => {
    const { passkey, ...person } = await enrolled('administrator');
    expect((await person.remove(`/api/auth/passkeys/${passkey.id}`)).status).toBe(204);
    expect((await person.get('/api/auth/me')).body).toMatchObject({ hasSecondFactor: false, recoveryCodesLeft: null });
    expect((await login({ email: person.email, password })).status).toBe(200);
    const lost = await enrolled();
    await clinic.as.administrator.post(`/api/users/${lost.id}/reset-second-factor`);
    const { body } = await login({ email: lost.email, password });
    expect(body).toEqual({ mustEnrolSecondFactor: true });
  });

  it('include another authenticator app in place of the one before, which counts until the new one has shown a code', async () => {
    const person = await aPerson();
    const begin = async () => {
      const { body } = await person.post('/api/auth/totp');
      return () => generate({ secret: body.secret, epoch: Math.floor(app.clock.now().getTime() / 1000) });
    };
    const confirm = async (code: string) => person.post('/api/auth/totp/confirm', { code });
    const signIn = async (code: string) => (await login({ email: person.email, password, code })).status;
    const before = await begin();
    const { body: first } = await confirm(await before());
    const after = await begin();
    app.clock.advance(minutes(1));
    expect(await signIn(await before())).toBe(200);
    expect(await signIn(await after())).toBe(401);
    app.clock.advance(minutes(1));
    const { body: second } = await confirm(await after());
    app.clock.advance(minutes(1));
    expect(await signIn(await before())).toBe(401);
    expect(await signIn(await after())).toBe(200);
    expect(await signIn(first.recoveryCodes[0] as string)).toBe(401);
    expect(await signIn(second.recoveryCodes[0] as string)).toBe(200);
  });

  it('are not enrolled in a session whose second factor was shown too long ago', async () => {
    const person = await enrolled();
    app.clock.advance(minutes(11));
    for (const path of ['/api/auth/passkeys/question', '/api/auth/totp', '/api/auth/totp/confirm'])
      expect((await person.post(path, { code: '123456' })).body.code).toBe('second_factor.fresh_needed');
  });
});
