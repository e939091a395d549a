import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { StartupError } from '../startup-error.js';
import { type Variable, variables } from './variables.js';

type Values = { [Name in keyof typeof variables]: ReturnType<(typeof variables)[Name]['read']> };

/** What may stand in a file that `<name>_FILE` names, such as a Docker secret, rather than in the environment. */
export const secretsFromFiles = [
  'MASTER_KEY',
  'MASTER_KEY_PREVIOUS',
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'REDIS_URL',
  'SMTP_URL',
  'HEARTBEAT_URL',
  'TWILIO_AUTH_TOKEN',
  'SMS_WEBHOOK_SECRET',
  'METRICS_TOKEN',
  'ADMIN_PASSWORD',
];

/** Variables of which one is of no use without the others. */
const givenTogether = [
  ['ORGANIZATION_NAME', 'ADMIN_EMAIL', 'ADMIN_PASSWORD'],
  ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'],
  ['SMS_WEBHOOK_URL', 'SMS_WEBHOOK_SECRET'],
];

const mayBeEmpty = new Set(['SMTP_URL']);

/** The settings of this process, read once at start; nothing else reads the environment. */
export class Configuration {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  readonly databaseAllowBypass: boolean;
  readonly databasePool: number;
  readonly redisUrl: string | undefined;
  readonly masterKey: string | undefined;
  readonly masterKeyPrevious: string | undefined;
  readonly roles: ReadonlySet<'api' | 'worker'>;
  readonly heartbeat: string | undefined;
  readonly heartbeatUrl: string | undefined;
  readonly metricsToken: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Account that sends text messages, if any. */
  readonly twilio: { accountSid: string; authToken: string; from: string; apiUrl: string | undefined } | undefined;
  /** Gateway that they are posted to in its place. */
  readonly smsGateway: { url: string; secret: string } | undefined;
  readonly requireSecondFactor: boolean;
  readonly organizationName: string | undefined;
  readonly adminEmail: string | undefined;
  readonly adminPassword: string | undefined;
  readonly trustProxy: boolean;
  readonly requestsPerMinute: number;
  /** Largest document that is taken. */
  readonly documentLimitBytes: number;
  readonly logLevel: string;
  readonly demo: boolean;
  private readonly givenPublicUrl: string | undefined;

  private constructor(values: Values) {
    this.port = values.PORT;
    this.host = values.HOST;
    this.dataDir = resolve(values.DATA_DIR);
    this.databaseUrl = values.DATABASE_URL;
    this.databaseOwnerUrl = values.DATABASE_OWNER_URL;
    this.databaseAllowBypass = values.DATABASE_ALLOW_BYPASS;
    this.databasePool = values.DATABASE_POOL;
    this.redisUrl = values.REDIS_URL;
    this.masterKey = values.MASTER_KEY;
    this.masterKeyPrevious = values.MASTER_KEY_PREVIOUS;
    this.roles = values.ROLES;
    this.heartbeat = values.HEARTBEAT;
    this.heartbeatUrl = values.HEARTBEAT_URL;
    this.metricsToken = values.METRICS_TOKEN;
    this.smtpUrl = values.SMTP_URL;
    this.mailFrom = values.MAIL_FROM;
    const [accountSid, authToken, from] = [values.TWILIO_ACCOUNT_SID, values.TWILIO_AUTH_TOKEN, values.TWILIO_FROM];
    this.twilio =
      accountSid && authToken && from ? { accountSid, authToken, from, apiUrl: values.TWILIO_API_URL } : undefined;
    const [url, secret] = [values.SMS_WEBHOOK_URL, values.SMS_WEBHOOK_SECRET];
    this.smsGateway = url && secret ? { url, secret } : undefined;
    this.requireSecondFactor = values.REQUIRE_SECOND_FACTOR;
    this.organizationName = values.ORGANIZATION_NAME;
    this.adminEmail = values.ADMIN_EMAIL;
    this.adminPassword = values.ADMIN_PASSWORD;
    this.trustProxy = values.TRUST_PROXY;
    this.requestsPerMinute = values.REQUESTS_PER_MINUTE;
    this.documentLimitBytes = values.DOCUMENT_LIMIT_MB * 1_048_576;
    this.logLevel = values.LOG_LEVEL;
    this.demo = values.DEMO;
    this.givenPublicUrl = values.PUBLIC_URL;
  }

  /** Address that people open, without a slash at the end. */
  get publicUrl(): string {
    const host = this.host === '0.0.0.0' || this.host === '::' ? 'localhost' : this.host;
    return (this.givenPublicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${this.port}`).replace(/\/$/, '');
  }

  /** Cookies go without Secure only over plain http to this very machine. */
  get secureCookies(): boolean {
    const { protocol, hostname } = new URL(this.publicUrl);
    return protocol === 'https:' || !['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  }

  /** @throws StartupError naming every variable that is wrong, never its value. */
  static read(environment: NodeJS.ProcessEnv): Configuration {
    const texts = { ...environment };
    const wrong: string[] = [];
    for (const name of secretsFromFiles) {
      const file = environment[`${name}_FILE`];
      if (!file) continue;
      if (environment[name]) wrong.push(`${name} and ${name}_FILE must not both be given`);
      try {
        texts[name] = readFileSync(file, 'utf8').trim();
        // Taken for "not given", it would quietly mean something else: a new master key, the embedded database.
        if (texts[name] === '' && !mayBeEmpty.has(name)) wrong.push(`${name}_FILE names an empty file`);
      } catch {
        wrong.push(`${name}_FILE names a file that cannot be read`);
      }
    }
    const values: Record<string, unknown> = {};
    for (const [name, variable] of Object.entries(variables) as [string, Variable<unknown>][]) {
      try {
        values[name] = variable.read(texts[name]);
      } catch (error) {
        wrong.push(`${name} ${(error as Error).message}`);
      }
    }
    for (const group of givenTogether) {
      const given = group.filter((name) => values[name] !== undefined);
      if (given.length > 0 && given.length < group.length)
        wrong.push(`${group.slice(0, -1).join(', ')} and ${group.at(-1)} must be given together`);
    }
    if (values.TWILIO_ACCOUNT_SID !== undefined && values.SMS_WEBHOOK_URL !== undefined) {
      wrong.push('TWILIO_ACCOUNT_SID and SMS_WEBHOOK_URL must not both be given: text messages go one way');
    }
    if (values.MASTER_KEY_PREVIOUS !== undefined && values.MASTER_KEY === undefined) {
      wrong.push('MASTER_KEY_PREVIOUS is only for use beside MASTER_KEY, which holds the new key');
    }
    if (typeof values.ADMIN_PASSWORD === 'string' && values.ADMIN_PASSWORD.length < 8) {
      wrong.push('ADMIN_PASSWORD must have 8 characters or more');
    }
    if (typeof values.ADMIN_EMAIL === 'string' && !/^[^\s@]+@[^\s@]+$/.test(values.ADMIN_EMAIL)) {
      wrong.push('ADMIN_EMAIL must be an e-mail address');
    }
    if (wrong.length > 0)
      throw new StartupError(`The environment needs attention: ${wrong.join('; ')}. See the table in README.md.`);
    return new Configuration(values as Values);
  }
}
