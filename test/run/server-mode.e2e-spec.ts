import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/platform/database/embedded/embedded-postgres.js';
import { anIntake, Caller, freePort, type LetterboxProcess, startRedis, Workshop } from './letterbox-process.js';

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
if (!hasRedis) process.stderr.write('Server mode is NOT tested: redis-server is not installed.\n');

const admin = { email: 'admin@example.org', password: 'a long enough sentence' };
const patience = 120_000;

/** One PostgreSQL, one Redis, two API processes and two workers, told apart by their environment alone. */
(hasRedis ? describe : describe.skip)('Server mode', () => {
  let workshop: Workshop;
  let postgres: EmbeddedPostgres;
  let redis: ChildProcess;
  let apis: LetterboxProcess[];
  let workers: LetterboxProcess[];
  let ports: number[];
  let administrator: Caller;
  let attorney: Caller & { id: string };

  beforeAll(async () => {
    workshop = await Workshop.open();
    postgres = await startEmbeddedPostgres({
      dataDir: join(workshop.path, 'cluster'),
      durable: false,
      log: () => undefined,
    });
    const redisPort = await freePort();
    redis = await startRedis(redisPort, workshop.path);
    ports = [await freePort(), await freePort()];
    const environment = {
      MASTER_KEY: Buffer.alloc(32, 5).toString('base64'),
      DATABASE_URL: postgres.appUrl,
      DATABASE_OWNER_URL: postgres.ownerUrl,
      DATABASE_POOL: '4',
      REDIS_URL: `redis://127.0.0.1:${redisPort}`,
      ORGANIZATION_NAME: 'Coalition Clinic',
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
      PUBLIC_URL: 'http://localhost:3999',
      DATA_DIR: '/nonexistent/not-needed',
    };
    // All four at the same moment, on an empty database.
    apis = ports.map((port) => workshop.start({ ...environment, ROLES: 'api', PORT: String(port) }));
    workers = [1, 2].map((n) => workshop.start({ ...environment, ROLES: 'worker', HEARTBEAT: heartbeat(n) }));
    await Promise.all([...apis, ...workers].map((one) => one.ready()));
  }, patience);

  afterAll(async () => {
    await workshop.close();
    redis.kill('SIGTERM');
    await postgres.stop();
  }, patience);

  it('makes the tables and the organisation once, whoever comes first', async () => {
    const all = [...apis, ...workers];
    const saying = (text: RegExp) => all.filter(({ stdout }) => text.test(stdout)).length;
    expect(saying(/^Made the organisation "Coalition Clinic"/m)).toBe(1);
    expect(saying(/migration\(s\) done/)).toBe(1);
    expect(all.map(({ stderr }) => stderr).join('')).toBe('');
    administrator = await new Caller(ports[0]!).signIn(admin.email, admin.password);
    const { body } = await administrator.get('/users');
    expect(body.items).toHaveLength(1);
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
      { ROLES: 'worker', HEARTBEAT: heartbeat(1) },
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
    attorney = await administrator.colleague('attorney');
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

  it(
    'sends what is due once, however many workers there are',
    async () => {
      attorney = await administrator.colleague('attorney');
      const rules = [
        { kind: 'ice_appointment', to: 'companions', offsets: ['P7D'], at: '12:00', channels: ['in_app'] },
      ];
      expect((await administrator.put('/reminder-plan', 0, { quietHours: null, rules })).status).toBe(200);
      const count = 20;
      await Promise.all(
        Array.from({ length: count }, (_, n) => dueNow(n % 2 === 0 ? attorney : attorney.at(ports[1]!), n)),
      );
      const sent = await until(async () => {
        const { body } = await attorney.get('/reminders?state=sent&limit=100');
        return body.items.length >= count ? (body.items as { id: string; attempts: number }[]) : undefined;
      });
      expect(sent.map(({ attempts }) => attempts)).toEqual(Array.from({ length: count }, () => 1));
      const { body: notices } = await attorney.get('/notices?limit=100');
      expect(notices.items).toHaveLength(count);
      expect(new Set(notices.items.map(({ subjectId }: { subjectId: string }) => subjectId)).size).toBe(count);
    },
    patience,
  );

  it(
    'goes on with one worker when the other is told to end, which it does cleanly',
    async () => {
      const [first, second] = workers;
      const before = (await attorney.get('/notices?limit=100')).body.items.length as number;
      const writing = Promise.all(Array.from({ length: 5 }, (_, n) => dueNow(attorney, 100 + n)));
      expect(await first!.end('SIGTERM')).toBe(0);
      expect(first!.stderr).toBe('');
      expect(first!.stdout).toMatch(/\nStopping \.\.\.\n$/);
      await writing;
      await until(async () => {
        const { body } = await attorney.get('/notices?limit=100');
        return body.items.length === before + 5 ? true : undefined;
      });
      expect(second!.isRunning).toBe(true);
      expect(await Promise.all([second!.end('SIGTERM'), ...apis.map((api) => api.end('SIGTERM'))])).toEqual([0, 0, 0]);
      expect(apis.map(({ stderr }) => stderr).join('')).toBe('');
    },
    patience,
  );

  const heartbeat = (n: number) => join(workshop.path, `heartbeat-${n}`);

  /** An appointment in three days, of which whoever comes along should have been told four days ago. */
  async function dueNow(caller: Caller, n: number): Promise<void> {
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
