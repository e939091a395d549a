import type { Definition } from './definition.js';
import { column } from './measures.js';

const kinds = [
  ['clients', 'Case files'],
  ['arrests', 'Arrests'],
  ['fingerprint_events', 'Fingerprints'],
  ['letters', 'Letters'],
  ['appointments', 'Appointments'],
  ['custody_events', 'Custody events'],
  ['reminders', 'Reminders'],
  ['pattern_letters', 'Rows of the pattern ledger: letters'],
  ['pattern_appointments', 'Rows of the pattern ledger: appointments'],
  ['venue_observations', 'Observations of waiting rooms'],
] as const;

const daysOfLedger: Readonly<Record<string, string>> = {
  pattern_letters: 'received_on',
  pattern_appointments: 'starts_on',
};

/** What there would be to take. */
export const holdings: Definition = {
  name: 'holdings',
  title: 'What we hold',
  question: 'How many records of each kind are there, since when, and how many case files are due to be reviewed?',
  methods: [
    'Counts of records as they are today, whatever the filters; the oldest by the day on which it was written down. Rows of the ledger do not say when that was: theirs is the first day that they are about.',
    'Due for review: case files whose day of review has come and that no legal hold keeps.',
  ],
  source: 'letters',
  groupBy: null,
  fixed: true,
  measures: [],
  own: {
    columns: [
      column('key', 'Kind', 'key', null),
      column('label', 'Kind', 'label', null),
      column('n', 'Records', 'sum', 'records'),
      column('oldest', 'Oldest', 'label', null),
      column('reviewDue', 'Due for review', 'sum', 'records'),
    ],
    read: async (work, { today, zone }) => {
      return work.sql(
        kinds
          .map(
            ([table, label]) => `SELECT '${table}' AS key, '${label}' AS label, count(*) AS n,
              to_char(min(${daysOfLedger[table] ?? 'created_at AT TIME ZONE $3'}), 'YYYY-MM-DD') AS oldest,
              ${table === 'clients' ? 'count(*) FILTER (WHERE review_on <= $2::date AND NOT legal_hold)' : 'NULL::bigint'} AS "reviewDue"
            FROM ${table} WHERE organization_id = $1`,
          )
          .join(' UNION ALL '),
        [work.organizationId, today, zone],
      );
    },
  },
  chart: { kind: 'bars', x: 'label', y: ['n'], xLabel: '', yLabel: 'Records' },
  inside: 'What is held here, and since when, tells others what there would be to demand or to steal.',
};
