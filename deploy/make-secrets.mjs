#!/usr/bin/env node
/** `npm run secrets`: makes the files in deploy/secrets that docker-compose.yml hands to the services; keeps those that exist. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? join(import.meta.dirname, 'secrets');
// The folder keeps others of this machine out; its files must be readable for the users that the containers run as.
mkdirSync(folder, { recursive: true, mode: 0o700 });
chmodSync(folder, 0o700);

/** @returns the value that stands in the file, made now if there was none */
function secret(name, make) {
  const file = join(folder, name);
  if (!existsSync(file)) {
    writeFileSync(file, make());
    chmodSync(file, 0o444);
    process.stdout.write(`made ${file}\n`);
  }
  return readFileSync(file, 'utf8').trim();
}

// Letters, digits, - and _ only: they stand in URLs as they are.
const password = () => randomBytes(24).toString('base64url');
secret('master_key', () => randomBytes(32).toString('base64'));
secret('postgres_password', password);
const owner = secret('owner_password', password);
const app = secret('app_password', password);
const [, redis] = secret('redis_conf', () => `requirepass ${password()}\n`).split(' ');
secret('database_url', () => `postgres://letterbox_app:${app}@postgres:5432/letterbox`);
secret('database_owner_url', () => `postgres://letterbox_owner:${owner}@postgres:5432/letterbox`);
secret('redis_url', () => `redis://:${redis}@redis:6379`);
// Empty until somebody writes a mail server into it; until then e-mail is logged as "would send".
secret('smtp_url', () => '');
chmodSync(join(folder, 'smtp_url'), 0o644);
process.stdout.write(
  `Keep a copy of ${join(folder, 'master_key')} away from this machine: without it nothing can be read.\n`,
);
