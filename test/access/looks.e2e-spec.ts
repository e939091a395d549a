import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Clinic, TestApplication } from '../support/application.js';
import { days } from '../support/clock.js';
import { aCase, aClient, type Answered } from '../support/factories.js';
import { scannedWhole, sentDuring } from '../support/statements.js';

let app: TestApplication;
let clinic: Clinic;
let client: Answered;
let appointment: Answered;

const looked = async (id: string = client.id, query = '') =>
  (await clinic.as.supervisor.get(`/api/clients/${id}/access?${query}`)).body;
const of = (answer: Answered, userId: string) =>
  Object.fromEntries(
    (answer.people.find((person: Answered) => person.userId === userId)?.ways ?? []).map((way: Answered) => [
      way.way,
      way.times,
    ]),
  );

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic();
  ({
    client,
    appointments: [appointment],
  } = await aCase(clinic, { appointments: ['2018-03-08T14:00:00.000Z'] }));
  const { advocate, attorney } = clinic.as;
  await advocate.get(`/api/clients/${client.id}`);
  await advocate.get('/api/clients');
  await advocate.get('/api/appointments?from=2018-03-08&to=2018-03-08');
  app.clock.advance(days(1));
  await advocate.get(`/api/appointments/${appointment.id}`);
  await advocate.get(`/api/clients/${client.id}/summary`);
  await attorney.get(`/api/clients/${client.id}/timeline`);
});
afterAll(() => app.stop());

describe('Who has looked', () => {
  it('tells a supervisor who saw what of a case file, how often and on which days, whoever looked last first', async () => {
    const answer = await looked();
    expect(answer).toMatchObject({ clientId: client.id, code: client.code });
    expect(answer.people.map((person: Answered) => person.userId)).toEqual([
      clinic.as.attorney.userId,
      clinic.as.advocate.userId,
    ]);
    expect(answer.people[1]).toMatchObject({ userName: 'Test advocate', roles: ['advocate'] });
    expect(of(answer, clinic.as.advocate.userId)).toEqual({ read: 2, list: 2, summary: 1 });
    const reads = answer.people[1].ways.find((way: Answered) => way.way === 'read');
    expect(reads.days).toEqual(['2018-03-02', '2018-03-01']);
    expect([reads.firstAt, reads.lastAt]).toEqual(['2018-03-01T15:00:00.000Z', '2018-03-02T15:00:00.000Z']);
  });

  it('looks at a period only where one is given', async () => {
    expect(of(await looked(client.id, 'to=2018-03-01'), clinic.as.advocate.userId)).toEqual({ read: 1, list: 2 });
    expect(of(await looked(client.id, 'from=2018-03-02'), clinic.as.advocate.userId)).toEqual({ read: 1, summary: 1 });
    const { status } = await clinic.as.supervisor.get(`/api/clients/${client.id}/access?from=2018-03-02&to=2018-03-01`);
    expect(status).toBe(422);
  });

  it('shows who was refused, and who opened the wall', async () => {
    const { as } = clinic;
    const { client: walled } = await aCase(clinic);
    await as.attorney.patch(`/api/clients/${walled.id}`, 1, {
      restricted: true,
      allowedUserIds: [as.attorney.userId, as.supervisor.userId],
    });
    const other = await clinic.another('attorney');
    await other.get(`/api/clients/${walled.id}`);
    await other.post(`/api/clients/${walled.code}/break-glass`, {
      purpose: 'person_detained',
      reason: 'The family calls, they were taken this morning.',
    });
    await other.get(`/api/clients/${walled.id}`);
    expect(of(await looked(walled.id), other.userId)).toEqual({ refused: 1, break_glass: 1, read: 1 });
  });

  it('counts what was seen of a file that was merged into this one', async () => {
    const into = (await clinic.as.attorney.post('/api/clients', aClient())).body;
    const other = (await clinic.as.attorney.post('/api/clients', aClient())).body;
    await clinic.as.advocate.get(`/api/clients/${other.id}`);
    const merged = await clinic.as.attorney.post(`/api/clients/${into.id}/merge`, { otherClientId: other.id });
    expect(merged.status).toBe(200);
    expect(of(await looked(into.id), clinic.as.advocate.userId)).toEqual({ read: 1 });
  });

  it('is for supervisors whom the file lets in, of its organisation, and is itself noted', async () => {
    const { as } = clinic;
    for (const role of ['administrator', 'attorney', 'advocate', 'accompanier', 'auditor'] as const)
      expect((await as[role].get(`/api/clients/${client.id}/access`)).status).toBe(403);
    const theirs = await app.clinic();
    expect((await theirs.as.supervisor.get(`/api/clients/${client.id}/access`)).status).toBe(404);
    expect((await as.supervisor.get(`/api/clients/${randomUUID()}/access`)).status).toBe(404);
    const { client: walled } = await aCase(clinic);
    await as.attorney.patch(`/api/clients/${walled.id}`, 1, { restricted: true, allowedUserIds: [as.attorney.userId] });
    expect((await as.supervisor.get(`/api/clients/${walled.id}/access`)).status).toBe(404);
    const { body } = await as.auditor.get(`/api/audit-events?event=client.access_read&clientId=${client.id}`);
    expect(body.items[0]).toMatchObject({ userId: as.supervisor.userId });
  });

  it('reads no table from end to end', async () => {
    await clinic.inWork((work) =>
      work.sql(
        `INSERT INTO audit_events (id, organization_id, at, user_id, role, event, client_id, subject_id)
         SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, $1, now(), gen_random_uuid(), 'attorney',
                'letter.read', gen_random_uuid(), gen_random_uuid() FROM generate_series(1, 5000) n`,
        [clinic.id],
      ),
    );
    const sent = await sentDuring(() => looked());
    const statement = sent.find(({ text }) => text?.includes('WITH RECURSIVE files'))!;
    expect(await scannedWhole(clinic, statement)).not.toContain('audit_events');
  });
});
