import { type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import type { FieldError } from '../platform/http/problem.js';
import { messageAt, type OwnWords, type Signature, wordingForClient } from './words/client-wording.js';
import { givesAway, saysWhy } from './words/gives-away.js';
import type { WordingLanguage } from './words/languages.js';
import { textLength } from './words/segments.js';
import type { Detail } from './words/when-and-where.js';

/** Kinds of reminder that clients are written to about. */
export const wordedKinds = ['ice_appointment', 'court_date'] as const;
export type WordedKind = (typeof wordedKinds)[number];

/** What an organisation may put into words of its own. */
export const ownTextNames = ['subject', 'early', 'soon', 'detail'] as const;
export type OwnTextName = (typeof ownTextNames)[number];

const usual = ['sign', 'number', 'channel'];
const placeholdersOf: Record<OwnTextName, { may: string[]; must: string[] }> = {
  subject: { may: [], must: [] },
  early: { may: usual, must: ['sign', 'number'] },
  soon: { may: usual, must: ['sign', 'number'] },
  detail: { may: [...usual, 'day', 'time', 'place'], must: ['sign', 'number', 'day', 'time'] },
};
const mostSegments = 5;
const somewhere: Detail = {
  startsAt: new Date('2018-03-14T14:00:00Z'),
  zone: 'America/New_York',
  addressLines: '1 Example Street',
};
const offsets = { subject: 'P7D', early: 'P7D', soon: 'PT2H', detail: 'PT2H' };

/** A message as it would go out, about an appointment that there is not. */
export function exampleOf(
  name: OwnTextName,
  own: OwnWords,
  language: WordingLanguage,
  signature: Signature,
  channel: 'sms' | 'email' = 'sms',
): string {
  const detail = name === 'detail' ? somewhere : undefined;
  const { subject, text } = wordingForClient(messageAt(offsets[name]), channel, language, signature, { own, detail });
  return name === 'subject' ? subject : text;
}

/** What is wrong with a text of an organisation's own; nothing where it may be sent. */
export function wrongWith(
  name: OwnTextName,
  text: string,
  language: WordingLanguage,
  organizationName: string,
): FieldError[] {
  const wrong = (code: string, message: string): FieldError[] => [{ field: name, code: `wording.${code}`, message }];
  let elements: MessageFormatElement[];
  try {
    elements = new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst();
  } catch {
    return wrong('malformed', 'This is no ICU message. Check the braces.');
  }
  const { may, must } = placeholdersOf[name];
  const { names, literals, foreign } = partsOf(elements);
  const unknown = [...names].filter((one) => !may.includes(one));
  if (foreign || unknown.length > 0)
    return wrong('placeholder', `Placeholders here: ${may.map((one) => `{${one}}`).join(', ') || 'none'}; and select.`);
  const missing = must.filter((one) => !names.has(one));
  if (missing.length > 0) return wrong('incomplete', `Put in: ${missing.map((one) => `{${one}}`).join(', ')}.`);
  const telling = givesAway(literals) ?? saysWhy(text);
  if (telling) return wrong('gives_away', `Leave this out, others may read it: ${telling}.`);
  if (literals.toLowerCase().includes(organizationName.toLowerCase()))
    return wrong('gives_away', 'Leave out the name of the organisation; {sign} is its nickname.');
  return name === 'subject' ? [] : wrongAsSent(name, text, elements, language, wrong);
}

/** What is wrong with how an organisation wants to be called in every message; nothing where it may be read by others. */
export function wrongNickname(nickname: string, organizationName: string): FieldError[] {
  const telling = givesAway(nickname);
  const message = telling
    ? `It stands in every message, which others may read. Leave this out: ${telling}.`
    : 'It stands in every message, which others may read. Choose another than the name of the organisation.';
  const isNamed = nickname.toLowerCase().includes(organizationName.toLowerCase());
  return telling || isNamed ? [{ field: 'nickname', code: 'wording.gives_away', message }] : [];
}

function wrongAsSent(
  name: OwnTextName,
  text: string,
  elements: MessageFormatElement[],
  language: WordingLanguage,
  wrong: (code: string, message: string) => FieldError[],
): FieldError[] {
  const sent = (signature: Signature) => exampleOf(name, { [name]: text }, language, signature);
  const [full, bare] = [
    sent({ nickname: 'Ana', callBackNumber: '+17185550100' }),
    sent({ nickname: null, callBackNumber: null }),
  ];
  if (readsNone(elements, 'number'))
    return wrong(
      'no_number',
      'Say what to read where there is no number: {number, select, none {...} other {{number}}}.',
    );
  if (readsNone(elements, 'place'))
    return wrong(
      'no_place',
      'Say what to read where the place is not known: {place, select, none {} other {, {place}}}.',
    );
  if (!full.includes('STOP') || !bare.includes('STOP'))
    return wrong('no_stop', 'Say that whoever replies STOP gets no more messages.');
  const { segments } = textLength(full);
  return segments > mostSegments
    ? wrong('too_long', `This takes ${segments} text messages; at most ${mostSegments} are sent.`)
    : [];
}

/** Whether the word that stands for what is not known would be read by people. */
function readsNone(elements: MessageFormatElement[], name: string): boolean {
  return elements.some((element) => {
    if (element.type === TYPE.argument) return element.value === name;
    if (element.type !== TYPE.select) return false;
    const { none, other } = element.options;
    const branches = element.value === name ? [none ?? other] : Object.values(element.options);
    return branches.some((branch) => branch !== undefined && readsNone(branch.value, name));
  });
}

/** Names of the placeholders, all that is written in any branch, and whether there is what only other formats have. */
function partsOf(elements: MessageFormatElement[]) {
  const found = { names: new Set<string>(), literals: '', foreign: false };
  const walk = (some: MessageFormatElement[]) => {
    for (const element of some) {
      if (element.type === TYPE.literal) found.literals += `${element.value} `;
      else if (element.type === TYPE.argument) found.names.add(element.value);
      else if (element.type === TYPE.select) {
        found.names.add(element.value);
        for (const { value } of Object.values(element.options)) walk(value);
      } else found.foreign = true;
    }
  };
  walk(elements);
  return found;
}
