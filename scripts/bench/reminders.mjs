/**
 * Reminders that are due in the same minute, handed to a driver that takes no time: by one worker process, by two, and
 * beside them as many empty jobs of bare BullMQ on the same backend.
 */
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { postgresBackend } from '../../dist/src/platform/queue/backend.js';
import { SweepService } from '../../dist/src/reminders/sweep.service.js';
import { application, hoursBefore, makeOrganization, seedAppointments } from '../reminders/world.mjs';

/** From everything being in place until it is due. */
const leadMs = 10_000;
/** So many for each worker go first, uncounted: one that has just been started has its code still to be compiled. */
const warmUp = 2000;

export async function benchReminders({ appUrl, ownerUrl, redisUrl, count, say }) {
  say(`\n${count} reminders due in the same minute, driver of zero latency; late = handed over after they were due\n`);
  say('backend    what                      rate/s    p50 late    p99 late    last after   ratio to bare');
  for (const backend of redisUrl ? ['redis', 'postgres'] : ['postgres']) {
    const where = { appUrl, ownerUrl, prefix: 'bench', ...(backend === 'redis' ? { redisUrl } : {}) };
    const bare = await best(() => measured({ ...where, bare: true }, 1, (n) => bareJobs(where, n), count));
    line(say, backend, 'bare BullMQ, empty jobs', bare);
    for (const workers of [1, 2]) {
      const ours = await measured(
        where,
        workers,
        (n, name) => reminders(where, n, `${backend[0]}${workers}${name}`),
        count,
      );
      line(say, backend, `reminders, ${workers} worker${workers > 1 ? 's' : ''}`, ours, ours.rate / bare.rate);
    }
  }
  if (!redisUrl) say('Not measured on Redis: redis-server is not installed.');
}

const best = async (run) => [await run(), await run()].sort((a, b) => b.rate - a.rate)[0];

function line(say, backend, what, { rate, p50, p99, last }, ratio) {
  const cells = [backend.padEnd(10), what.padEnd(24), String(Math.round(rate)).padStart(7)];
  for (const ms of [p50, p99, last]) cells.push(`${(ms / 1000).toFixed(2)} s`.padStart(11));
  say([...cells, ratio === undefined ? '' : ratio.toFixed(2).padStart(13)].join(' '));
}

/** Starts workers, has something made due for them to warm up and then what counts, and waits until all of it was taken over. */
async function measured(where, workers, make, count) {
  const first = warmUp * workers;
  const processes = Array.from({ length: workers }, () => start(where));
  await Promise.all(processes.map(({ ready }) => ready));
  await make(first, 'w');
  await taken(processes, first);
  const due = await make(count, 'c');
  await taken(processes, first + count);
  const all = (await Promise.all(processes.map((one) => one.end()))).flat().sort((a, b) => a - b);
  const times = all.slice(first).map((at) => at - due);
  const last = times[times.length - 1];
  const at = (share) => times[Math.floor(times.length * share)];
  return { rate: count / (last / 1000), p50: at(0.5), p99: at(0.99), last };
}

async function taken(processes, count) {
  const end = Date.now() + 180_000;
  while (processes.reduce((sum, one) => sum + one.handed, 0) < count) {
    if (Date.now() > end)
      throw new Error(`After three minutes not all were handed over (${processes.map((one) => one.handed)}).`);
    await sleep(50);
  }
}

function start(where) {
  const child = spawn(process.execPath, ['scripts/reminders/worker.mjs', JSON.stringify(where)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  let isReady;
  const one = { handed: 0, ready: new Promise((resolve) => (isReady = resolve)) };
  child.stdout.on('data', (chunk) => {
    text += chunk;
    const counted = text.match(/handed \d+(?=\n)/g);
    if (counted) one.handed = Number(counted[counted.length - 1].slice(7));
    if (text.includes('ready')) isReady();
    if (!text.includes('[')) text = text.slice(-100);
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  one.end = async () => {
    child.kill('SIGTERM');
    await ended;
    return JSON.parse(text.slice(text.indexOf('[')));
  };
  return one;
}

async function bareJobs({ appUrl, redisUrl, prefix }, count) {
  const backend = redisUrl ? undefined : postgresBackend(appUrl);
  const connection = redisUrl && new Redis(redisUrl, { maxRetriesPerRequest: null });
  const queue = backend ? backend.queue('bare') : new Queue('bare', { connection, prefix });
  const due = Date.now() + leadMs;
  for (let at = 0; at < count; at += 1000) {
    const jobs = Array.from({ length: Math.min(1000, count - at) }, (_, n) => ({
      name: 'bare',
      data: { n: at + n },
      opts: {
        jobId: `bare-${due}-${at + n}`,
        delay: Math.max(0, due - Date.now()),
        removeOnComplete: true,
        removeOnFail: true,
      },
    }));
    await queue.addBulk(jobs);
  }
  await queue.close();
  await backend?.close();
  connection?.disconnect();
  return due;
}

async function reminders(where, count, name) {
  const app = await application(where);
  try {
    const made = await makeOrganization(app, name.toUpperCase());
    const { client, end } = await inOrganization(where.appUrl, made.organizationId);
    const anHourAhead = new Date(Date.now() + 3_600_000);
    await seedAppointments(
      app,
      where.appUrl,
      made,
      Array.from({ length: count }, () => anHourAhead),
    );
    const derived = async () => Number((await client.query('SELECT count(*) AS n FROM reminders')).rows[0].n);
    while ((await derived()) < count) await app.get(SweepService).sweep();
    // All is in place; now it is brought near, as if time had passed.
    const due = new Date(Math.ceil((Date.now() + leadMs) / 1000) * 1000);
    const startsAt = new Date(due.getTime() + hoursBefore * 3_600_000);
    await client.query('UPDATE appointments SET starts_at = $1', [startsAt]);
    await client.query('UPDATE reminders SET due_at = $1, attempt_at = $1, useful_until = $2, basis = $3', [
      due,
      startsAt,
      startsAt.toISOString(),
    ]);
    await analyse(where.ownerUrl);
    await app.get(SweepService).sweep();
    await end();
    if (Date.now() > due.getTime()) throw new Error('They were due before they were in place.');
    return due.getTime();
  } finally {
    await app.close();
  }
}

/** As PostgreSQL does by itself within a minute or so; only the owner of the tables may. */
async function analyse(ownerUrl) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('ANALYZE');
  await owner.end();
}

async function inOrganization(appUrl, organizationId) {
  const client = new pg.Client({ connectionString: appUrl, options: '-c role=clinic_app -c timezone=UTC' });
  await client.connect();
  await client.query(`SELECT set_config('app.organization_id', $1, false)`, [organizationId]);
  return { client, end: () => client.end() };
}
