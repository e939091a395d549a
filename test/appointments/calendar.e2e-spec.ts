import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { FakeClock, minutes } from '../support/clock.js';
import { aCase, anAppointment, comesAlong } from '../reminders/world.js';

const clock = new FakeClock();
let app: TestApplication;
let clinic: Clinic;

beforeAll(async () => {
  app = await TestApplication.start({ clock });
  clinic = await app.clinic();
});
afterAll(() => app.stop());

type Who = Clinic['as']['attorney'];

/** The address that somebody is given, as a path. */
async function addressOf(who: Who): Promise<string> {
  const { status, body } = await who.post('/api/calendar');
  expect([status, body.active]).toEqual([201, true]);
  return new URL(body.url).pathname;
}

/** What a calendar program reads at an address. */
async function read(path: string) {
  const { status, text, headers } = await app.anonymous.get(path);
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([
    200,
    'text/calendar; charset=utf-8',
    'no-store',
  ]);
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone), zone.getFirstPropertyValue('tzid') as string);
  const events = calendar.getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one);
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      status: one.getFirstPropertyValue('status'),
      zone: event.startDate.zone.tzid,
      wall: event.startDate.toString(),
      instant: event.startDate.toJSDate().toISOString(),
    };
  });
  return { text, events };
}

describe('A calendar of one’s own', () => {
  it('opens in a calendar program, at the wall-clock time of the place, and names nobody', async () => {
    const file = await aCase(clinic, { legalName: 'Yesenia Quispe' });
    const [summer, winter] = [
      await anAppointment(clinic, file),
      await anAppointment(clinic, file, { startsAt: '2018-03-05T14:00:00Z' }),
    ];
    const { text, events } = await read(await addressOf(clinic.as.attorney));
    const at = (id: string) => events.find(({ uid }) => uid === `${id}@letterbox`);
    expect(at(summer.id)).toEqual({
      uid: `${summer.id}@letterbox`,
      sequence: 0,
      summary: `${file.code}: appointment`,
      status: 'CONFIRMED',
      zone: 'America/New_York',
      wall: '2018-03-14T10:00:00',
      instant: '2018-03-14T14:00:00.000Z',
    });
    expect(at(winter.id)).toMatchObject({ wall: '2018-03-05T09:00:00', instant: '2018-03-05T14:00:00.000Z' });
    expect(text).not.toMatch(/\bICE\b|Quispe|Yesenia|Varick|call.in|letter,|Bronx/i);
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
  });

  it('says by its sequence what was moved, and what was called off', async () => {
    const file = await aCase(clinic);
    const appointment = await anAppointment(clinic, file);
    const path = await addressOf(clinic.as.attorney);
    const now = async () => (await read(path)).events.find(({ uid }) => uid === `${appointment.id}@letterbox`);
    const change = (version: number, body: object) =>
      clinic.as.attorney.patch(`/api/appointments/${appointment.id}`, version, body);
    expect((await change(1, { startsAt: '2018-03-20T14:00:00Z' })).status).toBe(200);
    expect(await now()).toMatchObject({ sequence: 1, wall: '2018-03-20T10:00:00', status: 'CONFIRMED' });
    expect((await change(2, { status: 'cancelled' })).status).toBe(200);
    expect(await now()).toMatchObject({ sequence: 2, status: 'CANCELLED' });
  });

  it('shows only what its owner may see at this moment', async () => {
    const file = await aCase(clinic);
    const { id } = await anAppointment(clinic, file);
    const companion = await clinic.another('accompanier');
    const path = await addressOf(companion);
    const ids = async (address: string) => (await read(address)).events.map(({ uid }) => uid);
    expect(await ids(path)).toEqual([]);
    await comesAlong(clinic, id, companion.userId);
    expect(await ids(path)).toEqual([`${id}@letterbox`]);
    clock.set('2018-03-17T00:00:00Z');
    expect(await ids(path)).toEqual([]);
    clock.set('2018-03-01T15:00:00Z');
    // Whose case it no longer is.
    const mine = await addressOf(clinic.as.attorney);
    expect(await ids(mine)).toContain(`${id}@letterbox`);
    const other = await clinic.another('attorney');
    const { body: client } = await clinic.as.attorney.get(`/api/clients/${file.clientId}`);
    const given = await clinic.as.supervisor.patch(`/api/clients/${file.clientId}`, client.version, {
      assignedAttorneyId: other.userId,
    });
    expect(given.status).toBe(200);
    expect(await ids(mine)).not.toContain(`${id}@letterbox`);
    expect(await ids(await addressOf(other))).toEqual([`${id}@letterbox`]);
  });
});

describe('Its address', () => {
  const status = async (path: string) => (await app.anonymous.get(path)).status;

  it('is shown once, kept as a hash, replaced by a new one and taken back', async () => {
    const who = clinic.as.advocate;
    const first = await addressOf(who);
    expect((await who.get('/api/calendar')).body).toMatchObject({ active: true, url: null, lastFetchedAt: null });
    clock.advance(minutes(2));
    expect(await status(first)).toBe(200);
    expect((await who.get('/api/calendar')).body.lastFetchedAt).not.toBeNull();
    const token = /calendar\/(.*)\.ics/.exec(first)![1]!;
    const kept = await clinic.inWork((work) => work.sql('SELECT * FROM sessions'));
    expect(JSON.stringify(kept)).not.toContain(token);
    const second = await addressOf(who);
    expect([await status(first), await status(second)]).toEqual([404, 200]);
    expect((await who.delete('/api/calendar')).status).toBe(204);
    expect(await status(second)).toBe(404);
    expect((await who.delete('/api/calendar')).status).toBe(204);
    expect((await who.get('/api/calendar')).body).toMatchObject({ active: false, createdAt: null });
    const { body } = await clinic.as.auditor.get('/api/audit-events?event=calendar.fetched&limit=100');
    expect(body.items.length).toBeGreaterThan(0);
  });

  it('opens nothing but the calendar, and the calendar opens by nothing else', async () => {
    const path = await addressOf(clinic.as.attorney);
    const token = /calendar\/(.*)\.ics/.exec(path)![1]!;
    for (const route of ['/api/auth/me', '/api/clients', '/api/notices']) {
      const { status } = await app.anonymous.get(route).set('authorization', `Bearer ${token}`);
      expect(status).toBe(401);
    }
    expect(await status(`/api/calendar/${clinic.as.attorney.token}.ics`)).toBe(404);
    expect(await status('/api/calendar/nothing.ics')).toBe(404);
  });

  it('ends with the account of its owner, and is for those who see appointments', async () => {
    const leaving = await clinic.another('advocate');
    const path = await addressOf(leaving);
    await clinic.inWork((work) => work.execute(`UPDATE users SET state = 'disabled' WHERE id = $1`, [leaving.userId]));
    expect(await status(path)).toBe(404);
    expect((await clinic.as.auditor.post('/api/calendar')).status).toBe(403);
  });
});
