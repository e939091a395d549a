import type { Type } from '@nestjs/common';
import type { RecordNoun } from '../audit/nouns.js';
import type { DomainEvents } from '../platform/database/domain-events.js';
import { columnsOf } from '../platform/database/statements.js';
import { fieldsOf } from '../platform/http/field-catalogue.js';
import type { CaseRecord } from '../platform/database/records.js';
import type { Work } from '../platform/database/work.js';
import { type Page, pageFrom, type PageQuery, positionOf, scopeOf } from '../platform/http/paging.js';
import { type FieldError, Problem } from '../platform/http/problem.js';
import type { CaseFile } from './case-file.js';
import type { CaseFilesService } from './case-files.service.js';
import { ClientsMerged, moveRows } from './clients-merged.js';
import { RecordChanged } from './record-changed.js';

/** What a rule has to say about a record before it is saved. */
export interface Judgement<V> {
  /** The values to save: as given, or completed. */
  values: V;
  /** Improbable but possible; answered beside the record, for a person to confirm. */
  warnings: FieldError[];
}

export interface Kind<E> {
  entity: Type<E>;
  /** Class of the fields that callers may write, from which sealing and instants are known. */
  fields: Type<object>;
  noun: RecordNoun;
}

type Warned<A> = A & { warnings?: FieldError[] };

/**
 * Create, read, list, change and delete of one kind of record in case files. A feature extends it with its rules
 * ({@link judge}) and with what its answers derive ({@link derive}); sealing, versions, audit and events are here.
 */
export abstract class CaseRecords<E extends CaseRecord, V extends object, A extends { id: string }> {
  protected constructor(
    protected readonly files: CaseFilesService,
    protected readonly kind: Kind<E>,
    events: DomainEvents,
  ) {
    events.on(ClientsMerged, (work, merged) => moveRows(work, this.table(work), merged));
  }

  /** The feature's rules. @throws Problem 422 for what is impossible */
  protected abstract judge(work: Work, file: CaseFile, values: V, previous: A | undefined): Promise<Judgement<V>>;

  /** What answers say beyond what is stored. One question for all rows, not one per row. */
  protected derive(_work: Work, _file: CaseFile, answers: A[]): Promise<A[]> {
    return Promise.resolve(answers);
  }

  async create(work: Work, clientId: string, input: V): Promise<Warned<A>> {
    return this.createIn(work, await this.files.writable(work, clientId), input);
  }

  /** {@link create} in a case file that is already at hand. */
  async createIn(work: Work, file: CaseFile, input: V): Promise<Warned<A>> {
    const { values, warnings } = await this.judge(work, file, input, undefined);
    const id = work.newId();
    const stored = file.stored(this.kind.fields, this.table(work), id, values);
    const [row] = await work.insert(this.kind.entity, [{ ...stored, id, clientId: file.id } as unknown as Partial<E>]);
    await this.noted(work, 'created', file, undefined, row!);
    return this.warned(await this.answer(work, file, row!), warnings);
  }

  async get(work: Work, id: string): Promise<A> {
    const { file, row } = await this.find(work, id, 'readable');
    work.audit({ event: `${this.kind.noun}.read`, subjectType: this.kind.noun, subjectId: id, clientId: file.id });
    return this.answer(work, file, row);
  }

  /** What a query holds beyond {@link PageQuery} are columns that must be equal. */
  async list(work: Work, clientId: string, query: PageQuery): Promise<Page<A>> {
    const file = await this.files.readable(work, clientId);
    const scope = scopeOf(`${this.kind.noun}s of ${clientId}`, query);
    const position = positionOf(scope, query.cursor);
    const parameters: unknown[] = [work.organizationId, clientId, query.limit + 1];
    const conditions = this.filters(work, query).map(
      ([column, value]) => `AND r.${column} = $${parameters.push(value)}`,
    );
    if (position) conditions.push(`AND r.id > $${parameters.push(position.id)}`);
    const rows = await work.sql<E>(
      `SELECT ${this.columns(work)} FROM ${this.table(work)} r WHERE r.organization_id = $1 AND r.client_id = $2
       ${conditions.join(' ')} ORDER BY r.id LIMIT $3`,
      parameters,
    );
    const page = pageFrom(
      scope,
      rows,
      query.limit,
      (row) => row.id,
      (row) => row,
    );
    work.audit({
      event: `${this.kind.noun}.listed`,
      subjectType: 'client',
      subjectId: clientId,
      clientId,
      details: { ids: page.items.map((row) => row.id) },
    });
    const items = page.items.map((row) => file.shown<A>(this.kind.fields, this.table(work), row));
    return { ...page, items: await this.derive(work, file, items) };
  }

  async change(work: Work, id: string, version: number, input: Partial<V>): Promise<Warned<A>> {
    const { file, row } = await this.find(work, id, 'writable');
    const previous = await this.answer(work, file, row);
    const { values, warnings } = await this.judge(work, file, { ...previous, ...input } as unknown as V, previous);
    const changes = changed(previous, values, this.kind.fields);
    const stored = file.stored(this.kind.fields, this.table(work), id, changes);
    const after = await work.change(this.kind.entity, this.kind.noun, row, version, stored as Partial<E>);
    await this.noted(work, 'changed', file, row, after, Object.keys(changes));
    return this.warned(await this.answer(work, file, after), warnings);
  }

  async remove(work: Work, id: string): Promise<void> {
    const { file, row } = await this.find(work, id, 'writable');
    if (file.client.legalHold)
      throw Problem.conflict(
        'client.legal_hold',
        'This case file is under a legal hold, so nothing of it is deleted. Ask a supervisor.',
      );
    // What does not open is not deleted unseen.
    file.answered(this.kind.fields, this.table(work), row);
    await this.noted(work, 'deleted', file, row, undefined);
    await work.execute(`DELETE FROM ${this.table(work)} WHERE organization_id = $1 AND id = $2`, [
      work.organizationId,
      id,
    ]);
  }

  /** @throws Problem 422 on `field` unless the record is one of this case file */
  async mustBelong(work: Work, file: CaseFile, field: string, id: string): Promise<A> {
    const row = await this.row(work, id);
    if (row?.clientId !== file.id) {
      throw Problem.invalidField(
        field,
        `${this.kind.noun}.unknown`,
        `This case file has no such ${this.kind.noun.replaceAll('_', ' ')}.`,
      );
    }
    return this.answer(work, file, row);
  }

  /** The row and its case file. @throws Problem 404 */
  protected async find(work: Work, id: string, way: 'readable' | 'writable'): Promise<{ file: CaseFile; row: E }> {
    const row = await this.row(work, id);
    if (!row) throw Problem.notFound(this.kind.noun);
    try {
      return { file: await this.files[way](work, row.clientId), row };
    } catch (error) {
      // A record behind a wall is as absent as its client.
      if (error instanceof Problem && error.status === 404) throw Problem.notFound(this.kind.noun);
      throw error;
    }
  }

  protected async row(work: Work, id: string): Promise<E | undefined> {
    const [row] = await work.sql<E>(
      `SELECT ${this.columns(work)} FROM ${this.table(work)} r WHERE r.organization_id = $1 AND r.id = $2`,
      [work.organizationId, id],
    );
    return row;
  }

  protected async answer(work: Work, file: CaseFile, row: E): Promise<A> {
    const [answer] = await this.answers(work, file, [row]);
    return answer!;
  }

  protected answers(work: Work, file: CaseFile, rows: E[]): Promise<A[]> {
    return this.derive(
      work,
      file,
      rows.map((row) => file.answered<A>(this.kind.fields, this.table(work), row)),
    );
  }

  protected table(work: Work): string {
    return work.manager.connection.getMetadata(this.kind.entity).tableName;
  }

  private filters(work: Work, { limit: _l, cursor: _c, count: _n, ...filters }: PageQuery): [string, unknown][] {
    const metadata = work.manager.connection.getMetadata(this.kind.entity);
    return Object.entries(filters).flatMap(([name, value]): [string, unknown][] =>
      value === undefined ? [] : [[metadata.findColumnWithPropertyName(name)!.databaseName, value]],
    );
  }

  private columns(work: Work): string {
    return columnsOf(work.manager.connection.getMetadata(this.kind.entity), 'r');
  }

  private async noted(
    work: Work,
    what: 'created' | 'changed' | 'deleted',
    file: CaseFile,
    before: E | undefined,
    after: E | undefined,
    fields?: string[],
  ): Promise<void> {
    const id = (after ?? before)!.id;
    work.audit({
      event: `${this.kind.noun}.${what}`,
      subjectType: this.kind.noun,
      subjectId: id,
      clientId: file.id,
      ...(fields ? { details: { fields } } : {}),
    });
    await work.emit(new RecordChanged(this.kind.noun, file, before, after));
  }

  private warned(answer: A, warnings: FieldError[]): Warned<A> {
    return warnings.length > 0 ? { ...answer, warnings } : answer;
  }
}

/** The writable fields of `next` that differ from `previous`. */
function changed<V extends object>(previous: object, next: V, fields: Type<object>): Partial<V> {
  const before = previous as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(next).filter(
      ([name, value]) =>
        fieldsOf(fields).has(name) &&
        value !== undefined &&
        JSON.stringify(value) !== JSON.stringify(before[name] ?? null),
    ),
  ) as Partial<V>;
}
