import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Redis } from 'ioredis';
import pg from 'pg';
import { type OurRedis, startRedis } from '../../scripts/lib/redis.mjs';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/platform/database/embedded/embedded-postgres.js';
import { freePort } from '../../src/platform/database/embedded/free-port.js';
import { MailServer } from '../support/mail-server.js';
import { Provider } from '../support/provider.js';
import { Caller, type LetterboxProcess, postgresPid, Workshop } from './letterbox-process.js';

const admin = { email: 'admin@example.org', password: 'a long enough sentence' };
/** A process that is started after another has died finds what that one held in hand free again. */
const leaseOverMs = 6 * 60_000;
const patienceMs = 120_000;

/** What faulty-process.mjs is to do. */
interface Faults {
  step?: string;
  to?: string;
  aheadMs?: number;
  rings?: string;
}

/** Somebody to whom one reminder is owed at once. */
export interface Person {
  channel: 'sms' | 'email';
  to: string;
  name: string;
}

/** What is posted to the gateway. */
interface Text {
  id: string;
  to: string;
}

interface Shown {
  state: string;
  attempts: number;
}

/** One database, one queue, a provider of text messages that honours the key and a mail server that knows of none. */
export class FaultsTrial {
  private people = 0;
  private readonly silent = new Set<string>();
  private held: Promise<void> = Promise.resolve();
  private serving: LetterboxProcess | undefined;
  private workers: LetterboxProcess[] = [];
  private attorney!: Caller & { id: string };
  private place!: string;
  private faults: Faults = {};
  private readonly startsAt = new Date(Date.now() + 3 * 86_400_000).toISOString();

  private constructor(
    readonly queue: 'postgres' | 'redis',
    private readonly workshop: Workshop,
    private postgres: EmbeddedPostgres,
    private readonly postgresPort: number,
    private redis: OurRedis | undefined,
    private readonly port: number,
    private readonly provider: Provider,
    readonly mail: MailServer,
    private readonly mailUrl: string,
  ) {
    provider.usually = ({ body }) => {
      const { id, to } = JSON.parse(body) as Text;
      return this.silent.delete(to) ? 'hang up' : { status: 200, body: { id } };
    };
    provider.before = () => this.held;
  }

  /** An organisation with an administrator and an attorney, whose clients are owed a reminder as soon as they are written down. */
  static async open(queue: 'postgres' | 'redis'): Promise<FaultsTrial> {
    const workshop = await Workshop.open();
    const [postgresPort, redisPort, port] = [await freePort(), await freePort(), await freePort()];
    const postgres = await startEmbeddedPostgres({
      dataDir: clusterIn(workshop),
      port: postgresPort,
      log: () => undefined,
    });
    const redis = queue === 'redis' ? await startRedis(workshop.path, redisPort) : undefined;
    const mail = new MailServer();
    const mailUrl = await mail.start();
    const trial = new FaultsTrial(
      queue,
      workshop,
      postgres,
      postgresPort,
      redis,
      port,
      await Provider.start(),
      mail,
      mailUrl,
    );
    await trial.prepare().catch(async (error: Error) => {
      await trial.close();
      throw error;
    });
    return trial;
  }

  private async prepare(): Promise<void> {
    await this.startApi();
    const administrator = await new Caller(this.port).signIn(admin.email, admin.password);
    this.attorney = await administrator.colleague('attorney');
    const rule = { kind: 'ice_appointment', to: 'client', offsets: ['P7D'], at: '12:00', channels: ['sms'] };
    const { status } = await administrator.put('/reminder-plan', 0, { quietHours: null, rules: [rule] });
    if (status !== 200) throw new Error(`The plan was answered with ${status}.`);
    const { body } = await administrator.get('/places?q=Varick');
    this.place = body.items[0].id as string;
  }

  async close(): Promise<void> {
    await this.workshop.close();
    await this.provider.stop();
    this.mail.stop();
    this.redis?.child.kill('SIGKILL');
    await this.postgres.stop();
  }

  /** Somebody new, of whom nothing is written down yet. */
  person(channel: Person['channel']): Person {
    const n = this.people;
    this.people += 1;
    const letters = [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    const to = channel === 'sms' ? `+1718555${String(1000 + n)}` : `person-${n}@example.org`;
    return { channel, to, name: `Person Number${letters}` };
  }

  /** Starts the API, where it has died. */
  async startApi(): Promise<void> {
    this.set({});
    this.serving = this.start({ ROLES: 'api', PORT: String(this.port) });
    await this.serving.ready();
  }

  /** Waits until the API has died of what was {@link set}. */
  async apiDied(): Promise<void> {
    await this.died(this.serving!);
  }

  /** No fault any more, and so many workers, which find what others had in hand before free again. */
  async begin(workers: number): Promise<void> {
    this.mail.answers = {};
    this.held = Promise.resolve();
    this.silent.clear();
    this.putForward();
    const ended = this.workers.splice(workers).map((worker) => worker.end('SIGTERM'));
    await Promise.all(ended);
    while (this.workers.length < workers) this.workers.push(this.start({ ROLES: 'worker' }));
    await Promise.all(this.workers.map((worker) => worker.ready()));
    this.refuseDead();
  }

  /** A worker that dies at a step of the reminder of this person. */
  async diesAt(step: string, person?: Person): Promise<void> {
    this.set({ step, ...(person ? { to: person.to } : {}), aheadMs: this.faults.aheadMs! + leaseOverMs });
    await this.died(this.start({ ROLES: 'worker' }));
  }

  private async died({ child, ended }: LetterboxProcess): Promise<void> {
    const late = sleep(patienceMs, undefined, { ref: false });
    await Promise.race([ended, late]);
    if (child.signalCode !== 'SIGKILL') throw new Error('The process did not die where it should.');
  }

  /** What the processes are to do from now on. The clock of the workers goes on as it was, unless said otherwise. */
  set(faults: Faults): void {
    this.faults = { ...faults, aheadMs: faults.aheadMs ?? this.faults.aheadMs ?? 0 };
    const file = join(this.workshop.path, 'faults.json');
    writeFileSync(`${file}.new`, JSON.stringify(this.faults));
    renameSync(`${file}.new`, file);
  }

  /** The clock of the workers is put forward until all leases and waits are over. */
  putForward(): void {
    this.set({ aheadMs: this.faults.aheadMs! + leaseOverMs });
  }

  /** Writes a person down, with an appointment in three days of which they should have been told four days ago. */
  async write(person: Person): Promise<number | 'no answer'> {
    const reached =
      person.channel === 'sms'
        ? { phone: person.to, smsConsent: 'opted_in', phoneSafeToText: 'yes' }
        : { email: person.to, channel: 'email' };
    const body = {
      client: { legalName: person.name, county: 'kings', ...reached },
      appointment: { kind: 'ice_check_in', startsAt: this.startsAt, placeId: this.place },
    };
    const key = { 'idempotency-key': person.to };
    return this.attorney.post('/intakes', body, key).then(
      ({ status }) => status,
      () => 'no answer',
    );
  }

  async remindersOf({ name }: Person): Promise<Shown[]> {
    const { body } = await this.attorney.get(`/clients?q=${encodeURIComponent(name)}`);
    const found = body.items as { id: string; legalName: string }[];
    const files = found.filter(({ legalName }) => legalName === name);
    const lists = await Promise.all(files.map(({ id }) => this.attorney.get(`/clients/${id}/reminders`)));
    return lists.flatMap((list) => list.body.items as Shown[]);
  }

  async statesOf(person: Person): Promise<string[]> {
    return (await this.remindersOf(person)).map(({ state }) => state);
  }

  async noticesOf(kind: string): Promise<unknown[]> {
    const { body } = await this.attorney.get('/notices?limit=100');
    return (body.items as { kind: string }[]).filter((notice) => notice.kind === kind);
  }

  /** How many reminders have not come to an end. */
  async open(): Promise<number> {
    const lists = await Promise.all(
      ['scheduled', 'enqueued'].map((state) => this.attorney.get(`/reminders?limit=100&state=${state}`)),
    );
    return lists.reduce((sum, { body }) => sum + (body.items as object[]).length, 0);
  }

  async organizationId(): Promise<string> {
    return (await this.attorney.get('/organization')).body.id as string;
  }

  /** How often somebody was reached: by text once for each key, by mail each time. */
  reached(person: Person): number {
    const messages = this.messagesTo(person);
    return person.channel === 'sms' ? new Set(messages).size : messages.length;
  }

  /** How often a provider was asked to reach somebody. */
  asked(person: Person): number {
    return this.messagesTo(person).length;
  }

  private messagesTo({ channel, to }: Person): string[] {
    if (channel === 'email') return this.mail.received.filter((mail) => mail.includes(`To: ${to}\n`));
    return this.provider.heard
      .filter(({ body }) => (JSON.parse(body) as Text).to === to)
      .map(({ headers }) => headers['idempotency-key'] as string);
  }

  /** The first text to this person is taken over without an answer. */
  silentOnce({ to }: Person): void {
    this.silent.add(to);
  }

  /** Texts are taken over and not answered until the returned function is called. */
  holdAnswers(): () => void {
    let answer: () => void = () => undefined;
    this.held = new Promise((resolve) => (answer = resolve));
    return answer;
  }

  /** Redis loses all that it knows, and is killed and started again; in PostgreSQL all jobs are deleted. */
  async loseQueue(): Promise<void> {
    if (!this.redis) return this.until('the queue is empty', () => this.deleteJobs());
    const { child, port } = this.redis;
    const client = new Redis(port);
    await client.flushall();
    client.disconnect();
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
    this.redis = await startRedis(this.workshop.path, port);
  }

  /** @returns false where a worker was at the same rows, and PostgreSQL chose us to end the deadlock */
  private async deleteJobs(): Promise<boolean> {
    const client = new pg.Client({ connectionString: this.postgres.ownerUrl });
    await client.connect();
    try {
      await client.query('BEGIN; DELETE FROM bullmq.scheduler; DELETE FROM bullmq.job; COMMIT');
      return true;
    } catch (error) {
      if ((error as { code?: string }).code !== '40P01') throw error;
      return false;
    } finally {
      await client.end();
    }
  }

  async crashPostgres(): Promise<void> {
    process.kill((await postgresPid(clusterIn(this.workshop)))!, 'SIGQUIT');
    await this.postgres.ended;
    await this.postgres.stop();
    const where = { dataDir: clusterIn(this.workshop), port: this.postgresPort, log: () => undefined };
    this.postgres = await startEmbeddedPostgres(where);
  }

  /**
   * Waits until something is so; a server that is away for the moment says nothing about it.
   * @param what in words, for whoever reads that it did not become so
   */
  async until(what: string, isSo: () => Promise<boolean>): Promise<void> {
    let trouble: unknown;
    for (const end = Date.now() + patienceMs; ;) {
      if (await isSo().catch((error: unknown) => void (trouble = error))) return;
      this.refuseDead();
      if (Date.now() > end)
        throw new Error(`It did not come to this: ${what} (${this.queue}). ${this.said()}`, { cause: trouble });
      await sleep(100);
    }
  }

  /** Nobody kills these; what they do not survive is a fault of the program, not of its patience. */
  private refuseDead(): void {
    const alive = [this.serving!, ...this.workers].every(({ isRunning }) => isRunning);
    if (!alive) throw new Error(`A process has ended by itself (${this.queue}). ${this.said()}`);
  }

  private said(): string {
    return [this.serving!, ...this.workers]
      .map(({ stdout, stderr }) => `${stdout}${stderr}`.slice(-2000))
      .join('\n--\n');
  }

  private start(environment: Record<string, string>): LetterboxProcess {
    return this.workshop.start({
      NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'faulty-process.mjs')).href}`,
      FAULTS: join(this.workshop.path, 'faults.json'),
      MASTER_KEY: Buffer.alloc(32, 6).toString('base64'),
      DATABASE_URL: this.postgres.appUrl,
      DATABASE_OWNER_URL: this.postgres.ownerUrl,
      DATABASE_POOL: '4',
      ...(this.redis ? { REDIS_URL: `redis://127.0.0.1:${this.redis.port}` } : {}),
      ORGANIZATION_NAME: 'Coalition Clinic',
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
      PUBLIC_URL: 'http://localhost:3999',
      SMS_WEBHOOK_URL: this.provider.url,
      SMS_WEBHOOK_SECRET: 'a-secret-that-is-long-enough-to-be-one',
      SMTP_URL: this.mailUrl,
      MAIL_FROM: 'no-reply@clinic.example',
      ...environment,
    });
  }
}

const clusterIn = (workshop: Workshop) => join(workshop.path, 'cluster');
