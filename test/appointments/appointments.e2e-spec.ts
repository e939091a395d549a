import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Clinic, TestApplication } from '../support/application.js';
import { aCase, anAppointment, aPlace, comesAlong, lettersOf } from './world.js';

let app: TestApplication;
let clinic: Clinic;

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic('Bronx Test');
});
afterAll(() => app.stop());

const at = (id: string) => `/api/appointments/${id}`;

const auditOf = async (id: string) =>
  (await clinic.inWork((work) => work.sql<{ event: string }>('SELECT event FROM audit_events WHERE subject_id = $1 ORDER BY id', [id]))).map(({ event }) => event);

describe('An appointment', () => {
  it('is made in the zone of its place, scheduled and not begun', async () => {
    const { clientId, code } = await aCase(clinic);
    const placeId = await aPlace(clinic, { name: 'Far away', zone: 'America/Los_Angeles' });
    const { status, body, headers } = await clinic.as.advocate.post(`/api/clients/${clientId}/appointments`, {
      kind: 'ice_check_in',
      startsAt: '2018-03-08T10:00:00-08:00',
      placeId,
    });
    expect([status, body]).toMatchObject([
      201,
      { clientId, code, startsAt: '2018-03-08T18:00:00.000Z', zone: 'America/Los_Angeles', placeName: 'Far away', status: 'scheduled', liveState: 'not_started', overdue: false, accompaniments: [] },
    ]);
    expect(headers).toMatchObject({ location: at(body.id), etag: '"1"' });
    expect((await clinic.as.attorney.get(at(body.id))).body).toEqual(body);
    expect((await clinic.as.attorney.get(`/api/clients/${clientId}/appointments`)).body.items).toEqual([body]);
    expect(await auditOf(body.id)).toEqual(['appointment.created', 'appointment.read']);
  });

  it('needs a place of this organisation, a letter of this case file, and a zone that exists', async () => {
    const other = await app.clinic();
    const { clientId, placeId } = await aCase(clinic);
    const stranger = await aCase(clinic);
    const wrong = [
      [{ placeId: await aPlace(other) }, 'placeId', 'place.unknown'],
      [{ letterId: await lettersOf(clinic, stranger.clientId, '2018-02-20') }, 'letterId', 'letter.unknown'],
      [{ letterId: clientId }, 'letterId', 'letter.unknown'],
      [{ zone: 'Mars/Olympus' }, 'zone', 'zone.unknown'],
      [{ startsAt: '2018-03-08' }, 'startsAt', 'instant.invalid'],
      [{ liveState: 'arrived' }, 'liveState', 'field.unknown'],
    ] as const;
    for (const [part, field, code] of wrong) {
      const appointment = { kind: 'call_in_letter', startsAt: '2018-03-08T15:00:00Z', placeId, ...part };
      const { status, body } = await clinic.as.attorney.post(`/api/clients/${clientId}/appointments`, appointment);
      expect([part, status, body.errors]).toMatchObject([part, 422, [{ field, code }]]);
    }
    expect((await clinic.as.attorney.get(`/api/clients/${clientId}/appointments`)).body.items).toEqual([]);
  });
});
