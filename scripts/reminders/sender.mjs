/**
 * A worker process for trials: its clock runs fast and may be wrong, its text messages go to the provider of the trial,
 * and it sweeps as often as its clock says. Made to be killed. Its settings come as JSON in the first argument.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Jobs } from '../../dist/src/platform/queue/jobs.js';
import { TransientFailure, UnconfirmedFailure } from '../../dist/src/platform/channels/channel.js';
import { postgresBackend, redisBackend } from '../../dist/src/platform/queue/backend.js';
import { SweepService } from '../../dist/src/reminders/sweep.service.js';
import { application } from './world.mjs';

const { appUrl, redisUrl, provider, deliversOnce, speed, epoch, wrongMs } = JSON.parse(process.argv[2]);
const patienceMs = 2000;
const sweepEveryMs = 60_000 / speed;

/** Whether the provider took it over cannot be known once the request has left and nothing came back. */
async function send({ id }) {
  const request = { method: 'POST', body: id, signal: AbortSignal.timeout(patienceMs) };
  const answer = await fetch(provider, request).catch(() => {
    throw new UnconfirmedFailure('trial.no_answer');
  });
  if (!answer.ok) throw new TransientFailure('trial.busy');
  return { providerId: `trial-${id}` };
}

const clock = { now: () => new Date(epoch + (Date.now() - epoch) * speed + wrongMs) };
const backend = redisUrl ? redisBackend(redisUrl) : postgresBackend(appUrl);
const { queue } = backend;
backend.queue = (name) => {
  const opened = queue(name);
  const addBulk = opened.addBulk.bind(opened);
  // What is an hour for the program is a few seconds for the queue.
  opened.addBulk = (jobs) =>
    addBulk(jobs.map((job) => ({ ...job, opts: { ...job.opts, delay: Math.round((job.opts.delay ?? 0) / speed) } })));
  return opened;
};
const app = await application({
  appUrl,
  queue: backend,
  clock,
  channels: { sms: { driver: 'trial', standIn: false, deliversOnce, send } },
});
await app.get(Jobs).work();
process.stdout.on('error', () => process.exit(0));
process.stdout.write('ready\n');
// One after the other, as the queue has it.
for (;;) {
  await sleep(sweepEveryMs);
  await app
    .get(SweepService)
    .sweep()
    .catch(() => undefined);
}
