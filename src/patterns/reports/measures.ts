import type { ColumnUnit, ReportColumn } from '../report.js';
import { proportion } from '../statistics/proportions.js';
import { quantile } from '../statistics/quantiles.js';
import type { Measure, Range, Sql } from './definition.js';

export const column = (
  name: string,
  label: string,
  kind: ReportColumn['kind'],
  unit: ColumnUnit | null,
  of: string[] = [],
): ReportColumn => ({ name, label, kind, unit, of });

/** How many rows there are, or of how many a condition is true. */
export function count(name: string, label: string, condition: Sql = 'true', unit: ColumnUnit = 'letters'): Measure {
  return {
    columns: [column(name, label, 'count', unit)],
    counts: { [name]: condition },
    cells: ({ counts }) => ({ [name]: counts[name]! }),
  };
}

/** Numbers added up that count nobody of the case files. */
export function sum(name: string, label: string, expression: Sql): Measure {
  return {
    columns: [column(name, label, 'sum', 'people')],
    totals: { [name]: expression },
    cells: ({ counts }) => ({ [name]: counts[name]! }),
  };
}

/** One count for each of some values that exclude each other, which add up to the count named `whole`. */
export function split(whole: string, parts: Measure[]): Measure {
  const columns = parts.flatMap((part) => part.columns);
  return {
    columns,
    counts: Object.assign({}, ...parts.map((part) => part.counts)) as Record<string, Sql>,
    ranges: Object.assign({}, ...parts.map((part) => part.ranges)) as Record<string, Range>,
    sums: [{ total: whole, parts: columns.map(({ name }) => name) }],
    cells: (...all) => Object.assign({}, ...parts.map((part) => part.cells(...all))) as Record<string, number>,
  };
}

/** The sum of counts that exclude each other. */
export const together = (name: string, label: string, parts: string[]): Measure => ({
  columns: [column(name, label, 'count', 'letters')],
  added: { [name]: parts },
  sums: [{ total: name, parts }],
  cells: ({ counts }) => ({ [name]: counts[name]! }),
});

/** Columns of a share with its two intervals of 95 %. */
export const shareColumns = (name: string, label: string, of: string[]): ReportColumn[] => [
  column(name, label, 'share', 'share', of),
  column(`${name}WilsonLow`, `${label}: at least (Wilson)`, 'bound', 'share', of),
  column(`${name}WilsonHigh`, `${label}: at most (Wilson)`, 'bound', 'share', of),
  column(`${name}ExactLow`, `${label}: at least (Clopper-Pearson)`, 'bound', 'share', of),
  column(`${name}ExactHigh`, `${label}: at most (Clopper-Pearson)`, 'bound', 'share', of),
];

export function shareCells(name: string, n: number, of: number) {
  const { share, wilson, clopperPearson } = proportion(n, of);
  return {
    [name]: share,
    [`${name}WilsonLow`]: wilson?.low ?? null,
    [`${name}WilsonHigh`]: wilson?.high ?? null,
    [`${name}ExactLow`]: clopperPearson?.low ?? null,
    [`${name}ExactHigh`]: clopperPearson?.high ?? null,
  };
}

/** The share that one count has of another, with its intervals. */
export function share(name: string, label: string, n: string, of: string): Measure {
  return {
    columns: shareColumns(name, label, [n, of]),
    cells: ({ counts }) => shareCells(name, counts[n]!, counts[of]!),
  };
}

/** The share that a group has of the whole. */
export function shareOfAll(name: string, label: string, n: string): Measure {
  return {
    columns: [column(name, label, 'share', 'share', [n])],
    cells: ({ counts }, whole) => ({ [name]: whole.counts[n] ? counts[n]! / whole.counts[n] : null }),
  };
}

/** Median, quartiles and ends of the report's value. `of` names the count of rows that have one. */
export function quartiles(of: string, unit: ColumnUnit): Measure {
  const figures = [
    ['median', 'Median', 0.5],
    ['q1', 'Lower quartile', 0.25],
    ['q3', 'Upper quartile', 0.75],
    ['min', 'Least', 0],
    ['max', 'Most', 1],
  ] as const;
  return {
    columns: figures.map(([name, label]) => column(name, label, 'quantile', unit, [of])),
    cells: ({ histogram }) =>
      Object.fromEntries(figures.map(([name, , at]) => [name, quantile(histogram, at)])) as Record<
        string,
        number | null
      >,
  };
}

/** How many rows have a value in a range: counted from the histogram, so that the database counts it once. */
export const countWithin = (name: string, label: string, range: Range, unit: ColumnUnit = 'letters'): Measure => ({
  columns: [column(name, label, 'count', unit)],
  ranges: { [name]: range },
  cells: ({ counts }) => ({ [name]: counts[name]! }),
});

/** How many rows have a value. */
export const countKnown = (name: string, label: string, unit: ColumnUnit = 'letters'): Measure =>
  countWithin(name, label, { from: null, to: null }, unit);

/** How many values are in each of some ranges, which cover all; they add up to the count named `of`. */
export function bins(of: string, unit: ColumnUnit, ranges: readonly Range[], what: string): Measure {
  return split(
    of,
    ranges.map(({ from, to }) =>
      countWithin(
        to === null ? `from${from}` : from === null ? `upTo${to}` : `from${from}To${to}`,
        to === null ? `${from} ${what} or more` : from === null ? `Up to ${to} ${what}` : `${from}-${to} ${what}`,
        { from, to },
        unit,
      ),
    ),
  );
}
