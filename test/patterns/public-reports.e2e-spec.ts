import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demandedDocuments, evidenceGrades } from '../../src/letters/letter.values.js';
import type { Report, ReportRow } from '../../src/patterns/report.js';
import { definitions } from '../../src/patterns/reports/index.js';
import { releasable } from '../../src/patterns/release/releasable-reports.service.js';
import { ReleasesService } from '../../src/patterns/release/releases.service.js';
import { withProgram } from '../../src/patterns/statistics/linear-program.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { FakeClock } from '../support/clock.js';
import { type Answered, aPlaceId } from '../support/factories.js';
import { aReason, addToLedger, letterRow, letters } from './release-world.js';

const k = 11;
let app: TestApplication;
let clinic: Clinic;

/** The same figures each time, most of them common and some rare. */
function choices(seed: number) {
  let state = seed;
  return <T>(...values: T[]): T => {
    state = (state * 1103515245 + 12345) % 2147483648;
    const share = state / 2147483648;
    return values[Math.min(values.length - 1, Math.floor(share * share * values.length))]!;
  };
}

beforeAll(async () => {
  app = await TestApplication.start({ clock: new FakeClock(new Date('2018-03-20T15:00:00Z')) });
  clinic = await app.clinic();
  const placeId = await aPlaceId(clinic);
  const one = choices(7);
  const mostly = <T>(...values: [...T[], T]) => one(...Array<T>(14).fill(values[0]!), ...values);
  await addToLedger(
    clinic,
    'pattern_letters',
    Array.from({ length: 260 }, () => {
      const month = one('2018-02', '2018-03', '2018-01', '2017-11');
      const lag = one(12, 9, 16, 5, 25, 14, 40, 70, null);
      const attended = one(true, true, false, null);
      const detained = attended ? one(false, true, null) : null;
      const ended = detained ? one(true, false) : null;
      const placed = one(false, null, true);
      return {
        pooled: false,
        received_on: `${month}-10`,
        received_month: `${month}-01`,
        received_week: '2018-02-05',
        lag_days: lag,
        lag_approximate: lag === null ? null : one(false, true),
        notice_days: one(9, 5, 20, 1, -2, null),
        print_reason: one('arrest', 'civil_inquiry', 'criminal_inquiry', 'unknown'),
        charge_level: one('misdemeanor_b', 'misdemeanor_a', 'violation', 'felony_e'),
        evidence_grade: one(...evidenceGrades),
        prior_removal_order: one('none', 'unknown', 'outstanding'),
        convictions: one('none', 'misdemeanor', 'unknown'),
        pending_relief_any: one(false, true, null),
        us_citizen_or_lpr_spouse: mostly<boolean | null>(false, true),
        authority_cited: one('none', 'unknown', 'other'),
        mentions_detention: one('no', 'unknown', 'yes'),
        documents_demanded: mostly<string[] | null>(['valid_passport', 'this_letter'], ['photo_id'], null),
        attended,
        accompanied: one(true, false, null),
        detained,
        custody_ended: ended,
        custody_days: ended ? one(20, 5, 45, 120, 200) : null,
        custody_since: ended === false ? one('2018-03-01', '2017-12-20') : null,
        out_of_state: detained ? one(true, false, null) : null,
        in_proceedings: placed,
        nta_days: placed ? one(4, 9, 30) : null,
        place_id: placeId,
      };
    }),
  );
  await addToLedger(
    clinic,
    'pattern_appointments',
    Array.from({ length: 160 }, () => {
      const onTime = mostly<boolean | null>(true, null, false);
      return {
        pooled: false,
        starts_on: '2018-03-08',
        starts_month: mostly('2018-03-01', '2018-02-01', '2018-01-01'),
        weekday: one(4, 2, 1, 5),
        hour: one(9, 10, 13, 15),
        kind: 'call_in_letter',
        status: 'completed',
        place_id: placeId,
        accompanied: one(true, false),
        attorney_admitted: mostly('yes', 'refused', 'not_requested', 'partly'),
        officer_initial_statement: one('will_be_released', 'will_be_detained', null),
        supervisor_reversed: mostly<boolean | null>(false, true),
        detained: one(false, true),
        closed_on_time: onTime,
        inside_minutes: one(30, 50, 90, null),
      };
    }),
  );
  await addToLedger(
    clinic,
    'pattern_venues',
    Array.from({ length: 12 }, (_, at) => ({
      observed_on: '2018-03-08',
      observed_month: '2018-03-01',
      observed_week: ['2018-02-19', '2018-02-26', '2018-03-05'][at % 3],
      place_id: placeId,
      attorneys_seen: one(3, 1, 7),
      unrepresented_seen: one(12, 5),
      others_seen: one(0, 1),
      detained_known: one(0, 1),
    })),
  );
});
afterAll(() => app.stop());

/**
 * What somebody can be of whom a row counts, and which columns count them then: written down here from what the columns say,
 * not from what the program declares.
 */
type Kinds = string[][];
const grades = evidenceGrades.map((grade) => {
  const column = grade.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return ['n', column, ...(['seenOriginal', 'seenCopy', 'attorneyAttested'].includes(column) ? ['documented'] : [])];
});
const lags = [
  ['from0To7'],
  ['from8To14'],
  ['from8To14', 'within10To21'],
  ['from15To21', 'within10To21'],
  ['from22To30'],
  ['from31To60'],
  ['from61'],
].map((columns) => ['n', 'known', ...columns]);
const crossed = (kinds: Kinds, ...more: Kinds): Kinds =>
  kinds.flatMap((kind) => more.map((columns) => [...kind, ...columns]));
const yesOrNo = [
  ['known', 'yes'],
  ['known', 'no'],
];
const spans = ['0To7', '8To30', '31To90', '91To180', '181'];
const kindsOf: Record<string, Kinds> = {
  letters: grades,
  offices: [['n']],
  'print-to-letter': [['n'], ...crossed(lags, [], ['approximate'])],
  'recent-prints': [
    ['n', 'printed'],
    ['n', 'earlier'],
    ['n', 'noLag'],
  ],
  charges: [['now'], ['before']],
  detained: [
    ['n', 'stayedAway'],
    ['n', 'notKnown'],
    ['n', 'attended', 'fateUnknown'],
    ['n', 'attended', 'detained', 'known'],
    ['n', 'attended', 'walkedOut', 'known'],
  ],
  overview: [
    ['n', 'notAttended'],
    ['n', 'attended', 'unknown'],
    ['n', 'attended', 'detained', 'known'],
    ['n', 'attended', 'walkedOut', 'known'],
  ],
  lag: [[0], [1], [1, 'in'], [2, 'in'], [3], [4], [5]].map(([at, within]) => [
    'n',
    `bin ${at}`,
    ...(within ? ['within10To21'] : []),
  ]),
  posture: yesOrNo,
  'letter-text': yesOrNo,
  counsel: yesOrNo,
  proceedings: [['n'], ['n', 'known'], ['n', 'known', 'placed']],
  times: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => ['n', day]),
  custody: crossed(
    [...spans.map((span) => ['n', 'ended', `ended${span}`]), ...spans.map((span) => ['n', 'open', `open${span}`])],
    [],
    ['stateKnown'],
    ['stateKnown', 'outOfState'],
  ),
  'custody-curve': [['ended'], ['censored']],
  'waiting-rooms': [['n'], ['attorneys'], ['unrepresented'], ['others'], ['detained']],
  accompaniments: crossed(
    crossed([['n'], ['n', 'known'], ['n', 'known', 'onTime']], [], ['accompanied']),
    [],
    ['timed'],
  ),
  notice: [
    ['n'],
    ...['upTo2', 'upTo2 late', 'from3To7', 'from8To14', 'from15'].map((of) => ['n', 'known', ...of.split(' ')]),
  ],
};

type Term = [variable: number, by: number];

/** What a reader finds for each hidden cell: least and greatest, over all that the row's people can be. */
async function intervalsOf({ name, columns, rows, totals, partition }: Report) {
  const bins = name === 'lag' ? columns.filter((one) => one.name.startsWith('days')).map((one) => one.name) : [];
  const kinds = kindsOf[name]!.map((kind) => kind.map((one) => bins[Number(one.split('bin ')[1])] ?? one));
  const counts = columns.filter(({ kind }) => kind === 'count' || kind === 'sum').map((one) => one.name);
  const isCurve = name === 'custody-curve';
  const unknown = counts.filter((column) => !kinds.flat().includes(column));
  expect([name, unknown]).toEqual([name, isCurve ? ['atRisk'] : []]);
  const inRow = (row: number, column: string): Term[] =>
    kinds.flatMap((kind, at): Term[] => (kind.includes(column) ? [[row * kinds.length + at, 1]] : []));
  const cell = (row: number, column: string): Term[] =>
    // Who is held when a span begins is out or lost in it or in a later one.
    isCurve && column === 'atRisk'
      ? rows.flatMap((_, at) => (at < row ? [] : [...inRow(at, 'ended'), ...inRow(at, 'censored')]))
      : row >= 0
        ? inRow(row, column)
        : rows.flatMap((_, at) => inRow(at, column));
  const constraints: { terms: Term[]; low: number; high: number }[] = [];
  const equals = (terms: Term[], value: number) => constraints.push({ terms, low: value, high: value });
  const hidden: [row: number, column: string][] = [];
  const all: [number, ReportRow][] = [
    ...rows.entries(),
    ...(totals && partition ? [[-1, totals] as [number, ReportRow]] : []),
  ];
  const minus = (terms: Term[], by: number): Term[] => terms.map(([variable, one]) => [variable, -one * by]);
  for (const [at, row] of all) {
    for (const column of counts) {
      if (row[column] === '*') hidden.push([at, column]);
      else equals(cell(at, column), row[column] as number);
    }
    // A share that is shown is one more equation.
    for (const { name: share, kind, of } of columns)
      if (kind === 'share' && typeof row[share] === 'number' && of.length <= 2 && row[share] !== 0)
        equals([...cell(at, of[0]!), ...minus(of[1] ? cell(at, of[1]) : cell(-1, of[0]!), row[share])], 0);
    if (partition && at >= 0 && name !== 'waiting-rooms')
      constraints.push({
        terms: [...Array(kinds.length).keys()].map((kind) => [at * kinds.length + kind, 1]),
        low: 1,
        high: Infinity,
      });
  }
  const known = (key: string, column: string) =>
    cell(
      rows.findIndex((row) => row.key === key),
      column,
    );
  const same = (one: Term[], other: Term[]) => equals([...one, ...minus(other, 1)], 0);
  if (name === 'letter-text')
    for (const paper of demandedDocuments.slice(1))
      same(known(`demands_${paper}`, 'known'), known(`demands_${demandedDocuments[0]}`, 'known'));
  if (name === 'counsel') {
    same(known('refused', 'known'), known('partly', 'known'));
    constraints.push({
      terms: [...known('refused', 'no'), ...minus(known('partly', 'yes'), 1)],
      low: 0,
      high: Infinity,
    });
  }
  const bounds = Array.from({ length: rows.length * kinds.length }, () => [0, Infinity] as const);
  const merged = constraints.map((one) => {
    const by = new Map<number, number>();
    for (const [variable, factor] of one.terms) by.set(variable, (by.get(variable) ?? 0) + factor);
    return { ...one, terms: [...by] };
  });
  return withProgram({ bounds, rows: merged, whole: false }, (program) =>
    hidden.map(([row, column]) => {
      const terms = cell(row, column);
      const [low, high] = [program.optimum('least', terms), program.optimum('greatest', terms)];
      if (!low || !high) throw new Error(`The figures of ${name} contradict each other.`);
      return { row, column, width: Math.floor(high.value + 1e-6) - Math.ceil(low.value - 1e-6) };
    }),
  );
}

const ask = async (path: string): Promise<Report> => {
  const { status, body } = await clinic.as.supervisor.get(`/api/patterns/${path}`);
  expect([path, status, body.detail]).toEqual([path, 200, undefined]);
  return body as Report;
};

describe('In the public form of', () => {
  it.each(Object.keys(kindsOf))(
    '%s nothing small is shown, nor can it be worked out',
    async (name) => {
      const shown = await ask(`${name}?release=public`);
      const inside = name === 'overview' || name === 'lag' ? undefined : await ask(name);
      const cellsOf = (report: Report, row: ReportRow) =>
        report.columns.filter(({ kind }) => kind === 'count' || kind === 'sum').map((one) => row[one.name]);
      for (const row of [...shown.rows, ...(shown.totals ? [shown.totals] : [])])
        for (const cell of cellsOf(shown, row))
          expect([name, typeof cell === 'number' ? cell === 0 || cell >= k : cell]).toEqual([
            name,
            typeof cell === 'number' ? true : '*',
          ]);
      // The same rows, so that what is absent is not another way of hiding; and something of it is small.
      if (inside && name !== 'custody-curve') {
        expect(shown.rows.map(({ key }) => key).sort()).toEqual(inside.rows.map(({ key }) => key).sort());
        const cells = inside.rows.flatMap((row) => cellsOf(inside, row)) as number[];
        expect([name, cells.some((cell) => cell > 0 && cell < k)]).toEqual([name, name !== 'offices']);
      }
      const intervals = await intervalsOf(shown);
      expect([name, intervals.length > 0]).toEqual([name, name !== 'offices']);
      expect(intervals.filter(({ width }) => width < k)).toEqual([]);
      // What is made of a hidden count is hidden with it.
      for (const row of shown.rows)
        for (const { name: column, of, kind } of shown.columns)
          if (kind !== 'quantile' && of.some((one) => row[one] === '*'))
            expect([column, row[column]]).toEqual([column, '*']);
    },
    120_000,
  );
});

it('Reports that leave together hide the same figures, however each is divided', async () => {
  const { reports, left } = await clinic.inWork((work) =>
    app.app.get(ReleasesService).publicForms(work, releasable, { evidence: 'all' }),
  );
  expect([left, reports.map(({ name }) => name)]).toEqual([[], [...releasable]]);
  const ofLetters = ['letters', 'offices', 'print-to-letter', 'recent-prints', 'detained', 'proceedings', 'notice'];
  const sameIn = (names: string[], figure: (report: Report) => unknown) =>
    expect(new Set(reports.filter(({ name }) => names.includes(name)).map(figure)).size).toBe(1);
  sameIn(ofLetters, ({ totals }) => totals!.n);
  for (const month of ['2017-11', '2018-01', '2018-02', '2018-03'])
    sameIn(['letters', 'proceedings', 'notice', 'overview'], ({ rows }) => rows.find(({ key }) => key === month)!.n);
  for (const report of reports) expect((await intervalsOf(report)).filter(({ width }) => width < k)).toEqual([]);
});

it('A report of records instead of people has no public form, and says why', async () => {
  for (const { name, publication, inside } of definitions)
    expect([name, Boolean(publication)]).toEqual([name, !inside]);
  for (const [name, why] of [
    ['reminders', 'One person is owed many reminders'],
    ['holdings', 'what there would be to demand'],
  ] as const) {
    const { status, body } = await clinic.as.supervisor.get(`/api/patterns/${name}?release=public`);
    expect([status, body.errors[0].code]).toEqual([422, 'release.unavailable']);
    expect(body.errors[0].message).toContain(why);
  }
});

it('The curve of custody leaves after fixed days alone, in whole percents, and only where all before it is seen', async () => {
  const other = await app.clinic();
  const held = (n: number, days: number, ended: boolean) =>
    Array.from({ length: n }, () =>
      letterRow('2018-02-12', {
        attended: true,
        detained: true,
        custody_ended: ended,
        ...(ended ? { custody_days: days } : { custody_since: '2018-03-01' }),
      }),
    );
  await addToLedger(other, 'pattern_letters', [...held(30, 4, true), ...held(20, 60, true), ...held(25, 0, false)]);
  const curve = async () =>
    (await other.as.supervisor.get('/api/patterns/custody-curve?release=public')).body as Report;
  const cells = ({ rows }: Report) => rows.map((row) => [row.key, row.atRisk, row.ended, row.censored, row.stillHeld]);
  expect(cells(await curve())).toEqual([
    ['7', 75, 30, 0, 0.6],
    ['30', 45, 0, 25, 0.6],
    ['90', 20, 20, 0, 0],
    ['180', 0, 0, 0, 0],
    ['181', 0, 0, 0, null],
  ]);
  await addToLedger(other, 'pattern_letters', held(2, 20, true));
  const [first, second, third] = cells(await curve());
  expect([second![2], second![4], third![4]]).toEqual(['*', '*', '*']);
  expect(first![4]).toBe(0.61);
  expect((await intervalsOf(await curve())).filter(({ width }) => width < k)).toEqual([]);
  // What the other report of custody released is the same figure here.
  const release = await other.as.supervisor.post('/api/patterns/releases', { report: 'custody', reason: aReason });
  expect(release.status).toBe(201);
  await addToLedger(other, 'pattern_letters', held(3, 4, true));
  expect(cells(await curve())[0]!.slice(1, 3)).toEqual(['*', '*']);
});

it('Two periods that are compared are named to the public, and what their rates are per', async () => {
  const { notes } = await ask(
    'charges?release=public&from=2018-01-01&to=2018-03-10&compareFrom=2017-06-01&compareTo=2017-12-31',
  );
  expect(notes[0]).toBe(
    '2018-01-01 to 2018-03-10 (69 days) is compared with 2017-06-01 to 2017-12-31 (214 days); rates are per day.',
  );
});

it('Two periods that overlap cannot be told apart, and so are not released', async () => {
  const { status, body } = await clinic.as.supervisor.get(
    '/api/patterns/charges?release=public&from=2018-01-01&to=2018-03-01&compareFrom=2017-06-01&compareTo=2018-01-15',
  );
  expect([status, body.errors[0].field, body.errors[0].code]).toEqual([422, 'compareTo', 'period.overlaps']);
});

it('What one report released is not given away by another', async () => {
  const other = await app.clinic();
  await letters(other, { n: 40, attended: true, detained: false }, { n: 60, county: 'queens', attended: false });
  const release = (report: string) =>
    other.as.supervisor.post('/api/patterns/releases', { report, groupBy: 'county', reason: aReason });
  expect((await release('letters')).status).toBe(201);
  await letters(other, { n: 4, attended: true, detained: false });
  const { body } = await other.as.supervisor.get('/api/patterns/detained?groupBy=county&release=public');
  const bronx = body.rows.find(({ key }: Answered) => key === 'bronx');
  // 44 less the 40 that are out would be the 4 who came since.
  expect([bronx.n, body.totals.n]).toEqual(['*', '*']);
});
