import { describe, expect, it } from '@jest/globals';
import { aCase, aPrint } from '../support/factories.js';
import { aLettersWorld } from './world.js';

const world = aLettersWorld();
const { post } = world;

describe('A letter', () => {
  it('proposes the latest print before it as its trigger, and says how long it took', async () => {
    const { client, prints } = await aCase(world.clinic, { prints: ['2018-02-12', '2018-02-26'] });
    world.app.clock.set('2018-03-03T15:00:00Z');
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
    const read = await world.clinic.as.advocate.get(`/api/letters/${body.id}`);
    expect(read.body).toMatchObject({ lagDays: 3, triggerProposed: true, version: 1 });
    expect((await world.clinic.as.advocate.get(`/api/clients/${client.id}/letters`)).body.items).toEqual([read.body]);
  });

  it('counts its lag from the postmark when it bears no date, and from its arrival when it has neither', async () => {
    const { client } = await aCase(world.clinic, { prints: ['2018-02-12'] });
    expect((await post(client.id, { letterDatedOn: null, postmarkedOn: '2018-02-27' })).body.lagDays).toBe(15);
    expect((await post(client.id, { letterDatedOn: null })).body.lagDays).toBe(17);
  });

  it('takes a print on the day of its own date for its trigger, and none that was taken later', async () => {
    const { client } = await aCase(world.clinic, { prints: ['2018-02-26', '2018-02-27'] });
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
    const { client } = await aCase(world.clinic, {
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
    const { client } = await aCase(world.clinic, { prints: ['2018-02-12'] });
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
    const { client, prints, letters } = await aCase(world.clinic, { prints: ['2018-02-12'], letters: ['2018-02-26'] });
    const confirmed = await world.clinic.as.attorney.patch(`/api/letters/${letters[0].id}`, 1, {
      confidence: 'documented',
    });
    expect(confirmed.body).toMatchObject({
      confidence: 'documented',
      trigger: 'arrest_print',
      triggerProposed: false,
      version: 2,
    });
    await world.clinic.as.attorney.post(
      `/api/clients/${client.id}/fingerprint-events`,
      aPrint({ takenOn: '2018-02-20' }),
    );
    expect((await world.clinic.as.attorney.get(`/api/letters/${letters[0].id}`)).body).toMatchObject({
      fingerprintEventId: prints[0].id,
      version: 2,
    });
  });

  it('stays a proposal when somebody saves the form without touching the trigger', async () => {
    const { letters } = await aCase(world.clinic, { prints: ['2018-02-12'], letters: ['2018-02-26'] });
    const { fingerprintEventId, trigger, confidence } = letters[0];
    const saved = await world.clinic.as.attorney.patch(`/api/letters/${letters[0].id}`, 1, {
      fingerprintEventId,
      trigger,
      confidence,
      room: '1119',
    });
    expect(saved.body).toMatchObject({ triggerProposed: true, room: '1119' });
  });

  it('loses the whole proposal when a person takes the print out', async () => {
    const { letters } = await aCase(world.clinic, { prints: ['2018-02-12'], letters: ['2018-02-26'] });
    const refused = await world.clinic.as.attorney.patch(`/api/letters/${letters[0].id}`, 1, {
      fingerprintEventId: null,
    });
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
    const { client, letters } = await aCase(world.clinic, { letters: ['2018-02-26'] });
    const letter = async () => (await world.clinic.as.attorney.get(`/api/letters/${letters[0].id}`)).body;
    expect(await letter()).toMatchObject({ lagDays: null, version: 1 });
    const { body: print } = await world.clinic.as.attorney.post(
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
    await world.clinic.as.attorney.patch(`/api/fingerprint-events/${print.id}`, 1, { reason: 'civil_inquiry' });
    expect(await letter()).toMatchObject({ trigger: 'civil_print', version: 3 });
    await world.clinic.as.attorney.patch(`/api/fingerprint-events/${print.id}`, 2, { takenOn: '2018-02-27' });
    expect(await letter()).toMatchObject({ fingerprintEventId: null, trigger: null, confidence: null, version: 4 });
    await world.clinic.as.attorney.patch(`/api/fingerprint-events/${print.id}`, 3, { takenOn: '2018-02-20' });
    expect(await letter()).toMatchObject({ lagDays: 6 });
    expect((await world.clinic.as.attorney.delete(`/api/fingerprint-events/${print.id}`)).status).toBe(204);
    expect(await letter()).toMatchObject({ fingerprintEventId: null, lagDays: null, triggerProposed: false });
  });

  it('follows when the dates of the letter change', async () => {
    const { prints, letters } = await aCase(world.clinic, {
      prints: ['2018-02-05', '2018-02-20'],
      letters: ['2018-02-26'],
    });
    const changed = await world.clinic.as.attorney.patch(`/api/letters/${letters[0].id}`, 1, {
      letterDatedOn: '2018-02-15',
    });
    expect(changed.body).toMatchObject({ fingerprintEventId: prints[0].id, lagDays: 10, triggerProposed: true });
  });

  it('takes the prints of a merged file into account', async () => {
    const { client, letters } = await aCase(world.clinic, { letters: ['2018-02-26'] });
    const twin = await aCase(world.clinic, { prints: ['2018-02-19'] });
    expect(
      (await world.clinic.as.attorney.post(`/api/clients/${client.id}/merge`, { otherClientId: twin.client.id }))
        .status,
    ).toBe(200);
    expect((await world.clinic.as.attorney.get(`/api/letters/${letters[0].id}`)).body).toMatchObject({
      fingerprintEventId: twin.prints[0].id,
      lagDays: 7,
    });
  });

  it('leaves a print out where none were taken', async () => {
    const { client, prints } = await aCase(world.clinic, {
      prints: ['2018-02-12', { takenOn: '2018-02-20', method: 'none' }],
    });
    expect((await post(client.id)).body.fingerprintEventId).toBe(prints[0].id);
  });

  it('is written into the audit as the change of the letter that it is', async () => {
    const { client, letters } = await aCase(world.clinic, {
      letters: ['2018-02-26'],
      client: { legalName: 'Audited Person' },
    });
    await world.clinic.as.attorney.post(`/api/clients/${client.id}/fingerprint-events`, aPrint());
    const { body } = await world.clinic.as.auditor.get(`/api/audit-events?event=letter.changed&clientId=${client.id}`);
    expect(body.items).toEqual([
      expect.objectContaining({ subjectId: letters[0].id, details: expect.objectContaining({ proposed: true }) }),
    ]);
  });
});
