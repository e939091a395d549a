import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Permission, permissionsOf } from '../../src/auth/permissions.js';
import { SessionsService } from '../../src/auth/sessions.service.js';
import { documentOf } from '../../src/openapi.js';
import { type Caller, type Clinic, TestApplication } from '../support/application.js';
import { aClient, aCustodyEvent, aPicture, type Answered, aPlaceId } from '../support/factories.js';
import {
  fitting,
  hostile,
  reference,
  referencePattern,
  type Schema,
  type Schemas,
  spoilt,
} from '../support/hostile.js';

/**
 * Every route of the document, asked as nobody would: fitting bodies at the borders of what is allowed, spoilt ones, ids of
 * other people, by those who may and those who may not. FUZZ_SEED and FUZZ_RUNS (requests a route) ask otherwise; a failure tells
 * its seed.
 */
const seed = Number(process.env.FUZZ_SEED ?? 20_180_301);
const runs = Number(process.env.FUZZ_RUNS ?? 6);

const marker = 'Sealedmarkername';
const otherMarker = 'Othermarkername';

type Ids = Record<string, string>;
const callers = ['attorney', 'accompanier', 'administrator', 'auditor', 'nobody'] as const;

interface Asked {
  as: (typeof callers)[number];
  path: string[];
  query: [string, unknown][];
  body: unknown;
  raw: string | undefined;
  ifMatch: string | undefined;
  key: boolean;
}

interface Operation {
  method: string;
  path: string;
  query: { name: string; schema: Schema }[];
  body: Schema | undefined;
  /** Whether it wants a second factor shown just now. */
  stepUp: boolean;
  /** Who is mostly the one to ask. */
  askedBy: Asked['as'];
}

let app: TestApplication;
let clinic: Clinic;
let other: Clinic;
let otherIds: Ids;
let otherBefore: string;
let base: string;
let schemas: Schemas;
const operations: Operation[] = [];

beforeAll(async () => {
  app = await TestApplication.start();
  base = await app.app.getUrl();
  [clinic, other] = [await app.clinic(), await app.clinic()];
  otherIds = await world(other, otherMarker);
  otherBefore = await everythingOf(other);
  const document = documentOf(app.app);
  schemas = document.components!.schemas as Schemas;
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, one] of Object.entries(methods) as [string, Answered][]) {
      operations.push({
        method: method.toUpperCase(),
        path,
        query: (one.parameters ?? []).filter((parameter: { in: string }) => parameter.in === 'query'),
        body: one.requestBody?.content['application/json']?.schema as Schema | undefined,
        stepUp: one['x-step-up'] === true,
        askedBy:
          callers.find((role) => role !== 'nobody' && permissionsOf[role].has(one['x-permission'] as Permission)) ??
          'nobody',
      });
    }
  }
});
afterAll(() => app.stop());

/** One of each kind of record, by the name under which requests refer to it. */
async function world(whose: Clinic, name: string): Promise<Ids> {
  const { as } = whose;
  const post = async (caller: Caller, path: string, body: object): Promise<Answered> => {
    const { status, body: answer } = await caller.post(path, body);
    if (status >= 300) throw new Error(`POST ${path} answered ${status}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const list = async (path: string): Promise<string> => (await as.attorney.get(path)).body.items[0].id;
  const placeId = await aPlaceId(whose);
  const facilityId = await list('/api/facilities');
  const issuingOfficeId = await list('/api/offices');
  const { userId } = await whose.another('advocate');
  const page = await post(as.attorney, '/api/intakes', {
    client: aClient({ legalName: name, preferredName: 'Nick', phone: '+17185550199', consents: null }),
    arrest: { arrestedOn: '2018-02-12', chargeLevel: 'misdemeanor_a', notes: name },
    fingerprintEvent: { takenOn: '2018-02-12', reason: 'arrest', notes: name },
    letter: { receivedOn: '2018-02-26', evidenceGrade: 'seen_original', verbatim: name, notes: name },
    appointment: { startsAt: '2018-03-01T14:30:00Z', placeId, cap: 3 },
    accompaniments: [{ userId: as.accompanier.userId }, { personName: name }],
  });
  const custody = await post(as.attorney, `/api/clients/${page.id}/custody-events`, aCustodyEvent({ notes: name }));
  const scan = await as.attorney.upload(
    `/api/clients/${page.id}/documents`,
    { kind: 'letter_scan', title: name },
    aPicture(name),
  );
  const seen = await post(as.accompanier, '/api/venue-observations', { observedOn: '2018-02-28', placeId });
  const token = await post(as.attorney, '/api/tokens', { name: 'fuzz' });
  const sessions: Answered = (await as.administrator.get(`/api/users/${userId}/sessions`)).body;
  const { id: otherClientId } = await post(as.attorney, '/api/clients', aClient());
  const letterId = page.letter.id as string;
  return {
    ...{ placeId, place: placeId, reportingPlaceId: placeId, facilityId, issuingOfficeId, office: issuingOfficeId },
    ...{ userId, assignedAttorneyId: userId, allowedUserIds: as.attorney.userId, advisedById: userId, takenBy: userId },
    ...{ clientId: page.id, otherClientId, arrestId: page.arrest.id, letterId, appointmentId: page.appointment.id },
    ...{ fingerprintEventId: page.fingerprintEvent.id, accompanimentId: page.accompaniments[0].id },
    ...{
      documentId: scan.body.id,
      custodyEventId: custody.id,
      venueObservationId: seen.id,
      tokenId: token.id,
      sessionId: sessions.items[0].id,
      reminderId: page.reminders[0]?.id ?? randomUUID(),
    },
    noticeId: randomUUID(),
  };
}

/** What the organisation has, in one text. */
const everythingOf = (whose: Clinic) =>
  whose.inWork(async (work) => {
    const tables = work.manager.connection.entityMetadatas.filter((one) =>
      one.findColumnWithPropertyName('organizationId'),
    );
    const rows: unknown[] = [];
    for (const { tableName } of tables)
      rows.push(await work.sql(`SELECT to_jsonb(t) - 'last_seen_at' AS row FROM ${tableName} t ORDER BY 1`));
    return JSON.stringify(rows);
  });

/** Which record the id in an address is of. */
const nouns: Record<string, string> = {
  users: 'userId',
  tokens: 'tokenId',
  sessions: 'sessionId',
  places: 'placeId',
  offices: 'issuingOfficeId',
  facilities: 'facilityId',
  clients: 'clientId',
  arrests: 'arrestId',
  letters: 'letterId',
  appointments: 'appointmentId',
  reminders: 'reminderId',
  notices: 'noticeId',
  accompaniments: 'accompanimentId',
  'fingerprint-events': 'fingerprintEventId',
  'custody-events': 'custodyEventId',
  documents: 'documentId',
  'venue-observations': 'venueObservationId',
};

const garbageIds = ['x', '1', 'null', '%00', '%ff', '..%2f', '%2e%2e', 'a'.repeat(300), '%F0%9F%97%BD', "'", '%zz'];

function asking({ method, path, query, body, askedBy }: Operation): fc.Arbitrary<Asked> {
  const inPath = [...path.matchAll(/\/([\w-]+)\/\{\w+\}/g)].map(([, segment]) => nouns[segment!]!);
  const id = (name: string) =>
    fc.oneof(
      { weight: 12, arbitrary: fc.constant(reference('own', name)) },
      { weight: 1, arbitrary: fc.constant(reference('OWN', name)) },
      { weight: 2, arbitrary: fc.constant(reference('other', name)) },
      { weight: 1, arbitrary: fc.constant(reference('own', 'letterId')) },
      { weight: 1, arbitrary: fc.constant(reference('nobody', '')) },
      { weight: 1, arbitrary: fc.constantFrom(...garbageIds) },
    );
  const parameter = ({ name, schema }: Operation['query'][number]): fc.Arbitrary<[string, unknown][]> =>
    fc.oneof(
      { weight: 5, arbitrary: fc.constant<[string, unknown][]>([]) },
      { weight: 4, arbitrary: fitting(schema, schemas, name).map((value): [string, unknown][] => [[name, value]]) },
      { weight: 2, arbitrary: hostile.map((value): [string, unknown][] => [[name, value]]) },
      {
        weight: 1,
        arbitrary: fc.constant<[string, unknown][]>([
          [name, '1'],
          [name, '2'],
        ]),
      },
    );
  const strange = fc.constantFrom<[string, unknown][]>(
    [],
    [],
    [],
    [],
    [],
    [['surprise', '1']],
    [['__proto__', '1']],
    [['a[b]', 1]],
  );
  const whole = body && fitting(body, schemas);
  const rightBody = whole ?? fc.constant(undefined);
  return fc.record({
    as: fc.oneof({ weight: 5, arbitrary: fc.constant(askedBy) }, { weight: 1, arbitrary: fc.constantFrom(...callers) }),
    path: fc.tuple(...inPath.map(id)) as fc.Arbitrary<string[]>,
    query: fc.tuple(...query.map(parameter), strange).map((all) => all.flat()),
    body: fc.oneof(
      { weight: 6, arbitrary: rightBody },
      { weight: 4, arbitrary: whole ? spoilt(whole) : rightBody },
      { weight: 1, arbitrary: method === 'GET' ? rightBody : hostile },
    ),
    raw:
      method === 'GET'
        ? fc.constant(undefined)
        : fc.oneof(
            { weight: 30, arbitrary: fc.constant(undefined) },
            {
              weight: 1,
              arbitrary: fc.constantFrom('', '{', '"', '{"a":1e400}', '\ufeff{}', '{"a":1,"a":2}', '{"__proto__":1}'),
            },
          ),
    ifMatch: fc.oneof(
      { weight: 8, arbitrary: fc.constant('current') },
      { weight: 1, arbitrary: fc.constantFrom('W/"1"', '*', '"abc"', '"0"', '99999999999', '"1", "2"', undefined) },
    ),
    key: fc.boolean(),
  });
}

/** Puts ids in the place of references, wherever they stand. */
function placed(value: unknown, own: Ids): unknown {
  if (typeof value === 'string') {
    const [, whose, name] = referencePattern.exec(value) ?? [];
    if (!whose) return value;
    if (whose === 'nobody') return randomUUID();
    const id = (whose === 'other' ? otherIds : own)[name!] ?? randomUUID();
    return whose === 'OWN' ? id.toUpperCase() : id;
  }
  if (Array.isArray(value)) return value.map((one) => placed(one, own));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, placed(inner, own)]));
  return value;
}

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
const escaped = (text: string) => encodeURIComponent(text.toWellFormed());

async function send(
  { method, path }: Operation,
  asked: Asked,
  own: Ids,
  who: Record<string, string>,
  versions: Map<string, string>,
) {
  let at = 0;
  const address = path.replace(/\{\w+\}/g, () => String(placed(asked.path[at++], own)));
  const query = asked.query.map(([name, value]) => `${escaped(name)}=${escaped(asText(placed(value, own)))}`).join('&');
  const body = asked.raw ?? (asked.body === undefined ? undefined : JSON.stringify(placed(asked.body, own)));
  const token = who[asked.as];
  const ifMatch = asked.ifMatch === 'current' ? (versions.get(address) ?? '"1"') : asked.ifMatch;
  const response = await fetch(`${base}${address}${query ? `?${query}` : ''}`, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined || method === 'GET' ? {} : { 'content-type': 'application/json' }),
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
      ...(asked.key && method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
    },
    ...(method === 'GET' ? {} : { body: body ?? null }),
  });
  const answer = {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    text: await response.text(),
  };
  const etag = response.headers.get('etag');
  if (etag) versions.set(address, etag);
  if (response.status === 412) versions.set(address, `"${(JSON.parse(answer.text) as Answered).currentVersion}"`);
  return { answer, told: `${asked.as}: ${method} ${address}?${query} ${body?.slice(0, 2000) ?? ''}` };
}

/** What no answer may hold: frames of a stack, statements, constraints, values that are still sealed. */
const inside =
  /\n\s+at |node_modules|\b(SELECT|INSERT INTO|DELETE FROM|relation "|violates|syntax error|ERROR:)|\bs1\.[0-9a-f-]{36}\./;
/** Codes by which the database speaks where a rule should have. */
const speechless = ['record.invalid', 'record.referenced', 'record.exists', 'record.busy'];

function wrongWith({ status, type, text }: { status: number; type: string; text: string }, as: Asked['as']): string[] {
  const wrong: string[] = [];
  if (status >= 500) wrong.push('a failure of ours');
  if (inside.test(text)) wrong.push('insides shown');
  if (text.includes(otherMarker)) wrong.push('another organisation shown');
  if (status < 400) {
    if (as !== 'attorney' && text.includes(marker)) wrong.push('a sealed value shown to somebody who may not see it');
    return wrong;
  }
  if (text.includes(marker)) wrong.push('a sealed value in an error');
  if (!type.startsWith('application/problem+json')) return [...wrong, `an error as ${type}`];
  const problem = JSON.parse(text) as Answered;
  if (!/^[a-z_]+\.[a-z_]+$/.test(problem.code) || problem.status !== status || !problem.detail)
    wrong.push('no problem document');
  if (speechless.includes(problem.code)) wrong.push('a rule of the database that no rule of ours speaks for');
  const named = (problem.errors ?? []) as Record<string, unknown>[];
  if (status === 422 && (named.length === 0 || !named.every(({ field, code, message }) => field && code && message)))
    wrong.push('no field named');
  return wrong;
}

/** Slow by nature: passwords are hashed, pages are set. */
const fewer: [RegExp, number][] = [
  [/summary\.pdf/, 2],
  [/auth|users$/, Math.min(runs, 6)],
];

/** What leaves little of a case file for whoever comes after. */
const wearing = /^DELETE|\/(merge|close|outcome|live|cancel|logout)/;
const operationsOnOneWorld = 6;

/** Those who ask; what ends sessions gets its own, a lockdown a clinic of its own, and what wants a fresh second factor a session that has shown one. */
async function tokensFor({ path, stepUp }: Operation): Promise<Record<string, string>> {
  const tokens: Record<string, string> = {};
  const whose = path.includes('lockdown') ? await app.clinic() : clinic;
  for (const role of callers) {
    if (role === 'nobody') continue;
    const caller = /auth|tokens|users/.test(path) ? await whose.another(role) : whose.as[role];
    tokens[role] = stepUp
      ? await whose.inWork((work) => app.app.get(SessionsService).start(work, caller.userId, true))
      : caller.token;
  }
  return tokens;
}

describe('Whatever is asked', () => {
  it('is answered by each route with what it has, or with a problem that names the field; nothing of ours is shown', async () => {
    process.stdout.write(`FUZZ_SEED=${seed} FUZZ_RUNS=${runs}\n`);
    const reports: string[] = [];
    let own = await world(clinic, marker);
    let versions = new Map<string, string>();
    let written: string[] = [];
    const anew = async () => {
      reports.push(...(await unreadable(own, written.join(', '))));
      own = await world(clinic, marker);
      [versions, written] = [new Map(), []];
    };
    for (const operation of operations) {
      const { method, path } = operation;
      const isWearing = wearing.test(`${method} ${path}`);
      if (written.length >= operationsOnOneWorld || (isWearing && written.length > 0)) await anew();
      const tokens = await tokensFor(operation);
      const numRuns = fewer.find(([which]) => which.test(path))?.[1] ?? runs;
      const property = fc.asyncProperty(asking(operation), async (asked) => {
        const { answer, told } = await send(operation, asked, own, tokens, versions);
        const wrong = wrongWith(answer, asked.as);
        if (wrong.length > 0)
          throw new Error(`${wrong.join(', ')}\n${told}\n${answer.status} ${answer.text.slice(0, 600)}`);
      });
      const outcome = await fc.check(property, { seed, numRuns, endOnFailure: true });
      if (outcome.failed) reports.push(`${(outcome.errorInstance as Error).message}\n(FUZZ_SEED=${seed})`);
      if (method !== 'GET') written.push(`${method} ${path}`);
      if (isWearing) await anew();
    }
    expect(reports.join('\n\n')).toBe('');
  });

  it('changes nothing of another organisation', async () => {
    expect(await everythingOf(other)).toBe(otherBefore);
  });
});

/** What was taken in must come out again. */
async function unreadable({ clientId }: Ids, after: string): Promise<string[]> {
  const reports: string[] = [];
  const parts = [
    '',
    '/arrests',
    '/fingerprint-events',
    '/letters',
    '/appointments',
    '/custody-events',
    '/documents',
    '/reminders',
  ];
  for (const part of [...parts, '/timeline', '/summary', '/holdings', '/duplicates']) {
    const { status, text } = await clinic.as.attorney.get(`/api/clients/${clientId}${part}`);
    if (status !== 200 && status !== 404 && status !== 409) reports.push(`After ${after}, ${part}: ${status} ${text}`);
  }
  return reports;
}
