import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

// Vitest empties style sheets that are imported, so they are read.
const sheets = Object.keys(import.meta.glob('../**/*.css')).map(
  (path) => [path, readFileSync(join(import.meta.dirname, path), 'utf8')] as const,
);
const pages = import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true });

/** `left` and `right` as sides; four values of which the second and the fourth differ. */
const sided = [
  /(?:^|\s)(?:left|right):/,
  /(?:margin|padding|border|inset|scroll-margin)-(?:left|right)/,
  /(?:text-align|float|clear):\s*(?:left|right)/,
  /(?:margin|padding|inset):\s*\S+ (\S+) \S+ (?!\1;)[^;\s]+;/,
];

it('nothing stands left or right, so that pages in Arabic or Urdu need no styles of their own', () => {
  const found = sheets.flatMap(([path, css]) =>
    css.split('\n').flatMap((line, at) => (sided.some((side) => side.test(line)) ? [`${path}:${at + 1} ${line}`] : [])),
  );
  const inline = Object.entries(pages).flatMap(([path, source]) =>
    [...source.matchAll(/\b(?:ml|mr|pl|pr)=[{"]|(?:margin|padding|border)(?:Left|Right)/g)].map(
      ([what]) => `${path} ${what}`,
    ),
  );
  expect([...found, ...inline]).toEqual([]);
});
