import type { Cell as WorkbookCell, Row } from 'write-excel-file/node';
import type { Cover } from '../pictures/book.pdf.js';
import type { BookWords } from '../pictures/book.words.js';
import type { Cell, Report, ReportColumn, ReportFilter } from '../report.js';

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A worksheet's name has at most 31 characters, none of them a slash or bracket; names of reports are neither. */
const mostInName = 31;

/** Each report on a sheet of its own: what it answers, whom it counts, the table, how the figures are made. */
export async function workbookOf(reports: readonly Report[], cover: Cover, words: BookWords): Promise<Buffer> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(
    reports.map((report) => ({
      sheet: report.name.slice(0, mostInName),
      data: rowsOf(report, cover, words),
      columns: report.columns.filter(isShown).map(({ kind }) => ({ width: kind === 'label' ? 36 : 16 })),
    })),
  ).toBuffer();
}

/** What this report heeds besides the period, which may be less than what was asked of the book. */
const narrowing = (filters: readonly ReportFilter[]) =>
  filters.filter(({ name }) => name !== 'from' && name !== 'to').map(({ label, said }) => `${label}: ${said}`);

/** Keys are for programs; a sheet has the same in words. */
const isShown = ({ kind }: ReportColumn) => kind !== 'key';

function rowsOf(report: Report, { organization, period, on, k }: Cover, words: BookWords): Row[] {
  const { title, question, filters, columns, rows, totals, methods, notes } = report;
  const shown = columns.filter(isShown);
  const line = (text: string, more: object = {}): Row => [{ value: text, type: String, ...more }];
  return [
    line(title, { fontWeight: 'bold', fontSize: 14 }),
    line(question),
    line([organization, period, ...narrowing(filters), words.asOf(on)].join(' · ')),
    line(k === undefined ? words.internal : words.public(k)),
    [],
    shown.map(({ label }) => ({ value: label, type: String, fontWeight: 'bold', wrap: true })),
    ...rows.map((row) => shown.map((column) => cellOf(column, row[column.name], words))),
    ...(totals
      ? [shown.map((column) => ({ ...cellOf(column, totals[column.name], words), fontWeight: 'bold' as const }))]
      : []),
    [],
    ...[...notes, ...methods].map((text) => line(text)),
  ];
}

/** Typed, so that no text is ever a formula. */
function cellOf(
  { unit }: ReportColumn,
  value: Cell | undefined,
  words: BookWords,
): Exclude<WorkbookCell, null | undefined | string | number | boolean | Date> {
  if (value === null || value === undefined) return { value: '', type: String };
  if (typeof value === 'number')
    return { value, type: Number, format: unit === 'share' ? '0.0%' : Number.isInteger(value) ? '0' : '0.00' };
  return typeof value === 'boolean'
    ? { value: words.text(value ? 'Yes' : 'No'), type: String }
    : { value, type: String };
}
