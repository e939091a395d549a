import { isCounted, type Report, type ReportColumn, type ReportRow } from '../report.js';
import type { HiddenFor } from '../statistics/suppression.js';
import type { Place } from './release-figures.js';

/** Stands for every hidden cell, whatever it was hidden for. */
export const hiddenSymbol = '*';

/** A cell that is hidden, and why; for staff alone. */
export interface HiddenCell extends Place {
  why: HiddenFor | 'derived';
}

/** Extremes are the value of one person. */
const extremes = new Set(['min', 'max']);

/**
 * What of a report may leave: hidden counts and all that is made of them replaced by one symbol, and rows in an order that
 * tells nothing of their size.
 * @param report without remarks on its very figures
 * @param hidden counts that must not be seen
 * @param running shares that rest on the counts of all rows before theirs too
 * @param mayLeave whether a median or quartile tells nothing more together with those that are out
 */
export function publicReport(
  report: Report,
  hidden: readonly HiddenCell[],
  k: number,
  running: ReadonlySet<string> = new Set(),
  mayLeave: (place: Place, n: number, middle: number) => boolean = () => true,
): { report: Report; hidden: HiddenCell[] } {
  const hides = new Set(hidden.map(({ row, column }) => `${row}.${column}`));
  const isHidden = (row: number, column: string) => hides.has(`${row}.${column}`);
  const counts = report.columns.filter(isCounted).map(({ name }) => name);
  const lost = (row: number, column: ReportColumn): boolean => {
    switch (column.kind) {
      case 'share':
      case 'bound':
      case 'rate':
        // Of one count alone, a share is one of all.
        return column.of.some(
          (name) =>
            isHidden(row, name) ||
            (column.kind === 'share' && column.of.length === 1 && isHidden(-1, name)) ||
            (running.has(column.name) && [...Array(row).keys()].some((before) => isHidden(before, name))),
        );
      case 'quantile':
        // Where the middle lies would narrow down the hidden counts of its row.
        return (
          extremes.has(column.name) ||
          counts.some((name) => isHidden(row, name)) ||
          isFew(row, column) ||
          tells(row, column)
        );
      default:
        return false;
    }
  };
  const isFew = (row: number, { of }: ReportColumn) => {
    const cells = row < 0 ? report.totals : report.rows[row];
    return of.some((name) => typeof cells?.[name] === 'number' && cells[name] < k);
  };
  const tells = (row: number, { name, of }: ReportColumn) => {
    const cells = row < 0 ? report.totals : report.rows[row];
    const middle = cells?.[name];
    return typeof middle === 'number' && !mayLeave({ row, column: name }, Number(cells?.[of[0]!] ?? 0), middle);
  };
  const derived: HiddenCell[] = [];
  const publicRow = (cells: ReportRow, row: number): ReportRow =>
    Object.fromEntries(
      report.columns.map((column): [string, ReportRow[string]] => {
        const { name } = column;
        if (isHidden(row, name)) return [name, hiddenSymbol];
        if (!lost(row, column)) return [name, cells[name] ?? null];
        derived.push({ row, column: name, why: 'derived' });
        return [name, hiddenSymbol];
      }),
    );
  const totals = report.totals && publicRow(report.totals, -1);
  const shown = report.rows.map((cells, row) => ({ cells: publicRow(cells, row), row }));
  // Groups stand with the largest first inside; steps of a curve and questions have an order of their own.
  const order = report.partition ? [...shown].sort((a, b) => byKey(report, a.cells, b.cells)) : shown;
  const place = new Map(order.map(({ row }, at) => [row, at]));
  const moved = (cell: HiddenCell): HiddenCell => (cell.row < 0 ? cell : { ...cell, row: place.get(cell.row)! });
  return {
    report: { ...report, notes: [...report.notes, ...notesOf(k)], rows: order.map(({ cells }) => cells), totals },
    hidden: [...hidden, ...derived].map(moved),
  };
}

const notesOf = (k: number): string[] => [
  `Counts of 1 to ${k - 1} are hidden, and so is every figure by which one of them could be worked out. ${hiddenSymbol} stands for each of them alike; it may hide a large number. 0 is shown.`,
  'These are the letters and appointments that this office knows of, not all.',
];

function byKey({ columns }: Report, a: ReportRow, b: ReportRow): number {
  for (const { name } of columns.filter(({ kind }) => kind === 'key')) {
    const [one, other] = [a[name] ?? null, b[name] ?? null];
    if (one === other) continue;
    if (typeof one === 'number' && typeof other === 'number') return one - other;
    // "Not known" comes last.
    if (one === null || other === null) return one === null ? 1 : -1;
    return String(one) < String(other) ? -1 : 1;
  }
  return 0;
}
