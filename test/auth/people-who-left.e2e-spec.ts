import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Caller, type Clinic, TestApplication } from '../support/application.js';
import { aCase, aClient, aLetter } from '../support/factories.js';

let app: TestApplication;
let clinic: Clinic;
let gone: Caller;
let staying: Caller;

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic();
  [gone, staying] = [await clinic.another('attorney'), await clinic.another('attorney')];
});
afterAll(() => app.stop());

const leave = async (who: Caller) =>
  expect((await clinic.as.administrator.patch(`/api/users/${who.userId}`, 1, { state: 'disabled' })).status).toBe(200);

describe('Somebody who has left', () => {
  it('stays where they were assigned, and is assigned to nothing new; the field is named', async () => {
    const by = (who: Caller) => ({ kind: 'record_keeping', givenOn: '2018-02-28', takenBy: who.userId });
    const consents = [by(gone)];
    const { as, client, letters, appointments } = await aCase(clinic, {
      client: { assignedAttorneyId: gone.userId, consents },
      letters: [{ advisedById: gone.userId }],
      appointments: ['2018-03-08T14:00:00.000Z'],
    });
    const lines = `/api/appointments/${appointments[0].id}/accompaniments`;
    const line = await as.attorney.post(lines, { userId: gone.userId });
    await leave(gone);

    const at = `/api/clients/${client.id}`;
    const kept = await as.attorney.patch(at, client.version, {
      county: 'kings',
      assignedAttorneyId: gone.userId,
      consents,
    });
    expect([kept.status, kept.body.assignedAttorneyId]).toEqual([200, gone.userId]);
    const letter = await as.attorney.patch(`/api/letters/${letters[0].id}`, letters[0].version, {
      receivedOn: '2018-02-28',
    });
    expect(letter.status).toBe(200);
    const rsvp = await as.attorney.patch(`/api/accompaniments/${line.body.id}`, 1, { rsvp: 'yes' });
    expect(rsvp.status).toBe(200);

    const { userId } = gone;
    const other = await aCase(clinic, { appointments: ['2018-03-09T14:00:00.000Z'] });
    const there = `/api/clients/${other.client.id}`;
    const refused: [field: string, answer: Promise<{ status: number; body: { errors: object[] } }>][] = [
      ['assignedAttorneyId', as.attorney.post('/api/clients', aClient({ assignedAttorneyId: userId }))],
      ['assignedAttorneyId', as.attorney.patch(there, other.client.version, { assignedAttorneyId: userId })],
      ['allowedUserIds', as.attorney.patch(there, other.client.version, { allowedUserIds: [userId] })],
      ['consents.1.takenBy', as.attorney.patch(there, other.client.version, { consents: [by(staying), by(gone)] })],
      ['advisedById', as.attorney.post(`${there}/letters`, aLetter({ advisedById: userId }))],
      ['userId', as.attorney.post(`/api/appointments/${other.appointments[0].id}/accompaniments`, { userId })],
      [
        'recipientId',
        as.attorney.post(`${there}/reminders`, {
          kind: 'filing_deadline',
          dueAt: '2018-03-05T15:00:00Z',
          recipientId: userId,
        }),
      ],
      [
        'client.assignedAttorneyId',
        as.attorney.post('/api/intakes', { client: aClient({ assignedAttorneyId: userId }), letter: aLetter() }),
      ],
    ];
    for (const [field, asked] of refused) {
      const { status, body } = await asked;
      expect([field, status, body.errors?.[0]]).toMatchObject([field, 422, { field, code: 'user.disabled' }]);
    }
    const unknown = await as.attorney.post('/api/clients', aClient({ assignedAttorneyId: other.client.id }));
    expect(unknown.body.errors[0]).toMatchObject({ field: 'assignedAttorneyId', code: 'user.unknown' });
  });
});
