import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Writes .br and .gz beside what is sent as text, so that the server never compresses and a weak signal carries less. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir }) {
      for (const name of readdirSync(dir!, { recursive: true }) as string[]) {
        if (!/\.(js|css|html|svg)$/.test(name)) continue;
        const path = join(dir!, name);
        const content = readFileSync(path);
        writeFileSync(
          `${path}.br`,
          brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
        );
        writeFileSync(`${path}.gz`, gzipSync(content));
      }
    },
  };
}

/** The style sheet, with which the first thing is seen, goes before the scripts where the line is thin. */
function stylesFirst(): Plugin {
  return {
    name: 'styles-first',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replace(/<(script type="module"|link rel="modulepreload")/g, '$& fetchpriority="low"'),
    },
  };
}

/**
 * Mantine draws each field once more straight after the first time, to give it an id that React before 18 could not.
 * React's own serves: a form that a slow phone draws once is there a sixth earlier.
 */
function drawnOnce(): Plugin {
  const file = '@mantine/hooks/esm/use-id/use-id.mjs';
  let isFound = false;
  return {
    name: 'drawn-once',
    apply: 'build',
    load(id) {
      if (!id.endsWith(file)) return undefined;
      isFound = true;
      return `import { useId as useReactId } from 'react';
        export function useId(given) {
          const id = useReactId();
          return typeof given === 'string' ? given : 'mantine-' + id.replace(/\\W/g, '');
        }`;
    },
    buildEnd(error) {
      if (!error && !isFound) this.error(`There is no ${file} any more; look whether it still draws twice.`);
    },
  };
}

export default defineConfig({
  plugins: [react(), drawnOnce(), stylesFirst(), compressed()],
  build: {
    target: 'es2022',
    // The content security policy allows no data: scripts or fonts; small files stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Few files instead of a hundred: on a line with a long way each further one costs a way there and back.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/(?!@mantine|@floating-ui|react-remove-scroll|react-style-singleton|use-(sidecar|callback-ref)|qrcode|dijkstrajs|@simplewebauthn|tabbable|idb-keyval)/,
              priority: 4,
            },
            {
              name: 'controls',
              test: /@mantine\/(hooks|core\/esm\/(core|components\/(Button|UnstyledButton|Loader|Transition|Input|InputBase|TextInput|PasswordInput|ActionIcon|NativeSelect|Combobox\/(get-parsed|ComboboxChevron))\/))/,
              priority: 3,
            },
            {
              name: 'forms',
              test: /src\/(forms\/|api\/catalogue)|esm\/components\/(Checkbox|InlineInput|Textarea|Radio)\//,
              priority: 1,
            },
            {
              name: 'frame',
              test: /src\/app\/frame\/(frame|who\.|places|leaving|live)|features\/appointments\/live-mark/,
              priority: 1,
            },
            {
              name: 'own',
              test: /src\/(lib|ui|api\/(?!catalogue)|i18n\/index|app\/(?!frame\/)|forms\/sealed-drafts|features\/\w+\/queries)/,
              priority: 2,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
