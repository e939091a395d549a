import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/platform/database/embedded/embedded-postgres.js';
import { freePort } from '../../src/platform/database/embedded/free-port.js';
import { anIntake, Caller, isAlive, type LetterboxProcess, postgresPid, Workshop } from './letterbox-process.js';

const key = Buffer.alloc(32, 9).toString('base64');
const first = {
  ORGANIZATION_NAME: 'Test Clinic',
  ADMIN_EMAIL: 'admin@example.org',
  ADMIN_PASSWORD: 'a long enough sentence',
};

let workshop: Workshop;
let dataDir: string;

beforeAll(async () => {
  workshop = await Workshop.open();
  dataDir = join(workshop.path, 'embedded');
});
afterAll(() => workshop.close(dataDir));

/** What it says when it refuses to start: one line, and nothing else. */
async function refusal(process_: LetterboxProcess): Promise<string> {
  expect(await process_.ended).toBe(1);
  expect(process_.stderr).toMatch(/^[^\n]+\n$/);
  expect(process_.stderr).not.toMatch(/\bat .*\.js:\d+/);
  return process_.stderr.trim();
}

const signIn = (port: number) => new Caller(port).signIn(first.ADMIN_EMAIL, first.ADMIN_PASSWORD);

/** What is held of a whole page. */
const whole = { arrests: 1, fingerprint_events: 1, letters: 1, appointments: 1 };

async function varickOf(caller: Caller): Promise<string> {
  const { body } = await caller.get('/places?q=Varick');
  return body.items[0].id as string;
}

describe('What is wrong with the environment is told in one line, before anything is made', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['a port that is no number', { PORT: 'abc' }, /PORT must be a whole number from 1 to 65535/],
    ['an administrator without an organisation', { ADMIN_EMAIL: 'a@example.org' }, /must be given together/],
    ['a master key of the wrong length', { MASTER_KEY: Buffer.alloc(16).toString('base64') }, /MASTER_KEY must be 32/],
    ['a file of a secret that is not there', { MASTER_KEY_FILE: '/nowhere/key' }, /MASTER_KEY_FILE names a file that/],
    ['an empty file of a secret', { MASTER_KEY_FILE: '/dev/null' }, /MASTER_KEY_FILE names an empty file/],
    [
      'a secret given twice',
      { MASTER_KEY: key, MASTER_KEY_FILE: '/dev/null' },
      /MASTER_KEY and MASTER_KEY_FILE must not both/,
    ],
    ['an unknown role', { ROLES: 'api,boss' }, /ROLES must be api, worker or api,worker/],
    ['a database that is no PostgreSQL', { DATABASE_URL: 'mysql://localhost/x' }, /DATABASE_URL must be a URL/],
    ['two things at once', { PORT: '0', LOG_LEVEL: 'loud' }, /PORT .*; LOG_LEVEL must be/],
  ])('%s', async (_, environment, says) => {
    expect(await refusal(workshop.start(environment))).toMatch(says);
    expect(existsSync(join(workshop.path, 'data'))).toBe(false);
  });

  it('a port that is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    expect(await refusal(workshop.start({ PORT: String(port) }))).toMatch(
      new RegExp(`^Port ${port} on 127.0.0.1 is taken .*PORT=3001 npm start$`),
    );
    await new Promise((resolve) => other.close(resolve));
    expect(existsSync(join(workshop.path, 'data'))).toBe(false);
  });
});

describe('On its own database', () => {
  let running: LetterboxProcess;
  let port: number;
  let administrator: Caller;
  let settingUp: Promise<void> | undefined;

  /** The program runs on the database of the organisation that was set up with the link, by whichever test came first. */
  async function givenRunning(): Promise<void> {
    await (settingUp ??= setUpWithLink());
    if (!running.isRunning) running = await workshop.start({ PORT: String(port), DATA_DIR: dataDir }).ready();
  }

  /** It has run there, and was told to end. */
  async function givenEnded(): Promise<void> {
    await (settingUp ??= setUpWithLink());
    if (running.isRunning) expect(await running.end('SIGTERM')).toBe(0);
  }

  async function setUpWithLink(): Promise<void> {
    port = await freePort();
    running = workshop.start({ PORT: String(port), DATA_DIR: dataDir });
    const token = await running.prints(/works once\): http:\/\/127\.0\.0\.1:\d+\/setup#(setup_[\w-]+)$/);
    await running.ready();
    const setUp = (wanted: string, email: string) =>
      new Caller(port).post('/auth/setup', {
        token: wanted,
        organizationName: first.ORGANIZATION_NAME,
        displayName: 'A Person',
        email,
        password: first.ADMIN_PASSWORD,
      });
    expect((await setUp('setup_guessed-guessed', 'other@example.org')).status).toBe(404);
    // Twice at the same moment: one of them wins.
    const both = await Promise.all([setUp(token, first.ADMIN_EMAIL), setUp(token, 'other@example.org')]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 404]);
    expect((await setUp(token, 'third@example.org')).body.code).toBe('setup.not_found');
    const winner = both[0].status === 204 ? first.ADMIN_EMAIL : 'other@example.org';
    administrator = await new Caller(port).signIn(winner, first.ADMIN_PASSWORD);
    expect((await administrator.get('/auth/me')).body.organization.name).toBe(first.ORGANIZATION_NAME);
    expect(running.stderr).toBe('');
  }

  it('prints a link on an empty database, with which the first organisation is set up once', () => givenRunning());

  it('serves pages that may load nothing but its own files, and styles by a word that is new each time', async () => {
    await givenRunning();
    const page = async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/cases`, { headers: { accept: 'text/html' } });
      const policy = answer.headers.get('content-security-policy')!;
      return { headers: answer.headers, text: await answer.text(), policy, word: /'nonce-([^']+)'/.exec(policy)?.[1] };
    };
    const [first, second] = [await page(), await page()];
    expect(first.policy).toContain(`style-src 'self' 'nonce-${first.word}'`);
    expect(first.policy).toMatch(/^default-src 'none';script-src 'self';/);
    expect(first.policy).not.toMatch(/unsafe|https:|\*/);
    expect(first.word).not.toBe(second.word);
    // Where the web application is built, its page knows the word.
    if (first.text.includes('csp-nonce')) expect(first.text).toContain(`nonce="${first.word}"`);
    expect(first.text).not.toContain('__STYLE_NONCE__');
    expect(first.headers.get('cache-control')).toBe('no-store');
    expect(first.headers.get('x-frame-options')).toBe('DENY');
  });

  it('refuses a second start on the same data, and names the one that runs', async () => {
    await givenRunning();
    const second = workshop.start({ PORT: String(await freePort()), DATA_DIR: dataDir });
    expect(await refusal(second)).toMatch(
      new RegExp(`in use by Letterbox process ${running.child.pid} at http://127\\.0\\.0\\.1:${port}, .*DATA_DIR`),
    );
    expect((await administrator.get('/health/ready')).status).toBe(200);
  });

  it('told to end, answers what was asked before and leaves nothing running', async () => {
    await givenRunning();
    const postgres = (await postgresPid(dataDir))!;
    const blocker = await ownerOf(running, dataDir);
    await blocker.query('BEGIN');
    await blocker.query('LOCK TABLE places IN ACCESS EXCLUSIVE MODE');
    const slow = administrator.get('/places');
    const waiting = `SELECT 1 FROM pg_locks WHERE relation = 'places'::regclass AND NOT granted`;
    while ((await blocker.query(waiting)).rowCount === 0) await sleep(20);
    running.child.kill('SIGTERM');
    await running.prints(/^Stopping \.\.\.$/);
    await sleep(300);
    expect(running.isRunning).toBe(true);
    await blocker.query('COMMIT');
    expect((await slow).status).toBe(200);
    await blocker.end();
    expect(await running.ended).toBe(0);
    expect(running.stderr).toBe('');
    expect(isAlive(postgres)).toBe(false);
    await expect(administrator.get('/health/live')).rejects.toThrow();
  });

  it('says that a master key is not the one that the data was sealed with', async () => {
    await givenEnded();
    const other = { PORT: String(port), DATA_DIR: dataDir, MASTER_KEY: key };
    expect(await refusal(workshop.start(other))).toMatch(/^This is not the master key .* sealed with\. Put the right/);
    const pid = await postgresPid(dataDir);
    expect(pid === undefined || !isAlive(pid)).toBe(true);
  });

  it('makes no new master key for data that was sealed with one that is missing', async () => {
    await givenEnded();
    const file = join(dataDir, 'master.key');
    await rename(file, `${file}.kept`);
    expect(await refusal(workshop.start({ PORT: String(port), DATA_DIR: dataDir }))).toMatch(
      /master\.key is missing.*Put back your copy/,
    );
    expect(existsSync(file)).toBe(false);
    await rename(`${file}.kept`, file);
  });

  it('killed in the middle of intakes, has kept each answered one whole and nothing of any other', async () => {
    await givenEnded();
    const environment = { PORT: String(port), DATA_DIR: dataDir, ...first };
    const killed = await workshop.start(environment).ready();
    expect(killed.stdout).not.toContain('Made the organisation');
    const attorney = await administrator.colleague('attorney');
    const place = await varickOf(attorney);
    const answered: { id: string; legalName: string }[] = [];
    let asked = 0;
    const post = async () => {
      while (killed.isRunning) {
        const legalName = `Person Number${(asked += 1)}`;
        const answer = await attorney.post('/intakes', anIntake(legalName, place)).catch(() => undefined);
        if (answer?.status === 201) answered.push({ id: answer.body.id, legalName });
        else if (answer) throw new Error(`An intake answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      }
    };
    const clients = Promise.all(Array.from({ length: 20 }, post));
    const deadline = Date.now() + 15_000;
    while (answered.length < 25 && Date.now() < deadline) await sleep(5);
    await sleep(Math.random() * 100);
    await killed.end('SIGKILL');
    await clients;
    expect(answered.length).toBeGreaterThan(0);

    const again = await workshop.start(environment).ready();
    const kept = await all(attorney, '/clients');
    for (const { id } of kept) expect(await heldOf(attorney, id as string)).toEqual(whole);
    const names = new Map(kept.map(({ id, legalName }) => [id, legalName]));
    for (const { id, legalName } of answered) expect(names.get(id)).toBe(legalName);
    // Saved but not yet answered: at most those that were on their way.
    expect(kept.length).toBeLessThanOrEqual(answered.length + 20);
    const { body } = await attorney.get('/appointments?from=2018-03-01&to=2018-03-31&count=true&limit=1');
    expect(body.total).toBe(kept.length);
    // Told twice, as by a terminal and a supervisor.
    again.child.kill('SIGINT');
    expect(await again.end('SIGTERM')).toBe(0);
  });
});

describe('On a given database', () => {
  let cluster: EmbeddedPostgres;
  let clusterDir: string;
  let port: number;
  let settings: Record<string, string>;
  const named = (name: string, url = cluster.ownerUrl) => url.replace(/letterbox$/, name);

  beforeAll(async () => {
    port = await freePort();
    clusterDir = join(workshop.path, 'cluster');
    cluster = await startEmbeddedPostgres({ dataDir: clusterDir, durable: false, log: () => undefined });
    for (const name of ['given', 'bare', 'unbound']) await query(cluster.ownerUrl, `CREATE DATABASE ${name}`);
    settings = {
      PORT: String(port),
      DATA_DIR: join(workshop.path, 'given'),
      MASTER_KEY: key,
      DATABASE_URL: named('given', cluster.appUrl),
      DATABASE_OWNER_URL: named('given'),
    };
  });
  afterAll(() => cluster.stop());

  let making: Promise<void> | undefined;
  async function makeOrganization(): Promise<void> {
    const running = await workshop.start({ ...settings, ...first }).ready();
    await running.prints(/^Made the organisation/);
    const { body } = await (await signIn(port)).get('/auth/me');
    expect(body).toMatchObject({ role: 'administrator', organization: { name: first.ORGANIZATION_NAME } });
    expect(existsSync(join(settings.DATA_DIR!, 'postgres'))).toBe(false);
    expect(await running.end('SIGTERM')).toBe(0);
    expect(running.stdout + running.stderr).not.toContain(first.ADMIN_PASSWORD);
  }
  /** It has been used, by whichever test came first; the owner has made the role of all databases then. */
  const givenUsed = () => (making ??= makeOrganization());

  it('makes the organisation that the environment names, and no database of its own', () => givenUsed());

  it.each<[string, () => Record<string, string>, RegExp]>([
    [
      'is not there',
      () => ({ DATABASE_URL: 'postgres://app:secret-word@127.0.0.1:9/letterbox' }),
      /^The database at 127\.0\.0\.1:9 does not answer \(ECONNREFUSED\)\. Check DATABASE_URL/,
    ],
    [
      'refuses the password of the owner',
      () => ({ DATABASE_OWNER_URL: cluster.ownerUrl.replace(/:[^:@]+@/, ':secret-word@') }),
      /refuses the user or password in DATABASE_OWNER_URL\.$/,
    ],
    [
      'has another name',
      () => ({ DATABASE_URL: named('absent', cluster.appUrl), DATABASE_OWNER_URL: '' }),
      /has no database of the name in DATABASE_URL; create it first\.$/,
    ],
    [
      'lets nobody make tables',
      () => ({ DATABASE_URL: named('bare', cluster.appUrl), DATABASE_OWNER_URL: '' }),
      /permission denied for schema public\)\. The role that migrates must own the database/,
    ],
  ])('says in one line that the database %s', async (_, environment, says) => {
    await givenUsed();
    const line = await refusal(workshop.start({ ...settings, ...environment() }));
    expect(line).toMatch(says);
    expect(line).not.toContain('secret-word');
  });

  it('refuses a database that is newer than itself', async () => {
    await givenUsed();
    await query(named('given'), `INSERT INTO migrations (timestamp, name) VALUES (1, 'FromTheFuture1')`);
    try {
      expect(await refusal(workshop.start(settings))).toMatch(/newer than this program \(it has FromTheFuture1\)/);
    } finally {
      await query(named('given'), `DELETE FROM migrations WHERE name = 'FromTheFuture1'`);
    }
  });

  it('refuses a login that row-level security does not bind, unless told to accept it, and makes nothing before', async () => {
    await givenUsed();
    const { host } = new URL(cluster.ownerUrl);
    const superuser = `postgres://postgres@${host}/unbound`;
    await letSuperuserIn(clusterDir, superuser);
    const environment = {
      PORT: settings.PORT!,
      DATA_DIR: settings.DATA_DIR!,
      MASTER_KEY: key,
      DATABASE_URL: superuser,
    };
    expect(await refusal(workshop.start(environment))).toMatch(/superuser .*DATABASE_ALLOW_BYPASS=true/);
    expect(await query(superuser, `SELECT 1 FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
    const running = await workshop.start({ ...environment, DATABASE_ALLOW_BYPASS: 'true' }).ready();
    expect(await running.end('SIGTERM')).toBe(0);
  });
});

/** A session of the owner of a running process's own database. */
async function ownerOf(running: LetterboxProcess, folder: string): Promise<pg.Client> {
  const port = Number(await running.prints(/^PostgreSQL .* is ready on 127\.0\.0\.1:(\d+)/));
  const { owner } = JSON.parse(await readFile(join(folder, 'postgres-passwords.json'), 'utf8')) as { owner: string };
  const login = { host: '127.0.0.1', port, user: 'letterbox_owner', password: owner, database: 'letterbox' };
  const client = new pg.Client(login);
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as unknown[];
  } finally {
    await client.end();
  }
}

/** A cluster of ours lets its superuser in over no network; this one does. */
async function letSuperuserIn(folder: string, url: string): Promise<void> {
  const file = join(folder, 'postgres/pg_hba.conf');
  await writeFile(file, `host all postgres 127.0.0.1/32 trust\n${await readFile(file, 'utf8')}`);
  process.kill((await postgresPid(folder))!, 'SIGHUP');
  while (!(await query(url, 'SELECT 1').catch(() => undefined))) await sleep(50);
}

async function all(caller: Caller, path: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for (let cursor = ''; ;) {
    const { body } = await caller.get(`${path}?limit=100${cursor}`);
    items.push(...(body.items as Record<string, unknown>[]));
    if (!body.nextCursor) return items;
    cursor = `&cursor=${encodeURIComponent(body.nextCursor as string)}`;
  }
}

async function heldOf(caller: Caller, clientId: string): Promise<Record<string, number>> {
  const { body } = await caller.get(`/clients/${clientId}/holdings`);
  const records = body.records as { recordType: string; count: number }[];
  const parts = records.filter(({ recordType }) => recordType in whole);
  return Object.fromEntries(parts.map(({ recordType, count }) => [recordType, count]));
}
