import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Clinic, TestApplication } from '../support/application.js';
import { aCase, aClient, type Answered } from '../support/factories.js';

let app: TestApplication;
let clinic: Clinic;

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic();
});
afterAll(() => app.stop());

/** The newest lines of one event, as the auditor sees them. */
const lines = async (event: string): Promise<Answered[]> =>
  (await clinic.as.auditor.get(`/api/audit-events?event=${event}`)).body.items;

describe('What was refused', () => {
  it('leaves a line though the request is undone: a copy of a summary that is not theirs', async () => {
    const { client, appointments } = await aCase(clinic, { appointments: ['2018-03-02T14:00:00.000Z'] });
    await clinic.as.attorney.post(`/api/appointments/${appointments[0].id}/accompaniments`, {
      userId: clinic.as.accompanier.userId,
      role: 'accompanier',
    });
    const asked = await clinic.as.accompanier.get(`/api/clients/${client.id}/summary?audience=attorney`);
    expect([asked.status, asked.body.code]).toEqual([403, 'summary.audience_not_yours']);
    expect((await lines('access.refused'))[0]).toMatchObject({
      userId: clinic.as.accompanier.userId,
      subjectId: client.id,
      details: { route: '/api/clients/:id/summary', code: 'summary.audience_not_yours' },
    });
    expect(await lines('summary.read')).toEqual([]);
  });

  it('leaves the same line for a file behind a wall as for one that does not exist', async () => {
    const { client } = await aCase(clinic);
    await clinic.as.attorney.patch(`/api/clients/${client.id}`, 1, {
      restricted: true,
      allowedUserIds: [clinic.as.attorney.userId],
    });
    const absent = randomUUID();
    for (const id of [client.id, absent]) expect((await clinic.as.advocate.get(`/api/clients/${id}`)).status).toBe(404);
    const [second, first] = await lines('access.refused');
    const told = { event: 'access.refused', details: { route: '/api/clients/:id', code: 'client.not_found' } };
    expect([first, second]).toMatchObject([
      { ...told, subjectId: client.id },
      { ...told, subjectId: absent },
    ]);
  });

  it('leaves none of what was undone with it', async () => {
    const before = (await lines('letter.created')).length;
    const { client } = await aCase(clinic);
    const { status } = await clinic.as.attorney.post(`/api/clients/${client.id}/letters`, {
      letterDatedOn: '2030-01-01',
    });
    expect(status).toBe(422);
    expect((await lines('letter.created')).length).toBe(before);
  });
});

describe('What is shown without being saved', () => {
  it('leaves a line: a dry run names people who may be the same', async () => {
    const { client } = await aCase(clinic, { client: { dateOfBirth: '1990-01-01' } });
    const body = { client: aClient({ legalName: client.legalName, dateOfBirth: '1990-01-01' }) };
    const { body: answer } = await clinic.as.advocate.post('/api/intakes?dryRun=true', body);
    expect(answer.possibleDuplicates).toHaveLength(1);
    expect((await lines('client.duplicates_shown'))[0]).toMatchObject({
      userId: clinic.as.advocate.userId,
      details: { ids: [client.id] },
    });
    expect(await lines('intake.created')).toEqual([]);
  });
});
