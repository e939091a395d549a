import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readFile, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { makeApplication } from '../../src/application.js';
import { KeyStatusService } from '../../src/keys/key-status.service.js';
import { OrganizationsService } from '../../src/organizations/organizations.service.js';
import { Configuration } from '../../src/platform/config/configuration.js';
import { makeDataKey } from '../../src/platform/crypto/key-ring.js';
import { masterKeysIn } from '../../src/platform/crypto/master-key-file.js';
import { freePort } from '../../src/platform/database/embedded/free-port.js';
import { runningPostgres } from '../../src/platform/database/embedded/running.js';
import { Works } from '../../src/platform/database/works.js';
import { makeLog } from '../../src/platform/logging/logger.js';
import { postgresBackend } from '../../src/platform/queue/backend.js';
import { Caller, type LetterboxProcess, Workshop } from './letterbox-process.js';

const admin = { email: 'admin@example.org', password: 'a long enough sentence' };

let workshop: Workshop;
let dataDir: string;
let port: number;
let environment: Record<string, string>;
let server: LetterboxProcess;
let attorney: Caller;
/** The application in this process, on the same database, for what no route makes. */
let beside: NestFastifyApplication;

beforeAll(async () => {
  workshop = await Workshop.open();
  dataDir = join(workshop.path, 'data');
  port = await freePort();
  environment = { PORT: String(port), DATA_DIR: dataDir };
  server = await workshop
    .start({
      ...environment,
      ORGANIZATION_NAME: 'Key Clinic',
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
    })
    .ready();
  attorney = await (await new Caller(port).signIn(admin.email, admin.password)).colleague('attorney');
  beside = await applicationBeside();
});

afterAll(async () => {
  await beside?.close();
  await workshop.close(dataDir);
});

async function applicationBeside(): Promise<NestFastifyApplication> {
  const { appUrl } = (await runningPostgres(dataDir))!;
  return makeApplication({
    configuration: Configuration.read({ DATA_DIR: dataDir, DATABASE_POOL: '2' }),
    databaseUrl: appUrl,
    masterKeys: masterKeysIn(dataDir, true, () => undefined),
    queue: postgresBackend(appUrl),
    log: makeLog('silent'),
  });
}

const keys = (...words: string[]) => workshop.run('cli/keys.js', words, environment);

/** Runs the command to its end and answers what it says. */
async function said(...words: string[]): Promise<string> {
  const command = keys(...words);
  const code = await command.ended;
  expect([code, command.stderr]).toEqual([0, '']);
  return command.stdout;
}

const masterKeyLines = async () => (await readFile(join(dataDir, 'master.key'), 'utf8')).trim().split('\n');
const installation = async () => {
  const [row] = (await beside.get(DataSource).query('SELECT master_key_id, next_master_key_id FROM installation')) as {
    master_key_id: string;
    next_master_key_id: string | null;
  }[];
  return row!;
};

let named = 0;
/** Makes a client over HTTP and answers the id. */
async function aClient(): Promise<string> {
  const { status, body } = await attorney.post('/clients', { legalName: `Key Person${(named += 1)}` });
  expect(status).toBe(201);
  return body.id as string;
}

async function nameOf(id: string): Promise<string> {
  return (await attorney.get(`/clients/${id}`)).body.legalName as string;
}

/** What the keys of the organisation hold, newest key first; all of it opens. */
async function sealKeys(): Promise<Record<string, number>[]> {
  const status = await beside.get(KeyStatusService).of(await ownOrganization());
  expect([status.opens, status.broken]).toEqual([true, []]);
  return status.sealKeys.map(({ seals }) => seals);
}

/** Something of the own organisation, as the system. */
const sql = async <T extends object>(text: string): Promise<T[]> =>
  beside.get(Works).run(await ownOrganization(), (work) => work.sql<T>(text));
const clientKeys = async () => (await sql<{ n: number }>('SELECT count(*)::int AS n FROM client_keys'))[0]!.n;

async function ownOrganization(): Promise<string> {
  return (await attorney.get('/auth/me')).body.organization.id as string;
}

describe('npm run keys, beside the running server', () => {
  it('says which keys there are, and what it can do', async () => {
    await aClient();
    const status = await said('status');
    expect(status).toMatch(/^Master key [\w-]{12}\.$/m);
    const own = `Organisation ${await ownOrganization()}: key, made \\d{4}-\\d\\d-\\d\\d`;
    expect(status).toMatch(new RegExp(`^${own}, holds ${await clientKeys()} client keys\\.$`, 'm'));
    const unsure = keys('rotate', '--everything');
    expect([await unsure.ended, unsure.stdout]).toEqual([1, '']);
    expect(unsure.stderr).toMatch(/^Usage: npm run keys -- status \| rotate \[--master\] \[--organization <id>\]\n$/);
  });

  it('changes the master key and the key of the organisation while people go on working', async () => {
    const [former] = (await masterKeyLines()) as [string];
    const before = await aClient();
    const rotation = keys('rotate');
    const made: string[] = [];
    while (rotation.isRunning) made.push(await aClient());
    expect([await rotation.ended, rotation.stderr]).toEqual([0, '']);
    expect(rotation.stdout).toMatch(/^The master key is now [\w-]{12}; \d+ organisation keys were re-wrapped\.$/m);
    expect(rotation.stdout).toMatch(/: has a new key; the former one is gone\.$/m);
    expect(made.length).toBeGreaterThan(10);
    const names = await Promise.all([before, ...made, await aClient()].map(nameOf));
    expect(names.every((name) => name.startsWith('Key Person'))).toBe(true);
    const lines = await masterKeyLines();
    expect(lines).toHaveLength(1);
    expect(lines).not.toContain(former);
    expect(await sealKeys()).toEqual([{ 'client keys': await clientKeys() }]);
  });

  it('writes down that keys were rotated, with counts and nothing else', async () => {
    const written = () =>
      sql<{ event: string; details: Record<string, unknown> }>(
        `SELECT event, details FROM audit_events WHERE event LIKE 'keys.%' ORDER BY id`,
      );
    const before = (await written()).length;
    for (let n = 0; n < 2; n += 1) await aClient();
    await said('rotate');
    const lines = (await written()).slice(before);
    expect(lines.map(({ event }) => event)).toEqual(['keys.rotated', 'keys.made', 'keys.rotated']);
    expect(lines[0]!.details).toEqual({ key: 'master', rewrapped: expect.any(Number), broken: 0 });
    expect(lines[2]!.details).toMatchObject({ key: 'organization', broken: 0, retired: 1 });
    expect(lines[2]!.details.rewrapped).toBeGreaterThan(1);
  });

  it('killed while it changes the master key, leaves a server that works and a database that opens with both; run again, finishes', async () => {
    const client = await aClient();
    for (let n = 0; n < 40; n += 1)
      await beside.get(OrganizationsService).create({ name: `Org ${n}` }, () => Promise.resolve());
    const [before] = (await masterKeyLines()) as [string];
    const killed = keys('rotate', '--master');
    await killed.prints(/keys re-wrapped \(1 of 41\)/);
    await killed.end('SIGKILL');
    const { master_key_id, next_master_key_id } = await installation();
    expect(next_master_key_id).not.toBeNull();
    expect(await masterKeyLines()).toEqual([expect.not.stringMatching(before), before]);
    expect(await nameOf(client)).toMatch(/^Key Person/);
    expect(await nameOf(await aClient())).toMatch(/^Key Person/);

    const { appUrl, ownerUrl } = (await runningPostgres(dataDir))!;
    const alone = { PORT: String(await freePort()), DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl };
    const withFormer = workshop.start({ ...alone, MASTER_KEY: before });
    expect([await withFormer.ended, withFormer.stderr]).toEqual([
      1,
      expect.stringMatching(
        /^The master key of this database is being changed, and the new one is not here\. [^\n]+\n$/,
      ),
    ]);

    expect(await said('rotate', '--master')).toContain(`The master key is now ${next_master_key_id};`);
    expect(await installation()).toEqual({ master_key_id: next_master_key_id, next_master_key_id: null });
    expect(master_key_id).not.toBe(next_master_key_id);
    expect(await masterKeyLines()).toHaveLength(1);
    const made = await beside.get(OrganizationsService).create({ name: 'Late' }, (work) => work.organizationKeys());
    expect(made.seal.bytes).toHaveLength(32);
  });

  it('killed while it changes the key of an organisation, loses nothing; run again, finishes', async () => {
    const organizationId = await ownOrganization();
    const client = await aClient();
    await beside.get(Works).run(organizationId, async (work) => {
      const { seal } = await work.organizationKeys();
      const many = Array.from({ length: 4000 }, () => makeDataKey(seal, randomUUID()));
      await work.sql(
        `INSERT INTO client_keys (id, organization_id, client_id, wrapped, created_at)
           SELECT n.id, $1, n.id, n.wrapped, now() FROM unnest($2::uuid[], $3::text[]) AS n (id, wrapped)`,
        [organizationId, many.map(({ id }) => id), many.map(({ wrapped }) => wrapped)],
      );
    });
    const killed = keys('rotate', '--organization', organizationId);
    await killed.prints(/: \d+ client keys re-wrapped\./);
    await killed.end('SIGKILL');
    expect((await sealKeys()).map((held) => held['client keys']! > 0)).toEqual([true, true]);
    expect(await nameOf(client)).toMatch(/^Key Person/);
    expect(await nameOf(await aClient())).toMatch(/^Key Person/);
    expect(await said('rotate', '--organization', organizationId)).toContain('the former one is gone');
    expect(await sealKeys()).toHaveLength(1);
    expect(await nameOf(client)).toMatch(/^Key Person/);
  });

  it('leaves a server that starts with the new master key alone, and refuses the former one in one line', async () => {
    const client = await aClient();
    const [former] = (await masterKeyLines()) as [string];
    await said('rotate', '--master');
    await beside.close();
    expect(await server.end('SIGTERM')).toBe(0);
    const current = await readFile(join(dataDir, 'master.key'), 'utf8');
    await writeFile(join(dataDir, 'master.key'), `${former}\n`);
    const refused = workshop.start(environment);
    expect([await refused.ended, refused.stderr]).toEqual([
      1,
      expect.stringMatching(/^This is not the master key that the database was sealed with\. [^\n]+\n$/),
    ]);
    await writeFile(join(dataDir, 'master.key'), current);
    // With no server running, the command starts the database itself and leaves it as it was.
    expect(await said('status')).toContain('client keys');
    server = await workshop.start(environment).ready();
    beside = await applicationBeside();
    expect(await nameOf(client)).toMatch(/^Key Person/);
  });
});
