import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { releasable } from '../../src/patterns/release/releasable-reports.service.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { FakeClock } from '../support/clock.js';
import { aPlaceId } from '../support/factories.js';
import { addToLedger, letterRow } from './release-world.js';

let app: TestApplication;
/** Two offices of one name whose figures differ in nothing but what a public report hides. */
let one: Clinic;
let other: Clinic;

type Facts = Record<string, unknown>;
const times = (n: number, ...facts: Facts[]) => Array.from({ length: n }, () => Object.assign({}, ...facts) as Facts);

/** Two small groups, apart in all that reports are grouped by. */
const kings: Facts = {
  ...letterRow('2017-12-06'),
  county: 'kings',
  print_reason: 'civil_inquiry',
  charge_level: 'felony_e',
  accompanied: true,
};
const richmond: Facts = {
  ...letterRow('2018-01-10'),
  county: 'richmond',
  print_reason: 'juvenile',
  charge_level: 'felony_d',
  accompanied: false,
};
const bronx: Facts = {
  ...letterRow('2018-02-14'),
  county: 'bronx',
  print_reason: 'arrest',
  charge_level: 'misdemeanor_b',
  accompanied: null,
};
/** What became of people: two ways that reports count in different columns. */
const kept: Facts = {
  charge_category: 'theft',
  lag_days: 9,
  lag_approximate: false,
  notice_days: 1,
  evidence_grade: 'seen_copy',
  prior_removal_order: 'outstanding',
  mentions_detention: 'yes',
  attended: true,
  detained: true,
  custody_ended: true,
  custody_days: 5,
  in_proceedings: true,
  nta_days: 4,
};
const freed: Facts = {
  charge_category: 'assault',
  lag_days: 70,
  lag_approximate: true,
  notice_days: 20,
  evidence_grade: 'hearsay',
  prior_removal_order: 'none',
  mentions_detention: 'no',
  attended: true,
  detained: false,
  in_proceedings: false,
};

/** @param few how many of the first group were kept and of the second were freed; the margins do not depend on it */
async function anOffice(few: number): Promise<Clinic> {
  const clinic = await app.clinic('The clinic');
  const more = 11 - few;
  const placeId = await aPlaceId(clinic);
  const shares = <T>(first: T, second: T, both: [Facts, Facts]): [number, T, Facts][] => [
    [few, first, both[0]],
    [more, first, both[1]],
    [more, second, both[0]],
    [few, second, both[1]],
  ];
  await addToLedger(clinic, 'pattern_letters', [
    ...[...shares(kings, richmond, [kept, freed]), [60, bronx, kept] as const, [60, bronx, freed] as const].flatMap(
      ([n, group, fate]) => times(n, group, fate),
    ),
  ]);
  const asked: Facts = { attorney_admitted: 'yes', closed_on_time: true, weekday: 1, inside_minutes: 30 };
  const refused: Facts = { attorney_admitted: 'refused', closed_on_time: false, weekday: 4, inside_minutes: 90 };
  const at = (month: string, hour: number, county: string): Facts => ({
    starts_on: `${month}-14`,
    starts_month: `${month}-01`,
    hour,
    county,
  });
  const appointments = [
    ...shares(at('2018-01', 9, 'kings'), at('2018-02', 13, 'richmond'), [asked, refused]),
    [60, at('2018-03', 10, 'bronx'), asked] as const,
    [60, at('2018-03', 10, 'bronx'), refused] as const,
  ];
  await addToLedger(
    clinic,
    'pattern_appointments',
    appointments.flatMap(([n, when, what]) =>
      times(n, { pooled: false, kind: 'call_in_letter', status: 'completed', place_id: placeId }, when, what),
    ),
  );
  await addToLedger(
    clinic,
    'pattern_venues',
    (
      [
        ['2018-02-19', few, more],
        ['2018-02-26', more, few],
        ['2018-03-05', 40, 50],
      ] as const
    ).map(([week, attorneys, alone]) => ({
      observed_on: week,
      observed_month: `${week.slice(0, 7)}-01`,
      observed_week: week,
      place_id: placeId,
      attorneys_seen: attorneys,
      unrepresented_seen: alone,
    })),
  );
  return clinic;
}

beforeAll(async () => {
  app = await TestApplication.start({ clock: new FakeClock(new Date('2018-03-20T15:00:00Z')) });
  one = await anOffice(4);
  other = await anOffice(7);
});
afterAll(() => app.stop());

const bytesOf = async (of: Clinic, path: string): Promise<Buffer> => {
  const { status, body } = await of.as.supervisor.download(`/api/patterns/${path}`);
  expect([path, status]).toEqual([path, 200]);
  return body as Buffer;
};
const textOf = async (of: Clinic, path: string) => (await bytesOf(of, path)).toString();
/** The parts of a workbook; when it was made is in none but the frame around them. */
const sheetsOf = async (of: Clinic, path: string) =>
  Object.entries(unzipSync(await bytesOf(of, path)))
    .filter(([name]) => !name.startsWith('docProps/'))
    .map(([name, content]) => [name, Buffer.from(content).toString()] as const);

describe('Two offices that differ only in small figures look the same to the public', () => {
  const divided = [
    'overview',
    'letters',
    'print-to-letter',
    'recent-prints',
    'detained',
    'proceedings',
    'times',
    'notice',
  ];
  const of: Record<string, string[]> = {
    charges: ['groupBy=chargeCategory&from=2018-01-01&to=2018-01-31&compareFrom=2017-12-01&compareTo=2017-12-31'],
    offices: ['groupBy=evidenceGrade&county=kings'],
    'waiting-rooms': [''],
  };

  it.each(releasable.map((name) => [name]))('in %s, as answer, table and picture', async (name) => {
    for (const query of of[name] ?? (divided.includes(name) ? ['', 'county=kings'] : ['county=kings'])) {
      const asked = (release: string, more = '') => `?release=${release}${query && `&${query}`}${more}`;
      // Inside they differ, so that there is something that could be seen.
      const inside = name + asked('internal', '&format=csv');
      expect(await textOf(one, inside)).not.toBe(await textOf(other, inside));
      for (const form of [
        name + asked('public'),
        name + asked('public', '&format=csv'),
        `${name}.svg${asked('public')}`,
      ]) {
        const shown = await textOf(one, form);
        expect(shown).toContain('*');
        expect(await textOf(other, form)).toBe(shown);
      }
    }
  });

  it('in the book, printed and as a workbook', async () => {
    const printed = 'book.pdf?release=public&language=es&county=kings';
    expect((await bytesOf(one, printed)).equals(await bytesOf(other, printed))).toBe(true);
    const sheets = await sheetsOf(one, 'book.xlsx?release=public');
    expect(sheets.map(([, content]) => content).join('')).toContain('*');
    expect(await sheetsOf(other, 'book.xlsx?release=public')).toEqual(sheets);
    expect(await sheetsOf(other, 'book.xlsx')).not.toEqual(await sheetsOf(one, 'book.xlsx'));
  });
});

describe('What people have named does nothing to whoever opens a file', () => {
  const names = [
    '=HYPERLINK("https://example.org","here")',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '|calc',
    '＝1+1',
    '<script>alert(1)</script>',
  ];
  const named = async () => {
    const clinic = await app.clinic('=1+1');
    for (const name of names) {
      const { as } = clinic;
      const office = await as.supervisor.post('/api/offices', { name, agency: 'ice_ero' });
      const place = await as.supervisor.post('/api/places', { name, kind: 'other' });
      expect([name, office.status, place.status, office.body.name]).toEqual([name, 201, 201, name]);
      await addToLedger(
        clinic,
        'pattern_letters',
        times(11, bronx, kept, {
          office_id: office.body.id as string,
          place_id: place.body.id as string,
          precinct: name.slice(0, 20),
        }),
      );
    }
    return clinic;
  };

  it('in CSV, workbooks and pictures, for the office and for the public', async () => {
    const clinic = await named();
    for (const release of ['internal', 'public']) {
      for (const groupBy of ['office', 'place', 'precinct'])
        for (const report of ['letters', 'overview']) {
          const csv = await textOf(clinic, `${report}?format=csv&groupBy=${groupBy}&release=${release}`);
          // Each cell that is no number begins with a letter, a quote or a sign that is no formula's.
          const cells = csv.split('\r\n').flatMap((line) => line.match(/"(?:[^"]|"")*"|[^,]+/g) ?? []);
          const formulas = cells.filter((cell) => /^"?[\s]*[=+\-@|＝]/u.test(cell) && !/^-?[\d.e-]+$/.test(cell));
          expect([report, groupBy, formulas]).toEqual([report, groupBy, []]);
          if (groupBy !== 'precinct') for (const name of names) expect(csv).toContain(name.replaceAll('"', '""'));
        }
      const sheets = await sheetsOf(clinic, `book.xlsx?release=${release}`);
      const xml = sheets.map(([, content]) => content).join('');
      expect(xml).toContain('=HYPERLINK(');
      expect(xml).not.toMatch(/<f[ >]|<script/);
      // Whoever looks at what was typed finds texts: each cell that is not a number says so.
      const cells = sheets.flatMap(([name, content]) =>
        name.startsWith('xl/worksheets') ? [...content.matchAll(/<c ([^>/]*)>(.*?)<\/c>/g)] : [],
      );
      expect(cells.length).toBeGreaterThan(100);
      for (const [, attributes, content] of cells)
        if (!/t="(s|inlineStr)"/.test(attributes!)) expect(content).toMatch(/^<v>-?[\d.eE+-]+<\/v>$/);
      const svg = await textOf(clinic, `offices.svg?release=${release}`);
      expect(svg).toContain('&lt;script&gt;');
      expect(svg).not.toMatch(/<script|href/);
    }
  });
});
