import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { variables } from '../../src/platform/config/variables.js';

const readme = readFileSync('README.md', 'utf8');
const compose = readFileSync('docker-compose.yml', 'utf8');

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

describe('The compose file', () => {
  it('sets only variables that the program reads', () => {
    const own = compose.slice(compose.indexOf('x-environment'), compose.indexOf('\n  postgres:'));
    const names = [...own.matchAll(/^\s+([A-Z][A-Z_]+):/gm)].map(([, name]) => name!.replace(/_FILE$/, ''));
    expect(names.length).toBeGreaterThan(6);
    expect(names.filter((name) => !(name in variables))).toEqual([]);
  });

  it('hardens every service: no rights, a read-only file system, a health check, secrets as files only', () => {
    const services = compose
      .slice(compose.indexOf('\nservices:'), compose.indexOf('\nnetworks:'))
      .split(/\n {2}(?=\w+:\n)/)
      .slice(1);
    expect(services.map((service) => service.split(':')[0])).toEqual([
      'migrate',
      'api',
      'worker',
      'postgres',
      'redis',
      'proxy',
    ]);
    for (const service of services) {
      expect(service).toMatch(/<<: \*(hardened|program)/);
      if (!/<<: \*program/.test(service)) {
        expect(service).toMatch(/user: /);
        expect(service).toMatch(/healthcheck:/);
      }
    }
    expect(compose).toMatch(
      /x-hardened: &hardened[\s\S]*read_only: true[\s\S]*cap_drop: \[ALL\][\s\S]*no-new-privileges:true/,
    );
    expect(compose).toMatch(/x-program: &program\n {2}<<: \*hardened[\s\S]*user: '1000:1000'/);
    expect(compose).not.toMatch(/PASSWORD: |MASTER_KEY: |_URL: (?!https)/);
  });
});
