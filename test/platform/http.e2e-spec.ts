import { randomUUID } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Clinic, TestApplication } from '../support/application.js';

let app: TestApplication;
let clinic: Clinic;

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic();
});
afterAll(() => app.stop());

const rowsOf = (table: string) =>
  clinic.inWork(async (work) => (await work.sql<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]!.n);

describe('Bad input', () => {
  const name = { legalName: 'Bad Input' };
  const cases: [what: string, body: object, field: string, code: string][] = [
    ['a wrong type', { legalName: 5 }, 'legalName', 'text.expected'],
    ['an unknown field', { ...name, nickname: 'x' }, 'nickname', 'field.unknown'],
    ['a missing field', {}, 'legalName', 'field.required'],
    ['null for a required field', { legalName: null }, 'legalName', 'field.required'],
    ['text that is too long', { legalName: 'x'.repeat(201) }, 'legalName', 'text.too_long'],
    ['text whose marks make it too long', { legalName: 'x\uFE0F'.repeat(101) }, 'legalName', 'text.too_long'],
    ['text of nothing but blanks', { legalName: ' \t ' }, 'legalName', 'text.too_short'],
    ['a field that every object has', { ...name, toString: 'x' }, 'toString', 'field.unknown'],
    ['a field without a name', { ...name, '': 'x' }, 'body', 'field.unknown'],
    ['nothing in a list of parts', { ...name, consents: [null] }, 'consents.0', 'list.invalid'],
    ['a list in a list of parts', { ...name, emergencyContacts: [[]] }, 'emergencyContacts.0', 'list.invalid'],
    ['a value that is not in the list', { ...name, ageBand: 'old' }, 'ageBand', 'choice.unknown'],
    ['a date that does not exist', { ...name, dateOfBirth: '1990-02-30' }, 'dateOfBirth', 'date.invalid'],
    ['a birth in the future', { ...name, dateOfBirth: '2030-01-01' }, 'dateOfBirth', 'date.future'],
    ['a phone number without its country', { ...name, phone: '718 555 0123' }, 'phone', 'text.format'],
    ['an id that is none', { ...name, assignedAttorneyId: 'me' }, 'assignedAttorneyId', 'id.malformed'],
    ['an id of nobody', { ...name, assignedAttorneyId: randomUUID() }, 'assignedAttorneyId', 'user.unknown'],
    ['a NUL character', { legalName: 'a\0b' }, 'legalName', 'text.invalid_characters'],
    ['half of a surrogate pair', { legalName: 'a\ud800b' }, 'legalName', 'text.invalid_characters'],
    [
      'a wrong part of a list',
      { ...name, emergencyContacts: [{ name: 'A' }, { phone: '1' }] },
      'emergencyContacts.1.name',
      'field.required',
    ],
    ['an address where none are collected', { ...name, address: '1 Main St' }, 'address', 'address.off'],
    ['a number for a count that is none', { ...name, usCitizenChildren: 1.5 }, 'usCitizenChildren', 'count.invalid'],
  ];

  it.each(cases)('%s is refused with its field named, and leaves nothing behind', async (_, body, field, code) => {
    const before = await rowsOf('clients');
    const answer = await clinic.as.attorney.post('/api/clients', body);
    expect(answer.status).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ field, code }));
    expect(await rowsOf('clients')).toBe(before);
  });

  const raw = (body: string, type = 'application/json') =>
    app.anonymous
      .post('/api/clients')
      .set('authorization', `Bearer ${clinic.as.attorney.token}`)
      .set('content-type', type)
      .send(body);

  it.each([
    ['broken JSON', '{"legalName": ', 'application/json', 400, 'request.malformed'],
    ['a list for a body', '[]', 'application/json', 400, 'body.expected'],
    [
      'a body over the limit',
      JSON.stringify({ legalName: 'x'.repeat(1_100_000) }),
      'application/json',
      413,
      'body.too_large',
    ],
    ['another media type', '<a/>', 'application/xml', 415, 'body.media_type'],
    ['plain text', '{"legalName":"x"}', 'text/plain', 415, 'body.media_type'],
    ['a form', 'legalName=x', 'application/x-www-form-urlencoded', 415, 'body.media_type'],
    [
      'a body nested without end',
      `{"legalName":${'['.repeat(5000)}${']'.repeat(5000)}}`,
      'application/json',
      422,
      'request.invalid',
    ],
    ['a poisoned prototype', '{"__proto__": {"legalName": "x"}}', 'application/json', 400, 'request.malformed'],
  ])('%s is refused', async (_, body, type, status, code) => {
    const answer = await raw(body, type);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it.each([
    ['/api/clients/not-a-uuid', 400, 'id.malformed'],
    [`/api/clients/${randomUUID()}`, 404, 'client.not_found'],
    ['/api/clients?limit=0', 422, 'request.invalid'],
    ['/api/clients?limit=1e3', 422, 'request.invalid'],
    ['/api/clients?surprise=1', 422, 'request.invalid'],
    ['/api/clients?cursor=eyJ4IjoxfQ.AAAA', 400, 'cursor.invalid'],
    ['/api/clients?q=%00', 422, 'request.invalid'],
    ['/api/nothing-here', 404, 'route.not_found'],
    ['/api/clients/%zz', 400, 'address.malformed'],
    [`/api/clients/${'x'.repeat(300)}`, 414, 'address.too_long'],
    [`/api/clients?q=${'x'.repeat(20_000)}`, 431, 'headers.too_large'],
    // PostgreSQL knows no such offset.
    ['/api/reminders?dueBefore=2018-03-01T00:00:00%2B23:59', 422, 'request.invalid'],
    ['/api/appointments?from=2018-03-01T00:00:00-18:00', 422, 'request.invalid'],
  ])('GET %s is answered %i %s', async (path, status, code) => {
    const answer = await clinic.as.attorney.get(path);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});

describe('A list', () => {
  it('goes through everything once, page by page, and refuses the cursor of another list', async () => {
    const own = await app.clinic();
    for (let at = 0; at < 7; at += 1) await own.as.attorney.post('/api/clients', { legalName: `Person ${at}` });
    const seen: string[] = [];
    let path = '/api/clients?limit=3&count=true';
    for (let page = 0; page < 3; page += 1) {
      const { body } = await own.as.attorney.get(path);
      expect(body.total).toBe(7);
      seen.push(...body.items.map((item: { legalName: string }) => item.legalName));
      path = `/api/clients?limit=3&count=true&cursor=${body.nextCursor}`;
      if (page === 2) expect(body.nextCursor).toBeNull();
    }
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((at) => `Person ${at}`));
    const { body } = await own.as.attorney.get('/api/clients?limit=3');
    const elsewhere = await own.as.attorney.get(`/api/clients?county=bronx&cursor=${body.nextCursor}`);
    expect(elsewhere.body.code).toBe('cursor.invalid');
  });
});

describe('An Idempotency-Key', () => {
  it('answers a repeat with the first answer and writes nothing', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await clinic.as.attorney.post('/api/clients', { legalName: 'Once Only' }, headers);
    const second = await clinic.as.attorney.post('/api/clients', { legalName: 'Once Only' }, headers);
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers.location).toBe(first.headers.location);
    expect((await clinic.as.attorney.get('/api/clients?q=once')).body.items).toHaveLength(1);
  });

  it('answers ten repeats at the same moment with one client', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => clinic.as.attorney.post('/api/clients', { legalName: 'Tenfold Name' }, headers)),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await clinic.as.attorney.get('/api/clients?q=tenfold')).body.items).toHaveLength(1);
  });

  it('is refused for another request', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    await clinic.as.attorney.post('/api/clients', { legalName: 'First Use' }, headers);
    const other = await clinic.as.attorney.post('/api/clients', { legalName: 'Other Use' }, headers);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency.key_reused']);
  });

  it('of a request that was refused may be used again', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    expect((await clinic.as.attorney.post('/api/clients', {}, headers)).status).toBe(422);
    expect((await clinic.as.attorney.post('/api/clients', { legalName: 'Second Try' }, headers)).status).toBe(201);
  });

  it('of one person is not that of another', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const mine = await clinic.as.attorney.post('/api/clients', { legalName: 'Mine' }, headers);
    const theirs = await clinic.as.advocate.post('/api/clients', { legalName: 'Mine' }, headers);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  it('keeps no identity in clear', async () => {
    await clinic.as.attorney.post('/api/clients', { legalName: 'Quuxname' }, { 'idempotency-key': randomUUID() });
    expect(JSON.stringify(await clinic.inWork((work) => work.sql('SELECT * FROM idempotency_keys')))).not.toContain(
      'Quuxname',
    );
  });
});

describe('An id', () => {
  it('may be written in capitals, and is the same', async () => {
    const { as } = clinic;
    const assignedAttorneyId = as.attorney.userId.toUpperCase();
    const { status, body } = await as.attorney.post('/api/clients', { legalName: 'Capital Ids', assignedAttorneyId });
    expect([status, body.assignedAttorneyId]).toEqual([201, as.attorney.userId]);
    expect((await as.attorney.get(`/api/clients/${body.id.toUpperCase()}`)).body.id).toBe(body.id);
  });
});

describe('Every answer', () => {
  it('of the API is not to be stored, and has a request id', async () => {
    const { headers } = await clinic.as.attorney.get('/api/clients');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['x-frame-options']).toBe('DENY');
  });

  it('tells browsers to load nothing, to be framed by nobody and to say nowhere where it came from', async () => {
    const { headers } = await clinic.as.attorney.get('/api/clients');
    const policy = headers['content-security-policy']!;
    for (const rule of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"])
      expect(policy.split(';')).toContain(rule);
    expect(policy).not.toMatch(/unsafe|https:|\*/);
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    // Plain http has no use for it, and a browser would lock itself out.
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('of the API is not to be stored either when a proxy asks by the full address', async () => {
    const { port } = app.app.getHttpServer().address() as AddressInfo;
    const authorization = `Bearer ${clinic.as.attorney.token}`;
    const answer = await new Promise<IncomingMessage>((resolve, reject) =>
      get({ port, path: 'http://elsewhere.example/api/clients', headers: { authorization } }, resolve).on(
        'error',
        reject,
      ),
    );
    answer.resume();
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store']);
  });

  it('without a sign-in is 401, for an address that exists and one that wants more rights alike', async () => {
    for (const path of ['/api/clients', '/api/users', '/api/audit-events']) {
      const { status, body } = await app.anonymous.get(path);
      expect([path, status, body.code]).toEqual([path, 401, 'session.missing']);
    }
  });
});
