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

/**
 * One INSERT of any number of rows with exactly the entity's columns. Built from TypeORM's metadata without its query
 * builder, whose work per row costs more than PostgreSQL's on the way of an intake.
 * @returns the statement, and the rows completed with defaults as they will be stored
 */
export function insertStatement(
  metadata: EntityMetadata,
  rows: Record<string, unknown>[],
): Statement & { complete: Record<string, unknown>[] } {
  const parameters: unknown[] = [];
  const columns = metadata.columns.filter((column) => !column.isGenerated && column.isInsert);
  const tuples: string[] = [];
  const complete: Record<string, unknown>[] = [];
  for (const row of rows) {
    const values = columns.map((column) => {
      const value = row[column.propertyName];
      return value === undefined ? (column.default ?? null) : value;
    });
    complete.push(Object.fromEntries(columns.map((column, at) => [column.propertyName, values[at]])));
    tuples.push(`(${columns.map((column, at) => `$${parameters.push(parameter(column, values[at]))}`).join(', ')})`);
  }
  const names = columns.map((column) => `"${column.databaseName}"`).join(', ');
  return { text: `INSERT INTO "${metadata.tableName}" (${names}) VALUES ${tuples.join(', ')}`, parameters, complete };
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
