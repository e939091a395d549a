import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** Files under a folder whose text, without comments, has what is looked for. */
const filesWith = (folder: string, pattern: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.ts$/.test(name))
    .map((name) => join(folder, name))
    .filter((path) => pattern.test(readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')))
    .sort();

describe('The program', () => {
  it('makes no expression from text, and evaluates none', () => {
    expect(filesWith('src', /new RegExp\(|\beval\(|new Function\(|from 'node:vm'/)).toEqual([]);
  });

  it('runs other programs only around the embedded database, and none through a shell', () => {
    const users = filesWith('src', /from 'node:child_process'/);
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter((path) => !path.startsWith('src/platform/database/embedded/'))).toEqual([]);
    expect(filesWith('src', /\bexec\(\s*['"`]|execSync\(|shell: true/)).toEqual([]);
  });

  it('calls only addresses of its configuration', () => {
    const calls = /\bfetch\(|from 'node:https?'|from 'node:(tls|dgram|http2)'|from '(axios|undici|got)'/;
    expect(filesWith('src', calls)).toEqual([
      'src/cli/health.ts',
      'src/platform/channels/exchange.ts',
      'src/reminders/sweep.service.ts',
    ]);
  });

  it('sends nobody to another address', () => {
    expect(filesWith('src', /\.redirect\(|@Redirect\(/)).toEqual([]);
  });
});

describe('The web application', () => {
  it('renders text as text', () => {
    expect(
      filesWith('web/src', /dangerouslySetInnerHTML|\.(innerHTML|outerHTML)\b|insertAdjacentHTML|\beval\(/),
    ).toEqual([]);
  });

  it('keeps nothing in the browser but the language, its own files, and sealed what is being typed, taps that wait and the day', () => {
    const stores = /\b(localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open)\b/;
    expect(filesWith('web/src', stores)).toEqual([
      'web/src/i18n/index.ts',
      'web/src/lib/sealed-storage.ts',
      'web/src/service-worker.ts',
    ]);
  });

  it('has one service worker, which writes one answer down and leaves the API alone', () => {
    expect(filesWith('web/src', /\bserviceWorker\b/)).toEqual(['web/src/app/frame/service-worker.ts']);
    const worker = readFileSync('web/src/service-worker.ts', 'utf8');
    expect(worker.match(/\.(put|add)\([^)]*\)/g)).toEqual(['.put(shell, answer)']);
    expect(worker.match(/\.addAll\([^)]*\)/g)).toEqual(['.addAll(files)']);
    expect(worker).toContain('if (!isOurs(request) || isApi(pathname)) return;');
  });

  it('sends no messages to other windows, and takes none', () => {
    expect(filesWith('web/src', /postMessage|addEventListener\('message'/)).toEqual([]);
  });
});
