import { createServer, request as ask, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { barriers, click, logAppointment, openWindow, phone } from './browser.js';
import { serve } from './demonstration.js';

/** A server of its own: it is stopped and started again at the same address, with the same data. */
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  server = await serve(['--demo']);
});
afterAll(() => server?.stop());
let isGone = false;
async function takeAway(): Promise<void> {
  await server.halt();
  isGone = true;
}
async function bringBack(): Promise<void> {
  if (isGone) await server.again();
  isGone = false;
}
afterEach(bringBack);

const at = (path: string) => server.address + path;

async function enter(page: Page, role: string): Promise<void> {
  if (!page.url().includes('/sign-in')) await page.goto(at('/sign-in'));
  await page.getByLabel('E-mail').fill(`${role}@demo.example`);
  await page.getByLabel('Password', { exact: true }).fill('demonstration only');
  await click(page, 'Sign in');
  await page.locator('#main h1').waitFor();
}

async function anAppointment(name: string, startsAt = Date.now() + 60_000): Promise<string> {
  const { page, context } = await openWindow();
  await enter(page, 'attorney');
  const id = await logAppointment(page, name, startsAt);
  await context.close();
  return id;
}

const inCaches = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const kept = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    );
    return kept.flat();
  });

/** The files are kept, and the next page comes by way of the service worker. */
const untilReady = async (page: Page) => {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).join())).toContain('day ');
};

/** A phone on which somebody is signed in and has opened this appointment. */
async function phoneAt(id: string, role = 'accompanier') {
  const opened = await openWindow(phone);
  await enter(opened.page, role);
  await opened.page.goto(at(`/appointments/${id}`));
  await opened.page.getByRole('button', { name: 'Arrived' }).waitFor();
  await untilReady(opened.page);
  return opened;
}

const tap = (page: Page, name: string) => page.getByRole('button', { name }).first().click();
const live = (page: Page, id: string) =>
  page.evaluate(
    async (path) => (await (await fetch(path)).json()) as Record<string, string>,
    `/api/appointments/${id}`,
  );
const noLine = (page: Page) => page.getByText('The server cannot be reached').waitFor();

function tapsOf(page: Page): string[] {
  const events: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/live') && response.ok())
      events.push((response.request().postDataJSON() as { event: string }).event);
  });
  return events;
}

/** What of somebody is in the browser: not which language and colours it has. */
const left = (page: Page) =>
  page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    items: Object.keys({ ...localStorage, ...sessionStorage }).filter((name) => /^(day|taps|draft|unended)/.test(name)),
  }));

/** Stands where the server stood, and is no server. */
async function inItsPlace(answer: RequestListener, act: () => Promise<void>): Promise<void> {
  const other: Server = createServer(answer);
  await new Promise<void>((resolve) => other.listen(Number(new URL(server.address).port), '127.0.0.1', resolve));
  await act();
  other.closeAllConnections();
  await new Promise((resolve) => other.close(resolve));
}

/** Hands everything on to the server; from when it is told to, as the next build of it would answer. */
function builds(isNext: () => boolean): RequestListener {
  return (request, reply) => {
    const headers = { ...request.headers, 'accept-encoding': 'identity' };
    // The file of another build would be another one to the server as well.
    delete headers['if-none-match'];
    delete headers['if-modified-since'];
    const asked = ask(at(request.url!), { method: request.method, headers }, (answer) => {
      const isPage = String(answer.headers['content-type']).startsWith('text/html');
      const isChanged = isNext() && (isPage || request.url === '/service-worker.js');
      delete answer.headers['content-length'];
      reply.writeHead(answer.statusCode!, answer.headers);
      if (!isChanged) return void answer.pipe(reply);
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () =>
        reply.end(text.replace('<html', '<html data-build="next"').replace(/"name":"\w+"/, '"name":"next"')),
      );
    });
    asked.on('error', () => reply.destroy());
    request.pipe(asked);
  };
}

// Stopping the server and starting it again takes its time.
describe('The day of an appointment, without a line', { timeout: 240_000 }, () => {
  it('opens again while the server is gone, takes taps over reloads, and each arrives once, in order, with its own time', async () => {
    const id = await anAppointment('Unreachable Person');
    const { page, context, complaints } = await phoneAt(id);
    const code = await page.locator('h1 .code').innerText();
    await page.getByText('Unreachable Person').waitFor();
    await takeAway();
    await page.reload();
    await noLine(page);
    await page.getByText(code).waitFor();
    await page.getByText('missing until there is a connection').waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/Unreachable|Person/);
    expect(await barriers(page)).toEqual([]);
    const tapped: Record<string, number> = { arrivedAt: Date.now() };
    await tap(page, 'Arrived');
    await page.locator('[data-event=arrived][data-pending]').waitFor();
    await page.reload();
    await page.locator('[data-event=arrived][data-pending]').waitFor();
    await page.waitForTimeout(2_000);
    tapped.calledInAt = Date.now();
    await tap(page, 'Called in');
    await page.reload();
    await page.getByText(/2 taps will be sent/).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate(() => JSON.stringify(Object.entries({ ...localStorage })))).not.toMatch(
      new RegExp(`${code}|${id}|arrived|Varick|Federal`),
    );
    // Long enough that the taps' own times are not that of their arrival.
    await page.waitForTimeout(Math.max(0, 11_000 - (Date.now() - tapped.calledInAt)));
    const sent = tapsOf(page);
    await bringBack();
    // By itself.
    await page.getByText('Unreachable Person').waitFor({ timeout: 20_000 });
    await page.locator('[data-event=called_in][data-done]').waitFor();
    expect(sent).toEqual(['arrived', 'called_in']);
    const known = await live(page, id);
    expect(known.liveState).toBe('called_in');
    for (const [name, time] of Object.entries(tapped))
      expect(Math.abs(Date.parse(known[name]!) - time)).toBeLessThan(3_000);
    // The browser tells its console of each answer that did not come.
    expect(complaints.filter((one) => !/ERR_|Failed to fetch/.test(one))).toEqual([]);
    await context.close();
  });

  it('opens without a signal, where something else answers 503, and where nothing answers', async () => {
    const id = await anAppointment('Waiting Person');
    const { page, context } = await phoneAt(id);
    await click(page, 'Demo Accompanier');
    await page.getByRole('menuitem', { name: 'Hide names on this screen' }).click();
    await page.keyboard.press('Escape');
    await context.setOffline(true);
    await page.reload();
    await page.locator('[data-event=arrived]:enabled').waitFor();
    await context.setOffline(false);
    // What others must not see was hidden before.
    await page.getByRole('button', { name: 'show name' }).waitFor({ timeout: 20_000 });
    expect(await page.locator('body').innerText()).not.toContain('Waiting Person');
    await takeAway();
    const isOpen = async () => {
      await page.reload();
      await noLine(page);
      await page.locator('[data-event=arrived]:enabled').waitFor();
    };
    await inItsPlace((_, answer) => answer.writeHead(503).end('away'), isOpen);
    await inItsPlace(() => undefined, isOpen);
    await bringBack();
    await page.getByRole('button', { name: 'show name' }).waitFor({ timeout: 20_000 });
    await context.close();
  });

  it('has on every other page the way to it, and nothing else', async () => {
    const id = await anAppointment('Elsewhere Person');
    const { page, context } = await phoneAt(id);
    const code = await page.locator('h1 .code').innerText();
    const files = await inCaches(page);
    expect(files.filter((url) => !/\/(assets\/[\w.-]+|without-a-line)$/.test(url))).toEqual([]);
    await takeAway();
    await page.goto(at('/cases'));
    await page.getByRole('heading', { name: 'No connection' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: code }).click();
    await page.locator('[data-event=arrived]:enabled').waitFor();
    await bringBack();
    await page.getByText('Elsewhere Person').waitFor({ timeout: 20_000 });
    await context.close();
  });

  it('is locked there too, stays so over reloads, and unlocking leads back to what was tapped', async () => {
    const id = await anAppointment('Closed Person');
    const { page, context } = await phoneAt(id);
    await takeAway();
    await page.reload();
    await tap(page, 'Arrived');
    await page.locator('[data-event=arrived][data-pending]').waitFor();
    await click(page, 'Lock');
    await page.getByLabel('Password', { exact: true }).waitFor();
    expect((await left(page)).items.filter((name) => name.startsWith('day'))).toEqual([]);
    await page.goto(at(`/appointments/${id}`));
    await page.getByLabel('Password', { exact: true }).waitFor();
    await bringBack();
    await enter(page, 'accompanier');
    await page.waitForURL(at(`/appointments/${id}`));
    await page.locator('[data-event=arrived][data-done]').waitFor();
    // What the server had the browser clear is kept anew.
    await untilReady(page);
    await context.close();
  });

  it('leads to the door when the session has ended meanwhile, and what was tapped is sent after it', async () => {
    const id = await anAppointment('Ended Person');
    const { page, context } = await phoneAt(id);
    await takeAway();
    await page.reload();
    await tap(page, 'Arrived');
    await page.locator('[data-event=arrived][data-pending]').waitFor();
    await context.clearCookies();
    await bringBack();
    await page.getByText('has not been sent yet').waitFor({ timeout: 20_000 });
    await expect.poll(async () => (await left(page)).items.filter((name) => name.startsWith('day'))).toEqual([]);
    await enter(page, 'accompanier');
    await page.waitForURL(at(`/appointments/${id}`));
    await page.locator('[data-event=arrived][data-done]').waitFor();
    await context.close();
  });

  it('opens nothing after somebody has signed out, and nothing of them is in the browser', async () => {
    const id = await anAppointment('Gone Person');
    const { page, context } = await phoneAt(id);
    await click(page, 'Demo Accompanier');
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForFunction(() => localStorage.getItem('unended') === null);
    await page.waitForTimeout(1_500);
    expect(await left(page)).toEqual({ workers: 0, caches: [], databases: [], items: [] });
    await takeAway();
    await expect(page.goto(at(`/appointments/${id}`))).rejects.toThrow(/ERR_CONNECTION_REFUSED/);
    await bringBack();
    await enter(page, 'accompanier');
    await page.goto(at(`/appointments/${id}`));
    await untilReady(page);
    await context.close();
  });

  it('opens nothing of somebody else who was signed in before, nor what nobody touched for half an hour', async () => {
    const id = await anAppointment('Another Person');
    const { page, context } = await phoneAt(id);
    const code = await page.locator('h1 .code').innerText();
    await context.clearCookies();
    await page.goto(at('/sign-in'));
    await enter(page, 'auditor');
    await takeAway();
    await page.goto(at(`/appointments/${id}`));
    await page.getByRole('heading', { name: 'No connection' }).waitFor();
    expect(await page.locator('body').innerText()).not.toContain(code);
    await bringBack();
    await context.close();
    const other = await phoneAt(id);
    await takeAway();
    await other.page.clock.install({ time: Date.now() + 29 * 60_000 });
    await other.page.reload();
    await other.page.getByText(code).waitFor();
    await other.page.clock.setSystemTime(Date.now() + 2 * 31 * 60_000);
    await other.page.reload();
    await other.page.getByRole('heading', { name: 'No connection' }).waitFor();
    expect(await other.page.locator('body').innerText()).not.toContain(code);
    await bringBack();
    await other.context.close();
  });

  it('is of its day: the next morning it is not kept', async () => {
    const lateHere = new Date(new Date().toLocaleDateString('en-US', { timeZone: 'America/New_York' }) + ' 23:50 EST');
    const id = await anAppointment('Late Person', Math.max(lateHere.getTime(), Date.now() + 1_000));
    const opened = await openWindow(phone);
    const { page, context } = opened;
    await page.clock.install({ time: lateHere });
    await enter(page, 'accompanier');
    await page.goto(at(`/appointments/${id}`));
    await untilReady(page);
    const code = await page.locator('h1 .code').innerText();
    await takeAway();
    await page.reload();
    await page.getByText(code).waitFor();
    await page.clock.setSystemTime(lateHere.getTime() + 75 * 60_000);
    await page.reload();
    await page.getByRole('heading', { name: 'No connection' }).waitFor();
    expect(await page.locator('body').innerText()).not.toContain(code);
    await bringBack();
    await context.close();
  });

  it('is said in Spanish to whoever reads Spanish, and what was kept speaks it too', async () => {
    const id = await anAppointment('Spanish Person');
    const { page, context } = await openWindow({ ...phone, locale: 'es-MX' });
    await page.goto(at('/sign-in'));
    await page.getByLabel('Correo').fill('accompanier@demo.example');
    await page.getByLabel('Contraseña', { exact: true }).fill('demonstration only');
    await page.locator('button[type=submit]').click();
    await page.locator('#main h1').waitFor();
    await page.goto(at(`/appointments/${id}`));
    await untilReady(page);
    await takeAway();
    await page.reload();
    await page.getByText('No se puede alcanzar el servidor').waitFor();
    await page.locator('[data-event=arrived]:enabled').waitFor();
    expect(await barriers(page)).toEqual([]);
    await bringBack();
    await context.close();
  });

  it('is drawn by the newest build at once, and what was kept of the one before goes', async () => {
    const id = await anAppointment('Rebuilt Person');
    let isNext = false;
    const front = createServer(builds(() => isNext));
    await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
    const there = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
    const { page, context } = await openWindow(phone);
    await page.goto(`${there}/sign-in`);
    await enter(page, 'accompanier');
    await page.goto(`${there}/appointments/${id}`);
    await untilReady(page);
    const [before] = await page.evaluate(() => caches.keys());
    isNext = true;
    await page.reload();
    await page.locator('html[data-build=next]').waitFor();
    await expect.poll(() => page.evaluate(() => caches.keys()), { timeout: 20_000 }).toEqual(['next']);
    expect(before).toMatch(/^\w{12}$/);
    front.closeAllConnections();
    await new Promise((resolve) => front.close(resolve));
    await page.reload();
    await noLine(page);
    await page.locator('html[data-build=next]').waitFor();
    await page.locator('[data-event=arrived]:enabled').waitFor();
    await context.close();
  });

  it('is kept from a page that is the same for everybody, and a worker that is asked for each time', async () => {
    const worker = await fetch(at('/service-worker.js'));
    expect(worker.headers.get('cache-control')).toBe('no-cache');
    expect(worker.headers.get('content-type')).toContain('javascript');
    const shell = async (headers: Record<string, string>) => {
      const answer = await fetch(at('/without-a-line'), { headers: { accept: 'text/html', ...headers } });
      expect(answer.headers.get('content-security-policy')).toContain("worker-src 'self'");
      return (await answer.text()).replace(/nonce="[^"]+"/, '');
    };
    const anybodys = await shell({});
    expect(await shell({ cookie: 'session=of-somebody' })).toBe(anybodys);
    expect(anybodys).not.toContain('/api/');
  });
});
