import type { Equation, Figure, Figures } from '../statistics/disclosure.js';
import type { Report, ReportRow } from '../report.js';
import { isByTime, type Population, populationOf, populationOfRow } from './population.js';

/** Where a figure of a report stands; `row` -1 are the totals. */
export interface Place {
  row: number;
  column: string;
}

/** A figure with whom it counts; kept of each release, so that later ones can be compared with it. */
export interface PlacedFigure extends Figure, Place {
  population: Population;
  /** Totals of spans of time, which are figures of the release themselves. */
  ofTime?: boolean;
}

/** The counts of one report and how they hang together. */
export interface ReportFigures extends Figures {
  /** Those of the cells; the rest, by their places after these, follow from them. */
  figures: PlacedFigure[];
}

/** What hiding costs: rather a cell than a total, rather a small one than a large. */
const costs = { cell: 1, rowTotal: 4, columnTotal: 8, all: 32 };

/**
 * The counts of a report as figures: each count cell and, never shown, the complements that a share would give away.
 * @throws Error when the report contradicts itself
 */
export function figuresOf(report: Report): ReportFigures {
  const counts = report.columns.filter(({ kind }) => kind === 'count').map(({ name }) => name);
  const isTotal = new Set(report.sums.map(({ total }) => total));
  const rows = [
    ...report.rows.map((row, at) => ({ row, at })),
    ...(report.totals ? [{ row: report.totals, at: -1 }] : []),
  ];
  const figures: PlacedFigure[] = [];
  const equations: Equation[] = [];
  const placeOf = new Map<string, number>();
  const [first] = counts;
  // A row without anybody is often left out, so that one that is there tells of one at least.
  const isThere = first !== undefined && report.partition && report.rows.every((row) => Number(row[first]) >= 1);

  for (const { row, at } of rows) {
    const population = at < 0 ? populationOf(report) : populationOfRow(report, row);
    for (const column of counts) {
      const value = row[column];
      if (typeof value !== 'number') continue;
      const cost =
        at < 0
          ? isTotal.has(column)
            ? costs.all
            : costs.columnTotal
          : isTotal.has(column)
            ? costs.rowTotal
            : costs.cell;
      const least = isThere && at >= 0 && column === first ? 1 : 0;
      const ofTime = at < 0 && isByTime(report) ? { ofTime: true } : {};
      placeOf.set(`${at}.${column}`, figures.length);
      figures.push({
        value,
        state: 'open',
        least,
        cost: cost * (1 + Math.log1p(value) / 10),
        row: at,
        column,
        population,
        ...ofTime,
      });
    }
  }
  const at = (row: number, column: string) => placeOf.get(`${row}.${column}`);
  const equation = (total: number | undefined, parts: (number | undefined)[]) => {
    if (total === undefined || parts.some((part) => part === undefined)) return;
    const known = parts as number[];
    if (known.reduce((so, part) => so + figures[part]!.value, 0) !== figures[total]!.value)
      throw new Error(`The report ${report.name} contradicts itself in ${figures[total]!.column}.`);
    equations.push({ total, parts: known });
  };
  for (const { at: row } of rows)
    for (const { total, parts } of report.sums)
      equation(
        at(row, total),
        parts.map((part) => at(row, part)),
      );
  if (report.partition && report.totals)
    for (const column of counts)
      equation(
        at(-1, column),
        report.rows.map((_, row) => at(row, column)),
      );

  const rest = (whole: number | undefined, part: number | undefined) => {
    if (whole === undefined || part === undefined || whole === part) return;
    const value = figures[whole]!.value - figures[part]!.value;
    if (
      value < 0 ||
      equations.some(({ total, parts }) => total === whole && parts.includes(part) && parts.length === 2)
    )
      return;
    const { row, column, population } = figures[part]!;
    equations.push({ total: whole, parts: [part, figures.length] });
    figures.push({ value, state: 'never', least: 0, guarded: true, row, column: `${column}'`, population });
  };
  for (const { row, column, whole } of complementsOf(
    report,
    rows.map(({ at: one }) => one),
  ))
    rest(at(row, whole), at(row, column));
  if (!report.partition)
    for (const { at: row } of rows) if (row >= 0) for (const column of counts) rest(at(-1, column), at(row, column));
  return { figures, equations };
}

/** Of whom a share speaks, whoever is not among them can be worked out. */
function complementsOf({ columns }: Report, rows: number[]) {
  const pairs = new Map<string, { column: string; whole: string }>();
  for (const { kind, of } of columns)
    if ((kind === 'share' || kind === 'bound') && of.length === 2)
      pairs.set(of.join(' '), { column: of[0]!, whole: of[1]! });
  return rows.flatMap((row) => [...pairs.values()].map((pair) => ({ row, ...pair })));
}

/** A row, or the totals at -1. */
export const rowOf = (report: Report, row: number): ReportRow => (row < 0 ? report.totals! : report.rows[row]!);
