/**
 * Each report over a ledger of a million letters, as the API answers it, beside the best statement that we could write by hand
 * for the same figures, sent through plain pg as the same role; taking turns, the better of some. And what the ledger adds to
 * the cost of writing a case file.
 */
import pg from 'pg';
import { permissionsOf } from '../../dist/src/auth/permissions.js';
import { SessionsService } from '../../dist/src/auth/sessions.service.js';
import { Works } from '../../dist/src/platform/database/works.js';
import { PatternLedgerService } from '../../dist/src/patterns/pattern-ledger.service.js';
import { vacuum } from './bulk.mjs';
import { application, makeOrganization } from '../reminders/world.mjs';

const rounds = 4;
const of = '$1::uuid';
const letters = (what, where = '', group = '') =>
  `SELECT ${what} FROM pattern_letters WHERE organization_id = ${of} ${where} ${group}`;
const appointments = (what, group = '') =>
  `SELECT ${what} FROM pattern_appointments WHERE organization_id = ${of} AND kind IN ('call_in_letter', 'ice_check_in') ${group}`;
const yes = (...conditions) => conditions.map((one) => `count(*) FILTER (WHERE ${one})`).join(', ');
const by = 'GROUP BY 1';
/** What is true of a column, and of how many rows anything is known. */
const asked = (column, value) => [`${column} = '${value}'`, `${column} <> 'unknown'`];
const told = (column) => [column, `${column} IS NOT NULL`];
const papers =
  'immigration_documents valid_passport this_letter photo_id travel_document address_proof birth_certificate work_permit court_papers children other'.split(
    ' ',
  );

/** What somebody would write who needs just these figures. */
const byHand = {
  letters: letters('received_month, evidence_grade, count(*)', '', 'GROUP BY 1, 2'),
  'print-to-letter': letters(`print_reason, lag_days, count(*), ${yes('lag_approximate')}`, '', 'GROUP BY 1, 2'),
  'recent-prints': letters(`print_reason, count(*), ${yes('lag_days <= 60', 'lag_days > 60')}`, '', by),
  charges: letters(
    `charge_level, ${yes("received_on >= date '2018-01-01'", "received_on < date '2018-01-01'")}`,
    `AND received_on >= date '2017-01-01' AND received_on <= date '2018-06-30'`,
    by,
  ),
  detained: letters('accompanied, attended, detained, count(*)', '', 'GROUP BY 1, 2, 3'),
  posture: letters(
    yes(
      ...asked('prior_removal_order', 'none'),
      ...asked('convictions', 'none'),
      ...asked('proceedings', 'not_in_proceedings'),
      ...asked('representation', 'full'),
      ...['order_of_supervision', 'pending_relief_any', 'us_citizen_or_lpr_spouse', 'us_citizen_children'].flatMap(
        told,
      ),
      ...['minor_children_at_home', 'primary_caregiver'].flatMap(told),
    ),
  ),
  proceedings: letters(`received_month, in_proceedings, nta_days, count(*)`, '', 'GROUP BY 1, 2, 3'),
  offices: letters('office_id, count(*)', '', by),
  times: appointments('hour, weekday, count(*)', 'GROUP BY 1, 2'),
  'letter-text': letters(
    yes(
      ...asked('authority_cited', 'none'),
      ...asked('mentions_detention', 'yes'),
      ...asked('stated_reason', 'official_matter'),
      ...asked('ask_for', 'deportation_officer'),
      ...papers.map((paper) => `'${paper}' = ANY (documents_demanded)`),
      'documents_demanded IS NOT NULL',
    ),
  ),
  counsel: appointments(
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
  custody: letters(
    'coalesce(custody_days, greatest(current_date - custody_since, 0)), custody_ended, out_of_state, count(*)',
    'AND detained',
    'GROUP BY 1, 2, 3',
  ),
  'custody-curve': letters(
    'coalesce(custody_days, greatest(current_date - custody_since, 0)), custody_ended, count(*)',
    'AND detained',
    'GROUP BY 1, 2',
  ),
  'waiting-rooms': `SELECT observed_week, count(*), sum(attorneys_seen), sum(unrepresented_seen), sum(others_seen), sum(detained_known)
    FROM pattern_venues WHERE organization_id = ${of} GROUP BY 1`,
  reminders: `SELECT date_trunc('month', due_at)::date, state, count(*) FROM reminders
    WHERE organization_id = ${of} AND due_at < current_date AND state NOT IN ('cancelled', 'superseded') GROUP BY 1, 2`,
  holdings: `SELECT ${[
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
    .join(', ')}, ${['pattern_letters', 'pattern_appointments']
    .map((table) => `(SELECT count(*) FROM ${table} WHERE organization_id = ${of})`)
    .join(', ')}`,
  accompaniments: appointments(
    `starts_month, inside_minutes, closed_on_time, accompanied, count(*)`,
    'GROUP BY 1, 2, 3, 4',
  ),
  notice: letters('received_month, notice_days, count(*)', '', 'GROUP BY 1, 2'),
};
const query = { charges: '?from=2018-01-01&to=2018-06-30&compareFrom=2017-01-01&compareTo=2017-12-31' };

export async function benchPatterns({ appUrl, ownerUrl, rows, say }) {
  const app = await application({ appUrl });
  const owner = new pg.Client({ connectionString: ownerUrl });
  const bare = new pg.Client({ connectionString: appUrl, options: '-c role=clinic_app' });
  try {
    await Promise.all([owner.connect(), bare.connect()]);
    const { organizationId, userId, placeId } = await makeOrganization(app, 'PA');
    for (const client of [owner, bare])
      await client.query(`SELECT set_config('app.organization_id', $1, false)`, [organizationId]);
    const token = await tokenFor(app, organizationId, userId);
    say(`\nMaking a ledger of ${rows} letters and ${rows} appointments ...`);
    await fill(owner, organizationId, placeId, rows);
    await vacuum(ownerUrl, 'pattern_letters', 'pattern_appointments', 'pattern_venues');
    await compareReports({ app, bare, organizationId, token, rows, say });
    await compareWrites({ app, token, placeId, say });
  } finally {
    await Promise.all([owner.end(), bare.end()]);
    await app.close();
  }
}

const tokenFor = (app, organizationId, userId) =>
  app.get(Works).run(organizationId, async (work) => {
    const actor = { userId, role: 'attorney', permissions: permissionsOf.attorney };
    const owner = Object.assign(Object.create(work), { actor });
    return (await app.get(SessionsService).createToken(owner, { name: 'bench', expiresInDays: 30 })).token;
  });

async function compareReports({ app, bare, organizationId, token, rows, say }) {
  say(`\nreports over ${rows} rows, ms, best of ${rounds} taking turns; ratio = API / statement by hand`);
  say('report               API    by hand   ratio');
  let worst = 0;
  for (const [name, text] of Object.entries(byHand)) {
    const times = { api: [], hand: [] };
    for (let round = -1; round < rounds; round += 1) {
      const ours = await timed(() => ask(app, token, 'GET', `/api/patterns/${name}${query[name] ?? ''}`));
      const theirs = await timed(() => bare.query({ name, text, values: [organizationId] }));
      if (round < 0) continue;
      times.api.push(ours);
      times.hand.push(theirs);
    }
    const [api, hand] = [Math.min(...times.api), Math.min(...times.hand)];
    worst = Math.max(worst, api / hand);
    say(
      `${name.padEnd(16)} ${api.toFixed(0).padStart(7)} ${hand.toFixed(0).padStart(10)} ${(api / hand).toFixed(2).padStart(7)}`,
    );
  }
  say(`worst ratio ${worst.toFixed(2)}`);
}

/** An intake page with the ledger following, and with nobody listening; taking turns, medians. */
async function compareWrites({ app, token, placeId, say }) {
  const { follow } = PatternLedgerService.prototype;
  const times = { with: [], without: [] };
  for (let round = -20; round < 150; round += 1) {
    for (const kind of ['with', 'without']) {
      PatternLedgerService.prototype.follow = kind === 'with' ? follow : () => undefined;
      const ms = await timed(() => ask(app, token, 'POST', '/api/intakes', page(placeId)));
      if (round >= 0) times[kind].push(ms);
    }
  }
  PatternLedgerService.prototype.follow = follow;
  const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
  const [on, off] = [median(times.with), median(times.without)];
  say(`\nwriting a case file (intake, the whole page), median of 150 taking turns`);
  say(`with the ledger ${on.toFixed(2)} ms, without ${off.toFixed(2)} ms: ${((on / off - 1) * 100).toFixed(0)} % more`);
}

async function timed(action) {
  const began = performance.now();
  await action();
  return performance.now() - began;
}

async function ask(app, token, method, url, payload) {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await app
    .getHttpAdapter()
    .getInstance()
    .inject({ method, url, headers, ...(payload ? { payload } : {}) });
  if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
}

const page = (placeId) => ({
  client: { legalName: 'Bench Person', county: 'bronx', consents: [{ kind: 'record_keeping', givenOn: '2018-02-28' }] },
  arrest: { arrestedOn: '2018-02-14', agency: 'nypd', chargeLevel: 'misdemeanor_b' },
  fingerprintEvent: { takenOn: '2018-02-14', reason: 'arrest', agency: 'nypd' },
  letter: {
    letterDatedOn: '2018-02-26',
    receivedOn: '2018-03-01',
    form: 'g_56',
    evidenceGrade: 'seen_original',
    reportingPlaceId: placeId,
    reportAt: '2030-03-08T14:00:00Z',
  },
  appointment: {},
});

/** Figures spread without a random number, as rows whose case files are gone. */
async function fill(owner, organizationId, placeId, rows) {
  const one = (list) => `(ARRAY[${list.map((value) => (value === null ? 'NULL' : `'${value}'`)).join(', ')}])[1 + `;
  const from = (list, step) => `${one(list)} i / ${step} % ${list.length}]`;
  await owner.query('SET synchronous_commit = off');
  const day = `date '2016-01-01' + i % 900`;
  await owner.query(
    `INSERT INTO pattern_letters (id, organization_id, received_on, received_month, received_week, lag_days, lag_approximate, notice_days, county,
       charge_level, charge_category, print_month, print_reason, hit_type, office_id, place_id, official_title, authority_cited, mentions_detention,
       documents_demanded, evidence_grade, prior_removal_order, convictions, pending_relief_any, us_citizen_or_lpr_spouse, attended, accompanied,
       outcome, detained, out_of_state, custody_days, custody_ended, in_proceedings, nta_days)
     SELECT gen_random_uuid(), $1::uuid, ${day}, date_trunc('month', ${day})::date, date_trunc('week', ${day})::date, 5 + i * 7 % 60, i % 9 = 0, 3 + i % 20,
       ${from(['bronx', 'kings', 'queens', 'new_york', 'richmond'], 3)}, ${from(['misdemeanor_a', 'misdemeanor_b', 'violation', 'felony_e', 'unknown'], 2)},
       ${from(['theft', 'traffic', 'assault', 'other'], 5)}, date_trunc('month', ${day} - 20)::date, ${from(['arrest', 'civil_inquiry', 'criminal_inquiry', 'unknown'], 7)},
       'ident_match', (SELECT id FROM offices WHERE organization_id = $1 ORDER BY id LIMIT 1), $2, 'deportation_officer', 'none', ${from(['yes', 'no', 'unknown'], 4)},
       '{valid_passport,this_letter}', ${from(['seen_original', 'seen_copy', 'attorney_attested', 'client_report', 'hearsay'], 11)},
       ${from(['none', 'outstanding', 'unknown'], 6)}, ${from(['none', 'misdemeanor', 'unknown'], 8)}, i % 3 = 0, i % 4 = 0, i % 5 <> 0, i % 2 = 0,
       ${from(['detained', 'released_no_conditions', 'placed_osup'], 5)}, i % 5 <> 0 AND i % 6 = 0, i % 7 = 0,
       CASE WHEN i % 6 = 0 THEN i % 120 END, CASE WHEN i % 6 = 0 THEN i % 4 <> 0 END, i % 3 = 0, CASE WHEN i % 3 = 0 THEN i % 40 END
     FROM generate_series(1, $3::int) i`,
    [organizationId, placeId, rows],
  );
  await owner.query(
    `INSERT INTO pattern_appointments (id, organization_id, starts_on, starts_month, weekday, hour, kind, status, place_id, county, attended,
       attorney_admitted, officer_initial_statement, supervisor_reversed, outcome, detained, inside_minutes, closed_on_time)
     SELECT gen_random_uuid(), $1::uuid, ${day}, date_trunc('month', ${day})::date, 1 + i % 5, 8 + i % 8, ${from(['call_in_letter', 'ice_check_in'], 3)},
       'completed', $2, ${from(['bronx', 'kings'], 2)}, true, ${from(['yes', 'refused', 'partly', 'not_requested'], 2)}, 'will_be_released', i % 9 = 0,
       'placed_osup', i % 6 = 0, i % 90, i % 7 <> 0
     FROM generate_series(1, $3::int) i`,
    [organizationId, placeId, rows],
  );
  await owner.query(
    `INSERT INTO pattern_venues (id, organization_id, observed_on, observed_month, observed_week, place_id, attorneys_seen, unrepresented_seen,
       others_seen, detained_known)
     SELECT gen_random_uuid(), $1::uuid, ${day}, date_trunc('month', ${day})::date, date_trunc('week', ${day})::date, $2, i % 7, i % 23, i % 5, i % 3
     FROM generate_series(1, $3::int / 10) i`,
    [organizationId, placeId, rows],
  );
}
