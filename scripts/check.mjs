#!/usr/bin/env node
/** Everything that must be clean before a change lands: `npm run check`. Runs all parts and names those that failed. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Two rows of parts side by side, each in its order, as long as one another. */
const rows = [
  [
    ['types', 'npx', ['tsc', '--noEmit', '-p', 'tsconfig.json']],
    ['lint', 'npx', ['eslint', '.', '--max-warnings', '0']],
    ['format', 'npx', ['prettier', '--check', '--log-level', 'warn', '.']],
  ],
  [
    ['build', 'npx', ['nest', 'build']],
    ['migration drift', 'node', ['dist/src/cli/migration.js', '--check']],
    ['OpenAPI drift', 'node', ['dist/src/cli/openapi.js', '--check']],
    [
      'architecture',
      'npx',
      ['depcruise', 'src', 'migrations', 'seeds', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
    ],
    ...(existsSync('web/node_modules') ? [['web', 'npm', ['run', '--prefix', 'web', 'check']]] : []),
  ],
];

function run([name, command, words]) {
  return new Promise((resolve) => {
    const began = Date.now();
    const output = [];
    const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (text) => output.push(text));
    child.stderr.on('data', (text) => output.push(text));
    child.once('error', (error) => resolve({ name, ok: false, text: error.message }));
    child.once('exit', (code) => {
      process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)\n`);
      if (code !== 0) process.stdout.write(`${Buffer.concat(output).toString()}\n`);
      resolve({ name, ok: code === 0 });
    });
  });
}

const failed = [];
await Promise.all(
  rows.map(async (row) => {
    for (const part of row) {
      const { name, ok } = await run(part);
      if (!ok) failed.push(name);
    }
  }),
);
if (failed.length > 0) {
  process.stdout.write(`Not clean: ${failed.join(', ')}\n`);
  process.exit(1);
}
process.stdout.write('All clean.\n');
