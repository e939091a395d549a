import { describe, expect, it } from '@jest/globals';
import { aCase, aClient, aLetter, anAppointment, aPlaceId } from '../support/factories.js';
import { aLettersWorld, codes } from './world.js';

const world = aLettersWorld();
const { post } = world;

describe('What a letter refers to', () => {
  it.each(['issuingOfficeId', 'reportingPlaceId', 'advisedById', 'fingerprintEventId'])(
    'is refused when the organisation has no such %s',
    async (field) => {
      const { client } = await aCase(world.clinic);
      const { status, body } = await post(client.id, { [field]: '018f0000-0000-7000-8000-000000000000' });
      expect([status, body.errors.map((error: { field: string }) => error.field)]).toEqual([422, [field]]);
    },
  );

  it('is refused when it is another organisation’s or another client’s', async () => {
    const { client } = await aCase(world.clinic);
    const other = await world.app.clinic();
    const theirs = await aPlaceId(other);
    expect(codes((await post(client.id, { reportingPlaceId: theirs })).body.errors)).toEqual([
      ['reportingPlaceId', 'place.unknown'],
    ]);
    const stranger = await aCase(world.clinic, { prints: ['2018-02-12'] });
    expect(codes((await post(client.id, { fingerprintEventId: stranger.prints[0].id })).body.errors)).toEqual([
      ['fingerprintEventId', 'fingerprint_event.unknown'],
    ]);
  });

  it('names the office that sent it', async () => {
    const { client } = await aCase(world.clinic);
    const officeId = await aPlaceId(world.clinic, 'ERO New York Field Office', 'offices');
    expect((await post(client.id, { issuingOfficeId: officeId })).body.issuingOfficeName).toBe(
      'ERO New York Field Office',
    );
  });
});

describe('Letters', () => {
  it('are absent for another organisation, and for whoever stands behind the wall of the case', async () => {
    const { client, letters } = await aCase(world.clinic, { letters: ['2018-02-26'] });
    const other = await world.app.clinic();
    expect((await other.as.attorney.get(`/api/letters/${letters[0].id}`)).status).toBe(404);
    expect((await other.as.attorney.post(`/api/clients/${client.id}/letters`, aLetter())).status).toBe(404);
    await world.clinic.as.attorney.patch(`/api/clients/${client.id}`, 1, {
      restricted: true,
      allowedUserIds: [world.clinic.as.attorney.userId],
    });
    for (const answer of [
      await world.clinic.as.supervisor.get(`/api/letters/${letters[0].id}`),
      await world.clinic.as.supervisor.patch(`/api/letters/${letters[0].id}`, 1, { room: '1' }),
      await world.clinic.as.supervisor.delete(`/api/letters/${letters[0].id}`),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([404, 'letter.not_found']);
    }
  });

  it('are not for roles without case files, and deleted only by who may', async () => {
    const { client, letters } = await aCase(world.clinic, { letters: ['2018-02-26'] });
    for (const role of ['administrator', 'accompanier', 'auditor'] as const) {
      expect((await world.clinic.as[role].get(`/api/letters/${letters[0].id}`)).status).toBe(403);
      expect((await world.clinic.as[role].post(`/api/clients/${client.id}/letters`, aLetter())).status).toBe(403);
    }
    expect((await world.clinic.as.advocate.delete(`/api/letters/${letters[0].id}`)).status).toBe(403);
    expect((await world.clinic.as.attorney.delete(`/api/letters/${letters[0].id}`)).status).toBe(204);
    expect((await world.clinic.as.attorney.get(`/api/letters/${letters[0].id}`)).status).toBe(404);
  });

  it('stay while an appointment names them', async () => {
    const { client, letters } = await aCase(world.clinic, { letters: ['2018-02-26'] });
    const { status } = await world.clinic.as.attorney.post(
      `/api/clients/${client.id}/appointments`,
      anAppointment(await aPlaceId(world.clinic), { letterId: letters[0].id }),
    );
    expect(status).toBe(201);
    const refused = await world.clinic.as.attorney.delete(`/api/letters/${letters[0].id}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'letter.has_appointment']);
  });

  it('are not changed in a closed file', async () => {
    const { client, letters } = await aCase(world.clinic, { letters: ['2018-02-26'] });
    await world.clinic.as.attorney.post(`/api/clients/${client.id}/close`, { closingReason: 'advice_given' });
    expect((await world.clinic.as.attorney.patch(`/api/letters/${letters[0].id}`, 1, { room: '1' })).body.code).toBe(
      'client.closed',
    );
    expect((await post(client.id)).body.code).toBe('client.closed');
  });

  it('keep wording and notes sealed in the database', async () => {
    const { client } = await aCase(world.clinic, { client: aClient() });
    const { body } = await post(client.id, { verbatim: 'Plover Wording', notes: 'Xyzzy Note' });
    expect(body).toMatchObject({ verbatim: 'Plover Wording', notes: 'Xyzzy Note' });
    const rows = JSON.stringify(await world.clinic.inWork((work) => work.sql('SELECT * FROM letters')));
    for (const secret of ['Plover', 'Xyzzy']) expect(rows).not.toContain(secret);
  });

  it('refuse to be told what only the rules write', async () => {
    const { client } = await aCase(world.clinic);
    const { status, body } = await post(client.id, { triggerJudged: false, lagDays: 3 });
    expect([status, body.errors.map((error: { field: string }) => error.field).sort()]).toEqual([
      422,
      ['lagDays', 'triggerJudged'],
    ]);
  });
});
