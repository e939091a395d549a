import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DeadlinesService } from '../../src/legal-demands/deadlines.service.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { days } from '../support/clock.js';
import { type Answered, aLegalDemand } from '../support/factories.js';
import { aClosedCase, must, propose } from '../retention/world.js';

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

const demand = (overrides: object = {}, who = clinic.as.supervisor) =>
  who.post('/api/legal-demands', aLegalDemand({ ...overrides }));

describe('A demand for records', () => {
  it('is written down, its scope sealed, and read by those alone who may read what it names', async () => {
    const scope = 'All files about Maria Fernandez.';
    const made = await must(demand({ scope, dueOn: '2018-03-15', selfExecuting: false, counsel: 'A. Lawyer' }), 201);
    expect(made).toMatchObject({ scope, response: 'pending', overdue: false, holdsPlaced: 0, respondedOn: null });
    const [stored] = await clinic.inWork((work) => work.sql<{ scope: string }>('SELECT scope FROM legal_demands'));
    expect(stored!.scope).toMatch(/^s1\./);
    expect((await clinic.as.attorney.get(`/api/legal-demands/${made.id}`)).body.scope).toBe(scope);
    for (const role of ['administrator', 'auditor'] as const) {
      const { body } = await clinic.as[role].get(`/api/legal-demands/${made.id}`);
      expect([body.counsel, 'scope' in body]).toEqual(['A. Lawyer', false]);
    }
    expect((await demand({ scope }, clinic.as.administrator)).body.code).toBe('field.not_yours');
    await must(demand({}, clinic.as.administrator), 201);
    const other = await app.clinic();
    expect((await other.as.supervisor.get(`/api/legal-demands/${made.id}`)).status).toBe(404);
    expect((await other.as.supervisor.patch(`/api/legal-demands/${made.id}`, 1, { response: 'refused' })).status).toBe(
      404,
    );
    expect((await other.as.supervisor.get('/api/legal-demands')).body.items).toEqual([]);
    const { body: audit } = await clinic.as.auditor.get('/api/audit-events?event=legal_demand.created');
    expect(JSON.stringify(audit)).not.toContain('Fernandez');
  });

  it('is answered against the version that was read; dates that cannot be are refused', async () => {
    const made = await must(demand({ dueOn: '2018-03-02' }), 201);
    const patch = (version: number, body: object) =>
      clinic.as.supervisor.patch(`/api/legal-demands/${made.id}`, version, body);
    for (const [body, field] of [
      [{ receivedOn: '2018-03-02' }, 'receivedOn'],
      [{ dueOn: '2018-02-27' }, 'dueOn'],
      [{ respondedOn: '2018-03-01' }, 'respondedOn'],
      [{ response: 'refused', respondedOn: '2018-03-02' }, 'respondedOn'],
      [{ response: 'refused', respondedOn: '2018-02-27' }, 'respondedOn'],
    ] as const) {
      const refused = await patch(1, body);
      expect([body, refused.status, refused.body.errors[0].field]).toEqual([body, 422, field]);
    }
    app.clock.set('2018-03-03T15:00:00Z');
    const late = await must(clinic.as.auditor.get('/api/legal-demands?response=pending&dueBy=2018-03-02'), 200);
    expect(late.items).toMatchObject([{ id: made.id, overdue: true }]);
    expect((await must(clinic.as.auditor.get('/api/legal-demands?dueBy=2018-03-01'), 200)).items).toEqual([]);
    expect(await must(patch(1, { response: 'motion_to_quash' }), 200)).toMatchObject({
      version: 2,
      respondedOn: '2018-03-03',
      overdue: false,
    });
    expect((await patch(1, { response: 'refused' })).status).toBe(412);
    expect((await clinic.as.auditor.get('/api/audit-events?event=legal_demand.changed')).body.items[0].details).toEqual(
      {
        fields: ['response', 'respondedOn'],
      },
    );
  });

  it('holds the files that it asks for, all or none, and counts its holds', async () => {
    const [one, two] = [await aClosedCase(clinic), await aClosedCase(clinic)];
    const theirs = await aClosedCase(await app.clinic());
    const { id } = await must(demand(), 201);
    const place = (clientIds: string[]) =>
      clinic.as.attorney.post(`/api/legal-demands/${id}/holds`, { clientIds, reason: 'Asked for by subpoena.' });
    expect((await place([one.client.id, theirs.client.id])).status).toBe(404);
    expect((await propose(clinic, one.client.id)).status).toBe(201);
    expect(await must(place([one.client.id, two.client.id]), 200)).toMatchObject({ holdsPlaced: 2, holdsStanding: 2 });
    for (const { client } of [one, two]) expect((await propose(clinic, client.id)).body.code).toBe('client.legal_hold');
    const { body } = await clinic.as.supervisor.get('/api/retention/holds?open=true');
    expect(body.items.map((hold: Answered) => hold.legalDemandId)).toEqual([id, id]);
    await must(clinic.as.supervisor.post(`/api/retention/holds/${body.items[0].id}/lift`), 200);
    expect((await clinic.as.auditor.get(`/api/legal-demands/${id}`)).body).toMatchObject({
      holdsPlaced: 2,
      holdsStanding: 1,
    });
  });

  it('is brought before supervisors once, a week before it must be answered', async () => {
    const { id } = await must(demand({ dueOn: '2018-03-10' }), 201);
    await must(demand({ dueOn: '2018-03-05', response: 'refused' }), 201);
    const watch = () => app.app.get(DeadlinesService).watchAll();
    const notices = async () => (await clinic.as.supervisor.get('/api/notices')).body.items as Answered[];
    await watch();
    expect(await notices()).toEqual([]);
    app.clock.set('2018-03-03T15:00:00Z');
    await watch();
    await watch();
    expect(await notices()).toMatchObject([{ kind: 'filing_deadline', subjectId: id, clientId: null }]);
    const { body } = await clinic.as.supervisor.get(`/api/legal-demands/${id}`);
    await must(clinic.as.supervisor.patch(`/api/legal-demands/${id}`, body.version, { dueOn: '2018-03-09' }), 200);
    app.clock.advance(days(1));
    await watch();
    expect(await notices()).toHaveLength(2);
  });
});
