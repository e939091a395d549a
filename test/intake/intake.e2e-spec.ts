import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Clinic, TestApplication } from '../support/application.js';

let app: TestApplication;
let clinic: Clinic;
let varick: string;

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic();
  varick = await varickOf(clinic);
});
afterAll(() => app.stop());

async function varickOf(of: Clinic): Promise<string> {
  const { body } = await of.as.attorney.get('/api/places?limit=100');
  return body.items.find((place: { name: string }) => place.name.includes('Varick')).id;
}

/** A whole page, as an attorney would fill it in on 1 March 2018. */
function aPage(overrides: Record<string, unknown> = {}) {
  return {
    client: {
      legalName: `Page Person ${randomUUID().slice(0, 8)}`,
      phone: `+1718555${String(Math.floor(Math.random() * 9000) + 1000)}`,
      county: 'bronx',
      language: 'es',
    },
    arrest: {
      arrestedOn: '2018-02-12',
      agency: 'nypd',
      process: 'desk_appearance_ticket',
      chargeLevel: 'misdemeanor_a',
      chargeCategory: 'drug_or_marijuana',
    },
    fingerprintEvent: { takenOn: '2018-02-12', reason: 'arrest', agency: 'nypd', method: 'livescan' },
    letter: {
      receivedOn: '2018-02-28',
      letterDatedOn: '2018-02-26',
      evidenceGrade: 'seen_original',
      reportingPlaceId: varick,
      reportAt: '2018-03-08T14:00:00Z',
      room: '10',
    },
    appointment: {},
    accompaniments: [
      { userId: clinic.as.accompanier.userId, role: 'volunteer', rsvp: 'yes' },
      { personName: 'Sister Ana', role: 'clergy' },
    ],
    ...overrides,
  };
}

type Page = ReturnType<typeof aPage>;

const tables = [
  'clients',
  'client_keys',
  'search_tokens',
  'arrests',
  'fingerprint_events',
  'letters',
  'appointments',
  'accompaniments',
  'reminders',
  'audit_events',
];
const rows = () =>
  clinic.inWork(async (work) => {
    const counts: Record<string, number> = {};
    for (const table of tables)
      counts[table] = (await work.sql<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]!.n;
    return counts;
  });

describe('An intake', () => {
  it('saves the whole page at once, and answers lag, notice, the proposed trigger and the reminders', async () => {
    const { status, body, headers } = await clinic.as.attorney.post('/api/intakes', aPage());
    expect(status).toBe(201);
    expect(headers.location).toBe(`/api/clients/${body.client.id}`);
    expect(body).toMatchObject({
      dryRun: false,
      lagDays: 14,
      noticeDays: 8,
      proposedTrigger: { takenOn: '2018-02-12', trigger: 'arrest_print', confidence: 'possible' },
    });
    expect(body.fingerprintEvent.arrestId).toBe(body.arrest.id);
    expect(body.letter.fingerprintEventId).toBe(body.fingerprintEvent.id);
    expect(body.appointment).toMatchObject({
      kind: 'call_in_letter',
      startsAt: '2018-03-08T14:00:00.000Z',
      placeId: varick,
      letterId: body.letter.id,
      room: '10',
      zone: 'America/New_York',
    });
    expect(body.accompaniments.map((companion: { personName: string | null }) => companion.personName)).toEqual([
      null,
      'Sister Ana',
    ]);
    expect(body.reminders.length).toBeGreaterThan(0);
    const { body: file } = await clinic.as.attorney.get(`/api/clients/${body.client.id}`);
    expect(file.letters).toHaveLength(1);
    expect(file.letters[0]).toMatchObject({ lagDays: 14, noticeDays: 8 });
    expect(file.appointments).toHaveLength(1);
  });

  it('run dry answers the same and leaves nothing behind', async () => {
    const before = await rows();
    const page = aPage();
    const { status, body } = await clinic.as.attorney.post('/api/intakes?dryRun=true', page);
    expect(status).toBe(201);
    expect(body).toMatchObject({ dryRun: true, lagDays: 14, noticeDays: 8 });
    expect(body.reminders.length).toBeGreaterThan(0);
    expect(await rows()).toEqual(before);
  });

  it('shows who may be the same person before it is saved', async () => {
    const client = { legalName: 'Rosa Duplicada', phone: '+13475550188' };
    const { body: first } = await clinic.as.attorney.post('/api/intakes', { client });
    const { body } = await clinic.as.attorney.post('/api/intakes?dryRun=true', {
      client: { legalName: 'R. Duplicada', phone: '+13475550188' },
    });
    expect(body.possibleDuplicates).toEqual([
      expect.objectContaining({ clientId: first.client.id, matchedOn: ['phone'] }),
    ]);
  });

  it('adds to a file that exists', async () => {
    const { body: client } = await clinic.as.attorney.post('/api/clients', { legalName: 'Has A File' });
    const { status, body } = await clinic.as.attorney.post('/api/intakes', {
      clientId: client.id,
      fingerprintEvent: { takenOn: '2018-02-01', reason: 'arrest' },
    });
    expect([status, body.client.id, body.letter]).toEqual([201, client.id, null]);
  });

  it('without a letter takes the appointment as it is given', async () => {
    const appointment = { kind: 'ice_check_in', startsAt: '2018-04-02T13:00:00Z', placeId: varick };
    const { status, body } = await clinic.as.attorney.post('/api/intakes', {
      client: { legalName: 'No Letter' },
      appointment,
    });
    expect([status, body.appointment.letterId]).toEqual([201, null]);
  });

  it.each([
    ['nobody', (page: Page) => ({ ...page, client: undefined }), 'client', 'field.required'],
    ['a person twice', (page: Page) => ({ ...page, clientId: randomUUID() }), 'clientId', 'client.twice'],
    [
      'a wrong field of a part',
      (page: Page) => ({ ...page, letter: { ...page.letter, receivedOn: '2018-13-01' } }),
      'letter.receivedOn',
      'date.invalid',
    ],
    [
      'an unknown field of a part',
      (page: Page) => ({ ...page, arrest: { ...page.arrest, colour: 'red' } }),
      'arrest.colour',
      'field.unknown',
    ],
    [
      'a letter dated before the print that is said to have triggered it',
      (page: Page) => ({
        ...page,
        fingerprintEvent: { ...page.fingerprintEvent, takenOn: '2018-02-27' },
        letter: { ...page.letter, receivedOn: '2018-02-20', letterDatedOn: '2018-02-25' },
      }),
      'letter.receivedOn',
      undefined,
    ],
    [
      'an arrest in the future',
      (page: Page) => ({ ...page, arrest: { ...page.arrest, arrestedOn: '2018-04-01' } }),
      'arrest.arrestedOn',
      'date.future',
    ],
    [
      'a place of nowhere',
      (page: Page) => ({ ...page, letter: { ...page.letter, reportingPlaceId: randomUUID() } }),
      'letter.reportingPlaceId',
      'place.unknown',
    ],
    [
      'company without an appointment',
      (page: Page) => ({ ...page, appointment: undefined }),
      'accompaniments',
      'appointment.missing',
    ],
    [
      'an appointment that nobody says the time of',
      (page: Page) => ({ ...page, letter: { ...page.letter, reportAt: undefined } }),
      'appointment.startsAt',
      'field.required',
    ],
    [
      'company that is a stranger',
      (page: Page) => ({ ...page, accompaniments: [{ userId: randomUUID() }] }),
      'accompaniments.0.userId',
      undefined,
    ],
  ])('with %s is refused, the field named, and leaves nothing behind', async (_, spoil, field, code) => {
    const before = await rows();
    const { status, body } = await clinic.as.attorney.post('/api/intakes', spoil(aPage()));
    expect(status).toBe(422);
    expect(body.errors.map((error: { field: string }) => error.field)).toContain(field);
    if (code) expect(body.errors).toContainEqual(expect.objectContaining({ field, code }));
    expect(await rows()).toEqual(before);
  });

  it("for another organisation's client is refused as if there were none", async () => {
    const other = await app.clinic();
    const { body: theirs } = await other.as.attorney.post('/api/clients', { legalName: 'Theirs' });
    const answer = await clinic.as.attorney.post('/api/intakes', { clientId: theirs.id, letter: aPage().letter });
    expect([answer.status, answer.body.code]).toEqual([404, 'client.not_found']);
  });

  it('repeated with its key is one intake', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const page = aPage({ client: { legalName: 'Idempotent Intake' } });
    const [first, second] = await Promise.all([
      clinic.as.attorney.post('/api/intakes', page, headers),
      clinic.as.attorney.post('/api/intakes', page, headers),
    ]);
    expect(first.body.id).toBe(second.body.id);
    expect((await clinic.as.attorney.get('/api/clients?q=idempotent')).body.items).toHaveLength(1);
  });

  it('is not for accompaniers, administrators and auditors', async () => {
    for (const role of ['accompanier', 'administrator', 'auditor'] as const)
      expect((await clinic.as[role].post('/api/intakes', aPage())).status).toBe(403);
    expect((await clinic.as.advocate.post('/api/intakes', aPage())).status).toBe(201);
  });
});
