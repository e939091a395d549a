import { describe, expect, it } from '@jest/globals';
import type { Clinic, TestApplication } from '../support/application.js';
import { aCase, aClient, anArrest, type Answered, aLetter, aPlaceId, aPrint } from '../support/factories.js';
import { eachInAClinic, post } from './world.js';

type Body = Record<string, unknown>;

let app: TestApplication;
let clinic: Clinic;

// A Monday, half past midnight in New York: still Sunday further west, already Monday there.
eachInAClinic('2018-03-19T04:30:00Z', (...world) => ([clinic, app] = world));

const report = async (path: string, of = clinic): Promise<Answered> => {
  const { status, body } = await of.as.supervisor.get(`/api/patterns/${path}`);
  expect([status, body.detail]).toEqual([200, undefined]);
  return body;
};

/** A letter a number of days after its print, with an appointment that came to an end if an outcome is told. */
async function aLetterAfter(
  days: number,
  { client, arrest, letter, outcome }: { client?: Body; arrest?: Body; letter?: Body; outcome?: string } = {},
) {
  const takenOn = new Date(Date.parse('2018-02-28') - days * 86_400_000).toISOString().slice(0, 10);
  const placeId = await aPlaceId(clinic);
  const logged = await post(clinic, '/api/intakes', {
    client: aClient(client),
    arrest: anArrest({ arrestedOn: takenOn, ...arrest }),
    fingerprintEvent: aPrint({ takenOn }),
    letter: aLetter({
      letterDatedOn: '2018-02-28',
      receivedOn: '2018-03-02',
      reportingPlaceId: placeId,
      reportAt: '2018-03-08T15:00:00Z',
      ...letter,
    }),
    appointment: {},
  });
  if (outcome) await post(clinic, `/api/appointments/${logged.appointment.id}/outcome`, { outcome });
  return logged;
}

describe('The lag report', () => {
  it('of no letter has nothing to say', async () => {
    expect(await report('lag')).toEqual({
      letters: 0,
      n: 0,
      median: null,
      q1: null,
      q3: null,
      min: null,
      max: null,
      bins: [
        { from: 0, to: 7, n: 0 },
        { from: 8, to: 14, n: 0 },
        { from: 15, to: 21, n: 0 },
        { from: 22, to: 30, n: 0 },
        { from: 31, to: 60, n: 0 },
        { from: 61, to: null, n: 0 },
      ],
      shareWithin10To21: null,
      approximate: 0,
    });
  });

  it('says how long letters took after fingerprints, as PostgreSQL would', async () => {
    for (const days of [9, 12, 14, 15, 16, 40]) await aLetterAfter(days);
    await aCase(clinic, { letters: ['2018-03-01'] });
    const lag = await report('lag');
    const [expected] = await clinic.inWork((work) =>
      work.sql(
        `SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY lag) AS median, percentile_cont(0.25) WITHIN GROUP (ORDER BY lag) AS q1,
                percentile_cont(0.75) WITHIN GROUP (ORDER BY lag) AS q3
         FROM (SELECT l.letter_dated_on - f.taken_on AS lag FROM letters l JOIN fingerprint_events f ON f.id = l.fingerprint_event_id WHERE l.organization_id = $1) x`,
        [clinic.id],
      ),
    );
    expect(lag).toMatchObject({ letters: 7, n: 6, ...expected, min: 9, max: 40, approximate: 0 });
    expect(lag).toMatchObject({ median: 14.5, q1: 12.5, q3: 15.75 });
    expect(lag.bins.map(({ n }: { n: number }) => n)).toEqual([0, 3, 2, 0, 1, 0]);
    expect(lag.shareWithin10To21).toBeCloseTo(4 / 6, 12);
  });

  it('is given for each group, the largest first', async () => {
    await aLetterAfter(12, { arrest: { chargeLevel: 'violation' } });
    await aLetterAfter(14);
    await aLetterAfter(16);
    const lag = await report('lag?groupBy=chargeLevel');
    expect(lag.groups).toEqual([
      expect.objectContaining({ key: 'misdemeanor_b', n: 2, median: 15 }),
      expect.objectContaining({ key: 'violation', n: 1, median: 12 }),
    ]);
    const byPlace = await report('lag?groupBy=place');
    expect(byPlace.groups).toEqual([
      expect.objectContaining({ key: await aPlaceId(clinic), name: expect.stringContaining('201 Varick'), n: 3 }),
    ]);
    const byMonth = await report('lag?groupBy=month');
    expect(byMonth.groups).toEqual([expect.objectContaining({ key: '2018-03', n: 3, median: 14 })]);
    expect((await report('lag?groupBy=printReason')).groups).toMatchObject([{ key: 'arrest', n: 3 }]);
    expect((await report('lag?groupBy=office')).groups).toMatchObject([{ key: null, name: null, n: 3 }]);
  });
});

describe('The overview', () => {
  it('of no letter is empty', async () => {
    expect(await report('overview')).toMatchObject({
      n: 0,
      newThisWeek: 0,
      weekOf: '2018-03-19',
      lettersByMonth: [],
      lettersByWeek: [],
      lag: { n: 0, median: null },
      attended: 0,
      outcomes: [],
      detained: { n: 0, of: 0, share: null, wilson: null, clopperPearson: null },
      chargeLevels: [],
      offices: [],
      places: [],
      evidenceGrades: [],
      venueObservations: [],
    });
  });

  it('says of those who attended how many did not walk out, and between what bounds that may truly lie', async () => {
    await aLetterAfter(14, { outcome: 'detained' });
    await aLetterAfter(14, { outcome: 'detained' });
    await aLetterAfter(14, { outcome: 'did_not_attend_advised' });
    await aLetterAfter(14);
    const { n, attended, detained, outcomes } = await report('overview');
    expect({ n, attended, outcomes }).toEqual({ n: 4, attended: 2, outcomes: [{ outcome: 'detained', n: 2 }] });
    expect(detained).toMatchObject({ n: 2, of: 2, share: 1 });
    expect(detained.wilson.low).toBeCloseTo(0.342, 3);
    expect(detained.clopperPearson.low).toBeCloseTo(0.158, 3);
    expect([detained.wilson.high, detained.clopperPearson.high]).toEqual([1, 1]);
  });

  it('does not hold those of whom nothing is known to have walked out', async () => {
    const { appointment } = await aLetterAfter(14);
    await post(clinic, `/api/appointments/${appointment.id}/live`, { event: 'arrived', at: '2018-03-08T15:00:00Z' });
    await aLetterAfter(14, { outcome: 'released_no_conditions' });
    expect(await report('overview')).toMatchObject({
      attended: 2,
      detained: { n: 0, of: 1, share: 0 },
      outcomes: expect.arrayContaining([{ outcome: 'unknown', n: 1 }]),
    });
  });

  it('counts letters by month and week of arrival, and those of this week by the calendar of the organisation', async () => {
    await aLetterAfter(14, { letter: { receivedOn: '2018-03-01' } });
    await aLetterAfter(14, { letter: { receivedOn: '2018-03-04' } });
    await aLetterAfter(14, { letter: { letterDatedOn: '2018-02-26', receivedOn: '2018-02-28' } });
    await aLetterAfter(14, { letter: { receivedOn: '2018-03-19', reportAt: '2018-03-29T14:00:00Z' } });
    expect(await report('overview')).toMatchObject({
      n: 4,
      newThisWeek: 1,
      lettersByMonth: [
        { month: '2018-02', n: 1 },
        { month: '2018-03', n: 3 },
      ],
      lettersByWeek: [
        { week: '2018-02-26', n: 3 },
        { week: '2018-03-19', n: 1 },
      ],
    });
  });

  it('says who is called in where, and on what evidence', async () => {
    const officeId = await aPlaceId(clinic, 'Varick', 'offices');
    await aLetterAfter(14, { letter: { issuingOfficeId: officeId } });
    await aLetterAfter(14, {
      arrest: { chargeLevel: 'felony_e' },
      letter: { issuingOfficeId: officeId, evidenceGrade: 'hearsay' },
    });
    const { chargeLevels, offices, places, evidenceGrades } = await report('overview');
    expect(chargeLevels).toEqual([
      { chargeLevel: 'felony_e', n: 1 },
      { chargeLevel: 'misdemeanor_b', n: 1 },
    ]);
    expect(offices).toEqual([{ officeId, name: expect.stringContaining('Varick'), n: 2 }]);
    expect(places).toEqual([{ placeId: await aPlaceId(clinic), name: expect.stringContaining('201 Varick'), n: 2 }]);
    expect(evidenceGrades).toEqual([
      { evidenceGrade: 'hearsay', n: 1 },
      { evidenceGrade: 'seen_original', n: 1 },
    ]);
    expect(await report('overview?evidence=documented')).toMatchObject({
      n: 1,
      evidenceGrades: [{ evidenceGrade: 'seen_original', n: 1 }],
    });
  });

  it('shows waiting rooms in the order in which they were seen', async () => {
    const placeId = await aPlaceId(clinic);
    await post(clinic, '/api/venue-observations', {
      observedOn: '2018-03-06',
      placeId,
      attorneysSeen: 4,
      unrepresentedSeen: 5,
    });
    await post(clinic, '/api/venue-observations', {
      observedOn: '2018-02-15',
      placeId,
      attorneysSeen: 0,
      unrepresentedSeen: 0,
    });
    const { venueObservations } = await report('overview');
    expect(venueObservations).toMatchObject([
      { observedOn: '2018-02-15', placeId, attorneysSeen: 0, unrepresentedSeen: 0 },
      { observedOn: '2018-03-06', placeId, attorneysSeen: 4, unrepresentedSeen: 5 },
    ]);
    expect((await report('overview?from=2018-03-01')).venueObservations).toHaveLength(1);
    expect((await report(`overview?place=${await aPlaceId(clinic, '26 Federal')}`)).venueObservations).toHaveLength(0);
  });

  it('compares groups', async () => {
    await aLetterAfter(14, { client: { county: 'bronx' }, outcome: 'detained' });
    await aLetterAfter(14, { client: { county: 'bronx' }, outcome: 'released_no_conditions' });
    await aLetterAfter(14, { client: { county: 'queens' } });
    const { groups } = await report('overview?groupBy=county');
    expect(groups).toMatchObject([
      { key: 'bronx', n: 2, attended: 2, detained: { n: 1, of: 2, share: 0.5 } },
      { key: 'queens', n: 1, attended: 0, detained: { of: 0, share: null } },
    ]);
  });
});

describe('Both reports', () => {
  it('are tables in CSV too, of whose cells none is a formula to a spreadsheet', async () => {
    await aLetterAfter(14, { outcome: 'detained' });
    await aLetterAfter(30, { client: { county: 'queens' } });
    const csv = async (path: string) => {
      const { status, headers, text } = await clinic.as.supervisor.get(`/api/patterns/${path}&format=csv`);
      const name = path.split('?')[0]!;
      expect([status, headers['content-type'], headers['content-disposition']]).toEqual([
        200,
        'text/csv; charset=utf-8; header=present',
        `attachment; filename="${name}.csv"`,
      ]);
      return text.split('\r\n');
    };
    const overview = await csv('overview?groupBy=county');
    expect(overview[0]).toBe('key,name,n,attended,notAttended,known,detained,walkedOut,unknown,detainedShare,low,high');
    expect(overview.slice(1, 3).sort()).toEqual([
      expect.stringMatching(/^"bronx","Bronx",1,1,0,1,1,0,0,1,0\.2065\d*,1$/),
      '"queens","Queens",1,0,1,0,0,0,0,"","",""',
    ]);
    expect(overview.slice(3)).toEqual([expect.stringMatching(/^"","All",2,1,1,1,1,0,0,1,/), '']);
    const lag = await csv('lag?groupBy=month');
    expect(lag).toEqual([
      'key,name,n,days0To7,days8To14,days15To21,days22To30,days31To60,days61AndMore,within10To21,median',
      '"2018-03","2018-03",2,0,1,0,1,0,0,1,22',
      '"","All",2,0,1,0,1,0,0,1,22',
      '',
    ]);
    for (const name of [`=HYPERLINK("https://evil.example")`, '+1', '-1', '@SUM(A1)', '\tx', '|calc']) {
      await clinic.inWork((work) =>
        work.sql('UPDATE places SET name = $2 WHERE organization_id = $1', [work.organizationId, name]),
      );
      for (const table of ['overview', 'lag', 'offices'])
        expect((await csv(`${table}?groupBy=place`))[1]!.split(',')[1]).toBe(`"'${name.replaceAll('"', '""')}"`);
    }
    const { body } = await clinic.as.auditor.get('/api/audit-events?event=patterns.exported');
    expect(body.items.at(-1).details).toEqual({ report: 'overview', format: 'csv' });
  });

  const both = ['overview', 'lag'];

  it.each(both)('%s takes the period, the county, the office, the place and the level of the charge', async (name) => {
    const [varick, plaza] = [await aPlaceId(clinic), await aPlaceId(clinic, '26 Federal')];
    const officeId = await aPlaceId(clinic, 'Varick', 'offices');
    await aLetterAfter(12, {
      client: { county: 'kings' },
      letter: { receivedOn: '2018-03-06', issuingOfficeId: officeId },
    });
    await aLetterAfter(16, {
      arrest: { chargeLevel: 'violation' },
      letter: { receivedOn: '2018-03-07', reportingPlaceId: plaza },
    });
    const count = async (query: string) => {
      const body = await report(`${name}?${query}`);
      return name === 'lag' ? body.letters : body.n;
    };
    expect(await count('')).toBe(2);
    expect(await count('from=2018-03-07')).toBe(1);
    expect(await count('to=2018-03-06')).toBe(1);
    expect(await count('from=2018-03-06&to=2018-03-07')).toBe(2);
    expect(await count('from=2018-03-08')).toBe(0);
    expect(await count('county=kings')).toBe(1);
    expect(await count(`office=${officeId}`)).toBe(1);
    expect(await count(`place=${plaza}`)).toBe(1);
    expect(await count(`place=${varick}&chargeLevel=violation`)).toBe(0);
    expect(await count('chargeLevel=violation')).toBe(1);
  });

  it.each(both)('%s counts nothing of another organisation', async (name) => {
    await aLetterAfter(14);
    const other = await app.clinic();
    const body = await report(name, other);
    expect(name === 'lag' ? body.letters : body.n).toBe(0);
  });

  it.each(both)('%s is not for those who see no cases', async (name) => {
    for (const role of ['administrator', 'accompanier', 'auditor'] as const) {
      expect((await clinic.as[role].get(`/api/patterns/${name}`)).status).toBe(403);
    }
    expect((await clinic.as.advocate.get(`/api/patterns/${name}`)).status).toBe(200);
  });

  it.each(both)('%s leaves a line in the audit', async (name) => {
    await report(name);
    const { body } = await clinic.as.auditor.get('/api/audit-events?event=patterns.read');
    expect(body.items).toEqual([
      expect.objectContaining({
        event: 'patterns.read',
        userId: clinic.as.supervisor.userId,
        details: { report: name },
      }),
    ]);
  });

  it.each([
    ['from=2018-02-30', 'from', 'date.invalid'],
    ['to=yesterday', 'to', 'date.invalid'],
    ['from=2018-03-02&to=2018-03-01', 'to', 'period.reversed'],
    ['county=The%20Bronx', 'county', 'text.format'],
    ['office=varick', 'office', 'id.malformed'],
    ['place=1', 'place', 'id.malformed'],
    ['chargeLevel=felony', 'chargeLevel', 'choice.unknown'],
    ['groupBy=name', 'groupBy', 'choice.unknown'],
    ['release=press', 'release', 'choice.unknown'],
    ['nameOf=1', 'nameOf', 'field.unknown'],
  ])('refuse ?%s, naming the field', async (query, field, code) => {
    for (const name of both) {
      const { status, body } = await clinic.as.supervisor.get(`/api/patterns/${name}?${query}`);
      expect([status, body.errors]).toEqual([422, [expect.objectContaining({ field, code })]]);
    }
  });
});
