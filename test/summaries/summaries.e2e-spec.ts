import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { statements } from '../../src/platform/database/named-client.js';
import { renderPacket } from '../../src/summaries/packet.pdf.js';
import { type Caller, type Clinic, TestApplication } from '../support/application.js';
import { hours } from '../support/clock.js';
import { aCase, anAppointment, comesAlong } from '../appointments/world.js';
import { aFullCase, furnished } from './world.js';

let app: TestApplication;
let clinic: Clinic;

beforeAll(async () => {
  app = await TestApplication.start();
});
beforeEach(async () => {
  app.clock.set('2018-03-01T15:00:00Z');
  clinic = await app.clinic();
  await furnished(clinic);
});
afterAll(() => app.stop());

const summary = (who: Caller, clientId: string, query = '') => who.get(`/api/clients/${clientId}/summary${query}`);
const packet = (who: Caller, clientId: string, query = '') => who.get(`/api/clients/${clientId}/summary.pdf${query}`);
const answer = async (asked: ReturnType<Caller['get']>) => {
  const { status, body } = await asked;
  return [status, body.code, ...(body.errors ?? []).map((error: { field: string }) => error.field)];
};
const marksIn = (text: string) => [...new Set(text.match(/[A-Za-z]+mark\b/gi) ?? [])].sort();
const linesOf = (event: string) =>
  clinic.inWork((work) =>
    work.sql(
      `SELECT user_id, subject_type, subject_id, client_id, details FROM audit_events
       WHERE organization_id = $1 AND event = $2 ORDER BY id`,
      [work.organizationId, event],
    ),
  );

const everyone = [
  'ASKEDMARK',
  'ATTORNEYMARK',
  'CAREGIVERMARK',
  'COMPANIONMARK',
  'OFFICIALMARK',
  'PREFERREDMARK',
  'ROOMMARK',
  'TOLDMARK',
];
const staffOnly = ['CAREGIVERTIEMARK', 'MEDICALMARK', 'SCHOOLMARK', 'TOLDTIEMARK'];
const attorneyOnly = [
  'ALIASMARK',
  'BIRTHCOUNTRYMARK',
  'CHARGEMARK',
  'LEGALNAMEMARK',
  'PRECINCTMARK',
  'STATUTEMARK',
  'VERBATIMMARK',
];
const seenBy = {
  client: everyone,
  accompanier: [...everyone, ...staffOnly],
  attorney: [...everyone, ...staffOnly, ...attorneyOnly],
};

describe('The case summary', () => {
  it.each(['client', 'accompanier', 'attorney'] as const)(
    'tells the %s what that copy is for, no more',
    async (who) => {
      const { clientId } = await aFullCase(clinic);
      const { status, body, text, headers } = await summary(clinic.as.attorney, clientId, `?audience=${who}`);
      expect([status, body.audience, headers['cache-control']]).toEqual([200, who, 'no-store']);
      expect(marksIn(text)).toEqual([...seenBy[who]].sort());
      // The client's own numbers are on no copy, and those of the untold on none.
      expect(text).not.toMatch(/5550190|emailmark|5550122/);
      if (who !== 'attorney') expect(text).not.toMatch(/765|1977|misdemeanor|NYPD|bond|criminal|VAWA|2015/i);
    },
  );

  it('says where and when, whom to call, who comes along, and what happened when', async () => {
    const { clientId, code, appointment } = await aFullCase(clinic);
    const { body } = await summary(clinic.as.attorney, clientId);
    expect(body).toMatchObject({
      code,
      audience: 'attorney',
      language: 'en',
      preparedAt: '2018-03-01T15:00:00.000Z',
      zone: 'America/New_York',
      preparedBy: 'ATTORNEYMARK',
      organisation: { callBackNumber: '+17185550199' },
      person: { name: 'PREFERREDMARK', speaks: 'Spanish' },
      identity: { legalName: 'LEGALNAMEMARK Peña Ruiz', aNumber: 'A 098-765-432', dateOfBirth: '23 Nov 1977' },
      appointment: {
        kind: 'call_in_letter',
        startsAt: '2018-03-08T14:00:00.000Z',
        zone: 'America/New_York',
        room: 'ROOMMARK',
        official: 'OFFICIALMARK, deportation officer',
        place: { name: appointment.placeName, addressLines: ['201 Varick Street', 'New York, NY 10014'] },
      },
      attorney: { name: 'ATTORNEYMARK', phone: '+17185550100' },
      companions: [
        { name: 'COMPANIONMARK', phone: '+16465550177', role: 'law_student', rsvp: 'yes' },
        { name: 'Test accompanier', role: 'leader', rsvp: 'yes' },
        { name: 'ASKEDMARK', role: 'volunteer', rsvp: 'asked' },
      ],
      contacts: [{ name: 'TOLDMARK', relation: 'TOLDTIEMARK', phone: '+19295550111', speaks: 'Spanish' }],
      timeline: { lagDays: 14, noticeDays: 7 },
    });
    expect(body.timeline.entries[0].text).toMatch(/Hudson County.*\$7,500/);
    expect(body.timeline.entries.map(({ on }: { on: string }) => on)).toEqual([
      '2015-07-20',
      '2017-09-05',
      '2018-02-12',
      '2018-02-12',
      '2018-02-26',
      '2018-02-27',
      '2018-03-01',
      '2018-03-08',
    ]);
  });

  it("is in the client's language for the client, unless another is asked for", async () => {
    const { clientId } = await aFullCase(clinic);
    const languages = async (query: string) => (await summary(clinic.as.attorney, clientId, query)).body.language;
    expect(await languages('?audience=client')).toBe('es');
    expect(await languages('?audience=client&language=en')).toBe('en');
    expect(await languages('?audience=accompanier&language=en')).toBe('en');
    expect((await summary(clinic.as.attorney, clientId, '?audience=client')).text).toContain('español');
  });

  it('is for the copy of the one who asks unless said otherwise; whoever sees the case may ask for any', async () => {
    const { clientId } = await aFullCase(clinic);
    const defaults = {
      supervisor: 'attorney',
      attorney: 'attorney',
      advocate: 'accompanier',
      accompanier: 'accompanier',
    };
    for (const [role, audience] of Object.entries(defaults))
      expect((await summary(clinic.as[role as keyof typeof defaults], clientId)).body.audience).toBe(audience);
    for (const audience of ['client', 'accompanier', 'attorney'])
      expect((await summary(clinic.as.advocate, clientId, `?audience=${audience}`)).body.audience).toBe(audience);
    for (const role of ['administrator', 'auditor'] as const) {
      expect((await summary(clinic.as[role], clientId)).status).toBe(403);
      expect((await packet(clinic.as[role], clientId)).status).toBe(403);
    }
  });

  it('refuses what it cannot make sense of, naming the field', async () => {
    const { clientId } = await aFullCase(clinic);
    const elsewhere = await anAppointment(clinic, await aCase(clinic));
    for (const get of [summary, packet]) {
      const asked = (query: string) => answer(get(clinic.as.attorney, clientId, query));
      expect(await asked('?audience=judge')).toEqual([422, 'request.invalid', 'audience']);
      expect(await asked('?language=ht')).toEqual([422, 'request.invalid', 'language']);
      expect(await asked('?audience=attorney&language=es')).toEqual([422, 'request.invalid', 'language']);
      expect(await asked('?appointmentId=next')).toEqual([422, 'request.invalid', 'appointmentId']);
      expect(await asked('?for=me')).toEqual([422, 'request.invalid', 'for']);
      expect(await asked(`?appointmentId=${elsewhere.id}`)).toEqual([422, 'request.invalid', 'appointmentId']);
    }
    expect((await summary(clinic.as.attorney, '00000000-0000-7000-8000-000000000001')).status).toBe(404);
  });

  it('is of the next appointment that stands, else of the latest, or of the one that is asked for', async () => {
    const of = await aCase(clinic);
    const startsAt = async (query = '') =>
      (await summary(clinic.as.attorney, of.clientId, query)).body.appointment?.startsAt;
    expect(await startsAt()).toBeUndefined();
    const [past, , next, cancelled] = [
      await anAppointment(clinic, of, { startsAt: '2018-02-01T15:00:00.000Z' }),
      await anAppointment(clinic, of, { startsAt: '2018-04-01T15:00:00.000Z' }),
      await anAppointment(clinic, of, { startsAt: '2018-03-08T15:00:00.000Z' }),
      await anAppointment(clinic, of, { startsAt: '2018-03-07T15:00:00.000Z' }),
    ];
    await clinic.as.attorney.patch(`/api/appointments/${cancelled.id}`, 1, { status: 'cancelled' });
    expect(await startsAt()).toBe('2018-03-08T15:00:00.000Z');
    expect(await startsAt(`?appointmentId=${past.id}`)).toBe('2018-02-01T15:00:00.000Z');
    expect(await answer(summary(clinic.as.attorney, of.clientId, `?appointmentId=${cancelled.id}`))).toEqual([
      409,
      'appointment.cancelled',
    ]);
    // While people wait it is still that day's, until it is known what came of it.
    app.clock.set('2018-03-08T19:00:00Z');
    expect(await startsAt()).toBe('2018-03-08T15:00:00.000Z');
    await clinic.as.attorney.post(`/api/appointments/${next.id}/outcome`, { outcome: 'released_no_conditions' });
    expect(await startsAt()).toBe('2018-04-01T15:00:00.000Z');
    app.clock.set('2018-05-01T15:00:00Z');
    expect(await startsAt()).toBe('2018-04-01T15:00:00.000Z');
  });

  it('follows an appointment that was moved, and leaves out of the story what did not happen', async () => {
    const of = await aCase(clinic);
    const moved = await anAppointment(clinic, of, { startsAt: '2018-03-08T15:00:00.000Z' });
    await clinic.as.attorney.patch(`/api/appointments/${moved.id}`, 1, {
      startsAt: '2018-03-20T15:00:00.000Z',
      status: 'rescheduled_by_ice',
    });
    const called = await anAppointment(clinic, of, { startsAt: '2018-03-05T15:00:00.000Z' });
    await clinic.as.attorney.patch(`/api/appointments/${called.id}`, 1, { status: 'cancelled' });
    const { body } = await summary(clinic.as.attorney, of.clientId);
    expect(body.appointment.startsAt).toBe('2018-03-20T15:00:00.000Z');
    expect(body.timeline.entries.map(({ on }: { on: string }) => on)).toEqual(['2018-03-20']);
  });

  it('takes a call-in that names no letter to follow the latest that had come by then', async () => {
    const of = await aCase(clinic);
    const letter = (receivedOn: string, officialName: string) =>
      clinic.as.attorney.post(`/api/clients/${of.clientId}/letters`, {
        receivedOn,
        officialName,
        evidenceGrade: 'seen_original',
      });
    await letter('2018-02-01', 'First');
    await letter('2018-03-01', 'Second');
    const official = async (wanted: object) => {
      const { id } = await anAppointment(clinic, of, wanted);
      return (await summary(clinic.as.attorney, of.clientId, `?appointmentId=${id}`)).body.appointment.official;
    };
    expect(await official({ startsAt: '2018-03-08T15:00:00Z' })).toBe('Second');
    expect(await official({ startsAt: '2018-02-20T15:00:00Z' })).toBe('First');
    expect(await official({ startsAt: '2018-01-20T15:00:00Z' })).toBeUndefined();
    expect(await official({ startsAt: '2018-03-09T15:00:00Z', kind: 'criminal_court' })).toBeUndefined();
  });

  it('asks the database once, however much there is in the file', async () => {
    const { clientId } = await aFullCase(clinic);
    const asked = async () => {
      const seen: string[] = [];
      const note = (sent: unknown) => seen.push((sent as { text: string }).text);
      statements.subscribe(note);
      expect((await summary(clinic.as.attorney, clientId)).status).toBe(200);
      statements.unsubscribe(note);
      return seen.filter((text) => /\bFROM clients\b/.test(text) || /\bFROM (letters|users)\b/.test(text)).length;
    };
    await asked();
    expect(await asked()).toBe(1);
  });

  it('leaves a line in the audit, without what it says', async () => {
    const { clientId, appointment } = await aFullCase(clinic);
    await summary(clinic.as.advocate, clientId, '?audience=client');
    await packet(clinic.as.accompanier, clientId);
    const empty = await aCase(clinic);
    await summary(clinic.as.attorney, empty.clientId);
    const line = { subject_type: 'appointment', subject_id: appointment.id, client_id: clientId };
    expect(await linesOf('summary.read')).toEqual([
      { ...line, user_id: clinic.as.advocate.userId, details: { audience: 'client', language: 'es' } },
      {
        subject_type: 'client',
        subject_id: empty.clientId,
        client_id: empty.clientId,
        user_id: clinic.as.attorney.userId,
        details: { audience: 'attorney', language: 'en' },
      },
    ]);
    expect(await linesOf('summary.printed')).toEqual([
      { ...line, user_id: clinic.as.accompanier.userId, details: { audience: 'accompanier', language: 'en' } },
    ]);
  });
});

describe('Those who come along', () => {
  it('carry the copy for accompaniers and no other', async () => {
    const { clientId } = await aFullCase(clinic);
    for (const get of [summary, packet]) {
      expect((await get(clinic.as.accompanier, clientId, '?audience=accompanier')).status).toBe(200);
      for (const audience of ['client', 'attorney'])
        expect(await answer(get(clinic.as.accompanier, clientId, `?audience=${audience}`))).toEqual([
          403,
          'summary.audience_not_yours',
        ]);
    }
  });

  it('carry that of their own appointments, from when they are asked until 48 hours after', async () => {
    const of = await aCase(clinic);
    const [theirs, mine] = [
      await anAppointment(clinic, of, { startsAt: '2018-03-07T15:00:00.000Z' }),
      await anAppointment(clinic, of, { startsAt: '2018-03-08T15:00:00.000Z' }),
    ];
    const read = async (query = '') => {
      const { status, body } = await summary(clinic.as.accompanier, of.clientId, query);
      expect((await packet(clinic.as.accompanier, of.clientId, query)).status).toBe(status);
      return status === 200 ? body.appointment.startsAt : body.code;
    };
    const { userId } = clinic.as.accompanier;
    await comesAlong(clinic, theirs.id, (await clinic.another('accompanier')).userId);
    expect([await read(), await read(`?appointmentId=${mine.id}`)]).toEqual(['client.not_found', 'client.not_found']);
    const asked = await comesAlong(clinic, mine.id, userId, 'asked');
    expect(await read()).toBe('2018-03-08T15:00:00.000Z');
    expect(await read(`?appointmentId=${mine.id}`)).toBe('2018-03-08T15:00:00.000Z');
    expect(await read(`?appointmentId=${theirs.id}`)).toBe('client.not_found');
    app.clock.set(new Date(Date.parse('2018-03-08T15:00:00Z') + hours(48) - 1));
    expect(await read()).toBe('2018-03-08T15:00:00.000Z');
    app.clock.advance(1);
    expect([await read(), await read(`?appointmentId=${mine.id}`)]).toEqual(['client.not_found', 'client.not_found']);
    app.clock.set('2018-03-02T15:00:00Z');
    expect(await read()).toBe('2018-03-08T15:00:00.000Z');
    expect((await clinic.as.attorney.patch(`/api/accompaniments/${asked.id}`, 1, { rsvp: 'no' })).status).toBe(200);
    expect(await read()).toBe('client.not_found');
  });

  it('see nothing by way of an appointment of another case', async () => {
    const [mine, other] = [await aCase(clinic), await aCase(clinic)];
    const appointment = await anAppointment(clinic, mine);
    await anAppointment(clinic, other);
    await comesAlong(clinic, appointment.id, clinic.as.accompanier.userId);
    const asked = (query: string) => answer(summary(clinic.as.accompanier, other.clientId, query));
    expect(await asked('')).toEqual([404, 'client.not_found']);
    expect(await asked(`?appointmentId=${appointment.id}`)).toEqual([404, 'client.not_found']);
  });
});

describe('A case that is not theirs to see', () => {
  it('is absent for another organisation', async () => {
    const { clientId, appointment } = await aFullCase(clinic);
    const other = await app.clinic();
    for (const role of ['attorney', 'accompanier'] as const)
      for (const query of ['', `?appointmentId=${appointment.id}`]) {
        expect(await answer(summary(other.as[role], clientId, query))).toEqual([404, 'client.not_found']);
        expect(await answer(packet(other.as[role], clientId, query))).toEqual([404, 'client.not_found']);
      }
  });

  it('is absent behind a wall, save for who was asked to come along, who carries the copy for that', async () => {
    const { clientId, appointment } = await aFullCase(clinic);
    const { body: client } = await clinic.as.attorney.get(`/api/clients/${clientId}`);
    const wall = { restricted: true, allowedUserIds: [clinic.as.attorney.userId] };
    expect((await clinic.as.attorney.patch(`/api/clients/${clientId}`, client.version, wall)).status).toBe(200);
    expect((await summary(clinic.as.attorney, clientId)).status).toBe(200);
    expect(await answer(summary(clinic.as.supervisor, clientId))).toEqual([404, 'client.not_found']);
    expect(await answer(packet(clinic.as.supervisor, clientId))).toEqual([404, 'client.not_found']);
    expect(await answer(summary(clinic.as.supervisor, clientId, '?audience=attorney'))).toEqual([
      404,
      'client.not_found',
    ]);
    await comesAlong(clinic, appointment.id, clinic.as.supervisor.userId);
    expect((await summary(clinic.as.supervisor, clientId)).body.audience).toBe('accompanier');
    expect(await answer(summary(clinic.as.supervisor, clientId, '?audience=attorney'))).toEqual([
      403,
      'summary.audience_not_yours',
    ]);
  });
});

describe('The packet', () => {
  it.each(['client', 'accompanier', 'attorney'])(
    'is for the %s what the summary says, on two pages',
    async (audience) => {
      const { clientId, code } = await aFullCase(clinic);
      const { status, headers, body } = await packet(clinic.as.attorney, clientId, `?audience=${audience}`);
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${code}.pdf"`,
        'content-length': String(body.length),
        'cache-control': 'no-store',
      });
      const text = (body as Buffer).toString('latin1');
      expect(text.startsWith('%PDF-')).toBe(true);
      expect([1, 2]).toContain(text.match(/\/Type \/Page\n/g)?.length);
      const said = (await summary(clinic.as.attorney, clientId, `?audience=${audience}`)).body;
      expect((await renderPacket(said)).equals(body)).toBe(true);
    },
  );
});
