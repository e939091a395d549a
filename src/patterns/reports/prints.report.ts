import type { ReportRow } from '../report.js';
import { lagBins } from '../statistics/lag.js';
import { daysUntilComplete, isStillComing } from '../statistics/truncation.js';
import type { Definition, Measure } from './definition.js';
import { bins, column, count, countKnown, countWithin, quartiles, share, shareOfAll, split } from './measures.js';

/** Flags months of fingerprints whose slow letters cannot have come yet. */
const stillComing: Measure = {
  columns: [column('stillComing', 'Letters still to come', 'flag', null)],
  cells: ({ key }, whole, { query, today }) => ({
    stillComing:
      query.groupBy === 'printMonth' && typeof key === 'string'
        ? isStillComing(key, today, daysUntilComplete(whole.histogram))
        : null,
  }),
};

/** How soon letters follow fingerprints. */
export const printToLetter: Definition = {
  name: 'print-to-letter',
  title: 'From fingerprints to letter',
  question: 'How many days after fingerprints does the letter come?',
  methods: [
    'Days from the print that the letter is held to follow, to the date on the letter, else its postmark, else its arrival.',
    'Quartiles are interpolated (definition 7 of Hyndman and Fan). Half of the letters lie between the lower and the upper.',
    '10 to 21 days is the span first reported in early 2018.',
    'Where rows are months of fingerprints, a month is flagged while its slow letters cannot have come yet: fewer days have passed since its end than 95 of 100 letters took. Do not compare a flagged month with an earlier one.',
  ],
  source: 'letters',
  groupBy: 'printReason',
  // With it the narrow index holds the rows in the order of their groups.
  over: ['lag_approximate'],
  value: 'lag_days',
  measures: [
    count('n', 'Letters'),
    countKnown('known', 'Lag known'),
    quartiles('known', 'days'),
    bins('known', 'letters', lagBins, 'days'),
    countWithin('within10To21', 'Within 10-21 days', { from: 10, to: 21 }),
    share('within10To21Share', 'Share within 10-21 days', 'within10To21', 'known'),
    count('approximate', 'On a date not known to the day', 'lag_approximate'),
    stillComing,
  ],
  chart: {
    kind: 'interval',
    x: 'label',
    y: ['median'],
    low: 'q1',
    high: 'q3',
    xLabel: '',
    yLabel: 'Days from fingerprints to letter',
  },
  publication: {
    // When letters are no longer to come follows from how long the slowest took.
    without: ['stillComing'],
    sums: [
      { total: 'n', parts: ['known', "noLag'"] },
      { total: 'known', parts: ['approximate', "exact'"] },
      { total: 'within10To21', parts: ["from10To14'", 'from15To21'] },
      { total: 'from8To14', parts: ["from8To9'", "from10To14'"] },
    ],
    means: { "noLag'": { sql: 'lag_days IS NULL' } },
  },
  notes: (whole, rows) => [
    ...(whole.counts.approximate! > 0
      ? [`${whole.counts.approximate} of ${whole.counts.known} lags rest on a date that is not known to the day.`]
      : []),
    ...(rows.some((row: ReportRow) => row.stillComing)
      ? [
          `The latest months are not complete: letters may still come up to ${daysUntilComplete(whole.histogram)} days after fingerprints, so that those known so far are the fast ones.`,
        ]
      : []),
  ],
};

/** Who had been printed shortly before. */
export const recentPrints: Definition = {
  name: 'recent-prints',
  title: 'Printed in the 60 days before',
  question:
    'How many of those who got a letter had been fingerprinted in the 60 days before, why, and what did the print hit?',
  methods: [
    'Counts letters whose print was taken at most 60 days before the letter was written. Where no print is noted, it counts as not printed: the share is a lower bound.',
    'The same can be asked by what the print met and by the way it went.',
    'Share of the group: of those with this reason. Share of all letters: of everybody who got a letter.',
  ],
  source: 'letters',
  groupBy: 'printReason',
  measures: [
    count('n', 'Letters'),
    split('n', [
      count('printed', 'Printed in the 60 days before', 'lag_days <= 60'),
      count('earlier', 'Printed before that', 'lag_days > 60'),
      count('noLag', 'No print known', 'lag_days IS NULL'),
    ]),
    share('printedShare', 'Share of the group', 'printed', 'n'),
    {
      ...shareOfAll('ofAll', 'Share of all letters', 'n'),
      cells: ({ counts }, whole) => ({ ofAll: whole.counts.n ? counts.printed! / whole.counts.n : null }),
      columns: [column('ofAll', 'Share of all letters', 'share', 'share', ['printed'])],
    },
  ],
  chart: { kind: 'bars', x: 'label', y: ['printed'], xLabel: '', yLabel: 'Letters within 60 days of fingerprints' },
  // Of all letters: with their number hidden, it could be worked out.
  publication: { without: ['ofAll'], means: { earlier: { sql: 'true', of: 'lag_days|61-' } } },
};
