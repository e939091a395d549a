import type { BookLanguage } from '../patterns.dto.js';
import type { Cell, Report, ReportColumn, ReportRow } from '../report.js';

/** What stands in cells that are neither number nor name, and after those that are left out. */
const cellWords = {
  en: { notKnown: 'Not known', yes: 'yes', no: 'no', more: (count: number) => `And ${count} more rows.` },
  es: { notKnown: 'No se sabe', yes: 'sí', no: 'no', more: (count: number) => `Y ${count} filas más.` },
} satisfies Record<BookLanguage, object>;

/** What the line of an interval is. */
export const intervalWords: Readonly<Record<BookLanguage, string>> = {
  en: '95 % interval',
  es: 'Intervalo del 95 %',
};

/** What an arrow at its end is. */
export const openWords: Readonly<Record<BookLanguage, string>> = {
  en: 'arrow: no upper bound',
  es: 'flecha: sin límite superior',
};

/** A cell as it is written in tables. */
function written(
  value: Cell | undefined,
  { unit, kind }: Pick<ReportColumn, 'unit' | 'kind'>,
  language: BookLanguage,
): string {
  const words = cellWords[language];
  if (value === null || value === undefined) return kind === 'key' || kind === 'label' ? words.notKnown : '–';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string') return value;
  if (unit === 'share') return `${(value * 100).toFixed(0)} %`;
  if (Number.isInteger(value)) return value.toLocaleString('en-US');
  // Rates of few: 0.03 is not nothing.
  return Math.abs(value) < 0.1 ? value.toPrecision(1) : value.toFixed(1);
}

/** Columns that a person reads: the label in place of the key where there is one. */
export function readable({ columns }: Report): ReportColumn[] {
  const named = columns.some(({ kind }) => kind === 'label');
  return columns.filter(({ kind }) => kind !== 'flag' && !(named && kind === 'key'));
}

/** A column of a printed table; the two bounds of an interval stand in one. */
export interface ReadColumn {
  label: string;
  text(row: ReportRow): string;
}

const atLeast = /: (?:at least|al menos)(?= \(|$)/;
/** Whether a column is the lower end of an interval that holds the truth, as quartiles are not. */
export const isLowerBound = ({ label }: ReportColumn): boolean => atLeast.test(label);

/** Columns as they are printed: "31 – 83 %" for two bounds that stand beside each other. */
export function asRead(columns: readonly ReportColumn[], language: BookLanguage): ReadColumn[] {
  return columns.flatMap((column, at): ReadColumn[] => {
    const [before, next] = [columns[at - 1], columns[at + 1]];
    const one = ({ name }: ReportColumn, end: 'Low' | 'High') =>
      name.endsWith(end) ? name.slice(0, -end.length) : undefined;
    if (
      before &&
      atLeast.test(before.label) &&
      one(column, 'High') !== undefined &&
      one(column, 'High') === one(before, 'Low')
    )
      return [];
    const label = column.label;
    if (
      next === undefined ||
      one(column, 'Low') === undefined ||
      one(column, 'Low') !== one(next, 'High') ||
      !atLeast.test(label)
    )
      return [{ label, text: (row) => written(row[column.name], column, language) }];
    const text = (row: ReportRow) => {
      const [low, high] = [written(row[column.name], column, language), written(row[next.name], next, language)];
      if (low === high) return low;
      // Known on one side alone.
      if (row[next.name] === null) return `${low} – …`;
      if (row[column.name] === null) return `… – ${high}`;
      return `${low.replace(/ %$/, '')} – ${high}`;
    };
    // Of what no other interval stands beside, the name alone would be that of the figure.
    return [{ label: label.replace(atLeast, label.endsWith(')') ? '' : ' (95 %)'), text }];
  });
}

const mostRows = 60;

/** The table of a report in sentences, one for each row: what a picture says to whoever does not see it. */
export function asText(report: Report, language: BookLanguage): string {
  const [first, ...figures] = readable(report);
  if (!first) return report.question;
  const sentences = report.rows.slice(0, mostRows).map((row) => {
    const cells = figures.map((column) => `${column.label} ${written(row[column.name], column, language)}`);
    return `${written(row[first.name], first, language)}: ${cells.join(', ')}.`;
  });
  const more = report.rows.length > mostRows ? [cellWords[language].more(report.rows.length - mostRows)] : [];
  return [report.question, ...sentences, ...more].join(' ');
}
