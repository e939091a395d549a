import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const sources = import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true });
const styles = join(import.meta.dirname, '../../node_modules/@mantine/core/styles');

it('every control that a page uses has its styles', () => {
  const taken = readFileSync(join(import.meta.dirname, 'controls.css'), 'utf8');
  const used = Object.values(sources).flatMap((source) =>
    [...source.matchAll(/import \{([^}]+)\} from '@mantine\/core'/g)].flatMap(([, names]) =>
      names!.split(',').map((name) => name.trim()),
    ),
  );
  const missing = used.filter((name) => existsSync(join(styles, `${name}.css`)) && !taken.includes(`/${name}.css`));
  expect([...new Set(missing)]).toEqual([]);
});
