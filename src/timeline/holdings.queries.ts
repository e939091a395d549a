import type { DataSource, EntityMetadata } from 'typeorm';
import { Client } from '../clients/client.entity.js';
import type { Work } from '../platform/database/work.js';
import { type FieldInfo, fieldsOf } from '../platform/http/field-catalogue.js';

/** A table that holds rows about clients. */
export interface ClientTable {
  table: string;
  /** The column that says whose a row is. */
  clientColumn: string;
  metadata: EntityMetadata;
}

interface Holder extends Omit<ClientTable, 'metadata'> {
  fields: (FieldInfo & { column: string })[];
}

/** Rows of a table, and in how many of them each field is filled in. */
export type Held = Record<string, { rows: number } & Record<string, number>>;

const known = new WeakMap<DataSource, { holders: Holder[]; statement: string }>();

/**
 * Every table with a client in it, found in the entities themselves: a new kind of record is in the report, and goes with
 * a purge, on the day it is added.
 */
export function clientTables(dataSource: DataSource): ClientTable[] {
  return dataSource.entityMetadatas.flatMap((metadata): ClientTable[] => {
    const clientColumn =
      metadata.target === Client ? 'id' : metadata.findColumnWithPropertyName('clientId')?.databaseName;
    return clientColumn ? [{ table: metadata.tableName, clientColumn, metadata }] : [];
  });
}

function holdersIn(dataSource: DataSource): { holders: Holder[]; statement: string } {
  let found = known.get(dataSource);
  if (!found) {
    const holders = clientTables(dataSource).map(({ table, clientColumn, metadata }) => ({
      table,
      clientColumn,
      fields: fieldsIn(metadata),
    }));
    found = { holders, statement: `SELECT ${holders.map(counts).join(',\n')}` };
    known.set(dataSource, found);
  }
  return found;
}

function fieldsIn(metadata: EntityMetadata): Holder['fields'] {
  const catalogued =
    typeof metadata.target === 'function'
      ? fieldsOf(metadata.target as { prototype: object })
      : new Map<string, FieldInfo>();
  return [...catalogued.values()].flatMap((info) => {
    const column = metadata.findColumnWithPropertyName(info.name);
    return column ? [{ ...info, column: column.databaseName }] : [];
  });
}

function counts({ table, fields, clientColumn }: Holder): string {
  const filled = fields.map(({ name, column, kind, sealed }) =>
    // An empty list of references says nothing, unlike an empty list of choices: "none of these".
    kind === 'references' && !sealed
      ? `count(*) FILTER (WHERE cardinality(t."${column}") > 0) AS "${name}"`
      : `count(t."${column}") AS "${name}"`,
  );
  return `(SELECT row_to_json(x) FROM (SELECT ${['count(*) AS "rows"', ...filled].join(', ')} FROM "${table}" t
    WHERE t.organization_id = $1 AND t."${clientColumn}" = $2) x) AS "${table}"`;
}

/** What there is about a client: one statement over every table, counts only. */
export async function heldAbout(work: Work, clientId: string): Promise<{ holders: Holder[]; held: Held }> {
  const { holders, statement } = holdersIn(work.manager.connection);
  const [held] = await work.sql<Held>(statement, [work.organizationId, clientId]);
  return { holders, held: held! };
}
