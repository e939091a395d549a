import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Clinic, TestApplication } from '../support/application.js';

let app: TestApplication;
let clinic: Clinic;
const password = 'plum accordion under winter bridges';

beforeAll(async () => {
  app = await TestApplication.start({ environment: { PUBLIC_URL: 'https://clinic.example' } });
  clinic = await app.clinic();
});
afterAll(() => app.stop());

describe('Where people come over https', () => {
  it('the session is a cookie that goes to this host alone, over https alone, and is in no body', async () => {
    const email = 'behind-tls@example.org';
    const person = { displayName: 'Behind TLS', email, role: 'administrator', password };
    await clinic.as.administrator.post('/api/users', person);
    const answer = await app.anonymous.post('/api/auth/login').send({ email, password });
    const [cookie] = answer.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^__Host-session=s_[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect(answer.text).not.toContain('s_');
    const me = await app.anonymous.get('/api/auth/me').set('cookie', cookie!.split(';')[0]!);
    expect(me.body.user.email).toBe(email);
  });

  it('browsers are told to stay there for two years, errors and strangers included', async () => {
    for (const path of ['/api/health/live', '/api/clients', '/nowhere']) {
      const { headers } = await app.anonymous.get(path);
      expect([path, headers['strict-transport-security']]).toEqual([path, 'max-age=63072000']);
      expect(headers['content-security-policy']).toContain('upgrade-insecure-requests');
      expect(headers['content-security-policy']).toContain("base-uri 'none'");
    }
  });
});

describe('Another site', () => {
  it('may read nothing: no origin is let in, asked for first or not', async () => {
    for (const ask of [app.anonymous.get('/api/health/live'), app.anonymous.options('/api/clients')]) {
      const { headers } = await ask.set({ origin: 'https://evil.example', 'access-control-request-method': 'POST' });
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('cannot send what a form can: such bodies are not read', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      const { status } = await app.anonymous
        .post('/api/clients')
        .set({ authorization: `Bearer ${clinic.as.attorney.token}`, 'content-type': type })
        .send('legalName=Somebody');
      expect([type, status]).toEqual([type, 415]);
    }
  });
});

describe('An answer', () => {
  it('says what it is and in which characters', async () => {
    const { headers } = await clinic.as.attorney.get('/api/clients');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    const { headers: problem } = await app.anonymous.get('/api/clients');
    expect(problem['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  it('to TRACE is that there is no such thing', async () => {
    const { port } = app.app.getHttpServer().address() as AddressInfo;
    const { statusCode } = await new Promise<IncomingMessage>((resolve, reject) =>
      request({ port, method: 'TRACE', path: '/api/clients' }, resolve).on('error', reject).end(),
    );
    expect(statusCode).toBe(404);
  });
});
