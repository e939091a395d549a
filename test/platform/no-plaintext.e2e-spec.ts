import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';
import { Jobs } from '../../src/platform/queue/jobs.js';
import { SweepService } from '../../src/reminders/sweep.service.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { days } from '../support/clock.js';
import { letOwnerSeeAll, testDatabase } from '../support/database.js';
import { Finder, ways } from '../support/markers.js';
import { plantMarkers, sealedFields, type SealedValue } from '../support/sealed-world.js';

const redisUrl = process.env.TEST_REDIS_URL;
if (!redisUrl) process.stderr.write('Redis is NOT searched for identities: redis-server is not installed.\n');

let app: TestApplication;
let clinic: Clinic;
let planted: SealedValue[];
let owner: pg.Client;
const logged: string[] = [];

/** Knows every way in which every marker could be written. */
let finder: Finder;

beforeAll(async () => {
  app = await TestApplication.start({
    queue: redisUrl ? 'redis' : 'postgres',
    environment: { LOG_LEVEL: 'debug' },
    logTo: (line) => logged.push(line),
  });
  owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
  await storeUncompressed();
  clinic = await app.clinic();
  planted = await plantMarkers(clinic);
  finder = new Finder(
    planted.flatMap(({ table, field, markers }) =>
      markers.flatMap((marker) => ways(marker).map(({ way, bytes }) => ({ name: `${table}.${field} ${way}`, bytes }))),
    ),
  );
  await useEverything();
});
afterAll(async () => {
  await owner?.end();
  await app?.stop();
});

/** Long values are written as they are, so that none hides from the search in files by being pressed together. */
async function storeUncompressed(): Promise<void> {
  const { rows } = await owner.query<{ statement: string }>(
    `SELECT format('ALTER TABLE %I.%I %s', n.nspname, c.relname,
              string_agg(format('ALTER COLUMN %I SET STORAGE EXTERNAL', a.attname), ', ')) AS statement
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND a.attnum > 0
       AND NOT a.attisdropped AND a.attstorage IN ('x', 'm')
     GROUP BY n.nspname, c.relname`,
  );
  expect(rows.length).toBeGreaterThan(30);
  for (const { statement } of rows) await owner.query(statement);
}

/** Reads, searches, changes, fails, repeats and has reminders sent, so that whatever leaves a trace has left one. */
async function useEverything(): Promise<void> {
  const { attorney } = clinic.as;
  const { rowId: clientId } = planted.find(({ table }) => table === 'clients')!;
  const marker = (field: string) => planted.find((value) => value.field === field)!.markers[0]!;
  const paths = [
    '',
    '/timeline',
    '/summary',
    '/letters',
    '/arrests',
    '/appointments',
    '/reminders',
    '/holdings',
    '/duplicates',
  ];
  for (const path of paths) await attorney.get(`/api/clients/${clientId}${path}`);
  await attorney.get('/api/appointments?from=2018-03-01&to=2018-03-08');
  for (const field of ['legalName', 'aliases', 'phone', 'aNumber'])
    expect((await attorney.get(`/api/clients?q=${marker(field)}`)).body.items[0]?.id).toBe(clientId);
  // A repeat keeps the answer; a duplicate shows whom it resembles; what is refused says so.
  const body = { legalName: marker('legalName'), phone: `+${marker('phone')}`, county: 'bronx' };
  for (let twice = 0; twice < 2; twice += 1)
    expect((await attorney.post('/api/clients', body, { 'idempotency-key': 'repeat' })).status).toBe(201);
  expect(
    (await attorney.post('/api/clients', { ...body, email: marker('email'), surname: marker('aliases') })).status,
  ).toBe(422);
  expect((await attorney.post('/api/intakes', { client: { ...body, dateOfBirth: 'x' } })).status).toBe(422);
  expect((await attorney.patch(`/api/clients/${clientId}`, 99, { legalName: marker('legalName') })).status).toBe(412);
  await clinic.as.accompanier.get(`/api/clients?q=${marker('legalName')}`);
  await app.anonymous.get(`/api/clients?q=${marker('legalName')}`);
  app.clock.advance(days(5));
  await app.app.get(Jobs).work();
  await app.app.get(SweepService).sweep();
}

const foundIn = (bytes: Buffer): string[] => finder.foundIn(bytes);

describe('Of no identity that was written down is anything in clear, in base64 or in hex', () => {
  it('while every sealed field of the catalogue was written', () => {
    expect(planted.map(({ table, field }) => `${table}.${field}`).sort()).toEqual(
      sealedFields()
        .map(({ table, field }) => `${table}.${field.name}`)
        .sort(),
    );
    expect(finder.needles.length).toBeGreaterThan(200);
    // The search finds what there is to find.
    for (const { name, bytes } of finder.needles)
      expect(foundIn(Buffer.concat([Buffer.from('x'), bytes]))).toContain(name);
  });

  it('in any column of any table of any schema, as a dump would write it out, the queue included', async () => {
    await letOwnerSeeAll(owner, clinic.id);
    const { rows: tables } = await owner.query<{ name: string }>(
      `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'm', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['public.clients', 'public.search_tokens']));
    expect(tables.some(({ name }) => name.startsWith('bullmq.'))).toBe(true);
    const found: string[] = [];
    let rowsSeen = 0;
    for (const { name } of tables) {
      const { rows } = await owner.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
      rowsSeen += rows.length;
      found.push(...foundIn(Buffer.from(rows.map(({ text }) => text).join('\n'))).map((what) => `${name}: ${what}`));
    }
    expect(found).toEqual([]);
    expect(rowsSeen).toBeGreaterThan(100);
  });

  it('in any file of the database cluster, the write-ahead log included', async () => {
    // Copying a database by its files has all that is in memory written to disk first; CHECKPOINT takes a superuser.
    await (await testDatabase()).drop();
    // What is committed without waiting for the disk is in the log a moment later.
    await sleep(700);
    const { rows } = await owner.query<{ oid: string }>(
      'SELECT oid::text FROM pg_database WHERE datname = current_database()',
    );
    const cluster = process.env.TEST_CLUSTER!;
    expect(existsSync(join(cluster, 'PG_VERSION'))).toBe(true);
    const files = [
      ...(await filesBelow(join(cluster, 'base', rows[0]!.oid))),
      ...(await filesBelow(join(cluster, 'pg_wal'))),
    ];
    let bytesSeen = 0;
    const isOurs = { base: false, pg_wal: false };
    const newest = Buffer.from(planted.at(-1)!.rowId.replaceAll('-', ''), 'hex');
    const found: string[] = [];
    for (const file of files) {
      const bytes = await readFile(file).catch(() => Buffer.alloc(0));
      bytesSeen += bytes.length;
      isOurs[file.includes('pg_wal') ? 'pg_wal' : 'base'] ||= bytes.includes(newest);
      found.push(...foundIn(bytes).map((what) => `${file.slice(cluster.length)}: ${what}`));
    }
    expect(found).toEqual([]);
    expect(bytesSeen).toBeGreaterThan(10_000_000);
    // What was read is what was written here.
    expect(isOurs).toEqual({ base: true, pg_wal: true });
  });

  it('in the log, however much it tells', () => {
    expect(logged.length).toBeGreaterThan(20);
    expect(foundIn(Buffer.from(logged.join('\n')))).toEqual([]);
  });

  (redisUrl ? it : it.skip)('in Redis', async () => {
    const redis = new Redis(redisUrl!);
    try {
      const keys = await redis.keys('*');
      const values = await Promise.all(keys.map((key) => redis.dumpBuffer(key)));
      expect(keys.length).toBeGreaterThan(0);
      expect(foundIn(Buffer.concat([Buffer.from(keys.join('\n')), ...values]))).toEqual([]);
    } finally {
      redis.disconnect();
    }
  });
});

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
