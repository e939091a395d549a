import type { Work } from '../../platform/database/work.js';
import type { PatternsQuery } from '../patterns.dto.js';
import type { Cell } from '../report.js';
import { total } from '../statistics/quantiles.js';
import { type Asked, type Definition, type Group, isWithin, type Range, type Source, type Sql } from './definition.js';
import {
  appointmentDimensions,
  type Dimension,
  letterDimensions,
  reminderDimensions,
  venueDimensions,
} from './dimensions.js';

interface Table {
  table: string;
  /** The day that `from` and `to` are about. */
  day: string;
  dimensions: Record<string, Dimension>;
  /** Conditions of the filters that apply to it; the value is bound. */
  filters: Partial<Record<FilterName, (value: string) => string>>;
}

export const filterNames = ['county', 'office', 'place', 'chargeLevel', 'evidence', 'pooled'] as const;
export type FilterName = (typeof filterNames)[number];

const equals = (column: string) => (value: string) => `${column} = ${value}`;
const ofPeople = { county: equals('county'), place: equals('place_id'), pooled: () => 'pooled' };

export const tables: Record<Source, Table> = {
  letters: {
    table: 'pattern_letters',
    day: 'received_on',
    dimensions: letterDimensions,
    filters: {
      ...ofPeople,
      office: equals('office_id'),
      chargeLevel: equals('charge_level'),
      evidence: () => `evidence_grade <> 'hearsay'`,
    },
  },
  appointments: {
    table: 'pattern_appointments',
    day: 'starts_on',
    dimensions: appointmentDimensions,
    filters: ofPeople,
  },
  venues: {
    table: 'pattern_venues',
    day: 'observed_on',
    dimensions: venueDimensions,
    filters: { place: ofPeople.place },
  },
  reminders: { table: 'reminders', day: 'due_at', dimensions: reminderDimensions, filters: {} },
};

/** What was asked for and narrows something: county, office, ... */
export const filtersAsked = (query: PatternsQuery): FilterName[] =>
  filterNames.filter((name) => (name === 'evidence' ? query.evidence === 'documented' : Boolean(query[name])));

/**
 * The rows of a source that the filters leave, as a condition. Only what is asked for is in it, so that each shape of a
 * query gets a plan of its own.
 */
export function condition(
  source: Source,
  query: PatternsQuery,
  bind: (value: unknown) => string,
  period = true,
): string {
  const { day, filters } = tables[source];
  const parts = ['organization_id = $1'];
  if (period && query.from) parts.push(`${day} >= ${bind(query.from)}::date`);
  if (period && query.to) parts.push(`${day} < ${bind(query.to)}::date + 1`);
  for (const name of filtersAsked(query)) {
    const narrow = filters[name];
    if (narrow) parts.push(narrow(name === 'evidence' || name === 'pooled' ? '' : bind(query[name])));
  }
  return parts.join(' AND ');
}

export interface Counted {
  groups: (Group & { name: string | null })[];
  whole: Group;
}

/** Counts all that a report needs, in one statement that reads the ledger once. */
export async function counted(
  work: Work,
  definition: Definition,
  asked: Asked,
  dimension: Dimension | undefined,
): Promise<Counted> {
  const parameters: unknown[] = [work.organizationId];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const sql = (expression: Sql) => (typeof expression === 'string' ? expression : expression(asked, bind));
  const { table } = tables[definition.source];
  const where = [condition(definition.source, asked.query, bind, !definition.compares)];
  const { over } = definition;
  const only = definition.where && sql(definition.where);
  if (only && !over) where.push(only);

  const counts = Object.assign({}, ...definition.measures.map((measure) => measure.counts)) as Record<string, Sql>;
  const ranges = Object.assign({}, ...definition.measures.map((measure) => measure.ranges)) as Record<string, Range>;
  const added = Object.assign({}, ...definition.measures.map((measure) => measure.added)) as Record<string, string[]>;
  for (const { name, yes, known } of definition.features ?? []) {
    counts[`${name}:yes`] = yes;
    counts[`${name}:known`] = known;
  }
  // What several figures ask for is counted once.
  const aliases = new Map<Sql, string>();
  for (const [name, yes] of Object.entries(counts)) if (!aliases.has(yes)) aliases.set(yes, name);
  const totals = Object.assign({}, ...definition.measures.map((measure) => measure.totals)) as Record<string, Sql>;
  // Of what was counted already, the counts are added up.
  const [every, most] = over ? ['coalesce(sum(rows)', ', 0)::bigint'] : ['count(*)', ''];
  const cells = [
    ...[...aliases].map(([yes, name]) =>
      yes === 'true' ? `${every}${most} AS "${name}"` : `${every} FILTER (WHERE ${sql(yes)})${most} AS "${name}"`,
    ),
    ...Object.entries(totals).map(([name, of]) => `coalesce(sum(${sql(of)}), 0)::int AS "${name}"`),
  ];
  const keys = {
    ...(dimension ? { key: dimension.column } : {}),
    ...(definition.value ? { value: sql(definition.value) } : {}),
  };
  const named = Object.entries(keys).map(([name, column]) => `${column} AS ${name}`);
  const from = `FROM ${table} WHERE ${where.join(' AND ')}`;
  // The offset keeps the condition where it stands: as one of the index, one process would do all of the reading.
  const grouped = over
    ? `SELECT ${[...Object.keys(keys), ...cells].join(', ')}
       FROM (SELECT ${[...named, ...over].join(', ')}, count(*) AS rows ${from} ${groupBy(named.length + over.length)} OFFSET 0) c
       ${only ? `WHERE ${only}` : ''} ${groupBy(named.length)}`
    : `SELECT ${[...named, ...cells].join(', ')} ${from} ${groupBy(named.length)}`;
  const rows = await work.sql<Row>(dimension?.names ? withNames(grouped, dimension.names) : grouped, parameters);
  const sent = [...Object.entries(counts), ...Object.keys(totals).map((name) => [name, name] as const)];
  return gathered(
    rows,
    dimension,
    sent.map(([name, yes]) => ({ name, alias: aliases.get(yes) ?? name })),
    { ranges, added },
  );
}

/** A count by its name, and which column of the answer has it. */
interface Sent {
  name: string;
  alias: string;
}

type Row = { key?: Cell; name?: string | null; value?: number | null } & Record<string, number>;

const groupBy = (columns: number) =>
  columns > 0 ? `GROUP BY ${Array.from({ length: columns }, (_, at) => at + 1).join(', ')}` : '';

const withNames = (grouped: string, list: 'offices' | 'places') =>
  `SELECT g.*, ${list === 'offices' ? `nullif(concat_ws(', ', n.name, n.unit), '')` : 'n.name'} AS name
   FROM (${grouped}) g LEFT JOIN ${list} n ON n.organization_id = $1 AND n.id = g.key`;

function gathered(
  rows: Row[],
  dimension: Dimension | undefined,
  names: readonly Sent[],
  { ranges, added }: { ranges: Record<string, Range>; added: Record<string, string[]> },
): Counted {
  const empty = (key: Cell): Group => ({
    key,
    counts: Object.fromEntries(names.map(({ name }) => [name, 0])),
    histogram: [],
  });
  const whole = empty(null);
  const byKey = new Map<Cell, Group & { name: string | null }>();
  for (const row of rows) {
    const key =
      row.key === undefined || row.key === null ? null : dimension?.month ? String(row.key).slice(0, 7) : row.key;
    let group = byKey.get(key);
    if (!group) byKey.set(key, (group = { ...empty(key), name: row.name ?? null }));
    add(group, row, names);
    add(whole, row, names);
  }
  for (const group of [whole, ...byKey.values()]) {
    group.histogram = inOrder(group.histogram);
    for (const [name, range] of Object.entries(ranges))
      group.counts[name] = total(group.histogram.filter(({ value }) => isWithin(value, range)));
    for (const [name, parts] of Object.entries(added))
      group.counts[name] = parts.reduce((so, part) => so + group.counts[part]!, 0);
  }
  const size = (group: Group) => group.counts[names[0]!.name] ?? 0;
  const order = ([...byKey.values()] as Counted['groups']).sort((a, b) =>
    dimension?.ordered ? compare(a.key, b.key) : size(b) - size(a) || compare(a.key, b.key),
  );
  return { groups: dimension ? order : [{ ...whole, name: null }], whole };
}

function add(group: Group, row: Row, names: readonly Sent[]): void {
  const counts = Object.fromEntries(names.map(({ name, alias }) => [name, row[alias]!]));
  for (const { name } of names) group.counts[name]! += counts[name]!;
  if (row.value !== undefined && row.value !== null)
    group.histogram.push({ value: row.value, n: counts[names[0]!.name]!, counts });
}

/** One entry for each value, in ascending order. */
function inOrder(histogram: Group['histogram']): Group['histogram'] {
  const byValue = new Map<number, Group['histogram'][number]>();
  for (const entry of histogram) {
    const same = byValue.get(entry.value);
    if (!same) byValue.set(entry.value, { ...entry, counts: { ...entry.counts } });
    else {
      same.n += entry.n;
      for (const [name, n] of Object.entries(entry.counts)) same.counts[name]! += n;
    }
  }
  return [...byValue.values()].sort((a, b) => a.value - b.value);
}

/** Unknown comes last. */
const compare = (a: Cell, b: Cell) => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1);
