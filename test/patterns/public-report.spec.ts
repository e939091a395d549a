import { describe, expect, it } from '@jest/globals';
import { publicReport } from '../../src/patterns/release/public-report.js';
import { publishable } from '../../src/patterns/release/publication.js';
import { safeRelease } from '../../src/patterns/release/safe-release.js';
import type { Report, ReportColumn, ReportRow } from '../../src/patterns/report.js';

const column = (name: string, kind: ReportColumn['kind'], of: string[] = []): ReportColumn => ({
  name,
  label: name,
  kind,
  unit: kind === 'count' ? 'letters' : null,
  of,
});

/** A report that says of itself no more than its columns do. */
const reportOf = (columns: ReportColumn[], ...rows: ReportRow[]): Report => ({
  name: 'letters',
  title: 'Letters',
  question: 'How many?',
  on: '2018-03-19',
  zone: 'America/New_York',
  filters: [],
  groupBy: 'county',
  methods: [],
  notes: [],
  columns: [column('key', 'key'), ...columns],
  rows,
  totals: null,
  partition: false,
  sums: [],
  chart: null,
});

describe('The public form of a report', () => {
  it.each([
    [36, 40, true],
    [29, 40, false],
    [40, 40, false],
  ])('of %d of %d hides one of them where the rest is few', async (part, whole, isHidden) => {
    const columns = [column('part', 'count'), column('whole', 'count'), column('share', 'share', ['part', 'whole'])];
    const report = reportOf(columns, { key: 'bronx', part, whole, share: part / whole });
    const safe = await safeRelease(publishable(report, {}), [], 11);
    const [row] = 'report' in safe ? safe.report.rows : [];
    expect(Object.values(row!).includes('*')).toBe(isHidden);
    expect(row!.share === '*').toBe(isHidden);
  });

  it('has groups in an order that tells nothing of their size, and questions in their own', () => {
    const rows = [
      { key: 'queens', n: 60 },
      { key: null, n: 40 },
      { key: 'bronx', n: 20 },
    ];
    const keysOf = (partition: boolean) =>
      publicReport({ ...reportOf([column('n', 'count')], ...rows), partition }, [], 11).report.rows.map(
        ({ key }) => key,
      );
    expect(keysOf(true)).toEqual(['bronx', 'queens', null]);
    expect(keysOf(false)).toEqual(['queens', null, 'bronx']);
  });

  it.each([
    // Together 12, each 1 at least and so 11 at most: only 10 apart.
    [5, 7, true],
    [5, 8, false],
  ])('knows that a row that is there counts one at least: of %d and %d more is hidden: %s', async (a, b, isMore) => {
    const rows = [a, b, 40].map((n, at) => ({ key: `county_${at}`, n }));
    const report = {
      ...reportOf([column('n', 'count')], ...rows),
      totals: { key: null, n: a + b + 40 },
      partition: true,
    };
    const safe = await safeRelease(publishable(report, {}), [], 11);
    const shown = 'report' in safe ? [...safe.report.rows, safe.report.totals!].map(({ n }) => n) : [];
    expect(shown.filter((n) => n === '*').length > 2).toBe(isMore);
  });

  const medians = [column('n', 'count'), column('other', 'count'), column('median', 'quantile', ['n'])];
  const most = column('max', 'quantile', ['n']);

  it.each([
    ['of k letters is shown', 11, [], 14],
    ['of fewer is hidden, though they agreed to be counted in public', 10, [], '*'],
    ['is hidden where a count of its row is', 11, [{ row: 0, column: 'other', why: 'small' as const }], '*'],
  ])('a median %s, and never the greatest value', (_, n, hidden, median) => {
    const report = reportOf([...medians, most], { key: 'bronx', n, other: 12, median: 14, max: 20 });
    expect(publicReport(report, hidden, 11).report.rows).toMatchObject([{ n, median, max: '*' }]);
  });
});
