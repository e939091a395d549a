import { createHash } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import pg from 'pg';
import type { Statement } from './statements.js';

// Calendar dates stay `YYYY-MM-DD` text and counts become numbers, on every connection of the process.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export interface SentStatement {
  text: string | undefined;
  values: unknown[];
}

/** Publishes each {@link SentStatement}; tests count statements per route by it, the benchmark repeats them. */
export const statements = channel('letterbox:statement');

const names = new Map<string, string>();
const namesKept = 2000;

function nameOf(text: string): string | undefined {
  let name = names.get(text);
  if (!name && names.size < namesKept) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
    names.set(text, name);
  }
  return name;
}

/**
 * A `pg` client that names each parametrised statement by the hash of its text, so that PostgreSQL parses and plans it
 * once per connection. On hot reads that is worth a factor of 1.7 to 2.7. Statements do not wait for the answers to
 * those before them, and those of one moment travel in one write to the socket.
 */
export class NamedClient extends pg.Client {
  private isGathering = false;

  constructor(config?: pg.ClientConfig) {
    super({ ...config, pipeline: true } as pg.ClientConfig);
  }

  override query(...args: unknown[]): never {
    const [first, second] = args;
    this.gather();
    if (statements.hasSubscribers) {
      const text = typeof first === 'string' ? first : (first as { text?: string })?.text;
      statements.publish({ text, values: Array.isArray(second) ? second : [] } satisfies SentStatement);
    }
    if (typeof first === 'string' && Array.isArray(second) && second.length > 0) {
      const name = nameOf(first);
      if (name) return super.query({ text: first, values: second, name } as never, ...(args.slice(2) as [])) as never;
    }
    return super.query(...(args as [never])) as never;
  }

  /** One statement and its answer. @throws pg.DatabaseError */
  send<T extends object>(text: string, values: unknown[]): Promise<pg.QueryResult<T>> {
    return this.query(text, values) as Promise<pg.QueryResult<T>>;
  }

  /** Holds what is sent back until all code that need not wait for an answer has run. */
  private gather(): void {
    if (this.isGathering) return;
    const { stream } = (this as unknown as { connection: { stream: Socket } }).connection;
    this.isGathering = true;
    stream.cork();
    process.nextTick(() => {
      this.isGathering = false;
      stream.uncork();
    });
  }

  /**
   * Several statements.
   * @returns their answers
   * @throws pg.DatabaseError of the first that was refused, after all were answered
   */
  async together(wanted: Statement[]): Promise<pg.QueryResult[]> {
    const answers = await Promise.allSettled(wanted.map(({ text, parameters }) => this.send(text, parameters)));
    return answers.map((answer) => {
      if (answer.status === 'rejected') throw answer.reason;
      return answer.value;
    });
  }
}
