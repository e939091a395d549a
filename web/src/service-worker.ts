/// <reference lib="webworker" />

declare const self: ServiceWorkerGlobalScope;

/** Written by the build: the files that the day of an appointment is drawn with, and a name that changes with any of them. */
declare const builtFiles: { name: string; files: readonly string[] };
const { name, files } = builtFiles;

/** A page for whoever it may be, with nothing in it of anybody: the server sends it without looking at the session. */
const shell = '/without-a-line';

/** The page of a day, for which somebody waits in a corridor; others are waited for as ever. */
const isOfADay = (pathname: string) => /^\/appointments\/[\w-]+$/.test(pathname);
const patienceMs = 5_000;

const isOurs = ({ method, url }: Request) => method === 'GET' && new URL(url).origin === self.location.origin;
const isApi = (pathname: string) => /^\/api(\/|$)/.test(pathname);

self.addEventListener('install', (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (!isOurs(request) || isApi(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(event, pathname));
  else if (files.includes(pathname)) event.respondWith(kept(pathname).then((file) => file ?? fetch(request)));
});

/** All or nothing: a page whose files are of another version is not kept, and the next visit tries again. */
async function keep(): Promise<void> {
  const cache = await caches.open(name);
  await cache.addAll(files);
  const answer = await fetch(shell, { credentials: 'omit', headers: { accept: 'text/html' } });
  const named = [...(await answer.clone().text()).matchAll(/"(\/assets\/[^"]+)"/g)].map(([, file]) => file!);
  if (!answer.ok || !named.every((file) => files.includes(file))) throw new Error('The server has another version.');
  // With its headers: the word by which the policy knows our styles stands in the page too.
  await cache.put(shell, answer);
}

async function takeOver(): Promise<void> {
  const others = (await caches.keys()).filter((one) => one !== name);
  await Promise.all(others.map((one) => caches.delete(one)));
  // The page is asked for while this is still being started: being here costs it nothing.
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

const kept = async (pathname: string) => (await caches.open(name)).match(pathname, { ignoreVary: true });

/** From the server: asked for already while this was being started, where the browser can do that. */
const ask = async ({ preloadResponse, request }: FetchEvent) =>
  ((await preloadResponse) as Response | undefined) ?? fetch(request);

/** What the server answers. What was kept only where it does not, or says that it cannot. */
async function page(event: FetchEvent, pathname: string): Promise<Response> {
  const asked = ask(event);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs));
  const answer = await (isOfADay(pathname) ? Promise.race([asked, late]) : asked).catch(() => undefined);
  if (answer && answer.status < 500) return answer;
  return (await kept(shell)) ?? asked;
}

export {};
