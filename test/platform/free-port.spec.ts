import { afterEach, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { freePort } from '../../src/platform/database/embedded/free-port.js';

describe('a free port', () => {
  const servers: Server[] = [];

  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  it('is given once, however many ask at the same moment', async () => {
    const ports = await Promise.all(Array.from({ length: 50 }, freePort));
    expect(new Set(ports).size).toBe(50);
  });

  it('is none that the system would give to an outgoing connection', async () => {
    const range = await readFile('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').catch(() => '32768');
    expect(await freePort()).toBeLessThan(Number.parseInt(range, 10));
  });

  it('is none on which somebody listens', async () => {
    const given = await freePort();
    const taken = [given + 1, given + 2];
    for (const port of taken) {
      const server = createServer().on('error', () => undefined);
      servers.push(server);
      await new Promise((resolve) =>
        server.once('listening', resolve).once('error', resolve).listen(port, '127.0.0.1'),
      );
    }
    expect(taken).not.toContain(await freePort());
  });
});
