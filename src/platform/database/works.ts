import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock.js';
import type { OrganizationKeys } from '../crypto/key-ring.js';
import type { CommitListener } from './committed.js';
import { DomainEvents } from './domain-events.js';
import type { Statement } from './statements.js';
import { Transaction } from './transaction.js';
import { type AuditLine, systemUserId, Work, type WorkContext, type WorkPorts } from './work.js';

/** What a transaction needs that platform cannot know; the audit and organisations features plug in here. */
export interface Plugs {
  auditOf(work: Work, lines: AuditLine[]): Statement;
  loadKeys(work: Work, sealed: string[]): Promise<OrganizationKeys>;
  loadZone(work: Work): Promise<string>;
}

/** An open transaction, before anybody is known in it. */
export class Opening {
  work: Work | undefined;

  constructor(
    private readonly transaction: Transaction,
    private readonly works: Works,
  ) {}

  async sql<T extends object>(text: string, parameters: unknown[]): Promise<T[]> {
    return (await this.transaction.query<T>(text, parameters)).rows;
  }

  /** Begins the work proper. `announced` says that the organisation is already set in PostgreSQL. */
  async begin(context: WorkContext, announced = false): Promise<Work> {
    if (!announced) await this.announce(context.organizationId, context.actor.userId);
    this.work = new Work(this.transaction, this.works.ports, context);
    return this.work;
  }

  /** Writes the audit, commits, then runs what waits for the commit. Once it has ended, nothing happens. */
  async commit(): Promise<void> {
    if (this.transaction.hasEnded) return;
    if (this.work?.isDiscarded) {
      await this.rollback();
      return this.transaction.throwRefusal();
    }
    try {
      const ending = await this.work?.ending();
      await this.transaction.commit(ending?.audit);
      await this.works.runAfterCommit(ending?.callbacks ?? []);
    } catch (error) {
      await this.rollback();
      throw error;
    }
  }

  /** Undoes everything but the lines of the audit that stay all the same; never throws. */
  async rollback(): Promise<void> {
    if (this.transaction.hasEnded) return;
    const remains = this.work?.remains();
    if (!this.work || !remains) return this.transaction.rollback();
    const { organizationId, actor } = this.work;
    try {
      await this.transaction.replace([announcement(organizationId, actor.userId), remains]);
    } catch (error) {
      this.works.unnoted(error);
    }
  }

  private async announce(organizationId: string, userId: string): Promise<void> {
    const { text, parameters } = announcement(organizationId, userId);
    await this.sql(text, parameters);
  }
}

const announcement = (organizationId: string, userId: string): Statement => ({
  text: `SELECT set_config('app.organization_id', $1, true), set_config('app.user_id', $2, true)`,
  parameters: [organizationId, userId],
});

/** Opens units of work: for requests (through the guard and the interceptor) and for jobs (through {@link run}). */
@Injectable()
export class Works {
  private readonly logger = new Logger('work');
  private plugs: Plugs | undefined;
  private committed: CommitListener = () => undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  plug(plugs: Plugs): void {
    this.plugs = plugs;
  }

  /** Who hears of what was committed; one does. */
  onCommitted(listener: CommitListener): void {
    this.committed = listener;
  }

  get ports(): WorkPorts {
    if (!this.plugs) throw new Error('Works: nothing is plugged in; the organizations module must come first.');
    return { events: this.events, ...this.plugs, committed: this.committed };
  }

  /** Takes a connection for a transaction in which no organisation is set: no row is visible yet. */
  async open(): Promise<Opening> {
    return new Opening(await Transaction.open(this.dataSource), this);
  }

  /** Does something as the system in one organisation, in one transaction; used by jobs and commands. */
  async run<T>(
    organizationId: string,
    action: (work: Work) => Promise<T>,
    context: Partial<Omit<WorkContext, 'organizationId'>> = {},
  ): Promise<T> {
    const opening = await this.open();
    try {
      const work = await opening.begin({
        organizationId,
        actor: { userId: systemUserId, role: 'system', permissions: new Set() },
        now: this.clock.now(),
        ...context,
      });
      const result = await action(work);
      await opening.commit();
      return result;
    } catch (error) {
      await opening.rollback();
      throw error;
    }
  }

  /** Ids of all organisations of this server; the only thing that can be asked without belonging to one. */
  async organizationIds(): Promise<string[]> {
    const rows = (await this.dataSource.query('SELECT id FROM organization_ids()')) as { id: string }[];
    return rows.map((row) => row.id);
  }

  /** The answer is a refusal anyhow; that it could not be noted is for whoever watches the log. */
  unnoted(error: unknown): void {
    this.logger.error(`refusal not noted: ${(error as Error).name}`);
  }

  async runAfterCommit(callbacks: (() => Promise<void> | void)[]): Promise<void> {
    for (const callback of callbacks) {
      try {
        await callback();
      } catch (error) {
        // Whatever waits for a commit is repeated by a sweep; the answer stands.
        this.logger.warn(`after commit: ${(error as Error).name}`);
      }
    }
  }
}
