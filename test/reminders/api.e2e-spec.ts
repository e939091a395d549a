import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Clinic, TestApplication } from '../support/application.js';
import { FakeClock } from '../support/clock.js';
import { aCase, anAppointment, FakeChannel, remindersOf, ring, type Shown, sweep, toClient } from './world.js';

const clock = new FakeClock();
let app: TestApplication;
let clinic: Clinic;

beforeAll(async () => {
  app = await TestApplication.start({ clock, channels: { sms: new FakeChannel() } });
});
afterAll(() => app.stop());
beforeEach(async () => {
  clock.set('2018-03-01T15:00:00Z');
  clinic = await app.clinic();
});

async function owed(): Promise<{ clientId: string; appointmentId: string; reminders: Shown[] }> {
  const file = await aCase(clinic);
  const { id } = await anAppointment(clinic, file);
  return { clientId: file.clientId, appointmentId: id, reminders: await remindersOf(clinic, file.clientId) };
}

describe('The list of reminders', () => {
  async function pagedThrough(query = ''): Promise<Shown[]> {
    const seen: Shown[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body, status }: { body: { items: Shown[]; nextCursor: string | null; total: number }; status: number } =
        await clinic.as.attorney.get(`/api/reminders?limit=5&count=true${query}${cursor ? `&cursor=${cursor}` : ''}`);
      expect(status).toBe(200);
      expect(body.total).toBe(12);
      seen.push(...body.items);
      cursor = body.nextCursor;
    }
    return seen;
  }

  it('goes by what is due first, or latest where that is asked for, in pages that join without a gap', async () => {
    await owed();
    await owed();
    const earliest = await pagedThrough();
    expect(new Set(earliest.map(({ id }) => id)).size).toBe(12);
    expect(earliest.map(({ dueAt }) => dueAt)).toEqual(earliest.map(({ dueAt }) => dueAt).sort());
    expect(await pagedThrough('&order=latest')).toEqual([...earliest].reverse());
  });

  it('shows what is still to be sent', async () => {
    const { reminders } = await owed();
    const inHand = reminders[1]!.id;
    await clinic.as.attorney.post(`/api/reminders/${reminders[0]!.id}/cancel`);
    await clinic.inWork((work) => work.execute(`UPDATE reminders SET state = 'enqueued' WHERE id = $1`, [inHand]));
    const { body } = await clinic.as.attorney.get('/api/reminders?only=ahead');
    expect(body.items.map(({ id }: Shown) => id)).toEqual(reminders.slice(1).map(({ id }) => id));
  });

  it('shows what is in one state, or due before an instant', async () => {
    const { reminders } = await owed();
    await clinic.as.attorney.post(`/api/reminders/${reminders[0]!.id}/cancel`);
    const cancelled = await clinic.as.attorney.get('/api/reminders?state=cancelled');
    expect(cancelled.body.items.map(({ id }: Shown) => id)).toEqual([reminders[0]!.id]);
    const early = await clinic.as.attorney.get('/api/reminders?state=scheduled&dueBefore=2018-03-12T22:00:00Z');
    expect(early.body.items.map(({ kind }: Shown) => kind)).toEqual(['packet_prepare']);
  });

  it('refuses what it cannot understand, naming it', async () => {
    const { status, body } = await clinic.as.attorney.get(
      '/api/reminders?state=pending&dueBefore=tomorrow&only=mine&order=up',
    );
    expect(status).toBe(422);
    expect(body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
      'dueBefore',
      'only',
      'order',
      'state',
    ]);
  });

  it('is not for accompaniers, auditors and administrators', async () => {
    const { clientId } = await owed();
    for (const role of ['accompanier', 'auditor', 'administrator'] as const) {
      expect([role, (await clinic.as[role].get('/api/reminders')).status]).toEqual([role, 403]);
      expect([role, (await clinic.as[role].get(`/api/clients/${clientId}/reminders`)).status]).toEqual([role, 403]);
    }
  });

  it('leaves a line in the audit', async () => {
    const { clientId } = await owed();
    const { body } = await clinic.as.auditor.get(`/api/audit-events?event=reminder.listed&clientId=${clientId}`);
    expect(body.items).toHaveLength(1);
  });
});

describe('A reminder', () => {
  it('that somebody takes back is not sent and not made again', async () => {
    const { clientId, reminders } = await owed();
    const first = toClient(reminders)[0]!;
    const { status, body } = await clinic.as.advocate.post(`/api/reminders/${first.id}/cancel`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'cancelled', handledBy: clinic.as.advocate.userId, nextAttemptAt: null });
    await clinic.inWork((work) => work.execute('UPDATE clients SET version = version + 1 WHERE id = $1', [clientId]));
    await sweep(app);
    clock.set(first.dueAt);
    await ring(app, clinic, first.id);
    const still = toClient(await remindersOf(clinic, clientId)).filter(({ offset }) => offset === first.offset);
    expect(still.map(({ id, state }) => [id, state])).toEqual([[first.id, 'cancelled']]);
  });

  it('that was sent can be acknowledged and not taken back; one to come the other way round', async () => {
    const { reminders } = await owed();
    const [first, second] = toClient(reminders) as [Shown, Shown];
    clock.set(first.dueAt);
    await ring(app, clinic, first.id);
    const back = await clinic.as.attorney.post(`/api/reminders/${first.id}/cancel`);
    expect([back.status, back.body.code, back.body.state]).toEqual([409, 'reminder.not_pending', 'sent']);
    const seen = await clinic.as.attorney.post(`/api/reminders/${first.id}/acknowledge`);
    expect([seen.status, seen.body.state, seen.body.handledBy]).toEqual([
      200,
      'acknowledged',
      clinic.as.attorney.userId,
    ]);
    expect((await clinic.as.attorney.post(`/api/reminders/${first.id}/acknowledge`)).status).toBe(200);
    const early = await clinic.as.attorney.post(`/api/reminders/${second.id}/acknowledge`);
    expect([early.status, early.body.code]).toEqual([409, 'reminder.not_sent']);
  });

  it('cannot be taken back while it is being sent', async () => {
    const { reminders } = await owed();
    const first = toClient(reminders)[0]!;
    await clinic.inWork((work) =>
      work.execute(`UPDATE reminders SET state = 'enqueued', lease_until = $2 WHERE id = $1`, [
        first.id,
        new Date(work.now.getTime() + 60_000),
      ]),
    );
    expect((await clinic.as.attorney.post(`/api/reminders/${first.id}/cancel`)).body.code).toBe('reminder.being_sent');
  });

  it('that is not there is not found', async () => {
    const id = '01890000-0000-7000-8000-000000000000';
    for (const answer of [
      clinic.as.attorney.get(`/api/reminders/${id}`),
      clinic.as.attorney.get(`/api/reminders/${id}/preview`),
      clinic.as.attorney.post(`/api/reminders/${id}/cancel`),
      clinic.as.attorney.post(`/api/reminders/${id}/acknowledge`),
    ]) {
      const { status, body } = await answer;
      expect([status, body.code]).toEqual([404, 'reminder.not_found']);
    }
  });
});

describe('A reminder of my own', () => {
  const deadline = { kind: 'filing_deadline', dueAt: '2018-03-05T14:00:00Z' };
  const made = async (clientId: string, more: object = {}) =>
    clinic.as.attorney.post(`/api/clients/${clientId}/reminders`, { ...deadline, ...more });

  it('reminds me, or the colleague I name, when I said', async () => {
    const { clientId } = await aCase(clinic);
    const { status, body, headers } = await made(clientId);
    expect(status).toBe(201);
    expect(headers.location).toBe(`/api/reminders/${body.id}`);
    expect(body).toMatchObject({
      ...deadline,
      dueAt: '2018-03-05T14:00:00.000Z',
      recipientId: clinic.as.attorney.userId,
      channel: 'in_app',
      state: 'scheduled',
    });
    const other = await made(clientId, { recipientId: clinic.as.advocate.userId });
    clock.set(deadline.dueAt);
    await sweep(app);
    await ring(app, clinic, body.id);
    await ring(app, clinic, other.body.id);
    for (const role of ['attorney', 'advocate'] as const) {
      const notices = (await clinic.as[role].get('/api/notices')).body.items;
      expect(notices.map(({ kind }: { kind: string }) => kind)).toEqual(['filing_deadline']);
    }
    const said = async (query: string) => (await clinic.as.attorney.get(`/api/notices${query}`)).body.items[0].text;
    expect(await said('')).toMatch(/: a filing is due soon\.$/);
    expect(await said('?language=es')).toMatch(/: pronto vence un plazo de presentación\.$/);
    expect((await clinic.as.attorney.get('/api/notices?language=ht')).status).toBe(422);
  });

  it('can be moved and taken back, and then is not shown at the old time', async () => {
    const { clientId } = await aCase(clinic);
    const { body } = await made(clientId);
    const moved = await clinic.as.attorney.patch(`/api/reminders/${body.id}`, 1, { dueAt: '2018-03-06T14:00:00Z' });
    expect([moved.status, moved.body.dueAt, moved.body.version]).toEqual([200, '2018-03-06T14:00:00.000Z', 2]);
    expect(
      (await clinic.as.attorney.patch(`/api/reminders/${body.id}`, 1, { dueAt: '2018-03-07T14:00:00Z' })).status,
    ).toBe(412);
    clock.set(deadline.dueAt);
    await ring(app, clinic, body.id);
    expect((await clinic.as.attorney.get(`/api/reminders/${body.id}`)).body.state).toBe('scheduled');
    expect((await clinic.as.attorney.delete(`/api/reminders/${body.id}`)).status).toBe(204);
    expect((await clinic.as.attorney.get(`/api/reminders/${body.id}`)).body.state).toBe('cancelled');
  });

  it('stands once for one moment: set or moved there a second time it is refused, taken back it may be set again', async () => {
    const { clientId } = await aCase(clinic);
    const first = await made(clientId);
    const second = await made(clientId);
    expect([second.status, second.body.code, second.body.errors[0].field]).toEqual([409, 'reminder.exists', 'dueAt']);
    const later = await made(clientId, { dueAt: '2018-03-06T14:00:00Z' });
    const moved = await clinic.as.attorney.patch(`/api/reminders/${later.body.id}`, 1, { dueAt: deadline.dueAt });
    expect([moved.status, moved.body.code]).toEqual([409, 'reminder.exists']);
    expect((await made(clientId, { recipientId: clinic.as.advocate.userId })).status).toBe(201);
    await clinic.as.attorney.delete(`/api/reminders/${first.body.id}`);
    expect((await made(clientId)).status).toBe(201);
  });

  it('cannot lie in the past, be for nobody, or take the place of what is derived', async () => {
    const { clientId, reminders } = await owed();
    const wrong = async (more: object) =>
      (await made(clientId, more)).body.errors.map(({ field, code }: { field: string; code: string }) => [field, code]);
    expect(await wrong({ dueAt: '2018-03-01T15:00:00Z' })).toEqual([['dueAt', 'reminder.past']]);
    expect(await wrong({ recipientId: '01890000-0000-7000-8000-000000000000' })).toEqual([
      ['recipientId', 'user.unknown'],
    ]);
    expect(await wrong({ kind: 'ice_appointment' })).toEqual([['kind', 'choice.unknown']]);
    const derived = await clinic.as.attorney.patch(`/api/reminders/${reminders[0]!.id}`, 1, {
      dueAt: '2018-03-06T14:00:00Z',
    });
    expect([derived.status, derived.body.code]).toEqual([409, 'reminder.derived']);
    const other = await app.clinic();
    expect((await other.as.attorney.post(`/api/clients/${clientId}/reminders`, deadline)).status).toBe(404);
  });
});

describe('The plan', () => {
  const rules = [
    { kind: 'ice_appointment', to: 'client', offsets: ['P3D', 'PT90M'], at: '12:00', channels: ['voice_task'] },
  ];

  it('is the usual one until somebody changes it', async () => {
    const { status, body, headers } = await clinic.as.supervisor.get('/api/reminder-plan');
    expect(status).toBe(200);
    expect(headers.etag).toBe('"0"');
    expect(body).toMatchObject({ usual: true, version: 0, quietHours: { from: '21:00', to: '08:00' } });
    expect(body.rules[0]).toEqual({
      kind: 'ice_appointment',
      to: 'client',
      offsets: ['P7D', 'P2D', 'P1D', 'PT2H'],
      at: '18:00',
      channels: ['sms', 'email', 'voice_task'],
    });
    expect(body.drivers).toEqual([
      { name: 'in_app', driver: 'in_app', standIn: false },
      { name: 'email', driver: 'log', standIn: true },
      { name: 'sms', driver: 'fake', standIn: false },
    ]);
    expect(body.kinds).toContainEqual({ kind: 'debrief_missing', direction: 'after' });
    expect(body.audiences).toContainEqual({ to: 'staff', channels: ['email', 'in_app'] });
  });

  it('shows what it says to whom, in the language asked for, as it will be sent', async () => {
    const words = (query: string) => clinic.as.administrator.get(`/api/reminder-plan/words?${query}`);
    const { body } = await words('kind=ice_appointment&to=client&language=es');
    expect(body.items.map(({ channel, message }: Shown & { message: string }) => [channel, message])).toEqual([
      ['sms', 'early'],
      ['sms', 'soon'],
      ['email', 'early'],
      ['email', 'soon'],
      ['voice_task', null],
    ]);
    const { reminders } = await owed();
    const sent = await clinic.as.attorney.get(`/api/reminders/${toClient(reminders)[0]!.id}/preview`);
    const english = (await words('kind=ice_appointment&to=client')).body.items;
    expect(english.map(({ text }: { text: string }) => text)).toContain(sent.body.text);
    expect(body.items[0].text).not.toBe(english[0].text);
    expect(body.items[0].length.segments).toBeGreaterThan(0);
    expect((await words('kind=overdue_at_ice&to=staff')).body.items[1].text).toMatch(/^[A-Z]+-00000: /);
    expect((await words('kind=lunch&to=everybody')).status).toBe(422);
  });

  it('that is changed holds for what comes, and through the sweep for what is there; nobody is written to for the past', async () => {
    const { clientId } = await owed();
    clock.set('2018-03-12T15:00:00Z');
    const { status, body } = await clinic.as.supervisor.put(
      '/api/reminder-plan',
      { quietHours: null, rules },
      { 'if-match': '"0"' },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 1, usual: false, quietHours: null, rules: expect.arrayContaining(rules) });
    await sweep(app);
    const after = await remindersOf(clinic, clientId);
    const standing = after.filter(({ state }) => state !== 'cancelled' && state !== 'superseded');
    expect(standing.map(({ offset, channel, dueAt, state }) => [offset, channel, dueAt, state])).toEqual([
      ['P3D', 'voice_task', '2018-03-11T16:00:00.000Z', 'skipped_past_due'],
      ['PT90M', 'voice_task', '2018-03-14T12:30:00.000Z', 'scheduled'],
    ]);
  });

  it('is changed by one at a time', async () => {
    const put = (version: string) => clinic.as.supervisor.put('/api/reminder-plan', { rules }, { 'if-match': version });
    const both = await Promise.all([put('"0"'), put('"0"')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await put('"0"')).body).toMatchObject({ code: 'reminder_plan.stale_version', currentVersion: 1 });
    expect((await put('"1"')).status).toBe(200);
    expect((await clinic.as.supervisor.put('/api/reminder-plan', { rules })).status).toBe(428);
  });

  it.each([
    [{ offsets: ['7D'] }, 'rules.0.offsets'],
    [{ offsets: [] }, 'rules.0.offsets'],
    [{ offsets: ['P1D', 'P1D'] }, 'rules.0.offsets'],
    [{ at: '25:00' }, 'rules.0.at'],
    [{ kind: 'retention_review' }, 'rules.0.kind'],
    [{ to: 'everybody' }, 'rules.0.to'],
    [{ channels: ['in_app'] }, 'rules.0.channels'],
    [{ to: 'companions', channels: ['sms'] }, 'rules.0.channels'],
    [{ kind: 'debrief_missing' }, 'rules.0.to'],
    [{ kind: 'fingerprint_watch', to: 'staff', channels: ['in_app'], offsets: ['PT48H'] }, 'rules.0.offsets'],
    [{ text: 'hello' }, 'rules.0.text'],
  ])('refuses %j, naming the field', async (change, field) => {
    const { status, body } = await clinic.as.supervisor.put(
      '/api/reminder-plan',
      { rules: [{ ...rules[0], ...change }] },
      { 'if-match': '"0"' },
    );
    expect(status).toBe(422);
    expect(body.errors.map((error: { field: string }) => error.field)).toContain(field);
  });

  it('refuses a second rule for the same people, and quiet hours without end', async () => {
    const twice = await clinic.as.supervisor.put(
      '/api/reminder-plan',
      { rules: [rules[0], rules[0]] },
      { 'if-match': '"0"' },
    );
    expect(twice.body.errors).toEqual([expect.objectContaining({ field: 'rules.1.to', code: 'plan.rule_repeated' })]);
    const quiet = await clinic.as.supervisor.put(
      '/api/reminder-plan',
      { rules, quietHours: { from: '08:00', to: '08:00' } },
      { 'if-match': '"0"' },
    );
    expect(quiet.body.errors).toEqual([expect.objectContaining({ field: 'quietHours.to' })]);
  });

  it('is for supervisors and administrators', async () => {
    expect((await clinic.as.administrator.get('/api/reminder-plan')).status).toBe(200);
    expect((await clinic.as.attorney.put('/api/reminder-plan', { rules }, { 'if-match': '"0"' })).status).toBe(403);
  });

  it('is that of one organisation', async () => {
    const other = await app.clinic();
    await clinic.as.supervisor.put('/api/reminder-plan', { rules }, { 'if-match': '"0"' });
    expect((await other.as.supervisor.get('/api/reminder-plan')).body.usual).toBe(true);
  });
});

describe('What stopped', () => {
  it('shows: what should have gone out is counted as late', async () => {
    const { reminders } = await owed();
    const { body: before } = await clinic.as.attorney.get('/api/reminders/status');
    expect(before.late).toBe(0);
    clock.set(new Date(Date.parse(toClient(reminders)[0]!.dueAt) + 6 * 60_000));
    const { body } = await clinic.as.attorney.get('/api/reminders/status');
    expect(body.late).toBe(1);
  });
});
