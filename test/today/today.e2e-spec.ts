import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Clinic, TestApplication } from '../support/application.js';
import { aCase, anAppointment, comesAlong } from '../appointments/world.js';

let app: TestApplication;
let clinic: Clinic;

beforeAll(async () => {
  app = await TestApplication.start();
});
beforeEach(async () => {
  app.clock.set('2018-02-10T15:00:00Z');
  clinic = await app.clinic();
});
afterAll(() => app.stop());

type Lists = Record<'overdue' | 'coming' | 'past', { items: { id: string }[] }>;
const idsIn = (body: Lists, list: keyof Lists) => body[list].items.map(({ id }) => id);

describe('Today in one answer', () => {
  it('has who is overdue, the week to come and the three weeks past, by the days of the organisation', async () => {
    const of = await aCase(clinic);
    const at = async (startsAt: string) => (await anAppointment(clinic, of, { startsAt })).id as string;
    const past = await at('2018-02-16T15:00:00Z');
    // Half past eleven at night of the 8th in New York is the 9th in UTC.
    const tonight = await at('2018-03-09T04:30:00Z');
    const lastOfWeek = await at('2018-03-15T22:00:00Z');
    await at('2018-03-17T15:00:00Z');
    const late = await at('2018-03-08T14:00:00Z');
    app.clock.set('2018-03-08T14:10:00Z');
    await clinic.as.attorney.post(`/api/appointments/${late}/live`, {
      event: 'called_in',
      dueOutBy: '2018-03-08T15:00:00Z',
    });
    app.clock.set('2018-03-09T01:00:00Z');
    await clinic.inWork((work) =>
      work.execute(`UPDATE appointments SET live_state = 'overdue', version = version + 1 WHERE id = $1`, [late]),
    );
    const { body } = await clinic.as.attorney.get('/api/today');
    expect(body.day).toBe('2018-03-08');
    expect(idsIn(body, 'coming')).toEqual([late, tonight, lastOfWeek]);
    expect(idsIn(body, 'past')).toEqual([past]);
    expect(idsIn(body, 'overdue')).toEqual([late]);
    const { body: ladder } = await clinic.as.attorney.get(`/api/appointments/${late}/overdue`);
    expect(ladder.rungs.length).toBeGreaterThan(0);
    expect(body.alarms).toEqual([{ appointmentId: late, ...ladder }]);
  });

  it('shows companions their own and nothing of the past, and other organisations nothing', async () => {
    const of = await aCase(clinic, { legalName: 'Ana María Pérez' });
    app.clock.set('2018-03-08T14:00:00Z');
    const theirs = await anAppointment(clinic, of, { startsAt: '2018-03-08T20:00:00Z' });
    await anAppointment(clinic, of, { startsAt: '2018-03-08T21:00:00Z' });
    await comesAlong(clinic, theirs.id, clinic.as.accompanier.userId);
    const { body } = await clinic.as.accompanier.get('/api/today');
    expect(idsIn(body, 'coming')).toEqual([theirs.id]);
    expect(body.past).toBeNull();
    expect(JSON.stringify(body)).not.toContain('Pérez');
    // An administrator has notices, and nothing to do with appointments.
    expect((await clinic.as.administrator.get('/api/today')).body).toMatchObject({
      ...{ overdue: null, alarms: null, coming: null, past: null },
      notices: { items: [] },
    });
    const { body: elsewhere } = await (await app.clinic()).as.supervisor.get('/api/today');
    expect(elsewhere).toMatchObject({ overdue: { items: [] }, alarms: [], coming: { items: [] }, past: { items: [] } });
  });
});
