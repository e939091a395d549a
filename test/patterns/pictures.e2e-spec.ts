import { describe, expect, it } from '@jest/globals';
import type { Clinic, TestApplication } from '../support/application.js';
import { WatchService } from '../../src/patterns/news/watch.service.js';
import { type Answered } from '../support/factories.js';
import { addToLedger, letterRow, letters } from './release-world.js';
import { bookOf } from '../../src/patterns/pictures/book.pdf.js';
import { bookWords } from '../../src/patterns/pictures/book.words.js';
import { ReportsService } from '../../src/patterns/reports/reports.service.js';
import { readPages } from '../summaries/pdf-text.js';
import { eachInAClinic } from './world.js';

let app: TestApplication;
let clinic: Clinic;

eachInAClinic('2018-03-19T15:00:00Z', (...world) => ([clinic, app] = world));

const svgOf = async (path: string, of = clinic) => {
  const { status, headers, body } = await of.as.advocate.get(`/api/patterns/${path}`);
  expect([status, headers['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8']);
  return (body as Buffer).toString();
};

describe('A report as a picture', () => {
  it('says its figures in words too, and needs nothing from outside', async () => {
    await letters(clinic, { n: 12 }, { n: 30, county: 'queens', lagDays: 9 });
    const svg = await svgOf('lag.svg?groupBy=county');
    expect(svg).toContain('<title id="title">Days from fingerprints to letter</title>');
    expect(svg).toContain('Queens: Letters 30, 0 to 7 days 0, 8 to 14 days 30');
    expect(svg).toContain('role="img"');
    expect(svg).not.toMatch(/href|<style|<script|url\(/);
    expect(await svgOf('letters.svg')).toContain('Feb 2018');
    expect(await svgOf('letters.svg?language=es')).toContain('feb 2018: Cartas ');
    const { body: table } = await clinic.as.advocate.get('/api/patterns/letters?language=es');
    const { columns, rows } = table as { columns: { label: string }[]; rows: { label: string }[] };
    expect(columns.map(({ label }) => label)).toEqual(expect.arrayContaining(['Mes', 'Cartas']));
    expect(rows.map(({ label }) => label)).toContain('2018-02');
    // The short forms as well, wherever they are tables.
    for (const [name, heading] of [
      ['overview', 'Cartas'],
      ['lag', 'Mediana'],
    ] as const) {
      const asked = `/api/patterns/${name}?groupBy=county&language=es`;
      const told = (await clinic.as.advocate.get(`${asked}&release=public`)).body as typeof table;
      expect(told.columns.map(({ label }: Answered) => label)).toEqual(expect.arrayContaining(['Condado', heading]));
      expect((await clinic.as.advocate.get(asked)).body).toMatchObject({ n: 42 });
      expect((await clinic.as.advocate.get(`${asked}&format=csv`)).text).toMatch(/^key,name,n,/);
      expect((await clinic.as.advocate.get(`/api/patterns/${name}?language=fr`)).status).toBe(422);
    }
    // Copied in grey, each series is a grey of its own.
    const legend = (svg.match(/<rect[^>]*>/g) ?? []).filter((rect) => rect.includes(' width="13"'));
    const fills = legend.map((rect) => /fill="#(\w+)"/.exec(rect)![1]!);
    const greys = fills.map((fill) => {
      const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(fill.slice(at, at + 2), 16));
      return 0.299 * red! + 0.587 * green! + 0.114 * blue!;
    });
    expect(greys).toHaveLength(6);
    for (const [at, grey] of greys.slice(1).entries()) expect(grey - greys[at]!).toBeGreaterThan(25);
    const other = await app.clinic();
    expect(await svgOf('lag.svg?groupBy=county', other)).not.toContain('Queens');
  });

  it('says what an axis counts, what dot and line are, and that months between two are missing', async () => {
    await letters(
      clinic,
      { n: 3, receivedOn: '2017-10-12', attended: true, detained: true },
      { n: 4, attended: true, detained: false },
      { n: 5, receivedOn: '2018-03-05' },
    );
    const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    const notice = textsOf(await svgOf('print-to-letter.svg'));
    expect(notice).toEqual(
      expect.arrayContaining(['Median', 'Lower quartile – Upper quartile', 'Days from fingerprints to letter']),
    );
    const kept = textsOf(await svgOf('detained.svg?groupBy=county&language=es'));
    expect(kept).toContain('Intervalo del 95 %');
    const byMonth = textsOf(await svgOf('letters.svg'));
    const axis = byMonth.filter((text) => /^(…|\w+ 20\d\d)$/.test(text!));
    expect(axis).toEqual(['Oct 2017', '…', 'Feb 2018', 'Mar 2018']);
    // Of few letters the axis has whole numbers alone.
    expect(byMonth.filter((text) => /^\d/.test(text!))).toEqual(['0', '1', '2', '3', '4', '5']);
    const curve = textsOf(await svgOf('custody-curve.svg?release=public'));
    expect(curve).toContain('*');
  });

  it('gives a median that nobody knows the upper bound of a line with the head of an arrow', async () => {
    const held = (days: number, ended: boolean) =>
      letterRow('2018-02-12', { attended: true, detained: true, custody_ended: ended, custody_days: days });
    await addToLedger(clinic, 'pattern_letters', [held(10, true), held(20, true), held(30, false)]);
    const { body } = await clinic.as.advocate.get('/api/patterns/custody');
    expect((body as Answered).rows).toMatchObject([{ median: 20, medianLow: 10, medianHigh: null }]);
    const lines = (svg: string) => (svg.match(/<line[^>]* x1="[\d.]+" x2="[\d.]+"[^>]*>/g) ?? []).length;
    const open = await svgOf('custody.svg?language=es');
    expect([open.includes('Intervalo del 95 %; flecha: sin límite superior'), open.includes('rotate(90)')]).toEqual([
      true,
      true,
    ]);
    // So long at least, and nobody knows of half of them how long.
    await addToLedger(clinic, 'pattern_letters', [held(40, false), held(40, false)]);
    const unknown = await clinic.as.advocate.get('/api/patterns/custody');
    expect((unknown.body as Answered).rows).toMatchObject([{ median: null, medianLow: 20, medianHigh: null }]);
    const without = await svgOf('custody.svg');
    expect([without.includes('rotate(90)'), lines(without)]).toEqual([true, lines(open)]);
    // What is hidden is not open.
    expect(await svgOf('custody.svg?release=public')).not.toContain('arrow');
  });

  it('has bars of one month no wider than those of many, and one axis however many months are missing', async () => {
    const barsOf = (svg: string) =>
      [...svg.matchAll(/<rect[^>]* width="([\d.]+)"/g)]
        .map(([, width]) => Number(width))
        .filter((width) => width < 700);
    await letters(clinic, { n: 12, attended: true });
    const one = await svgOf('overview.svg');
    expect(Math.max(...barsOf(one))).toBeLessThan(90);
    await letters(clinic, { n: 12, receivedOn: '2017-05-10' }, { n: 12, receivedOn: '2017-09-10' });
    const gaps = await svgOf('overview.svg');
    expect(gaps.match(/>…</g)).toHaveLength(2);
    expect(gaps.match(/>10</g)).toHaveLength(1);
  });

  it('for the public does not draw what is hidden', async () => {
    await letters(clinic, { n: 40 }, { n: 3, county: 'queens' });
    const svg = await svgOf('overview.svg?groupBy=county&release=public');
    expect(svg).toContain('Queens: Letters *');
    // A star in its place, so that it is not taken for nothing.
    expect(svg).toContain('>*</text>');
    expect(await svgOf('overview.svg?groupBy=county')).not.toContain('>*</text>');
    expect(await svgOf('overview.svg?groupBy=county')).toContain('Queens: Letters 3');
  });

  it('has no line over what is hidden, as if it were known', async () => {
    const { body } = await clinic.as.advocate.get('/api/places');
    const seen = (day: string, attorneys: number) => ({
      observed_on: day,
      observed_month: '2018-02-01',
      observed_week: day,
      place_id: (body as Answered).items[0].id,
      attorneys_seen: attorneys,
      unrepresented_seen: 0,
    });
    await addToLedger(clinic, 'pattern_venues', [
      ...[seen('2018-02-05', 20), seen('2018-02-12', 20), seen('2018-02-19', 3), seen('2018-02-26', 4)],
      ...[seen('2018-03-05', 20), seen('2018-03-12', 20)],
    ]);
    const pieces = (svg: string) =>
      [...svg.matchAll(/<path[^>]* d="(M[^"]*L[^"]*)"/g)].map(([, path]) => path!.split('M').length - 1);
    expect(Math.max(...pieces(await svgOf('waiting-rooms.svg')))).toBe(1);
    expect(Math.max(...pieces(await svgOf('waiting-rooms.svg?release=public')))).toBe(2);
  });

  it('is absent for a report that is none, and refused to those who see no figures', async () => {
    expect((await clinic.as.advocate.get('/api/patterns/people.svg')).status).toBe(404);
    for (const path of ['lag.svg', 'book.pdf'])
      expect((await clinic.as.accompanier.get(`/api/patterns/${path}`)).status).toBe(403);
  });
});

describe('The report book', () => {
  it.each([
    ['internal', 'en'],
    ['public', 'es'],
  ])('%s in %s is a PDF, and that it was made is in the audit', async (release, language) => {
    await letters(clinic, { n: 40 }, { n: 3, county: 'queens' });
    const { status, headers, body } = await clinic.as.supervisor.get(
      `/api/patterns/book.pdf?release=${release}&language=${language}`,
    );
    expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
    expect((body as Buffer).subarray(0, 8).toString()).toBe('%PDF-1.7');
    const { body: audit } = await clinic.as.auditor.get('/api/audit-events?event=patterns.exported');
    expect(audit.items).toMatchObject([{ details: { format: 'pdf' } }]);
  });

  it.each([0, 12, 18, 26, 60])(
    'with %d rows in a table has no heading, remark or method on a page by itself',
    async (n) => {
      const rows = Array.from({ length: n }, (_, at) => {
        const month = `${2013 + Math.floor(at / 12)}-${String(1 + (at % 12)).padStart(2, '0')}-01`;
        const when = { received_on: month, received_month: month, received_week: month };
        const days = { lag_days: at, notice_days: at, nta_days: at, custody_days: at };
        const fate = {
          attended: true,
          detained: true,
          custody_ended: true,
          in_proceedings: true,
          lag_approximate: false,
        };
        const what = { pooled: false, evidence_grade: 'seen_original', print_reason: `reason_${at}` };
        return { ...when, ...days, ...fate, ...what };
      });
      await addToLedger(clinic, 'pattern_letters', rows);
      const reports = await clinic.inWork((work) =>
        app.app.get(ReportsService).book(work, { release: 'internal', evidence: 'all' }),
      );
      const cover = { organization: 'One clinic', period: 'All', filters: [], on: '2018-03-19' };
      const pages = readPages(await bookOf(reports, cover, bookWords.en, { compress: false }));
      const [title, methods, ...others] = pages;
      expect([title!.some(({ text }) => text.includes('Contents')), methods![0]!.size]).toEqual([true, 17]);

      const [heading, section, paragraph, table, edge] = [17, 11, 10, 8.5, 8];
      const written = others.map((runs) => runs.filter(({ size }) => size !== edge));
      const begins = written.flatMap(([first], at) => (first!.size === heading ? [at + 3] : []));
      expect(begins).toHaveLength(reports.length);
      // The contents say on which page each begins.
      expect(title!.slice(-reports.length).map(({ text }) => Number(text))).toEqual(begins);
      for (const runs of written) {
        const [first, last] = [runs[0]!.size, runs.at(-1)!.size];
        // A page that goes on with a report goes on with its table, and says so at its edge.
        expect([heading, table]).toContain(first);
        expect([heading, section]).not.toContain(last);
        // Nor does it end with what stands above the columns of a table.
        if (last === table) expect(runs.at(-1)!.text).toMatch(/^[-–…*\d., %]+$/);
        expect(runs.some(({ size }) => size === table || size === paragraph)).toBe(true);
      }
      for (const [at, runs] of others.entries()) {
        const says = runs.filter(({ size }) => size === edge).map(({ text }) => text);
        const report = reports[begins.filter((page) => page <= at + 3).length - 1]!;
        expect(says.join(' ').includes(report.title)).toBe(!begins.includes(at + 3));
      }
    },
  );

  it('of last month is made known to supervisors once it is over, where anything came, and to them alone', async () => {
    await letters(clinic, { n: 2, receivedOn: '2018-03-12' });
    const other = await app.clinic();
    const told = async ({ as }: Clinic) =>
      (await as.supervisor.get('/api/notices')).body.items.map(({ text }: Answered) => text);
    const watch = () => app.app.get(WatchService).watchAll();
    // Of February nothing came.
    await watch();
    expect(await told(clinic)).toEqual([]);
    // Midnight of the first of April in New York.
    app.clock.set('2018-04-01T03:59:00Z');
    await watch();
    expect(await told(clinic)).toEqual([]);
    app.clock.set('2018-04-01T04:01:00Z');
    await watch();
    await watch();
    const [text, ...more] = await told(clinic);
    expect([text, more]).toEqual([expect.stringContaining('last month'), []]);
    expect(text).not.toMatch(/\d/);
    expect([await told(other), (await clinic.as.attorney.get('/api/notices')).body.items]).toEqual([[], []]);
    const { body: audit } = await clinic.as.auditor.get('/api/audit-events?event=patterns.book_ready');
    expect(audit.items).toHaveLength(1);
  });
});
