/** One trial: many reminders, several workers, and faults thrown by dice until all reminders have come to an end. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/src/platform/database/embedded/embedded-postgres.js';
import { freePort } from '../../dist/src/platform/database/embedded/free-port.js';
import { migrate } from '../../dist/src/platform/database/migrations.js';
import { migrateQueue } from '../../dist/src/platform/queue/backend.js';
import { entities } from '../../dist/src/entities.js';
import { migrations } from '../../dist/migrations/index.js';
import { startRedis } from '../lib/redis.mjs';
import { startProvider } from './provider.mjs';
import { application, makeOrganization, seedAppointments } from './world.mjs';

const workers = 2;
const minute = 60_000;
/** Clocks of workers that were started again may be wrong by this. */
const wrongs = [0, 0, -10 * minute, 10 * minute];
const quiet = () => undefined;

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
export function diceOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * @param seconds how long faults are thrown, of our clock
 * @param speed how much faster than ours the clock of the program runs: at 30 a lease of five minutes is over in ten seconds,
 * and a reminder is of use for four minutes
 * @returns figures: reminders by state, missing, twice, faults thrown
 */
export async function trial({ root, backend, deliversOnce, reminders, seconds, seed, speed }) {
  const dice = diceOf(seed);
  const dataDir = join(root, `${backend}-${deliversOnce}`);
  const port = await freePort();
  let postgres = await startEmbeddedPostgres({ dataDir, port, log: quiet });
  let redis = backend === 'redis' ? await startRedis(root, await freePort()) : undefined;
  if (backend === 'redis' && !redis) throw new Error('redis-server is not installed.');
  const { appUrl, ownerUrl } = postgres;
  const provider = await startProvider({ dice, deliversOnce });
  const running = new Set();
  const thrown = { 'worker killed': 0, 'PostgreSQL crashed': 0, 'Redis emptied': 0, 'Redis killed': 0 };
  try {
    await migrate({ ownerUrl, appUrl, entities, migrations, log: quiet });
    await migrateQueue(ownerUrl);
    const app = await application({ appUrl, redisUrl: redis?.url });
    const made = await makeOrganization(app, 'FT');
    const epoch = Date.now();
    // From a moment by when the workers are there until shortly before the faults end, by the clock of the program.
    const dueAts = Array.from(
      { length: reminders },
      () => new Date(epoch + (5 + dice() * seconds * 0.7) * 1000 * speed),
    );
    await seedAppointments(app, appUrl, made, dueAts);
    await app.close();

    const settings = { appUrl, redisUrl: redis?.url, provider: provider.url, deliversOnce, speed, epoch };
    const start = () => {
      const wrongMs = wrongs[Math.floor(dice() * wrongs.length)];
      const words = ['scripts/reminders/sender.mjs', JSON.stringify({ ...settings, wrongMs })];
      const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'ignore'] });
      running.add(child);
      child.once('exit', () => running.delete(child));
      return new Promise((resolve) => {
        child.stdout.once('data', resolve);
        child.once('exit', resolve);
      });
    };
    const faults = {
      'worker killed': async () => {
        const [victim] = running;
        victim?.kill('SIGKILL');
        await start();
      },
      'PostgreSQL crashed': async () => {
        process.kill(Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGQUIT');
        await postgres.ended;
        await postgres.stop();
        postgres = await startEmbeddedPostgres({ dataDir, port, log: quiet });
      },
      ...(redis
        ? {
            'Redis emptied': async () => {
              const client = new Redis(redis.url);
              await client.flushall();
              client.disconnect();
            },
            'Redis killed': async () => {
              redis.child.kill('SIGKILL');
              await new Promise((resolve) => redis.child.once('close', resolve));
              redis = await startRedis(root, redis.port);
            },
          }
        : {}),
    };
    await Promise.all(Array.from({ length: workers }, start));
    const end = Date.now() + seconds * 1000;
    const names = Object.keys(faults);
    for (let n = 0; Date.now() < end; n += 1) {
      await sleep(500 + dice() * 1500);
      // Each kind once, then by dice.
      const name = n < names.length ? names[n] : names[Math.floor(dice() * names.length)];
      await faults[name]();
      thrown[name] += 1;
    }
    while (running.size < workers) await start();
    const states = await settled(appUrl, made.organizationId);
    return {
      ...judged(states, provider.delivered, reminders),
      provider: provider.figures,
      thrown,
      seconds: (Date.now() - epoch) / 1000,
    };
  } finally {
    for (const child of running) child.kill('SIGKILL');
    provider.stop();
    await postgres.stop();
    redis?.child.kill('SIGKILL');
  }
}

/** Waits until nothing is pending any more. */
async function settled(appUrl, organizationId) {
  const client = new pg.Client({ connectionString: appUrl, options: '-c role=clinic_app' });
  await client.connect();
  try {
    await client.query(`SELECT set_config('app.organization_id', $1, false)`, [organizationId]);
    const end = Date.now() + 10 * minute;
    for (;;) {
      const { rows } = await client.query(
        `SELECT a.id AS appointment, r.id, r.state FROM appointments a LEFT JOIN reminders r
           ON r.subject_id = a.id AND r.recipient_type = 'client'`,
      );
      const open = rows.filter(({ state }) => state === null || state === 'scheduled' || state === 'enqueued').length;
      if (open === 0 || Date.now() > end) return rows;
      await sleep(500);
    }
  } finally {
    await client.end();
  }
}

function judged(rows, delivered, reminders) {
  const states = {};
  const ofAppointment = new Map();
  let sentWithoutDelivery = 0;
  for (const { appointment, id, state } of rows) {
    states[state ?? 'none'] = (states[state ?? 'none'] ?? 0) + 1;
    const known = ofAppointment.get(appointment) ?? { times: 0, settled: false };
    const times = delivered.get(id) ?? 0;
    if (state === 'sent' && times === 0) sentWithoutDelivery += 1;
    ofAppointment.set(appointment, {
      times: known.times + times,
      settled: known.settled || state === 'sent' || state === 'unconfirmed',
    });
  }
  const all = [...ofAppointment.values()];
  return {
    reminders,
    states,
    // Neither gone out nor shown to somebody as doubtful.
    missing: reminders - all.filter(({ settled }) => settled).length + sentWithoutDelivery,
    twice: all.filter(({ times }) => times > 1).length,
  };
}
