/**
 * The one shape of a report's answer: what is asked, the table, how the columns hang together and how to draw it. The
 * web application, CSV, workbooks, pictures and the release of public figures are all made from it.
 */

/** A value in a row: text or id, number, yes or no, unknown. Shares are between 0 and 1. */
export type Cell = string | number | boolean | null;
export type ReportRow = Record<string, Cell>;

/**
 * What a column says, which decides how it is written, drawn and hidden.
 *
 * - `key`: what the row is about, as a program knows it (value, id, month). `label`: the same in words.
 * - `count`: letters, appointments or people. `sum`: a number added up that counts nobody of the case files, such as
 *   strangers seen in a waiting room. These are the cells that the small-cell rule looks at.
 * - `share`, `bound`, `quantile`, `rate`: made from the counts that `of` names; whoever hides one of those hides these.
 * - `flag`: a remark on the row that follows from dates alone.
 */
export const columnKinds = ['key', 'label', 'count', 'sum', 'share', 'bound', 'quantile', 'rate', 'flag'] as const;
export type ColumnKind = (typeof columnKinds)[number];

export const columnUnits = [
  'letters',
  'appointments',
  'people',
  'days',
  'minutes',
  'share',
  'ratio',
  'records',
] as const;
export type ColumnUnit = (typeof columnUnits)[number];

export interface ReportColumn {
  name: string;
  /** For a heading. */
  label: string;
  kind: ColumnKind;
  unit: ColumnUnit | null;
  /** Names of the count columns that a figure is made from, the numerator first; empty for counts themselves. */
  of: string[];
}

/** Whether small cells of a column tell of few people; strangers in a waiting room are people too. */
export const isCounted = ({ kind }: Pick<ReportColumn, 'kind'>): boolean => kind === 'count' || kind === 'sum';

/** In each row, and in the totals, `total` is the sum of `parts`: a hidden part could be worked out from the others. */
export interface ColumnSum {
  total: string;
  parts: string[];
}

/** One filter that was asked for: as the request names it, and what it and its value are called. */
export interface ReportFilter {
  name: string;
  value: string;
  label: string;
  said: string;
}

/**
 * How to draw it. `x` names the column along the axis of what the rows are about, `y` those that are drawn.
 *
 * - `bars`: one bar for each row and `y`, beside each other. `stacked`: on top of each other. `line`: in the order of the
 *   rows. `steps`: constant until the next row.
 * - `interval`: a dot at `y` with a line from `low` to `high`.
 * - `heat`: rows by `y` columns, the darker the more.
 */
export interface ReportChart {
  kind: 'bars' | 'stacked' | 'line' | 'steps' | 'interval' | 'heat';
  x: string;
  y: string[];
  low?: string;
  high?: string;
  xLabel: string;
  yLabel: string;
}

/** The answer of `GET /api/patterns/<name>`. */
export interface Report {
  name: string;
  title: string;
  /** What the report answers, in a sentence. */
  question: string;
  /** The day on which it was made, where the organisation works. */
  on: string;
  zone: string;
  filters: ReportFilter[];
  /** What the rows are about: `month`, `county`, ...; null where there is one row for all. */
  groupBy: string | null;
  /** How the figures are made, in plain words, each a sentence or two. */
  methods: string[];
  /** What to know of these very figures before quoting them. */
  notes: string[];
  columns: ReportColumn[];
  rows: ReportRow[];
  /** The same columns for all rows together; null where adding up makes no sense. */
  totals: ReportRow | null;
  /** Whether each letter (appointment, ...) is in exactly one row, so that count columns add up to the totals. */
  partition: boolean;
  sums: ColumnSum[];
  chart: ReportChart | null;
}
