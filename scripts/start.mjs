// One command from a bare checkout to a running Letterbox: installs and builds what is missing or out of date, then runs.
// No static import: an old Node must get as far as the sentence that says it is too old.
const { isTooOld, NEEDED } = await import('./lib/node-version.mjs');
if (isTooOld(process.versions.node)) {
  console.error(
    `Letterbox needs Node ${NEEDED} or newer and this is Node ${process.versions.node}; install a newer one from https://nodejs.org.`,
  );
  process.exit(1);
}

const { prepare } = await import('./lib/prepare.mjs');
const { stopWithNpm } = await import('./lib/stop-with-npm.mjs');
const { fileURLToPath } = await import('node:url');

const root = fileURLToPath(new URL('..', import.meta.url));
stopWithNpm();
if (process.argv.includes('--demo')) {
  process.env.DEMO = 'true';
  // A folder of its own, and no second factor to enrol for people who do not exist.
  process.env.DATA_DIR ??= './data-demo';
  process.env.REQUIRE_SECOND_FACTOR ??= 'false';
}

try {
  await prepare(root, (line) => console.log(line));
} catch (error) {
  console.error(error.isExpected ? error.message : error);
  process.exit(error.exitCode ?? 1);
}

// The program runs in this process, not in a child: whoever signals or kills this number has signalled or killed Letterbox
// itself, its exit code is ours, and there is no second process to be told of the first one's death.
await import(new URL('../dist/src/main.js', import.meta.url).href);
