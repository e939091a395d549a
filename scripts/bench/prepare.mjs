/** Seeds, then has the program answer one request of each route and notes which statements it sent for it. */
import { randomInt } from 'node:crypto';
import { DataSource } from 'typeorm';
import { makeApplication } from '../../dist/src/application.js';
import { permissionsOf } from '../../dist/src/auth/permissions.js';
import { SessionsService } from '../../dist/src/auth/sessions.service.js';
import { User } from '../../dist/src/auth/user.entity.js';
import { OrganizationsService } from '../../dist/src/organizations/organizations.service.js';
import { Configuration } from '../../dist/src/platform/config/configuration.js';
import { MasterKeys } from '../../dist/src/platform/crypto/master-keys.js';
import { statements as sent } from '../../dist/src/platform/database/named-client.js';
import { Works } from '../../dist/src/platform/database/works.js';
import { makeLog } from '../../dist/src/platform/logging/logger.js';
import { postgresBackend } from '../../dist/src/platform/queue/backend.js';
import { PatternLedgerService } from '../../dist/src/patterns/pattern-ledger.service.js';
import { vacuum } from './bulk.mjs';
import { compareSearch } from './search.mjs';
import { seed } from './seed.mjs';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export async function prepare({ ownerUrl, appUrl, masterKey, clients, letters, say }) {
  const configuration = Configuration.read({ LOG_LEVEL: 'silent', REQUIRE_SECOND_FACTOR: 'false' });
  const app = await makeApplication({
    configuration,
    databaseUrl: appUrl,
    masterKeys: new MasterKeys([masterKey]),
    queue: postgresBackend(appUrl),
    log: makeLog('silent'),
  });
  try {
    const works = app.get(Works);
    const made = await app.get(OrganizationsService).create({ name: 'Bench', codePrefix: 'BN' }, async (work) => {
      const [user] = await work.insert(User, [
        { displayName: 'Bench', email: 'bench@example.org', role: 'attorney', state: 'active' },
      ]);
      const owner = Object.assign(Object.create(work), {
        actor: { userId: user.id, role: 'attorney', permissions: permissionsOf.attorney },
      });
      const { token } = await app.get(SessionsService).createToken(owner, { name: 'bench', expiresInDays: 30 });
      const id = async (table) => (await work.sql(`SELECT id FROM ${table} ORDER BY id LIMIT 5`)).map((row) => row.id);
      return {
        organizationId: work.organizationId,
        userId: user.id,
        token,
        places: await id('places'),
        offices: await id('offices'),
        keys: await work.organizationKeys(),
      };
    });
    say(`Seeding ${clients} case files with ${letters} letters ...`);
    const began = Date.now();
    const ids = await seed({ appUrl, ownerUrl, dataSource: app.get(DataSource), clients, letters, log: say, ...made });
    await works.run(made.organizationId, (work) => app.get(PatternLedgerService).rebuild(work));
    await app.get(DataSource).query('SELECT 1');
    await vacuum(ownerUrl);
    await compareSearch({ app, ownerUrl, organizationId: made.organizationId, say });
    say(`Seeded in ${((Date.now() - began) / 1000).toFixed(0)} s.`);

    const sample = Array.from({ length: 2000 }, () => ids[randomInt(ids.length)]);
    const wanted = [
      { name: 'case file by id', method: 'GET', paths: sample.map((id) => `/api/clients/${id}`), id: true },
      { name: 'list of clients, first page', method: 'GET', paths: ['/api/clients'] },
      { name: 'search by name', method: 'GET', paths: ['/api/clients?q=maria%20balomi'] },
      { name: 'intake, the whole page', method: 'POST', paths: ['/api/intakes'], body: page(made.places[0]) },
      { name: 'patterns overview', method: 'GET', paths: ['/api/patterns/overview'] },
    ];
    const routes = [];
    for (const route of wanted) routes.push({ ...route, ...(await captured(app, made.token, route)) });
    return { routes, token: made.token };
  } finally {
    await app.close();
  }
}

function page(placeId) {
  return {
    client: {
      legalName: 'Bench Person Example',
      county: 'bronx',
      consents: [{ kind: 'record_keeping', givenOn: '2018-02-28' }],
    },
    arrest: { arrestedOn: '2018-02-14', agency: 'nypd', chargeLevel: 'misdemeanor_b' },
    fingerprintEvent: { takenOn: '2018-02-14', reason: 'arrest', agency: 'nypd' },
    letter: {
      letterDatedOn: '2018-02-26',
      receivedOn: '2018-03-01',
      form: 'g_56',
      evidenceGrade: 'seen_original',
      reportingPlaceId: placeId,
      reportAt: '2030-03-08T14:00:00Z',
    },
    appointment: {},
  };
}

/** Statements that the second request of a route sends (the first one warms what is remembered). */
async function captured(app, token, { method, paths, body, name }) {
  const ask = () =>
    app
      .getHttpAdapter()
      .getInstance()
      .inject({
        method,
        url: paths[0],
        headers: { authorization: `Bearer ${token}` },
        ...(body ? { payload: body } : {}),
      });
  await ask();
  const seen = [];
  const listen = ({ text, values }) => seen.push({ text, values });
  sent.subscribe(listen);
  const answer = await ask();
  sent.unsubscribe(listen);
  if (answer.statusCode >= 300) throw new Error(`${name}: ${answer.statusCode} ${answer.body}`);
  const inRequest = paths[0].match(/[0-9a-f-]{36}/)?.[0];
  const inserted = seen
    .filter(({ text }) => /^\s*INSERT/.test(text))
    .flatMap(({ values }) => values.filter((value) => typeof value === 'string' && uuid.test(value)));
  const asked = new Set(seen.filter(({ text }) => /open_session/.test(text)).flatMap(({ values }) => values));
  const known = new Set(JSON.stringify(answer.json().organizationId ?? ''));
  const organization = seen.flatMap(({ text, values }) => (/organization_id = \$1/.test(text) ? [values[0]] : []))[0];
  const bodyText = JSON.stringify(body ?? {});
  const user = answer.json().client?.createdBy;
  const fresh = [...new Set(inserted)].filter(
    (id) =>
      id !== organization &&
      id !== inRequest &&
      id !== user &&
      !asked.has(id) &&
      !known.has(id) &&
      !bodyText.includes(id),
  );
  const code = answer.json().client?.code;
  return {
    pattern: paths[0]
      .replace(/[0-9a-f-]{36}/, '[0-9a-f-]{36}')
      .replace(/\?.*/, (query) => `\\${query}`)
      .concat('$'),
    id: inRequest,
    fresh,
    code: method === 'POST' ? code : undefined,
    statements: seen.map(({ text, values }) => ({ text, values: values.map(plain) })),
  };
}

const plain = (value) =>
  Buffer.isBuffer(value)
    ? { buffer: value.toString('base64') }
    : value instanceof Date
      ? { date: value.toISOString() }
      : value;
