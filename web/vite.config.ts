import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { isLiteralElement, parse } from '@formatjs/icu-messageformat-parser';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { type OpenedPage, openedPages } from './src/app/pages.js';
import { languages } from './src/i18n/languages.js';

/**
 * Reads the sentences of each language while the application is built, so that no phone has to carry their grammar (ICU
 * MessageFormat): what has something to be filled in is kept as it was read, all else as plain text. One that cannot be
 * read ends the build.
 */
function sentencesRead(): Plugin {
  const read = (sentence: string) => {
    if (!/[{}']/.test(sentence)) return sentence;
    const parts = parse(sentence, { ignoreTag: true });
    const [only] = parts;
    return parts.length === 1 && isLiteralElement(only!) ? only.value : JSON.stringify(parts);
  };
  return {
    name: 'sentences-read',
    enforce: 'pre',
    // Tests look at sentences as they are written.
    apply: () => !process.env.VITEST,
    transform: {
      // What is shown as it stands, without being filled in.
      filter: { id: { include: /\/src\/i18n\/.+\.json$/, exclude: /\/(purposes|refusals)\.json$/ } },
      handler: (words) =>
        JSON.stringify(JSON.parse(words, (_key, one: unknown) => (typeof one === 'string' ? read(one) : one))),
    },
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((one) => (one.type === 'chunk' ? one.moduleIds : []));
      const carried = modules.filter((id) => /icu-messageformat-parser/.test(id));
      // Nothing of it at all would mean that this looks for the wrong thing.
      if (carried.length !== 1 || !carried[0]!.endsWith('/no-parser.js'))
        this.error(
          'The build is to have no-parser.js in place of the grammar of sentences (resolve.alias), and carries: ' +
            (carried.join(', ') || 'neither'),
        );
    },
  };
}

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

const serviceWorker = 'service-worker.js';

/** What is thin on the line goes to the style sheet with which the first thing is seen; these follow. */
const scriptTag = (name: string) => `<link rel="modulepreload" crossorigin fetchpriority="low" href="/${name}">`;
const styleTag = (name: string) => `<link rel="preload" as="style" crossorigin fetchpriority="low" href="/${name}">`;

/** What the day of an appointment is drawn with when there is no line, and the door, should somebody lock the screen there. */
const keptPages = ['/appointments/$appointmentId', '/sign-in'] as const;
/** What is otherwise fetched when somebody wants it. */
const keptParts = ['app/without-a-line', 'app/frame/who-menu'];

/**
 * Has everything sent for with the page, each file before those that need it: in its head what all pages begin with, and
 * in `ahead.json`, for each page that people open, the tags that the server puts there when that page is asked for. Tells
 * the service worker what to keep.
 */
function sentAhead(): Plugin {
  return {
    name: 'sent-ahead',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
        const chunk = (name: string) => bundle[name] as Rolldown.OutputChunk;
        const withImports = (names: readonly string[]): string[] => [
          ...new Set(names.flatMap((name) => [...withImports(chunk(name).imports), name])),
        ];
        const withModule = (module: RegExp) => {
          const found =
            chunks.find(({ facadeModuleId }) => module.test(facadeModuleId ?? '')) ??
            chunks.find(({ moduleIds }) => moduleIds.some((id) => module.test(id)));
          return found?.fileName ?? this.error(`Nothing that was built has ${module.source}, which pages.ts names.`);
        };
        const entry = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/index.html'))!;
        const first = withImports(entry.dynamicImports).filter((name) => name !== entry.fileName);
        const tags = (names: readonly string[]) => {
          const styles = names.flatMap((name) => [...chunk(name).viteMetadata!.importedCss]);
          return [...names.map(scriptTag), ...styles.map(styleTag)].join('');
        };
        const tagsOf = (names: readonly string[]) => tags(withImports(names).filter((name) => !first.includes(name)));
        const partsOf = (parts: readonly string[]) =>
          parts.map((part) => withModule(new RegExp(`/src/${part}\\.tsx$`)));
        const wordsOf = (language: string, words: readonly string[]) =>
          ['common', ...words].map((noun) => withModule(new RegExp(`/i18n/${language}/(everyday/)?${noun}\\.json$`)));
        const ahead = Object.entries<OpenedPage>(openedPages).map(([path, { parts, words, asks }]) => [
          path,
          {
            parts: tagsOf(partsOf(parts)),
            words: Object.fromEntries(
              Object.keys(languages).map((language) => [language, tagsOf(wordsOf(language, words))]),
            ),
            asks: asks ?? [],
          },
        ]);
        this.emitFile({ type: 'asset', fileName: 'ahead.json', source: JSON.stringify(Object.fromEntries(ahead)) });
        const page = bundle['index.html'] as Rolldown.OutputAsset;
        page.source = String(page.source).replace('<!-- first -->', () => tags(first));
        const keptScripts = withImports([
          entry.fileName,
          ...first,
          ...partsOf(keptParts),
          ...keptPages.flatMap((path) => {
            const { parts, words } = openedPages[path];
            return [...partsOf(parts), ...Object.keys(languages).flatMap((language) => wordsOf(language, words))];
          }),
        ]);
        const others = Object.keys(bundle).filter((name) => /\.css$|dates-ahead/.test(name));
        const files = [...new Set([...keptScripts, ...others])].map((name) => `/${name}`);
        const name = createHash('sha256')
          .update(String(page.source) + files.join())
          .digest('hex')
          .slice(0, 12);
        const worker = bundle[serviceWorker] as Rolldown.OutputChunk;
        const told = worker.code.replace(/\bbuiltFiles\b/, () => JSON.stringify({ name, files }));
        if (told === worker.code) this.error('The service worker does not ask any more what it is to keep.');
        worker.code = told;
      },
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
  plugins: [sentencesRead(), react(), drawnOnce(), stylesFirst(), sentAhead(), compressed()],
  // What fills sentences in brings their grammar along, unless it is told that all were read.
  resolve: {
    alias: { '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js' },
  },
  build: {
    target: 'es2022',
    // The content security policy allows no data: scripts or fonts; small files stay files.
    assetsInlineLimit: 0,
    // One style sheet instead of one for each page, of a few lines: each further file costs a way there and back.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: 'index.html', worker: 'src/service-worker.ts' },
      output: {
        // Its address stays the same, so that a browser sees a new one there.
        entryFileNames: ({ name }) => (name === 'worker' ? serviceWorker : 'assets/[name]-[hash].js'),
        // Few files instead of a hundred: on a line with a long way each further one costs a way there and back.
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules\/(react|react-dom|scheduler)\/|vite\/preload-helper|src\/lib\/turn/,
              priority: 6,
            },
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
              name: 'around',
              test: /src\/app\/frame\/(who\.|places|leaving|live|idle|waiting)|features\/appointments\/(live-|appointment-row)/,
              priority: 1,
            },
            {
              name: 'record',
              test: /src\/features\/cases\/(record-editor|field-list|person-)/,
              priority: 1,
            },
            {
              name: 'door',
              test: /src\/(features\/auth\/(door|passkey-button)|lib\/passkeys)|node_modules\/@simplewebauthn\//,
              priority: 1,
            },
            {
              name: 'own',
              test: /src\/(lib\/(?!turn|passkeys)|ui|api\/(?!catalogue)|i18n\/index|app\/(error-page|query-client|theme|frame\/step-up\.)|forms\/(sealed-drafts|form\.|password\.|focus\.)|features\/appointments\/kept-day\.|features\/\w+\/queries)/,
              priority: 2,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
