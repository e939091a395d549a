import { ar } from './ar.js';
import { bn } from './bn.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { ht } from './ht.js';
import { ru } from './ru.js';
import type { Words } from './words.js';
import { zhHant } from './zh-hant.js';
import { zh } from './zh.js';

/** What clients are told, by language. */
export const wordsOf = { en, es, zh, 'zh-Hant': zhHant, bn, ht, ar, ru, fr } satisfies Record<string, Words>;

export type WordingLanguage = keyof typeof wordsOf;

/** Languages that messages are worded in, as BCP 47 tags. */
export const wordingLanguages = Object.keys(wordsOf) as WordingLanguage[];

const traditional = /^zh-(.*-)?(hant|tw|hk|mo)\b/i;

/** The wording for a language tag such as `es-MX` or `zh-TW`; English where there is none in the language. */
export function wordingLanguage(tag: string | null | undefined): WordingLanguage {
  if (tag && traditional.test(tag)) return 'zh-Hant';
  const base = tag?.split('-')[0]?.toLowerCase();
  return wordingLanguages.find((language) => language === base) ?? 'en';
}
