import { isLiteralElement } from '@formatjs/icu-messageformat-parser';
import i18next, { type BackendModule, type I18nFormatModule } from 'i18next';
import { IntlMessageFormat } from 'intl-messageformat';
import { initReactI18next } from 'react-i18next';
import { type Language, languages } from './languages.js';

type Words = Record<string, unknown>;

const everyday = import.meta.glob<Record<string, Words>>('./*/everyday.ts', { import: 'everyday' });
const others = import.meta.glob<Words>('./*/*.json', { import: 'default' });

/** Each noun's words; those of every day come together, the others when a page first needs them. */
async function wordsOf(language: string, namespace: string): Promise<Words> {
  const together = await everyday[`./${language}/everyday.ts`]?.();
  const words = together?.[`./everyday/${namespace}.json`] ?? (await others[`./${language}/${namespace}.json`]?.());
  if (!words) throw new Error(`No words for ${namespace} in ${language}.`);
  return words;
}

const chunks: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    wordsOf(language, namespace).then(
      (words) => done(null, words as never),
      (error: Error) => done(error, null),
    );
  },
};

type Parts = ReturnType<IntlMessageFormat['getAst']>;
type Values = Parameters<IntlMessageFormat['format']>[0];

const made = new Map<string, IntlMessageFormat>();

/** Fills in sentences that were read when the application was built (`sentencesRead` in vite.config.ts); others stand as they are. */
const sentences: I18nFormatModule & Record<string, unknown> = {
  type: 'i18nFormat',
  parse: (sentence: string, values: Values, language: string) => {
    if (!sentence.startsWith('[{')) return sentence;
    const name = language + sentence;
    const format = made.get(name) ?? new IntlMessageFormat(JSON.parse(sentence) as Parts, language);
    made.set(name, format);
    try {
      return format.format(values);
    } catch (error) {
      // A sentence with a gap is worth more than no page.
      console.error(error);
      return format
        .getAst()
        .map((part) => (isLiteralElement(part) ? part.value : '…'))
        .join('');
    }
  },
  // Which form follows from a number is part of the sentence, not of its key.
  addLookupKeys: (keys: string[]) => keys,
};

/** A device's preference; says nothing of anyone. */
const kept = 'language';

const preferred = (): Language => {
  const wanted = localStorage.getItem(kept) ?? navigator.language.slice(0, 2);
  return wanted in languages ? (wanted as Language) : 'en';
};

/** Tells the browser the language, and from which side it is written, which styles and controls follow. */
function tellThePage(): void {
  document.documentElement.lang = i18next.language;
  document.documentElement.dir = i18next.dir();
}

/** @param namespaces what the first page speaks in, beside what all do */
export async function startWords(namespaces: readonly string[]): Promise<void> {
  await i18next
    .use(chunks)
    .use(sentences)
    .use(initReactI18next)
    .init({
      lng: preferred(),
      fallbackLng: 'en',
      supportedLngs: Object.keys(languages),
      ns: ['common', ...namespaces],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
    });
  tellThePage();
  void loadRefusals();
}

/** A language's words for what the server says, which itself speaks English; none where the language has no such file. */
const wordsInstead = async (language: string, name: 'purposes' | 'refusals'): Promise<Record<string, string>> =>
  ((await others[`./${language}/${name}.json`]?.()) ?? {}) as Record<string, string>;

/** What fields are for, by the sentence of the API: one that has changed there finds no old words here. */
export const purposesIn = (language: string) => wordsInstead(language, 'purposes');

/** What the server says of a refusal in the language of the page, by its code. */
let refusals: Record<string, string> = {};

/** Nobody waits for it: until it has come, and where it does not, the server's own sentence is shown. */
async function loadRefusals(): Promise<void> {
  refusals = await wordsInstead(i18next.language, 'refusals').catch(() => ({}));
}

/** A refusal in the language of the page. @param sentence the server's own, which stands where there are no other words */
export const refusalInWords = (code: string, sentence: string): string =>
  refusals[code] ?? refusals[`any.${code.split('.')[1]}`] ?? sentence;

/** Fetches together what a page would ask for one after the other while it is drawn. */
export const loadWords = (namespaces: readonly string[]): Promise<void> => i18next.loadNamespaces(namespaces);

export async function speak(language: Language): Promise<void> {
  localStorage.setItem(kept, language);
  await i18next.changeLanguage(language);
  tellThePage();
  await loadRefusals();
}
