import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Clinic, TestApplication } from '../support/application.js';
import { aClient, type Answered } from '../support/factories.js';
import { aReason, letters } from './release-world.js';
import { aPage, eachInAClinic, patch } from './world.js';

let app: TestApplication;
let clinic: Clinic;

eachInAClinic('2018-03-19T15:00:00Z', (...world) => ([clinic, app] = world));
beforeEach(async () => {
  await letters(clinic, { n: 40, county: 'queens', attended: false });
});

const agreed = { kind: 'public_story', givenOn: '2018-03-02' };
const keeping = { kind: 'record_keeping', givenOn: '2018-02-28' };
const someone = (...consents: object[]) =>
  aPage(clinic, { client: aClient({ county: 'bronx', consents: [keeping, ...consents] }) });
const propose = (body: object = {}) =>
  clinic.as.supervisor.post('/api/patterns/releases', {
    report: 'overview',
    groupBy: 'county',
    reason: aReason,
    shownSmall: [{ key: 'bronx' }],
    ...body,
  });
const approve = (id: string, who = clinic.as.attorney) => who.post(`/api/patterns/releases/${id}/approval`);
const bronxOf = async ({ id }: Answered) => {
  const { body } = await clinic.as.supervisor.get(`/api/patterns/releases/${id}/document`);
  return body.rows.find(({ key }: Answered) => key === 'bronx');
};

describe('A small figure', () => {
  it('leaves with the consent of everybody whom it counts and the word of two people', async () => {
    await someone(agreed);
    await someone(agreed);
    const { status, body } = await propose();
    expect([status, body.state, body.publishedAt]).toEqual([201, 'proposed', null]);
    expect((await clinic.as.supervisor.get(`/api/patterns/releases/${body.id}/document`)).status).toBe(404);
    const { body: own } = await approve(body.id, clinic.as.supervisor);
    expect(own.code).toBe('release.own');
    expect((await approve(body.id, clinic.as.advocate)).status).toBe(403);
    const answer = await approve(body.id);
    expect(answer.body).toMatchObject({ state: 'published', approvedBy: clinic.as.attorney.userId });
    expect(await bronxOf(body)).toMatchObject({ n: 2, attended: 0, notAttended: 2 });
    expect((await approve(body.id)).body.code).toBe('release.published');
    const { body: audit } = await clinic.as.auditor.get('/api/audit-events?event=release.approved');
    expect(audit.items).toMatchObject([{ subjectId: body.id, userId: clinic.as.attorney.userId }]);
  });

  it('stays when one of them was not asked or took it back, also between the two words', async () => {
    const first = await someone(agreed);
    const second = await someone();
    const { status, body } = await propose();
    expect([status, body.code, body.errors[0].field]).toEqual([422, 'release.consent_missing', 'shownSmall.0']);
    expect(body.detail).toContain('Of 2 letters in this row, 1');
    const change = async (who: Answered, ...consents: object[]) => {
      const { version } = (await clinic.as.attorney.get(`/api/clients/${who.client.id}`)).body;
      await patch(clinic, `/api/clients/${who.client.id}`, version, { consents: [keeping, ...consents] });
    };
    await change(second, agreed);
    const proposed = await propose();
    expect(proposed.status).toBe(201);
    await change(first, { ...agreed, withdrawnOn: '2018-03-18' });
    expect((await approve(proposed.body.id)).body.code).toBe('release.consent_missing');
  });

  it('is not what was agreed to when somebody came to be in it, or left it, between the two words', async () => {
    await someone(agreed);
    const second = await someone(agreed);
    const { body } = await propose();
    await someone(agreed);
    expect((await approve(body.id)).body.code).toBe('release.stale');
    const again = await propose();
    const { version } = (await clinic.as.attorney.get(`/api/clients/${second.client.id}`)).body;
    const counted = { kind: 'aggregate_internal', givenOn: '2018-03-02', withdrawnOn: '2018-03-18' };
    await patch(clinic, `/api/clients/${second.client.id}`, version, { consents: [keeping, agreed, counted] });
    const stale = await approve(again.body.id);
    expect([stale.status, stale.body.code]).toEqual([409, 'release.stale']);
    const last = await propose();
    expect((await approve(last.body.id)).body.state).toBe('published');
  });

  it('of people whose case files are gone cannot be asked for, nor a row that is not there', async () => {
    await letters(clinic, { n: 2, county: 'bronx' });
    expect((await propose()).body.code).toBe('release.consent_missing');
    expect((await propose({ shownSmall: [{ key: 'kings' }] })).body.code).toBe('release.no_such_row');
  });

  it('that was compared with what was out is proposed anew when something else left meanwhile', async () => {
    await someone(agreed);
    const { body } = await propose();
    app.clock.advance(60_000);
    expect((await propose({ shownSmall: [] })).body.state).toBe('published');
    expect((await approve(body.id)).body.code).toBe('release.superseded');
  });
});
