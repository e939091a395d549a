import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { csvCell } from '../../src/audit/csv.js';
import { SealingService } from '../../src/audit/sealing.service.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { hours } from '../support/clock.js';
import { aClient, type Answered } from '../support/factories.js';
import { scannedWhole, sentDuring } from '../support/statements.js';

let app: TestApplication;
let clinic: Clinic;
let client: Answered;

const list = async (query = '') => (await clinic.as.auditor.get(`/api/audit-events?limit=100&${query}`)).body.items;
const eventsOf = async (query: string) => (await list(query)).map((line: Answered) => line.event);

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic();
  client = (await clinic.as.attorney.post('/api/clients', aClient())).body;
  app.clock.advance(hours(10)); // 2018-03-02T01:00Z, still the first of March in New York
  await clinic.as.supervisor.get(`/api/clients/${client.id}`);
  app.clock.advance(hours(10));
  await clinic.as.attorney.get(`/api/clients/${client.id}`);
});
afterAll(() => app.stop());

describe('The list of audit lines', () => {
  it('says who by name, and is filtered by event, person, case file and record', async () => {
    const [newest] = await list('event=client.read');
    expect(newest).toMatchObject({ userName: 'Test attorney', role: 'attorney', subjectId: client.id });
    expect(await eventsOf(`event=client.read&userId=${clinic.as.supervisor.userId}`)).toEqual(['client.read']);
    expect(await eventsOf(`clientId=${client.id}`)).toEqual(['client.read', 'client.read', 'client.created']);
    expect(await eventsOf(`subjectId=${clinic.as.auditor.userId}`)).toEqual([]);
    expect((await clinic.as.auditor.get('/api/audit-events?event=client.stolen')).body.errors).toMatchObject([
      { field: 'event', code: 'choice.unknown' },
    ]);
  });

  it('is filtered by days where the organisation works, and by instants', async () => {
    const of = (period: string) => eventsOf(`clientId=${client.id}&${period}`);
    expect(await of('to=2018-03-01')).toEqual(['client.read', 'client.created']);
    expect(await of('from=2018-03-02')).toEqual(['client.read']);
    expect(await of('from=2018-03-01T15:00:00Z&to=2018-03-02T01:00:00Z')).toEqual(['client.created']);
    const reversed = await clinic.as.auditor.get('/api/audit-events?from=2018-03-02&to=2018-03-01');
    expect([reversed.status, reversed.body.errors[0].code]).toEqual([422, 'range.reversed']);
  });

  it('never reads the whole table, whichever filter is set', async () => {
    await clinic.inWork(async (work) => {
      await work.sql(
        `INSERT INTO audit_events (id, organization_id, at, user_id, role, event, client_id, subject_id)
         SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, $1, now(), gen_random_uuid(), 'attorney',
                'letter.read', gen_random_uuid(), gen_random_uuid() FROM generate_series(1, 5000) n`,
        [clinic.id],
      );
    });
    const owner = app.dataSource;
    await owner.query('ANALYZE audit_events').catch(() => undefined);
    for (const filter of [
      '',
      'event=client.read',
      `clientId=${client.id}`,
      `userId=${clinic.as.attorney.userId}`,
      `subjectId=${client.id}`,
      'from=2018-03-01&to=2018-03-02',
    ]) {
      const sent = await sentDuring(() => clinic.as.auditor.get(`/api/audit-events?${filter}`));
      const statement = sent.find(({ text }) => text?.includes('FROM audit_events a'))!;
      expect([filter, await scannedWhole(clinic, statement)]).toEqual([
        filter,
        expect.not.arrayContaining(['audit_events']),
      ]);
    }
  });
});

describe('The export', () => {
  it('answers the lines of a period as CSV, oldest first, and is noted with its size', async () => {
    const { status, text, headers } = await clinic.as.auditor.get(
      `/api/audit-events/export?format=csv&clientId=${client.id}&from=2018-03-01&to=2018-03-01`,
    );
    expect([status, headers['content-type'], headers['content-disposition']]).toEqual([
      200,
      'text/csv; charset=utf-8; header=present',
      'attachment; filename="audit.csv"',
    ]);
    const [head, ...rows] = text.trimEnd().split('\r\n');
    expect(head).toBe('at,userId,userName,role,event,subjectType,subjectId,clientId,origin,requestId,details,id');
    expect(rows.map((row) => row.split(',')[4])).toEqual(['"client.created"', '"client.read"']);
    expect((await list('event=audit.exported'))[0].details).toEqual({
      count: 2,
      format: 'csv',
      from: '2018-03-01',
      to: '2018-03-01',
    });
  });

  it('answers them as JSON with the anchor of the newest seal', async () => {
    await app.app.get(SealingService).seal(clinic.id);
    const { text } = await clinic.as.auditor.get(`/api/audit-events/export?format=json&clientId=${client.id}`);
    const { events, anchor, organizationId } = JSON.parse(text);
    expect(organizationId).toBe(clinic.id);
    expect(events.map((line: Answered) => line.event)).toEqual(['client.created', 'client.read', 'client.read']);
    const { body } = await clinic.as.auditor.get('/api/audit-events/seals');
    expect(body.items[0]).toMatchObject({ totalLines: expect.any(Number), anchor });
    expect(anchor).toMatch(/^letterbox-audit:1:/);
    const nothing = await clinic.as.auditor.get('/api/audit-events/export?format=json&from=2030-01-01');
    expect(JSON.parse(nothing.text).events).toEqual([]);
  });

  it('holds nothing that a spreadsheet would take for a formula, whatever people call themselves', async () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) expect(csvCell(text)).toBe(`"'${text}"`);
    expect([csvCell('says "hi", ok'), csvCell(null), csvCell({ a: 1 })]).toEqual([
      '"says ""hi"", ok"',
      '""',
      '"{""a"":1}"',
    ]);
    const other = await app.clinic();
    const { body } = await other.as.attorney.post('/api/clients', aClient());
    await other.inWork((work) =>
      work.execute('UPDATE users SET display_name = $2 WHERE id = $1', [
        other.as.advocate.userId,
        '=HYPERLINK("http://example.org")',
      ]),
    );
    await other.as.advocate.get(`/api/clients/${body.id}`);
    const { text } = await other.as.auditor.get('/api/audit-events/export?format=csv&event=client.read');
    expect(text).toContain(`,"'=HYPERLINK(""http://example.org"")",`);
  });

  it('refuses more lines than a file should hold, and other roles than the auditor', async () => {
    const other = await app.clinic();
    await other.inWork(async (work) => {
      await work.sql(
        `INSERT INTO audit_events (id, organization_id, at, user_id, role, event)
         SELECT gen_random_uuid(), $1, now(), gen_random_uuid(), 'attorney', 'letter.read' FROM generate_series(1, 20001)`,
        [other.id],
      );
    });
    const { status, body } = await other.as.auditor.get('/api/audit-events/export?format=csv');
    expect([status, body.errors]).toEqual([422, [expect.objectContaining({ field: 'from', code: 'audit.too_many' })]]);
    for (const role of ['administrator', 'supervisor', 'attorney'] as const)
      expect((await clinic.as[role].get('/api/audit-events/export?format=csv')).status).toBe(403);
    expect((await clinic.as.auditor.get('/api/audit-events/export?format=xls')).status).toBe(422);
  });

  it('has the lines of its own organisation alone', async () => {
    const other = await app.clinic();
    const { text } = await other.as.auditor.get('/api/audit-events/export?format=csv');
    expect(text).not.toContain(client.id);
    expect(text).toContain('organization.created');
  });
});
