import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Permission, permissionsOf, type Role, roles } from '../../src/auth/permissions.js';
import { type Route, Routes } from '../../src/auth/routes.js';
import { type Clinic, TestApplication } from '../support/application.js';

let app: TestApplication;
let clinic: Clinic;
let routes: Route[];
let address: string;

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic();
  routes = app.app.get(Routes).all();
  address = await app.app.getUrl();
});
afterAll(() => app.stop());

/** What a program is answered, whatever else is wrong with what it asks. */
async function asProgram(token: string, { method, path }: Route) {
  const bodiless = method === 'GET' || method === 'DELETE';
  const answer = await fetch(`${address}/api${path.replace(/:\w+/g, clinic.id)}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'if-match': '"1"',
      ...(bodiless ? {} : { 'content-type': 'application/json' }),
    },
    ...(bodiless ? {} : { body: '{}' }),
  });
  const { code } = (await answer.json().catch(() => ({}))) as { code?: string };
  return [`${method} ${path}`, answer.status, code];
}

const holderOf = (permission: Permission): Role => roles.find((role) => permissionsOf[role].has(permission))!;

describe('A token', () => {
  it('opens no route that asks for a fresh second factor, whatever it may do', async () => {
    const asking = routes.filter(({ stepUp }) => stepUp);
    expect(asking.length).toBeGreaterThan(15);
    for (const route of asking) {
      const { token } = clinic.as[holderOf(route.permission!)];
      expect(await asProgram(token, route)).toEqual([`${route.method} ${route.path}`, 403, 'token.cannot_step_up']);
    }
  });

  it('of narrow scopes leaves the account of its owner alone', async () => {
    const own = routes.filter(({ permission, stepUp }) => permission === Permission.Self && !stepUp);
    expect(own.length).toBeGreaterThan(8);
    const make = async (scopes: string[]) =>
      (await clinic.as.attorney.post('/api/tokens', { name: 'program', scopes })).body.token as string;
    const narrow = await make(['case.read']);
    for (const route of own)
      expect(await asProgram(narrow, route)).toEqual([`${route.method} ${route.path}`, 403, 'permission.missing']);
    expect((await app.anonymous.get('/api/clients').set('authorization', `Bearer ${narrow}`)).status).toBe(200);
    const wide = await make(['case.read', 'self']);
    const me = await app.anonymous.get('/api/auth/me').set('authorization', `Bearer ${wide}`);
    expect([me.status, [...(me.body.permissions as string[])].sort()]).toEqual([200, ['case.read', 'self']]);
  });
});
