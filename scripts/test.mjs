#!/usr/bin/env node
/** `npm test [-- words for jest]`: installs and builds what is missing, runs Jest, ends with one plain line of figures. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const run = (command, words, options = {}) => spawnSync(command, words, { stdio: 'inherit', ...options }).status ?? 1;

if (!existsSync('node_modules/jest') && run('npm', ['ci', '--no-audit', '--no-fund']) !== 0) process.exit(1);
if (run('npx', ['nest', 'build']) !== 0) process.exit(1);

const folder = mkdtempSync(join(tmpdir(), 'letterbox-results-'));
const results = join(folder, 'results.json');
const status = run('npx', [
  'jest',
  '--json',
  `--outputFile=${results}`,
  '--testLocationInResults=false',
  ...process.argv.slice(2),
]);
let passed = 0;
let failed = status === 0 ? 0 : 1;
if (existsSync(results)) {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(results, 'utf8'));
  passed = numPassedTests;
  // A file that could not even start counts as one failure.
  failed = Math.max(failed, numFailedTests + numRuntimeErrorTestSuites);
}
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(status);
