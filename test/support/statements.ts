import { type SentStatement, statements } from '../../src/platform/database/named-client.js';
import type { Clinic } from './application.js';

/** What tells open pages of changes goes by itself a moment later, for several requests at once, whatever runs then. */
const isOfItself = ({ text }: SentStatement) => text?.includes('pg_notify') ?? false;

/** The statements that `action` sends to PostgreSQL. */
export async function sentDuring(action: () => Promise<unknown>): Promise<SentStatement[]> {
  const seen: SentStatement[] = [];
  const listen = (message: unknown) => {
    if (!isOfItself(message as SentStatement)) seen.push(message as SentStatement);
  };
  statements.subscribe(listen);
  try {
    await action();
  } finally {
    statements.unsubscribe(listen);
  }
  return seen;
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  /** Of each of its loops, as the two counts below. */
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Join Filter'?: number;
  Plans?: PlanNode[];
}

/** What PostgreSQL does for exactly these values. */
async function planOf(clinic: Clinic, options: string, { text, values }: SentStatement): Promise<PlanNode> {
  const [row] = await clinic.inWork((work) =>
    work.sql<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`EXPLAIN (${options}, FORMAT JSON) ${text}`, values),
  );
  return row!['QUERY PLAN'][0]!.Plan;
}

/** How many rows a statement answers, and how many of tables it looks at for that, those that it throws away included. */
export async function rowsVisited(clinic: Clinic, statement: SentStatement) {
  const plan = await planOf(clinic, 'ANALYZE, TIMING OFF', statement);
  let visited = 0;
  const walk = (node: PlanNode): void => {
    const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Join Filter'] ?? 0);
    visited += (removed + (node['Relation Name'] ? node['Actual Rows']! : 0)) * node['Actual Loops']!;
    node.Plans?.forEach(walk);
  };
  walk(plan);
  return { answered: plan['Actual Rows']!, visited };
}

/** Tables that a statement reads from end to end, by PostgreSQL's plan for exactly these values. */
export async function scannedWhole(clinic: Clinic, statement: SentStatement): Promise<string[]> {
  const scanned: string[] = [];
  const walk = (node: PlanNode): void => {
    if (node['Node Type'].includes('Seq Scan') && node['Relation Name']) scanned.push(node['Relation Name']);
    node.Plans?.forEach(walk);
  };
  walk(await planOf(clinic, 'VERBOSE OFF', statement));
  return scanned;
}

/**
 * Copies a whole case file many times, so that tables are large; the copies cannot be opened and sort behind all else.
 * @param first number of the first copy; no two organisations have copies of the same number
 */
export async function manyCopies(clinic: Clinic, clientId: string, count: number, first = 1): Promise<void> {
  const id = (prefix: string, n: string) => `('00000000-0000-7${prefix}-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
  await clinic.inWork(async (work) => {
    // Checks of foreign keys were planned while the tables were small, by reading them whole.
    await work.sql('DISCARD PLANS');
    await work.sql('SET LOCAL enable_seqscan = off');
    const copy = (table: string, overrides: string, where: string) =>
      work.sql(
        `INSERT INTO ${table} SELECT copy.* FROM ${table} r, generate_series(${first}, ${first + count - 1}) n, LATERAL jsonb_populate_record(r, jsonb_build_object(${overrides})) copy WHERE ${where}`,
        [clientId],
      );
    const client = `'client_id', ${id('000', 'n')}`;
    await copy('clients', `'id', ${id('000', 'n')}, 'code', 'ZZ-' || n`, 'r.id = $1');
    await copy('client_keys', `'id', ${id('000', 'n')}, ${client}`, 'r.client_id = $1');
    await copy('arrests', `'id', ${id('000', 'n')}, ${client}`, 'r.client_id = $1');
    await copy(
      'fingerprint_events',
      `'id', ${id('000', 'n')}, 'arrest_id', ${id('000', 'n')}, ${client}`,
      'r.client_id = $1',
    );
    await copy(
      'letters',
      `'id', ${id('000', 'n')}, 'fingerprint_event_id', ${id('000', 'n')}, 'received_on', date '2010-01-01' + n % 2900, ${client}`,
      'r.client_id = $1',
    );
    await copy(
      'appointments',
      `'id', ${id('000', 'n')}, 'letter_id', ${id('000', 'n')}, 'starts_at', timestamptz '2010-01-01' + n % 2900 * interval '1 day', ${client}`,
      'r.client_id = $1',
    );
    await copy(
      'reminders',
      `'id', ${id('000', 'n')}, 'subject_id', ${id('000', 'n')}, 'state', 'superseded', 'due_at', timestamptz '2010-01-01' + n % 2900 * interval '1 day', ${client}`,
      `r.client_id = $1 AND r.subject_type = 'appointment' AND r."offset" = 'P7D'`,
    );
    await work.sql(
      `INSERT INTO search_tokens (organization_id, token, client_id, kind)
       SELECT $1, decode(md5(n::text), 'hex'), ${id('000', 'n')}, 'name' FROM generate_series(${first}, ${first + count - 1}) n`,
      [work.organizationId],
    );
  });
}
