import { beginningOf, place, type Key, seal } from '../platform/crypto/sealing.js';
import type { OrganizationKeys } from '../platform/crypto/key-ring.js';
import type { Work } from '../platform/database/work.js';

/**
 * Values sealed with a key of the organisation itself. All else is sealed with data keys of clients, which are among
 * these. What is missing here is found by {@link stillUsing}, and keeps the old key alive.
 */
export interface KeyUse {
  table: string;
  column: string;
  /** SQL of the row's id as it stands in the seal, of the row of alias `t`. */
  rowId: string;
  /** SQL condition that finds the row of alias `t` again by `n.row_id`. */
  isRow: string;
  /** What a report calls them. */
  noun: string;
}

export const keyUses: KeyUse[] = [
  { table: 'client_keys', column: 'wrapped', rowId: 't.id::text', isRow: 't.id = n.row_id::uuid', noun: 'client keys' },
  {
    table: 'users',
    column: 'totp_secret',
    rowId: 't.id::text',
    isRow: 't.id = n.row_id::uuid',
    noun: 'second factors',
  },
  {
    table: 'users',
    column: 'totp_next_secret',
    rowId: 't.id::text',
    isRow: 't.id = n.row_id::uuid',
    noun: 'second factors being enrolled',
  },
  {
    table: 'idempotency_keys',
    column: 'answer',
    rowId: `t.user_id || '/' || t.key`,
    isRow: `t.user_id = split_part(n.row_id, '/', 1)::uuid AND t.key = substr(n.row_id, 38)`,
    noun: 'kept answers',
  },
  {
    table: 'legal_demands',
    column: 'scope',
    rowId: 't.id::text',
    isRow: 't.id = n.row_id::uuid',
    noun: 'scopes of demands for records',
  },
];

export const batchSize = 500;

/** What became of one batch. */
export interface Batch {
  rewrapped: number;
  /** Rows whose value does not open. They are left as they are. */
  broken: string[];
  /** Whether there are more, among them rows that somebody else is changing. */
  left: boolean;
}

/**
 * Seals the values of one batch of rows again, from the keys `oldIds` to the organisation's newest. Rows that somebody
 * else changes at this moment are left for another batch.
 * @param skip ids of rows that are known not to open
 */
export async function rewrapBatch(
  work: Work,
  use: KeyUse,
  keys: OrganizationKeys,
  oldIds: string[],
  skip: string[],
): Promise<Batch> {
  const old = `FROM ${use.table} t WHERE t.organization_id = $1 AND t.${use.column} LIKE ANY($2) AND ${use.rowId} <> ALL($3)`;
  const parameters = [work.organizationId, oldIds.map((id) => `${beginningOf(id)}%`), skip];
  const rows = await work.sql<{ id: string; value: string }>(
    `SELECT ${use.rowId} AS id, t.${use.column} AS value ${old} LIMIT ${batchSize} FOR UPDATE SKIP LOCKED`,
    parameters,
  );
  const broken: string[] = [];
  const done: { id: string; value: string }[] = [];
  for (const { id, value } of rows) {
    const again = resealed(keys, keys.seal, place(use.table, use.column, id), value);
    if (again === undefined) broken.push(id);
    else done.push({ id, value: again });
  }
  await work.execute(
    `UPDATE ${use.table} t SET ${use.column} = n.value FROM unnest($2::text[], $3::text[]) AS n (row_id, value)
     WHERE t.organization_id = $1 AND ${use.isRow}`,
    [work.organizationId, done.map(({ id }) => id), done.map(({ value }) => value)],
  );
  if (rows.length > 0) return { rewrapped: done.length, broken, left: true };
  const others = await work.sql(`SELECT 1 ${old} LIMIT 1`, parameters);
  return { rewrapped: 0, broken, left: others.length > 0 };
}

function resealed(keys: OrganizationKeys, to: Key, at: string, value: string): string | undefined {
  try {
    return seal(to, at, keys.open(at, value));
  } catch {
    return undefined;
  }
}

/** How many values of each column of the organisation's tables were sealed with one of the keys, by `table.column`. */
export async function stillUsing(work: Work, keyIds: string[]): Promise<Record<string, number>> {
  const columns = await work.sql<{ table: string; columns: string[] }>(
    `SELECT c.table_name AS table, array_agg(c.column_name::text) AS columns
     FROM information_schema.columns c JOIN information_schema.tables b USING (table_schema, table_name)
     WHERE c.table_schema = current_schema() AND b.table_type = 'BASE TABLE'
       AND c.data_type IN ('text', 'character varying', 'jsonb', 'json')
       AND EXISTS (SELECT 1 FROM information_schema.columns o WHERE o.table_schema = c.table_schema
                   AND o.table_name = c.table_name AND o.column_name = 'organization_id')
     GROUP BY 1 ORDER BY 1`,
  );
  const found: Record<string, number> = {};
  for (const { table, columns: names } of columns) {
    const counts = names.map((name) => `count(*) FILTER (WHERE "${name}"::text LIKE ANY($2)) AS "${name}"`);
    const [row] = await work.sql<Record<string, number>>(
      `SELECT ${counts.join(', ')} FROM "${table}" WHERE organization_id = $1`,
      [work.organizationId, keyIds.map((id) => `%${beginningOf(id)}%`)],
    );
    for (const [name, count] of Object.entries(row!)) if (count > 0) found[`${table}.${name}`] = count;
  }
  return found;
}
