import { createServer } from 'node:net';

/**
 * Below 32768, where Linux begins (macOS and Windows later) with the ports that it gives to outgoing connections: any
 * connection could take one of those between our look and the listener's start.
 */
const FIRST = 20_000;
const COUNT = 12_000;

// Processes that look at the same moment begin apart, also those with neighbouring numbers.
let next = (process.pid * 7919) % COUNT;

/**
 * A port of 127.0.0.1 on which nobody listens at this moment, from 20000 to 31999; a process is never given one twice,
 * so that it may keep it for a server that comes and goes. Throws Error where all are taken.
 */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < COUNT; tried += 1) {
    const port = FIRST + next;
    next = (next + 1) % COUNT;
    if (await isFree(port)) return port;
  }
  throw new Error(`All ports from ${FIRST} to ${FIRST + COUNT - 1} on 127.0.0.1 are taken.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
