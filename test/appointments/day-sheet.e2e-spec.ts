import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { statements } from '../../src/platform/database/named-client.js';
import { type Caller, type Clinic, TestApplication } from '../support/application.js';
import { hours } from '../support/clock.js';
import { aCase, anAppointment, aPlace, comesAlong } from './world.js';

let app: TestApplication;
let clinic: Clinic;

beforeAll(async () => {
  app = await TestApplication.start();
});
beforeEach(async () => {
  app.clock.set('2018-03-01T15:00:00Z');
  clinic = await app.clinic();
});
afterAll(() => app.stop());

const sheet = async (who: Caller, query = '') =>
  (await who.get(`/api/appointments${query}`)).body.items as Record<string, unknown>[];
const startsOf = async (query: string, who = clinic.as.attorney) =>
  (await sheet(who, query)).map((item) => (item.startsAt as string).slice(0, 16));
const idsOf = async (query: string, who = clinic.as.attorney) => (await sheet(who, query)).map((item) => item.id);

describe('The day sheet', () => {
  it('says who comes when and where, who comes along, and who is not out', async () => {
    const of = await aCase(clinic, {
      legalName: 'Ana María Pérez',
      preferredName: 'Ani',
      assignedAttorneyId: clinic.as.supervisor.userId,
    });
    const appointment = await anAppointment(clinic, of, { room: '5-110' });
    const mine = await comesAlong(clinic, appointment.id, clinic.as.accompanier.userId);
    const { body: aunt } = await clinic.as.attorney.post(`/api/appointments/${appointment.id}/accompaniments`, {
      personName: 'Tía Rosa',
      role: 'family',
    });
    app.clock.set('2018-03-08T15:10:00Z');
    await clinic.as.attorney.post(`/api/appointments/${appointment.id}/live`, {
      event: 'called_in',
      dueOutBy: '2018-03-08T15:40:00Z',
    });
    const line = {
      id: appointment.id,
      clientId: of.clientId,
      code: of.code,
      kind: 'call_in_letter',
      startsAt: '2018-03-08T15:00:00.000Z',
      zone: 'America/New_York',
      placeId: of.placeId,
      placeName: appointment.placeName,
      room: '5-110',
      status: 'scheduled',
      liveState: 'called_in',
      arrivedAt: null,
      calledInAt: '2018-03-08T15:10:00.000Z',
      outAt: null,
      dueOutBy: '2018-03-08T15:40:00.000Z',
      overdue: false,
      outcome: null,
      attorneyName: 'Test supervisor',
      attorneyPhone: null,
      version: 2,
    };
    const companions = (aunts: string | null) => [
      { id: mine.id, userId: clinic.as.accompanier.userId, name: 'Test accompanier', role: 'volunteer', rsvp: 'yes' },
      { id: aunt.id, userId: null, name: aunts, role: 'family', rsvp: 'asked' },
    ];
    expect(await sheet(clinic.as.advocate)).toEqual([
      { ...line, legalName: 'Ana María Pérez', preferredName: 'Ani', accompaniments: companions('Tía Rosa') },
    ]);
    // Whoever comes along reads the code in place of names, and nothing of the letter or the notes.
    const theirs = { ...line, accompaniments: companions(null) };
    expect(await sheet(clinic.as.accompanier)).toEqual([theirs]);
    expect((await clinic.as.accompanier.get(`/api/appointments/${appointment.id}`)).body).toEqual(theirs);
    app.clock.set('2018-03-08T15:39:59Z');
    expect((await sheet(clinic.as.advocate))[0]!.overdue).toBe(false);
    app.clock.set('2018-03-08T15:40:00Z');
    expect((await sheet(clinic.as.advocate))[0]!.overdue).toBe(true);
    expect((await sheet(clinic.as.accompanier))[0]!.overdue).toBe(true);
  });

  it('takes days as they are on the wall in New York, also where the clocks change', async () => {
    const of = await aCase(clinic);
    // Clocks go forward on 11 March: that day is 05:00Z to 04:00Z of the next.
    for (const startsAt of [
      '2018-03-11T04:59:00Z',
      '2018-03-11T05:00:00Z',
      '2018-03-12T03:59:00Z',
      '2018-03-12T04:00:00Z',
    ])
      await anAppointment(clinic, of, { startsAt });
    expect(await startsOf('?from=2018-03-11&to=2018-03-11')).toEqual(['2018-03-11T05:00', '2018-03-12T03:59']);
    expect(await startsOf('?from=2018-03-10&to=2018-03-10')).toEqual(['2018-03-11T04:59']);
    expect(await startsOf('?from=2018-03-12')).toEqual(['2018-03-12T04:00']);
    // And back on 4 November, a day of 25 hours: 04:00Z to 05:00Z of the next.
    for (const startsAt of [
      '2018-11-04T03:59:00Z',
      '2018-11-04T04:00:00Z',
      '2018-11-05T04:59:00Z',
      '2018-11-05T05:00:00Z',
    ])
      await anAppointment(clinic, of, { startsAt });
    expect(await startsOf('?from=2018-11-04&to=2018-11-04')).toEqual(['2018-11-04T04:00', '2018-11-05T04:59']);
  });

  it('begins today by the clock on the wall where the organisation works', async () => {
    const of = await aCase(clinic);
    for (const startsAt of ['2018-03-01T04:59:00Z', '2018-03-01T05:00:00Z', '2018-03-02T05:00:00Z'])
      await anAppointment(clinic, of, { startsAt });
    // Half past eleven in the evening of 1 March in New York; in UTC it is the 2nd.
    app.clock.set('2018-03-02T04:30:00Z');
    expect(await startsOf('')).toEqual(['2018-03-01T05:00', '2018-03-02T05:00']);
    const west = await app.clinic();
    const elsewhere = await aCase(west);
    const { body: organization } = await west.as.administrator.get('/api/organization');
    expect(
      (await west.as.administrator.patch('/api/organization', organization.version, { zone: 'America/Los_Angeles' }))
        .status,
    ).toBe(200);
    for (const startsAt of ['2018-03-01T07:59:00Z', '2018-03-01T08:00:00Z'])
      await anAppointment(west, elsewhere, { startsAt });
    expect(await startsOf('?to=2018-03-01', west.as.attorney)).toEqual(['2018-03-01T08:00']);
  });

  it('takes instants as well, the first included and the last not', async () => {
    const of = await aCase(clinic);
    for (const startsAt of ['2018-03-08T14:00:00Z', '2018-03-08T15:00:00Z', '2018-03-08T16:00:00Z'])
      await anAppointment(clinic, of, { startsAt });
    expect(await startsOf('?from=2018-03-08T09:00:00-05:00&to=2018-03-08T16:00:00Z')).toEqual([
      '2018-03-08T14:00',
      '2018-03-08T15:00',
    ]);
    for (const [query, field, code] of [
      ['?from=2018-03-09&to=2018-03-08', 'to', 'range.reversed'],
      ['?from=2018-03-09T10:00:00Z&to=2018-03-09T09:00:00Z', 'to', 'range.reversed'],
      ['?from=2018-02-30', 'from', 'field.isDayOrInstant'],
      ['?to=tomorrow', 'to', 'field.isDayOrInstant'],
      ['?mine=perhaps', 'mine', 'flag.expected'],
      ['?place=here', 'place', 'id.malformed'],
      ['?liveState=lost', 'liveState', 'choice.unknown'],
      ['?name=ana', 'name', 'field.unknown'],
    ]) {
      const { status, body } = await clinic.as.attorney.get(`/api/appointments${query}`);
      expect([query, status, body.errors]).toMatchObject([query, 422, [{ field, code }]]);
    }
  });

  it('is narrowed to a place, to a state, and to what is mine as companion or as attorney', async () => {
    const ours = await aCase(clinic, { assignedAttorneyId: clinic.as.supervisor.userId });
    const theirs = await aCase(clinic);
    const [a, b, c] = [
      await anAppointment(clinic, ours),
      await anAppointment(clinic, theirs),
      await anAppointment(clinic, theirs),
    ];
    await comesAlong(clinic, b.id, clinic.as.supervisor.userId);
    await comesAlong(clinic, c.id, clinic.as.supervisor.userId, 'no');
    await clinic.as.attorney.post(`/api/appointments/${c.id}/live`, { event: 'arrived' });
    expect(await idsOf('?mine=true', clinic.as.supervisor)).toEqual([a.id, b.id]);
    expect(await idsOf('?mine=true', clinic.as.advocate)).toEqual([]);
    expect(await idsOf('?mine=false', clinic.as.advocate)).toEqual([a.id, b.id, c.id]);
    expect(await idsOf(`?place=${theirs.placeId}`)).toEqual([b.id, c.id]);
    expect(await idsOf('?liveState=arrived')).toEqual([c.id]);
    expect(
      (await clinic.as.attorney.get('/api/appointments?liveState=not_started&count=true&limit=1')).body.total,
    ).toBe(2);
  });

  it('is read page by page without gaps, also through appointments at the same time', async () => {
    const of = await aCase(clinic);
    const made = [];
    for (let n = 0; n < 5; n += 1)
      made.push(
        (await anAppointment(clinic, of, { startsAt: n < 4 ? '2018-03-08T15:00:00Z' : '2018-03-08T14:00:00Z' })).id,
      );
    const pages: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body }: { body: { items: { id: string }[]; nextCursor: string | null } } = await clinic.as.attorney.get(
        `/api/appointments?from=2018-03-08&limit=2${cursor && `&cursor=${cursor}`}`,
      );
      pages.push(...body.items.map((item) => item.id));
      cursor = body.nextCursor;
    }
    expect(pages).toEqual([made[4], ...made.slice(0, 4)]);
    const first = await clinic.as.attorney.get('/api/appointments?from=2018-03-08&limit=2');
    const misused = await clinic.as.attorney.get(
      `/api/appointments?from=2018-03-07&limit=2&cursor=${first.body.nextCursor}`,
    );
    expect([misused.status, misused.body.code]).toEqual([400, 'cursor.invalid']);
  });

  it('asks the database once, however many appointments there are', async () => {
    const of = await aCase(clinic);
    const asked = async () => {
      const seen: string[] = [];
      const note = (sent: unknown) => seen.push((sent as { text: string }).text);
      statements.subscribe(note);
      await sheet(clinic.as.attorney);
      statements.unsubscribe(note);
      return seen.filter((text) => /\bFROM appointments\b/.test(text)).length;
    };
    await anAppointment(clinic, of);
    await asked();
    for (let n = 0; n < 4; n += 1)
      await comesAlong(clinic, (await anAppointment(clinic, of)).id, clinic.as.accompanier.userId);
    expect(await asked()).toBe(1);
  });

  it('shows nothing of another organisation, nor of a case behind a wall', async () => {
    const other = await app.clinic();
    await anAppointment(other, await aCase(other));
    const of = await aCase(clinic);
    const appointment = await anAppointment(clinic, of);
    expect(await idsOf('')).toEqual([appointment.id]);
    expect(await idsOf(`?place=${of.placeId}`, other.as.attorney)).toEqual([]);
    await clinic.as.attorney.patch(`/api/clients/${of.clientId}`, 1, {
      restricted: true,
      allowedUserIds: [clinic.as.attorney.userId],
    });
    expect(await idsOf('')).toEqual([appointment.id]);
    expect(await idsOf('', clinic.as.supervisor)).toEqual([]);
    for (const role of ['administrator', 'auditor'] as const)
      expect((await clinic.as[role].get('/api/appointments')).status).toBe(403);
  });

  it('leaves a line in the audit, without what it says', async () => {
    const appointment = await anAppointment(clinic, await aCase(clinic, { legalName: 'Xyzzy Plover' }));
    await sheet(clinic.as.supervisor);
    const lines = await clinic.inWork((work) =>
      work.sql(`SELECT details FROM audit_events WHERE organization_id = $1 AND event = 'appointment.listed'`, [
        work.organizationId,
      ]),
    );
    expect(lines).toEqual([{ details: { ids: [appointment.id] } }]);
  });
});

describe('Whoever comes along', () => {
  const read = async (id: string, who = clinic.as.accompanier) => (await who.get(`/api/appointments/${id}`)).status;

  it('sees their own appointments and no others, from when they are asked until they say no', async () => {
    const of = await aCase(clinic);
    const [mine, another] = [await anAppointment(clinic, of), await anAppointment(clinic, of)];
    expect([await read(mine.id), await idsOf('', clinic.as.accompanier)]).toEqual([404, []]);
    const asked = await comesAlong(clinic, mine.id, clinic.as.accompanier.userId, 'asked');
    await comesAlong(clinic, another.id, (await clinic.another('accompanier')).userId);
    expect([await read(mine.id), await read(another.id), await idsOf('', clinic.as.accompanier)]).toEqual([
      200,
      404,
      [mine.id],
    ]);
    expect((await clinic.as.accompanier.get('/api/appointments?count=true')).body.total).toBe(1);
    for (const tap of ['live', 'outcome']) {
      const body = tap === 'live' ? { event: 'arrived' } : { outcome: 'did_not_attend_other' };
      expect((await clinic.as.accompanier.post(`/api/appointments/${another.id}/${tap}`, body)).status).toBe(404);
    }
    await clinic.as.attorney.patch(`/api/accompaniments/${asked.id}`, 1, { rsvp: 'no' });
    expect([await read(mine.id), await idsOf('', clinic.as.accompanier)]).toEqual([404, []]);
  });

  it('sees them until 48 hours after their start, and then no more', async () => {
    const appointment = await anAppointment(clinic, await aCase(clinic));
    await comesAlong(clinic, appointment.id, clinic.as.accompanier.userId);
    app.clock.set(new Date(Date.parse('2018-03-08T15:00:00Z') + hours(48) - 1));
    expect([await read(appointment.id), await idsOf('?from=2018-03-01', clinic.as.accompanier)]).toEqual([
      200,
      [appointment.id],
    ]);
    app.clock.advance(1);
    expect([await read(appointment.id), await idsOf('?from=2018-03-01', clinic.as.accompanier)]).toEqual([404, []]);
    expect(
      (await clinic.as.accompanier.post(`/api/appointments/${appointment.id}/live`, { event: 'out_safe' })).status,
    ).toBe(404);
    expect(
      (await clinic.as.accompanier.post(`/api/appointments/${appointment.id}/outcome`, { outcome: 'unknown' })).status,
    ).toBe(404);
    // Those who work on the case still do.
    expect([await read(appointment.id, clinic.as.attorney), await idsOf('?from=2018-03-01')]).toEqual([
      200,
      [appointment.id],
    ]);
    // Rescheduled, it is ahead of them again.
    await clinic.as.attorney.patch(`/api/appointments/${appointment.id}`, 1, { startsAt: '2018-03-20T14:00:00Z' });
    expect(await read(appointment.id)).toBe(200);
  });

  it('of a long day sees it until 48 hours after the end, which is a day after the start at the latest', async () => {
    const of = await aCase(clinic);
    const start = Date.parse('2018-03-08T15:00:00Z');
    const lastSeen = async (dueOutBy: string | undefined, wayOut?: string) => {
      app.clock.set(new Date(start));
      const { id } = await anAppointment(clinic, of);
      await comesAlong(clinic, id, clinic.as.accompanier.userId);
      const live = (body: object) => clinic.as.accompanier.post(`/api/appointments/${id}/live`, body);
      expect((await live({ event: 'arrived', ...(dueOutBy ? { dueOutBy } : {}) })).status).toBe(200);
      if (wayOut) {
        app.clock.set(wayOut);
        expect((await live({ event: 'out_safe' })).status).toBe(200);
      }
      return async (end: string) => {
        const seen: number[] = [];
        for (const early of [1, 0]) {
          app.clock.set(new Date(Date.parse(end) + hours(48) - early));
          const found = await idsOf('?from=2018-03-01', clinic.as.accompanier);
          expect(found.includes(id)).toBe((await read(id)) === 200);
          seen.push(await read(id));
        }
        return seen;
      };
    };
    expect(await (await lastSeen('2018-03-08T19:30:00Z'))('2018-03-08T19:30:00Z')).toEqual([200, 404]);
    expect(await (await lastSeen('2018-03-08T19:30:00Z', '2018-03-08T21:00:00Z'))('2018-03-08T21:00:00Z')).toEqual([
      200, 404,
    ]);
    // Out earlier than feared: what they were to be out by counts no more.
    expect(await (await lastSeen('2018-03-08T19:30:00Z', '2018-03-08T16:00:00Z'))('2018-03-08T16:00:00Z')).toEqual([
      200, 404,
    ]);
    expect(await (await lastSeen('2018-12-24T12:00:00Z'))('2018-03-09T15:00:00Z')).toEqual([200, 404]);
  });

  it('learns that an appointment was cancelled, and carries nothing to it', async () => {
    const of = await aCase(clinic);
    const { id } = await anAppointment(clinic, of);
    const asked = await comesAlong(clinic, id, clinic.as.accompanier.userId);
    await clinic.as.attorney.patch(`/api/appointments/${id}`, 1, { status: 'cancelled' });
    expect((await clinic.as.accompanier.get(`/api/appointments/${id}`)).body.status).toBe('cancelled');
    const summary = async () => (await clinic.as.accompanier.get(`/api/clients/${of.clientId}/summary`)).status;
    expect(await summary()).toBe(404);
    // Taken off the list, they are nobody to it.
    expect((await clinic.as.attorney.delete(`/api/accompaniments/${asked.id}`)).status).toBe(204);
    expect([await read(id), await summary(), await idsOf('', clinic.as.accompanier)]).toEqual([404, 404, []]);
  });

  it('sees an appointment behind a wall, without a name, as companion only', async () => {
    const of = await aCase(clinic, { legalName: 'Walled Person' });
    const appointment = await anAppointment(clinic, of);
    await clinic.as.attorney.post(`/api/appointments/${appointment.id}/accompaniments`, { personName: 'Tía Rosa' });
    await clinic.as.attorney.patch(`/api/clients/${of.clientId}`, 1, {
      restricted: true,
      allowedUserIds: [clinic.as.attorney.userId],
    });
    for (const who of [clinic.as.accompanier, clinic.as.advocate]) {
      await comesAlong(clinic, appointment.id, who.userId);
      const [line] = await sheet(who);
      expect(line).toMatchObject({ id: appointment.id, code: of.code });
      expect(line).not.toHaveProperty('legalName');
      expect(JSON.stringify(line)).not.toMatch(/Walled|Rosa/);
      const { body } = await who.get(`/api/appointments/${appointment.id}`);
      expect(body).toEqual(line);
      expect((await who.post(`/api/appointments/${appointment.id}/live`, { event: 'arrived' })).body).toMatchObject({
        liveState: 'arrived',
        code: of.code,
      });
    }
    expect((await clinic.as.advocate.patch(`/api/appointments/${appointment.id}`, 2, { room: '1' })).status).toBe(404);
    expect((await clinic.as.advocate.get(`/api/clients/${of.clientId}/appointments`)).status).toBe(404);
  });

  it('neither makes, changes nor deletes appointments', async () => {
    const of = await aCase(clinic);
    const appointment = await anAppointment(clinic, of);
    await comesAlong(clinic, appointment.id, clinic.as.accompanier.userId);
    const who = clinic.as.accompanier;
    const answers = await Promise.all([
      who.post(`/api/clients/${of.clientId}/appointments`, {
        kind: 'other',
        startsAt: '2018-03-08T15:00:00Z',
        placeId: await aPlace(clinic),
      }),
      who.get(`/api/clients/${of.clientId}/appointments`),
      who.patch(`/api/appointments/${appointment.id}`, 1, { room: '1' }),
      who.delete(`/api/appointments/${appointment.id}`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });
});
