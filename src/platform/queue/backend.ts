import { type ConnectionOptions, createPostgresBackend, Queue, runMigrations, type QueueOptions, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { applicationRole } from '../database/application-role.js';
import { StartupError } from '../startup-error.js';

/** Schema of the queue's tables when it lives in PostgreSQL (BullMQ's own default). */
export const queueSchema = 'bullmq';

/** Where jobs are kept: Redis, or a schema of the same PostgreSQL. The same code runs on both. */
export interface QueueBackend {
  kind: 'redis' | 'postgres';
  queue(name: string): Queue;
  worker(name: string, handler: (name: string, data: unknown) => Promise<void>, concurrency: number): Worker;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export function redisBackend(url: string, prefix = 'letterbox'): QueueBackend {
  const connection = new Redis(url, { maxRetriesPerRequest: null, enableOfflineQueue: true, connectTimeout: 5000 });
  // Reconnecting is ioredis's work; without a listener its errors would end the process.
  connection.on('error', () => undefined);
  const options = { connection: connection as unknown as ConnectionOptions, prefix };
  return {
    kind: 'redis',
    queue: (name) => new Queue(name, options),
    worker: (name, handler, concurrency) =>
      new Worker(name, (job) => handler(job.name, job.data), { ...options, concurrency }),
    ping: async () => {
      await connection.ping();
    },
    close: async () => {
      connection.disconnect();
      await Promise.resolve();
    },
  };
}

export function postgresBackend(url: string): QueueBackend {
  // A pool of ours, as BullMQ can only `require` pg; it needs one connection to listen besides those that work.
  const pool = new pg.Pool({
    connectionString: url,
    max: 5,
    keepAlive: true,
    application_name: 'letterbox queue',
    options: `-c role=${applicationRole} -c search_path=${queueSchema}`,
  });
  pool.on('error', () => undefined);
  const options = { connection: pool as unknown as ConnectionOptions } satisfies QueueOptions;
  return {
    kind: 'postgres',
    queue: (name) => new Queue(name, options, createPostgresBackend as never),
    worker: (name, handler, concurrency) =>
      new Worker(
        name,
        (job) => handler(job.name, job.data),
        { ...options, concurrency },
        createPostgresBackend as never,
      ),
    ping: async () => {
      await pool.query('SELECT 1');
    },
    close: () => pool.end(),
  };
}

/** Makes or updates the queue's schema as the owner, and lets the application role use it. */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1, options: `-c search_path=${queueSchema}` });
  try {
    const client = await pool.connect();
    try {
      // Grants by two processes at the same moment would fail; the lock ends with the connection.
      await client.query('SELECT pg_advisory_lock(1112493645)');
      await runMigrations(client as never, queueSchema);
      // BullMQ makes a sequence for each queue at its first job, so the application may create in this schema alone.
      await client.query(`
        GRANT USAGE, CREATE ON SCHEMA ${queueSchema} TO ${applicationRole};
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${queueSchema} TO ${applicationRole};
        GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${queueSchema} TO ${applicationRole}`);
      // Only the owner's own: those of the queues belong to the application, and nobody else may grant them.
      await client.query(`
        DO $$ DECLARE name text; BEGIN
          FOR name IN SELECT sequencename FROM pg_sequences WHERE schemaname = '${queueSchema}' AND sequenceowner = current_user LOOP
            EXECUTE format('GRANT USAGE, SELECT ON SEQUENCE ${queueSchema}.%I TO ${applicationRole}', name);
          END LOOP;
        END $$`);
      // Adding jobs in bulk goes through a temporary table.
      await client.query(`
        DO $$ BEGIN
          IF NOT has_database_privilege('${applicationRole}', current_database(), 'TEMPORARY') THEN
            EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO ${applicationRole}', current_database());
          END IF;
        END $$`);
    } catch (error) {
      if ((error as { code?: string }).code !== '42501') throw error;
      throw new StartupError(
        `The queue's tables belong to another role than the one that starts this process (${(error as Error).message}). ` +
          'Set DATABASE_OWNER_URL to the role that made them, or give REDIS_URL.',
      );
    } finally {
      client.release();
    }
  } finally {
    await pool.end();
  }
}

/** @throws StartupError when Redis does not answer within five seconds, or refuses the password */
export async function refuseAbsentRedis(url: string): Promise<void> {
  const probe = new Redis(url, { lazyConnect: true, connectTimeout: 5000, retryStrategy: () => null });
  probe.on('error', () => undefined);
  const { host } = new URL(url);
  try {
    await probe.connect();
    await probe.ping();
  } catch (error) {
    throw new StartupError(
      /^(NOAUTH|WRONGPASS|ERR invalid password)/.test((error as Error).message)
        ? `Redis at ${host} refuses the user or password in REDIS_URL.`
        : `Redis at ${host} does not answer. Check REDIS_URL and that the server runs, or leave REDIS_URL out.`,
    );
  } finally {
    probe.disconnect();
  }
}
