#!/usr/bin/env node
/**
 * `npm test [-- words for jest]`: installs and builds what is missing, runs Jest, ends with one plain line of figures.
 * Without words, a few files that fail are run once more, alone: what passes then is no failure but is named, for it waits
 * on something that it should not.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** More than these are no accident. */
const mostRunAgain = 3;

const words = process.argv.slice(2);
const run = (command, args) => spawnSync(command, args, { stdio: 'inherit' }).status ?? 1;

if (!existsSync('node_modules/jest') && run('npm', ['ci', '--no-audit', '--no-fund']) !== 0) process.exit(1);
if (run('npx', ['nest', 'build']) !== 0) process.exit(1);

const folder = mkdtempSync(join(tmpdir(), 'letterbox-results-'));
const first = jest(words);
let { status, failed } = first;
const { failing } = first;
let again = [];
if (status !== 0 && words.length === 0 && failing.length > 0 && failing.length <= mostRunAgain) {
  process.stdout.write(`Failed, run once more:\n${failing.map((file) => `  ${file}\n`).join('')}`);
  const second = jest(['--runInBand', '--runTestsByPath', ...failing]);
  ({ status, failed } = second);
  again = failing.filter((file) => !second.failing.includes(file));
}
rmSync(folder, { recursive: true, force: true });
for (const file of again) process.stdout.write(`UNSTEADY, failed once and passed alone: ${file}\n`);
process.stdout.write(`${first.total - failed} passed, ${failed} failed\n`);
process.exit(status);

function jest(args) {
  const file = join(folder, 'results.json');
  rmSync(file, { force: true });
  const status = run('npx', ['jest', '--json', `--outputFile=${file}`, '--testLocationInResults=false', ...args]);
  const ended = status === 0 ? 0 : 1;
  if (!existsSync(file)) return { status, total: ended, failed: ended, failing: [] };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  // A file that could not even start counts as one failure.
  const failed = Math.max(ended, report.numFailedTests + report.numRuntimeErrorTestSuites);
  return {
    status,
    failed,
    total: report.numPassedTests + failed,
    failing: report.testResults.filter((one) => one.status === 'failed').map(({ name }) => relative('.', name)),
  };
}
