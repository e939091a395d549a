/** A pattern ledger as a very large organisation has it, spread without a random number; rows whose case files are gone. */

const day = `date '2016-01-01' + i % 900`;
const month = `date_trunc('month', ${day})::date`;
const week = `date_trunc('week', ${day})::date`;
/** One of the values after the other, each for so many rows. */
const each = (values, step) =>
  `(ARRAY[${values.map((value) => `'${value}'`).join(', ')}])[1 + i / ${step} % ${values.length}]`;
const office = 'offices[1 + i / 3 % cardinality(offices)]';
const place = 'places[1 + i / 4 % cardinality(places)]';

const letters = {
  received_on: day,
  received_month: month,
  received_week: week,
  lag_days: 'CASE WHEN i % 10 <> 0 THEN 5 + i * 7 % 60 END',
  lag_approximate: 'CASE WHEN i % 10 <> 0 THEN i % 9 = 0 END',
  notice_days: '3 + i % 20',
  county: each(['bronx', 'kings', 'queens', 'new_york', 'richmond'], 3),
  charge_level: each(['misdemeanor_a', 'misdemeanor_b', 'violation', 'felony_e', 'unknown'], 2),
  charge_category: each(['theft', 'traffic', 'assault', 'other'], 5),
  print_month: `date_trunc('month', ${day} - 20)::date`,
  print_reason: each(['arrest', 'civil_inquiry', 'criminal_inquiry', 'unknown'], 7),
  hit_type: `'ident_match'`,
  office_id: office,
  place_id: place,
  official_title: `'deportation_officer'`,
  authority_cited: each(['none', 'none', 'none', 'statute'], 13),
  mentions_detention: each(['yes', 'no', 'unknown'], 4),
  stated_reason: each(['official_matter', 'interview', 'official_matter'], 6),
  ask_for: each(['deportation_officer', 'named_officer'], 9),
  documents_demanded: `${each(['{valid_passport,this_letter}', '{this_letter}', '{immigration_documents,photo_id}', '{}'], 12)}::varchar[]`,
  evidence_grade: each(['seen_original', 'seen_copy', 'attorney_attested', 'client_report', 'hearsay'], 11),
  prior_removal_order: each(['none', 'outstanding', 'unknown'], 6),
  convictions: each(['none', 'misdemeanor', 'unknown'], 8),
  proceedings: each(['not_in_proceedings', 'in_proceedings', 'unknown'], 10),
  representation: each(['unrepresented', 'full', 'limited'], 14),
  order_of_supervision: 'i % 11 = 0',
  pending_relief_any: 'i % 3 = 0',
  us_citizen_or_lpr_spouse: 'i % 4 = 0',
  us_citizen_children: 'CASE WHEN i % 7 <> 0 THEN i % 3 = 0 END',
  attended: 'i % 5 <> 0',
  accompanied: 'i % 2 = 0',
  outcome: each(['detained', 'released_no_conditions', 'placed_osup'], 5),
  detained: 'i % 5 <> 0 AND i % 6 = 0',
  out_of_state: 'i % 7 = 0',
  custody_days: 'CASE WHEN i % 6 = 0 THEN i % 120 END',
  custody_ended: 'CASE WHEN i % 6 = 0 THEN i % 4 <> 0 END',
  in_proceedings: 'i % 3 = 0',
  nta_days: 'CASE WHEN i % 3 = 0 THEN i % 40 END',
};

const appointments = {
  starts_on: day,
  starts_month: month,
  weekday: '1 + i % 5',
  hour: '8 + i / 5 % 8',
  kind: each(['call_in_letter', 'ice_check_in', 'call_in_letter', 'individual_hearing'], 3),
  status: `'completed'`,
  place_id: place,
  county: each(['bronx', 'kings'], 2),
  attended: 'true',
  accompanied: 'i % 2 = 0',
  attorney_admitted: each(['yes', 'refused', 'partly', 'not_requested'], 2),
  officer_initial_statement: each(['will_be_released', 'will_be_detained'], 9),
  supervisor_reversed: 'i % 9 = 0',
  outcome: `'placed_osup'`,
  detained: 'i % 6 = 0',
  inside_minutes: 'i % 90',
  closed_on_time: 'i % 7 <> 0',
};

const venues = {
  observed_on: day,
  observed_month: month,
  observed_week: week,
  place_id: place,
  attorneys_seen: 'i % 7',
  unrepresented_seen: 'i % 23',
  others_seen: 'i % 5',
  detained_known: 'i % 3',
};

/** No rows of the ledger, but what two of the reports count. */
const reminders = {
  version: '1',
  created_at: day,
  created_by: 'gen_random_uuid()',
  updated_at: day,
  updated_by: 'gen_random_uuid()',
  subject_type: `'appointment'`,
  subject_id: 'gen_random_uuid()',
  kind: each(['ice_appointment', 'court_date'], 3),
  recipient_type: `'user'`,
  recipient_id: 'gen_random_uuid()',
  '"offset"': `'P1D'`,
  basis: `'2018-01-01'`,
  due_at: day,
  zone: `'America/New_York'`,
  useful_until: day,
  attempt_at: day,
  channel: each(['sms', 'email', 'in_app'], 7),
  content: `'neutral'`,
  language: `'en'`,
  state: each(['sent', 'delivered', 'failed', 'acknowledged', 'skipped_past_due', 'superseded'], 4),
  provider_id: `'bench'`,
};

/** As many letters and appointments as said, and a tenth of that in waiting rooms and reminders. */
export async function fillLedger(owner, organizationId, rows) {
  const insert = (table, columns, n) =>
    owner.query(
      `INSERT INTO ${table} (id, organization_id, ${Object.keys(columns).join(', ')})
       SELECT gen_random_uuid(), $1::uuid, ${Object.values(columns).join(', ')}
       FROM generate_series(1, $2::int) i,
         (SELECT array_agg(id ORDER BY id) AS offices FROM offices WHERE organization_id = $1) o,
         (SELECT array_agg(id ORDER BY id) AS places FROM places WHERE organization_id = $1) p`,
      [organizationId, n],
    );
  await owner.query('SET synchronous_commit = off');
  await insert('pattern_letters', letters, rows);
  await insert('pattern_appointments', appointments, rows);
  await insert('pattern_venues', venues, Math.round(rows / 10));
  await insert('reminders', reminders, Math.round(rows / 10));
}
