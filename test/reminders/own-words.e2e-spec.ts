import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Clinic, TestApplication } from '../support/application.js';
import { FakeClock } from '../support/clock.js';
import { aCase, anAppointment, FakeChannel, remindersOf, ring, type Shown, texted, toClient } from './world.js';

const clock = new FakeClock();
const sms = new FakeChannel();
let app: TestApplication;
let clinic: Clinic;

beforeAll(async () => {
  app = await TestApplication.start({ clock, channels: { sms } });
  clinic = await app.clinic('Coalition Clinic');
});
afterAll(() => app.stop());

const recordKeeping = { kind: 'record_keeping', givenOn: '2018-02-28' };
const previewOf = async (of: Clinic, { id }: Shown) => (await of.as.attorney.get(`/api/reminders/${id}/preview`)).body;
const owedTo = async (of: Clinic, clientId: string) =>
  toClient(await remindersOf(of, clientId, '&state=scheduled')).filter(({ offset }) => offset === 'P1D');

/** A case with an appointment on Wednesday 14 March 2018, 10:00 in New York, at a place with this address. */
async function aCaseAt(of: Clinic, addressLines: string | null) {
  clock.set('2018-03-12T15:00:00Z');
  const file = await aCase(of);
  await of.inWork((work) =>
    work.execute('UPDATE places SET address_lines = $1 WHERE id = $2', [addressLines, file.placeId]),
  );
  await anAppointment(of, file);
  return file;
}

describe('A person who asks to be told when and where', () => {
  it('is, from the consent on until it is withdrawn, and in no message is it said what for', async () => {
    const { clientId, version } = await aCaseAt(clinic, 'Immigration Court, 12th floor\n201 Varick Street\nNew York');
    const [neutral, ...others] = await owedTo(clinic, clientId);
    expect([neutral!.content, others]).toEqual(['neutral', []]);
    expect((await previewOf(clinic, neutral!)).text).not.toMatch(/Varick|10:00|March/);

    const consent = { kind: 'message_detail', givenOn: '2018-03-12', how: 'spoken_in_person' };
    const takenBy = clinic.as.attorney.userId;
    const given = await clinic.as.attorney.patch(`/api/clients/${clientId}`, version, {
      consents: [recordKeeping, { ...consent, takenBy }],
    });
    expect(given.status).toBe(200);
    const [detailed] = await owedTo(clinic, clientId);
    expect(detailed).toMatchObject({ content: 'detail', dueAt: neutral!.dueAt });
    const shown = await previewOf(clinic, detailed!);
    expect(shown.text).toContain('on Wednesday, March 14 at 10:00 AM, 201 Varick Street, New York.');
    expect(shown.text).not.toMatch(/immigration|court|Test Person|\bICE\b/i);
    expect(shown.length).toMatchObject({ encoding: 'gsm7' });

    // The wall of another organisation, and another file of this one, stay as they were.
    const quiet = await aCaseAt(clinic, '201 Varick Street');
    expect((await owedTo(clinic, quiet.clientId))[0]).toMatchObject({ content: 'neutral' });

    clock.set(detailed!.dueAt);
    await ring(app, clinic, detailed!.id);
    expect(sms.of(detailed!.id)).toEqual([expect.objectContaining({ text: shown.text })]);
  });

  it('is told nothing more once the consent is withdrawn, also where it was withdrawn past the records', async () => {
    const { clientId, version } = await aCaseAt(clinic, null);
    const consent = { kind: 'message_detail', givenOn: '2018-03-12', takenBy: clinic.as.attorney.userId };
    const given = await clinic.as.attorney.patch(`/api/clients/${clientId}`, version, {
      consents: [recordKeeping, consent],
    });
    const [detailed] = await owedTo(clinic, clientId);
    expect((await previewOf(clinic, detailed!)).text).toMatch(/at 10:00 AM\. If/);
    await clinic.as.attorney.patch(`/api/clients/${clientId}`, given.body.version, {
      consents: [recordKeeping, { ...consent, withdrawnOn: '2018-03-12' }],
    });
    const [again] = await owedTo(clinic, clientId);
    expect(again).toMatchObject({ content: 'neutral' });
    // As an import would write it, without asking anybody to derive.
    const consents = JSON.stringify([recordKeeping, consent]);
    await clinic.inWork((work) =>
      work.execute('UPDATE clients SET consents = $1::jsonb WHERE id = $2', [consents, clientId]),
    );
    clock.set(again!.dueAt);
    await ring(app, clinic, again!.id);
    expect(sms.of(again!.id)).toEqual([]);
    const [third] = await owedTo(clinic, clientId);
    expect(third).toMatchObject({ content: 'detail' });
  });
});

describe('An organisation', () => {
  const early = '{sign} here: please call {number, select, none {us} other {{number}}} soon. STOP ends this.';
  const wording = { kind: 'ice_appointment', language: 'en', subject: 'Hello', soon: early };

  it('words its messages itself, by kind and language, and what it leaves out is as it was', async () => {
    const before = await clinic.as.supervisor.get('/api/reminder-wordings');
    expect(before.body.items).toHaveLength(18);
    expect((await clinic.as.attorney.get('/api/reminder-wordings')).status).toBe(403);
    const put = await clinic.as.administrator.put('/api/reminder-wordings', wording, { 'if-match': '"0"' });
    expect(put.status).toBe(200);
    const soon = put.body.texts.find(({ name }: { name: string }) => name === 'soon');
    expect(soon).toMatchObject({
      own: early,
      example: 'Your appointment service here: please call us soon. STOP ends this.',
      length: { encoding: 'gsm7', segments: 1, units: 67 },
    });
    expect(put.body.texts.find(({ name }: { name: string }) => name === 'early').own).toBeNull();

    const { clientId } = await aCaseAt(clinic, null);
    const [reminder] = await owedTo(clinic, clientId);
    const shown = await previewOf(clinic, reminder!);
    expect(shown).toMatchObject({ subject: 'Hello', text: soon.example });
    clock.set(reminder!.dueAt);
    await ring(app, clinic, reminder!.id);
    expect(sms.of(reminder!.id)).toEqual([expect.objectContaining({ subject: 'Hello', text: soon.example })]);

    // Nobody else's, and no other language.
    const other = await app.clinic();
    const theirs = await aCaseAt(other, null);
    expect((await previewOf(other, (await owedTo(other, theirs.clientId))[0]!)).text).toMatch(
      /what we planned together/,
    );
    clock.set('2018-03-12T15:00:00Z');
    const spanish = await aCase(clinic, { ...texted, language: 'es' });
    await anAppointment(clinic, spanish);
    expect((await previewOf(clinic, (await owedTo(clinic, spanish.clientId))[0]!)).text).toMatch(/planeamos juntos/);

    const audit = await clinic.as.auditor.get('/api/audit-events?event=reminder_wording.changed');
    expect(audit.body.items[0].details).toEqual({ kind: 'ice_appointment', fields: ['subject', 'soon'] });

    const back = await clinic.as.supervisor.put(
      '/api/reminder-wordings',
      { kind: 'ice_appointment', language: 'en' },
      { 'if-match': '"1"' },
    );
    expect([back.status, back.body.version]).toEqual([200, 2]);
    const usual = toClient(await remindersOf(clinic, clientId)).find(({ offset }) => offset === 'PT2H');
    expect((await previewOf(clinic, usual!)).text).toMatch(/what we planned together/);
  });

  it('signs with no nickname that gives away what it does, nor with its name', async () => {
    const call = async (nickname: string | null) => {
      const { version } = (await clinic.as.administrator.get('/api/organization')).body;
      const { status, body } = await clinic.as.administrator.patch('/api/organization', version, { nickname });
      return [
        status,
        ...((body.errors ?? []) as { field: string; code: string }[]).flatMap(({ field, code }) => [field, code]),
      ];
    };
    for (const nickname of ['Immigration Help', 'Los abogados', 'coalition clinic', 'The Coalition Clinic'])
      expect(await call(nickname)).toEqual([422, 'nickname', 'wording.gives_away']);
    expect((await clinic.as.administrator.get('/api/organization')).body.nickname).toBeNull();
    expect(await call('Ana')).toEqual([200]);
    expect(await call(null)).toEqual([200]);
  });

  it('is told to say what people read where place or number is not known, and that STOP ends it in every case', async () => {
    const number = '{number, select, none {us} other {{number}}}';
    const codesOf = async (detail: string) => {
      const { body } = await clinic.as.supervisor.post('/api/reminder-wordings/preview', {
        ...wording,
        detail: `{sign}: {day} {time}${detail}`,
      });
      return ((body.errors ?? []) as { code: string }[]).map(({ code }) => code);
    };
    expect(await codesOf(`, {place}. Call ${number}. STOP`)).toEqual(['wording.no_place']);
    expect(await codesOf(`{place, select, none { at {place}} other {}}. Call ${number}. STOP`)).toEqual([
      'wording.no_place',
    ]);
    expect(await codesOf('. Tel{number}. STOP')).toEqual(['wording.no_number']);
    expect(await codesOf('. Call {number, select, none {us} other {{number}, or reply STOP}}.')).toEqual([
      'wording.no_stop',
    ]);
    expect(await codesOf(`{place, select, none {} other { at {place}}}. None of us? Call ${number}. STOP`)).toEqual([]);
  });

  it('is told what is wrong with its words, and by which version it is behind', async () => {
    const send = (body: object, version: string) =>
      clinic.as.supervisor.put(
        '/api/reminder-wordings',
        { ...wording, kind: 'court_date', ...body },
        { 'if-match': version },
      );
    const wrong = await send({ soon: '{sign}: your lawyer at {number}. STOP', subject: 'Coalition Clinic' }, '"0"');
    expect(wrong.status).toBe(422);
    expect(wrong.body.errors.map(({ field, code }: { field: string; code: string }) => [field, code])).toEqual([
      ['subject', 'wording.gives_away'],
      ['soon', 'wording.gives_away'],
    ]);
    expect((await send({ language: 'xx' }, '"0"')).status).toBe(422);
    const preview = (body: object) =>
      clinic.as.administrator.post('/api/reminder-wordings/preview', { ...wording, kind: 'court_date', ...body });
    expect((await preview({ soon: 'Please come.' })).body.errors).toEqual([
      expect.objectContaining({ field: 'soon', code: 'wording.incomplete' }),
    ]);
    const { status, body } = await preview({});
    expect([status, body.version]).toEqual([200, 0]);
    expect(body.texts).toContainEqual(
      expect.objectContaining({ name: 'soon', example: expect.stringContaining('please call us soon') }),
    );
    const { items } = (await clinic.as.supervisor.get('/api/reminder-wordings')).body;
    const saved = items.find((one: typeof wording) => one.kind === 'court_date' && one.language === 'en');
    expect(saved).toMatchObject({
      version: 0,
      texts: expect.arrayContaining([expect.objectContaining({ own: null })]),
    });
    expect((await send({}, '"3"')).status).toBe(412);
    expect((await send({}, '"0"')).status).toBe(200);
    expect((await send({}, '"0"')).status).toBe(412);
  });
});
