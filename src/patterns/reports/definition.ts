import type { Work } from '../../platform/database/work.js';
import type { ReportQuery } from '../patterns.dto.js';
import type { Publication } from '../release/publication.js';
import type { Cell, ColumnSum, ReportChart, ReportColumn, ReportFilter, ReportRow } from '../report.js';
import type { ValueCount } from '../statistics/quantiles.js';
import type { GroupingName } from './dimensions.js';

/** What a report was asked, and when. */
export interface Asked {
  query: ReportQuery;
  /** The same in words. */
  filters: ReportFilter[];
  /** Where the organisation works. */
  today: string;
  zone: string;
}

/** A condition or expression in SQL over one row of the ledger; where it depends on the request, values are bound. */
export type Sql = string | ((asked: Asked, bind: (value: unknown) => string) => string);

/** Rows of the ledger with one key, counted. */
export interface Group {
  key: Cell;
  /** By the names that the measures gave their conditions. */
  counts: Record<string, number>;
  /** How often each value of {@link Definition.value} occurs, in ascending order, with every count beside it. */
  histogram: (ValueCount & { counts: Record<string, number> })[];
}

export interface Range {
  from: number | null;
  to: number | null;
}

export const isWithin = (value: number, { from, to }: Range): boolean =>
  (from === null || value >= from) && (to === null || value <= to);

/** One figure of a report, or a few that belong together: what to count, and what to make of it. */
export interface Measure {
  columns: ReportColumn[];
  /** Conditions; each is answered as the number of rows of which it is true. */
  counts?: Record<string, Sql>;
  /** Numbers that are added up. */
  totals?: Record<string, Sql>;
  sums?: ColumnSum[];
  /** Counts of rows whose {@link Definition.value} is in a range, both ends included; null is open. */
  ranges?: Record<string, Range>;
  /** Counts that are the sum of others. */
  added?: Record<string, string[]>;
  /** @param whole all rows of the ledger that the report is about */
  cells(group: Group, whole: Group, asked: Asked): ReportRow;
}

/** Where rows come from. */
export type Source = 'letters' | 'appointments' | 'venues' | 'reminders';

/**
 * One report, declared: the SQL that counts and the table follow from it. Rows are the groups of `groupBy`, or the
 * `features`, or what `rows` makes of all that was counted.
 */
export interface Definition {
  name: string;
  title: string;
  question: string;
  methods: string[];
  source: Source;
  /** Only such rows. */
  where?: Sql;
  /** What it is grouped by unless asked otherwise; null for one row. */
  groupBy: GroupingName | null;
  /** Keeps to its own grouping, whatever is asked. */
  fixed?: true;
  /** Whole number of each row, of which quartiles or curves are made. */
  value?: Sql;
  measures: Measure[];
  /**
   * Columns that {@link where} and all conditions of its counts are about. Rows are then counted by them once, and each
   * condition is asked of their few combinations in place of every row: for many conditions, such as look into lists, and
   * such as would keep several processes from sharing the reading.
   */
  over?: string[];
  /** Rows that are questions which each letter answers with yes, no or not at all. */
  features?: Feature[];
  /** Rows of another kind than groups, made of all that was counted. */
  rows?: { columns: ReportColumn[]; of(whole: Group): ReportRow[] };
  /** Rows that no ledger has; then nothing else of this is used. */
  own?: { columns: ReportColumn[]; read(work: Work, asked: Asked): Promise<ReportRow[]> };
  /** Compares two periods, so `from` and `to` do not narrow what is read. */
  compares?: true;
  chart: ReportChart | null;
  /** What a heading says where it depends on what was asked. */
  heading?(asked: Asked): (label: string) => string;
  notes?(whole: Group, rows: ReportRow[], asked: Asked): string[];
  /** How its counts hang together, without which a report never leaves the office. */
  publication?: Publication;
  /** Why it never does, as a sentence; of reports that have no {@link publication}. */
  inside?: string;
}

export interface Feature {
  name: string;
  label: string;
  /** Condition in SQL: the answer is yes. */
  yes: string;
  /** Condition in SQL: the answer is known; true wherever it is yes. */
  known: string;
}
