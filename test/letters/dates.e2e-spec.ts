import { describe, expect, it } from '@jest/globals';
import { aCase, aPlaceId } from '../support/factories.js';
import { aLettersWorld, codes } from './world.js';

const world = aLettersWorld();
const { post } = world;

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
    const { client, prints } = await aCase(world.clinic, { prints: ['2018-02-12'] });
    const { status, body } = await post(client.id, { ...dates, fingerprintEventId: prints[0].id });
    expect([status, codes(body.errors)]).toEqual([422, expect.arrayContaining([[field, code]])]);
    expect((await world.clinic.as.attorney.get(`/api/clients/${client.id}/letters`)).body.items).toEqual([]);
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
    const { client } = await aCase(world.clinic);
    const { status, body } = await post(client.id, dates);
    expect([status, codes(body.errors)]).toEqual([422, [[field, code]]]);
  });

  it('are refused in a change as well, together, and leave the letter as it was', async () => {
    const { letters } = await aCase(world.clinic, { letters: ['2018-02-26'] });
    const refused = await world.clinic.as.attorney.patch(`/api/letters/${letters[0].id}`, 1, {
      receivedOn: '2018-02-25',
      reportAt: '2018-02-20T15:00:00Z',
    });
    expect(codes(refused.body.errors)).toEqual([
      ['receivedOn', 'letter.received_before_dated'],
      ['reportAt', 'letter.report_before_dated'],
    ]);
    expect((await world.clinic.as.attorney.get(`/api/letters/${letters[0].id}`)).body).toMatchObject({
      receivedOn: '2018-03-01',
      version: 1,
    });
  });

  it('are only to be confirmed where a date is not known exactly', async () => {
    const { client, prints } = await aCase(world.clinic, {
      prints: [{ takenOn: '2018-02-27', takenOnPrecision: 'week' }],
    });
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
    const { prints, letters } = await aCase(world.clinic, { prints: ['2018-02-12'], letters: ['2018-02-26'] });
    await world.clinic.as.attorney.patch(`/api/letters/${letters[0].id}`, 1, { confidence: 'probable' });
    const moved = await world.clinic.as.attorney.patch(`/api/fingerprint-events/${prints[0].id}`, 1, {
      takenOn: '2018-02-28',
    });
    expect([moved.status, codes(moved.body.errors)]).toEqual([422, [['takenOn', 'fingerprint_event.after_letter']]]);
    const deleted = await world.clinic.as.attorney.delete(`/api/fingerprint-events/${prints[0].id}`);
    expect([deleted.status, deleted.body.code]).toEqual([409, 'fingerprint_event.named_by_letter']);
    expect((await world.clinic.as.attorney.get(`/api/fingerprint-events/${prints[0].id}`)).body).toMatchObject({
      takenOn: '2018-02-12',
      version: 1,
    });
  });
});

describe('Improbable dates of a letter', () => {
  it('are answered as warnings', async () => {
    const { client } = await aCase(world.clinic, { prints: ['2016-02-01'] });
    expect(codes((await post(client.id)).body.warnings)).toEqual([['letterDatedOn', 'letter.lag_long']]);
    const { client: other } = await aCase(world.clinic);
    const warned = async (dates: object) => codes((await post(other.id, dates)).body.warnings);
    expect(await warned({ reportAt: '2018-03-02T15:00:00Z' })).toEqual([['reportAt', 'letter.notice_short']]);
    expect(await warned({ reportAt: '2018-05-31T15:00:00Z' })).toEqual([['reportAt', 'letter.notice_long']]);
    expect(await warned({ reportAt: '2018-02-28T15:00:00Z' })).toEqual([['reportAt', 'letter.report_before_received']]);
    expect(await warned({ postmarkedOn: '2018-02-25' })).toEqual([['postmarkedOn', 'letter.postmarked_before_dated']]);
  });

  it('are not warned of at the limits: 730 days of lag, 2 and 90 days of notice', async () => {
    const { client } = await aCase(world.clinic, { prints: ['2016-02-27'] });
    const atLimit = await post(client.id, { letterDatedOn: '2018-02-26', reportAt: '2018-03-03T15:00:00Z' });
    expect([atLimit.body.lagDays, atLimit.body.noticeDays, atLimit.body.warnings]).toEqual([730, 2, undefined]);
    expect((await post(client.id, { reportAt: '2018-05-30T15:00:00Z' })).body).not.toHaveProperty('warnings');
  });
});

describe('The day to come', () => {
  it('is counted by the calendar of the place, whose zone it takes', async () => {
    const { client } = await aCase(world.clinic);
    const { body: place } = await world.clinic.as.attorney.post('/api/places', {
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
    const { client } = await aCase(world.clinic);
    expect((await post(client.id, { reportAt: '2018-03-15T13:00:00Z' })).body.noticeDays).toBe(14);
  });

  it('takes the zone of another place along when the letter is corrected', async () => {
    const { client } = await aCase(world.clinic);
    const varick = await aPlaceId(world.clinic);
    const { body: place } = await world.clinic.as.attorney.post('/api/places', {
      name: 'Western office',
      kind: 'ice_office',
      zone: 'America/Denver',
    });
    const { body } = await post(client.id, { reportingPlaceId: varick, reportAt: '2018-03-08T15:00:00Z' });
    const moved = await world.clinic.as.attorney.patch(`/api/letters/${body.id}`, 1, { reportingPlaceId: place.id });
    expect(moved.body).toMatchObject({ zone: 'America/Denver', reportingPlaceName: 'Western office' });
  });
});
