import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Caller, type Clinic, TestApplication } from '../support/application.js';
import { hours } from '../support/clock.js';
import { aClient, anAppointment, aPlaceId } from '../support/factories.js';

let app: TestApplication;
let clinic: Clinic;
/** Attorney of the office, not on the list. */
let outside: Caller;

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic('Bronx Test');
  outside = await clinic.another('attorney');
});
beforeEach(() => app.clock.set('2018-03-01T15:00:00Z'));
afterAll(() => app.stop());

const why = { purpose: 'person_detained', reason: 'Held at Varick Street since noon; Xyzzy asks for a stay.' };
const glass = (who: Caller, ref: string, body: object = why) => who.post(`/api/clients/${ref}/break-glass`, body);
const opens = async (who: Caller, id: string) => (await who.get(`/api/clients/${id}`)).status;

/** A restricted case that only the clinic's attorney is let in to. */
async function walled() {
  const { body } = await clinic.as.attorney.post('/api/clients', aClient());
  const wall = { restricted: true, allowedUserIds: [clinic.as.attorney.userId] };
  expect((await clinic.as.attorney.patch(`/api/clients/${body.id}`, 1, wall)).status).toBe(200);
  return { id: body.id as string, code: body.code as string, legalName: body.legalName as string };
}

describe('The glass of a restricted case', () => {
  it('broken by its code with a reason opens it everywhere, for four hours and to that person alone', async () => {
    const { id, code, legalName } = await walled();
    const placeId = await aPlaceId(clinic);
    const { body: appointment } = await clinic.as.attorney.post(
      `/api/clients/${id}/appointments`,
      anAppointment(placeId),
    );
    const ways = [
      `/api/clients/${id}`,
      `/api/clients/${id}/timeline`,
      `/api/clients/${id}/letters`,
      `/api/clients/${id}/summary`,
      `/api/clients/${id}/reminders`,
      `/api/appointments/${appointment.id}`,
    ];
    const seen = async (who: Caller) => {
      const statuses = new Set<number>();
      for (const path of ways) statuses.add((await who.get(path)).status);
      const { body } = await who.get(`/api/clients?q=${encodeURIComponent(code)}`);
      return [...statuses, body.items.length];
    };
    expect(await seen(outside)).toEqual([404, 0]);
    const opened = await glass(outside, code.toLowerCase());
    expect([opened.status, opened.body.clientId, opened.body.expiresAt]).toEqual([201, id, '2018-03-01T19:00:00.000Z']);
    expect(await seen(outside)).toEqual([200, 1]);
    expect(await seen(clinic.as.supervisor)).toEqual([404, 0]);
    const sheet = await outside.get('/api/appointments?from=2018-03-08&to=2018-03-08');
    expect(sheet.body.items.map((line: { legalName: string }) => line.legalName)).toContain(legalName);
    // Whoever sees the file sees who else does.
    expect((await clinic.as.attorney.get(`/api/clients/${id}`)).body.brokenGlass).toEqual([
      {
        id: opened.body.id,
        userId: outside.userId,
        userName: 'Test attorney',
        expiresAt: '2018-03-01T19:00:00.000Z',
      },
    ]);
    app.clock.advance(hours(4) - 1);
    expect(await opens(outside, id)).toBe(200);
    app.clock.advance(1);
    expect(await seen(outside)).toEqual([404, 0]);
    expect((await clinic.as.attorney.get(`/api/clients/${id}`)).body.brokenGlass).toEqual([]);
    expect((await glass(outside, id)).status).toBe(201);
  });

  it('is broken by attorneys and supervisors only, with a purpose and a reason that says something', async () => {
    const { id } = await walled();
    for (const role of ['advocate', 'accompanier', 'administrator', 'auditor'] as const)
      expect([role, (await glass(clinic.as[role], id)).status]).toEqual([role, 403]);
    for (const [field, body] of [
      ['purpose', { reason: why.reason }],
      ['purpose', { ...why, purpose: 'curiosity' }],
      ['reason', { purpose: why.purpose }],
      ['reason', { ...why, reason: 'because' }],
      ['reason', { ...why, reason: `${' '.repeat(30)}short` }],
    ] as const) {
      const { status, body: refused } = await glass(outside, id, body);
      expect([status, refused.errors[0].field]).toEqual([422, field]);
    }
    expect(await opens(outside, id)).toBe(404);
  });

  it('is as absent as its case elsewhere, and need not be broken by those who are let in', async () => {
    const { id, code } = await walled();
    const other = await app.clinic();
    for (const ref of [id, code]) expect((await glass(other.as.attorney, ref)).body.code).toBe('client.not_found');
    expect((await glass(outside, 'BT-ZZZZZ')).body.code).toBe('client.not_found');
    expect((await glass(clinic.as.attorney, id)).body).toMatchObject({ status: 409, code: 'break_glass.not_needed' });
    expect((await glass(outside, id)).status).toBe(201);
    expect((await glass(outside, id)).body.code).toBe('break_glass.not_needed');
    const { body: open } = await clinic.as.attorney.post('/api/clients', aClient());
    expect((await glass(outside, open.id)).body.code).toBe('break_glass.not_needed');
  });

  it('broken lets nobody move the wall, nor merge what is behind it', async () => {
    const { id } = await walled();
    await glass(outside, id);
    const { body: file } = await outside.get(`/api/clients/${id}`);
    for (const change of [
      { restricted: false },
      { allowedUserIds: [clinic.as.attorney.userId, outside.userId] },
      { assignedAttorneyId: outside.userId },
    ]) {
      const refused = await outside.patch(`/api/clients/${id}`, file.version, change);
      expect([refused.status, refused.body.code, refused.body.errors[0].field]).toEqual([
        403,
        'break_glass.wall',
        Object.keys(change)[0],
      ]);
    }
    const { body: open } = await outside.post('/api/clients', aClient());
    for (const [into, from] of [
      [id, open.id],
      [open.id, id],
    ])
      expect((await outside.post(`/api/clients/${into}/merge`, { otherClientId: from })).body.code).toBe(
        'break_glass.merge',
      );
    // The work itself goes on.
    const worked = await outside.patch(`/api/clients/${id}`, file.version, { county: 'kings', restricted: true });
    expect([worked.status, worked.body.county]).toEqual([200, 'kings']);
  });

  it('is whole again when two files become one', async () => {
    const [one, two] = [await walled(), await walled()];
    const mine = (await glass(outside, one.id)).body;
    await glass(outside, two.id);
    expect((await clinic.as.attorney.post(`/api/clients/${one.id}/merge`, { otherClientId: two.id })).status).toBe(200);
    expect(await opens(outside, one.id)).toBe(404);
    const { body } = await clinic.as.supervisor.get('/api/break-glass?limit=100');
    const moved = body.items.filter((grant: { clientId: string }) => grant.clientId === one.id);
    expect(moved).toHaveLength(2);
    expect(moved[1]).toMatchObject({ id: mine.id, reason: why.reason, endedBy: clinic.as.attorney.userId });
  });
});

describe('Whoever broke the glass', () => {
  it('stands in the audit with the purpose and in the list of supervisors with the reason', async () => {
    const { id, code } = await walled();
    const { body: grant } = await glass(outside, id);
    const { body: audit } = await clinic.as.auditor.get(`/api/audit-events?clientId=${id}&event=break_glass.opened`);
    expect(audit.items).toEqual([
      expect.objectContaining({
        userId: outside.userId,
        subjectId: grant.id,
        details: { purpose: 'person_detained', hours: 4 },
      }),
    ]);
    const { body } = await clinic.as.supervisor.get('/api/break-glass?reviewed=false&limit=100');
    expect(body.items).toContainEqual(
      expect.objectContaining({ id: grant.id, code, userName: 'Test attorney', ...why, reviewedAt: null }),
    );
    const [line] = (await clinic.as.auditor.get('/api/break-glass?limit=1')).body.items;
    expect([line.purpose, 'reason' in line]).toEqual(['person_detained', false]);
    // The reason tells of the case: it is sealed with the case.
    const rows = await clinic.inWork((work) => work.sql('SELECT * FROM break_glass_grants'));
    const lines = await clinic.inWork((work) => work.sql('SELECT * FROM audit_events'));
    expect(JSON.stringify([rows, lines])).not.toMatch(/Xyzzy|Varick/);
    for (const role of ['attorney', 'advocate', 'accompanier', 'administrator'] as const)
      expect([role, (await clinic.as[role].get('/api/break-glass')).status]).toEqual([role, 403]);
  });

  it('is told to every supervisor and to those whom the file lets in, who alone are told which', async () => {
    const second = await clinic.another('supervisor');
    const { id, code } = await walled();
    const { body: grant } = await glass(clinic.as.supervisor, code);
    const noticeOf = async (who: Caller) => {
      const { body } = await who.get('/api/notices?limit=100');
      return body.items.find((notice: { subjectId: string }) => notice.subjectId === grant.id);
    };
    const blank = { kind: 'break_glass', clientId: null, clientCode: null };
    for (const who of [clinic.as.supervisor, second]) expect(await noticeOf(who)).toMatchObject(blank);
    expect((await noticeOf(second)).text).not.toContain(code);
    expect(await noticeOf(clinic.as.attorney)).toMatchObject({ kind: 'break_glass', clientId: id, clientCode: code });
    for (const who of [outside, clinic.as.advocate]) expect(await noticeOf(who)).toBeUndefined();
  });

  it('has it looked into by somebody else, once', async () => {
    const { id } = await walled();
    const { body: grant } = await glass(clinic.as.supervisor, id);
    const second = await clinic.another('supervisor');
    const review = (who: Caller, finding = 'justified') => who.post(`/api/break-glass/${grant.id}/review`, { finding });
    expect((await review(clinic.as.supervisor)).body).toMatchObject({ status: 403, code: 'break_glass.own' });
    expect((await review(outside)).status).toBe(403);
    const { body } = await review(second, 'questioned');
    expect(body).toMatchObject({
      finding: 'questioned',
      reviewedBy: second.userId,
      reviewedAt: '2018-03-01T15:00:00.000Z',
    });
    expect((await review(second)).body).toMatchObject({ status: 409, code: 'break_glass.reviewed' });
    const open = (await clinic.as.supervisor.get('/api/break-glass?reviewed=true&limit=100')).body.items;
    expect(open.map((one: { id: string }) => one.id)).toEqual([grant.id]);
    const other = await app.clinic();
    expect(
      (await other.as.supervisor.post(`/api/break-glass/${grant.id}/review`, { finding: 'justified' })).status,
    ).toBe(404);
    expect((await other.as.supervisor.get('/api/break-glass')).body.items).toEqual([]);
  });

  it('is out again before the time is up, when they or a supervisor say so', async () => {
    const { id } = await walled();
    const end = (who: Caller, grant: { id: string }) => who.post(`/api/break-glass/${grant.id}/end`);
    const { body: first } = await glass(outside, id);
    expect((await end(clinic.as.attorney, first)).body.code).toBe('break_glass.not_found');
    expect((await end(outside, first)).body).toMatchObject({ endedBy: outside.userId });
    expect(await opens(outside, id)).toBe(404);
    const { body: second } = await glass(outside, id);
    expect((await end(clinic.as.supervisor, second)).body).toMatchObject({ endedBy: clinic.as.supervisor.userId });
    // Said again, it changes nothing.
    expect((await end(outside, second)).body).toMatchObject({ endedBy: clinic.as.supervisor.userId, version: 2 });
    expect(await opens(outside, id)).toBe(404);
  });
});
