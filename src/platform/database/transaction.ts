import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Statement } from './statements.js';
import type { NamedClient } from './named-client.js';
import type { Answer } from './statement-group.js';

/**
 * One transaction on one connection. Its beginning travels together with its first statement and its end together with
 * its last one: for a request that reads one thing this is three ways to the database and back in place of five. What is
 * only written travels with the next thing that is asked.
 */
export class Transaction {
  private state: 'new' | 'running' | 'ended' = 'new';
  private refusal: Error | undefined;

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
  async query<T extends object>(text: string, parameters: unknown[] = []): Promise<Answer<T>> {
    this.begin();
    try {
      return await this.client.send<T>(text, parameters);
    } catch (error) {
      // Once something was refused, PostgreSQL refuses all that follows.
      throw this.refusal ?? error;
    }
  }

  /**
   * One statement whose answer nobody waits for. When PostgreSQL refuses it, whatever is asked next throws its error, or
   * else the end.
   */
  write({ text, parameters }: Statement): void {
    this.begin();
    this.client.send(text, parameters).catch((error: Error) => (this.refusal ??= error));
  }

  /**
   * Commits, with a last statement on the way; both or neither are done.
   * @throws pg.DatabaseError when that statement, one before it or a deferred constraint refuses; then all is undone
   */
  async commit(last?: Statement): Promise<void> {
    if (this.state === 'new' && last) this.begin();
    if (this.state !== 'running') return this.end();
    try {
      await this.client.together([...(last ? [last] : []), { text: 'COMMIT', parameters: [] }]);
    } catch (error) {
      await this.rollback();
      throw this.refusal ?? error;
    } finally {
      await this.end();
    }
    this.throwRefusal();
  }

  /** Undoes everything; never throws. A transaction that has ended stays as it is. */
  async rollback(): Promise<void> {
    try {
      this.client.flush();
      if (this.state === 'running') await this.client.send('ROLLBACK', []);
    } catch {
      // The connection is gone, and with it the transaction.
    } finally {
      await this.end();
    }
  }

  /** For a transaction that was undone on purpose. @throws pg.DatabaseError when something in it was refused */
  throwRefusal(): void {
    if (this.refusal) throw this.refusal;
  }

  /** Undoes everything and commits `instead` alone, on the same connection. @throws Error when that is refused */
  async replace(instead: Statement[]): Promise<void> {
    if (this.state !== 'running') return this.end();
    const plain = (text: string): Statement => ({ text, parameters: [] });
    this.client.flush();
    try {
      await this.client.together([plain('ROLLBACK'), plain('START TRANSACTION'), ...instead, plain('COMMIT')]);
    } catch (error) {
      await this.rollback();
      throw error;
    } finally {
      await this.end();
    }
  }

  private begin(): void {
    if (this.state === 'running') return;
    if (this.state === 'ended') throw new Error('The transaction has ended.');
    this.state = 'running';
    // TypeORM begins a transaction around what it saves unless it knows of one.
    Object.assign(this.runner, { isTransactionActive: true });
    this.write({ text: 'START TRANSACTION', parameters: [] });
  }

  private async end(): Promise<void> {
    if (this.state === 'ended') return;
    this.state = 'ended';
    await this.runner.release();
  }
}
