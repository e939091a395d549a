/** A Redis of our own, where the machine has one. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** @returns undefined where redis-server is not installed */
export async function startRedis(folder, port) {
  port ??= await freePort();
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder];
  const child = spawn('redis-server', words, { stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((resolve) => {
    child.once('error', () => resolve(undefined));
    child.once('exit', () => resolve(undefined));
    child.stdout.on('data', (text) => {
      if (String(text).includes('Ready to accept connections'))
        resolve({ child, port, url: `redis://127.0.0.1:${port}` });
    });
  });
}

export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
