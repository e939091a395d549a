import { tables } from '../reports/counting.js';
import type { Definition, Source } from '../reports/definition.js';
import { definitions } from '../reports/index.js';
import { basicConditions } from './basic-tables.js';
import { both, type Facts, readCondition } from './facts.js';
import type { Population } from './population.js';

/**
 * What a figure counts, wherever it stands: which rows of which table, and the facts that narrow them. Two that mean the
 * same are the same figure, in whichever reports and in whatever words: those who have no removal order are the column
 * "yes" of a question, and a group of its own where letters are grouped by such orders.
 */
export interface Counted {
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
    means('yes', key, yes);
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
  const facts: Record<string, Facts[string]> = { ...given, ...(ofRow || key === undefined ? {} : { '~key': key }) };
  const narrow = (fact: string, allowed: Facts[string]) => {
    facts[fact] = Object.hasOwn(facts, fact) ? both(facts[fact]!, allowed) : allowed;
  };
  if (evidence !== undefined) narrow('evidenceGrade', { not: ['hearsay'] });
  const { source, conditions, of } = found ?? { source: sourceOf(report), conditions: [], of: `${report}.${column}` };
  const rest: string[] = [];
  for (const condition of conditions) {
    const read = readCondition(condition);
    const fact = read && factOf.get(source)!.get(read.column);
    if (fact) narrow(fact, read.allowed);
    else rest.push(condition);
  }
  const meaning = [source, [...new Set(rest)].sort().join(' AND '), of ?? ''].join('|');
  return { meaning, population: { ...population, facts } };
}
