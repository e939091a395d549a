// A command of the built program, for use beside a running server: brings the build up to date, then runs dist/src/cli/<name>.js.
import { fileURLToPath } from 'node:url';
import { prepare } from './lib/prepare.mjs';

const [name] = process.argv.splice(2, 1);
try {
  await prepare(fileURLToPath(new URL('..', import.meta.url)), (line) => console.log(line));
} catch (error) {
  console.error(error.isExpected ? error.message : error);
  process.exit(error.exitCode ?? 1);
}
await import(new URL(`../dist/src/cli/${name}.js`, import.meta.url).href);
