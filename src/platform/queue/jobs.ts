import { Injectable, Logger } from '@nestjs/common';
import type { Job, Queue, Worker } from 'bullmq';
import type { QueueBackend } from './backend.js';
import type { JobName, JobTypes } from './job-types.js';

type Handler = (data: never) => Promise<void>;

const queueName = 'jobs';
/** How often a worker looks whether what runs regularly is still set up. */
const watchMs = 20_000;

export interface NewJob<N extends JobName> {
  name: N;
  data: JobTypes[N];
  /** A job with an id that waits already is not added again. No colon in it. */
  id?: string;
  /** Milliseconds until it is due; 0 at once. */
  delay?: number;
}

/**
 * The queue as an alarm clock: what must not be lost is a row in PostgreSQL, and handlers survive running twice. API
 * processes add jobs, worker processes run them.
 */
@Injectable()
export class Jobs {
  private readonly logger = new Logger('jobs');
  private readonly handlers = new Map<JobName, Handler>();
  private readonly schedules: { name: JobName; everyMs: number }[] = [];
  private queue: Queue | undefined;
  private worker: Worker | undefined;
  private watch: NodeJS.Timeout | undefined;

  constructor(private readonly backend: QueueBackend) {}

  get backendKind(): QueueBackend['kind'] {
    return this.backend.kind;
  }

  /** Says who handles a kind of job. @throws when somebody else does already: the process must not start so */
  handle<N extends JobName>(name: N, handler: (data: JobTypes[N]) => Promise<void>): void {
    if (this.handlers.has(name)) throw new Error(`Two handlers for the job ${name}.`);
    this.handlers.set(name, handler as Handler);
  }

  /** Has a job without data run regularly, by one worker at a time, however many there are. */
  every(name: JobName, everyMs: number): void {
    this.schedules.push({ name, everyMs });
  }

  async add<N extends JobName>(...jobs: NewJob<N>[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.opened().addBulk(
      jobs.map(({ name, data, id, delay }) => ({
        name,
        data,
        opts: {
          ...(id ? { jobId: id } : {}),
          delay: Math.max(0, delay ?? 0),
          attempts: 5,
          backoff: { type: 'exponential', delay: 2000, jitter: 0.5 },
          // Kept jobs would block their ids, and on PostgreSQL a count here deadlocks.
          removeOnComplete: true,
          removeOnFail: true,
        },
      })),
    );
  }

  async remove(id: string): Promise<void> {
    await this.opened().remove(id);
  }

  /** Starts working jobs off; called in worker processes once every module has registered its handlers. */
  async work(concurrency = 10): Promise<void> {
    for (const { name } of this.schedules)
      if (!this.handlers.has(name)) throw new Error(`Nobody handles the job ${name}.`);
    await this.schedule();
    this.watch = setInterval(() => void this.schedule().catch(() => undefined), watchMs).unref();
    this.worker = this.backend.worker(queueName, (name, data) => this.run(name as JobName, data), concurrency);
    this.worker.on('error', (error: Error) => this.logger.warn(`worker: ${error.name}`));
    this.worker.on('failed', (job: Job | undefined, error: Error) => {
      this.logger.warn({ job: job?.name, attempt: job?.attemptsMade, kind: error.name });
    });
  }

  /**
   * Sets up what runs regularly, where it is not: an emptied queue has forgotten that as well. What is there is left as it
   * is, since setting it up again would begin its minute anew.
   */
  private async schedule(): Promise<void> {
    const queue = this.opened();
    for (const { name, everyMs } of this.schedules) {
      const known = await queue.getJobScheduler(name);
      if (known?.every === everyMs && known.next !== undefined && known.next > Date.now() - 2 * everyMs) continue;
      await queue.upsertJobScheduler(
        name,
        { every: everyMs },
        { name, data: {}, opts: { removeOnComplete: true, removeOnFail: true } },
      );
    }
  }

  private async run(name: JobName, data: unknown): Promise<void> {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`Nobody handles the job ${name}.`);
    await handler(data as never);
  }

  /** How many jobs wait, run and failed, by the queue's names for it. */
  async counts(): Promise<Record<string, number>> {
    return this.opened().getJobCounts('waiting', 'active', 'delayed', 'failed');
  }

  async ping(): Promise<void> {
    await this.backend.ping();
  }

  /** Takes no further job and lets those that run finish. */
  async stopWorking(): Promise<void> {
    clearInterval(this.watch);
    await this.worker?.close();
  }

  async close(): Promise<void> {
    await this.queue?.close();
    await this.backend.close();
  }

  private opened(): Queue {
    if (!this.queue) {
      this.queue = this.backend.queue(queueName);
      this.queue.on('error', (error: Error) => this.logger.warn(`queue: ${error.name}`));
    }
    return this.queue;
  }
}
