/**
 * Loaded before the program (`node --import`), in processes that a test starts to see them die. The program itself knows
 * nothing of it. What it is to do stands as JSON in the file that FAULTS names, and may change while the process runs:
 *
 * - `step`: where it ends with SIGKILL: `before commit` or `after commit` of a work that sets alarms; `job taken`;
 *   `before sending`, `after sending`, `before acknowledging` of the message to the address `to`.
 * - `aheadMs`: how far ahead the clock of a worker is; people who use the API live by the right one.
 * - `rings`: an organisation whose alarm rings all the time.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { readFileSync } from 'node:fs';
import { SmtpChannel } from '../../dist/src/platform/channels/smtp.channel.js';
import { WebhookChannel } from '../../dist/src/platform/channels/webhook.channel.js';
import { Clock } from '../../dist/src/platform/clock.js';
import { Work } from '../../dist/src/platform/database/work.js';
import { Works } from '../../dist/src/platform/database/works.js';
import { Jobs } from '../../dist/src/platform/queue/jobs.js';

const sweepEveryMs = 500;
const ringEveryMs = 100;

const faults = () => JSON.parse(readFileSync(process.env.FAULTS, 'utf8'));
let { aheadMs = 0 } = faults();

function at(name, to) {
  const wanted = faults();
  if (wanted.step === name && wanted.to === to) process.kill(process.pid, 'SIGKILL');
}

/** Has `around(before, ...words)` take the place of a method; `before` is what it was. */
function wrap({ prototype }, method, around) {
  const before = prototype[method];
  prototype[method] = function (...words) {
    return around.call(this, (...given) => before.apply(this, given), ...words);
  };
}

if (process.env.ROLES === 'worker') Clock.prototype.now = () => new Date(Date.now() + aheadMs);

wrap(Work, 'ending', async (ending) => {
  const ended = await ending();
  if (ended.callbacks.length > 0) at('before commit');
  return ended;
});
wrap(Works, 'runAfterCommit', (run, callbacks) => {
  if (callbacks.length > 0) at('after commit');
  return run(callbacks);
});

/** Addresses of the messages that went out in a job. */
const sentIn = new AsyncLocalStorage();
let due;
wrap(Jobs, 'handle', (handle, name, handler) => {
  if (name !== 'reminder.due') return handle(name, handler);
  due = (data) =>
    sentIn.run(new Set(), async () => {
      at('job taken');
      await handler(data);
      for (const to of sentIn.getStore()) at('before acknowledging', to);
    });
  handle(name, due);
});
// What takes a minute is not waited for.
wrap(Jobs, 'every', (every, name, ms) => every(name, name === 'reminder.sweep' ? sweepEveryMs : ms));
wrap(Jobs, 'work', async function (work, ...words) {
  await work(...words);
  setInterval(() => {
    const { aheadMs: ahead = 0, rings } = faults();
    aheadMs = ahead;
    if (rings) due({ organizationId: rings }).catch(() => undefined);
  }, ringEveryMs);
  setInterval(() => this.schedule().catch(() => undefined), sweepEveryMs);
});
for (const channel of [SmtpChannel, WebhookChannel]) {
  wrap(channel, 'send', async (send, message) => {
    at('before sending', message.to);
    const receipt = await send(message);
    sentIn.getStore()?.add(message.to);
    at('after sending', message.to);
    return receipt;
  });
}
