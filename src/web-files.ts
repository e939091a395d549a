import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookieOf } from './auth/cookies.js';
import { allowStylesOnce } from './platform/http/content-policy.js';

const here = dirname(fileURLToPath(import.meta.url));
/** Where the web application is built, seen from src/ as well as from dist/src/. */
const candidates = [join(here, '../web/dist'), join(here, '../../web/dist')];

/** @returns the folder that holds a build of this version, whose files an older one lacks; empty where there is none */
export const builtWeb = (folders = candidates): string =>
  folders.find((folder) => ['index.html', 'ahead.json'].every((file) => existsSync(join(folder, file)))) ?? '';

const notBuilt =
  '<!doctype html><html lang="en"><title>Letterbox</title><p>The web application is not built. Run: npm --prefix web ci &amp;&amp; npm --prefix web run build</p></html>';

/** Stands in index.html where the word goes with which this answer's styles are known. */
const noncePlace = '__STYLE_NONCE__';

/** Stands where the page sends for what it needs, while its scripts are still on their way. */
const aheadPlace = '<!-- ahead -->';
const asking = (path: string) => `<link rel="preload" as="fetch" href="${path.replaceAll('&', '&amp;')}" crossorigin>`;
const isDoor = (path: string) => /^(sign-in|setup|invitation|reset)$/.test(path);

/** Where the service worker finds the page that it keeps: what every page begins with, and nothing that tells who asks. */
const isShell = (path: string) => path === 'without-a-line';

/** What the build says of a page that people open: tags for its parts and for its words in each language, and what it asks. */
interface Ahead {
  parts: string;
  words: Record<string, string>;
  asks: string[];
}

/** Parts of an address by the names that a path gives them, such as `cases/$clientId`; nothing where it is another's. */
function partsOf(path: string, address: string): Map<string, string> | undefined {
  const [wanted, given] = [path.split('/'), address.split('/')];
  const named = wanted.map((part, at) => [part, given[at] ?? ''] as const);
  const fits = named.every(([part, here]) => (part.startsWith('$') ? /^[\w-]+$/.test(here) : part === here));
  return wanted.length === given.length && fits ? new Map(named) : undefined;
}

/** @returns what the page of an address sends for, as tags; of pages that the build does not tell about, none */
function aheadOf(root: string): (address: string, language: string) => string {
  const pages = Object.entries(JSON.parse(readFileSync(join(root, 'ahead.json'), 'utf8')) as Record<string, Ahead>);
  return (address, language) => {
    for (const [path, { parts, words, asks }] of pages) {
      const named = partsOf(path.slice(1), address);
      if (!named) continue;
      named.set('$language', language in words ? language : 'en');
      const questions = asks.map((question) => asking(question.replace(/\$\w+/g, (name) => named.get(name) ?? name)));
      return questions.join('') + parts + words[named.get('$language')!];
    }
    return '';
  };
}

const languageOf = ({ headers }: FastifyRequest) => (headers['accept-language'] ?? '').slice(0, 2).toLowerCase();
const asksForPage = (request: FastifyRequest) => (request.headers.accept ?? '').includes('text/html');
const isApi = (path: string) => path === 'api' || path.startsWith('api/');

/** Hashed assets are kept for a year, the service worker is asked for each time; an answer that something is absent is not kept. */
function keepFor(path: string): string {
  if (path.includes('/assets/')) return 'public, max-age=31536000, immutable';
  return path.includes('/service-worker.js') ? 'no-cache' : 'public, max-age=86400';
}

/**
 * Serves the web application from web/dist beside the API: files by their names, index.html for every other address that
 * a browser opens. Nothing under /api is ever a page. Without a built web application a page says how to build it.
 */
export async function serveWeb(app: NestFastifyApplication): Promise<void> {
  const root = builtWeb();
  const built = root !== '';
  const fastify = app.getHttpAdapter().getInstance();
  const page = built ? readFileSync(join(root, 'index.html'), 'utf8') : notBuilt;
  const ahead = built ? aheadOf(root) : () => '';
  if (built) {
    await app.register(fastifyStatic, {
      root,
      serve: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => void reply.header('cache-control', keepFor(path)),
    });
  }
  fastify.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    const path = (request.params as { '*': string })['*'];
    if (isApi(path)) return reply.callNotFound();
    if (built && /^(assets\/[\w.-]+|service-worker\.js|[\w-]+\.(svg|txt|webmanifest))$/.test(path))
      return reply.sendFile(path);
    if (!asksForPage(request)) return reply.callNotFound();
    void reply.status(built ? 200 : 503).type('text/html; charset=utf-8');
    // Different each time, and not kept: a page from a cache would know an old word.
    const asksNobody = isDoor(path) || isShell(path);
    const isKnown = Boolean(sessionCookieOf(request)) && !asksNobody;
    // Whoever is not signed in is led to the door. A language chosen in the page is not known here: then words come later.
    const wanted = ahead(isKnown || asksNobody ? path : 'sign-in', languageOf(request));
    return reply
      .header('cache-control', 'no-store')
      .send(
        page
          .replace(noncePlace, allowStylesOnce(reply))
          .replace(aheadPlace, (isKnown ? asking('/api/auth/me') : '') + wanted),
      );
  });
}
