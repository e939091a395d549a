import { definitions } from '../reports/index.js';
import { basicMeanings } from './basic-tables.js';

/**
 * What each column counts, in SQL over which rows: two columns that mean the same are the same figure, in whichever reports
 * they are. From the definitions alone, so that a release of long ago is known as well.
 */
const meanings = new Map<string, string>(Object.entries(basicMeanings));
for (const { name, source, where, compares, value, measures, publication } of definitions) {
  if (!publication) continue;
  const rows = `${source}|${typeof where === 'string' && !compares ? where : ''}`;
  for (const { counts, totals, ranges } of measures) {
    for (const [column, sql] of [...Object.entries(counts ?? {}), ...Object.entries(totals ?? {})])
      if (typeof sql === 'string') meanings.set(`${name}.${column}`, `${rows}|${sql}`);
    for (const [column, range] of Object.entries(ranges ?? {}))
      if (typeof value === 'string')
        meanings.set(`${name}.${column}`, `${rows}|${value}|${range.from ?? ''}-${range.to ?? ''}`);
  }
  for (const [column, sql] of Object.entries(publication.means ?? {}))
    meanings.set(`${name}.${column}`, `${source}||${sql}`);
}

/** @returns undefined for what follows from other figures, and is compared through them */
export const meaningOf = (report: string, column: string): string | undefined =>
  meanings.get(`${report}.${column}`) ?? (column.endsWith("'") ? undefined : `${report}.${column}`);
