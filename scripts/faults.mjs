#!/usr/bin/env node
/**
 * `npm run faults [-- --reminders 10000 --seconds 120 --seed 1 --speed 30 --backends redis,postgres --providers once,plain]`: sends
 * many reminders while workers, PostgreSQL and Redis are killed and the provider fails, and prints how many are missing
 * and how many came twice. `--speed`: how fast the clock of the program runs; less where the machine is busy. `once`: a provider that delivers the same id once; `plain`: one that does not.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    reminders: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '120' },
    seed: { type: 'string', default: '1' },
    speed: { type: 'string', default: '30' },
    backends: { type: 'string', default: 'redis,postgres' },
    providers: { type: 'string', default: 'once,plain' },
    built: { type: 'boolean', default: false },
  },
});
const say = (line) => process.stdout.write(`${line}\n`);
if (!options.built && spawnSync('npx', ['nest', 'build'], { stdio: 'inherit' }).status !== 0) process.exit(1);
const { trial } = await import('./reminders/trial.mjs');

const root = mkdtempSync(join(tmpdir(), 'letterbox-faults-'));
let failed = false;
try {
  for (const backend of options.backends.split(',')) {
    for (const provider of options.providers.split(',')) {
      const result = await trial({
        root,
        backend,
        deliversOnce: provider === 'once',
        reminders: Number(options.reminders),
        seconds: Number(options.seconds),
        seed: Number(options.seed),
        speed: Number(options.speed),
      });
      failed ||= result.missing > 0 || result.twice > 0;
      const { reminders, missing, twice, ...rest } = result;
      say(`${backend}, provider ${provider}: ${reminders} reminders, ${missing} missing, ${twice} twice`);
      say(`  ${JSON.stringify(rest)}`);
    }
  }
} finally {
  rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
process.exit(failed ? 1 : 0);
