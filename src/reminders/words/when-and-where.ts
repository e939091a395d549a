import { saysWhy } from './gives-away.js';
import type { WordingLanguage } from './languages.js';

/** When and where somebody has to be, as the record has it. */
export interface Detail {
  startsAt: Date;
  zone: string;
  /** One line of the address per line. */
  addressLines: string | null;
}

const locales: Record<WordingLanguage, string> = {
  en: 'en-US',
  es: 'es-US',
  zh: 'zh-CN',
  'zh-Hant': 'zh-TW',
  bn: 'bn',
  ht: 'fr-HT',
  ar: 'ar',
  ru: 'ru',
  fr: 'fr',
};
/** Node has no names of days in Haitian Creole. */
const haitian = {
  days: ['dimanch', 'lendi', 'madi', 'mèkredi', 'jedi', 'vandredi', 'samdi'],
  months: 'janvye fevriye mas avril me jen jiyè out septanm oktòb novanm desanm'.split(' '),
};

/** Day and time on the wall clock of the place, in words of the language, and the address as far as it says nothing more. */
export function whenAndWhere({ startsAt, zone, addressLines }: Detail, language: WordingLanguage) {
  const shown = (options: Intl.DateTimeFormatOptions) =>
    // Narrow blanks would make a text message of another alphabet.
    new Intl.DateTimeFormat(locales[language], { timeZone: zone, ...options }).format(startsAt).replace(/\s/gu, ' ');
  const day =
    language === 'ht' ? haitianDay(startsAt, zone) : shown({ weekday: 'long', month: 'long', day: 'numeric' });
  return { day, time: shown({ hour: 'numeric', minute: '2-digit' }), place: placeOf(addressLines) ?? 'none' };
}

/** Names of offices are left out, and so is whatever else tells what is done there. */
function placeOf(addressLines: string | null): string | undefined {
  const lines = (addressLines ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && saysWhy(line) === undefined).join(', ') || undefined;
}

function haitianDay(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const date = new Date(`${parts.format(moment)}T00:00:00Z`);
  return `${haitian.days[date.getUTCDay()]} ${date.getUTCDate()} ${haitian.months[date.getUTCMonth()]}`;
}
