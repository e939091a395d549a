#!/usr/bin/env node
/**
 * `npm run bench [-- --clients 100000 --seconds 6 --only intake --profile <folder>]`: seeds a large organisation, then prints for each route the rate of
 * the program beside that of a bare server issuing the same statements, in one run, and the resident memory (`--only routes` for these alone); then how
 * fast reminders go out (`--only reminders --reminders 10000` for these alone), and reports over a ledger of a million rows beside
 * statements by hand, with what the ledger adds to writing (`--only patterns --letters 1000000`).
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    clients: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '6' },
    only: { type: 'string' },
    reminders: { type: 'string', default: '10000' },
    letters: { type: 'string', default: '1000000' },
    profile: { type: 'string' },
  },
});
/** `--only` names a part, or a route by some words of its name. */
const parts = ['routes', 'reminders', 'patterns'];
const wantedPart = parts.includes(options.only) ? options.only : options.only && 'routes';
const measures = (part) => wantedPart === undefined || wantedPart === part;
const clients = Number(options.clients);
const seconds = Number(options.seconds);
// As `npm start` runs it: the heap's limits are part of the promise about memory.
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
const heap = scripts.start.split(' ').filter((word) => word.startsWith('--max'));
const say = (line) => process.stdout.write(`${line}\n`);
if (spawnSync('npx', ['nest', 'build'], { stdio: 'inherit' }).status !== 0) process.exit(1);

await import('reflect-metadata');
const { startEmbeddedPostgres } = await import('../dist/src/platform/database/embedded/embedded-postgres.js');
const { freePort } = await import('../dist/src/platform/database/embedded/free-port.js');
const { migrate } = await import('../dist/src/platform/database/migrations.js');
const { migrateQueue } = await import('../dist/src/platform/queue/backend.js');
const { entities } = await import('../dist/src/entities.js');
const { migrations } = await import('../dist/migrations/index.js');
const { prepare } = await import('./bench/prepare.mjs');
const { benchPatterns } = await import('./bench/patterns.mjs');
const { benchReminders } = await import('./bench/reminders.mjs');
const { startRedis } = await import('./lib/redis.mjs');
const { default: autocannon } = await import('autocannon');

const root = mkdtempSync(join(tmpdir(), 'letterbox-bench-'));
const children = [];
let redis;
const postgres = await startEmbeddedPostgres({ dataDir: join(root, 'data'), log: say });
try {
  const { ownerUrl, appUrl } = postgres;
  await migrate({ ownerUrl, appUrl, entities, migrations, log: say });
  await migrateQueue(ownerUrl);
  if (measures('routes')) await routes(ownerUrl, appUrl);
  if (measures('reminders')) {
    redis = await startRedis(root, await freePort());
    await benchReminders({ appUrl, ownerUrl, redisUrl: redis?.url, count: Number(options.reminders), say });
  }
  if (measures('patterns')) await benchPatterns({ appUrl, ownerUrl, rows: Number(options.letters), say });
} finally {
  for (const child of children) child.kill('SIGTERM');
  redis?.child.kill('SIGTERM');
  await Promise.all(children.map((child) => child.exitCode ?? new Promise((resolve) => child.once('exit', resolve))));
  await postgres.stop();
  rmSync(root, { recursive: true, force: true });
}

async function routes(ownerUrl, appUrl) {
  const words = parts.includes(options.only) ? '' : (options.only ?? '');
  const masterKey = Buffer.alloc(32, 5);
  const { routes, token } = await prepare({
    ownerUrl,
    appUrl,
    masterKey,
    clients,
    letters: Math.round(clients * 1.2),
    say,
  });

  const [programPort, barePort] = [3971, 3972];
  const file = join(root, 'routes.json');
  writeFileSync(file, JSON.stringify({ databaseUrl: appUrl, routes, port: barePort }));
  const program = start(
    'dist/src/main.js',
    [],
    {
      PORT: String(programPort),
      DATABASE_URL: appUrl,
      DATABASE_OWNER_URL: ownerUrl,
      MASTER_KEY: masterKey.toString('base64'),
      ROLES: 'api',
      LOG_LEVEL: 'warn',
      REQUIRE_SECOND_FACTOR: 'false',
      DATA_DIR: join(root, 'program'),
    },
    [...heap, ...(options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : [])],
  );
  await ready(program, 'ready at');
  const bare = start('scripts/bench/bare-server.mjs', [file], {});
  await ready(bare, 'ready');

  say(`\nrates in requests/s over ${seconds} s and 10 connections, best of two; ratio = program / bare\n`);
  say('cpu = processor time of the process per request in ms, which a busy machine does not change\n');
  say('route                                    program     bare   ratio   p99 ms  statements   cpu program / bare');
  for (const route of routes.filter(({ name }) => name.includes(words))) {
    const ours = () => run(program.pid, programPort, route, token);
    const theirs = () => run(bare.pid, barePort, route, token);
    const [p1, b1, p2, b2] = [await ours(), await theirs(), await ours(), await theirs()];
    const ourBest = p1.rate > p2.rate ? p1 : p2;
    const theirBest = b1.rate > b2.rate ? b1 : b2;
    const cells = [
      route.name.padEnd(38),
      String(Math.round(ourBest.rate)).padStart(9),
      String(Math.round(theirBest.rate)).padStart(8),
      (ourBest.rate / theirBest.rate).toFixed(2).padStart(7),
      String(ourBest.p99).padStart(8),
      String(route.statements.length).padStart(11),
      `${ourBest.cpu.toFixed(2)} / ${theirBest.cpu.toFixed(2)}`.padStart(20),
    ];
    say(cells.join(' '));
  }
  const memory = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${program.pid}/status`, 'utf8'));
  say(`\nresident memory of the API process after this: ${Math.round(Number(memory[1]) / 1024)} MB`);
}

function start(script, words, environment, flags = []) {
  const child = spawn(process.execPath, [...flags, script, ...words], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

function ready(child, text) {
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (data) => String(data).includes(text) && resolve());
    child.once('exit', () => reject(new Error('A server of the benchmark ended before it was ready.')));
  });
}

/** Processor time that a process has used so far, in ms: user and system ticks of 10 ms. */
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function run(pid, port, route, token) {
  const before = cpuOf(pid);
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: 10,
    duration: seconds,
    method: route.method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    requests: route.paths.map((path) => ({
      method: route.method,
      path,
      ...(route.body ? { body: JSON.stringify(route.body) } : {}),
    })),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${route.name}: ${result.non2xx} answers were not 2xx, ${result.errors} errors.`);
  const cpu = (cpuOf(pid) - before) / result.requests.total;
  return { rate: result.requests.average, p99: result.latency.p99, cpu };
}
