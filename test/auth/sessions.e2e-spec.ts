import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generate } from 'otplib';
import { deviceOf } from '../../src/auth/device.js';
import { hashPassword } from '../../src/auth/secrets.js';
import { TidyService } from '../../src/auth/tidy.service.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { days, minutes } from '../support/clock.js';
import { aClient, type Answered } from '../support/factories.js';

const password = 'correct horse battery staple';
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const phone =
  'Mozilla/5.0 (Linux; Android 15; Pixel 9 Pro) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';

let app: TestApplication;
let clinic: Clinic;

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic();
});
afterAll(() => app.stop());

interface Person {
  id: string;
  email: string;
}

let count = 0;
/** Somebody with a password. */
async function aPerson(role: string, of: Clinic = clinic): Promise<Person> {
  const email = `session-${(count += 1)}@example.org`;
  const passwordHash = await hashPassword(password);
  const { userId } = await of.another(role as 'attorney');
  await of.inWork((work) =>
    work.execute('UPDATE users SET email = $2, password_hash = $3 WHERE id = $1', [userId, email, passwordHash]),
  );
  return { id: userId, email };
}

const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  (answer.headers['set-cookie'] as string[])[0]!.split(';')[0]!;
const attempt = ({ email }: Person, { agent = firefox, cookie = '' } = {}) =>
  app.anonymous.post('/api/auth/login').set('user-agent', agent).set('cookie', cookie).send({ email, password });
const signIn = async (person: Person, more = {}) => cookieOf(await attempt(person, more));
const by = (cookie: string) => ({
  get: (path: string) => app.anonymous.get(path).set('cookie', cookie),
  post: (path: string, body: object = {}) => app.anonymous.post(path).set('cookie', cookie).send(body),
  delete: (path: string) => app.anonymous.delete(path).set('cookie', cookie),
});
const works = async (cookie: string) => (await by(cookie).get('/api/auth/me')).status === 200;
const audited = async (event: string, of: Clinic = clinic): Promise<Answered[]> =>
  (await of.as.auditor.get(`/api/audit-events?event=${event}`)).body.items;

describe('My sessions', () => {
  it('are listed with a coarse device and when they were last seen, the one in use marked, nothing more of the device kept', async () => {
    const me = await aPerson('attorney');
    await signIn(me);
    app.clock.advance(minutes(5));
    const here = await signIn(me, { agent: phone });
    const { body } = await by(here).get('/api/auth/sessions?count=true');
    expect(body.total).toBe(3);
    expect(body.items.map(({ kind, device, current }: Answered) => [kind, device, current])).toEqual([
      ['session', 'Chrome, Android', true],
      ['session', 'Firefox, Windows', false],
      ['token', null, false],
    ]);
    expect(body.items[0].lastSeenAt).toBe(app.clock.now().toISOString());
    const kept = JSON.stringify(await clinic.inWork((work) => work.sql('SELECT * FROM sessions')));
    for (const part of ['Mozilla', 'Pixel', 'Gecko', '10.0']) expect(kept).not.toContain(part);
    const page = await by(here).get('/api/auth/sessions?limit=1');
    const next = await by(here).get(`/api/auth/sessions?limit=1&cursor=${page.body.nextCursor}`);
    expect(next.body.items[0].device).toBe('Firefox, Windows');
  });

  it('end one by one, or all others at once, at once', async () => {
    const me = await aPerson('attorney');
    const [lost, other, here] = [await signIn(me), await signIn(me), await signIn(me)];
    const { body } = await by(lost).get('/api/auth/sessions');
    const id = body.items.find(({ current }: Answered) => current).id;
    expect((await by(here).delete(`/api/auth/sessions/${id}`)).status).toBe(204);
    expect([await works(lost), await works(other), await works(here)]).toEqual([false, true, true]);
    expect((await by(here).delete(`/api/auth/sessions/${id}`)).body.code).toBe('session.not_found');
    expect((await by(here).delete('/api/auth/sessions')).status).toBe(204);
    expect([await works(other), await works(here)]).toEqual([false, true]);
    expect((await by(here).get('/api/auth/sessions')).body.items).toHaveLength(1);
    expect((await audited('session.revoked'))[0]).toMatchObject({ subjectId: me.id, details: { ids: [id] } });
  });

  it('are nobody else’s to see or end, not even by their id', async () => {
    const [me, colleague] = [await aPerson('attorney'), await aPerson('supervisor')];
    const [mine, theirs] = [await signIn(me), await signIn(colleague)];
    const { id } = (await by(mine).get('/api/auth/sessions')).body.items[0];
    expect((await by(theirs).delete(`/api/auth/sessions/${id}`)).status).toBe(404);
    expect((await by(theirs).get(`/api/users/${me.id}/sessions`)).status).toBe(403);
    const outsider = (await app.clinic()).as.administrator;
    expect((await outsider.get(`/api/users/${me.id}/sessions`)).status).toBe(404);
    expect((await outsider.delete(`/api/users/${me.id}/sessions`)).status).toBe(404);
    expect((await outsider.delete(`/api/users/${me.id}/sessions/${id}`)).status).toBe(404);
    expect(await works(mine)).toBe(true);
  });
});

describe('An administrator', () => {
  it('sees anybody’s sessions, to the hour, and ends one or all; each is in the audit', async () => {
    const me = await aPerson('attorney');
    const [first, second] = [await signIn(me), await signIn(me)];
    app.clock.advance(minutes(7));
    const { administrator } = clinic.as;
    const { body } = await administrator.get(`/api/users/${me.id}/sessions`);
    expect(body.items).toHaveLength(3);
    expect(body.items[0].lastSeenAt).toMatch(/T\d\d:00:00\.000Z$/);
    expect((await administrator.delete(`/api/users/${me.id}/sessions/${body.items[1].id}`)).status).toBe(204);
    expect([await works(first), await works(second)]).toEqual([false, true]);
    expect((await administrator.delete(`/api/users/${me.id}/sessions`)).status).toBe(204);
    expect(await works(second)).toBe(false);
    expect((await administrator.get(`/api/users/${randomUUID()}/sessions`)).status).toBe(404);
    for (const event of ['session.listed', 'session.all_revoked'])
      expect((await audited(event))[0]).toMatchObject({ userId: administrator.userId, subjectId: me.id });
  });
});

describe('A session', () => {
  it('is a new one at each sign-in, and the one that the browser had ends', async () => {
    const me = await aPerson('attorney');
    const before = await signIn(me);
    const after = await signIn(me, { cookie: before });
    expect(after).not.toBe(before);
    expect([await works(before), await works(after)]).toEqual([false, true]);
  });

  it('gets a new token when a second factor is enrolled or the password changes; the old one is worth nothing', async () => {
    const me = await aPerson('attorney');
    const before = await signIn(me);
    const { body } = await by(before).post('/api/auth/totp');
    const code = await generate({ secret: body.secret, epoch: Math.floor(app.clock.now().getTime() / 1000) });
    const enrolled = cookieOf(await by(before).post('/api/auth/totp/confirm', { code }));
    expect([await works(before), await works(enrolled)]).toEqual([false, true]);
    const change = { currentPassword: password, newPassword: 'another horse battery staple' };
    const changed = cookieOf(await by(enrolled).post('/api/auth/password', change));
    expect([await works(enrolled), await works(changed)]).toEqual([false, true]);
  });

  it('ends when the role changes', async () => {
    const me = await aPerson('advocate');
    const cookie = await signIn(me);
    await clinic.as.administrator.patch(`/api/users/${me.id}`, 1, { role: 'supervisor' });
    expect(await works(cookie)).toBe(false);
  });

  it('from a kind of device not seen before is told to its owner; from a known one, and the first ever, is not', async () => {
    const me = await aPerson('attorney');
    const cookie = await signIn(me);
    await signIn(me);
    const notices = async (): Promise<Answered[]> => (await by(cookie).get('/api/notices')).body.items;
    expect(await notices()).toEqual([]);
    await signIn(me, { agent: phone });
    await signIn(me, { agent: phone });
    expect(await notices()).toMatchObject([
      { kind: 'new_sign_in', clientId: null, text: expect.stringContaining('not seen before') },
    ]);
  });

  it('is forgotten 90 days after its end, one in force is not', async () => {
    const own = await app.clinic();
    const me = await aPerson('attorney', own);
    await signIn(me);
    const rows = () =>
      own.inWork((work) => work.sql(`SELECT id FROM sessions WHERE user_id = $1 ORDER BY id`, [me.id]));
    const [token] = await rows();
    app.clock.advance(days(91));
    await app.app.get(TidyService).tidy();
    expect(await rows()).toEqual([token]);
  });
});

describe('A lockdown', () => {
  it('signs everybody out, ends tokens and links, and lets only administrators sign in until it is undone', async () => {
    const [own, other] = [await app.clinic(), await app.clinic()];
    const [boss, worker] = [await aPerson('administrator', own), await aPerson('attorney', own)];
    const elsewhere = await aPerson('attorney', other);
    const [working, away] = [await signIn(worker), await signIn(elsewhere)];
    const asked = await signIn(boss);
    const invited = await own.as.administrator.post('/api/users', {
      displayName: 'Invited',
      email: 'locked-out@example.org',
      role: 'attorney',
    });

    const begun = await by(asked).post('/api/organization/lockdown');
    expect([begun.status, begun.body.lockedDownAt]).toEqual([200, app.clock.now().toISOString()]);
    const bossCookie = cookieOf(begun);
    expect([await works(asked), await works(working), await works(bossCookie)]).toEqual([false, false, true]);
    expect((await own.as.attorney.get('/api/clients')).status).toBe(401);
    expect((await own.as.administrator.get('/api/users')).status).toBe(401);
    const token = invited.body.invitationLink.split('#')[1];
    expect((await app.anonymous.post('/api/auth/use-link').send({ token, password })).status).toBe(404);

    const refused = await attempt(worker);
    expect([refused.status, refused.body.code]).toEqual([403, 'organization.locked_down']);
    expect((await app.anonymous.post('/api/auth/login').send({ email: worker.email, password: 'wrong' })).status).toBe(
      401,
    );
    expect(await works(await signIn(boss))).toBe(true);
    expect(await works(away)).toBe(true);
    expect((await other.as.attorney.get('/api/organization')).body.lockedDownAt).toBeNull();

    const undone = await by(bossCookie).delete('/api/organization/lockdown');
    expect([undone.status, undone.body.lockedDownAt]).toEqual([200, null]);
    expect((await by(bossCookie).delete('/api/organization/lockdown')).body.code).toBe('lockdown.none');
    expect([await works(working), await works(await signIn(worker))]).toEqual([false, true]);
    const lines = await own.inWork((work) =>
      work.sql(`SELECT event, user_id AS "userId" FROM audit_events WHERE event LIKE 'lockdown.%' ORDER BY id`),
    );
    expect(lines).toEqual(['lockdown.begun', 'lockdown.ended'].map((event) => ({ event, userId: boss.id })));
  });

  it('is for administrators alone, and recognises no session of anybody else that came to be some other way', async () => {
    const own = await app.clinic();
    expect((await own.as.supervisor.post('/api/organization/lockdown')).status).toBe(403);
    expect((await own.as.supervisor.delete('/api/organization/lockdown')).status).toBe(403);
    const lock = (at: Date | null) =>
      own.inWork((work) => work.execute('UPDATE organizations SET locked_down_at = $1', [at]));
    await lock(app.clock.now());
    expect((await own.as.attorney.get('/api/clients')).status).toBe(401);
    expect((await own.as.administrator.get('/api/users')).status).toBe(200);
    await lock(null);
    expect((await own.as.attorney.post('/api/clients', aClient())).status).toBe(201);
  });

  it('wants a second factor shown just now, and no token can ask for it', async () => {
    const own = await app.clinic();
    const cookie = await signIn(await aPerson('administrator', own));
    const { token } = own.as.administrator;
    const byToken = await app.anonymous.post('/api/organization/lockdown').set('authorization', `Bearer ${token}`);
    expect([byToken.status, byToken.body.code]).toEqual([403, 'token.cannot_step_up']);
    app.clock.advance(minutes(11));
    for (const method of ['post', 'delete'] as const) {
      const { status, body } = await by(cookie)[method]('/api/organization/lockdown');
      expect([status, body.code]).toEqual([403, 'second_factor.fresh_needed']);
    }
    expect((await own.as.attorney.get('/api/clients')).status).toBe(200);
    expect((await by(cookie).post('/api/auth/step-up', { password })).status).toBe(200);
    expect((await by(cookie).post('/api/organization/lockdown')).status).toBe(200);
    expect((await own.as.attorney.get('/api/clients')).status).toBe(401);
  });

  it('at the very moment of a sign-in leaves no session behind', async () => {
    const own = await app.clinic();
    const [boss, worker] = [await aPerson('administrator', own), await aPerson('attorney', own)];
    const cookie = await signIn(boss);
    await Promise.all([
      ...Array.from({ length: 4 }, () => attempt(worker)),
      by(cookie).post('/api/organization/lockdown'),
      attempt(worker),
    ]);
    const [left] = await own.inWork((work) =>
      work.sql('SELECT count(*) AS n FROM sessions WHERE user_id = $1 AND revoked_at IS NULL', [worker.id]),
    );
    expect(left).toEqual({ n: 0 });
  });
});

describe('The device of a session', () => {
  it.each([
    [firefox, 'Firefox, Windows'],
    [phone, 'Chrome, Android'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari, iPhone',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge, Mac',
    ],
    ['Mozilla/5.0 (Windows NT 10.0) Something/1.0', 'Browser, Windows'],
    ['curl/8.5.0', 'Program'],
    [undefined, null],
    ['', null],
  ])('%s is kept as %s', (agent, device) => expect(deviceOf(agent)).toBe(device));
});
