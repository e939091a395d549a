import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { variables } from '../../src/platform/config/variables.js';

const readme = readFileSync('README.md', 'utf8');

describe('The README', () => {
  it('says of every environment variable what the program says of it, and of no other', () => {
    const table = readme.slice(readme.indexOf('<!-- environment'), readme.indexOf('<!-- /environment'));
    const rows = [...table.matchAll(/^\| `(\w+)`\s*\| (.*?)\s*\| (.*?)\s*\|$/gm)].map(([, name, value, says]) => [
      name,
      value,
      says,
    ]);
    expect(rows).toEqual(Object.entries(variables).map(([name, variable]) => [name, variable.default, variable.says]));
  });

  it('links to nothing that is not there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path!);
    expect(links.length).toBeGreaterThan(10);
    const missing = links.filter((path) => {
      try {
        readFileSync(path);
        return false;
      } catch (error) {
        return (error as NodeJS.ErrnoException).code !== 'EISDIR';
      }
    });
    expect(missing).toEqual([]);
  });
});
