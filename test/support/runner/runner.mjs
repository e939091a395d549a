import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';
import circus from 'jest-circus/runner';

register('./typescript.mjs', import.meta.url);
process.setSourceMapsEnabled(true);

const require = createRequire(import.meta.url);
let files = 0;

/**
 * Jest's own runner of a test file, told to load everything the way Node does instead of into a sandbox of the file's own.
 * What the file imports is loaded once for all files that the process runs; the file itself and what it takes from
 * `@jest/globals` are loaded anew. See docs/decisions.
 */
export default async function runFile(globalConfig, config, environment, _runtime, testPath, report) {
  const query = `?file=${(files += 1)}`;
  const { moduleMocker } = environment;
  const bareNode = {
    requireInternalModule(path) {
      // What Jest knows of a file's tests lives in this module and in this global; both must begin empty.
      delete require.cache[path];
      delete globalThis[Symbol.for('EVENT_HANDLERS')];
      return require(path);
    },
    requireModule: require,
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (path) => import(pathToFileURL(path).href + query),
    enterTestCode() {},
    leaveTestCode() {},
    setGlobalsForRuntime(globals) {
      globalThis[Symbol.for('letterbox test globals')] = {
        ...globals,
        jest: { spyOn: moduleMocker.spyOn.bind(moduleMocker) },
      };
    },
  };
  // Jest maps traces by what its sandbox compiled; here Node knows the source maps.
  Error.prepareStackTrace = undefined;
  try {
    return await circus.default(globalConfig, config, environment, bareNode, testPath, report);
  } finally {
    moduleMocker.restoreAllMocks();
  }
}
