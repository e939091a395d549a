import { describe, expect, it } from '@jest/globals';
import { wordingLanguages } from '../../src/reminders/words/languages.js';
import type { Caller } from '../support/application.js';
import { aSendingWorld } from './sending-world.js';
import { aCase, anAppointment, comesAlong, remindersOf, type Shown, sweep, texted, toClient } from './world.js';

const world = aSendingWorld();
const { clock, sms, email, ring } = world;

interface Preview {
  language: string;
  subject: string;
  text: string;
  length: { encoding: string; units: number; segments: number } | null;
}
const previewOf = async (who: Caller, id: string) => (await who.get(`/api/reminders/${id}/preview`)).body as Preview;

/** The alphabet of phones (GSM 03.38), and what takes two places of it. */
const plain = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]$/;
const double = /^[\^{}\\[~\]|€]$/;

/** Length of a text message, counted by hand from the standard. */
function counted(text: string) {
  const characters = [...text];
  const isPlain = characters.every((one) => plain.test(one) || double.test(one));
  const units = isPlain ? characters.reduce((sum, one) => sum + (double.test(one) ? 2 : 1), 0) : text.length;
  const [alone, of] = isPlain ? [160, 153] : [70, 67];
  return { encoding: isPlain ? 'gsm7' : 'ucs2', units, segments: units <= alone ? 1 : Math.ceil(units / of) };
}

const kinds = [
  ['ice_appointment', 'call_in_letter'],
  ['court_date', 'master_calendar'],
] as const;
const own = (language: string) => ({
  subject: `Hola ${language}`,
  early: '{sign} ¡early! {number, select, none {us} other {{number}}} {channel, select, sms {STOP} other {-}}',
  soon: '{sign} soon [€]: {number, select, none {us} other {{number}}}. STOP',
  detail:
    '{sign}: {day}, {time}{place, select, none {} other { @ {place}}}; {number, select, none {us} other {{number}}} STOP',
});

/** Everything that one person is owed, previewed now and sent at its time. */
async function previewedAndSent(of: { clientId: string }): Promise<[Shown, Preview][]> {
  const owed = toClient(await remindersOf(world.clinic, of.clientId, '&state=scheduled'));
  const shown: [Shown, Preview][] = [];
  for (const one of owed) {
    shown.push([one, await previewOf(world.clinic.as.attorney, one.id)]);
    clock.set(one.dueAt);
    await ring(one.id);
  }
  return shown;
}

describe('What is shown of a reminder to a client', () => {
  for (const words of ['the program', 'the organisation'] as const)
    it(`is to the letter what goes out, of each kind, way, language and content, in words of ${words}`, async () => {
      await world.clinic.as.administrator.patch(
        '/api/organization',
        (await world.clinic.as.administrator.get('/api/organization')).body.version,
        {
          nickname: words === 'the program' ? 'Ana' : null,
          callBackNumber: words === 'the program' ? null : '+17185550100',
        },
      );
      if (words === 'the organisation')
        for (const [kind] of kinds)
          for (const language of wordingLanguages) {
            const put = await world.clinic.as.administrator.put(
              '/api/reminder-wordings',
              { kind, language, ...own(language) },
              { 'if-match': '"0"' },
            );
            expect([put.status, put.body.errors]).toEqual([200, undefined]);
          }
      for (const [at, language] of wordingLanguages.entries())
        for (const [channel, reached] of [
          ['sms', texted],
          ['email', { email: 'test.person@example.org', channel: 'email' }],
        ] as const)
          for (const content of ['neutral', 'detail']) {
            const [kind, appointment] = kinds[at % 2]!;
            clock.set('2018-03-05T15:00:00Z');
            const consents = [
              { kind: 'record_keeping', givenOn: '2018-02-28' },
              ...(content === 'detail'
                ? [{ kind: 'message_detail', givenOn: '2018-03-01', takenBy: world.clinic.as.attorney.userId }]
                : []),
            ];
            const file = await aCase(world.clinic, { ...reached, language, consents });
            await world.clinic.inWork((work) =>
              work.execute('UPDATE places SET address_lines = $1 WHERE id = $2', ['5 Elm St\nNew York', file.placeId]),
            );
            await anAppointment(world.clinic, file, { kind: appointment });
            const all = await previewedAndSent(file);
            expect(all).toHaveLength(4);
            for (const [reminder, { subject, text, length, language: spoken }] of all) {
              expect(reminder).toMatchObject({ kind, channel, content, language });
              const sent = (channel === 'sms' ? sms : email).of(reminder.id);
              expect(sent).toEqual([expect.objectContaining({ subject, text })]);
              expect(spoken).toBe(language);
              expect(length).toEqual(channel === 'sms' ? counted(text) : null);
              expect(text.includes('STOP')).toBe(
                channel === 'sms' || (words === 'the organisation' && !text.includes('early')),
              );
              expect(text).not.toMatch(/none|[{}]/);
            }
          }
    });
});

describe('What is shown where somebody of the staff is to call', () => {
  it('is what they find, in their language and not in that of whom they call', async () => {
    clock.set('2018-03-05T15:00:00Z');
    const [caller, asking] = [await world.clinic.another('attorney'), world.clinic.as.supervisor];
    const speak = async (who: Caller, language: string) => {
      const { version } = (await who.get('/api/auth/me')).body;
      expect((await who.patch('/api/auth/me', version, { language })).status).toBe(200);
    };
    for (const [spoken, client] of [
      ['es', 'en'],
      ['en', 'es'],
      ['es', 'zh'],
    ] as const) {
      clock.set('2018-03-05T15:00:00Z');
      await speak(caller, spoken);
      await speak(asking, spoken === 'es' ? 'en' : 'es');
      const file = await aCase(world.clinic, {
        channel: 'voice',
        language: client,
        assignedAttorneyId: caller.userId,
      });
      await anAppointment(world.clinic, file);
      const [first] = toClient(await remindersOf(world.clinic, file.clientId));
      expect(first!.channel).toBe('voice_task');
      const shown = await previewOf(asking, first!.id);
      clock.set(first!.dueAt);
      await ring(first!.id);
      const { items } = (await caller.get('/api/notices?unread=true')).body as {
        items: { id: string; text: string }[];
      };
      expect(items.find(({ id }) => id === first!.id)?.text).toBe(shown.text);
      expect(shown).toMatchObject({ language: spoken, subject: '', length: null });
    }
  });

  it('comes to whoever wrote the appointment down where nobody is assigned, also when the sweep made it', async () => {
    clock.set('2018-03-05T15:00:00Z');
    const { advocate, supervisor } = world.clinic.as;
    const { body: file } = await advocate.post('/api/clients', { legalName: 'Test Person', channel: 'voice' });
    const { placeId } = await aCase(world.clinic);
    const made = await advocate.post(`/api/clients/${file.id}/appointments`, {
      kind: 'call_in_letter',
      startsAt: '2018-03-14T14:00:00Z',
      placeId,
    });
    expect(made.status).toBe(201);
    const { body: plan } = await supervisor.get('/api/reminder-plan');
    const rules = plan.rules.map((rule: { kind: string; to: string }) =>
      rule.kind === 'ice_appointment' && rule.to === 'client' ? { ...rule, offsets: ['P3D'] } : rule,
    );
    await supervisor.put(
      '/api/reminder-plan',
      { quietHours: plan.quietHours, rules },
      { 'if-match': `"${plan.version}"` },
    );
    await sweep(world.app);
    const [only] = toClient(await remindersOf(world.clinic, file.id, '&state=scheduled'));
    expect(only!.offset).toBe('P3D');
    clock.set(only!.dueAt);
    await ring(only!.id);
    const found = async (who: Caller) =>
      ((await who.get('/api/notices?limit=100')).body.items as { id: string }[]).some(({ id }) => id === only!.id);
    expect([await found(advocate), await found(supervisor)]).toEqual([true, false]);
  });
});

describe('What is shown of a reminder to a colleague', () => {
  it('is to the letter what goes out to their mailbox, and what stands in the application', async () => {
    clock.set('2018-03-05T15:00:00Z');
    const { accompanier, attorney } = world.clinic.as;
    for (const language of ['en', 'es']) {
      clock.set('2018-03-05T15:00:00Z');
      for (const who of [accompanier, attorney]) {
        const { version } = (await who.get('/api/auth/me')).body;
        await who.patch('/api/auth/me', version, { language });
      }
      const file = await aCase(world.clinic);
      const { id } = await anAppointment(world.clinic, file);
      await comesAlong(world.clinic, id, accompanier.userId);
      const reminders = await remindersOf(world.clinic, file.clientId, '&state=scheduled');
      const mail = reminders.find(({ channel, recipientType }) => channel === 'email' && recipientType === 'user')!;
      const notice = reminders.find(({ kind }) => kind === 'packet_prepare')!;
      const [inMail, inApp] = [await previewOf(attorney, mail.id), await previewOf(attorney, notice.id)];
      for (const one of [notice, mail]) {
        clock.set(one.dueAt);
        await ring(one.id);
      }
      const { subject, text } = inMail;
      expect(email.of(mail.id)).toEqual([expect.objectContaining({ subject, text })]);
      const { items } = (await attorney.get('/api/notices?limit=100')).body as {
        items: { id: string; text: string }[];
      };
      expect(items.find(({ id: one }) => one === notice.id)?.text).toBe(inApp.text);
      expect([inMail.language, inApp.language]).toEqual([language, language]);
    }
  });
});
