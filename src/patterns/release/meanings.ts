import { tables } from '../reports/counting.js';
import type { Definition, Source } from '../reports/definition.js';
import { definitions } from '../reports/index.js';
import { basicConditions } from './basic-tables.js';
import {
  type Allowed,
  asFact,
  type Between,
  both,
  isPartOf,
  Pieces,
  readCondition,
  readRange,
  yesOrNo,
} from './facts.js';
import type { Population } from './population.js';

/**
 * What a figure counts, wherever it stands: which rows of which table, and the facts that narrow them. Two that mean the
 * same are the same figure, in whichever reports and in whatever words: those who have no removal order are the column
 * "yes" of a question, and a group of its own where letters are grouped by such orders. And whose facts are more, is a part
 * of the other: letters of which it is known whether there was an order, of all letters.
 */
export interface Counted {
  /** Figures of one kind add up: letters, appointments, strangers in waiting rooms. */
  kind: string;
  /** The column without the group that it stands in. */
  meaning: string;
  population: Population;
}

/** Rows of a source of which a condition in SQL is true, and what is counted or added up of them. */
interface Meaning {
  source: Source;
  conditions: string[];
  /** Of a value: which, and in which range. */
  of?: string;
}

const byCell = new Map<string, Meaning>();
/** Of a column, and where rows are no groups, of a row of it. */
const nameOf = (report: string, column: string, key?: string) => [report, column, ...(key ? [key] : [])].join('.');
/** Parts that are all true, brackets kept together. */
const conjuncts = (sql: string) => (sql === 'true' || sql === '' ? [] : sql.split(/ AND (?![^(]*\))/));

for (const { name, source, where, compares, value, measures, features, publication } of definitions) {
  if (!publication) continue;
  const rows = typeof where === 'string' && !compares ? conjuncts(where) : [];
  const means = (column: string, key: string | undefined, sql: string, of?: string) =>
    byCell.set(nameOf(name, column, key), { source, conditions: [...rows, ...conjuncts(sql)], ...(of ? { of } : {}) });
  for (const { counts, totals, ranges } of measures) {
    for (const [column, sql] of Object.entries(counts ?? {}))
      if (typeof sql === 'string') means(column, undefined, sql);
    for (const [column, sql] of Object.entries(totals ?? {}))
      if (typeof sql === 'string') means(column, undefined, '', sql);
    for (const [column, range] of Object.entries(ranges ?? {}))
      if (typeof value === 'string') means(column, undefined, '', `${value}|${range.from ?? ''}-${range.to ?? ''}`);
  }
  for (const { name: key, yes, known } of features ?? []) {
    means('known', key, known);
    means('yes', key, `${known} AND ${yes}`);
    means('no', key, `${known} AND NOT (${yes})`);
  }
  for (const [cell, { sql, of }] of Object.entries(publication.means ?? {})) {
    const [column, key] = cell.split('@') as [string, string | undefined];
    byCell.set(nameOf(name, column, key), { source, conditions: conjuncts(sql), ...(of ? { of } : {}) });
  }
}
for (const [cell, { sql, of }] of Object.entries(basicConditions))
  byCell.set(cell, { source: 'letters', conditions: conjuncts(sql), ...(of ? { of } : {}) });

/** Names of what each column of a table is grouped by. */
const factOf = new Map(
  Object.entries(tables).map(([source, { dimensions }]) => [
    source,
    new Map(
      Object.entries(dimensions).flatMap(([name, { column, month }]) => (month ? [] : [[column, name] as const])),
    ),
  ]),
);

const rangesOf = new Map<string, Between[]>();
for (const { conditions, of = '' } of byCell.values())
  for (const { column, range } of [...conditions, of].flatMap((sql) => readRange(sql) ?? []))
    rangesOf.set(column, [...(rangesOf.get(column) ?? []), range]);
const piecesOf = new Map([...rangesOf].map(([column, ranges]) => [column, new Pieces(ranges)]));

const read = new Map<string, { fact: string; allowed: Allowed }>();
/** What one condition says of which fact. */
function factIn(source: Source, sql: string): { fact: string; allowed: Allowed } {
  const name = nameOf(source, sql);
  let found = read.get(name);
  if (!found) {
    const range = readRange(sql);
    const { column, allowed } = range
      ? { column: range.column, allowed: piecesOf.get(range.column)!.of(range.range) }
      : (readCondition(sql) ?? asFact(sql));
    read.set(name, (found = { fact: factOf.get(source)!.get(column) ?? column, allowed }));
  }
  return found;
}

/** What the ledger makes of other facts: whose fact is one of these, of them the conditions are true as well. */
const follows: readonly { if: string; then: string }[] = [
  { if: `outcome IN ('did_not_attend_advised', 'did_not_attend_other')`, then: 'NOT attended' },
  { if: `outcome IN ('detained', 'removed_same_day', 'transferred_other_agency')`, then: 'detained' },
  {
    if: `NOT (outcome IN ('did_not_attend_advised', 'did_not_attend_other', 'detained', 'removed_same_day', 'transferred_other_agency', 'unknown'))`,
    then: 'NOT detained',
  },
  { if: 'detained IS NOT NULL', then: 'attended' },
  { if: 'custody_ended IS NOT NULL', then: 'detained' },
  { if: 'out_of_state IS NOT NULL', then: 'detained' },
  { if: 'lag_approximate IS NOT NULL', then: 'lag_days IS NOT NULL' },
  { if: 'nta_days IS NOT NULL', then: 'in_proceedings' },
  { if: `attorney_admitted IN ('yes', 'refused', 'partly')`, then: 'accompanied' },
];

const sourceOf = (report: string): Source =>
  (definitions.find(({ name }) => name === report) as Definition | undefined)?.source ?? 'letters';

/**
 * @param population as the report says it; the row is in it where rows are no groups
 * @returns undefined for what follows from other figures, and is compared through them
 */
export function countedBy(report: string, column: string, population: Population): Counted | undefined {
  const { '~key': key, evidence, ...given } = population.facts;
  const ofRow =
    typeof key === 'string' || typeof key === 'number' ? byCell.get(nameOf(report, column, String(key))) : undefined;
  const found = ofRow ?? (key === undefined ? byCell.get(nameOf(report, column)) : undefined);
  if (!found && column.endsWith("'")) return undefined;
  const facts: Record<string, Allowed> = ofRow || key === undefined ? {} : { '~key': key };
  // Releases of old have it as text in some reports.
  for (const [fact, allowed] of Object.entries(given)) facts[fact] = yesOrNo(allowed);
  const narrow = (fact: string, allowed: Allowed) => {
    facts[fact] = Object.hasOwn(facts, fact) ? both(facts[fact]!, allowed) : allowed;
  };
  if (evidence !== undefined) narrow('evidenceGrade', { not: ['hearsay'] });
  const { source, conditions, of } = found ?? { source: sourceOf(report), conditions: [], of: `${report}.${column}` };
  const isRange = of !== undefined && readRange(of) !== undefined;
  const rest: string[] = [];
  for (const condition of [...conditions, ...(isRange ? [of] : [])]) {
    const { fact, allowed } = factIn(source, condition);
    narrow(fact, allowed);
    if (!Object.hasOwn(tables[source].dimensions, fact)) rest.push(condition);
  }
  for (const one of follows) {
    const [given, then] = [factIn(source, one.if), factIn(source, one.then)];
    if (Object.hasOwn(facts, given.fact) && isPartOf(facts[given.fact]!, given.allowed))
      narrow(then.fact, then.allowed);
  }
  const kind = [source, isRange ? '' : (of ?? '')].join('|');
  return { kind, meaning: [kind, ...[...new Set(rest)].sort()].join('|'), population: { ...population, facts } };
}
