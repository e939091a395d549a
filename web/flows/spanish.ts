import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const words = join(import.meta.dirname, '../src/i18n');

const sentencesOf = (inner: unknown): string[] =>
  typeof inner === 'object' && inner !== null ? Object.values(inner).flatMap(sentencesOf) : [String(inner)];

const sentences = (language: string) =>
  (readdirSync(join(words, language), { recursive: true }) as string[])
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => sentencesOf(JSON.parse(readFileSync(join(words, language, file), 'utf8'))));

/** A sentence of the application, with anything in the place of what is filled in. */
const asPattern = (sentence: string) =>
  new RegExp(
    `^${sentence
      .split(/\{\w+\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.+')}$`,
  );

const spanish = new Set(sentences('es'));
const isPlain = (sentence: string) => !sentence.replace(/\{\w+\}/g, '').includes('{');
/** What is all names of values says nothing of its language. */
const hasWords = (sentence: string) => sentence.replace(/\{\w+\}/g, '').replace(/[^a-z]/gi, '').length > 3;
const english = sentences('en').filter((one) => !spanish.has(one) && isPlain(one) && hasWords(one));
const plain = new Set(english.filter((one) => !one.includes('{')));
const filled = english.filter((one) => one.includes('{')).map(asPattern);
const ofEnglish = /(^|\s)(the|and|of|with|is|are|was|not|from|this|that|your|you|by|at|when|who)(\s|[.,;:?]|$)/i;

/** What people wrote, in their own language: in the demonstration, and in the flows that were gone through before. */
const written = [
  join(import.meta.dirname, '../../seeds/reference/new-york.ts'),
  ...readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.flow.ts'))
    .map((name) => join(import.meta.dirname, name)),
]
  .flatMap((file) => readFileSync(file, 'utf8').split(/['"`\n]|\$\{[^}]*\}/))
  .map((part) => part.trim())
  .filter((part) => part.length > 6 && ofEnglish.test(part))
  .sort((a, b) => b.length - a.length);

const withoutWritten = (text: string) => written.reduce((rest, part) => rest.replaceAll(part, ' '), text);

/** Runs in the page: what it says to eyes and to screen readers, but for what is marked as of another language. */
function saidHere(): string[] {
  const said: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement!;
    if (element.closest('script, style, textarea, .code, [lang]:not(html):not([lang=es])')) continue;
    if (node instanceof Text) said.push(node.data);
    else for (const name of ['aria-label', 'placeholder', 'title', 'alt']) said.push(element.getAttribute(name) ?? '');
  }
  said.push(document.title);
  return [...new Set(said.map((one) => one.replace(/\s+/g, ' ').trim()).filter(Boolean))];
}

/** What a page in Spanish says in English: sentences of the catalogue, and whatever has the small words of English. */
export async function englishOn(page: Page): Promise<string[]> {
  const said = await page.evaluate(saidHere);
  return said.filter(
    (one) => plain.has(one) || filled.some((sentence) => sentence.test(one)) || ofEnglish.test(withoutWritten(one)),
  );
}
