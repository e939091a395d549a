import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

/** Hooks by which Node loads the TypeScript of tests and sources. */

const options = {
  swcrc: false,
  configFile: false,
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

const isTypeScript = (url) => url?.startsWith('file:') && new URL(url).pathname.endsWith('.ts');

export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals')
    return {
      url: new URL(`globals.mjs${new URL(context.parentURL).search}`, import.meta.url).href,
      shortCircuit: true,
    };
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && isTypeScript(context.parentURL))
    return { url: new URL(specifier.replace(/js$/, 'ts'), context.parentURL).href, shortCircuit: true };
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!isTypeScript(url)) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), { ...options, filename });
  return { format: 'module', source: code, shortCircuit: true };
}
