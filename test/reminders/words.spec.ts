import { describe, expect, it } from '@jest/globals';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { wordingForColleague } from '../../src/reminders/wording.js';
import { type Signature, wordingForClient, type WrittenChannel } from '../../src/reminders/words/client-wording.js';
import { wrongWith } from '../../src/reminders/own-wordings.js';
import { givesAway, saysWhy } from '../../src/reminders/words/gives-away.js';
import { wordingLanguage, wordingLanguages, wordsOf } from '../../src/reminders/words/languages.js';
import { textLength } from '../../src/reminders/words/segments.js';
import { type MessageName, messageNames } from '../../src/reminders/words/words.js';

const signature: Signature = { nickname: 'Ana', callBackNumber: '+17185550100' };
const nothingSaid: Signature = { nickname: null, callBackNumber: null };
const said = (message: MessageName, language: string, channel: WrittenChannel = 'sms', by = signature) =>
  wordingForClient(message, channel, language, by).text;

/** Names of the placeholders of a message, with what they choose between. */
function placeholders(elements: MessageFormatElement[], found = new Map<string, Set<string>>()) {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag) continue;
    const options = found.get(element.value) ?? new Set<string>();
    found.set(element.value, options);
    if (element.type !== TYPE.select) continue;
    for (const [option, { value }] of Object.entries(element.options)) {
      options.add(option);
      placeholders(value, found);
    }
  }
  return found;
}

it('There are words in English, Spanish, Chinese, Bengali, Haitian Creole, Arabic, Russian and French', () => {
  expect(wordingLanguages).toEqual(['en', 'es', 'zh', 'zh-Hant', 'bn', 'ht', 'ar', 'ru', 'fr']);
});

it.each([
  ['es-MX', 'es'],
  ['zh', 'zh'],
  ['zh-CN', 'zh'],
  ['zh-TW', 'zh-Hant'],
  ['zh-Hant-HK', 'zh-Hant'],
  ['FR', 'fr'],
  ['quc', 'en'],
  [null, 'en'],
])('A person whose language is %s is written to in %s', (tag, language) => {
  expect(wordingLanguage(tag)).toBe(language);
});

describe.each(wordingLanguages)('The words in %s', (language) => {
  const words = wordsOf[language];

  it('name the placeholders that there are, in every message those that it needs', () => {
    const needed: Record<MessageName, string[]> = {
      early: ['channel', 'number', 'sign'],
      soon: ['channel', 'number', 'sign'],
      stopped: ['sign'],
      started: ['sign'],
      help: ['number', 'sign'],
    };
    const choices: Record<string, string[]> = { number: ['none', 'other'], channel: ['other', 'sms'], sign: [] };
    for (const message of messageNames) {
      const found = placeholders(parse(words[message]));
      expect([message, [...found.keys()].sort()]).toEqual([message, needed[message]]);
      for (const [name, options] of found) expect([name, [...options].sort()]).toEqual([name, choices[name]]);
    }
  });

  it('say nothing that others should not read, be it about whom, what, where or when', () => {
    for (const by of [signature, nothingSaid]) {
      for (const channel of ['sms', 'email'] as const) {
        for (const message of messageNames) {
          const { subject, text } = wordingForClient(message, channel, language, by);
          expect([message, givesAway(`${subject} ${text}`)]).toEqual([message, undefined]);
        }
      }
    }
  });

  it('begin with the nickname, and give the number to call', () => {
    for (const message of messageNames) expect(said(message, language)).toMatch(/^Ana\s?[:：]/);
    for (const message of ['early', 'soon', 'help'] as const) {
      expect(said(message, language)).toContain('+17185550100');
      expect(said(message, language, 'sms', nothingSaid)).not.toMatch(/none|null|undefined|\d/);
      expect(said(message, language, 'sms', nothingSaid).startsWith(words.sign)).toBe(true);
    }
  });

  it('say how to end text messages by one word, and mail by telling us', () => {
    for (const message of ['early', 'soon'] as const) {
      expect(said(message, language)).toContain('STOP');
      expect(said(message, language, 'email')).not.toContain('STOP');
      expect(said(message, language, 'email').length).toBeGreaterThan(said('stopped', language).length);
    }
    expect(said('stopped', language)).toContain('START');
    expect(said('started', language)).toContain('STOP');
  });

  it('tell whoever asked for it when and where, and still not what for', () => {
    expect([...placeholders(parse(words.detail)).keys()].sort()).toEqual([
      'channel',
      'day',
      'number',
      'place',
      'sign',
      'time',
    ]);
    const detail = {
      startsAt: new Date('2018-03-14T14:05:00Z'),
      zone: 'America/New_York',
      addressLines: 'ICE Field Office\n26 Federal Plaza\nNew York',
    };
    for (const channel of ['sms', 'email'] as const) {
      const { subject, text } = wordingForClient('soon', channel, language, signature, { detail });
      expect(text).toContain('26 Federal Plaza, New York');
      expect(text).toMatch(/14|১৪|١٤/);
      expect(text).toMatch(/10|১০|١٠/);
      expect(text).not.toMatch(/[\u202f\u00a0]/);
      expect(saysWhy(`${subject} ${text}`)).toBeUndefined();
      expect(text.includes('STOP')).toBe(channel === 'sms');
    }
    const nowhere = wordingForClient('early', 'sms', language, signature, {
      detail: { ...detail, addressLines: null },
    });
    expect(nowhere.text).not.toMatch(/none|Plaza|null|[,،，]\s*[.。।]/);
    expect(textLength(nowhere.text).segments).toBeLessThanOrEqual(5);
    // What comes with the program would be let through if an organisation wrote it.
    for (const name of ['subject', 'early', 'soon', 'detail'] as const)
      expect([name, wrongWith(name, words[name], language, 'Coalition Clinic')]).toEqual([name, []]);
  });

  it('are their own, and fit into five text messages', () => {
    const texts = messageNames.map((message) => said(message, language));
    if (language !== 'en')
      for (const text of texts) expect(messageNames.map((name) => said(name, 'en'))).not.toContain(text);
    expect(texts.filter((text) => textLength(text).segments > 5)).toEqual([]);
  });
});

it('Mail to colleagues gives nothing away either', () => {
  for (const language of ['en', 'es']) {
    for (const urgent of [true, false]) {
      const { subject, text } = wordingForColleague('BX-7KQ4M', language, 'https://letters.example.org', urgent);
      expect(givesAway(`${subject} ${text}`)).toBeUndefined();
    }
  }
});

describe('What gives away', () => {
  it.each([
    'Your ICE check-in',
    'Immigration appointment',
    'your Lawyer called',
    'Mañana: cita de inmigración',
    'la Migra',
    '移民局',
    'অভিবাসন অফিস',
    'randevou imigrasyon',
    'موعد دائرة الهجرة',
    'Суд завтра',
    "L'audience au tribunal",
    'at 9:30',
    'on 2018-03-08',
    'on 3/8',
  ])('is found in "%s"', (text) => {
    expect(givesAway(text)).toBeDefined();
  });

  it.each(['A nice service', 'Peticiones', 'Un juego', 'Call +17185550100', 'Рассудок', 'office', 'advice'])(
    'is not found in "%s"',
    (text) => {
      expect(givesAway(text)).toBeUndefined();
    },
  );
});

describe('Words of an organisation are refused', () => {
  const rest = '{sign}: {number, select, none {us} other {{number}}}. STOP';
  it.each([
    ['early', 'Call {number', 'wording.malformed'],
    ['early', `${rest} {day}`, 'wording.placeholder'],
    ['early', `${rest} {sign, number}`, 'wording.placeholder'],
    ['subject', 'From {sign}', 'wording.placeholder'],
    ['early', 'Call {number}. STOP', 'wording.incomplete'],
    ['detail', `${rest} {day}`, 'wording.incomplete'],
    ['soon', `${rest} Your lawyer`, 'wording.gives_away'],
    ['soon', `${rest} {channel, select, sms {} other {la migra}}`, 'wording.gives_away'],
    ['detail', `${rest} {day} {time} 移民局`, 'wording.gives_away'],
    ['early', `${rest} at 9:30`, 'wording.gives_away'],
    ['subject', 'Coalition clinic writes', 'wording.gives_away'],
    ['early', '{sign}: call {number}. STOP', 'wording.no_number'],
    ['early', '{sign}: {number, select, none {us} other {{number}}}.', 'wording.no_stop'],
    ['early', `${rest} ${'long '.repeat(160)}`, 'wording.too_long'],
  ] as const)('as %s: %s', (name, text, code) => {
    expect(wrongWith(name, text, 'en', 'Coalition Clinic').map((error) => error.code)).toEqual([code]);
  });
});

describe('The length of a text message', () => {
  it.each([
    ['a'.repeat(160), 'gsm7', 160, 1],
    ['a'.repeat(161), 'gsm7', 161, 2],
    [`${'a'.repeat(159)}€`, 'gsm7', 161, 2],
    ['a'.repeat(307), 'gsm7', 307, 3],
    ['я'.repeat(70), 'ucs2', 70, 1],
    ['я'.repeat(71), 'ucs2', 71, 2],
    [`${'a'.repeat(70)}ú`, 'ucs2', 71, 2],
    ['ñé', 'gsm7', 2, 1],
    ['😀', 'ucs2', 2, 1],
  ])('of %#', (text, encoding, units, segments) => {
    expect(textLength(text)).toEqual({ encoding, units, segments });
  });
});
