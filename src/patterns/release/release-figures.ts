import type { Equation, Figure, Figures } from '../statistics/disclosure.js';
import { isSmall } from '../statistics/suppression.js';
import { isCounted, type Report, type ReportRow } from '../report.js';
import { type Counted, countedBy } from './meanings.js';
import { isByTime, type Population, populationOf, populationOfRow } from './population.js';
import type { ShownMedian } from './medians.js';
import type { Publishable } from './publication.js';

/** Where a figure of a report stands; `row` -1 are the totals. */
export interface Place {
  row: number;
  column: string;
}

/** A figure with whom it counts; kept of each release, so that later ones can be compared with it. */
export interface PlacedFigure extends Figure, Place {
  population: Population;
  /** What it counts, wherever it stands, which the definition of the report says; absent where it follows from others. */
  counted?: Counted | undefined;
  /** Totals of spans of time, which are figures of the release themselves. */
  ofTime?: boolean;
}

/** The counts of one report and how they hang together. */
export interface ReportFigures extends Figures {
  /** Those of the cells; the rest, by their places after these, follow from them. */
  figures: PlacedFigure[];
  /** Medians and quartiles that were shown; absent before it is known which. */
  medians?: ShownMedian[];
}

/** What hiding costs: rather a cell than a total, rather a small one than a large. */
const costs = { cell: 1, rowTotal: 4, columnTotal: 8, all: 32 };

/**
 * The counts of a report as figures: each counted cell and, never shown, what follows from them.
 * @throws Error when the report contradicts itself
 */
export function figuresOf(published: Publishable, k: number): ReportFigures {
  const found = new FiguresOfReport(published, k);
  found.cells();
  found.sums();
  found.complements();
  return { figures: found.figures, equations: found.equations };
}

class FiguresOfReport {
  readonly figures: PlacedFigure[] = [];
  readonly equations: Equation[] = [];
  private readonly places = new Map<string, number>();
  private readonly counts: string[];
  private readonly rows: number[];

  constructor(
    private readonly published: Publishable,
    private readonly k: number,
  ) {
    const { report } = published;
    this.counts = report.columns.filter(isCounted).map(({ name }) => name);
    this.rows = [...report.rows.keys(), ...(report.totals ? [-1] : [])];
  }

  cells(): void {
    const { report, sums } = this.published;
    const isTotal = new Set(sums.map(({ total }) => total));
    for (const row of this.rows)
      for (const column of this.counts) {
        const value = rowOf(report, row)[column];
        if (typeof value !== 'number') continue;
        const [cell, total] = row < 0 ? [costs.columnTotal, costs.all] : [costs.cell, costs.rowTotal];
        const cost = (isTotal.has(column) ? total : cell) * (1 + Math.log1p(value) / 10);
        this.add({ row, column }, { value, state: 'open', least: 0, cost });
      }
  }

  sums(): void {
    const { report, sums, cells } = this.published;
    for (const { total, parts } of sums)
      for (const row of this.rows)
        this.sum(
          { row, column: total },
          parts.map((column) => ({ row, column })),
        );
    const rowByKey = new Map(report.rows.map((row, at) => [row.key, at]));
    const placed = ({ key, column }: { key: string; column: string }) => ({ row: rowByKey.get(key) ?? NaN, column });
    for (const { total, parts } of cells) this.sum(placed(total), parts.map(placed));
    if (report.partition && report.totals)
      for (const column of this.counts)
        this.sum(
          { row: -1, column },
          report.rows.map((_, row) => ({ row, column })),
        );
    this.rowsAreThere();
  }

  /** Of whom a share speaks, whoever is not among them can be worked out; so can what is in no row but in the totals. */
  complements(): void {
    const { report } = this.published;
    const pairs = new Map<string, [part: string, whole: string]>();
    for (const { kind, of } of report.columns)
      if ((kind === 'share' || kind === 'bound') && of.length === 2) pairs.set(of.join(' '), [of[0]!, of[1]!]);
    for (const row of this.rows)
      for (const [part, whole] of pairs.values())
        this.rest(this.at({ row, column: whole }), this.at({ row, column: part }));
    if (!report.partition)
      for (const row of this.rows)
        for (const column of row < 0 ? [] : this.counts)
          this.rest(this.at({ row: -1, column }), this.at({ row, column }));
  }

  private at({ row, column }: Place): number | undefined {
    return this.places.get(`${row}.${column}`);
  }

  private add(place: Place, figure: Figure): number {
    const { report, periods } = this.published;
    const { row, column } = place;
    const period = periods[column];
    const at = this.figures.length;
    this.places.set(`${row}.${column}`, at);
    const population = row < 0 ? populationOf(report, period) : populationOfRow(report, report.rows[row]!, period);
    this.figures.push({
      ...figure,
      ...place,
      population,
      counted: countedBy(report.name, column, population),
      ...(row < 0 && isByTime(report) ? { ofTime: true } : {}),
    });
    return at;
  }

  /** Never shown; guarded where it tells of few. */
  private unseen(place: Place, value: number): number {
    if (value < 0) throw new Error(`The report ${this.published.report.name} contradicts itself in ${place.column}.`);
    return this.add(place, { value, state: 'never', least: 0, guarded: isSmall(value, this.k) });
  }

  private sum(total: Place, parts: Place[]): void {
    const known = parts.map((part) => this.at(part));
    const missing = known.flatMap((part, at) => (part === undefined ? [at] : []));
    const value = (places: (number | undefined)[]) =>
      places.reduce<number>((so, at) => so + (at === undefined ? 0 : this.figures[at]!.value), 0);
    let whole = this.at(total);
    if (whole === undefined) {
      if (missing.length > 0 || !isUnseen(total)) return;
      whole = this.unseen(total, value(known));
    } else if (missing.length === 1 && isUnseen(parts[missing[0]!]!)) {
      known[missing[0]!] = this.unseen(parts[missing[0]!]!, this.figures[whole]!.value - value(known));
    } else if (missing.length > 0) return;
    if (value(known) !== this.figures[whole]!.value)
      throw new Error(`The report ${this.published.report.name} contradicts itself in ${total.column}.`);
    this.equations.push({ total: whole, parts: known as number[] });
  }

  /** A row without anybody is often left out, so that one that is there tells of one at least. */
  private rowsAreThere(): void {
    const { report, present = this.counts[0] } = this.published;
    if (present === undefined || !report.partition) return;
    const firsts = report.rows.map((_, row) => this.at({ row, column: present }));
    if (!firsts.every((at) => at !== undefined && this.figures[at]!.value >= 1)) return;
    for (const at of firsts) this.figures[at!]!.least = 1;
  }

  private rest(whole: number | undefined, part: number | undefined): void {
    if (whole === undefined || part === undefined || whole === part) return;
    const value = this.figures[whole]!.value - this.figures[part]!.value;
    const isSaid = ({ total, parts }: Equation) => total === whole && parts.includes(part) && parts.length === 2;
    if (value < 0 || this.equations.some(isSaid)) return;
    const { row, column } = this.figures[part]!;
    const rest = this.unseen({ row, column: `${column}'` }, value);
    this.equations.push({ total: whole, parts: [part, rest] });
  }
}

const isUnseen = ({ column }: Place) => column.endsWith("'");

/** A row, or the totals at -1. */
export const rowOf = (report: Report, row: number): ReportRow => (row < 0 ? report.totals! : report.rows[row]!);
