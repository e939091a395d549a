import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort } from '../../src/platform/database/embedded/free-port';

declare module 'vitest' {
  export interface ProvidedContext {
    address: string;
    /** Where its data are, for commands beside the server. */
    folder: string;
  }
}

const root = join(import.meta.dirname, '../..');

interface Served {
  address: string;
  folder: string;
  /** What it said until it was ready. */
  said: string;
  /** Ends it; its data stay. */
  halt: () => Promise<void>;
  /** Starts it again at the same address. */
  again: () => Promise<void>;
  /** Ends it, and its folder goes away. */
  stop: () => Promise<void>;
}

/** Starts the program on a folder of its own, which goes away when it is stopped. */
export async function serve(words: string[], host = '127.0.0.1'): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), 'letterbox-web-'));
  const port = await freePort();
  const address = `http://${host}:${port}`;
  const start = () => run(words, { PORT: String(port), PUBLIC_URL: address, DATA_DIR: folder });
  let running = await start();
  return {
    address,
    folder,
    said: running.said,
    halt: () => running.end(),
    again: async () => {
      running = await start();
    },
    stop: async () => {
      await running.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function run(words: string[], settings: Record<string, string>) {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs'), ...words], {
    cwd: root,
    env: { PATH, HOME, LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (/^Letterbox is ready at/m.test(said)) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then(() => reject(new Error(`Letterbox did not start:\n${said}`)));
  });
  const end = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { said, end };
}

/** Starts `npm run demo` for all flows. ADDRESS and DATA_DIR name one that runs already. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (process.env.ADDRESS) {
    project.provide('address', process.env.ADDRESS);
    project.provide('folder', process.env.DATA_DIR ?? '');
    return undefined;
  }
  const { address, folder, stop } = await serve(['--demo']);
  project.provide('address', address);
  project.provide('folder', folder);
  return stop;
}
