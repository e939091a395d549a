import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { open as openFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import pg from 'pg';
import { definitions } from '../../src/patterns/reports/index.js';
import { PatternLedgerService } from '../../src/patterns/pattern-ledger.service.js';
import { Jobs } from '../../src/platform/queue/jobs.js';
import { SweepService } from '../../src/reminders/sweep.service.js';
import { TextStopsService } from '../../src/reminders/text-stops.service.js';
import { wholeLedgerOf } from '../patterns/world.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { letOwnerSeeAll } from '../support/database.js';
import { aClient, type Answered, aLetter } from '../support/factories.js';
import { Finder, ways } from '../support/markers.js';
import { plantMarkers, sealedFields, type SealedValue } from '../support/sealed-world.js';
import { must, purge } from './world.js';

const redisUrl = process.env.TEST_REDIS_URL;
const backends = ['postgres', ...(redisUrl ? ['redis'] : [])] as ('postgres' | 'redis')[];
/** Tables that know a purged file by its random id, and nothing else of it. */
const knowsId = new Set(['public.audit_events', 'public.purges']);
/** Counted from the records themselves, as docs/patterns.md says; all others from the ledger. */
const ofRecords = new Set(['holdings', 'reminders']);

describe.each(backends)('After a purge, with the queue in %s', (queue) => {
  let app: TestApplication;
  let clinic: Clinic;
  let owner: pg.Client;
  let planted: SealedValue[];
  let finder: Finder;
  /** Every file that holds a marker; the first is the one with all kinds of records. */
  let files: string[];
  let ids: string[];
  let tokens: string[];
  let copies: Record<string, string>;
  let reportsBefore: Answered[];
  let rebuilt: unknown;
  let certificates: Answered[];
  let phone: string;
  /** What each purge wrote to the write-ahead log. */
  let written: Buffer[];
  const logged: string[] = [];
  const idempotent = { 'idempotency-key': 'one-letter' };
  const letter = () => clinic.as.attorney.post(`/api/clients/${files[0]}/letters`, aLetter(), idempotent);

  beforeAll(async () => {
    app = await TestApplication.start({
      queue,
      environment: { LOG_LEVEL: 'debug' },
      logTo: (line) => logged.push(line),
    });
    clinic = await app.clinic();
    planted = await plantMarkers(clinic);
    finder = new Finder(
      planted.flatMap(({ table, field, markers }) =>
        markers.flatMap((marker) =>
          ways(marker).map(({ way, bytes }) => ({ name: `${table}.${field} ${way}`, bytes })),
        ),
      ),
    );
    owner = new pg.Client({ connectionString: app.database.ownerUrl });
    await owner.connect();
    await letOwnerSeeAll(owner, clinic.id);
    const first = planted.find(({ table }) => table === 'clients')!.rowId;
    files = [first, ...(await column('SELECT id FROM clients WHERE id <> $1', [first]))];
    await must(letter(), 201);
    phone = `+${planted.find(({ field }) => field === 'phone')!.markers[0]!}`;
    await clinic.inWork(async (work) => {
      const stops = app.app.get(TextStopsService);
      const token = await stops.tokenOf(work, phone);
      await stops.hear(work, token!, { stopped: true, id: 'SM1', saidAt: work.now });
    });
    await app.app.get(Jobs).work();
    await app.app.get(SweepService).sweep();
    ids = await idsOf(first);
    tokens = await column(`SELECT encode(token, 'hex') AS id FROM search_tokens WHERE client_id = $1`, [first]);
    copies = await copiesOf(first);
    await must(clinic.as.supervisor.get(`/api/clients/${first}`), 200);
    for (const id of files)
      await clinic.as.attorney.post(`/api/clients/${id}/close`, { closingReason: 'advice_given' });
    for (const { id } of (await clinic.as.supervisor.get('/api/retention/holds')).body.items)
      await must(clinic.as.supervisor.post(`/api/retention/holds/${id}/lift`), 200);
    // One is restricted to the attorney alone; a second person has to be let in to agree.
    await clinic.inWork((work) => work.execute('UPDATE clients SET restricted = false'));
    reportsBefore = await reports();
    [certificates, written] = [[], []];
    for (const id of files) {
      const from = await lsn();
      certificates.push(await purge(clinic, id, { despiteAppointments: true }));
      written.push(await logBetween(from, await lsn()));
    }
    rebuilt = await wholeLedgerOf(clinic);
  });
  afterAll(async () => {
    await owner?.end();
    await app?.stop();
  });

  const column = async (text: string, values: unknown[]): Promise<string[]> =>
    (await owner.query<{ id: string }>(text, values)).rows.map(({ id }) => id);
  const lsn = async () => (await column('SELECT pg_current_wal_insert_lsn()::text AS id', []))[0]!;
  const foundIn = (bytes: Buffer) => finder.foundIn(bytes);

  /** The file's own id and those of all its records, wherever the database has a column for them. */
  async function idsOf(clientId: string): Promise<string[]> {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.columns i USING (table_schema, table_name)
       WHERE c.table_schema = 'public' AND c.column_name = 'client_id' AND i.column_name = 'id'
         AND c.table_name NOT IN ('audit_events', 'pattern_letters', 'pattern_appointments')`,
    );
    const found = [clientId];
    for (const { name } of rows)
      found.push(...(await column(`SELECT id FROM ${name} WHERE client_id = $1`, [clientId])));
    return found;
  }

  /** Rows as a thief's copy, or a backup, has them: the file and its keys. */
  async function copiesOf(clientId: string): Promise<Record<string, string>> {
    const row = async (text: string) => (await column(text, [clientId]))[0]!;
    return {
      clients: await row('SELECT to_jsonb(c)::text AS id FROM clients c WHERE id = $1'),
      client_keys: await row('SELECT to_jsonb(k)::text AS id FROM client_keys k WHERE client_id = $1'),
    };
  }

  async function reports(): Promise<Answered[]> {
    const names = ['overview', 'lag', ...definitions.map(({ name }) => name).filter((name) => !ofRecords.has(name))];
    const answers: Answered[] = [];
    for (const name of names) answers.push(await must(clinic.as.supervisor.get(`/api/patterns/${name}`), 200));
    answers.push(await must(clinic.as.supervisor.get('/api/patterns/lag?release=public'), 200));
    return answers;
  }

  /** Every row of every table of any schema as text, by table. */
  async function everything(): Promise<Map<string, string>> {
    const { rows: tables } = await owner.query<{ name: string }>(
      `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'm', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    const found = new Map<string, string>();
    for (const { name } of tables)
      found.set(name, (await column(`SELECT t::text AS id FROM ${name} t`, [])).join('\n'));
    return found;
  }

  it('every kind of record was there and is gone, by the certificate and by the tables themselves', async () => {
    expect(new Set(planted.map(({ table }) => table))).toEqual(new Set(sealedFields().map(({ table }) => table)));
    const destroyed = Object.fromEntries(
      certificates.flatMap((one) => one.destroyed.map(({ recordType, count }: Answered) => [recordType, count])),
    );
    expect(certificates[0].destroyed[0]).toEqual({ recordType: 'client_keys', count: 1 });
    // A demand for records is of no one person.
    for (const { table } of planted.filter((one) => one.table !== 'legal_demands'))
      expect([table, destroyed[table]]).toEqual([table, expect.any(Number)]);
    for (const table of ['search_tokens', 'reminders', 'reminder_subjects', 'notices', 'idempotency_keys'])
      expect([table, destroyed[table]]).toEqual([table, expect.any(Number)]);
    expect(certificates[0].ledgerRows).toBeGreaterThan(1);
    const { rows } = await owner.query<{ name: string; n: string }>(
      `SELECT 'clients' AS name, count(*)::text AS n FROM clients UNION ALL SELECT 'client_keys', count(*)::text FROM client_keys`,
    );
    expect(rows.map(({ n }) => n)).toEqual(['0', '0']);
  });

  it('no marker, no token and no id of a record is in any column of any table, the queue included', async () => {
    const tables = await everything();
    expect([...tables.keys()]).toEqual(
      expect.arrayContaining(['public.clients', 'public.notices', 'public.text_stops']),
    );
    expect([...tables.keys()].some((name) => name.startsWith('bullmq.'))).toBe(true);
    expect(ids.length).toBeGreaterThan(8);
    const found: string[] = [];
    for (const [name, text] of tables) {
      found.push(...foundIn(Buffer.from(text)).map((what) => `${name}: ${what}`));
      if (!knowsId.has(name)) found.push(...ids.filter((id) => text.includes(id)).map((id) => `${name}: id ${id}`));
      const known = tokens.filter((token) => text.includes(token));
      // The number that asked for no more text messages is kept as its keyed hash alone.
      if (known.length > 0 && name !== 'public.text_stops') found.push(`${name}: token`);
    }
    expect(found).toEqual([]);
    // Of the certificates: nothing of any date of birth, name or code.
    expect(tables.get('public.purges')).toContain(files[0]);
    expect(foundIn(Buffer.from(JSON.stringify(certificates)))).toEqual([]);
    for (const { code } of certificates) expect(code).toBeNull();
  });

  it('nothing that the purge wrote to the write-ahead log names anybody', () => {
    expect(foundIn(Buffer.concat(written))).toEqual([]);
    // They are the logs of these purges: the ids of the certificates are in them.
    const isOf = (bytes: Buffer, { id }: Answered) =>
      bytes.includes(Buffer.from(String(id).replaceAll('-', ''), 'hex'));
    expect(written.filter((bytes, at) => isOf(bytes, certificates[at])).length).toBeGreaterThan(0);
  });

  /** The bytes of the write-ahead log from one place to another, once they are in its files; segments have 16 MB. */
  async function logBetween(from: string, to: string): Promise<Buffer> {
    const flushed = async () =>
      (await column('SELECT (pg_current_wal_flush_lsn() >= $1::pg_lsn)::text AS id', [to]))[0] === 'true';
    for (const end = Date.now() + 30_000; !(await flushed()) && Date.now() < end;)
      await new Promise((resolve) => setTimeout(resolve, 20));
    const segment = 16 * 1024 * 1024;
    const at = (place: string) => {
      const [high, low] = place.split('/').map((half) => BigInt(`0x${half}`)) as [bigint, bigint];
      return Number((high << 32n) + low);
    };
    const parts: Buffer[] = [];
    for (let place = at(from); place < at(to);) {
      const end = Math.min(at(to), (Math.floor(place / segment) + 1) * segment);
      const hex = `${Math.floor(place / 2 ** 32).toString(16)}/${(place % 2 ** 32).toString(16)}`;
      const [name] = await column('SELECT pg_walfile_name(($1::pg_lsn + 1)::pg_lsn) AS id', [hex]);
      const part = Buffer.alloc(end - place);
      // A segment that the cluster has recycled meanwhile is no longer there to be read by anybody.
      const file = await openFile(join(process.env.TEST_CLUSTER!, 'pg_wal', name!)).catch(() => undefined);
      await file?.read(part, 0, part.length, place % segment);
      await file?.close();
      parts.push(part);
      place = end;
    }
    return Buffer.concat(parts);
  }

  it('neither the log nor the queue has anything of it', async () => {
    expect(logged.length).toBeGreaterThan(20);
    expect(foundIn(Buffer.from(logged.join('\n')))).toEqual([]);
    if (queue === 'postgres') return;
    const redis = new Redis(redisUrl!);
    try {
      const keys = await redis.keys('*');
      expect(keys.length).toBeGreaterThan(0);
      const bytes = Buffer.concat([
        Buffer.from(keys.join('\n')),
        ...(await Promise.all(keys.map(async (key) => (await redis.dumpBuffer(key)) ?? Buffer.alloc(0)))),
      ]);
      expect(foundIn(bytes)).toEqual([]);
      expect(ids.filter((id) => bytes.includes(id))).toEqual([]);
    } finally {
      redis.disconnect();
    }
  });

  it('every report is what it was, and the ledger made anew keeps the rows of files that are gone', async () => {
    expect(await reports()).toEqual(reportsBefore);
    expect(JSON.stringify(reportsBefore)).toMatch(/"n":[1-9]/);
    await clinic.inWork((work) => app.app.get(PatternLedgerService).rebuild(work));
    expect(await wholeLedgerOf(clinic)).toEqual(rebuilt);
    expect(await reports()).toEqual(reportsBefore);
  });

  it('a repeat of what made one of its records is refused, and makes nothing anew', async () => {
    const again = await letter();
    expect([again.status, again.body.code, again.headers['idempotency-replayed']]).toEqual([
      409,
      'record.purged',
      'true',
    ]);
    expect(JSON.stringify(again.body)).not.toContain(files[0]);
  });

  it('the number that asked for no more text messages is not written to when it comes back', async () => {
    const { id } = await must(clinic.as.attorney.post('/api/clients', aClient({ phone, smsConsent: 'opted_in' })), 201);
    const stopped = await column(
      `SELECT t.client_id AS id FROM search_tokens t JOIN text_stops s USING (organization_id, token) WHERE s.stopped`,
      [],
    );
    expect(stopped).toEqual([id]);
    await must(clinic.as.attorney.post(`/api/clients/${id}/close`, { closingReason: 'advice_given' }), 200);
    await purge(clinic, id);
  });

  it('a copy of the sealed rows opens no more, and would only with the key that was destroyed', async () => {
    const put = (table: string) =>
      owner.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, $1::jsonb)`, [
        copies[table],
      ]);
    await put('clients');
    const refused = await clinic.as.attorney.get(`/api/clients/${files[0]}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'seal.broken']);
    expect(foundIn(Buffer.from(JSON.stringify(refused.body)))).toEqual([]);
    await put('client_keys');
    const opened = await clinic.as.attorney.get(`/api/clients/${files[0]}`);
    expect(foundIn(Buffer.from(JSON.stringify(opened.body)))).not.toEqual([]);
    await owner.query('DELETE FROM client_keys WHERE client_id = $1', [files[0]]);
    await owner.query('DELETE FROM clients WHERE id = $1', [files[0]]);
  });
});
