import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type pg from 'pg';
import type { Statement } from './statements.js';
import type { NamedClient } from './named-client.js';

/**
 * One transaction on one connection. Its beginning travels together with its first statement and its end together with
 * its last one: for a request that reads one thing this is three ways to the database and back in place of five.
 */
export class Transaction {
  private state: 'new' | 'running' | 'ended' = 'new';

  private constructor(
    private readonly runner: QueryRunner,
    private readonly client: NamedClient,
  ) {}

  /** Takes a connection of the pool. @throws Error when there is none to be had in time */
  static async open(dataSource: DataSource): Promise<Transaction> {
    const runner = dataSource.createQueryRunner();
    return new Transaction(runner, (await runner.connect()) as NamedClient);
  }

  get hasEnded(): boolean {
    return this.state === 'ended';
  }

  /** TypeORM's manager on this connection. It must not begin or end transactions of its own. */
  get manager(): EntityManager {
    if (this.state !== 'running') throw new Error('The transaction has not begun, or has ended.');
    return this.runner.manager;
  }

  /** One statement. @throws pg.DatabaseError as PostgreSQL refused it; only {@link rollback} may follow */
  async query<T extends object>(text: string, parameters: unknown[] = []): Promise<pg.QueryResult<T>> {
    if (this.state === 'running') return this.client.send<T>(text, parameters);
    if (this.state === 'ended') throw new Error('The transaction has ended.');
    this.state = 'running';
    // TypeORM begins a transaction around what it saves unless it knows of one.
    Object.assign(this.runner, { isTransactionActive: true });
    const [, result] = await this.client.together([
      { text: 'START TRANSACTION', parameters: [] },
      { text, parameters },
    ]);
    return result as pg.QueryResult<T>;
  }

  /**
   * Commits, with a last statement on the way; both or neither are done.
   * @throws pg.DatabaseError when that statement or a deferred constraint refuses; then all is undone
   */
  async commit(last?: Statement): Promise<void> {
    if (this.state === 'new' && last) await this.query('SELECT 1');
    if (this.state !== 'running') return this.end();
    try {
      await this.client.together([...(last ? [last] : []), { text: 'COMMIT', parameters: [] }]);
    } finally {
      await this.end();
    }
  }

  /** Undoes everything; never throws. A transaction that has ended stays as it is. */
  async rollback(): Promise<void> {
    try {
      if (this.state === 'running') await this.client.send('ROLLBACK', []);
    } catch {
      // The connection is gone, and with it the transaction.
    } finally {
      await this.end();
    }
  }

  /** Undoes everything and commits `instead` alone, on the same connection. @throws Error when that is refused */
  async replace(instead: Statement[]): Promise<void> {
    if (this.state !== 'running') return this.end();
    const plain = (text: string): Statement => ({ text, parameters: [] });
    try {
      await this.client.together([plain('ROLLBACK'), plain('START TRANSACTION'), ...instead, plain('COMMIT')]);
    } finally {
      await this.end();
    }
  }

  private async end(): Promise<void> {
    if (this.state === 'ended') return;
    this.state = 'ended';
    await this.runner.release();
  }
}
