import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const read = (path: string) => readFileSync(path, 'utf8');
const pages = ['docs/asvs.md', 'docs/threat-model.md', 'docs/cryptography.md'];

const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

describe.each(pages)('%s', (page) => {
  const text = read(page);

  it('names only files that are there', () => {
    const files = [...text.matchAll(/`((?:src|test|docs|deploy|web|scripts|migrations)\/[\w./-]*)`/g)].map(
      ([, path]) => path!,
    );
    const links = [...text.matchAll(/\]\(((?!https?:|#)[^)#]+)/g)].map(([, path]) => join('docs', path!));
    expect(files.length).toBeGreaterThan(10);
    expect([...files, ...links].filter((path) => !existsSync(path))).toEqual([]);
  });

  it('repeats what tests say of themselves word by word', () => {
    const wrong: string[] = [];
    for (const cell of text.split(/\n|\|/)) {
      let file: string | undefined;
      for (const [, path, sentence] of cell.matchAll(/`((?:test|web)\/[^`]+\.ts)`|_([^_]+)_/g)) {
        if (path) file = path;
        else if (file && !read(file).includes(sentence!)) wrong.push(`${file}: ${sentence}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

const states = ['met', 'partly', 'not met', 'does not apply'] as const;
type State = (typeof states)[number];

interface Row {
  number: string;
  level: string;
  state: State;
  how: string;
  shownBy: string;
}

/** A number of one or two parts stands for everything below it. */
const rows = read('docs/asvs.md')
  .split('\n')
  .filter((line) => /^\| \d+(\.\d+)* +\| (\d|\d and \d|) *\|/.test(line))
  .map(cellsOf)
  .map(([number, level, , state, how, shownBy]) => ({ number, level, state, how, shownBy }) as Row);

const levels = JSON.parse(read('test/support/asvs-5.0.0.json')) as Record<string, number>;
const chapterOf = (number: string) => number.split('.')[0]!;
/** Sessions, authorisation and cryptography are held to level 3. */
const asked = Object.keys(levels).filter((number) => levels[number]! <= (/^(7|8|11)\./.test(number) ? 3 : 2));
const below = ({ number }: Row) => asked.filter((one) => one === number || one.startsWith(`${number}.`));

describe('The list of requirements of ASVS 5.0.0', () => {
  it('has every requirement of levels 1 and 2, and of level 3 for sessions, authorisation and cryptography, once', () => {
    expect(rows.flatMap(below).sort()).toEqual([...asked].sort());
    expect(rows.filter((row) => below(row).length === 0)).toEqual([]);
    expect(rows.filter(({ number, level }) => levels[number] && String(levels[number]) !== level)).toEqual([]);
  });

  it('says of each whether it is met, and how; what is met names a file', () => {
    const wrong = rows.filter(
      ({ state, how, shownBy }) =>
        !states.includes(state) || how === '' || (state === 'met' && !/`[\w./-]+`/.test(how + shownBy)),
    );
    expect(wrong).toEqual([]);
  });

  it('is counted right in its summary', () => {
    const summary = read('docs/asvs.md')
      .split('\n')
      .filter((line) => /^\| (\d+ |All)/.test(line) && cellsOf(line).length === 6 && !rows.some(isRowOf(line)))
      .map(cellsOf)
      .map(([chapter, ...counts]) => [chapter!.split(' ')[0]!, ...counts.map(Number)]);
    const count = (of: Row[]) => {
      const each = states.map((state) => of.filter((row) => row.state === state).flatMap(below).length);
      return [...each, each.reduce((sum, one) => sum + one, 0)];
    };
    const chapters = [...new Set(asked.map(chapterOf))];
    expect(summary).toEqual([
      ...chapters.map((chapter) => [chapter, ...count(rows.filter(({ number }) => chapterOf(number) === chapter))]),
      ['All', ...count(rows)],
    ]);
  });
});

const isRowOf = (line: string) => (row: Row) => cellsOf(line)[0] === row.number && cellsOf(line)[3] === row.state;

describe('The inventory of cryptography', () => {
  it('has every file that encrypts, hashes, signs or draws random values, and no other', () => {
    const imports =
      /(from |import\()'(node:crypto|@node-rs\/argon2|otplib|@simplewebauthn\/server|\.\/webauthn\.js|@noble\/[\w-]+|jose)'|crypto\.subtle\./;
    const using = ['src', 'deploy', 'web/src']
      .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
      .filter((path) => /(?<!\.test)\.(ts|mjs)$/.test(path) && imports.test(read(path)));
    const listed = [...read('docs/cryptography.md').matchAll(/^\| `([^`]+)`/gm)].map(([, path]) => path!);
    expect(listed.sort()).toEqual(using.sort());
  });
});
