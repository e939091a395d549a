import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const SCRIPTS = join(import.meta.dirname, '../../scripts');

/** Stands in for the compiler: copies, which is enough to see when it was called and for what. */
const FAKE_NEST = `
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
if (readFileSync('src/main.ts', 'utf8').includes('SYNTAX ERROR')) process.exit(2);
for (const name of readdirSync('src')) cpSync('src/' + name, 'dist/src/' + name.replace(/ts$/, 'js'));
console.log('nest ' + process.argv.slice(2).join(' '));
if (existsSync('slow')) setInterval(() => undefined, 60_000);
`;

const FAKE_NPM = `
const { cpSync, existsSync, mkdirSync, writeFileSync } = require('node:fs');
const [command, script] = process.argv.slice(2);
console.log('npm ' + process.argv.slice(2).join(' ') + ' in ' + process.cwd().split('/').at(-1));
if (existsSync('slow')) setInterval(() => undefined, 60_000);
else if (command === 'ci') {
  mkdirSync('node_modules', { recursive: true });
  cpSync('package-lock.json', 'node_modules/.package-lock.json');
} else if (script === 'build') {
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/index.html', '');
}
`;

/** Counts signals, and takes its time to end cleanly. */
const PROGRAM = `
let signals = 0;
const timer = setInterval(() => undefined, 60_000);
const stop = (signal) => {
  console.log('GOT ' + signal);
  if (signals++ > 0) return;
  setTimeout(() => { console.log('CLEAN END after ' + signals); clearInterval(timer); process.exitCode = 7; }, 600);
};
process.on('SIGTERM', stop).on('SIGINT', stop);
console.log('READY ' + process.pid + ' demo=' + process.env.DEMO);
`;

describe('npm start', () => {
  let root: string;
  let children: Started[];

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'letterbox-start-'));
    children = [];
    await cp(join(SCRIPTS, 'start.mjs'), join(root, 'scripts/start.mjs'));
    await cp(join(SCRIPTS, 'lib'), join(root, 'scripts/lib'), { recursive: true });
    await write('package.json', JSON.stringify({ type: 'module', scripts: { start: 'node scripts/start.mjs' } }));
    await write('package-lock.json', lock('1.0.0'));
    await write('node_modules/.package-lock.json', lock('1.0.0'));
    await write('node_modules/@nestjs/cli/bin/nest.js', FAKE_NEST);
    await write('node_modules/@nestjs/cli/package.json', '{"type":"module"}');
    await write('fake/npm-cli.cjs', FAKE_NPM);
    await write('src/main.ts', PROGRAM);
  });

  afterEach(async () => {
    for (const { child } of children) killGroup(child.pid);
    await Promise.all(children.map(({ ended }) => ended));
    await rm(root, { recursive: true, force: true });
  });

  const write = async (name: string, text: string) => {
    const path = join(root, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  };

  const start = (...args: string[]) => startWith(process.execPath, ['scripts/start.mjs', ...args]);

  const startWith = (program: string, args: string[]) => {
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, npm_execpath: join(root, 'fake/npm-cli.cjs') };
    const started = new Started(
      spawn(program, args, { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] }),
    );
    children.push(started);
    return started;
  };

  const startAndStop = async (...args: string[]) => {
    const started = start(...args);
    await started.prints('READY');
    started.child.kill('SIGTERM');
    await started.ended;
    return started.output;
  };

  it('builds and runs; the second time, with nothing changed, only runs', async () => {
    expect(await startAndStop()).toMatch(/^Building the server\nnest build\nREADY/);
    expect(await startAndStop()).toMatch(/^READY/);
  });

  it('builds again when a source, a migration or the result is not what it was', async () => {
    await startAndStop();
    for (const change of [
      () => write('src/main.ts', `${PROGRAM}\n`),
      () => write('migrations/1-first.ts', ''),
      () => write('package-lock.json', `${lock('1.0.0')}\n`),
      () => rm(join(root, 'dist/src/main.js')),
    ]) {
      await change();
      expect(await startAndStop()).toContain('nest build');
      expect(await startAndStop()).not.toContain('nest build');
    }
  });

  it('does not build again for a source that was only touched', async () => {
    await startAndStop();
    await write('src/main.ts', PROGRAM);
    expect(await startAndStop()).not.toContain('nest build');
  });

  it('removes what was compiled from a source that is gone', async () => {
    await write('src/old.ts', '');
    await startAndStop();
    await stat(join(root, 'dist/src/old.js'));
    await rm(join(root, 'src/old.ts'));
    await startAndStop();
    await expect(stat(join(root, 'dist/src/old.js'))).rejects.toThrow('ENOENT');
  });

  it('installs when packages are missing, or others than the lock file names', async () => {
    await write('package-lock.json', lock('1.0.1'));
    expect(await startAndStop()).toMatch(/^Installing packages.*\nnpm ci --include=dev/);
    expect(await startAndStop()).not.toContain('npm ci');
    await rm(join(root, 'node_modules/.package-lock.json'));
    expect(await startAndStop()).toContain('npm ci');
  });

  it('is content without an optional package that does not suit the machine', async () => {
    await write('package-lock.json', lock('1.0.0', { 'node_modules/elsewhere': { version: '1.0.0', optional: true } }));
    expect(await startAndStop()).not.toContain('npm ci');
  });

  it('installs and builds the web application, once', async () => {
    await write('web/package.json', '{}');
    await write('web/package-lock.json', lock('2.0.0'));
    await write('web/src/main.tsx', '');
    const first = await startAndStop();
    expect(first).toContain('npm ci --include=dev --no-audit --no-fund --loglevel=error in web');
    expect(first).toContain('npm run build in web');
    expect(await startAndStop()).toMatch(/^READY/);
    await write('web/src/main.tsx', 'changed');
    const third = await startAndStop();
    expect(third).toContain('npm run build in web');
    expect(third).not.toContain('npm ci');
  });

  it('says which step failed and does not run what an earlier build made', async () => {
    await startAndStop();
    await write('src/main.ts', 'SYNTAX ERROR');
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      const started = start();
      expect(await started.ended).toBe(1);
      expect(started.output).toMatch(
        /^Building the server\nThe server could not be built: ".*nest\.js build" ended with 2\.\n$/,
      );
    }
  });

  it('hands one signal to the program once, waits for its clean end and ends with its exit code', async () => {
    const started = start();
    const pid = Number((await started.prints('READY')).split(' ')[0]);
    expect(pid).toBe(started.child.pid);
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(7);
    expect(started.output).toContain('CLEAN END after 1');
  });

  it('gives up when told to end while it installs, and does not run the program', async () => {
    await write('package-lock.json', lock('1.0.1'));
    await write('slow', '');
    const started = start();
    await started.prints('npm ci');
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(143);
    expect(started.output).toContain('Stopped before Letterbox was ready.');
    expect(started.output).not.toContain('READY');
  });

  it('starts the demonstration when asked to', async () => {
    expect(await startAndStop('--demo')).toContain('demo=true');
    expect(await startAndStop()).toContain('demo=undefined');
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)('ends cleanly when npm, which started it, ends by %s', async (signal) => {
    const npm = startWith('npm', ['start']);
    const pid = Number((await npm.prints('READY')).split(' ')[0]);
    npm.child.kill(signal);
    await npm.prints('CLEAN END');
    while (isAlive(pid)) await sleep(20);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'hears %s once when it goes to npm and all that npm started',
    async (signal) => {
      const npm = startWith('npm', ['start']);
      await npm.prints('READY');
      process.kill(-(npm.child.pid ?? 0), signal);
      expect(await npm.prints('CLEAN END')).toBe('after 1');
      await npm.ended;
    },
  );

  it('leaves nothing running when npm ends while it still builds', async () => {
    await write('slow', '');
    const npm = startWith('npm', ['start']);
    await npm.prints('nest build');
    npm.child.kill('SIGKILL');
    await npm.prints('Stopped before Letterbox was ready.');
    await npm.ended;
    expect(npm.output).not.toContain('READY');
  });

  it('runs on when the shell that started it ends', async () => {
    const shell = startWith('sh', ['-c', `"${process.execPath}" scripts/start.mjs & sleep 2`]);
    const pid = Number((await shell.prints('READY')).split(' ')[0]);
    shell.child.kill('SIGKILL');
    await sleep(1_000);
    expect(isAlive(pid)).toBe(true);
    process.kill(pid, 'SIGTERM');
    await shell.prints('CLEAN END');
  });

  it.each([
    ['18.20.4', true],
    ['20.9.0', true],
    ['20.18.3', true],
    ['20.19.0', false],
    ['22.1.0', false],
  ])('takes Node %s for too old: %s', async (version, tooOld) => {
    const path = join(SCRIPTS, 'lib/node-version.mjs');
    const { isTooOld } = (await import(path)) as { isTooOld: (version: string) => boolean };
    expect(isTooOld(version)).toBe(tooOld);
  });

  it('installs nothing and imports nothing before it has looked at the version of Node', async () => {
    const text = await readFile(join(SCRIPTS, 'start.mjs'), 'utf8');
    expect(text).not.toMatch(/^import /m);
  });
});

class Started {
  output = '';
  readonly ended: Promise<number | null>;

  constructor(readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.ended = new Promise((resolve) => child.on('close', resolve));
  }

  /** Waits until the text was printed; answers what follows it on its line. */
  async prints(text: string): Promise<string> {
    let over = false;
    void this.ended.then(() => (over = true));
    for (;;) {
      const line = this.output
        .split('\n')
        .slice(0, -1)
        .find((candidate) => candidate.includes(text));
      if (line !== undefined) return line.slice(line.indexOf(text) + text.length).trim();
      if (over) throw new Error(`The process ended without printing "${text}":\n${this.output}`);
      await sleep(5);
    }
  }
}

/** Each child leads a group of its own, which also holds what it started. */
function killGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGKILL');
  } catch {
    // All of them have ended.
  }
}

function lock(version: string, more: Record<string, object> = {}): string {
  return JSON.stringify({ lockfileVersion: 3, packages: { 'node_modules/some': { version }, ...more } });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
