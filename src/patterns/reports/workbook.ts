import writeExcelFile, { type Cell as WorkbookCell, type Row } from 'write-excel-file/node';
import type { Cell, Report, ReportColumn } from '../report.js';

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A worksheet's name has at most 31 characters, none of them a slash or bracket; names of reports are neither. */
const mostInName = 31;

/** Each report on a sheet of its own: what it answers, the table, how the figures are made. */
export function workbookOf(reports: readonly Report[]): Promise<Buffer> {
  return writeExcelFile(
    reports.map((report) => ({
      sheet: report.name.slice(0, mostInName),
      data: rowsOf(report),
      columns: report.columns.filter(isShown).map(({ kind }) => ({ width: kind === 'label' ? 36 : 16 })),
    })),
  ).toBuffer();
}

/** Keys are for programs; a sheet has the same in words. */
const isShown = ({ kind }: ReportColumn) => kind !== 'key';

function rowsOf({ title, question, on, filters, columns, rows, totals, methods, notes }: Report): Row[] {
  const shown = columns.filter(isShown);
  const line = (text: string, more: object = {}): Row => [{ value: text, ...more }];
  const asked = filters.map(({ label, value }) => `${label}: ${value}`).join(', ');
  return [
    line(title, { fontWeight: 'bold', fontSize: 14 }),
    line(question),
    line(`As of ${on}. ${asked || 'Everything that is known.'} For the organisation's own use: not to be published.`),
    [],
    shown.map(({ label }) => ({ value: label, fontWeight: 'bold', wrap: true })),
    ...rows.map((row) => shown.map((column) => cellOf(column, row[column.name]))),
    ...(totals
      ? [shown.map((column) => ({ ...cellOf(column, totals[column.name]), fontWeight: 'bold' as const }))]
      : []),
    [],
    ...[...notes, ...methods].map((text) => line(text)),
  ];
}

/** Typed, so that no text is ever a formula. */
function cellOf(
  { unit }: ReportColumn,
  value: Cell | undefined,
): Exclude<WorkbookCell, null | undefined | string | number | boolean | Date> {
  if (value === null || value === undefined) return { value: '', type: String };
  if (typeof value === 'number')
    return { value, type: Number, format: unit === 'share' ? '0.0%' : Number.isInteger(value) ? '0' : '0.00' };
  return typeof value === 'boolean' ? { value: value ? 'Yes' : 'No', type: String } : { value, type: String };
}
