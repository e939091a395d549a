import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type OurRedis, startRedis } from '../../scripts/lib/redis.mjs';
import { masterIdOf } from '../../src/platform/crypto/master-keys.js';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/platform/database/embedded/embedded-postgres.js';
import { freePort } from '../../src/platform/database/embedded/free-port.js';
import { masterKeyLock } from '../../src/platform/database/wrapping-key.js';
import { anIntake, Caller, type LetterboxProcess, Workshop } from './letterbox-process.js';

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
if (!hasRedis) process.stderr.write('Server mode is NOT tested: redis-server is not installed.\n');

const admin = { email: 'admin@example.org', password: 'a long enough sentence' };
const aMasterKey = (byte: number) => Buffer.alloc(32, byte).toString('base64');

/** One PostgreSQL, one Redis, two API processes and two workers, told apart by their environment alone. */
(hasRedis ? describe : describe.skip)('Server mode', () => {
  let workshop: Workshop;
  let postgres: EmbeddedPostgres;
  let redis: OurRedis;
  /** Those that were started at the same moment, on an empty database. */
  let first: LetterboxProcess[];
  let apis: LetterboxProcess[];
  let workers: LetterboxProcess[];
  let ports: number[];
  let environment: Record<string, string>;
  let administrator: Caller;

  beforeAll(async () => {
    workshop = await Workshop.open();
    postgres = await startEmbeddedPostgres({
      dataDir: join(workshop.path, 'cluster'),
      durable: false,
      log: () => undefined,
    });
    redis = (await startRedis(workshop.path, await freePort()))!;
    ports = [await freePort(), await freePort()];
    environment = {
      // Both, as docs/keys.md has it before the one is changed for the other.
      MASTER_KEY: aMasterKey(5),
      MASTER_KEY_PREVIOUS: aMasterKey(6),
      DATABASE_URL: postgres.appUrl,
      DATABASE_OWNER_URL: postgres.ownerUrl,
      DATABASE_POOL: '4',
      REDIS_URL: redis.url,
      ORGANIZATION_NAME: 'Coalition Clinic',
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
      PUBLIC_URL: 'http://localhost:3999',
      DATA_DIR: '/nonexistent/not-needed',
    };
    // All four at the same moment, on an empty database.
    [apis, workers] = [[0, 1].map(anApi), [0, 1].map(aWorker)];
    first = [...apis, ...workers];
    await Promise.all(first.map((one) => one.ready()));
    administrator = await new Caller(ports[0]!).signIn(admin.email, admin.password);
    const rules = [{ kind: 'ice_appointment', to: 'companions', offsets: ['P7D'], at: '12:00', channels: ['in_app'] }];
    expect((await administrator.put('/reminder-plan', 0, { quietHours: null, rules })).status).toBe(200);
  });

  /** All four run, whichever a test has ended. */
  beforeEach(async () => {
    apis = apis.map((api, n) => (api.isRunning ? api : anApi(n)));
    workers = workers.map((worker, n) => (worker.isRunning ? worker : aWorker(n)));
    await Promise.all([...apis, ...workers].map((one) => one.ready()));
  });

  afterAll(async () => {
    await workshop.close();
    redis.child.kill('SIGTERM');
    await postgres.stop();
  });

  it('makes the tables and the organisation once, whoever comes first', async () => {
    const saying = (text: RegExp) => first.filter(({ stdout }) => text.test(stdout)).length;
    expect(saying(/^Made the organisation "Coalition Clinic"/m)).toBe(1);
    expect(saying(/migration\(s\) done/)).toBe(1);
    expect(first.map(({ stderr }) => stderr).join('')).toBe('');
    const { body } = await administrator.get('/users');
    const users = body.items as { role: string }[];
    expect(users.filter(({ role }) => role === 'administrator')).toHaveLength(1);
    const places = await administrator.get('/places?limit=100');
    const names = (places.body.items as { name: string }[]).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const port of ports) {
      const ready = await new Caller(port).get('/health/ready');
      expect(ready.body).toEqual({
        status: 'ok',
        parts: { database: 'ok', queue: 'ok', migrations: 'ok', reminders: 'ok' },
      });
    }
  });

  it('tells a container check how each process is', async () => {
    const nowhere = String(await freePort());
    const environments: Record<string, string>[] = [
      { ROLES: 'api', PORT: String(ports[0]) },
      { ROLES: 'worker', HEARTBEAT: heartbeat(0) },
      { ROLES: 'api', PORT: nowhere },
      { ROLES: 'worker', HEARTBEAT: heartbeat(3) },
      { ROLES: 'worker' },
    ];
    const checks = environments.map((environment) => workshop.run('cli/health.js', [], environment));
    expect(await Promise.all(checks.map(({ ended }) => ended))).toEqual([0, 0, 1, 1, 1]);
    expect(checks.map(({ stderr }) => stderr.trim())).toEqual([
      '',
      '',
      expect.stringMatching(/^The API does not answer/),
      'The worker has not touched its heartbeat lately.',
      expect.stringMatching(/^Set HEARTBEAT/),
    ]);
  });

  it('knows at one process who signed in, and what was written down, at the other', async () => {
    const attorney = await administrator.colleague('attorney');
    const [here, there] = [attorney, attorney.at(ports[1]!)];
    expect((await there.get('/auth/me')).body.role).toBe('attorney');
    const { body: places } = await here.get('/places?q=Varick');
    const written = await here.post('/intakes', anIntake('Ada Example', places.items[0].id as string));
    expect(written.status).toBe(201);
    const read = await there.get(`/clients/${written.body.id}`);
    expect(read.body.legalName).toBe('Ada Example');
    expect((await there.get('/clients?q=example')).body.items).toHaveLength(1);
    expect((await there.post('/auth/logout')).status).toBe(204);
    expect((await here.get('/auth/me')).status).toBe(401);
  });

  it('sends what is due once, however many workers there are', async () => {
    const attorney = await administrator.colleague('attorney');
    const count = 20;
    await Promise.all(Array.from({ length: count }, (_, n) => dueNow(attorney, n, ports[n % 2])));
    const sent = await until(async () => {
      const { body } = await attorney.get('/reminders?state=sent&limit=100');
      const all = body.items as { recipientId: string; attempts: number }[];
      const theirs = all.filter(({ recipientId }) => recipientId === attorney.id);
      return theirs.length >= count ? theirs : undefined;
    });
    expect(sent.map(({ attempts }) => attempts)).toEqual(Array.from({ length: count }, () => 1));
    const { body: notices } = await attorney.get('/notices?limit=100');
    expect(notices.items).toHaveLength(count);
    expect(new Set(notices.items.map(({ subjectId }: { subjectId: string }) => subjectId)).size).toBe(count);
  });

  it('changes the master key under two API processes and two workers, cut short and resumed, while people go on working', async () => {
    const somebody = await administrator.colleague('attorney');
    const made: string[] = [];
    const answers = new Set<number>();
    let working = true;
    const people = ports.map(async (port) => {
      while (working) {
        const { status, body } = await somebody.at(port).post('/clients', { legalName: `Meanwhile${made.length}` });
        answers.add(status);
        made.push(body.id as string);
        // Other tests need the processors too.
        await sleep(200);
      }
    });
    const changed = { MASTER_KEY: aMasterKey(6), MASTER_KEY_PREVIOUS: aMasterKey(5) };
    const rotate = () => workshop.run('cli/keys.js', ['rotate'], { ...environment, ...changed });
    const owner = new pg.Client({ connectionString: postgres.ownerUrl });
    await owner.connect();
    // Nobody can say which key it is now, so the change stands still with the keys of organisations under the new one.
    await owner.query('SELECT pg_advisory_lock($1)', [masterKeyLock]);
    const killed = rotate();
    await killed.prints(/keys re-wrapped \(1 of 1\)/);
    await killed.end('SIGKILL');
    await owner.query('SELECT pg_advisory_unlock($1)', [masterKeyLock]);
    const state = async () =>
      (await owner.query('SELECT master_key_id AS id, next_master_key_id AS next FROM installation')).rows[0] as Record<
        'id' | 'next',
        string
      >;
    const between = await state();
    expect(between.next).toBe(masterIdOf(Buffer.alloc(32, 6)));
    const whileBetween = made.length;
    await until(() => Promise.resolve(made.length > whileBetween + 4 || undefined));
    const resumed = await until(async () => {
      const command = rotate();
      const code = await command.ended;
      // The connection of the one that was killed may not be gone yet.
      return command.stderr.startsWith('Another rotation')
        ? undefined
        : { code, stdout: command.stdout, stderr: command.stderr };
    });
    expect([resumed.code, resumed.stderr]).toEqual([0, '']);
    expect(resumed.stdout).toMatch(/: has a new key; the former one is gone\.$/m);
    working = false;
    await Promise.all(people);
    expect(await state()).toEqual({ id: between.next, next: null });
    await owner.end();
    expect([...answers]).toEqual([201]);
    await apis[1]!.end('SIGTERM');
    environment = { ...environment, MASTER_KEY: aMasterKey(6), MASTER_KEY_PREVIOUS: '' };
    apis[1] = await anApi(1).ready();
    for (const port of ports)
      for (const id of [made[0]!, ...made.slice(-10)])
        expect((await somebody.at(port).get(`/clients/${id}`)).body.legalName).toMatch(/^Meanwhile/);
    expect([...apis, ...workers].map(({ stderr }) => stderr).join('')).toBe('');
  });

  it('goes on with one worker when the other is told to end, which it does cleanly', async () => {
    const attorney = await administrator.colleague('attorney');
    const [ended, other] = workers;
    const writing = Promise.all(Array.from({ length: 5 }, (_, n) => dueNow(attorney, 100 + n)));
    expect(await ended!.end('SIGTERM')).toBe(0);
    expect(ended!.stderr).toBe('');
    expect(ended!.stdout).toMatch(/\nStopping \.\.\.\n$/);
    await writing;
    await until(async () => {
      const { body } = await attorney.get('/notices?limit=100');
      return body.items.length === 5 ? true : undefined;
    });
    expect(other!.isRunning).toBe(true);
    expect(await Promise.all([other!.end('SIGTERM'), ...apis.map((api) => api.end('SIGTERM'))])).toEqual([0, 0, 0]);
    expect(apis.map(({ stderr }) => stderr).join('')).toBe('');
  });

  const anApi = (n: number) => workshop.start({ ...environment, ROLES: 'api', PORT: String(ports[n]) });
  const aWorker = (n: number) => workshop.start({ ...environment, ROLES: 'worker', HEARTBEAT: heartbeat(n) });
  const heartbeat = (n: number) => join(workshop.path, `heartbeat-${n}`);

  /** An appointment in three days, of which whoever comes along should have been told four days ago. */
  async function dueNow(attorney: Caller & { id: string }, n: number, port = ports[0]): Promise<void> {
    const caller = attorney.at(port!);
    const { body: places } = await caller.get('/places?q=Varick');
    const { status, body } = await caller.post('/intakes', {
      client: { legalName: `Person${'abcdefghijklmnopqrstuvwxyz'[n % 26]} Number${n}`, county: 'kings' },
      appointment: {
        kind: 'ice_check_in',
        startsAt: new Date(Date.now() + 3 * 86_400_000).toISOString(),
        placeId: places.items[0].id,
      },
      accompaniments: [{ userId: attorney.id, role: 'attorney', rsvp: 'yes' }],
    });
    if (status !== 201) throw new Error(`The intake answered ${status}: ${JSON.stringify(body)}`);
  }
});

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (const deadline = Date.now() + 60_000; ;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error('It did not happen within a minute.');
    await sleep(200);
  }
}
