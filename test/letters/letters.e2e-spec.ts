import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Clinic, TestApplication } from '../support/application.js';
import { aCase, aClient, aLetter, anAppointment, aPlaceId, aPrint } from '../support/factories.js';

let app: TestApplication;
let clinic: Clinic;

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic();
});
beforeEach(() => app.clock.set('2018-03-01T15:00:00Z'));
afterAll(() => app.stop());

const post = (clientId: string, overrides = {}) =>
  clinic.as.attorney.post(`/api/clients/${clientId}/letters`, aLetter(overrides));
const codes = (errors: { field: string; code: string }[] = []) => errors.map(({ field, code }) => [field, code]);

describe('A letter', () => {
  it('proposes the latest print before it as its trigger, and says how long it took', async () => {
    const { client, prints } = await aCase(clinic, { prints: ['2018-02-12', '2018-02-26'] });
    app.clock.set('2018-03-03T15:00:00Z');
    const { status, body } = await post(client.id, { letterDatedOn: '2018-03-01', receivedOn: '2018-03-02' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      fingerprintEventId: prints[1].id,
      triggerTakenOn: '2018-02-26',
      lagDays: 3,
      trigger: 'arrest_print',
      confidence: 'possible',
      triggerProposed: true,
    });
    const read = await clinic.as.advocate.get(`/api/letters/${body.id}`);
    expect(read.body).toMatchObject({ lagDays: 3, triggerProposed: true, version: 1 });
    expect((await clinic.as.advocate.get(`/api/clients/${client.id}/letters`)).body.items).toEqual([read.body]);
  });

  it('counts its lag from the postmark when it bears no date, and from its arrival when it has neither', async () => {
    const { client } = await aCase(clinic, { prints: ['2018-02-12'] });
    expect((await post(client.id, { letterDatedOn: null, postmarkedOn: '2018-02-27' })).body.lagDays).toBe(15);
    expect((await post(client.id, { letterDatedOn: null })).body.lagDays).toBe(17);
  });

  it('takes a print on the day of its own date for its trigger, and none that was taken later', async () => {
    const { client } = await aCase(clinic, { prints: ['2018-02-26', '2018-02-27'] });
    expect((await post(client.id, { letterDatedOn: '2018-02-26' })).body).toMatchObject({
      triggerTakenOn: '2018-02-26',
      lagDays: 0,
    });
    expect((await post(client.id, { letterDatedOn: '2018-02-25' })).body).toMatchObject({
      fingerprintEventId: null,
      trigger: null,
      confidence: null,
      lagDays: null,
      triggerTakenOn: null,
      triggerProposed: false,
    });
  });

  it('calls the trigger civil after a civil print, and unknown after any other', async () => {
    const { client } = await aCase(clinic, {
      prints: [
        { takenOn: '2018-01-02', reason: 'civil_inquiry', civilReason: 'guardianship' },
        { takenOn: '2018-02-02', reason: 'immigration_biometrics' },
      ],
    });
    expect((await post(client.id, { letterDatedOn: '2018-01-20' })).body).toMatchObject({
      trigger: 'civil_print',
      triggerProposed: true,
    });
    expect((await post(client.id)).body).toMatchObject({ trigger: 'unknown', triggerProposed: true });
  });

  it('is not given a trigger where the caller asks for none or names another reason', async () => {
    const { client } = await aCase(clinic, { prints: ['2018-02-12'] });
    expect((await post(client.id, { fingerprintEventId: null })).body).toMatchObject({
      fingerprintEventId: null,
      trigger: null,
      triggerProposed: false,
    });
    expect((await post(client.id, { trigger: 'prior_order', confidence: 'documented' })).body).toMatchObject({
      fingerprintEventId: null,
      trigger: 'prior_order',
      confidence: 'documented',
      triggerProposed: false,
    });
  });

  it('keeps a trigger once a person has confirmed it, whatever prints are added', async () => {
    const { client, prints, letters } = await aCase(clinic, { prints: ['2018-02-12'], letters: ['2018-02-26'] });
    const confirmed = await clinic.as.attorney.patch(`/api/letters/${letters[0].id}`, 1, { confidence: 'documented' });
    expect(confirmed.body).toMatchObject({
      confidence: 'documented',
      trigger: 'arrest_print',
      triggerProposed: false,
      version: 2,
    });
    await clinic.as.attorney.post(`/api/clients/${client.id}/fingerprint-events`, aPrint({ takenOn: '2018-02-20' }));
    expect((await clinic.as.attorney.get(`/api/letters/${letters[0].id}`)).body).toMatchObject({
      fingerprintEventId: prints[0].id,
      version: 2,
    });
  });

  it('stays a proposal when somebody saves the form without touching the trigger', async () => {
    const { letters } = await aCase(clinic, { prints: ['2018-02-12'], letters: ['2018-02-26'] });
    const { fingerprintEventId, trigger, confidence } = letters[0];
    const saved = await clinic.as.attorney.patch(`/api/letters/${letters[0].id}`, 1, {
      fingerprintEventId,
      trigger,
      confidence,
      room: '1119',
    });
    expect(saved.body).toMatchObject({ triggerProposed: true, room: '1119' });
  });

  it('loses the whole proposal when a person takes the print out', async () => {
    const { letters } = await aCase(clinic, { prints: ['2018-02-12'], letters: ['2018-02-26'] });
    const refused = await clinic.as.attorney.patch(`/api/letters/${letters[0].id}`, 1, { fingerprintEventId: null });
    expect(refused.body).toMatchObject({
      fingerprintEventId: null,
      trigger: null,
      confidence: null,
      triggerProposed: false,
      lagDays: null,
    });
  });
});

describe('The proposal of a trigger', () => {
  it('follows when a print is added, moved, called civil or deleted', async () => {
    const { client, letters } = await aCase(clinic, { letters: ['2018-02-26'] });
    const letter = async () => (await clinic.as.attorney.get(`/api/letters/${letters[0].id}`)).body;
    expect(await letter()).toMatchObject({ lagDays: null, version: 1 });
    const { body: print } = await clinic.as.attorney.post(
      `/api/clients/${client.id}/fingerprint-events`,
      aPrint({ takenOn: '2018-02-12' }),
    );
    expect(await letter()).toMatchObject({
      fingerprintEventId: print.id,
      lagDays: 14,
      trigger: 'arrest_print',
      triggerProposed: true,
      version: 2,
    });
    await clinic.as.attorney.patch(`/api/fingerprint-events/${print.id}`, 1, { reason: 'civil_inquiry' });
    expect(await letter()).toMatchObject({ trigger: 'civil_print', version: 3 });
    await clinic.as.attorney.patch(`/api/fingerprint-events/${print.id}`, 2, { takenOn: '2018-02-27' });
    expect(await letter()).toMatchObject({ fingerprintEventId: null, trigger: null, confidence: null, version: 4 });
    await clinic.as.attorney.patch(`/api/fingerprint-events/${print.id}`, 3, { takenOn: '2018-02-20' });
    expect(await letter()).toMatchObject({ lagDays: 6 });
    expect((await clinic.as.attorney.delete(`/api/fingerprint-events/${print.id}`)).status).toBe(204);
    expect(await letter()).toMatchObject({ fingerprintEventId: null, lagDays: null, triggerProposed: false });
  });

  it('follows when the dates of the letter change', async () => {
    const { prints, letters } = await aCase(clinic, { prints: ['2018-02-05', '2018-02-20'], letters: ['2018-02-26'] });
    const changed = await clinic.as.attorney.patch(`/api/letters/${letters[0].id}`, 1, { letterDatedOn: '2018-02-15' });
    expect(changed.body).toMatchObject({ fingerprintEventId: prints[0].id, lagDays: 10, triggerProposed: true });
  });

  it('takes the prints of a merged file into account', async () => {
    const { client, letters } = await aCase(clinic, { letters: ['2018-02-26'] });
    const twin = await aCase(clinic, { prints: ['2018-02-19'] });
    expect(
      (await clinic.as.attorney.post(`/api/clients/${client.id}/merge`, { otherClientId: twin.client.id })).status,
    ).toBe(200);
    expect((await clinic.as.attorney.get(`/api/letters/${letters[0].id}`)).body).toMatchObject({
      fingerprintEventId: twin.prints[0].id,
      lagDays: 7,
    });
  });

  it('leaves a print out where none were taken', async () => {
    const { client, prints } = await aCase(clinic, {
      prints: ['2018-02-12', { takenOn: '2018-02-20', method: 'none' }],
    });
    expect((await post(client.id)).body.fingerprintEventId).toBe(prints[0].id);
  });

  it('is written into the audit as the change of the letter that it is', async () => {
    const { client, letters } = await aCase(clinic, {
      letters: ['2018-02-26'],
      client: { legalName: 'Audited Person' },
    });
    await clinic.as.attorney.post(`/api/clients/${client.id}/fingerprint-events`, aPrint());
    const { body } = await clinic.as.auditor.get(`/api/audit-events?event=letter.changed&clientId=${client.id}`);
    expect(body.items).toEqual([
      expect.objectContaining({ subjectId: letters[0].id, details: expect.objectContaining({ proposed: true }) }),
    ]);
  });
});

describe('Dates of a letter that cannot be', () => {
  it.each([
    [
      'a date before the print said to have triggered it',
      { letterDatedOn: '2018-02-10', receivedOn: '2018-03-01' },
      'letterDatedOn',
      'letter.before_print',
    ],
    [
      'a postmark before that print',
      { letterDatedOn: null, postmarkedOn: '2018-02-10' },
      'postmarkedOn',
      'letter.before_print',
    ],
    [
      'an arrival before that print',
      { letterDatedOn: null, receivedOn: '2018-02-10' },
      'receivedOn',
      'letter.before_print',
    ],
  ])('are refused: %s', async (_, dates, field, code) => {
    const { client, prints } = await aCase(clinic, { prints: ['2018-02-12'] });
    const { status, body } = await post(client.id, { ...dates, fingerprintEventId: prints[0].id });
    expect([status, codes(body.errors)]).toEqual([422, expect.arrayContaining([[field, code]])]);
    expect((await clinic.as.attorney.get(`/api/clients/${client.id}/letters`)).body.items).toEqual([]);
  });

  it.each([
    [
      'an arrival before the date on the letter',
      { letterDatedOn: '2018-02-26', receivedOn: '2018-02-25' },
      'receivedOn',
      'letter.received_before_dated',
    ],
    [
      'an arrival before the postmark',
      { postmarkedOn: '2018-02-28', receivedOn: '2018-02-27' },
      'receivedOn',
      'letter.received_before_postmark',
    ],
    ['an arrival in the future', { receivedOn: '2018-03-02' }, 'receivedOn', 'date.future'],
    [
      'a day to come before the date on the letter',
      { reportAt: '2018-02-25T15:00:00Z' },
      'reportAt',
      'letter.report_before_dated',
    ],
    ['advice in the future', { advisedOn: '2018-03-02' }, 'advisedOn', 'date.future'],
  ])('are refused: %s', async (_, dates, field, code) => {
    const { client } = await aCase(clinic);
    const { status, body } = await post(client.id, dates);
    expect([status, codes(body.errors)]).toEqual([422, [[field, code]]]);
  });

  it('are refused in a change as well, together, and leave the letter as it was', async () => {
    const { letters } = await aCase(clinic, { letters: ['2018-02-26'] });
    const refused = await clinic.as.attorney.patch(`/api/letters/${letters[0].id}`, 1, {
      receivedOn: '2018-02-25',
      reportAt: '2018-02-20T15:00:00Z',
    });
    expect(codes(refused.body.errors)).toEqual([
      ['receivedOn', 'letter.received_before_dated'],
      ['reportAt', 'letter.report_before_dated'],
    ]);
    expect((await clinic.as.attorney.get(`/api/letters/${letters[0].id}`)).body).toMatchObject({
      receivedOn: '2018-03-01',
      version: 1,
    });
  });

  it('are only to be confirmed where a date is not known exactly', async () => {
    const { client, prints } = await aCase(clinic, { prints: [{ takenOn: '2018-02-27', takenOnPrecision: 'week' }] });
    const { status, body } = await post(client.id, { letterDatedOn: '2018-02-26', fingerprintEventId: prints[0].id });
    expect([status, codes(body.warnings)]).toEqual([201, [['letterDatedOn', 'letter.before_print']]]);
    const approximate = await post(client.id, {
      receivedOn: '2018-02-25',
      receivedOnPrecision: 'day_range',
      fingerprintEventId: null,
    });
    expect([approximate.status, codes(approximate.body.warnings)]).toEqual([
      201,
      [['receivedOn', 'letter.received_before_dated']],
    ]);
  });

  it('are refused where a print moves behind the letter that a person said it led to', async () => {
    const { prints, letters } = await aCase(clinic, { prints: ['2018-02-12'], letters: ['2018-02-26'] });
    await clinic.as.attorney.patch(`/api/letters/${letters[0].id}`, 1, { confidence: 'probable' });
    const moved = await clinic.as.attorney.patch(`/api/fingerprint-events/${prints[0].id}`, 1, {
      takenOn: '2018-02-28',
    });
    expect([moved.status, codes(moved.body.errors)]).toEqual([422, [['takenOn', 'fingerprint_event.after_letter']]]);
    const deleted = await clinic.as.attorney.delete(`/api/fingerprint-events/${prints[0].id}`);
    expect([deleted.status, deleted.body.code]).toEqual([409, 'fingerprint_event.named_by_letter']);
    expect((await clinic.as.attorney.get(`/api/fingerprint-events/${prints[0].id}`)).body).toMatchObject({
      takenOn: '2018-02-12',
      version: 1,
    });
  });
});

describe('Improbable dates of a letter', () => {
  it('are answered as warnings', async () => {
    const { client } = await aCase(clinic, { prints: ['2016-02-01'] });
    expect(codes((await post(client.id)).body.warnings)).toEqual([['letterDatedOn', 'letter.lag_long']]);
    const { client: other } = await aCase(clinic);
    const warned = async (dates: object) => codes((await post(other.id, dates)).body.warnings);
    expect(await warned({ reportAt: '2018-03-02T15:00:00Z' })).toEqual([['reportAt', 'letter.notice_short']]);
    expect(await warned({ reportAt: '2018-05-31T15:00:00Z' })).toEqual([['reportAt', 'letter.notice_long']]);
    expect(await warned({ reportAt: '2018-02-28T15:00:00Z' })).toEqual([['reportAt', 'letter.report_before_received']]);
    expect(await warned({ postmarkedOn: '2018-02-25' })).toEqual([['postmarkedOn', 'letter.postmarked_before_dated']]);
  });

  it('are not warned of at the limits: 730 days of lag, 2 and 90 days of notice', async () => {
    const { client } = await aCase(clinic, { prints: ['2016-02-27'] });
    const atLimit = await post(client.id, { letterDatedOn: '2018-02-26', reportAt: '2018-03-03T15:00:00Z' });
    expect([atLimit.body.lagDays, atLimit.body.noticeDays, atLimit.body.warnings]).toEqual([730, 2, undefined]);
    expect((await post(client.id, { reportAt: '2018-05-30T15:00:00Z' })).body).not.toHaveProperty('warnings');
  });
});

describe('The day to come', () => {
  it('is counted by the calendar of the place, whose zone it takes', async () => {
    const { client } = await aCase(clinic);
    const { body: place } = await clinic.as.attorney.post('/api/places', {
      name: 'Far office',
      kind: 'ice_office',
      zone: 'America/Los_Angeles',
    });
    // Seven in the evening of the 8th there, the 9th in UTC.
    const { body } = await post(client.id, { reportingPlaceId: place.id, reportAt: '2018-03-09T03:00:00Z' });
    expect(body).toMatchObject({
      zone: 'America/Los_Angeles',
      noticeDays: 7,
      reportingPlaceName: 'Far office',
      reportAt: '2018-03-09T03:00:00.000Z',
    });
    const said = await post(client.id, {
      reportingPlaceId: place.id,
      reportAt: '2018-03-09T03:00:00Z',
      zone: 'America/Chicago',
    });
    expect(said.body.zone).toBe('America/Chicago');
    expect((await post(client.id, { reportAt: '2018-03-09T03:00:00Z' })).body.zone).toBe('America/New_York');
    expect((await post(client.id)).body).toMatchObject({ zone: null, noticeDays: null });
  });

  it('counts whole days across the change of the clocks', async () => {
    const { client } = await aCase(clinic);
    expect((await post(client.id, { reportAt: '2018-03-15T13:00:00Z' })).body.noticeDays).toBe(14);
  });

  it('takes the zone of another place along when the letter is corrected', async () => {
    const { client } = await aCase(clinic);
    const varick = await aPlaceId(clinic);
    const { body: place } = await clinic.as.attorney.post('/api/places', {
      name: 'Western office',
      kind: 'ice_office',
      zone: 'America/Denver',
    });
    const { body } = await post(client.id, { reportingPlaceId: varick, reportAt: '2018-03-08T15:00:00Z' });
    const moved = await clinic.as.attorney.patch(`/api/letters/${body.id}`, 1, { reportingPlaceId: place.id });
    expect(moved.body).toMatchObject({ zone: 'America/Denver', reportingPlaceName: 'Western office' });
  });
});

describe('What a letter refers to', () => {
  it.each(['issuingOfficeId', 'reportingPlaceId', 'advisedById', 'fingerprintEventId'])(
    'is refused when the organisation has no such %s',
    async (field) => {
      const { client } = await aCase(clinic);
      const { status, body } = await post(client.id, { [field]: '018f0000-0000-7000-8000-000000000000' });
      expect([status, body.errors.map((error: { field: string }) => error.field)]).toEqual([422, [field]]);
    },
  );

  it('is refused when it is another organisation’s or another client’s', async () => {
    const { client } = await aCase(clinic);
    const other = await app.clinic();
    const theirs = await aPlaceId(other);
    expect(codes((await post(client.id, { reportingPlaceId: theirs })).body.errors)).toEqual([
      ['reportingPlaceId', 'place.unknown'],
    ]);
    const stranger = await aCase(clinic, { prints: ['2018-02-12'] });
    expect(codes((await post(client.id, { fingerprintEventId: stranger.prints[0].id })).body.errors)).toEqual([
      ['fingerprintEventId', 'fingerprint_event.unknown'],
    ]);
  });

  it('names the office that sent it', async () => {
    const { client } = await aCase(clinic);
    const officeId = await aPlaceId(clinic, 'ERO New York Field Office', 'offices');
    expect((await post(client.id, { issuingOfficeId: officeId })).body.issuingOfficeName).toBe(
      'ERO New York Field Office',
    );
  });
});

describe('Letters', () => {
  it('are absent for another organisation, and for whoever stands behind the wall of the case', async () => {
    const { client, letters } = await aCase(clinic, { letters: ['2018-02-26'] });
    const other = await app.clinic();
    expect((await other.as.attorney.get(`/api/letters/${letters[0].id}`)).status).toBe(404);
    expect((await other.as.attorney.post(`/api/clients/${client.id}/letters`, aLetter())).status).toBe(404);
    await clinic.as.attorney.patch(`/api/clients/${client.id}`, 1, {
      restricted: true,
      allowedUserIds: [clinic.as.attorney.userId],
    });
    for (const answer of [
      await clinic.as.supervisor.get(`/api/letters/${letters[0].id}`),
      await clinic.as.supervisor.patch(`/api/letters/${letters[0].id}`, 1, { room: '1' }),
      await clinic.as.supervisor.delete(`/api/letters/${letters[0].id}`),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([404, 'letter.not_found']);
    }
  });

  it('are not for roles without case files, and deleted only by who may', async () => {
    const { client, letters } = await aCase(clinic, { letters: ['2018-02-26'] });
    for (const role of ['administrator', 'accompanier', 'auditor'] as const) {
      expect((await clinic.as[role].get(`/api/letters/${letters[0].id}`)).status).toBe(403);
      expect((await clinic.as[role].post(`/api/clients/${client.id}/letters`, aLetter())).status).toBe(403);
    }
    expect((await clinic.as.advocate.delete(`/api/letters/${letters[0].id}`)).status).toBe(403);
    expect((await clinic.as.attorney.delete(`/api/letters/${letters[0].id}`)).status).toBe(204);
    expect((await clinic.as.attorney.get(`/api/letters/${letters[0].id}`)).status).toBe(404);
  });

  it('stay while an appointment names them', async () => {
    const { client, letters } = await aCase(clinic, { letters: ['2018-02-26'] });
    const { status } = await clinic.as.attorney.post(
      `/api/clients/${client.id}/appointments`,
      anAppointment(await aPlaceId(clinic), { letterId: letters[0].id }),
    );
    expect(status).toBe(201);
    const refused = await clinic.as.attorney.delete(`/api/letters/${letters[0].id}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'letter.has_appointment']);
  });

  it('are not changed in a closed file', async () => {
    const { client, letters } = await aCase(clinic, { letters: ['2018-02-26'] });
    await clinic.as.attorney.post(`/api/clients/${client.id}/close`, { closingReason: 'advice_given' });
    expect((await clinic.as.attorney.patch(`/api/letters/${letters[0].id}`, 1, { room: '1' })).body.code).toBe(
      'client.closed',
    );
    expect((await post(client.id)).body.code).toBe('client.closed');
  });

  it('keep wording and notes sealed in the database', async () => {
    const { client } = await aCase(clinic, { client: aClient() });
    const { body } = await post(client.id, { verbatim: 'Plover Wording', notes: 'Xyzzy Note' });
    expect(body).toMatchObject({ verbatim: 'Plover Wording', notes: 'Xyzzy Note' });
    const rows = JSON.stringify(await clinic.inWork((work) => work.sql('SELECT * FROM letters')));
    for (const secret of ['Plover', 'Xyzzy']) expect(rows).not.toContain(secret);
  });

  it('refuse to be told what only the rules write', async () => {
    const { client } = await aCase(clinic);
    const { status, body } = await post(client.id, { triggerJudged: false, lagDays: 3 });
    expect([status, body.errors.map((error: { field: string }) => error.field).sort()]).toEqual([
      422,
      ['lagDays', 'triggerJudged'],
    ]);
  });
});
