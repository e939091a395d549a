import { describe, expect, it } from '@jest/globals';
import { bookWords } from '../../src/patterns/pictures/book.words.js';
import { inSpanish, textInSpanish } from '../../src/patterns/pictures/spanish.js';
import { asRead, asText } from '../../src/patterns/pictures/words.js';
import type { Cell, Report, ReportColumn } from '../../src/patterns/report.js';
import { tables } from '../../src/patterns/reports/counting.js';
import { inWords, letterDimensions } from '../../src/patterns/reports/dimensions.js';
import { documented, filterWords } from '../../src/patterns/reports/filters.js';
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
      // Plain words: no names that only programs know, such as groupBy=printPath.
      for (const text of said.flatMap((one) => [one, textInSpanish(one)]))
        expect(text).not.toMatch(/[a-z][A-Z]|\w=\w|\.\.\w/);
    },
  );

  it('calls every value of every grouping in Spanish, and leaves only names, numbers and days as they are', () => {
    const asTheyAre = ['month', 'week', 'printMonth', 'hour', 'county', 'place', 'office', 'precinct'];
    const yesOrNo = ['pendingRelief', 'spouse', 'accompanied'];
    // Names of agencies, and ages, are the same.
    const same = ['nypd', 'sheriff', 'fbi_ngi', 'dhs_ident', 'ice_lesc', 'ice_fugitive_operations'];
    const sameAge = /^\d\d_\d\d$/;
    for (const { name, source, fixed } of definitions)
      for (const [groupBy, { words, spelled }] of fixed ? [] : Object.entries(tables[source].dimensions)) {
        if (asTheyAre.includes(groupBy)) continue;
        const keys = yesOrNo.includes(groupBy) ? [true, false] : Object.keys(words ?? {});
        expect([groupBy, keys.length > 1]).toEqual([groupBy, true]);
        const report = {
          name,
          groupBy,
          filters: [],
          methods: [],
          notes: [],
          title: '',
          question: '',
          chart: null,
        } as unknown as Report;
        const columns = [
          { name: 'key', kind: 'key', label: '' } as ReportColumn,
          { name: 'label', kind: 'label', label: '' } as ReportColumn,
        ];
        const rows = [...keys, null].map((key) => ({ key, label: inWords(key, tables[source].dimensions[groupBy]) }));
        const labels = inSpanish({ ...report, columns, rows }).rows.map(({ label }) => label);
        rows.forEach(({ key, label }, at) => {
          expect([groupBy, key, label]).toEqual([groupBy, key, expect.not.stringMatching(/_|^[a-z]/)]);
          if (key === false || same.includes(String(key)) || sameAge.test(String(key))) return;
          expect([groupBy, key, labels[at]]).toEqual([groupBy, key, expect.not.stringMatching(`^${label}$`)]);
        });
        expect(new Set(labels).size).toBe(labels.length);
        if (spelled === 'path')
          expect(inWords('nypd>other_agency>ice_lesc', tables[source].dimensions[groupBy], 'es')).toBe(
            'NYPD → Otra agencia → ICE LESC',
          );
      }
    expect(['new_york', 'nj_hudson', 'st_lawrence'].map((key) => inWords(key, letterDimensions.county))).toEqual([
      'New York',
      'Hudson, NJ',
      'St Lawrence',
    ]);
  });

  it('prints the two bounds of an interval as one, in both languages', () => {
    const bounds = (['en', 'es'] as const).map((language, at) => {
      const label = ['Share', 'Parte'][at]!;
      const [low, high] = [at === 0 ? 'at least' : 'al menos', at === 0 ? 'at most' : 'como mucho'];
      return asRead(
        [
          { name: 'share', label, kind: 'share', unit: 'share', of: [] },
          { name: 'shareWilsonLow', label: `${label}: ${low} (Wilson)`, kind: 'bound', unit: 'share', of: [] },
          { name: 'shareWilsonHigh', label: `${label}: ${high} (Wilson)`, kind: 'bound', unit: 'share', of: [] },
        ],
        language,
      );
    });
    expect(bounds.map((columns) => columns.map(({ label }) => label))).toEqual([
      ['Share', 'Share (Wilson)'],
      ['Parte', 'Parte (Wilson)'],
    ]);
    const said = (low: Cell, high: Cell) => bounds[0]![1]!.text({ shareWilsonLow: low, shareWilsonHigh: high });
    expect([said(0.31, 0.83), said(null, null), said('*', '*'), said(0.31, null)]).toEqual([
      '31 – 83 %',
      '–',
      '*',
      '31 % – …',
    ]);
  });

  it('says to whoever does not see a picture what is not known and how many rows are left out', () => {
    const rows = Array.from({ length: 62 }, (_, at) => ({ key: null, label: null, letters: at }));
    const columns: ReportColumn[] = [
      { name: 'label', label: 'County', kind: 'label', unit: null, of: [] },
      { name: 'letters', label: 'Letters', kind: 'count', unit: null, of: [] },
    ];
    const report = { title: '', question: 'How many?', rows, columns } as unknown as Report;
    expect(asText(report, 'en')).toMatch(/^How many\? Not known: Letters 0\. .*: Letters 59\. And 2 more rows\.$/);
    expect(asText(report, 'es')).toMatch(/ No se sabe: Letters 59\. Y 2 filas más\.$/);
  });

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
    const lengths = [1, 2].flatMap((later) => [1, 2].map((earlier) => [later, earlier]));
    const comparisons = lengths.flatMap(([later, earlier]) =>
      ['month', 'day'].map((unit) => {
        const said = (length = 0) => `2018-01-01 to 2018-01-31 (${length} ${unit}${length === 1 ? '' : 's'})`;
        return textInSpanish(`${said(later)} is compared with ${said(earlier)}; rates are per ${unit}.`);
      }),
    );
    for (const text of comparisons)
      expect(text).toMatch(/^Del .* \((1 (mes|día)|2 (meses|días))\) se .* \((1 (mes|día)|2 (meses|días))\); las/);
    expect(textInSpanish('26 Federal Plaza')).toBe('26 Federal Plaza');
    expect(Object.values(filterWords).filter((label) => textInSpanish(label) === label)).toEqual([]);
    expect(textInSpanish('Not narrowed by: Office, Charge level.')).toBe('No aplicado: Oficina, Nivel del cargo.');
    const level = { name: 'chargeLevel', value: 'misdemeanor_b', label: 'Charge level', said: 'B misdemeanor' };
    const grade = { name: 'evidence', value: 'documented', label: 'Evidence', said: documented };
    expect([level, grade].map(bookWords.es.filter)).toEqual([
      'Nivel del cargo: Delito menor B',
      'Prueba: Sin lo que solo se sabe de oídas',
    ]);
    expect(bookWords.en.filter(level)).toBe('Charge level: B misdemeanor');
    expect(Object.keys(bookWords.es)).toEqual(Object.keys(bookWords.en));
  });
});
