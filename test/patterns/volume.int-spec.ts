import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { PatternLedgerService } from '../../src/patterns/pattern-ledger.service.js';
import { type SentStatement, statements } from '../../src/platform/database/named-client.js';
import { type Clinic, TestApplication } from '../support/application.js';

const clients = Number(process.env.VOLUME_CLIENTS ?? 5000);
const letters = Math.round(clients * 1.2);

let app: TestApplication;
let clinic: Clinic;
let owner: pg.Client | undefined;

/** A year and a half of an organisation's work, made by SQL alone; figures are spread without a random number. */
async function fill(): Promise<void> {
  await clinic.inWork(async (work) => {
    // More than the server allows a request; VOLUME_CLIENTS=100000 measures, the default only checks.
    await work.sql('SET LOCAL statement_timeout = 0');
    const stamps = `'${work.organizationId}'::uuid, 1, now(), '${work.actor.userId}'::uuid, now(), '${work.actor.userId}'::uuid`;
    const base = 'organization_id, version, created_at, created_by, updated_at, updated_by';
    const id = (kind: number, of: string) => `('00000000-0000-4000-800${kind}-' || lpad(to_hex(${of}), 12, '0'))::uuid`;
    const of = 'generate_series(1, $1::int) i';
    await work.sql(
      `INSERT INTO clients (id, ${base}, legal_name, code, status, restricted, allowed_user_ids, retention_class, legal_hold, county,
        age_band, proceedings, prior_removal_order, convictions, pending_relief, us_citizen_or_lpr_spouse, representation)
      SELECT ${id(1, 'i')}, ${stamps}, 'sealed', 'V-' || i, 'open', false, '{}', 'standard', false,
        (ARRAY['bronx', 'kings', 'queens', 'new_york', 'richmond', 'nj_hudson'])[1 + i % 6],
        '25_34', 'not_in_proceedings', 'none', 'none', '{adjustment}', i % 4 = 0, 'full' FROM ${of}`,
      [clients],
    );
    await work.sql(
      `INSERT INTO arrests (id, ${base}, client_id, arrested_on, agency, precinct, process, charge_category, disposition, detainer, charge_level)
      SELECT ${id(2, 'i')}, ${stamps}, ${id(1, 'i')}, date '2018-01-01' + i % 500, 'nypd', '40', 'desk_appearance_ticket', 'theft', 'pending', 'none',
        (ARRAY['misdemeanor_a', 'misdemeanor_b', 'violation', 'felony_e', 'unknown'])[1 + i % 5] FROM ${of}`,
      [clients],
    );
    await work.sql(
      `INSERT INTO fingerprint_events (id, ${base}, client_id, arrest_id, taken_on, reason, hit_type)
      SELECT ${id(3, 'i')}, ${stamps}, ${id(1, 'i')}, ${id(2, 'i')}, date '2018-01-01' + i % 500, 'arrest', 'ident_match' FROM ${of}`,
      [clients],
    );
    await work.sql(
      `INSERT INTO letters (id, ${base}, client_id, fingerprint_event_id, received_on, evidence_grade, issuing_office_id, reporting_place_id,
        form, delivery, official_title, stated_reason, authority_cited, mentions_detention, trigger, sequence)
      SELECT ${id(4, 'i')}, ${stamps}, ${id(1, '1 + i % $2')}, ${id(3, '1 + i % $2')}, date '2018-01-01' + (1 + i % $2) % 500 + (5 + i * 7 % 23 + i / 1000 % 40),
        (ARRAY['seen_original', 'seen_copy', 'attorney_attested', 'client_report', 'hearsay'])[1 + i % 5],
        (SELECT id FROM offices WHERE organization_id = $3 ORDER BY name LIMIT 1 OFFSET i % 3),
        (SELECT id FROM places WHERE organization_id = $3 ORDER BY name LIMIT 1 OFFSET i % 4),
        'g_56', 'usps_first_class', 'deportation_officer', 'official_matter', 'none', 'no', 'arrest_print', 'first' FROM ${of}`,
      [letters, clients, work.organizationId],
    );
    await work.sql(
      `INSERT INTO appointments (id, ${base}, client_id, letter_id, kind, starts_at, zone, place_id, status, live_state, attorney_admitted, officer_initial_statement, outcome)
      SELECT ${id(5, 'i')}, ${stamps}, ${id(1, '1 + i % $2')}, ${id(4, 'i')}, 'call_in_letter', timestamptz '2018-01-20 15:00Z' + (1 + i % $2) % 500 * interval '1 day', 'America/New_York',
        (SELECT id FROM places WHERE organization_id = $3 ORDER BY name LIMIT 1), 'completed', 'closed', 'yes', 'will_be_released',
        (ARRAY['detained', 'released_no_conditions', 'placed_osup', 'did_not_attend_advised', NULL])[1 + i % 5] FROM ${of}`,
      [letters, clients, work.organizationId],
    );
  });
}

/** As autovacuum does in time: from then on indexes answer without the table. It may be at work itself, so until done. */
async function vacuum(owner: pg.Client): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    await owner.query('VACUUM ANALYZE pattern_letters');
    const { rows } = await owner.query(
      `SELECT relallvisible = relpages AS done FROM pg_class WHERE relname = 'pattern_letters'`,
    );
    if (rows[0].done) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic();
  await fill();
  owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
  await owner.query('ANALYZE');
  await clinic.inWork((work) => app.app.get(PatternLedgerService).rebuild(work));
  await vacuum(owner);
}, 600_000);
afterAll(async () => {
  await owner?.end();
  await app.stop();
});

/** What a request sends to the database. */
async function sentBy(path: string): Promise<SentStatement[]> {
  const sent: SentStatement[] = [];
  const listen = (one: unknown) => sent.push(one as SentStatement);
  statements.subscribe(listen);
  const { status, body } = await clinic.as.supervisor.get(path);
  statements.unsubscribe(listen);
  expect([status, body.code]).toEqual([200, undefined]);
  return sent;
}

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Heap Fetches'?: number;
  Plans?: Plan[];
}
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** How PostgreSQL reads the ledger for a statement, as the role and organisation of the application. */
async function scansOf({ text, values }: SentStatement): Promise<Plan[]> {
  return clinic.inWork(async (work) => {
    const [row] = await work.sql<{ 'QUERY PLAN': [{ Plan: Plan; 'Execution Time': number }] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
      values,
    );
    const [{ Plan: plan, 'Execution Time': ms }] = row!['QUERY PLAN'];
    if (process.env.VOLUME_CLIENTS)
      process.stderr.write(`${ms.toFixed(1)} ms ${process.env.VOLUME_PLAN ? JSON.stringify(plan, null, 1) : ''}\n`);
    return nodesOf(plan).filter((node) => node['Relation Name'] === 'pattern_letters');
  });
}

const filters = [
  '',
  '?from=2018-03-01&to=2018-08-31',
  '?county=bronx',
  '?chargeLevel=violation&evidence=documented&groupBy=county',
  '?groupBy=month',
  '?from=2018-06-01&groupBy=office',
  '?groupBy=printReason',
];

describe(`With ${letters} letters, the report`, () => {
  it.each(['overview', 'lag'].flatMap((report) => filters.map((filter) => `${report}${filter}`)))(
    '%s reads the ledger from its indexes alone',
    async (path) => {
      const sent = await sentBy(`/api/patterns/${path}`);
      const reading = sent.filter(({ text }) => text?.includes('pattern_letters'));
      expect(reading).toHaveLength(1);
      // Session, begin, the report, the audit line, commit.
      expect(sent.length).toBeLessThanOrEqual(6);
      const scans = await scansOf(reading[0]!);
      expect(scans.length).toBeGreaterThan(0);
      // Of few letters the rest may as well be looked up in the table, one by one; reading all of it may not be.
      const fine = path.includes('chargeLevel=') ? ['Index Only Scan', 'Index Scan'] : ['Index Only Scan'];
      expect(scans.filter((scan) => !fine.includes(scan['Node Type']) || scan['Heap Fetches'])).toEqual([]);
    },
  );

  it('overview says the same figures as the records', async () => {
    const { body } = await clinic.as.supervisor.get('/api/patterns/overview');
    const [row] = await clinic.inWork((work) =>
      work.sql<Record<string, number>>(
        `SELECT count(*) AS n, percentile_cont(0.25) WITHIN GROUP (ORDER BY lag) AS q1, percentile_cont(0.5) WITHIN GROUP (ORDER BY lag) AS median,
              percentile_cont(0.75) WITHIN GROUP (ORDER BY lag) AS q3, min(lag), max(lag), avg((lag BETWEEN 10 AND 21)::int)::float AS share,
              count(*) FILTER (WHERE outcome NOT LIKE 'did_not%') AS attended, count(*) FILTER (WHERE outcome = 'detained') AS detained
       FROM (SELECT l.received_on - f.taken_on AS lag, a.outcome FROM letters l JOIN fingerprint_events f ON f.id = l.fingerprint_event_id JOIN appointments a ON a.letter_id = l.id
             WHERE l.organization_id = $1) x`,
        [clinic.id],
      ),
    );
    const { n, attended, lag, detained, chargeLevels, lettersByMonth, lettersByWeek, offices, places } = body;
    expect({ n, attended, detained: detained.n }).toEqual({
      n: letters,
      attended: row!.attended,
      detained: row!.detained,
    });
    expect(lag).toMatchObject({
      n: row!.n,
      q1: row!.q1,
      median: row!.median,
      q3: row!.q3,
      min: row!.min,
      max: row!.max,
    });
    expect(lag.shareWithin10To21).toBeCloseTo(row!.share!, 12);
    for (const list of [chargeLevels, lettersByMonth, lettersByWeek, offices, places, lag.bins]) {
      expect(list.reduce((sum: number, one: { n: number }) => sum + one.n, 0)).toBe(letters);
    }
  });
});
