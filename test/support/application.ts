import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { DataSource } from 'typeorm';
import { makeApplication } from '../../src/application.js';
import { type Role, permissionsOf, roles } from '../../src/auth/permissions.js';
import { SessionsService } from '../../src/auth/sessions.service.js';
import { User } from '../../src/auth/user.entity.js';
import { OrganizationsService } from '../../src/organizations/organizations.service.js';
import { Configuration } from '../../src/platform/config/configuration.js';
import { MasterKeys } from '../../src/platform/crypto/master-keys.js';
import type { Work } from '../../src/platform/database/work.js';
import type { ChannelDrivers } from '../../src/platform/channels/channels.js';
import { Works } from '../../src/platform/database/works.js';
import { makeLog } from '../../src/platform/logging/logger.js';
import { postgresBackend, redisBackend } from '../../src/platform/queue/backend.js';
import { Jobs } from '../../src/platform/queue/jobs.js';
import { FakeClock } from './clock.js';
import { type TestDatabase, testDatabase } from './database.js';

export interface Options {
  /** Where jobs go; `postgres` unless said. */
  queue?: 'postgres' | 'redis';
  environment?: Record<string, string>;
  /** Takes the log lines; none are written unless given. */
  logTo?: (line: string) => void;
  clock?: FakeClock;
  /** Take the place of the usual drivers of e-mail, SMS and notices. */
  channels?: Partial<ChannelDrivers>;
}

type Answer = supertest.Response;

/** Somebody signed in, who asks the API, and shows the second factor anew where a route asks for it. */
export interface Caller {
  userId: string;
  token: string;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
  /** Sends a form with the fields, and the content as its part `file`, called as nobody should remember it. */
  upload(
    path: string,
    fields: Record<string, string>,
    content?: Buffer,
    more?: Record<string, string>,
  ): Promise<Answer>;
  /** What is at an address, as bytes. */
  download(path: string): Promise<Answer>;
  /** Sends If-Match with the version. */
  patch(path: string, version: number, body: object): Promise<Answer>;
  put(path: string, body: object, headers?: Record<string, string>): Promise<Answer>;
  delete(path: string): Promise<Answer>;
}

/** An organisation with one user of each role. */
export interface Clinic {
  id: string;
  as: Record<Role, Caller>;
  /** One more user of a role. */
  another(role: Role): Promise<Caller>;
  /** Does something as the system in this organisation. */
  inWork<T>(action: (work: Work) => Promise<T>): Promise<T>;
}

/** The body of an answer as it came. */
function asBytes(answer: Answer, done: (error: Error | null, body: Buffer) => void): void {
  const response = answer as unknown as NodeJS.ReadableStream;
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)));
  response.on('end', () => done(null, Buffer.concat(chunks)));
}

export class TestApplication {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: TestDatabase,
    readonly clock: FakeClock,
    readonly configuration: Configuration,
  ) {}

  static async start({
    queue = 'postgres',
    environment = {},
    clock = new FakeClock(),
    channels,
    logTo,
  }: Options = {}): Promise<TestApplication> {
    const database = await testDatabase();
    const configuration = Configuration.read({
      REQUIRE_SECOND_FACTOR: 'false',
      LOG_LEVEL: 'silent',
      DATABASE_POOL: '6',
      DATA_DIR: await mkdtemp(join(tmpdir(), 'letterbox-test-')),
      ...environment,
    });
    const backend =
      queue === 'redis'
        ? redisBackend(process.env.TEST_REDIS_URL!, `test-${randomBytes(4).toString('hex')}`)
        : postgresBackend(database.appUrl);
    const app = await makeApplication({
      configuration,
      databaseUrl: database.appUrl,
      masterKeys: new MasterKeys([Buffer.alloc(32, 7)]),
      queue: backend,
      log: logTo ? makeLog('debug', { write: logTo }) : makeLog(configuration.logLevel),
      clock,
      ...(channels ? { channels } : {}),
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
    return new TestApplication(app, database, clock, configuration);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
    await rm(this.configuration.dataDir, { recursive: true, force: true });
  }

  get dataSource(): DataSource {
    return this.app.get(DataSource);
  }

  /** Has a worker take jobs while something is done, and no longer: what comes after meets none. */
  async working<T>(action: () => Promise<T>, concurrency?: number): Promise<T> {
    const jobs = this.app.get(Jobs);
    await jobs.work(concurrency);
    try {
      return await action();
    } finally {
      await jobs.stopWorking();
    }
  }

  /** Asks without being signed in. */
  get anonymous() {
    return supertest(this.app.getHttpServer());
  }

  async clinic(name = `Clinic ${randomBytes(3).toString('hex')}`): Promise<Clinic> {
    const works = this.app.get(Works);
    const organizationId = await this.app
      .get(OrganizationsService)
      .create({ name }, (work) => Promise.resolve(work.organizationId));
    const inWork = <T>(action: (work: Work) => Promise<T>) =>
      works.run(organizationId, action, { now: this.clock.now() });
    const another = (role: Role) => inWork((work) => this.userIn(work, role));
    const as = {} as Record<Role, Caller>;
    for (const role of roles) as[role] = await another(role);
    return { id: organizationId, as, another, inWork };
  }

  private async userIn(work: Work, role: Role): Promise<Caller> {
    const email = `${role}-${randomBytes(5).toString('hex')}@example.org`;
    const [user] = await work.insert(User, [{ displayName: `Test ${role}`, email, role, state: 'active' }]);
    // A token does not go idle, so tests may move the clock by days.
    const owner = Object.assign(Object.create(work) as Work, {
      actor: { userId: user!.id, role, permissions: permissionsOf[role] },
    });
    const { token } = await this.app.get(SessionsService).createToken(owner, { name: 'test', expiresInDays: 365 });
    return this.caller(user!.id, token!, () =>
      this.app
        .get(Works)
        .run(work.organizationId, (later) => this.app.get(SessionsService).start(later, user!.id, true)),
    );
  }

  private caller(userId: string, token: string, startSession: () => Promise<string>): Caller {
    const server = this.app.getHttpServer();
    const headers = (more: Record<string, string> = {}) => ({ authorization: `Bearer ${token}`, ...more });
    const send = async (
      method: 'get' | 'post' | 'patch' | 'put' | 'delete',
      path: string,
      more = {},
      body?: object,
    ) => {
      const ask = (headers: Record<string, string>) => supertest(server)[method](path).set(headers).send(body);
      const answer = await ask(headers(more));
      if (answer.body?.code !== 'token.cannot_step_up') return answer;
      const session = await startSession();
      return ask({ ...headers(more), authorization: `Bearer ${session}` });
    };
    return {
      userId,
      token,
      get: (path, more) => send('get', path, more),
      post: (path, body = {}, more) => send('post', path, more, body),
      upload: async (path, fields, content, more) => {
        const form = supertest(server).post(path).set(headers(more));
        for (const [name, value] of Object.entries(fields)) void form.field(name, value);
        return content ? form.attach('file', content, 'Name of a Person.exe') : form;
      },
      download: async (path) => supertest(server).get(path).set(headers()).buffer(true).parse(asBytes),
      patch: (path, version, body) => send('patch', path, { 'if-match': `"${version}"` }, body),
      put: (path, body, more) => send('put', path, more, body),
      delete: (path) => send('delete', path),
    };
  }
}
