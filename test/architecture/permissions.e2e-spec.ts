import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Permission, permissionsOf, type Role, roles } from '../../src/auth/permissions.js';
import { SessionsService } from '../../src/auth/sessions.service.js';
import { type Route, Routes } from '../../src/auth/routes.js';
import type { Work } from '../../src/platform/database/work.js';
import { Opening } from '../../src/platform/database/works.js';
import { guardedFields } from '../../src/platform/http/field-catalogue.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { officeOf, ownOf, ownOfEach, sameCase, wallOff } from '../support/belongings.js';
import { rowsOf } from '../support/rows.js';
import { type Ids, open, type Row, table } from './permission-table.js';

let app: TestApplication;
let ours: Clinic;
let theirs: Clinic;
let routes: Route[];
let address: string;
/** What each role may see; a restricted case of our own; one to which nobody goes along; the other organisation's. */
let own: Record<Role, Ids>;
let walled: Ids;
let unassigned: Ids;
let elsewhere: Ids;
/** Sessions in which the second factor was just shown, as some routes ask for. */
let signedIn: Record<Role, string>;

/** Everything a clinic has, of the same names and numbers in each. */
async function everything(clinic: Clinic, keeper = clinic.as.attorney): Promise<Ids> {
  const [first, second] = [clinic.as.accompanier, clinic.as.auditor];
  const ids = await sameCase(clinic, keeper, keeper === clinic.as.attorney ? [first, second] : []);
  const twin = (await sameCase(clinic, keeper, [])).client;
  // Reports have names; those of others are known to nobody.
  const report = clinic === ours ? 'letters' : 'theirs';
  return { ...ids, twin, report, grant: ids.client, ...(await officeOf(clinic)), ...(await ownOf(clinic, keeper)) };
}

beforeAll(async () => {
  app = await TestApplication.start();
  [ours, theirs] = [await app.clinic('Same Clinic'), await app.clinic('Same Clinic')];
  routes = app.app.get(Routes).all();
  address = await app.app.getUrl();
  const [mine, each] = [await everything(ours), await ownOfEach(ours)];
  elsewhere = await everything(theirs);
  const keeper = await ours.another('attorney');
  walled = await everything(ours, keeper);
  unassigned = await everything(ours, await ours.another('attorney'));
  const outside = await ours.another('attorney');
  for (const [clinic, who, ids, by] of [
    [ours, outside, walled, keeper],
    [theirs, theirs.as.supervisor, elsewhere, theirs.as.attorney],
  ] as const) {
    for (const client of [ids.client, ids.twin]) await wallOff(by, client);
    const { body } = await who.post(`/api/clients/${ids.client}/break-glass`, {
      purpose: 'conflict_check',
      reason: 'Opened so that there is one to look into.',
    });
    ids.grant = body.id;
    if (clinic === ours) mine.grant = body.id;
  }
  signedIn = {} as Record<Role, string>;
  const sessions = app.app.get(SessionsService);
  for (const role of roles)
    signedIn[role] = await ours.inWork((work) => sessions.start(work, ours.as[role].userId, true));
  own = Object.fromEntries(roles.map((role) => [role, { ...mine, ...each[role] }])) as Record<Role, Ids>;
});
afterAll(() => app.stop());

const rowsInTable = () => Object.entries(table);
const ofCase = new Set<keyof Ids>([
  'client',
  'twin',
  'arrest',
  'print',
  'letter',
  'appointment',
  'accompaniment',
  'custodyEvent',
  'reminder',
  'document',
  'packet',
]);

interface Answer {
  status: number;
  code: string | undefined;
  text: string;
}

async function ask(
  route: string,
  { of, body }: Row,
  token: string | undefined,
  ids: Ids,
  named = ids,
): Promise<Answer> {
  const [method, path] = route.split(' ') as [string, string];
  const bodiless = method === 'GET' || method === 'DELETE';
  let at = 0;
  const response = await fetch(`${address}/api${path.replace(/:\w+/g, () => ids[of[at++]!])}`, {
    method,
    headers: {
      'if-match': '"1"',
      ...(bodiless ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(bodiless ? {} : { body: JSON.stringify(body?.(named) ?? {}) }),
  });
  const text = await response.text();
  const code = /^{.*"code":"([a-z_.]+)"/.exec(text)?.[1];
  return { status: response.status, code, text };
}

/** Ids that must not be in any answer for those who see neither the walled case nor the other organisation. */
const named = (ids: Ids, keys: Iterable<keyof Ids>) => [...keys].map((key) => ids[key]);
const shows = (text: string, secrets: string[]) => secrets.some((secret) => text.includes(secret));

/** Lets every request happen and be checked, then undoes it, so that each meets the same records. */
async function undone<T>(action: () => Promise<T>): Promise<T> {
  const commit = jest.spyOn(Opening.prototype, 'commit').mockImplementation(async function (this: Opening) {
    await this.work?.settle();
    await this.rollback();
  });
  try {
    return await action();
  } finally {
    commit.mockRestore();
  }
}

/** Says for each route and role what was answered otherwise than expected. */
async function differences(check: (route: string, row: Row, role: Role) => Promise<string[]>): Promise<string[]> {
  const wrong: string[] = [];
  for (const [route, row] of rowsInTable())
    for (const role of roles)
      wrong.push(...(await check(route, row, role)).map((what) => `${route} as ${role}: ${what}`));
  return wrong;
}

const checksum = async (clinic: Clinic, except: string[] = []) =>
  createHash('sha256')
    .update(JSON.stringify(await rowsOf(app, clinic.id, except)))
    .digest('hex');

describe('The table of permissions', () => {
  it('has a row for every route, and no row for a route that is gone', () => {
    const name = ({ method, path }: Route) => `${method} ${path}`;
    expect(
      routes
        .filter(({ permission }) => permission)
        .map(name)
        .sort(),
    ).toEqual(Object.keys(table).sort());
    expect(
      routes
        .filter(({ publicBecause }) => publicBecause)
        .map(name)
        .sort(),
    ).toEqual([...open].sort());
    expect(routes.filter(({ permission, publicBecause }) => !permission && !publicBecause)).toEqual([]);
  });

  it('names an id for every parameter of an address', () => {
    const wrong = rowsInTable().filter(([route, { of }]) => (route.match(/:\w+/g) ?? []).length !== of.length);
    expect(wrong.map(([route]) => route)).toEqual([]);
  });
});

describe('Every route', () => {
  it('answers 401 to whoever is not signed in', async () => {
    const wrong: string[] = [];
    for (const [route, row] of rowsInTable()) {
      const { status } = await ask(route, row, undefined, own.attorney);
      if (status !== 401) wrong.push(`${route}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('answers a role of the table as it says for their own, and 403 to every other role', async () => {
    const secrets = [...named(walled, ofCase), walled.code, ...Object.values(elsewhere)];
    const wrong = await undone(() =>
      differences(async (route, row, role) => {
        const { status, code, text } = await ask(route, row, signedIn[role], own[role]);
        const wanted = row.who.includes(role) ? (typeof row.own === 'number' ? row.own : row.own[role]!) : 403;
        if (status !== wanted) return [`${status} ${code} in place of ${wanted}`];
        if (!row.who.includes(role) && code !== 'permission.missing') return [`403 ${code}`];
        return !row.namesWalled && shows(text, secrets) ? ['shows what is behind a wall or elsewhere'] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('answers 404 for a case behind a wall, and to those who come along for one that is not theirs', async () => {
    const wrong = await undone(() =>
      differences(async (route, row, role) => {
        if (!row.of.some((key) => ofCase.has(key)) || !row.who.includes(role)) return [];
        const cases = role === 'accompanier' ? [walled, unassigned] : [walled];
        const found: string[] = [];
        for (const ids of cases) {
          const { status, code } = await ask(route, row, signedIn[role], { ...own[role], ...ids });
          if (status !== (row.walled ?? 404)) found.push(`${status} ${code}`);
        }
        return found;
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('answers 404 for ids of another organisation, in the address and in the body, and changes nothing there', async () => {
    const before = await checksum(theirs);
    const wrong = await differences(async (route, row, role) => {
      const found: string[] = [];
      const token = signedIn[role];
      const wanted = row.who.includes(role) ? [404] : [403];
      if (row.of.length > 0) {
        const { status, code } = await ask(route, row, token, elsewhere, own[role]);
        if (!wanted.includes(status)) found.push(`${status} ${code}`);
      }
      const naming = row.body && JSON.stringify(row.body(own[role])) !== JSON.stringify(row.body(elsewhere));
      if (naming && row.who.includes(role)) {
        const { status, code } = await undone(() => ask(route, row, token, own[role], elsewhere));
        const mayNot = route.startsWith('PATCH /venue') && role === 'accompanier' ? [403] : [404, 422];
        if (!mayNot.includes(status)) found.push(`naming theirs: ${status} ${code}`);
      }
      return found;
    });
    expect(wrong).toEqual([]);
    expect(await checksum(theirs)).toBe(before);
  });

  it('answers no field for which a role, or a program, lacks the permission: its name is in no answer', async () => {
    const narrow = await ours.inWork(async (work) => {
      const permissions = [...permissionsOf.attorney].filter((one) => ![...guardedFields().values()].includes(one));
      const owner = Object.assign(Object.create(work) as Work, {
        actor: { userId: ours.as.attorney.userId, role: 'attorney', permissions: new Set(permissions) },
      });
      return (await app.app.get(SessionsService).createToken(owner, { name: 'narrow' })).token!;
    });
    const named = (route: string, text: string) =>
      route.includes('/patterns/') ? [] : [...guardedFields().keys()].filter((name) => text.includes(`"${name}":`));
    const answered = new Set<string>();
    const wrong: string[] = [];
    for (const [route, row] of rowsInTable().filter(([name]) => name.startsWith('GET ') && !name.endsWith('.pdf'))) {
      for (const role of row.who) {
        const { text } = await ask(route, row, signedIn[role], own[role]);
        for (const name of named(route, text)) {
          if (permissionsOf[role].has(guardedFields().get(name) as Permission)) answered.add(name);
          else wrong.push(`${route} as ${role}: ${name}`);
        }
      }
      const { text } = await ask(route, row, narrow, own.attorney);
      wrong.push(...named(route, text).map((name) => `${route} as a program: ${name}`));
    }
    expect(wrong).toEqual([]);
    // They are there for those who have it, or nothing would be tried here.
    expect([...answered].sort()).toEqual([...guardedFields().keys()].sort());
    // What is written stays, so it is written to a case of this test alone.
    const { arrest, client } = await sameCase(ours, ours.as.attorney, [ours.as.accompanier]);
    const write = (path: string, method: string, body: object) =>
      fetch(`${address}/api/${path}`, {
        method,
        headers: { authorization: `Bearer ${narrow}`, 'if-match': '"1"', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    for (const [path, method, body, fields] of [
      [`arrests/${arrest}`, 'PATCH', { precinct: '44', disposition: 'dismissed' }, ['disposition']],
      [`clients/${client}`, 'PATCH', { convictions: 'none', proceedings: null }, ['convictions', 'proceedings']],
      ['intakes', 'POST', { clientId: client, arrest: { chargeLevel: 'unknown' } }, ['arrest.chargeLevel']],
    ] as const) {
      const response = await write(path, method, body);
      const refused = (await response.json()) as { code: string; errors: { field: string }[] };
      expect([response.status, refused.code, refused.errors.map(({ field }) => field)]).toEqual([
        403,
        'field.not_yours',
        fields,
      ]);
    }
    // What a program may not see it does not empty by writing beside it.
    expect((await write(`arrests/${arrest}`, 'PATCH', { precinct: '44' })).status).toBe(200);
    const { body: after } = await ours.as.attorney.get(`/api/arrests/${arrest}`);
    expect(after).toMatchObject({ precinct: '44', chargeLevel: 'misdemeanor_b' });
    const copy = await ours.as.attorney.get(`/api/clients/${client}/summary?audience=accompanier`);
    const carried = await ours.as.accompanier.get(`/api/clients/${client}/summary?audience=accompanier`);
    expect([copy.body.posture, 'posture' in carried.body]).toEqual([expect.stringContaining('removal'), false]);
  });
});
