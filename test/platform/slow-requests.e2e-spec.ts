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

it('A body that comes a byte at a time is cut off as a whole, holds no connection to the database, and keeps nobody waiting', async () => {
  const { port } = app.app.getHttpServer().address() as AddressInfo;
  const clinic = await app.clinic();
  const { token } = clinic.as.attorney;
  // More than the database has connections here: were one held for each, nobody else would be answered.
  const slow = Array.from({ length: 12 }, (_, n) => {
    const kind = n % 2 ? 'application/json' : 'multipart/form-data; boundary=x';
    const path = n % 2 ? '/api/clients' : `/api/clients/${clinic.id}/documents`;
    const beginning =
      n % 2 ? '{"legalName": "' : '--x\r\ncontent-disposition: form-data; name="file"; filename="x"\r\n\r\n';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: ${kind}\r\nContent-Length: 100000\r\n\r\n${beginning}`,
      ),
    );
    const bytes = setInterval(() => socket.write('a'), 500);
    let said = '';
    socket.on('data', (text) => (said += String(text)));
    socket.on('error', () => undefined);
    return new Promise<string>((resolve) =>
      socket.on('close', () => {
        clearInterval(bytes);
        resolve(said);
      }),
    );
  });
  let open = slow.length;
  for (const one of slow) void one.then(() => (open -= 1));
  let answered = 0;
  while (open > 0) {
    expect((await clinic.as.supervisor.get('/api/clients')).status).toBe(200);
    answered += 1;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  expect(answered).toBeGreaterThan(5);
  const { body } = await clinic.as.attorney.get('/api/clients?count=true');
  expect([body.total, (await Promise.all(slow)).filter((said) => said.includes(' 201 '))]).toEqual([0, []]);
});
