import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { notify } from '../../src/platform/channels/in-app.channel.js';
import { PurgesService } from '../../src/retention/purges.service.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { aPlaceId, anAppointment, type Answered } from '../support/factories.js';
import { rowsOf } from '../support/rows.js';
import { aClosedCase, must, propose } from './world.js';

let app: TestApplication;
let clinic: Clinic;

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic();
});
afterAll(() => app.stop());

/** Tables, other than those that may, in which an id still stands. */
const tablesWith = async (id: string) => {
  const rows = await rowsOf(app, clinic.id, ['audit_events', 'purges']);
  return Object.entries(rows).flatMap(([table, texts]) => (texts.some((text) => text.includes(id)) ? [table] : []));
};

describe('A purge at the very moment of something else', () => {
  it('waits for what is being written to the file, and takes it along', async () => {
    const { client, letters } = await aClosedCase(clinic, { letters: ['2018-02-26'] });
    const { id } = await must(propose(clinic, client.id), 201);
    let finish = () => {};
    const finished = new Promise<void>((resolve) => (finish = resolve));
    let written = () => {};
    const isWritten = new Promise<void>((resolve) => (written = resolve));
    const about = { kind: 'other', subjectType: 'letter', subjectId: letters[0].id, clientId: client.id };
    const writing = clinic.inWork(async (work) => {
      await notify(work, [{ userId: clinic.as.attorney.userId, about }]);
      await work.execute('UPDATE letters SET version = version + 1 WHERE id = $1', [letters[0].id]);
      written();
      await finished;
    });
    await isWritten;
    let isDone = false;
    const purging = clinic.as.supervisor
      .post(`/api/retention/purges/${id}/approval`)
      .then((answer) => ((isDone = true), answer));
    // It waits: some session of this database is held up by a lock.
    const waits = async () =>
      (
        (await app.dataSource.query(
          `SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted
             AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`,
        )) as { n: number }[]
      )[0]!.n > 0;
    for (const end = Date.now() + 30_000; !(await waits()) && Date.now() < end;)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isDone).toBe(false);
    finish();
    await writing;
    const { status, body } = await purging;
    expect([status, body.state]).toEqual([200, 'purged']);
    expect(body.destroyed).toEqual(expect.arrayContaining([{ recordType: 'notices', count: 1 }]));
    expect(await tablesWith(client.id)).toEqual([]);
  });

  it('is done once, when two people agree at the same moment and the policy purges as well', async () => {
    const { client } = await aClosedCase(clinic, { letters: ['2018-02-26'] });
    const { id } = await must(propose(clinic, client.id), 201);
    const second = await clinic.another('attorney');
    const approval = `/api/retention/purges/${id}/approval`;
    const byPolicy = clinic.inWork((work) => app.app.get(PurgesService).byPolicy(work, client.id));
    const answers = await Promise.all([clinic.as.supervisor.post(approval), second.post(approval), byPolicy]);
    const { body } = await clinic.as.auditor.get('/api/retention/purges?state=purged&limit=100');
    expect(body.items.filter(({ caseId }: Answered) => caseId === client.id)).toHaveLength(1);
    for (const answer of answers.slice(0, 2) as { status: number }[]) expect([200, 404, 409]).toContain(answer.status);
    expect(await tablesWith(client.id)).toEqual([]);
  });

  it('either takes the file or leaves all of it, when it is opened, held or written to meanwhile', async () => {
    const placeId = await aPlaceId(clinic);
    for (let round = 0; round < 4; round += 1) {
      const { client, letters } = await aClosedCase(clinic, { arrests: ['2018-02-14'], letters: ['2018-02-26'] });
      const { id } = await must(propose(clinic, client.id), 201);
      const { attorney, supervisor, advocate } = clinic.as;
      const reopened = attorney.post(`/api/clients/${client.id}/reopen`);
      const answers = await Promise.all([
        supervisor.post(`/api/retention/purges/${id}/approval`),
        attorney.post('/api/retention/holds', { clientId: client.id, reason: 'A court asks.' }),
        reopened,
        reopened.then(() => advocate.post(`/api/clients/${client.id}/appointments`, anAppointment(placeId))),
        reopened.then(() => advocate.patch(`/api/letters/${letters[0].id}`, 1, { form: 'i_200' })),
      ]);
      for (const { status } of answers) expect(status).toBeLessThan(500);
      const isPurged = answers[0].body.state === 'purged';
      const { status } = await attorney.get(`/api/clients/${client.id}`);
      expect([round, status]).toEqual([round, isPurged ? 404 : 200]);
      if (isPurged) expect(await tablesWith(client.id)).toEqual([]);
      else expect((await attorney.get(`/api/letters/${letters[0].id}`)).status).toBe(200);
    }
  });
});
