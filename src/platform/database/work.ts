import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { newId } from './ids.js';
import type { OrganizationKeys } from '../crypto/key-ring.js';
import { Problem } from '../http/problem.js';
import { dateIn } from '../http/values.js';
import type { CommitListener } from './committed.js';
import type { DomainEvent, DomainEvents } from './domain-events.js';
import { changeStatement, insertStatement, type Statement } from './statements.js';
import type { Transaction } from './transaction.js';

/** Who acts. `userId` is {@link systemActor} for jobs and for what the system does by itself. */
export interface Actor {
  userId: string;
  role: string;
  permissions: ReadonlySet<string>;
  sessionId?: string;
}

export const systemUserId = '00000000-0000-7000-8000-000000000000';

/** Each event of the audit with the details that its lines may carry; the audit declares them in `src/audit/events.ts`. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled in there, since the platform knows no feature
export interface AuditEvents {}

export type AuditEventName = keyof AuditEvents;

/** One line of the audit: who did what to which record. Never the content. */
export interface AuditLine<E extends AuditEventName = AuditEventName> {
  event: E;
  subjectType?: string;
  subjectId?: string | undefined;
  clientId?: string | undefined;
  /** Counts, names of changed fields, ids; never a value of a field. */
  details?: AuditEvents[E] | undefined;
}

export interface WorkContext {
  organizationId: string;
  actor: Actor;
  now: Date;
  /** The organisation's, where it is known already. */
  zone?: string;
  requestId?: string;
  /** Address of the caller, kept in the audit. */
  origin?: string | undefined;
}

export interface WorkPorts {
  events: DomainEvents;
  /** The one statement that writes these lines. */
  auditOf(work: Work, lines: AuditLine[]): Statement;
  loadKeys(work: Work, sealed: string[]): Promise<OrganizationKeys>;
  loadZone(work: Work): Promise<string>;
  committed: CommitListener;
}

type Row = Record<string, unknown>;

/**
 * The unit of work: one transaction with the organisation and the actor set in PostgreSQL, so that row-level security
 * applies to every statement in it. Services take it as their first argument and so compose in one transaction; audit
 * lines and domain events belong to it and are as atomic as the records.
 */
export class Work {
  readonly organizationId: string;
  readonly actor: Actor;
  /** The instant at which this work happens, one for all of it. */
  readonly now: Date;
  readonly requestId: string | undefined;
  readonly origin: string | undefined;
  private readonly auditLines: AuditLine[] = [];
  private readonly lastingLines: AuditLine[] = [];
  private readonly beforeCommits = new Map<string, (work: Work) => Promise<void>>();
  private readonly afterCommits: (() => Promise<void> | void)[] = [];
  private keys: OrganizationKeys | undefined;
  private knownZone: string | undefined;
  private discarded = false;

  constructor(
    private readonly transaction: Transaction,
    private readonly ports: WorkPorts,
    context: WorkContext,
  ) {
    this.organizationId = context.organizationId;
    this.actor = context.actor;
    this.now = context.now;
    this.knownZone = context.zone;
    this.requestId = context.requestId;
    this.origin = context.origin;
  }

  /** TypeORM's manager inside this transaction, for simple reads through repositories. */
  get manager(): EntityManager {
    return this.transaction.manager;
  }

  newId(): string {
    return newId(this.now);
  }

  /** One parametrised statement; hot reads live as such in `*.queries.ts`. */
  async sql<T extends object = Row>(text: string, parameters: unknown[] = []): Promise<T[]> {
    return (await this.transaction.query<T>(text, parameters)).rows;
  }

  /** Rows that an UPDATE or DELETE touched. */
  async execute(text: string, parameters: unknown[] = []): Promise<number> {
    return (await this.transaction.query(text, parameters)).rowCount ?? 0;
  }

  /**
   * Writes without waiting for the answer; when PostgreSQL refuses it, whatever this work asks next throws the error, or
   * else its commit. For what cannot fail where the code is right.
   */
  write(statement: Statement): void {
    this.transaction.write(statement);
  }

  /**
   * Inserts rows of one entity in one statement, with id, organisation, version 1, times and actor filled in. Does not
   * wait for the answer, as {@link write}.
   * @returns the rows as stored
   */
  insert<E extends ObjectLiteral>(entity: EntityTarget<E>, rows: Partial<E>[]): Promise<E[]> {
    if (rows.length === 0) return Promise.resolve([]);
    const stamped = rows.map((row) => ({
      id: this.newId(),
      organizationId: this.organizationId,
      version: 1,
      createdAt: this.now,
      createdBy: this.actor.userId,
      updatedAt: this.now,
      updatedBy: this.actor.userId,
      ...row,
    }));
    const { complete, ...statement } = insertStatement(this.manager.connection.getMetadata(entity), stamped);
    this.write(statement);
    return Promise.resolve(complete as unknown as E[]);
  }

  /**
   * Changes one row if it still has the expected version, and raises the version.
   * @throws Problem 412 when somebody else changed it meanwhile
   */
  async change<E extends ObjectLiteral & { id: string; version: number }>(
    entity: EntityTarget<E>,
    noun: string,
    row: E,
    expectedVersion: number,
    changes: Partial<E>,
  ): Promise<E> {
    if (row.version !== expectedVersion) throw Problem.stale(noun, row.version);
    const stamped = { ...changes, version: expectedVersion + 1, updatedAt: this.now, updatedBy: this.actor.userId };
    const { text, parameters } = changeStatement(
      this.manager.connection.getMetadata(entity),
      row.id,
      expectedVersion,
      stamped as never,
    );
    if ((await this.execute(text, parameters)) === 0) {
      const [current] = await this.sql<{ version: number }>(
        `SELECT version FROM ${this.manager.connection.getMetadata(entity).tableName} WHERE id = $1`,
        [row.id],
      );
      if (!current) throw Problem.notFound(noun);
      throw Problem.stale(noun, current.version);
    }
    return { ...row, ...stamped };
  }

  /**
   * The organisation's keys, loaded once per process and remembered for a while.
   * @param sealed values that are to be opened with them: keys that were made meanwhile are loaded too
   */
  async organizationKeys(sealed: string[] = []): Promise<OrganizationKeys> {
    if (!this.keys || !sealed.every((value) => this.keys!.canOpen(value)))
      this.keys = await this.ports.loadKeys(this, sealed);
    return this.keys;
  }

  /** The IANA zone by whose wall clock the organisation counts its days. */
  async zone(): Promise<string> {
    return (this.knownZone ??= await this.ports.loadZone(this));
  }

  /** The calendar date on which this work happens, where the organisation works. */
  async today(): Promise<string> {
    return dateIn(await this.zone(), this.now);
  }

  /** Adds a line to the audit; all lines of a work are written in one statement just before commit. */
  audit<E extends AuditEventName>(line: AuditLine<E>): void {
    this.auditLines.push(line);
  }

  /**
   * Adds a line that stays also when this work is undone, by an error or as a dry run: for what somebody was shown, or was
   * refused, all the same.
   */
  auditAnyway<E extends AuditEventName>(line: AuditLine<E>): void {
    this.auditLines.push(line);
    this.lastingLines.push(line);
  }

  /**
   * Writes a line and takes it back: costs the database what a real one costs, for a refusal that concerns nobody yet must
   * take as long as one that does.
   */
  auditInVain<E extends AuditEventName>(line: AuditLine<E>): void {
    this.write({ text: 'SAVEPOINT in_vain', parameters: [] });
    this.write(this.ports.auditOf(this, [line]));
    this.write({ text: 'ROLLBACK TO SAVEPOINT in_vain', parameters: [] });
  }

  /** Hands a domain event to its listeners, inside this transaction; what they throw undoes all. */
  async emit(event: DomainEvent): Promise<void> {
    await this.ports.events.dispatch(this, event);
  }

  /**
   * Runs inside the transaction just before it commits, once for each `key` however often it was asked for, in the order
   * of the keys; what it throws undoes all. For what follows from records that a work may change several times.
   */
  beforeCommit(key: string, callback: (work: Work) => Promise<void>): void {
    this.beforeCommits.set(key, callback);
  }

  /** Does now what waits for the commit, for an answer that tells what follows from the records. */
  async settle(): Promise<void> {
    const waiting = new Map(this.beforeCommits);
    this.beforeCommits.clear();
    // Sorted, so that two works that wait for the same things wait in the same order.
    for (const key of [...waiting.keys()].sort()) await waiting.get(key)!(this);
  }

  /** Runs after a successful commit; failures there are logged and never undo the answer. */
  afterCommit(callback: () => Promise<void> | void): void {
    this.afterCommits.push(callback);
  }

  /** Lets everything be done and checked, then undone: a dry run. Of the audit only {@link auditAnyway} follows. */
  discard(): void {
    this.discarded = true;
  }

  get isDiscarded(): boolean {
    return this.discarded;
  }

  may(permission: string): boolean {
    return this.actor.permissions.has(permission);
  }

  /** What is to be written though all else is undone. */
  remains(): Statement | undefined {
    return this.lastingLines.length > 0 ? this.ports.auditOf(this, this.lastingLines) : undefined;
  }

  /** What remains to be done at the end: the statement that writes the audit, and what waits for the commit. */
  async ending(): Promise<{ audit: Statement | undefined; callbacks: (() => Promise<void> | void)[] }> {
    await this.settle();
    const audit = this.auditLines.length > 0 ? this.ports.auditOf(this, this.auditLines) : undefined;
    const noted = this.auditLines.map(({ event }) => event);
    const tell = () => this.ports.committed(this.organizationId, noted);
    return { audit, callbacks: audit ? [...this.afterCommits, tell] : this.afterCommits };
  }
}
