import { csvCell } from '../../audit/csv.js';
import type { Cell, Report } from '../report.js';

const lineEnd = '\r\n';

/** Numbers as they are, so that spreadsheets count with them; what somebody wrote, never as a formula. */
const cell = (value: Cell | undefined) => (typeof value === 'number' ? String(value) : csvCell(value));

/** The rows of a report and, last, its totals (RFC 4180). The first line has the names of the columns. */
export function csvOf({ columns, rows, totals }: Report): string {
  const names = columns.map(({ name }) => name);
  const lines = [...rows, ...(totals ? [totals] : [])].map((row) => names.map((name) => cell(row[name])).join(','));
  return [names.join(','), ...lines, ''].join(lineEnd);
}
