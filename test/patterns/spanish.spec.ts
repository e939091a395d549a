import { describe, expect, it } from '@jest/globals';
import { bookWords } from '../../src/patterns/pictures/book.words.js';
import { textInSpanish } from '../../src/patterns/pictures/spanish.js';
import { tables } from '../../src/patterns/reports/counting.js';
import { definitions } from '../../src/patterns/reports/index.js';

describe('The Spanish edition of the book', () => {
  it.each(definitions.map((one) => [one.name, one] as const))(
    'has words for all that the report %s says',
    (_, { title, question, methods, chart, measures, features, rows, own, publication }) => {
      const columns = [
        ...measures.flatMap((measure) => measure.columns),
        ...[rows, own, publication?.rows].flatMap((of) => of?.columns ?? []),
      ];
      const said = [
        title,
        question,
        ...methods,
        chart?.xLabel ?? '',
        chart?.yLabel ?? '',
        ...columns.map(({ label }) => label),
        ...(features ?? []).map(({ label }) => label),
      ];
      expect(said.filter((text) => text !== '' && textInSpanish(text) === text)).toEqual([]);
    },
  );

  it('has words for whatever reports are grouped by, keeps numbers in their order and names as they are', () => {
    const dimensions = Object.values(tables).flatMap((table) => Object.values(table.dimensions));
    expect(dimensions.filter(({ label }) => textInSpanish(label) === label)).toEqual([]);
    expect(textInSpanish('31-60 days')).toBe('31-60 días');
    expect(textInSpanish('Share within 10-21 days: at most (Wilson)')).toBe(
      'Parte entre 10 y 21 días: como mucho (Wilson)',
    );
    expect(
      textInSpanish(
        '2018-01-01 to 2018-03-31 (3 months) is compared with 2017-01-01 to 2017-12-31 (12 months); rates are per month.',
      ),
    ).toBe(
      'Del 2018-01-01 al 2018-03-31 (3 meses) se compara con del 2017-01-01 al 2017-12-31 (12 meses); las tasas son por mes.',
    );
    expect(textInSpanish('26 Federal Plaza')).toBe('26 Federal Plaza');
    expect(Object.keys(bookWords.es)).toEqual(Object.keys(bookWords.en));
  });
});
