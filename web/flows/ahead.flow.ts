import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addressOf, ask, barriers, click, openWindow, phone, quiet, windowOf } from './browser.js';

/** What the head of a page names before there is a script, by what it is. */
async function named(path: string, headers: Record<string, string> = {}): Promise<string[]> {
  const page = await (await fetch(addressOf(path), { headers: { accept: 'text/html', ...headers } })).text();
  const head = page.slice(0, page.indexOf('</head>'));
  return [...head.matchAll(/<link rel="(?:modulepreload|preload)"[^>]* href="([^"]+)"/g)].map(([, href]) => href!);
}

const partOf = (hrefs: string[], name: string) => hrefs.filter((href) => href.startsWith(`/assets/${name}-`));

test('a page names all that it is made of, and every file that it names is there', async () => {
  const hrefs = await named('/sign-in');
  expect(partOf(hrefs, 'sign-in-page')).toHaveLength(1);
  for (const href of hrefs) expect((await fetch(addressOf(href))).status, href).toBe(200);
});

test('whoever is not signed in is sent the door, whatever the address, and nobody is asked for', async () => {
  expect(await named('/cases/01a206f3-8041-7000-8002-f4f068adf24a')).toEqual(await named('/sign-in'));
});

test('a page is sent in the language of the browser, and in English where it speaks none of ours', async () => {
  const [english, spanish, norwegian] = await Promise.all(
    ['en-US,en', 'es-MX,es', 'nb'].map((language) => named('/sign-in', { 'accept-language': language })),
  );
  expect(spanish).not.toEqual(english);
  expect(norwegian).toEqual(english);
});

/** What the API is asked while a page is opened in a new window of somebody who is signed in, and each file that it sends for. */
async function askedBy(path: string, who: Page): Promise<{ questions: string[]; files: string[] }> {
  const { page, complaints } = await openWindow(phone);
  await page.context().addCookies(await who.context().cookies());
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(addressOf(path));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await quiet(page);
  expect(complaints).toEqual([]);
  return {
    questions: asked.filter((one) => one.startsWith('/api/')),
    files: asked.filter((one) => one.startsWith('/assets/')),
  };
}
const twice = (list: string[]) => list.filter((one, at) => list.indexOf(one) !== at);

test('today and a case are asked for with their page, in one question each, and each file comes once', async () => {
  const { page } = await windowOf('attorney', '/', phone);
  const { items } = await ask<{ items: { id: string }[] }>(page, 'clients?limit=1');
  const file = `/api/clients/${items[0]!.id}/file`;
  for (const [path, ...first] of [['/', '/api/today'], [`/cases/${items[0]!.id}`, file], ['/log-a-letter']] as const) {
    const { questions, files } = await askedBy(path, page);
    expect(questions.slice(0, first.length + 1).sort()).toEqual(['/api/auth/me', ...first].sort());
    expect(twice(questions)).toEqual([]);
    // Who is overdue stands above every page; today brings it along.
    expect(questions.includes('/api/appointments')).toBe(path !== '/');
    expect(questions.filter((one) => /letters|custody-events|notices$/.test(one))).toEqual([]);
    expect(twice(files)).toEqual([]);
  }
});

test('a page of which a part does not come says so, and comes when it is asked for again', async () => {
  const { page } = await openWindow(phone);
  const parts = (await named('/sign-in')).filter((href) => href.startsWith('/assets/sign-in-page-'));
  await page.route(addressOf(parts[0]!), (route) => route.abort());
  await page.goto(addressOf('/sign-in'));
  await page.getByRole('alert').getByText('The page did not arrive whole.').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.unroute(addressOf(parts[0]!));
  await click(page, 'Try again');
  await page.getByRole('heading', { level: 1 }).waitFor();
});
