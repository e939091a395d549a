import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Clinic, TestApplication } from '../support/application.js';
import { manyCopies, scannedWhole, sentDuring } from '../support/statements.js';

let app: TestApplication;
let clinic: Clinic;
let clientId: string;
let letterId: string;
let appointmentId: string;
let page: object;

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic();
  const { body: places } = await clinic.as.attorney.get('/api/places?limit=100');
  page = {
    client: { legalName: 'Large Tables', phone: '+17185550100', county: 'bronx' },
    arrest: { arrestedOn: '2018-02-12', chargeLevel: 'misdemeanor_a' },
    fingerprintEvent: { takenOn: '2018-02-12', reason: 'arrest' },
    letter: {
      receivedOn: '2018-02-26',
      evidenceGrade: 'seen_original',
      reportingPlaceId: places.items[0].id,
      reportAt: '2018-03-08T14:00:00Z',
    },
    appointment: {},
    accompaniments: [{ userId: clinic.as.accompanier.userId, role: 'volunteer', rsvp: 'yes' }],
  };
  for (let n = 0; n < 30; n += 1) {
    const { body } = await clinic.as.attorney.post('/api/intakes', page);
    [clientId, letterId, appointmentId] = [body.client.id, body.letter.id, body.appointment.id];
  }
  await manyCopies(clinic, clientId, 20_000);
  const owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
  await owner.query('ANALYZE');
  await owner.end();
});
afterAll(() => app.stop());

/** What each route may cost in statements, transaction (2), session (1) and audit (1) included; more is a loop over rows. */
const routes: [route: string, most: number, ask: () => Promise<{ status: number }>][] = [
  ['GET /api/clients/:id', 5, () => clinic.as.attorney.get(`/api/clients/${clientId}`)],
  ['GET /api/clients', 5, () => clinic.as.attorney.get('/api/clients')],
  ['GET /api/clients?county', 5, () => clinic.as.attorney.get('/api/clients?county=kings')],
  ['GET /api/clients?q by name', 5, () => clinic.as.attorney.get('/api/clients?q=large')],
  ['GET /api/clients?q by phone', 5, () => clinic.as.attorney.get('/api/clients?q=7185550100')],
  [
    'GET /api/clients?hasUpcomingAppointment',
    5,
    () => clinic.as.attorney.get('/api/clients?hasUpcomingAppointment=true'),
  ],
  ['GET /api/clients/:id/timeline', 6, () => clinic.as.attorney.get(`/api/clients/${clientId}/timeline`)],
  ['GET /api/clients/:id/letters', 7, () => clinic.as.attorney.get(`/api/clients/${clientId}/letters`)],
  ['GET /api/letters/:id', 7, () => clinic.as.attorney.get(`/api/letters/${letterId}`)],
  ['GET /api/appointments/:id', 9, () => clinic.as.attorney.get(`/api/appointments/${appointmentId}`)],
  [
    'GET /api/appointments (day sheet)',
    7,
    () => clinic.as.attorney.get('/api/appointments?from=2018-03-08&to=2018-03-08'),
  ],
  ['GET /api/appointments?mine', 7, () => clinic.as.accompanier.get('/api/appointments?mine=true')],
  ['GET /api/reminders', 6, () => clinic.as.attorney.get('/api/reminders')],
  ['POST /api/intakes', 37, () => clinic.as.attorney.post('/api/intakes', page)],
];

/** Goes by itself, when two seconds have passed since the last look for new keys. */
const looksForKeys = ({ text }: { text: string | undefined }) => text!.includes('FROM organization_keys');

const large = [
  'clients',
  'client_keys',
  'search_tokens',
  'arrests',
  'fingerprint_events',
  'letters',
  'appointments',
  'reminders',
];

describe('With 20,000 case files', () => {
  it.each(routes)(
    '%s sends at most %i statements, and none that reads a large table from end to end',
    async (_, most, ask) => {
      expect((await ask()).status).toBeLessThan(300);
      const sent = (await sentDuring(ask)).filter((one) => !looksForKeys(one));
      expect(sent.map(({ text }) => text!.replace(/\s+/g, ' ').slice(0, 100)).slice(most)).toEqual([]);
      for (const statement of sent.filter(({ text }) => /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)/i.test(text!))) {
        const whole = (await scannedWhole(clinic, statement)).filter((table) => large.includes(table));
        expect([whole, whole.length > 0 ? statement.text : '']).toEqual([[], '']);
      }
    },
  );
});
