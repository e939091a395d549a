import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type SentStatement, statements } from '../../src/platform/database/named-client.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { aCase, aClient, anAppointment, aPlaceId } from '../support/factories.js';

let app: TestApplication;
let clinic: Clinic;

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic();
});
beforeEach(() => app.clock.set('2018-03-10T15:00:00Z'));
afterAll(() => app.stop());

interface Item {
  at: string;
  on: string;
  kind: string;
  title: string;
  recordId: string;
  recordType: string;
  details: Record<string, unknown>;
  daysSincePrevious: number | null;
}

const timeline = async (clientId: string) =>
  (await clinic.as.advocate.get(`/api/clients/${clientId}/timeline`)).body as { items: Item[]; chain: unknown[] };

/** A person arrested and printed in February, called in by letter, detained at the appointment. */
async function aDocumentedCase() {
  const made = await aCase(clinic, {
    client: { consents: [{ kind: 'record_keeping', givenOn: '2018-03-01', how: 'spoken_by_phone' }] },
    arrests: [{ arrestedOn: '2018-02-12', disposition: 'dismissed', dispositionOn: '2018-03-01' }],
    prints: ['2018-02-12'],
    letters: [
      {
        letterDatedOn: '2018-02-26',
        receivedOn: '2018-03-01',
        reportAt: '2018-03-08T15:00:00Z',
        verbatim: 'Sealed wording',
        notes: 'Sealed note',
      },
    ],
  });
  const { body: appointment, status } = await clinic.as.attorney.post(
    `/api/clients/${made.client.id}/appointments`,
    anAppointment(await aPlaceId(clinic), { startsAt: '2018-03-08T15:00:00Z', letterId: made.letters[0].id }),
  );
  expect(status).toBe(201);
  const told = await clinic.as.attorney.post(`/api/appointments/${appointment.id}/outcome`, {
    outcome: 'detained',
    debrief: 'Sealed debrief',
  });
  expect(told.status).toBeLessThan(300);
  const { body: custody } = await clinic.as.attorney.post(`/api/clients/${made.client.id}/custody-events`, {
    kind: 'detained',
    at: '2018-03-08T16:00:00Z',
    facilityId: await aPlaceId(clinic, 'Hudson County', 'facilities'),
  });
  return { ...made, appointment, custody };
}

describe('The timeline of a case file', () => {
  it('tells every dated fact in one order: by day, and within a day as things follow one another', async () => {
    const { client } = await aDocumentedCase();
    const { items } = await timeline(client.id);
    expect(items.map(({ on, kind, title, daysSincePrevious }) => [on, kind, title, daysSincePrevious])).toEqual([
      ['2018-02-12', 'arrest', 'Arrested by NYPD', null],
      ['2018-02-12', 'fingerprint', 'Fingerprints taken: arrest', 0],
      ['2018-02-26', 'letter_dated', 'Date on the letter (G-56)', 14],
      ['2018-03-01', 'consent_given', 'Consent given: record keeping', 3],
      ['2018-03-01', 'disposition', 'Criminal case ended: dismissed', 0],
      ['2018-03-01', 'letter_received', 'Letter received (G-56)', 0],
      ['2018-03-08', 'letter_report', 'Day to come according to the letter', 7],
      ['2018-03-08', 'appointment', 'Appointment: call-in letter', 0],
      ['2018-03-08', 'outcome', 'Outcome: detained', 0],
      ['2018-03-08', 'custody', 'Detained', 0],
      ['2018-03-10', 'file_opened', 'Case file opened', 2],
    ]);
  });

  it('gives dates as dates and instants with their zone, and small facts under their field names', async () => {
    const { client, appointment, custody, prints } = await aDocumentedCase();
    const { items } = await timeline(client.id);
    const of = (kind: string) => items.find((item) => item.kind === kind)!;
    expect(of('fingerprint')).toMatchObject({
      at: '2018-02-12',
      recordType: 'fingerprint_event',
      recordId: prints[0].id,
      details: { agency: 'nypd', reason: 'arrest' },
    });
    expect(of('fingerprint')).not.toHaveProperty('zone');
    expect(of('appointment')).toMatchObject({
      at: '2018-03-08T15:00:00.000Z',
      zone: 'America/New_York',
      recordId: appointment.id,
      details: { kind: 'call_in_letter', placeName: 'ICE, 201 Varick Street' },
    });
    expect(of('custody')).toMatchObject({
      recordId: custody.id,
      details: { kind: 'detained', facilityName: 'Hudson County Correctional Facility', state: 'NJ' },
    });
    expect(of('disposition').details).toEqual({ disposition: 'dismissed' });
  });

  it('holds nothing that is sealed, and does not name the agency on the screen', async () => {
    const { client } = await aDocumentedCase();
    const text = JSON.stringify(await timeline(client.id));
    for (const secret of ['Sealed', client.legalName]) expect(text).not.toContain(secret);
    const checkIns = await aCase(clinic, {
      appointments: [{ kind: 'high_risk_ice_check_in', startsAt: '2018-03-12T14:00:00Z' }],
    });
    expect((await timeline(checkIns.client.id)).items.at(-1)!.title).toBe('Appointment: high risk check-in');
  });

  it('places an instant on the day that the clock on the wall of its place showed', async () => {
    const { client } = await aCase(clinic, {
      custodyEvents: [{ at: '2018-03-02T03:30:00Z' }, { at: '2018-03-02T07:30:00Z', zone: 'America/Los_Angeles' }],
    });
    const { items } = await timeline(client.id);
    expect(items.filter(({ kind }) => kind === 'custody').map(({ on, at }) => [on, at])).toEqual([
      ['2018-03-01', '2018-03-02T03:30:00.000Z'],
      ['2018-03-01', '2018-03-02T07:30:00.000Z'],
    ]);
  });

  it('says how exactly a date is known where it is not exact', async () => {
    const { client } = await aCase(clinic, {
      prints: [{ takenOn: '2018-02-15', takenOnPrecision: 'month' }, '2018-02-16'],
    });
    const { items } = await timeline(client.id);
    const prints = items.filter(({ kind }) => kind === 'fingerprint');
    expect(prints[0]).toHaveProperty('precision', 'month');
    expect(prints[1]).not.toHaveProperty('precision');
  });

  it('tells when the file was closed and opened again, and which consents were given and taken back', async () => {
    const { client } = await aCase(clinic, {
      client: {
        consents: [
          { kind: 'record_keeping', givenOn: '2018-03-01' },
          { kind: 'sms', givenOn: '2018-03-01', withdrawnOn: '2018-03-05' },
        ],
      },
    });
    app.clock.set('2018-03-12T15:00:00Z');
    await clinic.as.attorney.post(`/api/clients/${client.id}/close`, { closingReason: 'advice_given' });
    app.clock.set('2018-03-20T15:00:00Z');
    await clinic.as.attorney.post(`/api/clients/${client.id}/reopen`);
    const { items } = await timeline(client.id);
    expect(items.map(({ on, title }) => [on, title])).toEqual([
      ['2018-03-01', 'Consent given: record keeping'],
      ['2018-03-01', 'Consent given: sms'],
      ['2018-03-05', 'Consent taken back: sms'],
      ['2018-03-10', 'Case file opened'],
      ['2018-03-12', 'Case file closed'],
      ['2018-03-20', 'Case file opened again'],
    ]);
  });

  it('is read with one statement over all records, however many there are', async () => {
    const { client } = await aCase(clinic, {
      prints: Array.from({ length: 12 }, (_, day) => `2018-02-${String(day + 10)}`),
      letters: ['2018-02-26', '2018-02-27'],
    });
    const sent: string[] = [];
    const listen = (message: unknown) => sent.push((message as SentStatement).text ?? '');
    statements.subscribe(listen);
    await timeline(client.id);
    statements.unsubscribe(listen);
    expect(sent.filter((text) => text.includes('fingerprint_events'))).toHaveLength(1);
    expect(sent.filter((text) => text.includes('letters'))).toHaveLength(1);
  });

  it('is audited, absent for another organisation and behind a wall, and forbidden without case files', async () => {
    const { client } = await aCase(clinic);
    await timeline(client.id);
    const { body: audit } = await clinic.as.auditor.get(
      `/api/audit-events?clientId=${client.id}&event=client.timeline_read`,
    );
    expect(audit.items).toHaveLength(1);
    const other = await app.clinic();
    for (const page of ['file', 'timeline', 'holdings']) {
      expect((await other.as.attorney.get(`/api/clients/${client.id}/${page}`)).status).toBe(404);
      for (const role of ['administrator', 'accompanier', 'auditor'] as const) {
        expect((await clinic.as[role].get(`/api/clients/${client.id}/${page}`)).status).toBe(403);
      }
    }
    await clinic.as.attorney.patch(`/api/clients/${client.id}`, 1, {
      restricted: true,
      allowedUserIds: [clinic.as.attorney.userId],
    });
    for (const page of ['file', 'timeline', 'holdings'])
      expect((await clinic.as.supervisor.get(`/api/clients/${client.id}/${page}`)).status).toBe(404);
  });
});

describe('A case file in one answer', () => {
  it('is the file and each list of its records, as they are answered one by one', async () => {
    const { client } = await aDocumentedCase();
    const { attorney } = clinic.as;
    const { body: whole } = await attorney.get(`/api/clients/${client.id}/file`);
    const lists = {
      arrests: 'arrests',
      fingerprintEvents: 'fingerprint-events',
      letters: 'letters',
      appointments: 'appointments',
      custodyEvents: 'custody-events',
    };
    expect(Object.keys(whole).sort()).toEqual(['client', ...Object.keys(lists)].sort());
    expect(whole.client).toEqual((await attorney.get(`/api/clients/${client.id}`)).body);
    for (const [name, path] of Object.entries(lists)) {
      expect(whole[name].items).toHaveLength(1);
      expect(whole[name]).toEqual((await attorney.get(`/api/clients/${client.id}/${path}`)).body);
    }
  });

  it('is one look, and where it is refused one refusal', async () => {
    const { client } = await aCase(clinic);
    await clinic.as.supervisor.get(`/api/clients/${client.id}/file`);
    const eventsOf = async () =>
      (
        (await clinic.as.auditor.get(`/api/audit-events?clientId=${client.id}&userId=${clinic.as.supervisor.userId}`))
          .body as { items: { event: string }[] }
      ).items.map(({ event }) => event);
    expect((await eventsOf()).filter((event) => event === 'client.read')).toHaveLength(1);
    await clinic.as.attorney.patch(`/api/clients/${client.id}`, 1, {
      restricted: true,
      allowedUserIds: [clinic.as.attorney.userId],
    });
    const before = (await eventsOf()).length;
    expect((await clinic.as.supervisor.get(`/api/clients/${client.id}`)).status).toBe(404);
    const refusalsOfOneRead = (await eventsOf()).length - before;
    expect((await clinic.as.supervisor.get(`/api/clients/${client.id}/file`)).status).toBe(404);
    expect((await eventsOf()).length - before - refusalsOfOneRead).toBe(refusalsOfOneRead);
  });
});

describe('The chain of a case file', () => {
  it('connects print, letter, appointment and outcome with the days between', async () => {
    const { client, prints, letters, appointment } = await aDocumentedCase();
    const { chain } = await timeline(client.id);
    expect(chain).toEqual([
      {
        lagDays: 14,
        noticeDays: 7,
        totalDays: 24,
        steps: [
          {
            kind: 'fingerprint',
            recordType: 'fingerprint_event',
            recordId: prints[0].id,
            on: '2018-02-12',
            title: 'Fingerprints taken: arrest',
            daysSincePrevious: null,
          },
          {
            kind: 'letter',
            recordType: 'letter',
            recordId: letters[0].id,
            on: '2018-02-26',
            title: 'Letter (G-56)',
            daysSincePrevious: 14,
          },
          {
            kind: 'appointment',
            recordType: 'appointment',
            recordId: appointment.id,
            on: '2018-03-08',
            title: 'Appointment: call-in letter',
            daysSincePrevious: 10,
          },
          {
            kind: 'outcome',
            recordType: 'appointment',
            recordId: appointment.id,
            on: '2018-03-08',
            title: 'Outcome: detained',
            daysSincePrevious: 0,
          },
        ],
      },
    ]);
  });

  it('has one path per letter, as far as it is known, and none for a letter that nothing is known around', async () => {
    const { client } = await aCase(clinic, {
      prints: ['2018-02-05', '2018-02-20'],
      letters: [
        '2018-02-15',
        { letterDatedOn: null, receivedOn: '2018-03-01', reportAt: '2018-03-05T15:00:00Z' },
        { letterDatedOn: '2018-01-10' },
      ],
    });
    const { chain } = await timeline(client.id);
    expect(chain).toMatchObject([
      { lagDays: 10, noticeDays: null, totalDays: 10, steps: [{ on: '2018-02-05' }, { on: '2018-02-15' }] },
      { lagDays: 9, noticeDays: 4, totalDays: 9, steps: [{ on: '2018-02-20' }, { on: '2018-03-01' }] },
    ]);
  });
});

describe('What is held about a person', () => {
  it('is told by kinds of records and names of fields with their purpose, and without any value', async () => {
    const { client } = await aCase(clinic, {
      client: aClient({ legalName: 'Zork Held', phone: '+17185550147', dateOfBirth: '1991-02-03' }),
      arrests: [{ chargeDescription: 'Held charge' }],
      prints: ['2018-02-12', '2018-02-13'],
      letters: ['2018-02-26'],
    });
    const { status, body } = await clinic.as.attorney.get(`/api/clients/${client.id}/holdings`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ clientId: client.id, code: client.code, keys: 1 });
    const count = (recordType: string) =>
      body.records.find((held: { recordType: string }) => held.recordType === recordType)?.count;
    expect(['clients', 'arrests', 'fingerprint_events', 'letters', 'custody_events', 'client_keys'].map(count)).toEqual(
      [1, 1, 2, 1, undefined, undefined],
    );
    expect(body.searchTokens).toBeGreaterThan(2);
    expect(body.auditLines).toBeGreaterThanOrEqual(5);
    const inClass = (name: string) =>
      body.fields.find((held: { retentionClass: string }) => held.retentionClass === name).fields;
    expect(inClass('identity')).toContainEqual({
      recordType: 'clients',
      field: 'phone',
      purpose: 'Lets us call you, and remind you where you agreed to it.',
      sealed: true,
      filled: 1,
    });
    expect(inClass('ledger')).toContainEqual(
      expect.objectContaining({ recordType: 'fingerprint_events', field: 'takenOn', filled: 2 }),
    );
    const fields = body.fields.flatMap((held: { fields: { recordType: string; field: string }[] }) =>
      held.fields.map(({ recordType, field }) => `${recordType}.${field}`),
    );
    for (const empty of ['clients.email', 'clients.allowedUserIds', 'letters.notes'])
      expect(fields).not.toContain(empty);
    for (const value of ['Zork', '7185550147', '1991', 'Held charge', '2018-02-1'])
      expect(JSON.stringify(body)).not.toContain(value);
  });

  it('counts every table that has rows of a client, so that no kind of record can be forgotten', async () => {
    const { client } = await aCase(clinic);
    const tables = await clinic.inWork((work) =>
      work.sql<{ name: string }>(
        `SELECT table_name AS name FROM information_schema.columns WHERE column_name = 'client_id' AND table_schema = 'public'`,
      ),
    );
    const sent: string[] = [];
    const listen = (message: unknown) => sent.push((message as SentStatement).text ?? '');
    statements.subscribe(listen);
    await clinic.as.attorney.get(`/api/clients/${client.id}/holdings`);
    statements.unsubscribe(listen);
    const report = sent.find((text) => text.includes('row_to_json') && text.includes('client_keys'))!;
    expect(tables.length).toBeGreaterThan(8);
    for (const { name } of tables) expect(report).toContain(`"${name}"`);
  });

  it('counts both keys of a merged file', async () => {
    const { client } = await aCase(clinic);
    const twin = await aCase(clinic, { prints: ['2018-02-12'] });
    await clinic.as.attorney.post(`/api/clients/${client.id}/merge`, { otherClientId: twin.client.id });
    const { body } = await clinic.as.attorney.get(`/api/clients/${client.id}/holdings`);
    expect(body.keys).toBe(2);
  });
});
