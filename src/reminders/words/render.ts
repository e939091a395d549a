import { IntlMessageFormat } from 'intl-messageformat';
import type { WordingLanguage } from './languages.js';

/** What takes the place of the placeholders of a message. */
export interface Values {
  sign: string;
  /** `none` where nobody gave one. */
  number: string;
  channel: 'sms' | 'email';
  day?: string;
  time?: string;
  place?: string;
}

const parsed = new Map<string, IntlMessageFormat>();

/** Enough for the words of every language, and for those that some organisations write themselves. */
const mostParsed = 500;

/**
 * A message in ICU format as it goes out. What is put into it is never read as format itself.
 * @throws SyntaxError when the format is wrong, Error when it names a placeholder that there is none for
 */
export function render(message: string, language: WordingLanguage, values: Values): string {
  const key = `${language} ${message}`;
  let format = parsed.get(key);
  if (!format) {
    format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
    if (parsed.size >= mostParsed) parsed.clear();
    parsed.set(key, format);
  }
  return String(format.format({ ...values }));
}
