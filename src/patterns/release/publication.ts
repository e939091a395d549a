import type { Asked, Definition } from '../reports/definition.js';
import type { Cell, ColumnSum, Report, ReportRow } from '../report.js';

/** A cell by the key of its row; the column may be one that nobody sees. */
export interface KeyedCell {
  key: string;
  column: string;
}

/** `total` is the sum of `parts`, across rows. */
export interface CellSum {
  total: KeyedCell;
  parts: KeyedCell[];
}

export interface Period {
  from: string;
  to: string;
}

/**
 * How the counts of a report hang together beyond its own sums, so that the audit knows what a reader can work out. Each
 * count is either a part of another, with the rest named, or the first. A name that ends with `'` is no column: its value is
 * what is left of the total when the other parts are taken away (or, as a total, the sum), it is shown nowhere, and where it
 * is small it is protected like a hidden cell. Two ways of dividing the same total need no more than that: of cells that only
 * their margins are told of, each can lie anywhere within a span of the least margin.
 */
export interface Publication {
  /** Columns that stay in the office. */
  without?: readonly string[];
  sums?: readonly ColumnSum[];
  cells?: readonly CellSum[];
  /** What is one at least in each row that is there; the first count unless named. */
  present?: string;
  /**
   * What a column counts, or in a report whose rows are no groups a cell (`column@key`), where another report says it in
   * other words: rows of which the condition is true, and what of them; see {@link countedBy}.
   */
  means?: Readonly<Record<string, { sql: string; of?: string }>>;
  /** Periods of columns that do not count the period asked for. */
  periods?(asked: Asked): Record<string, Period>;
  /** Remarks that follow from what was asked alone; those on the very figures stay. */
  notes?(asked: Asked): string[];
  /** Shares that leave in whole percents. */
  rounded?: readonly string[];
  /** Shares that rest on the counts of their row and of all before it. */
  running?: readonly string[];
  /** Rows that leave in place of those of the report, where those would tell of single people. */
  rows?: Definition['rows'];
}

/** A report with what is needed to tell what its figures give away. */
export interface Publishable {
  report: Report;
  sums: readonly ColumnSum[];
  cells: readonly CellSum[];
  present: string | undefined;
  periods: Readonly<Record<string, Period>>;
  running: ReadonlySet<string>;
}

/** A report as it may be audited: without the columns that stay, and without remarks. */
export function publishable(report: Report, publication: Publication, asked?: Asked): Publishable {
  const stays = new Set(publication.without ?? []);
  const columns = report.columns.filter(
    ({ name, kind, of }) => !stays.has(name) && kind !== 'flag' && !of.some((one) => stays.has(one)),
  );
  const names = new Set(columns.map(({ name }) => name));
  const rounded = new Set(publication.rounded ?? []);
  const cell = (name: string, value: Cell): Cell =>
    rounded.has(name) && typeof value === 'number' ? Math.round(value * 100) / 100 : value;
  const only = (row: ReportRow): ReportRow =>
    Object.fromEntries(
      Object.entries(row).flatMap(([name, value]) => (names.has(name) ? [[name, cell(name, value)]] : [])),
    );
  return {
    report: {
      ...report,
      columns,
      rows: report.rows.map(only),
      totals: report.totals && only(report.totals),
    },
    sums: [...report.sums, ...(publication.sums ?? [])],
    cells: publication.cells ?? [],
    present: publication.present,
    periods: asked && publication.periods ? publication.periods(asked) : {},
    running: new Set(publication.running),
  };
}
