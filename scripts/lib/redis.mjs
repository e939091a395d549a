import { spawn } from 'node:child_process';

/**
 * Starts a Redis of our own that keeps nothing.
 * @param folder where it runs
 * @param port of 127.0.0.1
 * @returns undefined where redis-server is not installed or does not start
 */
export async function startRedis(folder, port) {
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
