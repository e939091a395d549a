import { createHash } from 'node:crypto';
import { describe, expect, it, jest } from '@jest/globals';
import type { Clinic, TestApplication } from '../support/application.js';
import { type Answered } from '../support/factories.js';
import { addToLedger, aReason, letterRow, letters } from './release-world.js';
import { eachInAClinic } from './world.js';

let app: TestApplication;
let clinic: Clinic;

eachInAClinic('2018-03-19T15:00:00Z', (...world) => ([clinic, app] = world));

const byCounty = { report: 'overview', groupBy: 'county' };
const publish = (body: object, who = clinic.as.supervisor) =>
  who.post('/api/patterns/releases', { ...byCounty, reason: aReason, ...body });
const published = async (body: object): Promise<Answered> => {
  const answer = await publish(body);
  expect([answer.status, answer.body.detail]).toEqual([201, undefined]);
  return answer.body;
};
const preview = async (body: object): Promise<Answered> => {
  const answer = await clinic.as.supervisor.post('/api/patterns/releases/preview', { ...byCounty, ...body });
  expect([answer.status, answer.body.detail]).toEqual([200, undefined]);
  return answer.body;
};
const column = ({ report }: Answered, name: string) => report.rows.map((row: Answered) => row[name]);
const byKey = ({ report }: Answered, name: string) =>
  Object.fromEntries(report.rows.map((row: Answered) => [row.key, row[name]]));
/** In one of them few: 98 letters in all. */
const fourCounties = () =>
  letters(clinic, { n: 40 }, { n: 30, county: 'queens' }, { n: 3, county: 'kings' }, { n: 25, county: 'new_york' });

describe('Figures for the public', () => {
  it('hide what counts few, and so much more that nothing hidden can be worked out', async () => {
    await fourCounties();
    const made = await preview({});
    const shown = byKey(made, 'n');
    expect([shown.kings, shown.bronx, shown.queens, made.k]).toEqual(['*', 40, 30, 11]);
    // With 98 in all, 3 would be what is missing: either the sum goes, or one more county does.
    expect([shown.new_york, made.report.totals.n]).toContain('*');
    expect(made.hidden).toContainEqual({ row: expect.any(Number), column: 'n', why: 'small' });
    expect(made.hidden.map(({ why }: Answered) => why)).toContain('complement');
    expect(made.narrowest).toBeGreaterThanOrEqual(11);
    expect(JSON.stringify(made.report)).not.toMatch(/[":]3[,}]/);
  });

  it('show 0, no row in the order of its size, and neither medians nor shares that a hidden count is in', async () => {
    await letters(
      clinic,
      { n: 20, attended: true, detained: false },
      { n: 4, attended: true, detained: true },
      { n: 60, county: 'queens', attended: false },
    );
    const made = await preview({});
    expect(column(made, 'key')).toEqual(['bronx', 'queens']);
    expect(byKey(made, 'detained')).toEqual({ bronx: '*', queens: 0 });
    expect(byKey(made, 'detainedShare').bronx).toBe('*');
    const lag = await preview({ report: 'lag' });
    expect(byKey(lag, 'median')).toEqual({ bronx: 14, queens: 14 });
    await letters(clinic, { n: 2, lagDays: 70 });
    expect(byKey(await preview({ report: 'lag' }), 'median').bronx).toBe('*');
  });

  it('are what release=public answers, under the threshold that the organisation chose', async () => {
    await letters(clinic, { n: 15 }, { n: 60, county: 'queens' }, { n: 70, county: 'kings' });
    const ask = async () => {
      const { status, body } = await clinic.as.advocate.get('/api/patterns/overview?groupBy=county&release=public');
      expect(status).toBe(200);
      return byKey({ report: body } as Answered, 'n').bronx;
    };
    expect(await ask()).toBe(15);
    const { body } = await clinic.as.administrator.get('/api/organization');
    for (const [k, status] of [
      [4, 422],
      [21, 422],
      [20, 200],
    ] as const)
      expect(
        (await clinic.as.administrator.patch('/api/organization', body.version, { publicCountsFrom: k })).status,
      ).toBe(status);
    expect(await ask()).toBe('*');
    const other = await app.clinic();
    const answer = await other.as.supervisor.get('/api/patterns/lag?release=public');
    expect([answer.body.rows, answer.body.totals.n]).toEqual([[], 0]);
  });
});

describe('A release', () => {
  it('is written down with its bytes, who let it leave, when and why', async () => {
    await letters(clinic, { n: 40 }, { n: 3, county: 'kings' });
    const release = await published({ from: '2018-02-01', to: '2018-02-28' });
    expect(release).toMatchObject({
      report: 'overview',
      groupBy: 'county',
      k: 11,
      state: 'published',
      reason: aReason,
    });
    expect(release).toMatchObject({ createdBy: clinic.as.supervisor.userId, publishedAt: '2018-03-19T15:00:00.000Z' });
    expect(release.hiddenCells).toBeGreaterThan(1);
    const { body, text } = await clinic.as.attorney.get(`/api/patterns/releases/${release.id}/document`);
    expect(createHash('sha256').update(text).digest('hex')).toBe(release.sha256);
    expect(body).toMatchObject({ symbol: '*', k: 11 });
    expect(body.rows.find(({ key }: Answered) => key === 'kings').n).toBe('*');
    const { body: list } = await clinic.as.auditor.get('/api/patterns/releases');
    expect(list.items).toEqual([expect.objectContaining({ id: release.id, byName: 'Test supervisor' })]);
    expect(JSON.stringify(list)).not.toContain('"figures"');
    const { body: audit } = await clinic.as.auditor.get('/api/audit-events?event=release.published');
    expect(audit.items).toMatchObject([{ subjectId: release.id, details: { report: 'overview' } }]);
  });

  it('is not to be seen by another organisation, nor made by those who may not', async () => {
    await letters(clinic, { n: 40 });
    const { id } = await published({});
    const other = await app.clinic();
    for (const path of [id, `${id}/document`])
      expect((await other.as.supervisor.get(`/api/patterns/releases/${path}`)).status).toBe(404);
    expect((await other.as.attorney.post(`/api/patterns/releases/${id}/approval`)).status).toBe(404);
    expect((await other.as.supervisor.get('/api/patterns/releases')).body.items).toEqual([]);
    expect((await publish({}, clinic.as.attorney)).status).toBe(403);
    await expect(
      clinic.inWork((work) => work.execute('DELETE FROM pattern_releases WHERE id = $1', [id])),
    ).rejects.toThrow('permission denied');
  });

  it.each([
    [{ reason: 'short' }, 'reason'],
    [{ report: 'people' }, 'report'],
    [{ to: '2018-02-01', from: '2018-03-01' }, 'to'],
    [{ shownSmall: [{ key: 'bronx' }] }, 'shownSmall.0'],
  ])('of %j is refused on %s', async (body, field) => {
    const answer = await publish(body);
    expect([answer.status, answer.body.errors[0].field]).toEqual([422, field]);
  });
});

describe('An audit that would outlast the request', () => {
  it('ends with what to do instead, and shows and releases nothing', async () => {
    await fourCounties();
    let now = app.clock.now().getTime();
    // Whenever somebody looks at it, a good while has passed.
    const clock = jest.spyOn(app.clock, 'now').mockImplementation(() => new Date((now += 15_000)));
    try {
      const { as } = clinic;
      const asked = 'groupBy=county&release=public';
      for (const answer of [
        await as.supervisor.get(`/api/patterns/overview?${asked}`),
        await as.supervisor.get(`/api/patterns/overview?${asked}&format=csv`),
        await as.supervisor.get(`/api/patterns/overview.svg?${asked}`),
        await as.supervisor.get('/api/patterns/book.pdf?release=public&county=kings'),
        await as.supervisor.get('/api/patterns/book.xlsx?release=public&county=kings'),
        await as.supervisor.post('/api/patterns/releases/preview', byCounty),
        await publish({}),
      ]) {
        expect([answer.status, answer.body.code]).toEqual([422, 'release.too_much']);
        expect(answer.body.detail).toContain('Ask for less at once: a shorter period, a grouping with fewer rows');
        expect(Object.keys(answer.body as object)).not.toContain('rows');
      }
      expect((await as.supervisor.get('/api/patterns/releases')).body.items).toEqual([]);
      // What needs no audit, since nothing in it is small, is not kept from anybody.
      await expect(preview({ groupBy: 'month' })).resolves.toMatchObject({ narrowest: null });
    } finally {
      clock.mockRestore();
    }
    expect((await preview({})).narrowest).toBeGreaterThanOrEqual(11);
  });
});

describe('What was released before', () => {
  it('does not give away the few who came since, or whose records were corrected', async () => {
    await letters(clinic, { n: 40 }, { n: 50, county: 'queens' });
    await published({ to: '2018-02-28' });
    await letters(clinic, { n: 4, receivedOn: '2018-03-05' }, { n: 30, receivedOn: '2018-03-06', county: 'queens' });
    const march = await preview({ to: '2018-03-18' });
    // 44 less the 40 that are out would be the 4 of March.
    const shown = byKey(march, 'n');
    expect(shown.bronx).toBe('*');
    expect([shown.queens, march.report.totals.n]).toContain('*');
    expect(march.hidden).toContainEqual(expect.objectContaining({ column: 'n', why: 'difference' }));
    await letters(clinic, { n: 1 });
    const again = await preview({ to: '2018-02-28' });
    expect(byKey(again, 'n').bronx).toBe('*');
  });

  it('keeps hidden what was hidden beside the few, in a report where the few are not', async () => {
    await fourCounties();
    const ofCounty = async (county: string) =>
      (await preview({ groupBy: 'month', county })).report.totals.n as number | '*';
    expect([await ofCounty('new_york'), await ofCounty('bronx')]).toEqual([25, 40]);
    const { id } = await published({});
    const { body } = await clinic.as.supervisor.get(`/api/patterns/releases/${id}/document`);
    const shown = byKey({ report: body }, 'n');
    expect([shown.kings, shown.new_york, shown.bronx, body.totals.n]).toEqual(['*', '*', 40, 98]);
    // 98 less 40, 30 and these 25 would be the 3.
    expect([await ofCounty('new_york'), await ofCounty('bronx')]).toEqual(['*', 40]);
  });

  it('is compared by whatever it was grouped and narrowed', async () => {
    await letters(clinic, { n: 40 }, { n: 50, county: 'queens' }, { n: 4, county: 'kings' });
    await published({ groupBy: 'month', county: 'bronx' });
    await published({ groupBy: 'month', county: 'queens' });
    const all = await preview({ groupBy: 'chargeLevel' });
    // 94 in all, of which 40 and 50 are out.
    expect(all.report.totals.n).toBe('*');
  });

  it('is compared as it stood last, where it was released again meanwhile', async () => {
    await letters(clinic, { n: 40 }, { n: 3, county: 'queens' });
    const bronx = { groupBy: 'month', county: 'bronx', to: '2018-02-28' };
    await published(bronx);
    await letters(clinic, { n: 20 });
    await published(bronx);
    const all = await preview({ groupBy: 'chargeLevel', to: '2018-02-28' });
    // 63 less the 60 that are out by now; less the 40 that were out before it would be nothing to hide.
    expect([all.report.totals.n, column(all, 'n')]).toEqual(['*', ['*']]);
  });

  it('gives nothing away in other words: a question, a column and a group that count the same', async () => {
    const orders = { none: 60, outstanding: 50, executed: 3, unknown: 40 };
    await addToLedger(
      clinic,
      'pattern_letters',
      Object.entries(orders).flatMap(([order, n]) =>
        Array.from({ length: n }, () =>
          letterRow('2018-02-12', {
            evidence_grade: order === 'executed' ? 'hearsay' : 'seen_copy',
            prior_removal_order: order,
          }),
        ),
      ),
    );
    const posture = await published({ report: 'posture', groupBy: undefined });
    const { body } = await clinic.as.supervisor.get(`/api/patterns/releases/${posture.id}/document`);
    const question = body.rows.find(({ key }: Answered) => key === 'noRemovalOrder');
    expect([question.yes, question.no]).toEqual([60, 53]);
    const byOrder = byKey(await preview({ report: 'letters', groupBy: 'priorRemovalOrder' }), 'n');
    // Of the 53 who said no, 50 would leave the 3.
    expect([byOrder.executed, byOrder.outstanding]).toEqual(['*', '*']);
    await published({ report: 'offices', groupBy: 'month', evidence: 'documented' });
    const grades = byKey(await preview({ report: 'letters', groupBy: 'month' }), 'n');
    // 153 less the 150 that are more than hearsay.
    expect(grades['2018-02']).toBe('*');
  });

  it('does not give away of how few a fact is not known: of all letters, less those of which it is', async () => {
    const cited = { none: 40, ina_235: 54, unknown: 6 };
    await addToLedger(
      clinic,
      'pattern_letters',
      Object.entries(cited).flatMap(([authority, n]) =>
        Array.from({ length: n }, (_, at) =>
          letterRow('2018-02-12', {
            authority_cited: authority === 'unknown' ? null : authority,
            lag_days: at < 4 && authority === 'none' ? null : 14,
            lag_approximate: at < 4 && authority === 'none' ? null : false,
          }),
        ),
      ),
    );
    const [text, lag] = [
      { report: 'letter-text', groupBy: undefined },
      { report: 'lag', groupBy: 'month' },
    ];
    const shown = async () => [
      byKey(await preview(text), 'known').authorityCited,
      (await preview(lag)).report.totals.n,
    ];
    expect(await shown()).toEqual([94, 96]);
    await published({ report: 'offices', groupBy: 'month' });
    expect(await shown()).toEqual(['*', '*']);
  });

  it('does not give away the few among those who came of whom another report counts fewer', async () => {
    await letters(
      clinic,
      { n: 30, attended: true, detained: true },
      { n: 8, attended: true, detained: null },
      { n: 40, county: 'queens', attended: true, detained: false },
    );
    const kept = await preview({ report: 'custody', groupBy: 'county' });
    expect([kept.report.totals.n, byKey(kept, 'n')]).toEqual([30, { bronx: 30 }]);
    await published({ report: 'offices', groupBy: 'month', county: 'bronx' });
    // 38 letters of the Bronx, of which 30 were kept.
    expect(byKey(await preview({ report: 'custody', groupBy: 'county' }), 'n')).toEqual({ bronx: '*' });
  });

  it('is the same where one report groups by yes and no and another does', async () => {
    const spouse = (n: number, yes: boolean, receivedOn: string) =>
      Array.from({ length: n }, () => letterRow(receivedOn, { us_citizen_or_lpr_spouse: yes }));
    const add = (rows: Record<string, unknown>[]) => addToLedger(clinic, 'pattern_letters', rows);
    await add([...spouse(40, true, '2018-02-12'), ...spouse(30, false, '2018-02-12')]);
    const bySpouse = await preview({ groupBy: 'spouse' });
    expect([column(bySpouse, 'key'), column(bySpouse, 'name')]).toEqual([
      [false, true],
      ['No', 'Yes'],
    ]);
    await published({ report: 'offices', groupBy: 'spouse' });
    await add(spouse(4, true, '2018-02-13'));
    // 44 less the 40 that are out.
    expect(byKey(await preview({ groupBy: 'spouse' }), 'n')).toMatchObject({ true: '*' });
  });

  it('gives nothing away by groups beside each other: hearsay, and what is more than that in a part of the time', async () => {
    const graded = (n: number, grade: string, receivedOn: string) =>
      Array.from({ length: n }, () => letterRow(receivedOn, { evidence_grade: grade }));
    await addToLedger(clinic, 'pattern_letters', [
      ...graded(40, 'seen_original', '2018-01-10'),
      ...graded(9, 'seen_original', '2018-02-12'),
      ...graded(60, 'hearsay', '2018-01-10'),
    ]);
    const documented = { report: 'offices', groupBy: 'month', evidence: 'documented', to: '2018-01-31' };
    expect((await preview(documented)).report.totals.n).toBe(40);
    await published({ report: 'offices', groupBy: 'evidenceGrade' });
    // 109 less 60 of hearsay are 49, and less these 40 the 9 of February.
    expect((await preview(documented)).report.totals.n).toBe('*');
    // Of hearsay among what is more than that there is nobody, and nothing to compare.
    const none = await preview({ report: 'letters', groupBy: 'month', evidence: 'documented' });
    expect([none.report.totals.hearsay, none.report.totals.n]).toEqual([0, 49]);
  });

  it('shows no median of people of whom only a part was in one that is out', async () => {
    for (const [county, lagDays] of [
      ['bronx', 12],
      ['queens', 17],
    ] as const)
      for (const receivedOn of ['2018-01-17', '2018-02-14'])
        await letters(clinic, { n: 20, county, lagDays, receivedOn });
    const medians = async (groupBy: string) => byKey(await preview({ report: 'lag', groupBy }), 'median');
    expect(await medians('month')).toEqual({ '2018-01': 14.5, '2018-02': 14.5 });
    await published({ report: 'print-to-letter', groupBy: 'county' });
    // Most of the Bronx have short lags and most of Queens long ones: how many of each are in a month could be told.
    expect(await medians('month')).toEqual({ '2018-01': '*', '2018-02': '*' });
    expect((await preview({ report: 'lag', groupBy: 'month' })).report.totals.median).toBe(14.5);
    // The same groups, and groups within one of them, tell nothing more.
    expect(await medians('county')).toEqual({ bronx: 12, queens: 17 });
    expect(byKey(await preview({ report: 'lag', groupBy: 'month', county: 'bronx' }), 'median')).toEqual({
      '2018-01': 12,
      '2018-02': 12,
    });
  });

  it('shows medians of weeks within months that are out', async () => {
    await letters(clinic, { n: 20, receivedOn: '2018-02-07' }, { n: 20, receivedOn: '2018-02-14', lagDays: 10 });
    await published({ report: 'lag', groupBy: 'month' });
    const weeks = await preview({ report: 'lag', groupBy: 'week' });
    expect(byKey(weeks, 'median')).toEqual({ '2018-02-05': 14, '2018-02-12': 10 });
  });

  it('shows no median that has changed while nobody came: it would tell whose record was corrected', async () => {
    await letters(clinic, { n: 21, lagDays: 12 }, { n: 20, lagDays: 13 });
    const medianOf = async () => (await preview({ report: 'lag', groupBy: 'month' })).report.totals.median as unknown;
    await published({ report: 'lag', groupBy: 'month' });
    expect(await medianOf()).toBe(12);
    const correct = (n: number) =>
      clinic.inWork((work) =>
        work.execute(
          `UPDATE pattern_letters SET lag_days = 13 WHERE id IN
             (SELECT id FROM pattern_letters WHERE organization_id = $1 AND lag_days = 12 ORDER BY id LIMIT $2)`,
          [clinic.id, n],
        ),
      );
    await correct(1);
    expect(await medianOf()).toBe('*');
    await letters(clinic, { n: 20, lagDays: 13 });
    expect(await medianOf()).toBe(13);
  });

  it('does not tell by a median what another report hides of 10 to 21 days', async () => {
    // Of 15 letters after 8 to 14 days, 5 came after 10 or more.
    for (const [n, lagDays] of [
      [13, 5],
      [10, 9],
      [5, 12],
      [12, 25],
    ] as const)
      await letters(clinic, { n, lagDays });
    const lag = await preview({ report: 'lag', groupBy: 'month' });
    expect([lag.report.totals.within10To21, lag.report.totals.median]).toEqual(['*', '*']);
  });

  it('stands in the way of a period that overlaps it in part', async () => {
    await letters(clinic, { n: 40 }, { n: 40, receivedOn: '2018-03-05' });
    await published({ from: '2018-02-01', to: '2018-03-10' });
    const { status, body } = await publish({ from: '2018-02-10', to: '2018-03-15' });
    expect([status, body.code, body.errors[0].field]).toEqual([422, 'release.overlaps', 'from']);
    expect(body.detail).toContain('2018-03-19');
    expect((await publish({ from: '2018-02-10', to: '2018-03-10' })).status).toBe(201);
    const other = await app.clinic();
    await letters(other, { n: 40 });
    expect((await publish({ from: '2018-02-10', to: '2018-03-15' }, other.as.supervisor)).status).toBe(201);
  });
});
