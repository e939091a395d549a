import type { Type } from '@nestjs/common';
import type { ReferenceNoun } from '../audit/nouns.js';
import type { OrganizationRecord, RecordAnswer } from '../platform/database/records.js';
import { columnsOf } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import { type Page, pageFrom, positionOf, scopeOf } from '../platform/http/paging.js';
import { Problem } from '../platform/http/problem.js';
import type { ReferenceQuery } from './places.dto.js';

export interface ReferenceKind<E> {
  entity: Type<E>;
  noun: ReferenceNoun;
  /** Path of the list, for people whose request names no entry of it. */
  path: string;
  /** Columns that an entry is found by, beside its name. */
  alsoFoundBy: readonly (keyof E & string)[];
}

/**
 * A list that an organisation keeps for all its case files. Nothing in it is about a person, so that reads are not
 * audited; changes are, since figures are grouped by it. Entries are never deleted: records refer to them.
 */
export abstract class ReferenceList<
  E extends OrganizationRecord & { name: string },
  V extends object,
  A extends RecordAnswer,
> {
  protected constructor(protected readonly kind: ReferenceKind<E>) {}

  async create(work: Work, input: V): Promise<A> {
    const [row] = await work.insert(this.kind.entity, [input as unknown as Partial<E>]);
    work.audit({ event: `${this.kind.noun}.created`, subjectType: this.kind.noun, subjectId: row!.id });
    return this.answer(row!);
  }

  async get(work: Work, id: string): Promise<A> {
    return this.answer(await this.one(work, id));
  }

  /** By name; what a query holds beyond {@link ReferenceQuery} are columns that must be equal. */
  async list(work: Work, query: ReferenceQuery): Promise<Page<A>> {
    const { limit, cursor, count, q, ...filters } = query;
    const scope = scopeOf(this.kind.path, query);
    const position = positionOf(scope, cursor);
    const parameters: unknown[] = [work.organizationId];
    const bind = (value: unknown) => `$${parameters.push(value)}`;
    const conditions = ['r.organization_id = $1'];
    for (const word of q?.split(/\s+/).filter(Boolean) ?? []) {
      conditions.push(`strpos(lower(${this.text(work)}), lower(${bind(word)})) > 0`);
    }
    for (const [name, value] of Object.entries(filters)) {
      if (value !== undefined) conditions.push(`r."${this.column(work, name)}" = ${bind(value)}`);
    }
    const table = this.table(work);
    const [counted] = count
      ? await work.sql<{ n: number }>(`SELECT count(*) AS n FROM ${table} r WHERE ${conditions.join(' AND ')}`, [
          ...parameters,
        ])
      : [];
    if (position) conditions.push(`(r.name, r.id) > (${bind(position.after)}, ${bind(position.id)}::uuid)`);
    const rows = await work.sql<E>(
      `SELECT ${this.columns(work)} FROM ${table} r WHERE ${conditions.join(' AND ')} ORDER BY r.name, r.id LIMIT ${bind(limit + 1)}`,
      parameters,
    );
    return pageFrom(
      scope,
      rows,
      limit,
      (row) => row.name,
      (row) => this.answer(row),
      counted?.n,
    );
  }

  async change(work: Work, id: string, version: number, input: Partial<V>): Promise<A> {
    const row = await work.change(
      this.kind.entity,
      this.kind.noun,
      await this.one(work, id),
      version,
      input as unknown as Partial<E>,
    );
    work.audit({
      event: `${this.kind.noun}.changed`,
      subjectType: this.kind.noun,
      subjectId: id,
      details: { fields: Object.keys(input) },
    });
    return this.answer(row);
  }

  /** The entry that a record wants to name. @throws Problem 422 on `field` when the organisation has no such entry */
  async mustExist(work: Work, field: string, id: string): Promise<E> {
    const row = (await this.byIds(work, [id])).get(id);
    if (!row) {
      throw Problem.invalidField(
        field,
        `${this.kind.noun}.unknown`,
        `There is no such ${this.kind.noun} here. Choose from /api/${this.kind.path}.`,
      );
    }
    return row;
  }

  /** Entries by id in one question, for answers that name them; absent ones are left out. */
  async byIds(work: Work, ids: readonly string[]): Promise<Map<string, E>> {
    if (ids.length === 0) return new Map();
    const rows = await work.sql<E>(
      `SELECT ${this.columns(work)} FROM ${this.table(work)} r WHERE r.organization_id = $1 AND r.id = ANY($2)`,
      [work.organizationId, ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async one(work: Work, id: string): Promise<E> {
    const row = (await this.byIds(work, [id])).get(id);
    if (!row) throw Problem.notFound(this.kind.noun);
    return row;
  }

  private answer({ organizationId: _, ...row }: E): A {
    return { ...row, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() } as unknown as A;
  }

  private table(work: Work): string {
    return work.manager.connection.getMetadata(this.kind.entity).tableName;
  }

  private columns(work: Work): string {
    return columnsOf(work.manager.connection.getMetadata(this.kind.entity), 'r');
  }

  /** All that an entry is found by, as one text. */
  private text(work: Work): string {
    const columns = ['name', ...this.kind.alsoFoundBy].map((property) => `r."${this.column(work, property)}"`);
    return `concat_ws(' ', ${columns.join(', ')})`;
  }

  private column(work: Work, property: string): string {
    const column = work.manager.connection.getMetadata(this.kind.entity).findColumnWithPropertyName(property);
    if (!column) throw new Error(`${this.kind.path} has no column for ${property}.`);
    return column.databaseName;
  }
}
