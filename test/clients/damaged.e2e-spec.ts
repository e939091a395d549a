import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Clinic, TestApplication } from '../support/application.js';
import { type Answered, aClient } from '../support/factories.js';
import { plantMarkers, sealedFields, type SealedValue } from '../support/sealed-world.js';

let app: TestApplication;
let clinic: Clinic;
let other: Clinic;
let owner: pg.Client;
let ours: Map<string, SealedValue>;
let twin: Map<string, SealedValue>;
let theirs: Map<string, SealedValue>;
const logged: string[] = [];

const named = (values: SealedValue[]) => new Map(values.map((value) => [`${value.table}.${value.field}`, value]));

beforeAll(async () => {
  app = await TestApplication.start({ environment: { LOG_LEVEL: 'error' }, logTo: (line) => logged.push(line) });
  clinic = await app.clinic('Bronx Test');
  other = await app.clinic();
  ours = named(await plantMarkers(clinic));
  twin = named(await plantMarkers(clinic));
  theirs = named(await plantMarkers(other));
  owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await app?.stop();
});

/** Whatever is broken, nothing of what it held is in the log. */
afterEach(() => {
  const said = logged.join('\n');
  for (const { markers } of ours.values()) for (const marker of markers) expect(said).not.toContain(marker);
});

const stored = (clinicOf: Clinic, { table, column, rowId }: SealedValue): Promise<string> =>
  clinicOf.inWork(async (work) => {
    const [row] = await work.sql<{ value: string }>(`SELECT ${column} AS value FROM ${table} WHERE id = $1`, [rowId]);
    return row!.value;
  });

const put = ({ table, column, rowId }: SealedValue, value: string) =>
  clinic.inWork((work) => work.execute(`UPDATE ${table} SET ${column} = $2 WHERE id = $1`, [rowId, value]));

/** The value with one bit of what is encrypted turned round. */
function flipped(value: string): string {
  const [format, key, body] = value.split('.');
  const bytes = Buffer.from(body!, 'base64url');
  bytes[bytes.length >> 1]! ^= 1;
  return [format, key, bytes.toString('base64url')].join('.');
}

/** Another sealed column of the same table, else of another one; a client's columns share its key. */
function elsewhere(value: SealedValue): SealedValue {
  const same = [...ours.values()].find(({ table, field }) => table === value.table && field !== value.field);
  return same ?? [...ours.values()].find(({ table }) => table !== value.table)!;
}

type Route = [read: ((id: string) => string) | undefined, list: (id: string) => Promise<string>];

/** Where a record is read alone and where among others. */
const routes: Record<string, Route> = {
  clients: [(id) => `/api/clients/${id}`, () => Promise.resolve('/api/clients?limit=100')],
  arrests: [(id) => `/api/arrests/${id}`, () => listOf('arrests')],
  fingerprint_events: [(id) => `/api/fingerprint-events/${id}`, () => listOf('fingerprint-events')],
  letters: [(id) => `/api/letters/${id}`, () => listOf('letters')],
  appointments: [(id) => `/api/appointments/${id}`, () => listOf('appointments')],
  custody_events: [(id) => `/api/custody-events/${id}`, () => listOf('custody-events')],
  documents: [(id) => `/api/documents/${id}`, () => listOf('documents')],
  accompaniments: [undefined, () => listOf('appointments')],
  break_glass_grants: [undefined, () => Promise.resolve('/api/break-glass')],
  access_reviews: [undefined, () => Promise.resolve('/api/access-reviews?limit=100')],
  legal_demands: [undefined, () => Promise.resolve('/api/legal-demands')],
  legal_holds: [undefined, () => Promise.resolve('/api/retention/holds')],
  retention_reviews: [undefined, async (id) => `/api/retention/reviews/${await clientOf('retention_reviews', id)}`],
};
const listOf = (path: string) =>
  Promise.resolve(`/api/clients/${ours.get('clients.legalName')!.rowId}/${path}?limit=100`);

const clientOf = (table: string, id: string): Promise<string> =>
  clinic.inWork(async (work) => {
    const [row] = await work.sql<{ id: string }>(`SELECT client_id AS id FROM ${table} WHERE id = $1`, [id]);
    return row!.id;
  });

/** The record of this id, wherever in the answer it is. */
function found(answer: Answered, id: string): Answered {
  if (answer === null || typeof answer !== 'object') return undefined;
  if (answer.id === id && !Array.isArray(answer)) return answer;
  for (const inside of Object.values(answer as object)) {
    const record = found(inside, id);
    if (record) return record;
  }
  return undefined;
}

const supervisors: ReadonlySet<string> = new Set(['break_glass_grants', 'access_reviews']);
const reader = (table: string) => (supervisors.has(table) ? clinic.as.supervisor : clinic.as.attorney);

describe('A sealed value', () => {
  const cases = sealedFields().map(({ table, field }) => [`${table}.${field.name}`] as const);

  it.each(cases)(
    '%s opens nowhere but where it was written, and what is wrong with it is said without losing anything else',
    async (name) => {
      const value = ours.get(name)!;
      const [read, list] = routes[value.table]!;
      const whole = await stored(clinic, value);
      const damages: Record<string, string> = {
        'a bit turned round': flipped(whole),
        'cut short': whole.slice(0, -8),
        'plain text': value.markers[0]!,
        'the value of another row': await stored(clinic, twin.get(name)!),
        'the value of another column': await stored(clinic, elsewhere(value)),
        'the value of another organisation': await stored(other, theirs.get(name)!),
      };
      for (const [how, damaged] of Object.entries(damages)) {
        await put(value, damaged);
        if (read) {
          const refused = await reader(value.table).get(read(value.rowId));
          expect([how, refused.status, refused.body]).toEqual([
            how,
            409,
            expect.objectContaining({
              code: 'seal.broken',
              recordType: value.table,
              recordId: value.rowId,
              field: value.field,
            }),
          ]);
          expect(JSON.stringify(refused.body)).not.toMatch(/ at .*\.js|s1\./);
        }
        const listed = await reader(value.table).get(await list(value.rowId));
        expect([how, listed.status]).toEqual([how, 200]);
        const record = found(listed.body, value.rowId);
        // Lists of clients do not show every field.
        if (value.field in record)
          expect([how, record[value.field], record.unreadable]).toEqual([how, null, [value.field]]);
        expect(JSON.stringify(listed.body)).not.toContain(damaged);
      }
      await put(value, whole);
      const again = await reader(value.table).get(await list(value.rowId));
      expect(found(again.body, value.rowId).unreadable).toBeUndefined();
    },
  );

  it('that does not open stays as it is, whatever is written to its record', async () => {
    for (const value of ours.values()) {
      const [read] = routes[value.table]!;
      if (!read) continue;
      const whole = await stored(clinic, value);
      const damaged = flipped(whole);
      await put(value, damaged);
      const path = read(value.rowId);
      const version = await clinic.inWork((work) =>
        work.sql<{ version: number }>(`SELECT version FROM ${value.table} WHERE id = $1`, [value.rowId]),
      );
      const bodies: Record<string, object> = {
        clients: { county: 'kings' },
        appointments: { room: '9' },
        documents: { kind: 'other' },
      };
      const body = bodies[value.table] ?? { notes: 'Something else.' };
      const changed = await clinic.as.attorney.patch(path, version[0]!.version, body);
      expect([path, value.field, changed.status, changed.body.code]).toEqual([path, value.field, 409, 'seal.broken']);
      const overwritten = await clinic.as.attorney.patch(path, version[0]!.version, { [value.field]: null });
      expect(overwritten.status).toBeGreaterThanOrEqual(409);
      if (value.table !== 'clients') expect((await clinic.as.attorney.delete(path)).body.code).toBe('seal.broken');
      expect(await stored(clinic, value)).toBe(damaged);
      await put(value, whole);
    }
    expect((await clinic.as.attorney.get(routes.clients![0]!(ours.get('clients.legalName')!.rowId))).status).toBe(200);
  });

  it('of one client leaves the others on the list, the day sheet and the search, and does not keep anybody from being added', async () => {
    const value = ours.get('clients.legalName')!;
    const whole = await stored(clinic, value);
    await put(value, flipped(whole));
    const { body } = await clinic.as.attorney.get('/api/clients?limit=100');
    const rows = body.items as Answered[];
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter(({ unreadable }) => unreadable).map(({ id }) => id)).toEqual([value.rowId]);
    expect(rows.filter(({ legalName }) => legalName === null)).toHaveLength(1);
    const sheet = await clinic.as.attorney.get('/api/appointments?from=2018-03-08&to=2018-03-08');
    expect(sheet.status).toBe(200);
    expect((sheet.body.items as Answered[]).filter(({ legalName }) => legalName)).not.toHaveLength(0);
    const number = `+${ours.get('clients.phone')!.markers[0]!}`;
    const added = await clinic.as.attorney.post('/api/clients', aClient({ phone: number }));
    expect([added.status, added.body.possibleDuplicates]).toEqual([
      201,
      [expect.objectContaining({ clientId: value.rowId, legalName: null, matchedOn: ['phone'] })],
    ]);
    await put(value, whole);
  });

  it('is said in the log to be broken, by its place alone', async () => {
    const value = ours.get('clients.legalName')!;
    const whole = await stored(clinic, value);
    await put(value, flipped(whole));
    const before = logged.length;
    expect((await clinic.as.attorney.get(`/api/clients/${value.rowId}`)).status).toBe(409);
    await put(value, whole);
    const lines = logged.slice(before).filter((line) => line.includes('seal.broken'));
    expect(lines.some((line) => line.includes(`clients.legal_name:${value.rowId}`))).toBe(true);
  });
});

describe("A client's key", () => {
  it('that was altered, moved from another client or is gone, opens nothing and takes nobody else along', async () => {
    const { rowId: clientId } = ours.get('clients.legalName')!;
    const keyOf = async (id: string) => {
      const { rows } = await asOwner<{ id: string; wrapped: string }>(
        'SELECT id, wrapped FROM client_keys WHERE client_id = $1',
        [id],
      );
      return rows[0]!;
    };
    const { id, wrapped } = await keyOf(clientId);
    const foreign = (await keyOf(twin.get('clients.legalName')!.rowId)).wrapped;
    const set = (value: string) => asOwner('UPDATE client_keys SET wrapped = $2 WHERE id = $1', [id, value]);
    for (const damaged of [flipped(wrapped), foreign]) {
      await set(damaged);
      const { status, body } = await clinic.as.attorney.get(`/api/clients/${clientId}`);
      expect([status, body.code, body.recordType, body.recordId]).toEqual([409, 'seal.broken', 'client_keys', id]);
      expect((await clinic.as.attorney.get('/api/clients?limit=100')).status).toBe(200);
    }
    await set(wrapped);
    await asOwner('UPDATE client_keys SET client_id = id WHERE id = $1', [id]);
    expect((await clinic.as.attorney.get(`/api/clients/${clientId}`)).body.code).toBe('seal.broken');
    expect((await clinic.as.attorney.post(`/api/clients/${clientId}/arrests`, { notes: 'x' })).status).toBeLessThan(
      500,
    );
    expect((await clinic.as.attorney.get('/api/clients?limit=100')).status).toBe(200);
    await asOwner('UPDATE client_keys SET client_id = $2 WHERE id = $1', [id, clientId]);
    expect((await clinic.as.attorney.get(`/api/clients/${clientId}`)).status).toBe(200);
  });
});

describe('The keys of an organisation', () => {
  it('are told to its administrators by name, age and what they hold, and by nothing of themselves', async () => {
    const { status, body } = await clinic.as.administrator.get('/api/keys/status');
    expect([status, body]).toEqual([
      200,
      {
        masterKey: { id: expect.any(String), next: null },
        keys: [{ id: expect.any(String), madeAt: expect.any(String), seals: expect.any(Number) }],
      },
    ]);
    const { rows } = await asOwner<{ n: number }>(
      'SELECT count(*)::int AS n FROM client_keys WHERE organization_id = $1',
      [clinic.id],
    );
    expect(body.keys[0].seals).toBeGreaterThanOrEqual(rows[0]!.n);
    const { items } = (await clinic.as.auditor.get('/api/audit-events?event=keys.status_read')).body;
    expect(items).toHaveLength(1);
  });
});

/** As the owner of the tables, in the clinic. */
async function asOwner<T extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<pg.QueryResult<T>> {
  await owner.query(`SELECT set_config('app.organization_id', $1, false)`, [clinic.id]);
  return owner.query<T>(text, values);
}
