import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from '../../src/platform/database/embedded/embedded-postgres.js';
import { StartupError } from '../../src/platform/startup-error.js';
import { query } from './embedded-process.js';

describe('a running embedded PostgreSQL', () => {
  let dataDir: string;
  let server: EmbeddedPostgres;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'letterbox-embedded-'));
    server = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  });

  afterAll(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('speaks UTF-8 in an order that depends on no system, and UTC', async () => {
    const { ownerUrl } = server;
    const [found] = await query(
      ownerUrl,
      `SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datlocale AS locale,
              upper('é') AS upper, current_setting('timezone') AS zone, current_setting('server_version_num')::int / 10000 AS major
         FROM pg_database WHERE datname = current_database()`,
    );
    expect(found).toEqual({ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8', upper: 'É', zone: 'UTC', major: 18 });
  });

  it('gives the application a login that owns nothing and bypasses nothing', async () => {
    const { appUrl, ownerUrl } = server;
    const [role] = await query(
      appUrl,
      `SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              (SELECT count(*)::int FROM pg_shdepend WHERE refobjid = r.oid AND deptype = 'o') AS owned
         FROM pg_roles r WHERE rolname = current_user`,
    );
    expect(role).toEqual({
      rolname: 'letterbox_app',
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owned: 0,
    });
    await query(ownerUrl, 'CREATE TABLE closed (id int)');
    await expect(query(appUrl, 'SELECT * FROM closed')).rejects.toThrow('permission denied');
    await expect(query(appUrl, 'CREATE TABLE other (id int)')).rejects.toThrow('permission denied');
  });

  it('lets the owner, who is no superuser, make a group role and admit the application to it', async () => {
    const { appUrl, ownerUrl } = server;
    const [owner] = await query(ownerUrl, 'SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user');
    expect(owner).toEqual({ rolsuper: false, rolbypassrls: false });
    await query(
      ownerUrl,
      `CREATE ROLE clinic_app NOLOGIN; GRANT clinic_app TO letterbox_app;
       CREATE TABLE letter (id int); GRANT SELECT ON letter TO clinic_app`,
    );
    await expect(query(appUrl, 'SELECT * FROM letter')).resolves.toEqual([]);
  });

  it('lets the superuser in from nowhere', async () => {
    const { ownerUrl } = server;
    const url = new URL(ownerUrl);
    url.username = 'postgres';
    await expect(query(url.href, 'SELECT 1')).rejects.toThrow('no pg_hba.conf entry');
  });

  it('listens on the loopback address alone, and on no socket in the file system', async () => {
    const [pid, , , , socketFolder, address] = (await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split(
      '\n',
    );
    expect(Number(pid)).toBeGreaterThan(0);
    expect({ socketFolder, address }).toEqual({ socketFolder: '', address: '127.0.0.1' });
  });

  it('is durable unless told otherwise', async () => {
    const { ownerUrl } = server;
    const [found] = await query(
      ownerUrl,
      `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
              current_setting('full_page_writes') AS pages, current_setting('shared_buffers') AS buffers,
              current_setting('max_connections') AS connections, current_setting('jit') AS jit`,
    );
    expect(found).toEqual({ fsync: 'on', commit: 'on', pages: 'on', buffers: '128MB', connections: '60', jit: 'off' });
  });

  it('keeps no statement and no value of a failed statement in its log', async () => {
    const { ownerUrl } = server;
    await query(ownerUrl, 'CREATE TABLE person (name text PRIMARY KEY)');
    await query(ownerUrl, `INSERT INTO person VALUES ('Inventada')`);
    await expect(query(ownerUrl, `INSERT INTO person VALUES ('Inventada')`)).rejects.toThrow('duplicate key');
    await expect(query(ownerUrl, `SELECT 'Inventada'::int`)).rejects.toThrow('invalid input syntax');
    expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('Inventada');
  });

  it('keeps its passwords where the owner of the data directory alone can read them', async () => {
    const { ownerUrl } = server;
    const kept = await readFile(join(dataDir, 'postgres-passwords.json'), 'utf8');
    expect(kept).toContain(new URL(ownerUrl).password);
    for (const name of ['postgres-passwords.json', 'postgres.log', 'letterbox.lock']) {
      expect((await stat(join(dataDir, name))).mode & 0o777).toBe(0o600);
    }
    expect((await stat(join(dataDir, 'postgres'))).mode & 0o777).toBe(0o700);
  });
});

describe('an embedded PostgreSQL from start to stop', () => {
  let dataDir: string;
  let lines: string[];
  let running: EmbeddedPostgres[];

  const start = async (more: Partial<EmbeddedPostgresOptions> = {}) => {
    const server = await startEmbeddedPostgres({ dataDir, durable: false, log: (line) => lines.push(line), ...more });
    running.push(server);
    return server;
  };

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'letterbox-embedded-'));
  });

  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  beforeEach(() => {
    lines = [];
    running = [];
  });

  afterEach(() => Promise.all(running.map((server) => server.stop())));

  it('keeps the data and the passwords from one start to the next', async () => {
    const first = await start();
    await query(first.ownerUrl, 'CREATE TABLE kept AS SELECT 1 AS id');
    await first.stop();
    const second = await start();
    expect(await query(second.ownerUrl, 'SELECT id FROM kept')).toEqual([{ id: 1 }]);
    expect(new URL(second.ownerUrl).password).toBe(new URL(first.ownerUrl).password);
  });

  it('stops once however often it is told to, and frees the directory', async () => {
    const server = await start();
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();
    await server.ended;
    await expect(query(server.ownerUrl, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
    await expect(stat(join(dataDir, 'letterbox.lock'))).rejects.toThrow('ENOENT');
    await expect(stat(join(dataDir, 'postgres/postmaster.pid'))).rejects.toThrow('ENOENT');
  });

  it('stops although clients are connected', async () => {
    const server = await start();
    const client = new pg.Client({ connectionString: server.ownerUrl });
    client.on('error', () => undefined);
    await client.connect();
    const ended = expect(client.query('SELECT pg_sleep(60)')).rejects.toThrow(/terminat/);
    await server.stop();
    await ended;
  });

  it.each([
    ['lost', (path: string) => rm(path)],
    ['damaged', (path: string) => writeFile(path, '{"owner":')],
    [
      'of another cluster',
      (path: string) => writeFile(path, JSON.stringify({ owner: 'o'.repeat(43), app: 'a'.repeat(43) })),
    ],
  ])('makes new passwords when the file is %s, and keeps the data', async (_what, spoil) => {
    const first = await start();
    await query(first.ownerUrl, 'CREATE TABLE IF NOT EXISTS under_lost_passwords AS SELECT 1 AS id');
    await first.stop();
    await spoil(join(dataDir, 'postgres-passwords.json'));
    const second = await start();
    expect(await query(second.ownerUrl, 'SELECT id FROM under_lost_passwords')).toEqual([{ id: 1 }]);
    await expect(query(second.appUrl, 'SELECT 1')).resolves.toHaveLength(1);
    expect(lines.join('\n')).toContain('new passwords');
  });

  it('says which port is taken, and frees the directory', async () => {
    const other = await listening();
    const { port } = other.address() as { port: number };
    await expect(start({ port })).rejects.toThrow(
      new RegExp(`port ${port} on 127.0.0.1, which another program has taken`),
    );
    await new Promise((resolve) => other.close(resolve));
    const { ownerUrl } = await start({ port });
    expect(new URL(ownerUrl).port).toBe(String(port));
  });

  it.each([
    ['17', /belongs to PostgreSQL 17 and this Letterbox brings PostgreSQL 18; start it with the older Letterbox/],
    ['19', /belongs to PostgreSQL 19 and this Letterbox brings PostgreSQL 18; start it with a newer Letterbox/],
  ])('refuses a cluster of PostgreSQL %s and leaves it as it is', async (version, message) => {
    await (await start()).stop();
    const file = join(dataDir, 'postgres/PG_VERSION');
    await writeFile(file, `${version}\n`);
    await expect(start()).rejects.toThrow(message);
    expect(await readFile(file, 'utf8')).toBe(`${version}\n`);
    await writeFile(file, '18\n');
    await expect(start()).resolves.toBeDefined();
  });

  it('touches no cluster that it did not finish itself', async () => {
    const first = await start();
    await query(first.ownerUrl, 'CREATE TABLE untouched AS SELECT 1 AS id');
    await first.stop();
    const marker = join(dataDir, 'postgres/letterbox-cluster.json');
    const text = await readFile(marker, 'utf8');
    await rm(marker);
    await expect(start()).rejects.toThrow(/did not make or did not finish making; move it elsewhere/);
    await writeFile(marker, text);
    expect(await query((await start()).ownerUrl, 'SELECT id FROM untouched')).toEqual([{ id: 1 }]);
  });

  it('says so when a file stands where the data directory should be', async () => {
    const inTheWay = join(dataDir, 'file');
    await writeFile(inTheWay, '');
    for (const path of [inTheWay, join(inTheWay, 'data')]) {
      const refused = start({ dataDir: path });
      await expect(refused).rejects.toBeInstanceOf(StartupError);
      await expect(refused).rejects.toThrow('a file stands in its way; set DATA_DIR to another folder.');
    }
  });
});

function listening(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
  });
}
