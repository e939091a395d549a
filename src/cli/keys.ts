import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { KeyStatusService } from '../keys/key-status.service.js';
import { MasterKeyRotationService, type MasterKeyState } from '../keys/master-key-rotation.service.js';
import { OrganizationKeyRotationService } from '../keys/organization-key-rotation.service.js';
import { KeyRing } from '../platform/crypto/key-ring.js';
import { MasterKeyFile } from '../platform/crypto/master-key-file.js';
import { MasterKeys } from '../platform/crypto/master-keys.js';
import type { Key } from '../platform/crypto/sealing.js';
import { Works } from '../platform/database/works.js';
import { StartupError } from '../platform/startup-error.js';
import { besideServer, type Beside, say } from './beside.js';

/**
 * `npm run keys -- status` says which keys there are and whether they open. `npm run keys -- rotate` changes the master key
 * and the keys of all organisations; with `--master` or `--organization <id>` only that. Works beside the running server;
 * cut short, it is finished by running it again. Exit code 1 says that something needs a person.
 */
const usage = 'Usage: npm run keys -- status | rotate [--master] [--organization <id>]';
const rotationLock = 815_162_342;

const advice = (places: string[]): string =>
  `${places.length} do not open and were left as they are: ${places.slice(0, 20).join(', ')}${places.length > 20 ? ', ...' : ''}. ` +
  'Put them back from a backup; docs/keys.md says how.';

interface WhatToRotate {
  master: boolean;
  organization: string | undefined;
}

function readArguments(): { command: string; wanted: WhatToRotate } | undefined {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { master: { type: 'boolean', default: false }, organization: { type: 'string' } },
    });
    const [command = ''] = positionals;
    if (positionals.length === 1 && ['status', 'rotate'].includes(command))
      return { command, wanted: { master: values.master, organization: values.organization } };
  } catch {
    // Told below.
  }
  return undefined;
}

async function status({ app }: Beside): Promise<number> {
  const { id, next } = await app.get(MasterKeyRotationService).state();
  say(`Master key ${id}.`);
  if (next) say(`It is being changed to ${next}: finish with "npm run keys -- rotate --master".`);
  let trouble = 0;
  for (const organizationId of await app.get(Works).organizationIds()) {
    const { sealKeys, opens, broken } = await app.get(KeyStatusService).of(organizationId);
    for (const [at, key] of sealKeys.entries()) {
      const held = Object.entries(key.seals).map(([noun, count]) => `${count} ${noun}`);
      say(
        `Organisation ${organizationId}: ${at === 0 ? 'key' : 'former key, still used'}, made ${key.madeAt.toISOString().slice(0, 10)}, holds ${held.join(', ') || 'nothing yet'}.`,
      );
    }
    if (!opens) say(`Organisation ${organizationId}: its keys do NOT open.`);
    if (broken.length > 0) say(`Organisation ${organizationId}: ${advice(broken)}`);
    if (!opens || broken.length > 0) trouble = 1;
  }
  return trouble;
}

/** One rotation at a time. The lock ends with the connection, so also with a process that is killed. */
async function alone({ app }: Beside, action: () => Promise<number>): Promise<number> {
  const runner = app.get(DataSource).createQueryRunner();
  try {
    const [{ free }] = (await runner.query('SELECT pg_try_advisory_lock($1) AS free', [rotationLock])) as [
      { free: boolean },
    ];
    if (!free)
      throw new StartupError('Another rotation of keys is running. Wait for its end, then look at the status.');
    return await action();
  } finally {
    await runner.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    await runner.release();
  }
}

async function rotate(beside: Beside, { master, organization }: WhatToRotate): Promise<number> {
  const all = !master && organization === undefined;
  const ids = await beside.app.get(Works).organizationIds();
  if (organization !== undefined && !ids.includes(organization))
    throw new StartupError('There is no organisation of this id; "npm run keys -- status" lists them.');
  let trouble = 0;
  if (master || all) trouble = Math.max(trouble, await rotateMaster(beside, master));
  if (organization !== undefined) trouble = Math.max(trouble, await rotateOrganizations(beside, [organization]));
  else if (all) trouble = Math.max(trouble, await rotateOrganizations(beside, ids));
  return trouble;
}

/** @param isAsked whether it was asked for by name: then that it cannot be is an error */
async function rotateMaster(beside: Beside, isAsked: boolean): Promise<number> {
  const rotation = beside.app.get(MasterKeyRotationService);
  const state = await rotation.state();
  const file =
    beside.configuration.masterKey === undefined ? new MasterKeyFile(beside.configuration.dataDir) : undefined;
  const { target, sentence } = file ? targetIn(file, state) : targetGiven(beside, state);
  if (sentence && isAsked && !target && !file) throw new StartupError(sentence);
  if (sentence) say(sentence);
  if (!target) return 0;
  const { rewrapped, broken } = await rotation.rotate(target, say);
  if (broken.length > 0) {
    say(`Organisation keys: ${advice(broken)} Until then both master keys are needed.`);
    return 1;
  }
  file?.replace([target.bytes]);
  say(`The master key is now ${target.id}; ${rewrapped} organisation keys were re-wrapped.`);
  say(
    file
      ? `Copy ${file.path} away from this machine, now. Keep your copy of the former one for as long as you keep backups from before.`
      : 'Start all processes again without MASTER_KEY_PREVIOUS. Keep the former key for as long as you keep backups from before.',
  );
  return 0;
}

interface Target {
  target?: Key;
  sentence?: string;
}

/** Where the key is ours to make: the new one is in the file before it is used, the former one until it is not. */
function targetIn(file: MasterKeyFile, { id, next }: MasterKeyState): Target {
  const keys = new MasterKeys(file.read() ?? []);
  const [first, second] = keys.all;
  if (first && !second && !next) {
    const key = new MasterKeys([MasterKeyFile.newKey()]).first;
    file.replace([key.bytes, first.bytes]);
    return { target: key };
  }
  if (first && second && first.id === id && !next) {
    file.replace([first.bytes]);
    return { sentence: `The change of the master key to ${id} is finished.` };
  }
  return first ? { target: first } : {};
}

function targetGiven({ app }: Beside, { id, next }: MasterKeyState): Target {
  const [first, second] = app.get(KeyRing).masters.all;
  if (next && next !== first!.id)
    throw new StartupError(
      `The master key is being changed to ${next}, which is not the one in MASTER_KEY. Finish that first, with it as MASTER_KEY.`,
    );
  if (first!.id !== id) return { target: first! };
  return {
    sentence: second
      ? 'MASTER_KEY is the master key already: take MASTER_KEY_PREVIOUS away and start all processes again.'
      : 'The master key stays as it is. To change it, give a new one as MASTER_KEY and the present one as MASTER_KEY_PREVIOUS to all processes, start them again, then run this.',
  };
}

async function rotateOrganizations({ app }: Beside, ids: string[]): Promise<number> {
  let trouble = 0;
  for (const done of await app.get(OrganizationKeyRotationService).rotate(ids, say)) {
    const { organizationId, broken, retired, kept } = done;
    const where = Object.entries(kept).map(([place, count]) => `${count} in ${place}`);
    say(
      retired > 0
        ? `Organisation ${organizationId}: has a new key; the former one is gone.`
        : `Organisation ${organizationId}: has a new key; the former one is kept, ${where.length > 0 ? `as it is still needed (${where.join(', ')})` : 'as some work did not end: run this again'}.`,
    );
    if (broken.length > 0) say(`Organisation ${organizationId}: ${advice(broken)}`);
    if (retired === 0) trouble = 1;
  }
  return trouble;
}

const words = readArguments();
if (!words) {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 1;
} else {
  const { command, wanted } = words;
  await besideServer((beside) => (command === 'status' ? status(beside) : alone(beside, () => rotate(beside, wanted))));
}
