import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIfOutdated } from './build.mjs';
import { installIfOutdated } from './packages.mjs';
import { npm, run } from './run.mjs';

/** Brings packages, server and web application up to date with their sources. A check that finds nothing to do takes milliseconds. */
export async function prepare(root, say) {
  await installIfOutdated(root, () => say('Installing packages (needs the npm registry, takes about a minute)'));
  await buildIfOutdated({
    inputs: [
      'src',
      'migrations',
      'seeds',
      'package-lock.json',
      'nest-cli.json',
      'tsconfig.json',
      'tsconfig.build.json',
    ],
    root,
    output: join(root, 'dist'),
    result: 'src/main.js',
    build: async () => {
      say('Building the server');
      // tsc takes what it wrote once for still there: without its result, start it afresh.
      if (!existsSync(join(root, 'dist/src/main.js'))) await rm(join(root, 'dist'), { recursive: true, force: true });
      await run(
        process.execPath,
        [join(root, 'node_modules/@nestjs/cli/bin/nest.js'), 'build'],
        root,
        'The server could not be built',
      );
    },
  });

  const web = join(root, 'web');
  if (!existsSync(join(web, 'package.json'))) return;
  await buildIfOutdated({
    inputs: ['.'],
    root: web,
    output: join(web, 'dist'),
    result: 'index.html',
    build: async () => {
      await installIfOutdated(web, () => say('Installing packages of the web application'));
      say('Building the web application');
      await run(...npm('run', 'build'), web, 'The web application could not be built');
    },
  });
}
