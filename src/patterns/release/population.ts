import { daysAfter } from '../../platform/http/values.js';
import type { Report, ReportRow } from '../report.js';
import { allowsNothing, type Facts, isPartOf, shareNothing } from './facts.js';
import type { Period } from './publication.js';

/** Whom a figure counts: letters of a period to which each of the facts applies. */
export interface Population {
  /** First and last day, both included. */
  from: string;
  to: string;
  /** Name of a filter or grouping and its value; null is "not known". A name that begins with `~` may overlap others. */
  facts: Facts;
}

const earliest = '0001-01-01';
const lastOfMonth = (month: string) => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

const later = (a: string, b: string) => (a > b ? a : b);
const sooner = (a: string, b: string) => (a < b ? a : b);

/** Whether the rows of a report are spans of time, so that its totals are made of figures that are published as well. */
export const isByTime = ({ groupBy }: Pick<Report, 'groupBy'>): boolean => groupBy === 'month' || groupBy === 'week';

/**
 * Whom a report counts in all. Without a last day it is about all that had come by the day on which it was made.
 * @param period where a column counts another than was asked for
 */
export function populationOf({ filters, on }: Report, period?: Period): Population {
  const wanted = Object.fromEntries(filters.map(({ name, value }) => [name, value]));
  const { from = earliest, to = on, compareFrom: _, compareTo: __, ...facts } = wanted;
  return { from, to, ...period, facts };
}

/** Whom one row of a report counts. */
export function populationOfRow(report: Report, row: ReportRow, period?: Period): Population {
  const all = populationOf(report, period);
  const keys = report.columns.filter(({ kind }) => kind === 'key');
  let { from, to } = all;
  const facts = { ...all.facts };
  keys.forEach(({ name }, at) => {
    const value = row[name] ?? null;
    const fact = at === 0 ? (report.groupBy ?? name) : name;
    if (fact === 'month' && typeof value === 'string') {
      [from, to] = [later(from, `${value}-01`), sooner(to, lastOfMonth(value))];
    } else if (fact === 'week' && typeof value === 'string') {
      [from, to] = [later(from, value), sooner(to, daysAfter(value, 6))];
    } else facts[report.partition ? fact : `~${fact}`] = value;
  });
  return { from, to, facts };
}

/** One spelling for one population. */
export const nameOf = ({ from, to, facts }: Population): string =>
  JSON.stringify([from, to, ...Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** Judges a pair of facts once: there are few, and they are compared often. */
function once(judge: (one: Facts, other: Facts) => boolean): (one: Facts, other: Facts) => boolean {
  const judged = new WeakMap<Facts, WeakMap<Facts, boolean>>();
  return (one, other) => {
    let byOther = judged.get(one);
    if (!byOther) judged.set(one, (byOther = new WeakMap()));
    let found = byOther.get(other);
    if (found === undefined) byOther.set(other, (found = judge(one, other)));
    return found;
  };
}

const narrows = once((one, other) =>
  Object.entries(other).every(([name, value]) => Object.hasOwn(one, name) && isPartOf(one[name]!, value)),
);
const disagree = once((one, other) =>
  Object.entries(one).some(
    ([name, value]) => !name.startsWith('~') && Object.hasOwn(other, name) && shareNothing(other[name]!, value),
  ),
);

/** Whether everybody in `one` is in `other` for certain. */
export const isWithin = (one: Population, other: Population): boolean =>
  one.from >= other.from && one.to <= other.to && narrows(one.facts, other.facts);

/** Whether nobody can be in it, since its facts contradict each other. */
export const isNobody = ({ facts }: Population): boolean => Object.values(facts).some(allowsNothing);

/** Whether nobody can be in both. */
export const areApart = (one: Population, other: Population): boolean =>
  one.to < other.from || other.to < one.from || disagree(one.facts, other.facts);

/** Whether their periods overlap in part, so that what they share could be worked out and is no figure of either. */
export const periodsCross = (one: Population, other: Population): boolean =>
  !areApart(one, other) &&
  !(one.from >= other.from && one.to <= other.to) &&
  !(other.from >= one.from && other.to <= one.to);
