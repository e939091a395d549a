#!/usr/bin/env node
/**
 * `npm run sbom [-- <folder>]`: writes server.cdx.json and web.cdx.json into `sbom` or the folder: what the server and the web application are made of
 * (CycloneDX), from the lock files by npm itself. Needs no network.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [out = 'sbom'] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
for (const [name, folder] of [
  ['server', '.'],
  ['web', 'web'],
]) {
  const words = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--omit=dev', '--package-lock-only'];
  const { status, stdout, stderr } = spawnSync('npm', words, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) {
    process.stderr.write(stderr);
    process.exit(1);
  }
  const { components } = JSON.parse(stdout);
  writeFileSync(join(out, `${name}.cdx.json`), stdout);
  process.stdout.write(`${join(out, `${name}.cdx.json`)}: ${components.length} packages\n`);
}
