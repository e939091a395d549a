import type { LagGroup, LagReport, OverviewGroup, OverviewReport } from '../patterns.dto.js';
import { lagBins } from '../statistics/lag.js';
import { tables } from '../reports/counting.js';
import { inWords } from '../reports/dimensions.js';
import type { ColumnKind, ColumnUnit, Report, ReportColumn, ReportRow } from '../report.js';
import { yesOrNo } from './facts.js';
import type { Publication } from './publication.js';

type Head = Pick<Report, 'name' | 'on' | 'zone' | 'filters' | 'groupBy'>;

const column = (
  name: string,
  label: string,
  kind: ColumnKind,
  unit: ColumnUnit | null = null,
  of: string[] = [],
): ReportColumn => ({
  name,
  label,
  kind,
  unit,
  of,
});
const letters = (name: string, label: string) => column(name, label, 'count', 'letters');

const name = ({ from, to }: { from: number; to: number | null }) =>
  to === null ? `days${from}AndMore` : `days${from}To${to}`;

/** What the counts of these tables count, in the words of the other reports. */
export const basicConditions: Readonly<Record<string, { sql: string; of?: string }>> = {
  'overview.n': { sql: 'true' },
  'overview.attended': { sql: 'attended' },
  'overview.known': { sql: 'attended AND detained IS NOT NULL' },
  'overview.detained': { sql: 'attended AND detained' },
  'overview.walkedOut': { sql: 'attended AND NOT detained' },
  'overview.unknown': { sql: 'attended AND detained IS NULL' },
  'lag.n': { sql: 'true', of: 'lag_days|-' },
  ...Object.fromEntries(
    lagBins.map((bin) => [`lag.${name(bin)}`, { sql: 'true', of: `lag_days|${bin.from}-${bin.to ?? ''}` }]),
  ),
  'lag.within10To21': { sql: 'true', of: 'lag_days|10-21' },
};

/** How the lags of the table hang together: those of 10 to 21 days cut through an interval. */
export const lagPublication: Publication = {
  sums: [
    { total: 'within10To21', parts: ["days10To14'", 'days15To21'] },
    { total: 'days8To14', parts: ["days8To9'", "days10To14'"] },
  ],
};

const keysOf = (groupBy: string | null) => {
  const label = (groupBy === null ? undefined : tables.letters.dimensions[groupBy]?.label) ?? 'Group';
  return [column('key', label, 'key'), column('name', label, 'label')];
};
const rowKey = (groupBy: string | null) => {
  const dimension = groupBy === null ? undefined : tables.letters.dimensions[groupBy];
  return ({ key: text, name }: { key: string | null; name?: string | null }): ReportRow => {
    const key = yesOrNo(text);
    return { key, name: name ?? inWords(key, dimension) };
  };
};

/** The lag report as a table: letters of each group by how long they took. */
export function lagTable(head: Head, report: LagReport): Report {
  const bins = report.bins.map(({ from, to }) => ({
    name: name({ from, to }),
    label: to === null ? `${from} days and more` : `${from} to ${to} days`,
  }));
  const cells = ({ n, median, bins: counted, shareWithin10To21 }: Omit<LagGroup, 'key'>): ReportRow => ({
    n,
    ...Object.fromEntries(bins.map(({ name }, at) => [name, counted[at]!.n])),
    within10To21: Math.round((shareWithin10To21 ?? 0) * n),
    median,
  });
  return {
    ...head,
    title: 'Days from fingerprints to letter',
    question: 'How soon do letters come after fingerprints?',
    methods: [
      'Letters of which the dates of print and letter are known. The date of the letter is that on it, else of the postmark, else of arrival.',
    ],
    notes: [],
    columns: [
      ...keysOf(head.groupBy),
      letters('n', 'Letters'),
      ...bins.map(({ name, label }) => letters(name, label)),
      letters('within10To21', 'Within 10-21 days'),
      column('median', 'Median', 'quantile', 'days', ['n']),
    ],
    rows: (report.groups ?? []).map((group) => ({ ...rowKey(head.groupBy)(group), ...cells(group) })),
    totals: { key: null, name: 'All', ...cells(report) },
    partition: true,
    sums: [{ total: 'n', parts: bins.map(({ name }) => name) }],
    chart: { kind: 'stacked', x: 'name', y: bins.map(({ name }) => name), xLabel: 'Group', yLabel: 'Letters' },
  };
}

/** The overview as a table: letters of each group, and what came of them. */
export function overviewTable(head: Head, report: OverviewReport): Report {
  const cells = ({ n, attended, detained }: Pick<OverviewGroup, 'n' | 'attended' | 'detained'>): ReportRow => ({
    n,
    attended,
    notAttended: n - attended,
    detained: detained.n,
    walkedOut: detained.of - detained.n,
    unknown: attended - detained.of,
    known: detained.of,
    detainedShare: detained.share,
    low: detained.wilson?.low ?? null,
    high: detained.wilson?.high ?? null,
  });
  const ofKnown = ['detained', 'known'];
  return {
    ...head,
    title: 'Letters and what came of them',
    question: 'How many letters came, how many people went, and how many did not walk out?',
    methods: [
      'Letters by the day of arrival. Attended: the person came to the appointment. Detained: of those who came and of whom it is known, those who did not walk out.',
      'Low and high are the bounds of the 95 % interval of Wilson for the share detained.',
    ],
    notes: [],
    columns: [
      ...keysOf(head.groupBy),
      letters('n', 'Letters'),
      letters('attended', 'Attended'),
      letters('notAttended', 'Did not attend, or not known'),
      letters('known', 'Outcome known'),
      letters('detained', 'Detained'),
      letters('walkedOut', 'Walked out'),
      letters('unknown', 'Outcome not known'),
      column('detainedShare', 'Share detained', 'share', 'share', ofKnown),
      column('low', 'Low', 'bound', 'share', ofKnown),
      column('high', 'High', 'bound', 'share', ofKnown),
    ],
    rows: (report.groups ?? []).map((group) => ({ ...rowKey(head.groupBy)(group), ...cells(group) })),
    totals: { key: null, name: 'All', ...cells(report) },
    partition: true,
    sums: [
      { total: 'n', parts: ['attended', 'notAttended'] },
      { total: 'attended', parts: ['known', 'unknown'] },
      { total: 'known', parts: ['detained', 'walkedOut'] },
    ],
    chart: { kind: 'bars', x: 'name', y: ['n', 'attended'], xLabel: 'Group', yLabel: 'Letters' },
  };
}
