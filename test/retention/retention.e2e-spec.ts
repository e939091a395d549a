import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RetentionWatchService } from '../../src/retention/watch.service.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { days } from '../support/clock.js';
import { type Answered } from '../support/factories.js';
import { aClosedCase, must, propose, purge } from './world.js';

let app: TestApplication;
let clinic: Clinic;

beforeAll(async () => {
  app = await TestApplication.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set('2018-03-01T15:00:00Z');
  clinic = await app.clinic();
});

const usual = { shortMonths: 6, standardMonths: 12, extendedMonths: 84 };
const putPolicy = (version: number, more: object = {}) =>
  clinic.as.supervisor.put('/api/retention/policy', { ...usual, ...more }, { 'if-match': `"${version}"` });
const due = async (until: string): Promise<Answered[]> =>
  (await must(clinic.as.supervisor.get(`/api/retention/reviews?until=${until}`), 200)).items;
const hold = (clientId: string, reason = 'A court may ask for it.') =>
  clinic.as.attorney.post('/api/retention/holds', { clientId, reason });
const eventsOf = async (clientId: string): Promise<string[]> =>
  (await clinic.as.auditor.get(`/api/audit-events?clientId=${clientId}&limit=100`)).body.items.map(
    ({ event }: Answered) => event,
  );

describe('A case that is closed', () => {
  it('is due for review when the policy of its organisation says, by its class, else by the reason for closing', async () => {
    const monthsByReason = [{ closingReason: 'entered_in_error', months: 1 }];
    expect(await must(putPolicy(0, { monthsByReason, standardMonths: 18 }), 200)).toMatchObject({
      version: 1,
      monthsByReason,
      purgeAfterDays: null,
    });
    const closed = async (retentionClass: string, closingReason: string) => {
      const { client } = await aClosedCase(clinic);
      await must(clinic.as.attorney.post(`/api/clients/${client.id}/reopen`), 200);
      await must(clinic.as.attorney.patch(`/api/clients/${client.id}`, 3, { retentionClass }), 200);
      return (await must(clinic.as.attorney.post(`/api/clients/${client.id}/close`, { closingReason }), 200)).reviewOn;
    };
    expect(await closed('standard', 'advice_given')).toBe('2019-09-01');
    expect(await closed('standard', 'entered_in_error')).toBe('2018-04-01');
    expect(await closed('short', 'entered_in_error')).toBe('2018-09-01');
    expect(await closed('extended', 'entered_in_error')).toBe('2025-03-01');
    const { client } = await aClosedCase(await app.clinic());
    expect(client.id).toBeDefined();
    const past = await aClosedCase(clinic);
    await clinic.as.attorney.post(`/api/clients/${past.client.id}/reopen`);
    const refused = await clinic.as.attorney.post(`/api/clients/${past.client.id}/close`, {
      closingReason: 'other',
      reviewOn: '2018-02-28',
    });
    expect([refused.status, refused.body.errors[0].field]).toEqual([422, 'reviewOn']);
  });

  it('is listed once its review is due, the longest overdue first, to those alone who may see it', async () => {
    const [late, later, walled] = [await aClosedCase(clinic), await aClosedCase(clinic), await aClosedCase(clinic)];
    const shift = (id: string, day: string, more = '') =>
      clinic.inWork((work) => work.execute(`UPDATE clients SET review_on = $2 ${more} WHERE id = $1`, [id, day]));
    await shift(late.client.id, '2018-05-02');
    await shift(later.client.id, '2018-05-03');
    await shift(walled.client.id, '2018-05-01', ', restricted = true');
    expect(await due('2018-05-01')).toEqual([]);
    const items = await due('2018-05-03');
    expect(items.map(({ clientId }) => clientId)).toEqual([late.client.id, later.client.id]);
    expect(items[0]).toMatchObject({
      code: late.client.code,
      reviewOn: '2018-05-02',
      legalHold: false,
      purgesOn: null,
    });
    expect(JSON.stringify(items)).not.toContain(late.client.legalName);
    const first = await must(clinic.as.supervisor.get('/api/retention/reviews?until=2018-05-03&limit=1'), 200);
    const next = await clinic.as.supervisor.get(
      `/api/retention/reviews?until=2018-05-03&limit=1&cursor=${first.nextCursor}`,
    );
    expect(next.body.items.map(({ clientId }: Answered) => clientId)).toEqual([later.client.id]);
  });

  it('is kept by who says why and until when; a proposal to purge it then ends', async () => {
    const { client } = await aClosedCase(clinic);
    const { id } = await must(propose(clinic, client.id), 201);
    const keep = (body: object) => clinic.as.supervisor.post(`/api/retention/reviews/${client.id}/keep`, body);
    const reason = 'A motion to reopen is being prepared.';
    for (const nextReviewOn of ['2018-03-01', '2058-01-01'])
      expect((await keep({ reason, nextReviewOn })).body.errors?.[0].field).toBe('nextReviewOn');
    expect(await must(keep({ reason, nextReviewOn: '2019-01-31' }), 201)).toMatchObject({
      reason,
      clientId: client.id,
    });
    const { body } = await clinic.as.attorney.get(`/api/retention/reviews/${client.id}`);
    expect(body).toMatchObject({ reviewOn: '2019-01-31', blocks: [], decisions: [{ reason }] });
    expect((await clinic.as.supervisor.get(`/api/retention/purges/${id}`)).body.state).toBe('withdrawn');
    expect((await clinic.as.supervisor.post(`/api/retention/purges/${id}/approval`)).body.code).toBe('purge.withdrawn');
    await clinic.as.attorney.post(`/api/clients/${client.id}/reopen`);
    expect((await keep({ reason, nextReviewOn: '2019-01-31' })).body.code).toBe('client.not_closed');
    expect(await eventsOf(client.id)).toEqual(expect.arrayContaining(['retention.kept', 'purge.withdrawn']));
  });
});

describe('The policy', () => {
  it('is set by a supervisor, against the version that was read, and names each reason once', async () => {
    expect((await putPolicy(1)).status).toBe(412);
    await must(putPolicy(0, { purgeAfterDays: 60 }), 200);
    expect((await putPolicy(0)).status).toBe(412);
    const twice = [1, 2].map((months) => ({ closingReason: 'other', months }));
    expect((await putPolicy(1, { monthsByReason: twice })).body.errors[0]).toMatchObject({
      field: 'monthsByReason.1.closingReason',
      code: 'retention_policy.reason_repeated',
    });
    expect((await putPolicy(1, { purgeAfterDays: 29 })).body.errors[0].field).toBe('purgeAfterDays');
    expect((await clinic.as.attorney.get('/api/retention/policy')).body).toMatchObject({
      version: 1,
      purgesSince: '2018-03-01',
    });
    expect((await clinic.as.attorney.put('/api/retention/policy', usual, { 'if-match': '"1"' })).status).toBe(403);
    expect((await (await app.clinic()).as.attorney.get('/api/retention/policy')).body.version).toBe(0);
  });
});

describe('To purge a case file', () => {
  it('takes two people; asked again it answers the certificate, and of others it is absent', async () => {
    const { client } = await aClosedCase(clinic, { letters: ['2018-02-26'] });
    const theirs = await app.clinic();
    expect((await propose(theirs, client.id)).status).toBe(404);
    const proposal = await must(propose(clinic, client.id), 201);
    expect(proposal).toMatchObject({ caseId: client.id, code: client.code, state: 'proposed', destroyed: null });
    expect((await propose(clinic, client.id, {}, clinic.as.supervisor)).body).toMatchObject({
      code: 'purge.proposed',
      purgeId: proposal.id,
    });
    const approval = `/api/retention/purges/${proposal.id}/approval`;
    expect((await clinic.as.attorney.post(approval)).body.code).toBe('purge.own');
    expect((await theirs.as.supervisor.post(approval)).status).toBe(404);
    expect((await clinic.as.auditor.get(`/api/retention/purges/${proposal.id}`)).status).toBe(404);
    expect((await clinic.as.supervisor.get(`/api/retention/purges/${proposal.id}/certificate.pdf`)).body.code).toBe(
      'purge.not_done',
    );
    expect((await clinic.as.attorney.get(`/api/clients/${client.id}`)).status).toBe(200);

    const done = await must(clinic.as.supervisor.post(approval), 200);
    expect(done).toMatchObject({ state: 'purged', basis: 'two_people', code: null, ledgerRows: 1 });
    expect(done.destroyed[0]).toEqual({ recordType: 'client_keys', count: 1 });
    expect(done.destroyed).toEqual(expect.arrayContaining([{ recordType: 'letters', count: 1 }]));
    expect((await clinic.as.attorney.get(`/api/clients/${client.id}`)).status).toBe(404);
    expect(await must(clinic.as.supervisor.post(approval), 200)).toEqual(done);
    expect((await clinic.as.supervisor.post(`/api/retention/purges/${proposal.id}/withdrawal`)).body.code).toBe(
      'purge.done',
    );
    expect((await theirs.as.auditor.get(`/api/retention/purges/${proposal.id}`)).status).toBe(404);
    expect((await clinic.as.auditor.get('/api/retention/purges?state=purged')).body.items).toEqual([done]);
    const printed = await clinic.as.auditor.get(`/api/retention/purges/${proposal.id}/certificate.pdf`);
    expect([printed.status, printed.headers['content-type']]).toEqual([200, 'application/pdf']);
    const spanish = await clinic.as.auditor.get(`/api/retention/purges/${proposal.id}/certificate.pdf?language=es`);
    expect(spanish.headers['content-type']).toBe('application/pdf');
    expect(Buffer.from(spanish.body).includes('/Lang (es)')).toBe(true);
    expect(
      (await clinic.as.auditor.get(`/api/retention/purges/${proposal.id}/certificate.pdf?language=xx`)).status,
    ).toBe(422);
    expect((await eventsOf(client.id)).filter((event) => event.startsWith('purge.'))).toEqual([
      'purge.printed',
      'purge.read',
      'purge.printed',
      'purge.read',
      'purge.done',
      'purge.proposed',
    ]);
    const changed = clinic.inWork((work) =>
      work.execute("UPDATE purges SET reason = 'other' WHERE id = $1", [done.id]),
    );
    await expect(changed).rejects.toMatchObject({ code: '42501' });
  });

  it('takes a second factor shown just now, so no program does it', async () => {
    const { client } = await aClosedCase(clinic);
    const asked = await app.anonymous
      .post('/api/retention/purges')
      .set('authorization', `Bearer ${clinic.as.attorney.token}`)
      .send({ clientId: client.id, reason: 'no_longer_needed' });
    expect([asked.status, asked.body.code]).toEqual([403, 'token.cannot_step_up']);
  });

  it('is refused while the file is open, and what was proposed ends when it is opened again', async () => {
    const { client } = await aClosedCase(clinic);
    const { id } = await must(propose(clinic, client.id), 201);
    await must(clinic.as.attorney.post(`/api/clients/${client.id}/reopen`), 200);
    expect((await clinic.as.supervisor.post(`/api/retention/purges/${id}/approval`)).body.code).toBe('purge.withdrawn');
    expect((await propose(clinic, client.id)).body.code).toBe('purge.not_closed');
  });

  it('is refused while an appointment is ahead, unless both people know of it; its reminders go too', async () => {
    const { client, appointments } = await aClosedCase(clinic, { appointments: ['2018-03-08T14:00:00Z'] });
    const refused = await propose(clinic, client.id);
    expect([refused.status, refused.body.code]).toEqual([409, 'purge.appointment_ahead']);
    expect(refused.body.appointments).toEqual([{ id: appointments[0].id, startsAt: '2018-03-08T14:00:00.000Z' }]);
    expect(await purge(clinic, client.id, { despiteAppointments: true })).toMatchObject({ despiteAppointments: true });
    expect((await clinic.as.attorney.get('/api/reminders?limit=100')).body.items).toEqual([]);
    // One that was added after the proposal was known to nobody who agrees.
    const second = await aClosedCase(clinic);
    const { id } = await must(propose(clinic, second.client.id), 201);
    const moved = `UPDATE appointments SET client_id = $1 WHERE id = $2`;
    const { appointments: others } = await aClosedCase(clinic, { appointments: ['2018-03-09T14:00:00Z'] });
    await clinic.inWork((work) => work.execute(moved, [second.client.id, others[0].id]));
    expect((await clinic.as.supervisor.post(`/api/retention/purges/${id}/approval`)).body.code).toBe(
      'purge.appointment_ahead',
    );
  });

  it('waits until the provider was made to forget the words of text messages, but not for ever', async () => {
    const { client } = await aClosedCase(clinic, { appointments: ['2018-02-27T14:00:00Z'] });
    const { body } = await clinic.as.attorney.post(`/api/clients/${client.id}/reopen`);
    expect(body.status).toBe('open');
    await must(
      clinic.as.attorney.post(`/api/clients/${client.id}/reminders`, {
        kind: 'filing_deadline',
        dueAt: '2018-03-05T15:00:00Z',
      }),
      201,
    );
    await clinic.as.attorney.post(`/api/clients/${client.id}/close`, { closingReason: 'advice_given' });
    const sent = `UPDATE reminders SET state = 'sent', provider_id = 'SM1', sent_at = $2, redact_at = $2
      WHERE client_id = $1 AND kind = 'filing_deadline'`;
    await clinic.inWork((work) => work.execute(sent, [client.id, work.now]));
    expect((await propose(clinic, client.id)).body).toMatchObject({ code: 'purge.words_at_provider' });
    app.clock.advance(days(8));
    expect((await purge(clinic, client.id)).state).toBe('purged');
  });

  it('is not for who only broke the glass of a restricted file', async () => {
    const { client } = await aClosedCase(clinic);
    const keeper = await clinic.another('attorney');
    await clinic.inWork((work) =>
      work.execute('UPDATE clients SET restricted = true, allowed_user_ids = ARRAY[$2::uuid] WHERE id = $1', [
        client.id,
        keeper.userId,
      ]),
    );
    expect((await propose(clinic, client.id)).status).toBe(404);
    const why = { purpose: 'client_asked', reason: 'They ask to be forgotten at once.' };
    await must(clinic.as.attorney.post(`/api/clients/${client.id}/break-glass`, why), 201);
    expect((await propose(clinic, client.id)).body.code).toBe('break_glass.purge');
    const { id } = await must(propose(clinic, client.id, {}, keeper), 201);
    expect((await clinic.as.attorney.post(`/api/retention/purges/${id}/approval`)).body.code).toBe('break_glass.purge');
  });
});

describe('A legal hold', () => {
  it('blocks every purge and deletion, ends what was proposed, and is lifted by a supervisor alone', async () => {
    const { client, arrests } = await aClosedCase(clinic, { arrests: ['2018-02-14'] });
    const { id } = await must(propose(clinic, client.id), 201);
    const [first, second] = [await must(hold(client.id), 201), await must(hold(client.id, 'A second request.'), 201)];
    expect(first).toMatchObject({ code: client.code, reason: 'A court may ask for it.', liftedAt: null });
    expect((await clinic.as.supervisor.post(`/api/retention/purges/${id}/approval`)).body.code).toBe('purge.withdrawn');
    expect((await propose(clinic, client.id)).body.code).toBe('client.legal_hold');
    await clinic.as.attorney.post(`/api/clients/${client.id}/reopen`);
    expect((await clinic.as.attorney.delete(`/api/arrests/${arrests[0].id}`)).body.code).toBe('client.legal_hold');
    await clinic.as.attorney.post(`/api/clients/${client.id}/close`, { closingReason: 'other' });

    const lift = (who: 'attorney' | 'supervisor', holdId: string, of = clinic) =>
      of.as[who].post(`/api/retention/holds/${holdId}/lift`);
    expect((await lift('attorney', first.id)).status).toBe(403);
    expect((await lift('supervisor', first.id, await app.clinic())).status).toBe(404);
    expect((await must(lift('supervisor', first.id), 200)).liftedBy).toBe(clinic.as.supervisor.userId);
    expect((await lift('supervisor', first.id)).body.code).toBe('legal_hold.lifted');
    expect((await propose(clinic, client.id)).body.code).toBe('client.legal_hold');
    const open = await must(clinic.as.attorney.get(`/api/retention/holds?open=true&clientId=${client.id}`), 200);
    expect(open.items.map((one: Answered) => one.id)).toEqual([second.id]);
    await must(lift('supervisor', second.id), 200);
    expect((await purge(clinic, client.id)).destroyed).toEqual(
      expect.arrayContaining([{ recordType: 'legal_holds', count: 2 }]),
    );
    expect(await eventsOf(client.id)).toEqual(expect.arrayContaining(['hold.placed', 'hold.lifted']));
  });
});

describe('The watch', () => {
  const watch = () => app.app.get(RetentionWatchService).watchAll();
  const asked = (clientId: string) =>
    clinic.inWork((work) =>
      work.sql<{ basis: string }>(
        "SELECT recipient_id, basis FROM reminders WHERE client_id = $1 AND kind = 'retention_review' ORDER BY basis",
        [clientId],
      ),
    );

  it('asks one person once for each date, not about a file under a hold, and purges nothing without a policy', async () => {
    const attorney = await clinic.another('attorney');
    const [reviewOn, later] = ['2018-03-11', '2018-03-21'];
    const { client } = await aClosedCase(clinic, { reviewOn, client: { assignedAttorneyId: attorney.userId } });
    const held = await aClosedCase(clinic, { reviewOn });
    await must(hold(held.client.id), 201);
    await watch();
    expect(await asked(client.id)).toEqual([]);
    app.clock.set('2018-03-11T15:00:00Z');
    await watch();
    await watch();
    expect(await asked(client.id)).toEqual([{ recipient_id: attorney.userId, basis: reviewOn }]);
    expect(await asked(held.client.id)).toEqual([]);
    const keep = { reason: 'Still in court.', nextReviewOn: later };
    await must(clinic.as.supervisor.post(`/api/retention/reviews/${client.id}/keep`, keep), 201);
    app.clock.set('2019-02-01T15:00:00Z');
    await watch();
    await watch();
    expect((await asked(client.id)).map(({ basis }) => basis)).toEqual([reviewOn, later]);
    expect((await clinic.as.attorney.get(`/api/clients/${client.id}`)).status).toBe(200);
  });

  it('purges what nobody decided about, as long after it asked as the policy says, and nothing that is held', async () => {
    const reviewOn = '2018-03-02';
    const [due, held, ahead] = [
      await aClosedCase(clinic, { reviewOn }),
      await aClosedCase(clinic, { reviewOn }),
      await aClosedCase(clinic, { reviewOn, appointments: ['2018-12-08T14:00:00Z'] }),
    ];
    const later = await aClosedCase(clinic, { reviewOn: '2018-08-02' });
    const other = await app.clinic();
    const theirs = await aClosedCase(other, { reviewOn });
    app.clock.set('2018-08-01T15:00:00Z');
    // The review is months overdue when the policy comes: then its time begins.
    await must(putPolicy(0, { purgeAfterDays: 30 }), 200);
    await watch();
    expect((await clinic.as.attorney.get(`/api/retention/reviews/${due.client.id}`)).body.purgesOn).toBe('2018-08-31');
    await must(hold(held.client.id), 201);
    const there = async (of: Clinic, id: string) => (await of.as.attorney.get(`/api/clients/${id}`)).status;
    app.clock.set('2018-08-30T15:00:00Z');
    await watch();
    expect(await there(clinic, due.client.id)).toBe(200);
    app.clock.set('2018-08-31T15:00:00Z');
    await watch();
    expect(await there(clinic, due.client.id)).toBe(404);
    for (const { client } of [held, ahead, later]) expect(await there(clinic, client.id)).toBe(200);
    expect(await there(other, theirs.client.id)).toBe(200);
    const { body } = await clinic.as.auditor.get('/api/retention/purges');
    expect(body.items).toMatchObject([
      { basis: 'policy', reason: 'retention_policy', caseId: due.client.id, byName: null, approvedBy: null },
    ]);
  });
});
