/** One table of the pattern ledger: what its rows are made of. docs/patterns.md says each column in words. */
export interface Ledger<Fact extends string = string> {
  table: string;
  /** Column of the record that a row is about; null once the case file is gone. */
  source: string;
  /** What each column says; the one definition, from which one client's rows and everybody's are made. */
  facts: Record<Fact, string>;
  /**
   * FROM and WHERE of the query whose columns {@link facts} are, with the organisation in $1.
   * @param only the condition that keeps an alias to what belongs to `$2`; empty where all are asked for
   */
  from(only: Only): string;
  /** What comes before that query: `name AS (...)`. */
  with?(only: Only): string;
  /** The id of the record that a row is about. */
  id: string;
  /** By which column `$2` chooses rows of the ledger. */
  by: string;
}

/** `AND <alias>.<column> = $2`, the column being that of the ledger unless named. */
type Only = (alias: string, column?: string) => string;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Makes a ledger what the records say: adds and corrects rows, and removes those that no longer count. Rows whose case
 * file is gone are never touched, rows that are right already are not written again. $1: organisation.
 * @param which with `one`, of the client (or observation) $2 alone
 */
export function ledgerStatement(ledger: Ledger, which: 'one' | 'every'): string {
  const { table, source, facts, id, by } = ledger;
  const only: Only = (alias, column = by) => (which === 'one' ? `AND ${alias}.${column} = $2` : '');
  const columns = Object.keys(facts).map((name) => `"${snake(name)}"`);
  const list = (prefix: string) => columns.map((column) => `${prefix}.${column}`).join(', ');
  const said = Object.entries(facts).map(([name, sql]) => `${sql} AS "${snake(name)}"`);
  return `WITH ${ledger.with ? `${ledger.with(only)}, ` : ''}facts AS MATERIALIZED (
    SELECT $1::uuid AS organization_id, ${id} AS ${source}, ${said.join(',\n      ')}
    ${ledger.from(only)}
  ), gone AS (
    DELETE FROM ${table} p WHERE p.organization_id = $1 AND p.${source} IS NOT NULL ${only('p')}
      AND NOT EXISTS (SELECT 1 FROM facts WHERE facts.${source} = p.${source})
  )
  INSERT INTO ${table} AS p (id, organization_id, ${source}, ${columns.join(', ')})
  SELECT gen_random_uuid(), facts.organization_id, facts.${source}, ${list('facts')} FROM facts
  ON CONFLICT (organization_id, ${source}) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}
  WHERE (${list('p')}) IS DISTINCT FROM (${list('excluded')})`;
}
