import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Route, Routes } from '../../src/auth/routes.js';
import { type Clinic, TestApplication } from '../support/application.js';

let app: TestApplication;
let clinic: Clinic;
let routes: Route[];
const lines: string[] = [];

beforeAll(async () => {
  app = await TestApplication.start({ logTo: (line) => lines.push(line) });
  clinic = await app.clinic();
  routes = app.app.get(Routes).all();
});
afterAll(() => app.stop());

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
const address = ({ path }: Route) => `/api${path.replace(/:\w+/g, () => randomUUID())}`;

describe('The log', () => {
  it('holds nothing of what any request carries: neither name, number, token, search text nor body', async () => {
    lines.length = 0;
    const marker = 'Markername';
    const number = '+17185550142';
    for (const route of routes) {
      const body = {
        legalName: marker,
        phone: number,
        email: `${marker}@example.org`,
        password: marker,
        notes: marker,
        token: marker,
      };
      const request = app.anonymous[route.method.toLowerCase() as Method](`${address(route)}?q=${marker}`)
        .set('if-match', '"1"')
        .set('idempotency-key', randomUUID())
        .set('authorization', `Bearer ${clinic.as.attorney.token}`)
        .set('cookie', `session=${marker}`)
        .set('user-agent', marker);
      await (route.method === 'GET' ? request : request.send(body));
    }
    await clinic.as.attorney.post('/api/clients', { legalName: marker, phone: number });
    await clinic.as.attorney.get(`/api/clients?q=${marker}`);
    await app.anonymous.post('/api/auth/login').send({ email: `${marker}@example.org`, password: marker });
    const text = lines.join('');
    expect(lines.length).toBeGreaterThan(routes.length);
    for (const secret of [marker, marker.toLowerCase(), number, '7185550142', clinic.as.attorney.token])
      expect(text).not.toContain(secret);
  });

  it('says which rule refused a request: at sign-in, of input, of the origin', async () => {
    const somebody = await clinic.another('attorney');
    lines.length = 0;
    await app.anonymous.post('/api/auth/login').send({ email: 'nobody-there@example.org', password: 'whatever it is' });
    await somebody.post('/api/clients', { legalName: 7 });
    await app.anonymous.post('/api/auth/login').set('origin', 'https://elsewhere.example').send({});
    const refused = lines.map((text) => JSON.parse(text) as Record<string, unknown>).map((line) => line.refused);
    expect(refused).toEqual(['credentials.wrong', 'request.invalid', 'origin.foreign']);
  });

  it('names the route by its pattern, with status, time and request id', async () => {
    await app.anonymous.get(`/api/clients/${randomUUID()}`);
    const line = lines
      .map((text) => JSON.parse(text) as Record<string, unknown>)
      .find((entry) => entry.route === '/api/clients/:id');
    expect(line).toMatchObject({
      level: 'info',
      method: expect.any(String),
      status: expect.any(Number),
      ms: expect.any(Number),
      requestId: expect.any(String),
    });
  });
});
