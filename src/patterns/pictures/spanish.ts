import type { Cell, Report, ReportFilter, ReportRow } from '../report.js';
import { tables } from '../reports/counting.js';
import { inWords } from '../reports/dimensions.js';
import { definitionOf } from '../reports/index.js';
import { spanishBounds, spanishWords } from './spanish.words.js';

const notNarrowed = 'Not narrowed by: ';
const numbers = /\d+(?:[.,:-]\d+)*/g;

/**
 * A text of a report in Spanish: known by what it says with # in the place of numbers, which go into the translation in
 * their order. What nobody has translated (names of places, months) stays as it is.
 */
export function textInSpanish(english: string): string {
  for (const [bound, translated] of Object.entries(spanishBounds))
    if (english.endsWith(bound)) return `${textInSpanish(english.slice(0, -bound.length))}${translated}`;
  if (english.startsWith(notNarrowed))
    return `No aplicado: ${english.slice(notNarrowed.length, -1).split(', ').map(textInSpanish).join(', ')}.`;
  const plain = spanishWords[english];
  if (plain !== undefined) return plain;
  for (const pattern of [numbers, /\d[\d.,]*(?<=\d)/g]) {
    const found = english.match(pattern) ?? [];
    const known = spanishWords[english.replace(pattern, '#')];
    if (known !== undefined) return found.reduce((so, number) => so.replace('#', number), known);
  }
  return english;
}

/** How a row is called: by its value where it is one of a closed list, else by its name, which stays. */
function rowInSpanish({ name, groupBy }: Report, key: Cell, label: Cell): string {
  const { dimensions } = tables[definitionOf(name)?.source ?? 'letters'];
  const dimension = groupBy === null ? undefined : dimensions[groupBy];
  const isCalled =
    dimension !== undefined && (dimension.words !== undefined || typeof key === 'boolean' || key === 'unknown');
  return isCalled && key !== null ? inWords(key, dimension, 'es') : textInSpanish(String(label ?? 'Not known'));
}

/** What is asked of a closed list by its value; names and days as they are. */
export function filterInSpanish({ name, value, said }: ReportFilter): string {
  const dimension = tables.letters.dimensions[name];
  return dimension?.words ? inWords(value, dimension, 'es') : textInSpanish(said);
}

/** A report with everything that a reader sees of it in Spanish. */
export function inSpanish(report: Report): Report {
  const labels = report.columns.filter(({ kind }) => kind === 'label').map(({ name }) => name);
  const row = (cells: ReportRow): ReportRow => ({
    ...cells,
    ...Object.fromEntries(
      labels.map((name, at) => [
        name,
        rowInSpanish(report, at === 0 ? (cells.key ?? null) : null, cells[name] ?? null),
      ]),
    ),
  });
  const { chart } = report;
  return {
    ...report,
    title: textInSpanish(report.title),
    question: textInSpanish(report.question),
    filters: report.filters.map((filter) => ({
      ...filter,
      label: textInSpanish(filter.label),
      said: filterInSpanish(filter),
    })),
    methods: report.methods.map(textInSpanish),
    notes: report.notes.map(textInSpanish),
    columns: report.columns.map((column) => ({ ...column, label: textInSpanish(column.label) })),
    rows: report.rows.map(row),
    totals: report.totals && row(report.totals),
    chart: chart && { ...chart, xLabel: textInSpanish(chart.xLabel), yLabel: textInSpanish(chart.yLabel) },
  };
}
