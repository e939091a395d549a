import type { BookLanguage } from '../patterns.dto.js';
import type { Cell, Report } from '../report.js';

const locales: Readonly<Record<BookLanguage, string>> = { en: 'en-GB', es: 'es' };

/** "Jan 2018" of `2018-01`, "12 Feb 2018" of a day; anything else as it is. */
export function spelled<C extends Cell>(cell: C, language: BookLanguage): C | string {
  const [, month, day] = /^(\d{4}-\d{2})(-\d{2})?$/.exec(String(cell)) ?? [];
  if (!month) return cell;
  const format = new Intl.DateTimeFormat(locales[language], {
    timeZone: 'UTC',
    month: 'short',
    year: 'numeric',
    ...(day ? { day: 'numeric' } : {}),
  });
  return format.format(new Date(`${month}${day ?? '-01'}T00:00:00Z`));
}

/** A report for a page that is read by people: the months and days that its rows are about by their names. Keys stay. */
export function withMonths(report: Report, language: BookLanguage): Report {
  const labels = report.columns.filter(({ kind }) => kind === 'label').map(({ name }) => name);
  return {
    ...report,
    rows: report.rows.map((row) => ({
      ...row,
      ...Object.fromEntries(labels.map((name) => [name, spelled(row[name] ?? null, language)])),
    })),
  };
}
