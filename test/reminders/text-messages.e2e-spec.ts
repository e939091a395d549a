import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RedactionService } from '../../src/reminders/redaction.service.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { FakeClock, minutes } from '../support/clock.js';
import type { Provider } from '../support/provider.js';
import { publicUrl, signature, Twilio } from './twilio.js';
import { aCase, anAppointment, remindersOf, ring, type Shown, texted, toClient } from './world.js';

const due = '2018-03-13T22:00:00.000Z';

const clock = new FakeClock();
let twilio: Twilio;
let provider: Provider;
let app: TestApplication;
let clinic: Clinic;
let other: Clinic;
let numbers = 0;

beforeAll(async () => {
  twilio = await Twilio.start();
  provider = twilio.provider;
  app = await TestApplication.start({ clock, environment: twilio.environment });
  [clinic, other] = [await app.clinic('Bronx Immigration Law'), await app.clinic('Deportation Defense')];
});
afterAll(async () => {
  await app.stop();
  await twilio.stop();
});
beforeEach(() => {
  clock.set('2018-03-12T15:00:00Z');
  twilio.forget();
});

const report = (path: string, form: Record<string, string>, signed?: string) => twilio.reports(app, path, form, signed);
const says = (from: string, text: string, id?: string) => twilio.says(app, from, text, id);

const receipt = (reminder: Shown, form: Record<string, string>, of = clinic) =>
  report(`/api/webhooks/twilio/receipts/${of.id}/${reminder.id}`, form);

const aNumber = () => `+1718555${String(2000 + (numbers += 1))}`;

interface Owed {
  clientId: string;
  code: string;
  phone: string;
  reminder: Shown;
  appointmentId: string;
}

async function owed(of = clinic, person: object = {}): Promise<Owed> {
  const phone = aNumber();
  const file = await aCase(of, { ...texted, phone, ...person });
  const { id: appointmentId } = await anAppointment(of, file);
  return { ...file, phone, appointmentId, reminder: await dayBefore(file.clientId, of) };
}

/** The reminder a day before that is still owed, else the last. */
async function dayBefore(clientId: string, of = clinic): Promise<Shown> {
  const all = toClient(await remindersOf(of, clientId)).filter(({ offset }) => offset === 'P1D');
  return all.find(({ state }) => state === 'scheduled') ?? all.at(-1)!;
}

const at = async ({ id }: Shown, of = clinic) => (await of.as.attorney.get(`/api/reminders/${id}`)).body;
const notices = async (kind: string, subjectId: string, of = clinic) =>
  (await of.as.attorney.get('/api/notices?limit=100')).body.items.filter(
    (one: { kind: string; subjectId: string }) => one.kind === kind && one.subjectId === subjectId,
  ).length;
const audited = async (event: string, subjectId: string) =>
  (await clinic.as.auditor.get(`/api/audit-events?event=${event}&limit=100`)).body.items.filter(
    (line: { subjectId: string }) => line.subjectId === subjectId,
  );

/** Sent by text message; answers what Twilio calls it. */
async function sentOne(of = clinic, person: object = {}): Promise<Owed & { sid: string }> {
  const one = await owed(of, person);
  clock.set(due);
  await ring(app, of, one.reminder.id);
  const { state, providerId } = await at(one.reminder, of);
  expect(state).toBe('sent');
  return { ...one, sid: providerId };
}

describe('A report that Twilio did not sign', () => {
  it('is refused, and changes nothing', async () => {
    const { reminder, sid, phone } = await sentOne();
    const path = `/api/webhooks/twilio/receipts/${clinic.id}/${reminder.id}`;
    const form = { MessageSid: sid, MessageStatus: 'delivered' };
    for (const wrong of ['', 'bm8=', signature(path, { ...form, MessageStatus: 'failed' }), signature('/api', form)]) {
      const { status, body } = await report(path, form, wrong);
      expect([status, body.code]).toEqual([403, 'webhook.not_signed']);
    }
    expect((await at(reminder)).state).toBe('sent');
    const stop = { MessageSid: 'SMx', From: phone, Body: 'STOP' };
    expect((await report('/api/webhooks/twilio/messages', stop, 'bm8=')).status).toBe(403);
    expect((await app.anonymous.post('/api/webhooks/gateway/messages').send({})).status).toBe(404);
  });

  it('cannot be a form anywhere else', async () => {
    const { status } = await app.anonymous.post('/api/auth/login').type('form').send({ email: 'a@example.org' });
    expect(status).toBe(415);
  });
});

describe('A receipt', () => {
  it('says that a reminder arrived, whatever is reported after it; then its words are forgotten', async () => {
    // What others were sent is forgotten before.
    clock.set('2018-04-01T15:00:00Z');
    await app.app.get(RedactionService).redact();
    clock.set('2018-03-12T15:00:00Z');
    const { reminder, sid } = await sentOne();
    const asked = new URLSearchParams(provider.heard.at(-1)!.body).get('StatusCallback');
    expect(asked).toBe(`${publicUrl}/api/webhooks/twilio/receipts/${clinic.id}/${reminder.id}`);
    for (const MessageStatus of ['sent', 'delivered', 'delivered', 'sent', 'failed'])
      expect((await receipt(reminder, { MessageSid: sid, MessageStatus })).status).toBe(204);
    expect(await at(reminder)).toMatchObject({ state: 'delivered', providerId: sid, lastErrorCode: null });
    expect(await audited('reminder.delivered', reminder.id)).toHaveLength(1);
    provider.forget();
    provider.replies.push({ status: 503 });
    await app.app.get(RedactionService).redact();
    clock.advance(minutes(15));
    await app.app.get(RedactionService).redact();
    await app.app.get(RedactionService).redact();
    const path = `/2010-04-01/Accounts/${twilio.environment.TWILIO_ACCOUNT_SID}/Messages/${sid}.json`;
    const asks = provider.heard.filter((heard) => heard.path === path);
    expect(asks.map(({ body }) => body)).toEqual(['Body=', 'Body=']);
  });

  it.each([
    ['30003', 'failed'],
    ['30007', 'carrier_blocked'],
  ])('that says it did not arrive (%s) makes it %s; staff are told and the next way is taken', async (code, state) => {
    const { reminder, sid, clientId, appointmentId } = await sentOne(clinic, { email: 'someone@example.org' });
    await receipt(reminder, { MessageSid: sid, MessageStatus: 'undelivered', ErrorCode: code });
    expect(await at(reminder)).toMatchObject({ state, lastErrorCode: `sms.${code}` });
    expect(await notices('delivery_failed', appointmentId)).toBe(1);
    const next = await dayBefore(clientId);
    expect(next).toMatchObject({ channel: 'email', state: 'scheduled', dueAt: due });
    await ring(app, clinic, next.id);
    expect((await at(next)).state).toBe('sent');
    await receipt(reminder, { MessageSid: sid, MessageStatus: 'undelivered', ErrorCode: code });
    expect(await notices('delivery_failed', appointmentId)).toBe(1);
  });

  it('of an earlier try says nothing about a later one', async () => {
    const { reminder } = await sentOne();
    await receipt(reminder, { MessageSid: 'SMearlier', MessageStatus: 'failed', ErrorCode: '30003' });
    expect((await at(reminder)).state).toBe('sent');
  });

  it('tells what became of a message that Twilio had not answered', async () => {
    const one = await owed();
    clock.set(due);
    provider.replies.push({ status: 504 });
    await ring(app, clinic, one.reminder.id);
    expect((await at(one.reminder)).state).toBe('unconfirmed');
    await receipt(one.reminder, { MessageSid: 'SMlate', MessageStatus: 'delivered' });
    expect(await at(one.reminder)).toMatchObject({ state: 'delivered', providerId: 'SMlate' });
  });

  it('names organisation and reminder; for another organisation nothing is taken', async () => {
    const { reminder, sid } = await sentOne();
    expect((await receipt(reminder, { MessageSid: sid, MessageStatus: 'delivered' }, other)).status).toBe(204);
    expect((await at(reminder)).state).toBe('sent');
  });
});

describe('STOP', () => {
  it('ends text messages to the number at once, in every case file and organisation, those to come as well', async () => {
    const clinic = await app.clinic();
    const one = await owed(clinic);
    const [same, theirs] = [await owed(clinic, { phone: one.phone }), await owed(other, { phone: one.phone })];
    const bystander = await owed(clinic);
    const { status, text } = await says(one.phone, ' Stop ');
    expect([status, text]).toEqual([200, '<?xml version="1.0" encoding="UTF-8"?><Response></Response>']);
    for (const [file, of] of [
      [one, clinic],
      [same, clinic],
      [theirs, other],
    ] as const) {
      expect((await at(file.reminder, of)).state).toBe('opted_out');
      expect(await dayBefore(file.clientId, of)).toMatchObject({ channel: 'voice_task', state: 'scheduled' });
      expect(await notices('texts_stopped', file.clientId, of)).toBe(1);
    }
    expect((await at(bystander.reminder, clinic)).state).toBe('scheduled');
    const later = await owed(other, { phone: one.phone });
    expect(later.reminder.channel).toBe('voice_task');
    const { body: audit } = await clinic.as.auditor.get('/api/audit-events?event=texts.stopped&limit=1');
    expect(audit.items[0].details).toEqual({ count: 2 });
    for (const each of [clinic, other]) {
      const rows = await each.inWork((work) => work.sql('SELECT t::text AS row FROM text_stops t'));
      expect(JSON.stringify(rows)).not.toContain(one.phone.slice(1));
    }
  });

  it('is undone by START, and by nothing that is played again', async () => {
    const one = await owed();
    await says(one.phone, 'STOP', 'SMstop');
    clock.advance(minutes(1));
    await says(one.phone, 'START', 'SMstart');
    expect(await dayBefore(one.clientId)).toMatchObject({ channel: 'sms', state: 'scheduled' });
    expect(await notices('texts_started', one.clientId)).toBe(1);
    clock.advance(minutes(1));
    await says(one.phone, 'STOP', 'SMstop');
    expect((await dayBefore(one.clientId)).channel).toBe('sms');
    await says(one.phone, 'alto', 'SMalto');
    clock.advance(minutes(1));
    await says(one.phone, 'START', 'SMstart');
    expect((await dayBefore(one.clientId)).channel).toBe('voice_task');
    clock.set(due);
    await ring(app, clinic, (await dayBefore(one.clientId)).id);
    expect(provider.heard).toEqual([]);
  });

  it('holds in an organisation made after it, which learns of it as from the carrier, and of nobody else', async () => {
    const one = await owed();
    await says(one.phone, 'STOP');
    const later = await app.clinic();
    const [same, bystander] = [await owed(later, { phone: one.phone }), await owed(later)];
    clock.set(due);
    for (const { reminder } of [same, bystander]) await ring(app, later, reminder.id);
    expect(twilio.writtenTo).toEqual([bystander.phone]);
    expect(await at(same.reminder, later)).toMatchObject({ state: 'opted_out', lastErrorCode: 'sms.opted_out' });
    expect(await dayBefore(same.clientId, later)).toMatchObject({ channel: 'voice_task', state: 'scheduled' });
    expect(await notices('texts_stopped', same.clientId, later)).toBe(1);
    expect((await at(bystander.reminder, later)).state).toBe('sent');
    clock.advance(minutes(1));
    await says(one.phone, 'START');
    expect(await dayBefore(same.clientId, later)).toMatchObject({ channel: 'sms', state: 'scheduled' });
  });

  it('that only the carrier has heard holds as well: the message it refuses goes another way', async () => {
    const one = await owed();
    clock.set(due);
    provider.replies.push({ status: 400, body: { code: 21610, status: 400 } });
    await ring(app, clinic, one.reminder.id);
    expect(await at(one.reminder)).toMatchObject({ state: 'opted_out', lastErrorCode: 'sms.21610' });
    expect(await dayBefore(one.clientId)).toMatchObject({ channel: 'voice_task', state: 'scheduled' });
    expect((await owed(clinic, { phone: one.phone })).reminder.channel).toBe('voice_task');
  });

  it.each(['ALTO', 'no más', '停止', '退訂', 'বন্ধ করুন', 'sispann', 'توقف', 'إلغاء', 'Стоп!', 'arrêter'])(
    'is understood as "%s", and confirmed',
    async (word) => {
      const one = await owed(clinic, { language: 'es' });
      const { text } = await says(one.phone, word);
      expect(text).toContain('<Message>Su servicio de citas: No recibirá más mensajes nuestros.');
      expect((await at(one.reminder)).state).toBe('opted_out');
    },
  );
});

describe('Whoever asks for help', () => {
  const answerTo = async (from: string, text: string) =>
    /<Message>(.*)<\/Message>/.exec((await says(from, text)).text)?.[1];

  it('is answered in neutral words, in their language, by the organisation that knows them', async () => {
    const clinic = await app.clinic();
    const { body } = await clinic.as.administrator.get('/api/organization');
    const changes = { nickname: 'Ana & Co', callBackNumber: '+17185550199' };
    await clinic.as.administrator.patch('/api/organization', body.version, changes);
    const one = await owed(clinic, { language: 'ht' });
    expect(await answerTo(one.phone, 'èd')).toMatch(/^Ana &amp; Co: Pèsòn pa li .*\+17185550199/);
    await owed(other, { phone: one.phone, language: 'ht' });
    expect(await answerTo(one.phone, 'AYUDA')).toMatch(/^Sèvis randevou w: /);
  });

  it('is answered in the language of the word where the number is in no file, or in files of several languages', async () => {
    const stranger = aNumber();
    expect(await answerTo(stranger, '¡Ayuda!')).toMatch(/^Su servicio de citas: /);
    const shared = await owed(clinic, { language: 'en' });
    await owed(clinic, { phone: shared.phone, language: 'ru' });
    expect(await answerTo(shared.phone, 'помощь')).toMatch(/: Сообщения/);
    expect(await answerTo(shared.phone, 'Who is this?')).toMatch(/: Nobody reads/);
  });

  it('and whoever writes anything else learns that nobody reads it; but a machine is not answered for ever', async () => {
    const stranger = aNumber();
    const answers: (string | undefined)[] = [];
    for (const text of ['Can I come tomorrow?', 'please help me', 'hello', 'hello', 'hello'])
      answers.push(await answerTo(stranger, text));
    expect(answers).toEqual([
      ...Array<unknown>(3).fill(expect.stringMatching(/^Your appointment service: Nobody reads/)),
      undefined,
      undefined,
    ]);
  });
});
