import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TestApplication } from '../support/application.js';

let app: TestApplication;

beforeAll(async () => {
  app = await TestApplication.start();
});
afterAll(() => app.stop());

it('Eighty connections that send their headers a letter at a time are hung up on, and keep nobody waiting meanwhile', async () => {
  const { port } = app.app.getHttpServer().address() as AddressInfo;
  const began = Date.now();
  const slow = Array.from({ length: 80 }, () => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write('GET /api/health/live HTTP/1.1\r\nHost: x\r\nX-Slow: '),
    );
    const letters = setInterval(() => socket.write('a'), 500);
    let said = '';
    socket.on('data', (text) => (said += String(text)));
    socket.on('error', () => undefined);
    return new Promise<string>((resolve) =>
      socket.on('close', () => {
        clearInterval(letters);
        resolve(said);
      }),
    );
  });
  const meanwhile = await app.anonymous.get('/api/health/live');
  expect([meanwhile.status, Date.now() - began < 5000]).toEqual([200, true]);
  const answers = await Promise.all(slow);
  expect(Date.now() - began).toBeLessThan(20_000);
  for (const said of answers) expect(said).toMatch(/^HTTP\/1\.1 408 [^]*request\.too_slow/);
});
