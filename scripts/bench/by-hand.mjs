/**
 * What somebody would write who needs just these figures: for each report one or more ways, of which the fastest counts.
 * A way is a statement, or several that are sent one after the other.
 */
const of = '$1::uuid';
const letters = (what, where = '', group = '') =>
  `SELECT ${what} FROM pattern_letters WHERE organization_id = ${of} ${where} ${group}`;
const appointments = (what, group = '', where = `AND kind IN ('call_in_letter', 'ice_check_in')`) =>
  `SELECT ${what} FROM pattern_appointments WHERE organization_id = ${of} ${where} ${group}`;
/** All kinds, of which the reader takes those that matter: without a condition the index is read by several processes. */
const anyKind = (what, group) => appointments(what, group, '');
const yes = (...conditions) => conditions.map((one) => `count(*) FILTER (WHERE ${one})`).join(', ');
const by = (n) => `GROUP BY ${Array.from({ length: n }, (_, at) => at + 1).join(', ')}`;
/** How many rows have each combination of values; sums are for the reader. */
const combinations = (columns, from = letters) =>
  from(`${columns.join(', ')}, count(*)`, ...(from === letters ? ['', by(columns.length)] : [by(columns.length)]));
/** Combinations once more, of which each condition is asked in place of every row. */
const ofCombinations = (columns, ...conditions) =>
  `SELECT ${conditions.map((one) => `sum(c.count) FILTER (WHERE ${one})`).join(', ')} FROM (${combinations(columns)} OFFSET 0) c`;
/** What is true of a column, and of how many rows anything is known. */
const asked = (column, value) => [`${column} = '${value}'`, `${column} <> 'unknown'`];
const told = (column) => [column, `${column} IS NOT NULL`];

const papers =
  'immigration_documents valid_passport this_letter photo_id travel_document address_proof birth_certificate work_permit court_papers children other'.split(
    ' ',
  );
const textColumns = ['authority_cited', 'mentions_detention', 'stated_reason', 'ask_for', 'documents_demanded'];
const textConditions = [
  ...asked('authority_cited', 'none'),
  ...asked('mentions_detention', 'yes'),
  ...asked('stated_reason', 'official_matter'),
  ...asked('ask_for', 'deportation_officer'),
  ...papers.map((paper) => `'${paper}' = ANY (documents_demanded)`),
  'documents_demanded IS NOT NULL',
];
const later = `received_on >= date '2018-01-01' AND received_on <= date '2018-06-30'`;
const earlier = `received_on >= date '2017-01-01' AND received_on <= date '2017-12-31'`;
const held = 'coalesce(custody_days, greatest(current_date - custody_since, 0))';
const answers = ['order_of_supervision', 'pending_relief_any', 'us_citizen_or_lpr_spouse', 'us_citizen_children'];
const stands = ['prior_removal_order', 'convictions', 'proceedings', 'representation'];
const atHome = ['minor_children_at_home', 'primary_caregiver'];
const postureConditions = [
  ...asked('prior_removal_order', 'none'),
  ...asked('convictions', 'none'),
  ...asked('proceedings', 'not_in_proceedings'),
  `representation IN ('limited', 'full', 'co_counsel')`,
  `representation <> 'unknown'`,
  ...[...answers, ...atHome].flatMap(told),
];

export const byHand = {
  overview: [
    [
      ['received_week', 'received_month'],
      ['lag_days', 'lag_approximate'],
      ['outcome', 'attended', 'detained'],
      ['charge_level', 'evidence_grade'],
      ['office_id', 'place_id'],
    ].map((columns) => combinations(columns)),
  ],
  lag: [combinations(['lag_days', 'lag_approximate'])],
  letters: [
    combinations(['received_month', 'evidence_grade']),
    letters(
      `received_month, ${yes(...['seen_original', 'seen_copy', 'attorney_attested', 'client_report', 'hearsay'].map((one) => `evidence_grade = '${one}'`))}`,
      '',
      by(1),
    ),
  ],
  'print-to-letter': [
    combinations(['print_reason', 'lag_days', 'lag_approximate']),
    letters(`print_reason, lag_days, count(*), ${yes('lag_approximate')}`, '', by(2)),
  ],
  'recent-prints': [
    letters(`print_reason, lag_days <= 60, count(*)`, '', by(2)),
    letters(`print_reason, count(*), ${yes('lag_days <= 60', 'lag_days > 60')}`, '', by(1)),
  ],
  charges: [
    letters(`charge_level, ${yes(later, earlier)}`, `AND ((${later}) OR (${earlier}))`, by(1)),
    letters(
      `charge_level, received_on >= date '2018-01-01', count(*)`,
      `AND received_on >= date '2017-01-01' AND received_on <= date '2018-06-30'`,
      by(2),
    ),
    [later, earlier].map((period) => letters('charge_level, count(*)', `AND ${period}`, by(1))),
  ],
  detained: [combinations(['accompanied', 'attended', 'detained'])],
  posture: [
    letters(yes(...postureConditions)),
    combinations([...stands, ...answers, ...atHome]),
    ofCombinations([...stands, ...answers, ...atHome], ...postureConditions),
  ],
  proceedings: [combinations(['received_month', 'in_proceedings', 'nta_days'])],
  offices: [combinations(['office_id'])],
  times: [
    appointments('hour, weekday, count(*)', by(2)),
    combinations(['hour', 'weekday', 'kind'], anyKind),
    appointments(`hour, ${yes(...[1, 2, 3, 4, 5, 6, 7].map((one) => `weekday = ${one}`))}`, by(1)),
  ],
  'letter-text': [
    combinations(textColumns),
    letters(yes(...textConditions)),
    ofCombinations(textColumns, ...textConditions),
  ],
  counsel: [
    appointments(
      yes(
        "attorney_admitted = 'refused'",
        "attorney_admitted = 'partly'",
        "attorney_admitted <> 'not_requested'",
        ...told('supervisor_reversed'),
        ...['will_be_released', 'will_be_detained'].flatMap((said) => [
          `officer_initial_statement = '${said}' AND detained`,
          `officer_initial_statement = '${said}' AND detained IS NOT NULL`,
        ]),
      ),
    ),
    combinations(
      ['kind', 'attorney_admitted', 'supervisor_reversed', 'officer_initial_statement', 'detained'],
      anyKind,
    ),
  ],
  custody: [letters(`${held}, custody_ended, out_of_state, count(*)`, 'AND detained', by(3))],
  'custody-curve': [letters(`${held}, custody_ended, count(*)`, 'AND detained', by(2))],
  'waiting-rooms': [
    `SELECT observed_week, count(*), sum(attorneys_seen), sum(unrepresented_seen), sum(others_seen), sum(detained_known)
     FROM pattern_venues WHERE organization_id = ${of} GROUP BY 1`,
  ],
  reminders: [
    `SELECT date_trunc('month', due_at)::date, state, count(*) FROM reminders
     WHERE organization_id = ${of} AND due_at < current_date AND state NOT IN ('cancelled', 'superseded') GROUP BY 1, 2`,
  ],
  holdings: [
    `SELECT ${[
      'clients',
      'arrests',
      'fingerprint_events',
      'letters',
      'appointments',
      'custody_events',
      'reminders',
      'venue_observations',
    ]
      .map((table) => `(SELECT ROW(count(*), min(created_at)) FROM ${table} WHERE organization_id = ${of})`)
      .join(', ')}, ${Object.entries({ pattern_letters: 'received_on', pattern_appointments: 'starts_on' })
      .map(([table, day]) => `(SELECT ROW(count(*), min(${day})) FROM ${table} WHERE organization_id = ${of})`)
      .join(', ')}`,
  ],
  accompaniments: [
    appointments('starts_month, inside_minutes, closed_on_time, accompanied, count(*)', by(4)),
    appointments(
      `starts_month, inside_minutes, count(*), ${yes('accompanied', 'closed_on_time IS NOT NULL', 'closed_on_time')}`,
      by(2),
    ),
    combinations(['starts_month', 'kind', 'inside_minutes', 'closed_on_time', 'accompanied'], anyKind),
  ],
  notice: [combinations(['received_month', 'notice_days'])],
};
