#!/usr/bin/env node
/**
 * `npm run bench:sign-in [-- --rounds 200]`: how long a refused sign-in takes for an address that nobody has, for a wrong
 * password and for a wrong code, asked in turn on a database of its own. The three should not be told apart.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import 'reflect-metadata';

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '200' } } });
const rounds = Number(options.rounds);
const say = (line) => process.stdout.write(`${line}\n`);

const { startEmbeddedPostgres } = await import('../../dist/src/platform/database/embedded/embedded-postgres.js');
const { migrate } = await import('../../dist/src/platform/database/migrations.js');
const { migrateQueue, postgresBackend } = await import('../../dist/src/platform/queue/backend.js');
const { entities } = await import('../../dist/src/entities.js');
const { migrations } = await import('../../dist/migrations/index.js');
const { makeApplication } = await import('../../dist/src/application.js');
const { hashPassword } = await import('../../dist/src/auth/secrets.js');
const { User } = await import('../../dist/src/auth/user.entity.js');
const { OrganizationsService } = await import('../../dist/src/organizations/organizations.service.js');
const { Configuration } = await import('../../dist/src/platform/config/configuration.js');
const { MasterKeys } = await import('../../dist/src/platform/crypto/master-keys.js');
const { place, seal } = await import('../../dist/src/platform/crypto/sealing.js');
const { makeLog } = await import('../../dist/src/platform/logging/logger.js');
const { generateSecret } = await import('otplib');

const password = 'a password that is right';
/** Fewer than lock an address. */
const triesOfOne = 4;
const emailOf = (kind, round) => `${kind}-${Math.floor(round / triesOfOne)}@example.org`;
const bodies = {
  'unknown account': (round) => ({ email: emailOf('nobody', round), password, code: '000000' }),
  'wrong password': (round) => ({ email: emailOf('first', round), password: 'wrong', code: '000000' }),
  'wrong code': (round) => ({ email: emailOf('second', round), password, code: '000000' }),
};

const root = mkdtempSync(join(tmpdir(), 'letterbox-bench-'));
const { ownerUrl, appUrl, stop } = await startEmbeddedPostgres({ dataDir: join(root, 'data'), log: say });
try {
  await migrate({ ownerUrl, appUrl, entities, migrations, log: say });
  await migrateQueue(ownerUrl);
  const app = await makeApplication({
    configuration: Configuration.read({ LOG_LEVEL: 'silent' }),
    databaseUrl: appUrl,
    masterKeys: new MasterKeys([Buffer.alloc(32, 5)]),
    queue: postgresBackend(appUrl),
    log: makeLog('silent'),
  });
  await makePeople(app);
  const times = Object.fromEntries(Object.keys(bodies).map((kind) => [kind, []]));
  // The first of each kind warms what is remembered.
  for (let round = 0; round <= rounds; round += 1)
    for (const [kind, body] of Object.entries(bodies)) {
      const took = await timed(app, body(round), round);
      if (round > 0) times[kind].push(took);
    }
  say(`\nmilliseconds of ${rounds} refused sign-ins each, asked in turn\n`);
  say('                      p10     p50     p90    mean');
  for (const [kind, all] of Object.entries(times)) {
    const sorted = all.toSorted((a, b) => a - b);
    const at = (share) => sorted[Math.floor(share * sorted.length)];
    const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
    say(kind.padEnd(17) + [at(0.1), at(0.5), at(0.9), mean].map((one) => one.toFixed(1).padStart(8)).join(''));
  }
  await app.close();
} finally {
  await stop();
  rmSync(root, { recursive: true, force: true });
}

/** Users with an authenticator app, whose password is right and whose codes are not. */
async function makePeople(app) {
  const passwordHash = await hashPassword(password);
  await app.get(OrganizationsService).create({ name: 'Bench' }, async (work) => {
    const keys = await work.organizationKeys();
    const people = ['first', 'second'].flatMap((kind) =>
      Array.from({ length: Math.ceil((rounds + 1) / triesOfOne) }, (_, n) => {
        const id = work.newId();
        const totpSecret = seal(keys.seal, place('users', 'totp_secret', id), generateSecret());
        const email = emailOf(kind, n * triesOfOne);
        const fields = { displayName: 'Bench', email, role: 'attorney', state: 'active' };
        return { id, ...fields, passwordHash, totpSecret, totpConfirmedAt: work.now };
      }),
    );
    await work.insert(User, people);
  });
}

async function timed(app, payload, round) {
  const began = process.hrtime.bigint();
  const answer = await app
    .getHttpAdapter()
    .getInstance()
    // Each from elsewhere, or the address would be refused before long.
    .inject({ method: 'POST', url: '/api/auth/login', payload, remoteAddress: `10.0.${round >> 8}.${round & 255}` });
  const took = Number(process.hrtime.bigint() - began) / 1e6;
  if (answer.statusCode !== 401) throw new Error(`${answer.statusCode} ${answer.body}`);
  return took;
}
