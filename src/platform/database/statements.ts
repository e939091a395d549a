import type { EntityMetadata } from 'typeorm';

/** A text with `$1`, `$2` ... and what stands for them. */
export interface Statement {
  text: string;
  parameters: unknown[];
}

type ColumnMetadata = EntityMetadata['columns'][number];

/** As `pg` wants it: JSON columns as text (arrays would become PostgreSQL arrays), everything else as it is. */
const parameter = (column: ColumnMetadata, value: unknown) =>
  value !== null && value !== undefined && (column.type === 'jsonb' || column.type === 'json')
    ? JSON.stringify(value)
    : (value ?? null);

/** What an INSERT into a table says, whatever the rows: made once, since an intake has a dozen of them. */
class Insertion {
  private static readonly known = new WeakMap<EntityMetadata, Insertion>();
  readonly columns: ColumnMetadata[];
  private readonly texts = new Map<number, string>();

  private constructor(private readonly metadata: EntityMetadata) {
    this.columns = metadata.columns.filter((column) => !column.isGenerated && column.isInsert);
  }

  static into(metadata: EntityMetadata): Insertion {
    let insertion = Insertion.known.get(metadata);
    if (!insertion) Insertion.known.set(metadata, (insertion = new Insertion(metadata)));
    return insertion;
  }

  text(rows: number): string {
    const known = this.texts.get(rows);
    if (known !== undefined) return known;
    const width = this.columns.length;
    const tuple = (row: number) => `(${this.columns.map((_, at) => `$${row * width + at + 1}`).join(', ')})`;
    const names = this.columns.map((column) => `"${column.databaseName}"`).join(', ');
    const text = `INSERT INTO "${this.metadata.tableName}" (${names}) VALUES ${Array.from({ length: rows }, (_, row) => tuple(row)).join(', ')}`;
    if (rows <= rowsKept) this.texts.set(rows, text);
    return text;
  }
}

const rowsKept = 100;

/**
 * One INSERT of any number of rows with exactly the entity's columns. Built from TypeORM's metadata without its query
 * builder, whose work per row costs more than PostgreSQL's on the way of an intake.
 * @returns the statement, and the rows completed with defaults as they will be stored
 */
export function insertStatement(
  metadata: EntityMetadata,
  rows: Record<string, unknown>[],
): Statement & { complete: Record<string, unknown>[] } {
  const insertion = Insertion.into(metadata);
  const parameters: unknown[] = [];
  const complete = rows.map((row) => {
    const stored: Record<string, unknown> = {};
    for (const column of insertion.columns) {
      const given = row[column.propertyName];
      const value: unknown = given === undefined ? (column.default ?? null) : given;
      stored[column.propertyName] = value;
      parameters.push(parameter(column, value));
    }
    return stored;
  });
  return { text: insertion.text(rows.length), parameters, complete };
}

/** UPDATE of one row of an expected version. */
export function changeStatement(
  metadata: EntityMetadata,
  id: string,
  version: number,
  changes: Record<string, unknown>,
): Statement {
  const parameters: unknown[] = [id, version];
  const assignments: string[] = [];
  for (const column of metadata.columns) {
    const value = changes[column.propertyName];
    if (value === undefined) continue;
    assignments.push(`"${column.databaseName}" = $${parameters.push(parameter(column, value))}`);
  }
  return {
    text: `UPDATE "${metadata.tableName}" SET ${assignments.join(', ')} WHERE id = $1 AND version = $2`,
    parameters,
  };
}

const listed = new WeakMap<EntityMetadata, Map<string, string>>();

/** `l.received_on AS "receivedOn", ...`: every column of an entity under its property name, for hand-written reads. */
export function columnsOf(metadata: EntityMetadata, alias: string): string {
  const ofEntity = listed.get(metadata) ?? new Map<string, string>();
  listed.set(metadata, ofEntity);
  const known = ofEntity.get(alias);
  if (known !== undefined) return known;
  const text = metadata.columns
    .map((column) => `${alias}."${column.databaseName}" AS "${column.propertyName}"`)
    .join(', ');
  ofEntity.set(alias, text);
  return text;
}
