/** One environment variable: what it is for (README's table is made of these sentences) and how its text is read. */
export interface Variable<T> {
  says: string;
  default: string;
  read(text: string | undefined): T;
}

const problem = (wanted: string) => new Error(wanted);

const optional = (text: string | undefined) => (text === undefined || text.trim() === '' ? undefined : text.trim());

const flag = (fallback: boolean) => (text: string | undefined) => {
  const value = optional(text)?.toLowerCase();
  if (value === undefined) return fallback;
  if (['true', '1', 'yes'].includes(value)) return true;
  if (['false', '0', 'no'].includes(value)) return false;
  throw problem('must be true or false');
};

const whole = (fallback: number, min: number, max: number) => (text: string | undefined) => {
  const value = optional(text);
  if (value === undefined) return fallback;
  if (!/^\d+$/.test(value) || Number(value) < min || Number(value) > max) {
    throw problem(`must be a whole number from ${min} to ${max}`);
  }
  return Number(value);
};

const url = (protocols: string[]) => (text: string | undefined) => {
  const value = optional(text);
  if (value === undefined) return undefined;
  let parsed: URL;
  try {
    parsed = new URL(value);
  } catch {
    throw problem(`must be a URL (${protocols.join(', ')})`);
  }
  if (!protocols.includes(parsed.protocol)) throw problem(`must be a URL that starts with ${protocols.join(' or ')}`);
  return value;
};

const pattern = (wanted: RegExp, says: string) => (text: string | undefined) => {
  const value = optional(text);
  if (value !== undefined && !wanted.test(value)) throw problem(says);
  return value;
};

export const processRoles = ['api', 'worker'] as const;
export type ProcessRole = (typeof processRoles)[number];

/** Every environment variable that is read, in the order of README's table. A name with `_FILE` after it names a file that holds the value. */
export const variables = {
  PORT: { says: 'Port the server listens on.', default: '3000', read: whole(3000, 1, 65535) },
  HOST: {
    says: 'Address the server listens on.',
    default: '127.0.0.1',
    read: (text?: string) => optional(text) ?? '127.0.0.1',
  },
  PUBLIC_URL: {
    says: 'Address that people open, used in links; give it when a TLS proxy stands in front.',
    default: 'http://HOST:PORT',
    read: url(['http:', 'https:']),
  },
  DATA_DIR: {
    says: 'Folder of the embedded database and of the generated master key.',
    default: './data',
    read: (text?: string) => optional(text) ?? './data',
  },
  DATABASE_URL: {
    says: 'PostgreSQL to use in place of the embedded one; a role that is no superuser and does not bypass row-level security.',
    default: '(embedded)',
    read: url(['postgres:', 'postgresql:']),
  },
  DATABASE_OWNER_URL: {
    says: 'Role that owns the tables, used for migrations only; without it the role of DATABASE_URL migrates.',
    default: '(DATABASE_URL)',
    read: url(['postgres:', 'postgresql:']),
  },
  DATABASE_ALLOW_BYPASS: {
    says: 'true lets the server start with a database login that could bypass row-level security.',
    default: 'false',
    read: flag(false),
  },
  DATABASE_POOL: {
    says: 'Connections to the database that this process may hold.',
    default: '10',
    read: whole(10, 2, 200),
  },
  REDIS_URL: {
    says: 'Redis for the queue; without it the queue lives in PostgreSQL.',
    default: '(PostgreSQL)',
    read: url(['redis:', 'rediss:']),
  },
  MASTER_KEY: {
    says: '32 bytes in base64 or hex from which all keys of sealed data are unlocked. Keep a copy away from the database.',
    default: '(made in DATA_DIR)',
    read: optional,
  },
  MASTER_KEY_PREVIOUS: {
    says: 'The former master key, only while it is being changed (docs/keys.md).',
    default: '(none)',
    read: optional,
  },
  ROLES: {
    says: 'What this process does: api, worker, or both.',
    default: 'api,worker',
    read: (text?: string) => {
      const names = (optional(text) ?? 'api,worker').split(',').map((name) => name.trim());
      for (const name of names) {
        if (!(processRoles as readonly string[]).includes(name)) throw problem('must be api, worker or api,worker');
      }
      return new Set(names as ProcessRole[]);
    },
  },
  HEARTBEAT: {
    says: 'File that a worker touches every ten seconds while database and queue answer it, for health checks.',
    default: '(none)',
    read: optional,
  },
  HEARTBEAT_URL: {
    says: 'Address that is asked after every sweep that went well, for a service that tells you when it no longer is.',
    default: '(none)',
    read: url(['http:', 'https:']),
  },
  METRICS_TOKEN: {
    says: 'Token of 16 characters or more with which figures about the service are fetched from /api/metrics; closed without it.',
    default: '(closed)',
    read: (text?: string) => {
      const token = optional(text);
      if (token !== undefined && token.length < 16) throw problem('must have 16 characters or more');
      return token;
    },
  },
  SMTP_URL: {
    says: 'Mail server, smtp://user:password@host:587; without it e-mail is only logged as "would send".',
    default: '(log)',
    read: url(['smtp:', 'smtps:']),
  },
  MAIL_FROM: {
    says: 'Sender of e-mail; choose a neutral name.',
    default: 'no-reply@localhost',
    read: (text?: string) => optional(text) ?? 'no-reply@localhost',
  },
  TWILIO_ACCOUNT_SID: {
    says: 'Account at Twilio that sends text messages; without this and SMS_WEBHOOK_URL they are only logged as "would send".',
    default: '(log)',
    read: pattern(/^AC[0-9a-fA-F]{32}$/, 'must be AC and 32 hexadecimal digits'),
  },
  TWILIO_AUTH_TOKEN: {
    says: 'Its auth token, which also signs what Twilio reports.',
    default: '(none)',
    read: optional,
  },
  TWILIO_FROM: {
    says: 'Number that text messages come from (+17185550100), or the id of a messaging service (MG...).',
    default: '(none)',
    read: pattern(
      /^(\+\d{7,15}|MG[0-9a-fA-F]{32})$/,
      'must be a number such as +17185550100, or the id of a messaging service',
    ),
  },
  TWILIO_API_URL: {
    says: "Address of Twilio's API where it is not the usual one, such as another region's.",
    default: 'https://api.twilio.com',
    read: url(['https:', 'http:']),
  },
  SMS_WEBHOOK_URL: {
    says: 'Gateway of your own that text messages are posted to, signed, in place of Twilio (docs/reminders.md).',
    default: '(none)',
    read: url(['https:', 'http:']),
  },
  SMS_WEBHOOK_SECRET: {
    says: 'Secret, 32 characters or more, that signs what goes to the gateway and what it reports.',
    default: '(none)',
    read: pattern(/^\S{32,}$/, 'must have 32 characters or more, without spaces'),
  },
  REQUIRE_SECOND_FACTOR: {
    says: 'Whether every role that sees case files must enrol a second factor at first sign-in.',
    default: 'true',
    read: flag(true),
  },
  ORGANIZATION_NAME: {
    says: 'Name of the organisation made at the first start.',
    default: '(set-up link)',
    read: optional,
  },
  ADMIN_EMAIL: { says: 'Its administrator.', default: '(set-up link)', read: optional },
  ADMIN_PASSWORD: {
    says: "The administrator's password, 8 characters or more and in no list of common ones; better a sentence.",
    default: '(set-up link)',
    read: optional,
  },
  TRUST_PROXY: {
    says: 'true when a proxy in front sets X-Forwarded-For and X-Forwarded-Proto.',
    default: 'false',
    read: flag(false),
  },
  REQUESTS_PER_MINUTE: {
    says: 'Requests a minute of one account from elsewhere than this machine (five times that of one address); 0: no limit.',
    default: '1200',
    read: whole(1200, 0, 1_000_000),
  },
  DOCUMENT_LIMIT_MB: {
    says: 'Largest document that is taken, in MB (1 to 50).',
    default: '20',
    read: whole(20, 1, 50),
  },
  LOG_LEVEL: {
    says: 'debug, info, warn or error.',
    default: 'info',
    read: (text?: string) => {
      const level = optional(text) ?? 'info';
      if (!['debug', 'info', 'warn', 'error', 'silent'].includes(level))
        throw problem('must be debug, info, warn or error');
      return level;
    },
  },
  DEMO: {
    says: 'true loads invented demonstration data and prints its sign-ins; refuses a database with other data.',
    default: 'false',
    read: flag(false),
  },
} satisfies Record<string, Variable<unknown>>;
