import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const STAMP = '.letterbox-build';
const NOT_SOURCES = new Set(['node_modules', 'dist', '.git', 'coverage']);

/**
 * Builds if the result is missing or was made from other sources. Contents are compared, not times, which a checkout or
 * a copy sets as it likes. The stamp is written after the build, so that one cut short is done again.
 */
export async function buildIfOutdated({ inputs, root, output, result, build }) {
  const sources = await hashOf(root, inputs);
  const stamp = join(output, STAMP);
  const made = existsSync(join(output, result)) ? await readFile(stamp, 'utf8').catch(() => '') : '';
  if (made === sources) return;
  await rm(stamp, { force: true });
  await build();
  await removeOrphans(root, output);
  await writeFile(stamp, sources);
}

/** One hash over the names and contents of all files below the inputs; those that do not exist count as empty. */
export async function hashOf(root, inputs) {
  const files = (await Promise.all(inputs.map((input) => filesBelow(join(root, input))))).flat().sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const content = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    hash.update(`${relative(root, file).split(sep).join('/')}\0${content}\n`);
  }
  return hash.digest('hex');
}

async function filesBelow(path) {
  const entries = await readdir(path, { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return undefined;
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (!entries) return [path];
  const found = entries.map((entry) => {
    if (NOT_SOURCES.has(entry.name)) return [];
    if (entry.isDirectory()) return filesBelow(join(path, entry.name));
    return entry.isFile() ? [join(path, entry.name)] : [];
  });
  return (await Promise.all(found)).flat();
}

/** Removes what was compiled from a source that is gone: a migration that was taken back must not run. */
async function removeOrphans(root, output) {
  for (const file of await filesBelow(output)) {
    const source = /^(.*)\.js(\.map)?$/.exec(relative(output, file))?.[1];
    if (!source || !/^(src|migrations|seeds)\b/.test(source)) continue;
    if (!existsSync(join(root, `${source}.ts`)) && !existsSync(join(root, `${source}.js`))) await rm(file);
  }
}
