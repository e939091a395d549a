import type { Cell, Report, ReportColumn } from '../report.js';

/** A cell as it is written in tables. */
export function written(value: Cell | undefined, { unit, kind }: Pick<ReportColumn, 'unit' | 'kind'>): string {
  if (value === null || value === undefined) return kind === 'key' || kind === 'label' ? 'Not known' : '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (unit === 'share') return `${(value * 100).toFixed(0)} %`;
  return Number.isInteger(value) ? value.toLocaleString('en-US') : value.toFixed(1);
}

/** Columns that a person reads: the label in place of the key where there is one. */
export function readable({ columns }: Report): ReportColumn[] {
  const named = columns.some(({ kind }) => kind === 'label');
  return columns.filter(({ kind }) => kind !== 'flag' && !(named && kind === 'key'));
}

const mostRows = 60;

/** The table of a report in sentences, one for each row: what a picture says to whoever does not see it. */
export function asText(report: Report): string {
  const [first, ...figures] = readable(report);
  if (!first) return report.question;
  const sentences = report.rows.slice(0, mostRows).map((row) => {
    const cells = figures.map((column) => `${column.label} ${written(row[column.name], column)}`);
    return `${written(row[first.name], first)}: ${cells.join(', ')}.`;
  });
  const more = report.rows.length > mostRows ? [`And ${report.rows.length - mostRows} rows more.`] : [];
  return [report.question, ...sentences, ...more].join(' ');
}
