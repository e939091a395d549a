import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { remindersOf, texted, toClient } from '../reminders/world.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { aClient, aLetter, anAppointment, anArrest, type Answered, aPlaceId, aPrint } from '../support/factories.js';

let app: TestApplication;
let clinic: Clinic;

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic();
});
afterAll(() => app.stop());

async function aFile(overrides: Record<string, unknown> = {}): Promise<Answered> {
  const { body, status } = await clinic.as.attorney.post('/api/clients', aClient(overrides));
  expect(status).toBe(201);
  return body;
}
const walled = (...allowed: (keyof Clinic['as'])[]) => ({
  restricted: true,
  allowedUserIds: allowed.map((role) => clinic.as[role].userId),
});
async function aWalledFile(...allowed: (keyof Clinic['as'])[]): Promise<Answered> {
  const { id } = await aFile();
  const { body, status } = await clinic.as.attorney.patch(`/api/clients/${id}`, 1, walled(...allowed));
  expect(status).toBe(200);
  return body;
}
const merge = (into: Answered, from: Answered, as = clinic.as.attorney) =>
  as.post(`/api/clients/${into.id}/merge`, { otherClientId: from.id });
const isThere = async ({ id }: Answered) => (await clinic.as.attorney.get(`/api/clients/${id}`)).status === 200;

describe('Two files of one person', () => {
  it('become one, with the records of both, the names of both, and what only the other knew', async () => {
    const mine = await aFile({ legalName: 'Maria Lopez', aNumberState: 'unknown' });
    const theirs = await aFile({
      legalName: 'Mariela Lopes',
      preferredName: 'Mari',
      aNumber: '087654399',
      aNumberState: 'has',
      phone: '+12125550111',
    });
    const other = await clinic.as.attorney.post(`/api/clients/${theirs.id}/arrests`, anArrest());
    const print = await clinic.as.attorney.post(`/api/clients/${theirs.id}/fingerprint-events`, aPrint());
    const letter = await clinic.as.attorney.post(`/api/clients/${mine.id}/letters`, aLetter());
    expect(letter.body.fingerprintEventId).toBeNull();

    const { status, body } = await merge(mine, theirs);
    expect([status, body.id, body.code]).toEqual([200, mine.id, mine.code]);
    expect(body).toMatchObject({
      legalName: 'Maria Lopez',
      preferredName: 'Mari',
      aliases: 'Mariela Lopes; Mari',
      phone: '+12125550111',
      aNumber: '087654399',
      aNumberState: 'has',
    });
    expect((await clinic.as.attorney.get(`/api/arrests/${other.body.id}`)).body.clientId).toBe(mine.id);
    // The letter's trigger is looked for among the prints of both.
    expect((await clinic.as.attorney.get(`/api/letters/${letter.body.id}`)).body).toMatchObject({
      fingerprintEventId: print.body.id,
      lagDays: 12,
    });
    for (const q of ['lopez', 'mariela', 'A087654399']) {
      const { body: found } = await clinic.as.attorney.get(`/api/clients?q=${q}`);
      expect([q, found.items.map(({ id }: Answered) => id)]).toEqual([q, [mine.id]]);
    }
    expect(await isThere(theirs)).toBe(false);
  });

  it.each([
    [
      'who wanted no texts in the other gets none',
      { smsConsent: 'opted_out' },
      { smsConsent: 'opted_out' },
      'voice_task',
    ],
    [
      'a number that others read is not texted',
      { ...texted, phoneSafeToText: 'no' },
      { phoneSafeToText: 'no' },
      'voice_task',
    ],
    [
      'of another number that others read nothing is said here',
      { phone: '+12125550112', phoneSafeToText: 'no' },
      { smsConsent: 'opted_in', phoneSafeToText: 'yes' },
      'sms',
    ],
  ])('become one, and %s', async (_, there, here, channel) => {
    const mine = await aFile(texted);
    const theirs = await aFile(there);
    const appointment = anAppointment(await aPlaceId(clinic));
    await clinic.as.attorney.post(`/api/clients/${mine.id}/appointments`, appointment);
    const owed = async () => {
      const waiting = toClient(await remindersOf(clinic, mine.id)).filter(({ state }) => state === 'scheduled');
      return [...new Set(waiting.map((one) => one.channel))];
    };
    expect(await owed()).toEqual(['sms']);
    expect((await merge(mine, theirs)).body).toMatchObject(here);
    expect(await owed()).toEqual([channel]);
  });

  it('become one, and a number is not safe to text because another was', async () => {
    const mine = await aFile({ phone: '+12125550111' });
    const theirs = await aFile({ phone: '+12125550112', phoneSafeToText: 'yes' });
    expect((await merge(mine, theirs)).body).toMatchObject({ phone: '+12125550111', phoneSafeToText: null });
  });

  it('stay two when they are one file, or the other is another clinic’s', async () => {
    const mine = await aFile();
    expect((await merge(mine, mine)).body).toMatchObject({ errors: [{ field: 'otherClientId', code: 'client.same' }] });
    const elsewhere = await app.clinic();
    const { body: theirs } = await elsewhere.as.attorney.post('/api/clients', aClient());
    expect((await merge(mine, theirs)).status).toBe(404);
    expect((await elsewhere.as.attorney.get(`/api/clients/${theirs.id}`)).status).toBe(200);
  });

  it('stay two where merging would show a restricted file to people whom it does not let in', async () => {
    const [open, closed] = [await aFile(), await aWalledFile('attorney')];
    const { status, body } = await merge(open, closed);
    expect([status, body.code]).toEqual([409, 'client.wall']);
    const wider = await aWalledFile('attorney', 'supervisor');
    expect((await merge(wider, closed)).body.code).toBe('client.wall');
    expect(await isThere(closed)).toBe(true);
    // The other way round nobody sees more than before.
    expect((await merge(closed, open)).status).toBe(200);
    expect((await clinic.as.supervisor.get(`/api/clients/${closed.id}`)).status).toBe(404);
  });

  it('behind a wall take over no attorney, who would be let in by that', async () => {
    const closed = await aWalledFile('attorney');
    const open = await aFile({ assignedAttorneyId: clinic.as.supervisor.userId });
    expect((await merge(closed, open)).body.assignedAttorneyId).toBeNull();
  });

  it('stay two under a legal hold, and for whom the role does not include it', async () => {
    const [mine, held] = [await aFile(), await aFile()];
    expect((await merge(mine, held, clinic.as.accompanier)).status).toBe(403);
    await clinic.inWork((work) => work.execute('UPDATE clients SET legal_hold = true WHERE id = $1', [held.id]));
    for (const [into, from] of [
      [mine, held],
      [held, mine],
    ] as const)
      expect((await merge(into, from)).body.code).toBe('client.legal_hold');
  });
});

describe('A restricted file', () => {
  it('cannot be closed to the one who closes it', async () => {
    const mine = await aFile();
    const { status, body } = await clinic.as.attorney.patch(`/api/clients/${mine.id}`, 1, walled('supervisor'));
    expect([status, body.errors]).toEqual([
      422,
      [expect.objectContaining({ field: 'allowedUserIds', code: 'client.shut_out' })],
    ]);
    expect((await clinic.as.advocate.get(`/api/clients/${mine.id}`)).status).toBe(200);
  });
});

describe('A consent', () => {
  it('was taken by somebody of this clinic', async () => {
    const elsewhere = await app.clinic();
    const consent = (takenBy: string) => ({ kind: 'record_keeping', givenOn: '2018-02-28', takenBy });
    const consents = [consent(clinic.as.attorney.userId), consent(elsewhere.as.attorney.userId)];
    const { status, body } = await clinic.as.attorney.post('/api/clients', aClient({ consents }));
    expect([status, body.errors]).toEqual([
      422,
      [expect.objectContaining({ field: 'consents.1.takenBy', code: 'user.unknown' })],
    ]);
  });
});
