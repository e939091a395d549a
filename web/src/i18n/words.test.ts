import { describe, expect, it } from 'vitest';
import { catalogue } from '../api/catalogue.js';
import {
  auditEventNames,
  breakGlassPurposes,
  failureReasons,
  permissions,
  purgeReasons,
  reminderStates,
} from '../api/choices.js';
import { severalStates } from '../features/reminders/views.js';
import { wordsOf } from '../forms/catalogued.js';

type Words = Record<string, unknown>;

const files = Object.fromEntries(
  Object.entries(import.meta.glob<Words>('./{en,es}/**/*.json', { import: 'default', eager: true })).map(
    ([path, words]) => [path.replace('/everyday/', '/'), words],
  ),
);
const sources = import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true });

const server = import.meta.glob<string>('../../../src/**/*.ts', { query: '?raw', import: 'default', eager: true });
/** What no page ever asks. */
const forPrograms = new Set(['token.cannot_step_up', 'token.malformed', 'webhook.not_signed']);

const keysOf = (words: unknown, prefix = ''): string[] =>
  typeof words === 'object' && words !== null
    ? Object.entries(words).flatMap(([key, inner]) => keysOf(inner, prefix ? `${prefix}.${key}` : key))
    : [prefix];

const namespaces = (language: string) =>
  Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.startsWith(`./${language}/`))
      .map(([path, words]) => [path.slice(5, -5), new Set(keysOf(words))]),
  );

const english = namespaces('en');
const placeholders = (text: string) =>
  [...text.matchAll(/(?<!(?:one|other|=\d) )\{(\w+)[,}]/g)].map(([, name]) => name).sort();
const at = (words: unknown, key: string) =>
  key.split('.').reduce<unknown>((inner, part) => (inner as Words)[part], words) as string;

describe('the words', () => {
  it.each(Object.keys(english))('of %s are the same in Spanish, and take the same values', (namespace) => {
    const [en, es] = [files[`./en/${namespace}.json`], files[`./es/${namespace}.json`]];
    expect(keysOf(es).sort()).toEqual(keysOf(en).sort());
    for (const key of keysOf(en)) {
      expect([...new Set(placeholders(at(es, key)))], key).toEqual([...new Set(placeholders(at(en, key)))]);
    }
  });

  it('of refusals have codes that the server has, and the codes of who signs in, of reminders and their words', () => {
    const codes = new Set(
      Object.values(server).flatMap((source) => [...source.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(([, code]) => code!)),
    );
    const own = Object.values(server).flatMap((source) =>
      [...source.matchAll(/\bwrong\(\s*(?:'\w+',\s*)?'([\w.]+)'/g)].map(([, code]) =>
        code!.includes('.') ? code! : `wording.${code}`,
      ),
    );
    const refusals = Object.keys(files['./es/refusals.json']!).filter((code) => !code.startsWith('any.'));
    expect(refusals.filter((code) => !codes.has(code) && !own.includes(code))).toEqual([]);
    const inAuth = Object.entries(server)
      .filter(([path]) => /\/src\/(auth|reminders)\//.test(path))
      .flatMap(([, source]) =>
        [
          ...source.matchAll(
            /(?:new Problem\(\s*\d+,|Problem\.(?:conflict|forbidden|unauthenticated)\()\s*'([\w.]+)'/g,
          ),
        ].map(([, code]) => code!),
      );
    expect(inAuth.length).toBeGreaterThan(20);
    expect([...inAuth, ...own].filter((code) => !refusals.includes(code) && !forPrograms.has(code))).toEqual([]);
  });

  it('say in Spanish what every field is for, each by the sentence that the API has for it now', () => {
    const asked = Object.values(catalogue).flatMap((fields) =>
      Object.values(fields as Record<string, { purpose: string }>).map(({ purpose }) => purpose),
    );
    const spanish = files['./es/purposes.json'] as Record<string, string>;
    expect(Object.keys(spanish).sort()).toEqual([...new Set(asked)].sort());
    for (const [sentence, words] of Object.entries(spanish)) {
      expect(words, sentence).toMatch(/^[A-ZÁÉÍÓÚ][^{}]+\.$/);
      expect(words).not.toBe(sentence);
    }
  });

  it('name every word that a page asks for', () => {
    const missing: string[] = [];
    for (const [path, source] of Object.entries(sources)) {
      const named = [...source.matchAll(/useTranslation\(([^)]*)\)/g)].flatMap(([, list]) =>
        [...list!.matchAll(/'(\w+)'/g)].map(([, name]) => name!),
      );
      for (const [, key] of source.matchAll(/\bt\(\s*'([\w:.]+)'/g)) {
        const [namespace, bare] = key!.includes(':') ? key!.split(':') : [undefined, key];
        const searched = namespace ? [namespace] : [...named, 'common'];
        if (!searched.some((name) => english[name]?.has(bare!))) missing.push(`${path}: ${key}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('name every field and every choice that the API offers on a form', () => {
    const missing: string[] = [];
    const reference = /^CreateVenueObservation$/;
    for (const [noun, fields] of Object.entries(catalogue)) {
      if (reference.test(noun)) continue;
      const words = english[wordsOf(noun)];
      for (const [name, field] of Object.entries(
        fields as Record<string, { kind: string; values?: readonly string[] }>,
      )) {
        if (field.kind === 'references' || name === 'venue' || name.endsWith('Precision')) continue;
        if (!words?.has(`fields.${name}`)) missing.push(`${noun}.${name}`);
        for (const value of field.values ?? []) {
          if (!words?.has(`values.${name}.${value}`) && !words?.has(`values.any.${value}`))
            missing.push(`${noun}.${name}: ${value}`);
        }
      }
    }
    expect(missing).toEqual([]);
  });

  it('name every choice of the lists that pages offer', () => {
    const wanted = [
      ...auditEventNames.map((name) => ['audit', `event.${name}`] as const),
      ...breakGlassPurposes.map((name) => ['emergency', `purposes.${name}`] as const),
      ...failureReasons.flatMap((name) => [
        ['reminders', `reason.${name}.why`] as const,
        ['reminders', `reason.${name}.do`] as const,
      ]),
      ...permissions.map((name) => ['roles', `permission.${name}`] as const),
      ...purgeReasons.map((name) => ['retention', `purgeReason.${name}`] as const),
      ...reminderStates.map((name) => ['reminders', `state.${name}`] as const),
      ...severalStates.map((name) => ['reminders', `view.${name}`] as const),
    ];
    expect(wanted.filter(([namespace, key]) => !english[namespace]?.has(key))).toEqual([]);
  });
});
