import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import type { Report, ReportRow } from '../../src/patterns/report.js';
import { tables } from '../../src/patterns/reports/counting.js';
import { definitions } from '../../src/patterns/reports/index.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { FakeClock } from '../support/clock.js';
import { aPlaceId } from '../support/factories.js';
import { addToLedger, letterRow } from './release-world.js';

let app: TestApplication;
let clinic: Clinic;
let placeId: string;

const appointment = (startsOn: string, facts: object = {}) => ({
  pooled: false,
  starts_on: startsOn,
  starts_month: `${startsOn.slice(0, 7)}-01`,
  weekday: ((new Date(startsOn).getUTCDay() + 6) % 7) + 1,
  hour: 9,
  kind: 'call_in_letter',
  status: 'completed',
  place_id: placeId,
  ...facts,
});

beforeAll(async () => {
  app = await TestApplication.start({ clock: new FakeClock(new Date('2018-03-20T15:00:00Z')) });
  clinic = await app.clinic();
  placeId = await aPlaceId(clinic);
  await addToLedger(clinic, 'pattern_letters', [
    letterRow('2018-03-01', {
      lag_days: 12,
      print_month: '2018-02-01',
      print_reason: 'arrest',
      hit_type: 'ident_match',
      lag_approximate: false,
      county: 'bronx',
      charge_level: 'misdemeanor_b',
      place_id: placeId,
      pooled: true,
      notice_days: 7,
    }),
    letterRow('2018-03-02', {
      lag_days: 14,
      print_month: '2018-02-01',
      print_reason: 'arrest',
      lag_approximate: true,
      county: 'bronx',
      charge_level: 'misdemeanor_b',
      prior_removal_order: 'none',
      convictions: 'none',
      notice_days: -1,
    }),
    letterRow('2018-01-10', {
      lag_days: 90,
      print_month: '2017-10-01',
      print_reason: 'civil_inquiry',
      charge_level: 'violation',
      prior_removal_order: 'in_absentia',
      convictions: 'unknown',
      evidence_grade: 'hearsay',
    }),
    letterRow('2018-03-05', {
      charge_level: 'misdemeanor_b',
      documents_demanded: ['valid_passport'],
      authority_cited: 'none',
      mentions_detention: 'no',
    }),
    ...[true, true].map((detained) =>
      letterRow('2018-02-20', {
        attended: true,
        detained,
        accompanied: true,
        outcome: 'detained',
        custody_ended: !detained,
        custody_since: '2018-02-28',
        out_of_state: true,
        in_proceedings: true,
        nta_days: 6,
      }),
    ),
    letterRow('2018-02-21', {
      attended: true,
      detained: true,
      accompanied: false,
      custody_ended: true,
      custody_days: 10,
      out_of_state: false,
      in_proceedings: false,
    }),
    letterRow('2018-02-21', { attended: true, detained: false, accompanied: false, in_proceedings: false }),
    letterRow('2018-02-22', { attended: false, accompanied: false }),
    letterRow('2018-02-22', { attended: true, accompanied: false }),
  ]);
  await addToLedger(clinic, 'pattern_appointments', [
    appointment('2018-03-08', {
      attorney_admitted: 'refused',
      supervisor_reversed: true,
      officer_initial_statement: 'will_be_released',
      detained: true,
      closed_on_time: true,
      inside_minutes: 30,
      accompanied: true,
    }),
    appointment('2018-03-09', { attorney_admitted: 'yes', hour: 14, closed_on_time: false }),
    appointment('2018-03-09', { kind: 'criminal_court', attorney_admitted: 'refused' }),
  ]);
  await addToLedger(clinic, 'pattern_venues', [
    {
      observed_on: '2018-03-08',
      observed_month: '2018-03-01',
      observed_week: '2018-03-05',
      place_id: placeId,
      attorneys_seen: 4,
      unrepresented_seen: 6,
    },
    {
      observed_on: '2018-03-01',
      observed_month: '2018-03-01',
      observed_week: '2018-02-26',
      place_id: placeId,
      attorneys_seen: 0,
      unrepresented_seen: null,
    },
  ]);
});
afterAll(() => app.stop());

async function report(path: string): Promise<Report> {
  const { status, body } = await clinic.as.supervisor.get(`/api/patterns/${path}`);
  expect([path, status, body.detail]).toEqual([path, 200, undefined]);
  return body as Report;
}
const rowOf = ({ rows }: Report, key: ReportRow[string]): ReportRow => rows.find((row) => row.key === key)!;
const added = (rows: ReportRow[], name: string) => rows.reduce((so, row) => so + (row[name] as number), 0);

describe.each(definitions.map((one) => [one.name, one] as const))('The report %s', (name, definition) => {
  it('adds up, however it is grouped, and says in each row what its columns promise', async () => {
    // All of them for one report, some for the others: the grouping itself is the same code.
    const all = definition.fixed ? [] : Object.keys(tables[definition.source].dimensions);
    const groupings = name === 'letters' ? all : all.filter((_, at) => at % 6 === 0);
    for (const path of [name, ...groupings.map((by) => `${name}?groupBy=${by}`)]) {
      const { columns, rows, totals, partition, sums, chart, methods } = await report(path);
      expect(methods.length).toBeGreaterThan(0);
      const names = columns.map((column) => column.name);
      expect(new Set(names).size).toBe(names.length);
      for (const row of [...rows, ...(totals ? [totals] : [])]) {
        expect(Object.keys(row).sort()).toEqual([...names].sort());
        for (const { total, parts } of sums)
          expect(
            added(
              parts.map((part) => ({ part: row[part]! })),
              'part',
            ),
          ).toBe(row[total]);
      }
      const counts = columns.filter(({ kind }) => kind === 'count' || kind === 'sum');
      if (partition)
        for (const column of counts)
          expect([column.name, added(rows, column.name)]).toEqual([column.name, totals![column.name]]);
      for (const { of, kind } of columns) {
        if (['share', 'quantile', 'rate', 'bound'].includes(kind)) expect(of.length).toBeGreaterThan(0);
        for (const one of of) expect(names).toContain(one);
      }
      for (const drawn of [chart!.x, ...chart!.y, chart!.low, chart!.high]) if (drawn) expect(names).toContain(drawn);
    }
  });

  it('is the same as a table', async () => {
    const { body, headers, text } = await clinic.as.supervisor.get(`/api/patterns/${name}?format=csv`);
    expect([headers['content-type'], headers['content-disposition'], body.code]).toEqual([
      'text/csv; charset=utf-8; header=present',
      `attachment; filename="${name}.csv"`,
      undefined,
    ]);
    const { columns, rows, totals } = await report(name);
    const lines = text.split('\r\n').filter(Boolean);
    expect(lines[0]).toBe(columns.map((column) => column.name).join(','));
    expect(lines).toHaveLength(1 + rows.length + (totals ? 1 : 0));
  });
});

describe('Figures', () => {
  it('of the lag have quartiles, bins and the share within 10 to 21 days with its intervals', async () => {
    const lag = await report('print-to-letter');
    expect(rowOf(lag, 'arrest')).toMatchObject({
      n: 2,
      known: 2,
      median: 13,
      q1: 12.5,
      from8To14: 2,
      within10To21Share: 1,
      approximate: 1,
    });
    expect(rowOf(lag, 'arrest').within10To21ShareWilsonLow).toBeCloseTo(0.3423802, 6);
    expect(lag.totals).toMatchObject({ n: 10, known: 3, median: 14, max: 90 });
    expect(lag.notes).toEqual(['1 of 3 lags rest on a date that is not known to the day.']);
  });

  it('of recent months of prints are flagged as long as letters may still come', async () => {
    const { rows, notes } = await report('print-to-letter?groupBy=printMonth');
    expect(rows.map(({ key, stillComing }) => [key, stillComing])).toEqual([
      ['2017-10', false],
      ['2018-02', true],
      [null, null],
    ]);
    expect(notes.at(-1)).toContain('up to 60 days');
  });

  it('of recent prints say which share of all they are', async () => {
    const { rows, totals } = await report('recent-prints');
    expect(rows.map(({ key, printed, ofAll }) => [key, printed, ofAll])).toEqual([
      [null, 0, 0],
      ['arrest', 2, 0.2],
      ['civil_inquiry', 0, 0],
    ]);
    expect(totals).toMatchObject({ n: 10, printed: 2, printedShare: 0.2 });
  });

  it('of charges compare rates of unequal periods', async () => {
    const charges = await report('charges?from=2018-03-01&to=2018-03-31&compareFrom=2018-01-01&compareTo=2018-02-28');
    expect(rowOf(charges, 'misdemeanor_b')).toMatchObject({ now: 3, before: 0, rateNow: 3, growth: null });
    expect(rowOf(charges, 'violation')).toMatchObject({ now: 0, before: 1, rateBefore: 0.5, growth: -1 });
    expect(charges.totals).toMatchObject({ now: 3, before: 7, rateBefore: 3.5 });
    expect(charges.totals!.growth).toBeCloseTo(3 / 3.5 - 1, 12);
    const headings = ({ columns, chart }: Report) => [
      columns.find(({ name }) => name === 'rateNow')!.label,
      chart!.yLabel,
    ];
    expect(headings(charges)).toEqual(['Per month in the period', 'Letters per month']);
    // The axis says what the rows are about, whatever they are usually about.
    const axisOf = async (path: string) => (await report(path)).chart!.xLabel;
    expect([await axisOf('notice'), await axisOf('notice?groupBy=county')]).toEqual(['Arrived', 'County']);
    expect((await report('counsel')).columns.find(({ name }) => name === 'known')!.unit).toBe('appointments');
    const days = 'charges?from=2018-03-01&to=2018-03-20&compareFrom=2018-01-01&compareTo=2018-02-28';
    expect(headings(await report(days))).toEqual(['Per day in the period', 'Letters per day']);
    const spanish = await report(`${days}&language=es`);
    expect([...headings(spanish), spanish.totals!.label]).toEqual(['Por día en el período', 'Cartas por día', 'Todas']);
    expect(charges.notes[0]).toContain('(1 month) is compared with 2018-01-01 to 2018-02-28 (2 months)');
  });

  it('of people kept never stand without their interval: 2 of 2 is 34.2-100 % and 15.8-100 %', async () => {
    const detained = await report('detained');
    const accompanied = rowOf(detained, true);
    expect(accompanied).toMatchObject({ attended: 2, detained: 2, known: 2, detainedShare: 1, label: 'Yes' });
    expect(accompanied.detainedShareWilsonLow).toBeCloseTo(0.3423802, 6);
    expect(accompanied.detainedShareExactLow).toBeCloseTo(0.1581139, 6);
    expect(rowOf(detained, false)).toMatchObject({
      n: 4,
      attended: 3,
      stayedAway: 1,
      detained: 1,
      walkedOut: 1,
      fateUnknown: 1,
      known: 2,
    });
  });

  it('of custody count whoever is still held as held so long at least', async () => {
    const { rows } = await report('custody');
    // One out after 10 days, two held for 20 so far.
    expect(rows).toEqual([
      expect.objectContaining({
        n: 3,
        ended: 1,
        open: 2,
        median: null,
        heldAfter7: 1,
        heldAfter30: null,
        outOfState: 2,
        stateKnown: 3,
      }),
    ]);
    const curve = await report('custody-curve');
    expect(curve.rows.map(({ key, atRisk, ended, censored }) => [key, atRisk, ended, censored])).toEqual([
      [10, 3, 1, 0],
      [20, 2, 0, 2],
    ]);
    expect(curve.rows[0]!.stillHeld).toBeCloseTo(2 / 3, 12);
  });

  it('of questions leave out who has no answer', async () => {
    const posture = await report('posture');
    expect(rowOf(posture, 'noRemovalOrder')).toMatchObject({ known: 2, yes: 1, no: 1, share: 0.5 });
    expect(rowOf(posture, 'noConviction')).toMatchObject({ known: 1, yes: 1 });
    const text = await report('letter-text');
    expect(rowOf(text, 'authorityCited')).toMatchObject({ known: 1, yes: 0 });
    expect(rowOf(text, 'demands_valid_passport')).toMatchObject({ known: 1, yes: 1 });
    const counsel = await report('counsel');
    expect(rowOf(counsel, 'refused')).toMatchObject({ known: 2, yes: 1 });
    expect(rowOf(counsel, 'saidReleased')).toMatchObject({ known: 1, yes: 1 });
  });

  it('of days and hours, waiting rooms, notice, proceedings and accompaniments are what was noted', async () => {
    expect((await report('times')).rows).toEqual([
      expect.objectContaining({ key: 9, n: 1, thursday: 1, friday: 0 }),
      expect.objectContaining({ key: 14, n: 1, friday: 1 }),
    ]);
    expect((await report('waiting-rooms')).rows).toEqual([
      expect.objectContaining({ key: '2018-02-26', attorneys: 0, unrepresented: 0 }),
      expect.objectContaining({ key: '2018-03-05', attorneys: 4, unrepresented: 6 }),
    ]);
    expect((await report('notice')).totals).toMatchObject({ known: 2, median: 3, late: 1, upTo2: 1, from3To7: 1 });
    expect((await report('proceedings')).totals).toMatchObject({ known: 4, placed: 2, median: 6 });
    expect((await report('accompaniments')).totals).toMatchObject({ known: 2, onTime: 1, median: 30 });
    expect(rowOf(await report('holdings'), 'pattern_letters')).toMatchObject({ n: 10, oldest: '2018-01-10' });
    expect(rowOf(await report('holdings'), 'pattern_appointments')).toMatchObject({ n: 3, oldest: '2018-03-08' });
  });
});

describe('Filters', () => {
  it('narrow what is counted, and a report says which it could not heed', async () => {
    expect((await report('letters?county=bronx')).totals).toMatchObject({ n: 2 });
    expect((await report('letters?evidence=documented')).totals).toMatchObject({ n: 9 });
    expect((await report('letters?pooled=true')).totals).toMatchObject({ n: 1 });
    const rooms = await report('waiting-rooms?county=bronx&from=2018-03-05');
    expect(rooms.totals).toMatchObject({ n: 1 });
    expect(rooms.notes).toEqual(['Not narrowed by: County.']);
    const outside = await report('waiting-rooms?county=bronx&release=public');
    expect([outside.notes[0], outside.filters]).toEqual(['Not narrowed by: County.', []]);
    expect(rooms.filters).toEqual([
      { name: 'from', value: '2018-03-05', label: 'From', said: '2018-03-05' },
      { name: 'county', value: 'bronx', label: 'County', said: 'Bronx' },
    ]);
  });

  it('that make no sense are refused with the field named', async () => {
    const refused = async (path: string) => {
      const { status, body } = await clinic.as.supervisor.get(`/api/patterns/${path}`);
      return [status, body.code, body.errors?.[0]?.field];
    };
    expect(await refused('waiting-rooms?groupBy=office')).toEqual([422, 'request.invalid', 'groupBy']);
    expect(await refused('lag?groupBy=weekday')).toEqual([422, 'request.invalid', 'groupBy']);
    expect(await refused('letters?groupBy=name')).toEqual([422, 'request.invalid', 'groupBy']);
    expect(await refused('letters?from=2018-03-02&to=2018-03-01')).toEqual([422, 'request.invalid', 'to']);
    expect(await refused('letters?release=everybody')).toEqual([422, 'request.invalid', 'release']);
    expect(await refused('nothing')).toEqual([404, 'report.not_found', undefined]);
  });

  it('never show what belongs to another organisation', async () => {
    const other = await app.clinic();
    for (const { name } of definitions) {
      const { body } = await other.as.supervisor.get(`/api/patterns/${name}`);
      const counted = (body as Report).rows.filter(({ key }) => key !== 'clients');
      expect([
        name,
        counted.some((row) => Object.values(row).some((cell) => typeof cell === 'number' && cell > 0)),
      ]).toEqual([name, false]);
    }
  });
});

it('The whole book is a workbook with a sheet for each report, and taking it out is audited', async () => {
  const { status, headers, body } = await clinic.as.supervisor.download('/api/patterns/book.xlsx?county=bronx');
  expect([status, headers['content-disposition']]).toEqual([200, 'attachment; filename="figures.xlsx"']);
  const files = unzipSync(body as Buffer);
  const workbook = Buffer.from(files['xl/workbook.xml']!).toString();
  for (const { name } of definitions) expect(workbook).toContain(`name="${name}"`);
  const sheets = Object.keys(files).filter((name) => name.startsWith('xl/worksheets/sheet'));
  expect(sheets).toHaveLength(definitions.length);
  expect(Buffer.from(files['xl/sharedStrings.xml']!).toString()).toContain(
    'All letters so far · County: Bronx · As of',
  );
  const [line] = await clinic.inWork((work) =>
    work.sql(
      `SELECT details FROM audit_events WHERE organization_id = $1 AND event = 'patterns.exported' ORDER BY id DESC LIMIT 1`,
      [clinic.id],
    ),
  );
  expect(line).toEqual({ details: { format: 'xlsx', count: definitions.length } });
});
