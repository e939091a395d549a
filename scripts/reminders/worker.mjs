/**
 * A worker process for measurements: sends text messages to a driver that takes no time, and prints for each second what
 * it took over. Its settings come as JSON in the first argument.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { Jobs } from '../../dist/src/platform/queue/jobs.js';
import { postgresBackend } from '../../dist/src/platform/queue/backend.js';
import { application } from './world.mjs';

const settings = JSON.parse(process.argv[2]);
const handed = [];
const concurrency = 10;

if (settings.bare) {
  const take = () => Promise.resolve(void handed.push(Date.now()));
  if (settings.redisUrl) {
    const connection = new Redis(settings.redisUrl, { maxRetriesPerRequest: null });
    new Worker('bare', take, { connection, prefix: settings.prefix, concurrency });
  } else postgresBackend(settings.appUrl).worker('bare', take, concurrency);
} else {
  const sms = {
    driver: 'none',
    standIn: false,
    deliversOnce: true,
    send: ({ id }) => (handed.push(Date.now()), Promise.resolve({ providerId: `none-${id}` })),
  };
  const app = await application({ ...settings, channels: { sms } });
  await app.get(Jobs).work(concurrency);
}
// Whoever started it is gone.
process.stdout.on('error', () => process.exit(0));
process.stdout.write('ready\n');
process.on('SIGTERM', () => {
  process.stdout.write(`${JSON.stringify(handed)}\n`, () => process.exit(0));
});
for (;;) {
  await sleep(100);
  process.stdout.write(`handed ${handed.length}\n`);
}
