import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Caller, type Clinic, TestApplication } from '../support/application.js';
import { FakeClock } from '../support/clock.js';
import { aCase, anAppointment, comesAlong, FakeChannel, remindersOf, ring } from '../reminders/world.js';

const clock = new FakeClock();
const email = new FakeChannel();
let app: TestApplication;
let clinic: Clinic;
let elsewhere: Clinic;

beforeAll(async () => {
  app = await TestApplication.start({ clock, channels: { email } });
  [clinic, elsewhere] = [await app.clinic(), await app.clinic()];
});
afterAll(() => app.stop());
beforeEach(() => clock.set('2018-03-12T15:00:00Z'));

interface Mine {
  version: number;
  user: { id: string; language: string | null };
}
const accountOf = async (who: Caller) => (await who.get('/api/auth/me')).body as Mine;
const choose = async (who: Caller, language: string | null) =>
  who.patch('/api/auth/me', (await accountOf(who)).version, { language });

/** The e-mail, not sent yet, to a colleague who goes along to an appointment. */
async function mailOwedTo(who: Caller) {
  const file = await aCase(clinic);
  const { id } = await anAppointment(clinic, file);
  await comesAlong(clinic, id, who.userId);
  const reminders = await remindersOf(clinic, file.clientId);
  return reminders.find(({ recipientId, channel }) => recipientId === who.userId && channel === 'email')!;
}

describe('The language of an account', () => {
  it('is chosen by its owner, whatever their role, and by each only for themselves', async () => {
    const twin = await accountOf(elsewhere.as.accompanier);
    for (const who of Object.values(clinic.as)) {
      const { status, body, headers } = await choose(who, 'es');
      expect([status, body.user.id, body.user.language]).toEqual([200, who.userId, 'es']);
      expect(headers.etag).toBe(`"${body.version}"`);
      expect((await accountOf(who)).user.language).toBe('es');
    }
    expect(await accountOf(elsewhere.as.accompanier)).toEqual(twin);
    expect((await choose(clinic.as.attorney, null)).body.user.language).toBeNull();
  });

  it('is in the audit as a change by its owner, without the value', async () => {
    const who = await clinic.another('advocate');
    await choose(who, 'es');
    const lines = async (of: Clinic) =>
      (await of.as.auditor.get(`/api/audit-events?event=user.changed&userId=${who.userId}`)).body.items;
    expect(await lines(clinic)).toMatchObject([{ subjectId: who.userId, details: { fields: ['language'] } }]);
    expect(JSON.stringify(await lines(clinic))).not.toContain('"es"');
    expect(await lines(elsewhere)).toEqual([]);
  });

  it('is all that one may change of oneself, and not against a version that was not read', async () => {
    const { as } = clinic;
    const { version } = await accountOf(as.accompanier);
    for (const beyond of [{ role: 'administrator' }, { email: 'x@example.org' }, { state: 'active' }])
      expect((await as.accompanier.patch('/api/auth/me', version, beyond)).status).toBe(422);
    expect((await as.accompanier.patch('/api/auth/me', version, { language: 'Español' })).status).toBe(422);
    expect((await as.accompanier.patch('/api/auth/me', version + 1, { language: 'es' })).status).toBe(412);
  });

  it('is that of the e-mails to them from then on, also of those that are planned already', async () => {
    const [mine, colleagues] = [await clinic.another('accompanier'), await clinic.another('accompanier')];
    const [mail, theirs] = [await mailOwedTo(mine), await mailOwedTo(colleagues)];
    expect(mail.language).toBe('en');
    await choose(mine, 'es');
    for (const { id } of [mail, theirs]) {
      clock.set(mail.dueAt);
      await ring(app, clinic, id);
    }
    expect(email.of(mail.id)).toMatchObject([{ text: expect.stringContaining('hay algo pendiente') }]);
    expect(email.of(theirs.id)).toMatchObject([{ text: expect.stringContaining('something is coming up') }]);
  });

  it('is followed by what is planned when an administrator chooses it, too', async () => {
    const who = await clinic.another('accompanier');
    const mail = await mailOwedTo(who);
    const { version } = await accountOf(who);
    const changed = await clinic.as.administrator.patch(`/api/users/${who.userId}`, version, { language: 'es' });
    expect(changed.status).toBe(200);
    clock.set(mail.dueAt);
    await ring(app, clinic, mail.id);
    expect(email.of(mail.id)).toMatchObject([{ text: expect.stringContaining('hay algo pendiente') }]);
  });
});
