import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm, run } from './run.mjs';

/** Installs a folder's packages if they are not those of its lock file. Calls `announce` before it does. */
export async function installIfOutdated(folder, announce) {
  if (await isInstalled(folder)) return;
  announce();
  // Development packages build the program, also where NODE_ENV=production would leave them out.
  await run(
    ...npm('ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'),
    folder,
    `The packages in ${folder} could not be installed`,
  );
}

/**
 * Whether `node_modules` holds what `package-lock.json` asks for. npm writes what it really installed, as the last thing it
 * does, to a lock file inside `node_modules`: comparing the two knows also of an installation made by hand or cut short,
 * which a stamp of our own would not.
 */
export async function isInstalled(folder) {
  if (!existsSync(join(folder, 'package-lock.json'))) return existsSync(join(folder, 'node_modules'));
  const [wanted, found] = await Promise.all([
    readLock(join(folder, 'package-lock.json')),
    readLock(join(folder, 'node_modules/.package-lock.json')).catch(() => undefined),
  ]);
  if (!found) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional, peer, link }]) => {
    if (path === '' || link) return true;
    const there = found[path];
    if (!there) return Boolean(optional || peer);
    return there.version === version && there.integrity === integrity;
  });
}

async function readLock(path) {
  return JSON.parse(await readFile(path, 'utf8')).packages ?? {};
}
