import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Clinic, TestApplication } from '../support/application.js';
import { FakeClock } from '../support/clock.js';
import { aCase, anAppointment, comesAlong, FakeChannel, remindersOf, ring, type Shown, sweep } from './world.js';

const clock = new FakeClock();
const email = new FakeChannel();
let app: TestApplication;
let clinic: Clinic;
let others: Clinic;

/** Called in at ten in New York, to be out by half past eleven. */
const start = '2018-03-14T14:00:00.000Z';
const dueOutBy = '2018-03-14T15:30:00.000Z';
const after = (minutes: number) => new Date(new Date(dueOutBy).getTime() + minutes * 60_000).toISOString();

beforeAll(async () => {
  app = await TestApplication.start({ clock, channels: { email } });
  clinic = await app.clinic();
  others = await app.clinic();
});
afterAll(() => app.stop());
beforeEach(() => {
  clock.set('2018-03-14T13:00:00Z');
  email.sent.length = 0;
});

interface Inside {
  clientId: string;
  code: string;
  id: string;
}

/** A person whom an accompanier saw being called in. */
async function inside(person: object = {}): Promise<Inside> {
  const file = await aCase(clinic, person);
  const { id } = await anAppointment(clinic, file);
  await comesAlong(clinic, id, clinic.as.accompanier.userId);
  clock.set(start);
  await tap(id, { event: 'called_in', dueOutBy });
  return { ...file, id };
}

async function tap(id: string, body: object): Promise<void> {
  const { status, body: answer } = await clinic.as.accompanier.post(`/api/appointments/${id}/live`, body);
  if (status !== 200) throw new Error(JSON.stringify(answer));
}

const alarms = async ({ clientId }: Inside) =>
  (await remindersOf(clinic, clientId)).filter(({ kind }) => kind === 'overdue_at_ice' || kind === 'locator_check');
const pending = (rungs: Shown[]) => rungs.filter(({ state }) => state === 'scheduled');
const shape = (rungs: Shown[]) =>
  rungs.map(({ kind, offset, recipientId, state }) => [kind, offset, recipientId, state]);
const liveStateOf = async ({ id }: Inside) => (await clinic.as.attorney.get(`/api/appointments/${id}`)).body.liveState;
const noticesOf = async (who: 'accompanier' | 'attorney' | 'supervisor', kind: string, { code }: Inside) =>
  (await clinic.as[who].get('/api/notices?limit=100')).body.items.filter(
    (notice: { kind: string; clientCode: string }) => notice.kind === kind && notice.clientCode === code,
  );

/** Climbs every rung that is due at a moment. */
async function climbAt(moment: string, person: Inside): Promise<void> {
  clock.set(moment);
  for (const { id, dueAt } of pending(await alarms(person))) if (dueAt <= moment) await ring(app, clinic, id);
}

describe('Somebody who is not out by the time agreed', () => {
  it('is asked after by companions at once, then the attorney, the supervisors, and at last the locator', async () => {
    const person = await inside();
    const { accompanier, attorney, supervisor } = clinic.as;
    expect((await alarms(person)).map(({ kind, dueAt, recipientId }) => [kind, dueAt, recipientId])).toEqual([
      ['overdue_at_ice', dueOutBy, accompanier.userId],
      ['overdue_at_ice', after(10), attorney.userId],
      ['overdue_at_ice', after(20), supervisor.userId],
      ['locator_check', after(45), attorney.userId],
    ]);
    expect(await liveStateOf(person)).toBe('called_in');

    await climbAt(dueOutBy, person);
    expect(await liveStateOf(person)).toBe('overdue');
    expect(await noticesOf('accompanier', 'overdue_at_ice', person)).toHaveLength(1);

    await climbAt(after(10), person);
    expect((await alarms(person)).map(({ state }) => state)).toEqual(['escalated', 'sent', 'scheduled', 'scheduled']);
    await climbAt(after(20), person);
    await climbAt(after(45), person);
    expect((await alarms(person)).map(({ state }) => state)).toEqual(['escalated', 'escalated', 'escalated', 'sent']);
    expect(await noticesOf('supervisor', 'overdue_at_ice', person)).toHaveLength(1);
    expect(await noticesOf('attorney', 'locator_check', person)).toHaveLength(1);
  });

  it('has mail sent that says nothing but the code of the case, and a notice beside it', async () => {
    const person = await inside();
    await climbAt(dueOutBy, person);
    expect(email.sent.map(({ subject, text }) => [subject, text.replace(/http\S+/, '')])).toEqual([
      ['Please look now', `${person.code}: this needs you now. Sign in to see more: `],
    ]);
    expect(await noticesOf('accompanier', 'overdue_at_ice', person)).toHaveLength(1);
  });

  it('is no business of another organisation, nor of an administrator', async () => {
    const person = await inside();
    expect((await others.as.attorney.get(`/api/appointments/${person.id}/overdue`)).status).toBe(404);
    expect((await others.as.attorney.post(`/api/appointments/${person.id}/overdue/acknowledge`, {})).status).toBe(404);
    expect((await clinic.as.administrator.get(`/api/appointments/${person.id}/overdue`)).status).toBe(403);
  });

  it("is somebody's care once one of them says so, and the rungs above are not climbed", async () => {
    const person = await inside();
    await climbAt(dueOutBy, person);
    clock.set(after(3));
    const { status, body } = await clinic.as.accompanier.post(`/api/appointments/${person.id}/overdue/acknowledge`, {});
    expect(status).toBe(200);
    expect([body.acknowledgedAt, body.acknowledgedBy]).toEqual([after(3), clinic.as.accompanier.userId]);
    expect(body.rungs.map(({ recipient }: { recipient: unknown }) => recipient)).toEqual([null, null, null, null]);
    expect(pending(await alarms(person))).toEqual([]);
    await climbAt(after(60), person);
    expect(await noticesOf('supervisor', 'overdue_at_ice', person)).toEqual([]);
    expect(await liveStateOf(person)).toBe('overdue');
    const again = await clinic.as.attorney.post(`/api/appointments/${person.id}/overdue/acknowledge`, {});
    expect([again.status, again.body.acknowledgedBy]).toEqual([200, clinic.as.accompanier.userId]);
    expect(again.body.rungs[0].recipient).toEqual(expect.any(String));
  });

  it('who was given more time has another ladder, acknowledged or not', async () => {
    const person = await inside();
    await climbAt(dueOutBy, person);
    await clinic.as.attorney.post(`/api/appointments/${person.id}/overdue/acknowledge`, {});
    await tap(person.id, { event: 'called_in', dueOutBy: after(60) });
    expect(await liveStateOf(person)).toBe('called_in');
    expect(pending(await alarms(person)).map(({ dueAt }) => dueAt)).toEqual([
      after(60),
      after(70),
      after(80),
      after(105),
    ]);
  });

  it('who comes out ends the climb', async () => {
    const person = await inside();
    await climbAt(dueOutBy, person);
    await tap(person.id, { event: 'out_safe' });
    expect(pending(await alarms(person))).toEqual([]);
    await climbAt(after(45), person);
    expect(await noticesOf('attorney', 'overdue_at_ice', person)).toEqual([]);
    const refused = await clinic.as.attorney.post(`/api/appointments/${person.id}/overdue/acknowledge`, {});
    expect(refused.status).toBe(200);
  });

  it('who was said to be out by a slip of the thumb is inside again, and the alarm sounds as before', async () => {
    const person = await inside();
    await tap(person.id, { event: 'out_safe' });
    expect(pending(await alarms(person))).toEqual([]);
    await tap(person.id, { event: 'not_out' });
    expect(await liveStateOf(person)).toBe('called_in');
    expect(pending(await alarms(person)).map(({ dueAt }) => dueAt)).toEqual([
      after(0),
      after(10),
      after(20),
      after(45),
    ]);
    await climbAt(dueOutBy, person);
    expect(await liveStateOf(person)).toBe('overdue');
    expect(await noticesOf('accompanier', 'overdue_at_ice', person)).toHaveLength(1);
    await tap(person.id, { event: 'out_safe' });
    await tap(person.id, { event: 'not_out' });
    expect(pending(await alarms(person)).map(({ dueAt }) => dueAt)).toEqual([after(10), after(20), after(45)]);
  });

  it('cannot be seen to before the time is past, which would keep the alarm from sounding', async () => {
    const person = await inside();
    clock.set(after(-1));
    const { status, body } = await clinic.as.accompanier.post(`/api/appointments/${person.id}/overdue/acknowledge`, {});
    expect([status, body.code]).toEqual([409, 'appointment.not_overdue']);
    expect(pending(await alarms(person))).toHaveLength(4);
  });

  it('is seen to, and comes out, also where the file was closed meanwhile', async () => {
    const [held, out] = [await inside(), await inside()];
    for (const { clientId } of [held, out]) {
      const closed = await clinic.as.attorney.post(`/api/clients/${clientId}/close`, { closingReason: 'advice_given' });
      expect(closed.status).toBe(200);
    }
    await climbAt(dueOutBy, held);
    const { status, body } = await clinic.as.attorney.post(`/api/appointments/${held.id}/overdue/acknowledge`, {});
    expect([status, body.acknowledgedBy]).toEqual([200, clinic.as.attorney.userId]);
    await tap(out.id, { event: 'out_safe' });
    expect(await liveStateOf(out)).toBe('out_safe');
    expect(pending(await alarms(out))).toEqual([]);
    const over = await clinic.as.attorney.post(`/api/appointments/${out.id}/overdue/acknowledge`, {});
    expect([over.status, over.body.code]).toEqual([409, 'client.closed']);
  });

  it('who was never called in has no alarm to acknowledge', async () => {
    const { id } = await anAppointment(clinic, await aCase(clinic));
    const { status, body } = await clinic.as.attorney.post(`/api/appointments/${id}/overdue/acknowledge`, {});
    expect([status, body.code]).toEqual([409, 'appointment.not_overdue']);
  });

  it('who is detained is looked for at once, and once only', async () => {
    const person = await inside();
    clock.set(after(-30));
    await tap(person.id, { event: 'detained' });
    const [task, ...rest] = pending(await alarms(person));
    expect([task!.kind, task!.dueAt, task!.recipientId, rest]).toEqual([
      'locator_check',
      after(-30),
      clinic.as.attorney.userId,
      [],
    ]);
    await ring(app, clinic, task!.id);
    expect(await noticesOf('attorney', 'locator_check', person)).toHaveLength(1);
    await sweep(app);
    expect(pending(await alarms(person))).toEqual([]);
  });

  it('who is detained has a custody event drafted, which nothing counts until somebody saves it', async () => {
    const person = await inside();
    const draftAt = `/api/appointments/${person.id}/custody-draft`;
    const early = await clinic.as.attorney.get(draftAt);
    expect([early.status, early.body.code]).toEqual([409, 'custody_event.no_sign']);
    clock.set(after(-30));
    await tap(person.id, { event: 'detained' });
    const { status, body } = await clinic.as.attorney.get(draftAt);
    expect([status, body]).toEqual([
      200,
      {
        clientId: person.clientId,
        event: { kind: 'detained', at: start, zone: 'America/New_York' },
        recordedId: null,
      },
    ]);
    const listAt = `/api/clients/${person.clientId}/custody-events`;
    expect((await clinic.as.attorney.get(listAt)).body.items).toEqual([]);
    const saved = await clinic.as.attorney.post(listAt, body.event);
    expect(saved.status).toBe(201);
    expect((await clinic.as.attorney.get(draftAt)).body.recordedId).toBe(saved.body.id);
    expect((await clinic.as.accompanier.get(draftAt)).status).toBe(403);
    expect((await others.as.attorney.get(draftAt)).status).toBe(404);
  });

  it('who is found to be detained after the locator was asked for is not asked for again', async () => {
    const person = await inside();
    for (const minutes of [0, 10, 20, 45]) await climbAt(after(minutes), person);
    await tap(person.id, { event: 'detained' });
    expect(pending(await alarms(person))).toEqual([]);
  });

  it('has emergency contacts, then somebody is asked to call them', async () => {
    const contact = { name: 'Sister Example', relation: 'sister', phone: '+17185550144', mayBeToldAboutCase: true };
    const person = await inside({ emergencyContacts: [contact] });
    expect(shape(await alarms(person))[3]).toEqual(['overdue_at_ice', 'PT30M', clinic.as.attorney.userId, 'scheduled']);
    for (const minutes of [0, 10, 20, 30]) await climbAt(after(minutes), person);
    expect(await noticesOf('attorney', 'call_emergency', person)).toHaveLength(1);
  });

  it('is alarmed about in the middle of the night', async () => {
    const person = await inside();
    const night = '2018-03-15T03:00:00.000Z';
    await tap(person.id, { event: 'called_in', dueOutBy: night });
    clock.set(night);
    expect(pending(await alarms(person))[0]!.dueAt).toBe(night);
    clock.set('2018-03-15T03:20:00.000Z');
    for (const { id, dueAt } of pending(await alarms(person)))
      if (dueAt <= '2018-03-15T03:20') await ring(app, clinic, id);
    expect(await liveStateOf(person)).toBe('overdue');
    expect(email.sent.length).toBeGreaterThan(0);
  });
});

describe('The plan', () => {
  it('has the usual ladder where it says nothing of people who are not out', async () => {
    const theirs = others.as.supervisor;
    const { body: plan } = await theirs.get('/api/reminder-plan');
    const rules = plan.rules.filter(({ kind }: { kind: string }) => kind === 'packet_prepare');
    const { body } = await theirs.put('/api/reminder-plan', { quietHours: null, rules }, { 'if-match': '"0"' });
    expect(body.rules.map(({ kind, to }: { kind: string; to: string }) => `${kind} ${to}`)).toEqual([
      'packet_prepare staff',
      'overdue_at_ice companions',
      'overdue_at_ice staff',
      'overdue_at_ice supervisors',
      'overdue_at_ice emergency_callers',
      'locator_check staff',
    ]);
  });

  it.each([
    [{ kind: 'overdue_at_ice', to: 'client', offsets: ['PT10M'] }, 'plan.not_for_clients'],
    [{ kind: 'overdue_at_ice', to: 'staff', offsets: ['P1D'] }, 'plan.alarm_in_days'],
    [{ kind: 'ice_appointment', to: 'supervisors', offsets: ['P1D'] }, 'plan.only_for_alarms'],
    [{ kind: 'ice_appointment', to: 'companions', offsets: ['PT0M'] }, 'plan.at_once_only_for_alarms'],
  ])('refuses %j', async (rule, code) => {
    const { body: plan } = await clinic.as.supervisor.get('/api/reminder-plan');
    const rules = [{ at: '18:00', channels: ['email'], ...rule }];
    const { status, body } = await clinic.as.supervisor.put(
      '/api/reminder-plan',
      { quietHours: null, rules },
      { 'if-match': `"${plan.version}"` },
    );
    expect([status, body.errors.map((error: { code: string }) => error.code)]).toEqual([
      422,
      expect.arrayContaining([code]),
    ]);
  });
});
