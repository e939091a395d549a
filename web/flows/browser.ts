import { createRequire } from 'node:module';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
  type Request,
} from 'playwright-core';
import { afterAll, inject } from 'vitest';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export const phone = { viewport: { width: 360, height: 780 }, hasTouch: true } satisfies BrowserContextOptions;
export const desk = { viewport: { width: 1280, height: 900 } } satisfies BrowserContextOptions;

const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** CHROMIUM names the browser where it stands elsewhere. */
function startBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? known.find(existsSync);
  if (!executablePath) throw new Error('There is no Chromium. Install it, or name it: CHROMIUM=/path npm run test:web');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  });
}

/** One for each file of flows, from its first window until its last flow has ended. */
let browser: Promise<Browser> | undefined;
afterAll(async () => (await browser)?.close());

const asking = new WeakMap<Page, Set<Request>>();

/** Counts what the page asks for, but for the answer that stays open to tell of changes. */
function count(page: Page): void {
  const open = new Set<Request>();
  asking.set(page, open);
  page.on('request', (request) => {
    if (!request.url().includes('/api/changes')) open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
}

/** Waits until the page has asked for nothing for a while. */
export async function quiet(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  for (let since = Date.now(); Date.now() - since < 300;) {
    if (asking.get(page)!.size > 0) since = Date.now();
    await page.waitForTimeout(50);
  }
}

/** A window of somebody who has not signed in yet. What the page complains of is gathered in `complaints`. */
export async function openWindow(look: BrowserContextOptions = desk) {
  browser ??= startBrowser();
  const context = await (
    await browser
  ).newContext({
    locale: 'en-US',
    timezoneId: 'America/New_York',
    ...look,
  });
  await context.addInitScript({ path: axe });
  const page = await context.newPage();
  count(page);
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // The browser writes every refused request to its console; what the page makes of them is for the tests to look at.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(inject('address')))
      elsewhere.push(request.url());
  });
  return { page, context, complaints, elsewhere };
}

export const addressOf = (path: string): string => inject('address') + path;

/** Runs a command of the program beside the server. @throws Error where it fails */
export async function command(name: string, ...words: string[]): Promise<void> {
  const root = join(import.meta.dirname, '../..');
  const { PATH, HOME } = process.env;
  await promisify(execFile)(process.execPath, [join(root, 'scripts/command.mjs'), name, ...words], {
    cwd: root,
    env: { PATH, HOME, DATA_DIR: inject('folder'), DEMO: 'true' },
  });
}

export type Role = 'administrator' | 'supervisor' | 'attorney' | 'advocate' | 'accompanier' | 'auditor';

/** Asks the API as whoever is signed in in this window. @throws Error with what was answered, where it was refused */
export async function ask<T>(page: Page, path: string, data?: unknown): Promise<T> {
  const at = addressOf(`/api/${path}`);
  const answer = await (data ? page.request.post(at, { data }) : page.request.get(at));
  if (!answer.ok()) throw new Error(await answer.text());
  return (await answer.json()) as T;
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** Who has signed in before, and stays it: typing the same password again for each window shows nothing new. */
const signedIn = new Map<Role, Cookies>();

/** Makes the window that of one of the demonstration's people and waits for their first page. */
export async function signIn(page: Page, role: Role): Promise<void> {
  const context = page.context();
  // The door has a heading too: this is the first page behind it.
  const first = page.locator('#main h1');
  const before = signedIn.get(role);
  if (before) {
    await context.addCookies(before);
    await page.goto(addressOf('/'));
    await first.or(page.getByLabel('E-mail')).first().waitFor();
    // The session may have ended since: somebody signed out, or all were locked out.
    if (await first.isVisible()) return;
    await context.clearCookies();
  }
  await page.goto(addressOf('/sign-in'));
  await page.getByLabel('E-mail').fill(`${role}@demo.example`);
  await page.getByLabel('Password', { exact: true }).fill('demonstration only');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(addressOf('/'));
  await first.waitFor();
  signedIn.set(role, await context.cookies());
}

/** Logs a letter as whoever is signed in here, with an appointment to which the accompanier goes along. @returns its id */
export const logAppointment = (page: Page, legalName: string, startsAt: number): Promise<string> =>
  page.evaluate(
    async ([name, at]) => {
      const ask = async (path: string, body?: unknown) => {
        const answer = await fetch(`/api/${path}`, {
          method: body ? 'POST' : 'GET',
          headers: { 'content-type': 'application/json' },
          ...(body ? { body: JSON.stringify(body) } : {}),
        });
        if (!answer.ok) throw new Error(await answer.text());
        return (await answer.json()) as { items: { id: string; role: string }[]; appointment: { id: string } };
      };
      const { items: places } = await ask('places');
      const { items: users } = await ask('users');
      const { appointment } = await ask('intakes', {
        client: { legalName: name },
        appointment: { kind: 'call_in_letter', placeId: places[0]!.id, startsAt: new Date(at).toISOString() },
        accompaniments: [{ userId: users.find(({ role }) => role === 'accompanier')!.id }],
      });
      return appointment.id;
    },
    [legalName, startsAt] as const,
  );

/** A window of one of the demonstration's people, on this page. */
export async function windowOf(role: Role, path = '/', look?: BrowserContextOptions) {
  const opened = await openWindow(look);
  await signIn(opened.page, role);
  if (path !== '/') await opened.page.goto(addressOf(path));
  return opened;
}

/** Clicks the button of this name. */
export const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** What is answered of a case that was made. */
export interface MadeCase {
  id: string;
  code: string;
}

/** Answers the question who one is, should it come before `done` is there. */
export async function prove(page: Page, done: Locator, password = 'demonstration only'): Promise<void> {
  const question = page.getByRole('dialog', { name: 'Is it you?' });
  await question.or(done).first().waitFor();
  if (await question.isVisible()) {
    await question.getByLabel('Password', { exact: true }).fill(password);
    await question.getByRole('button', { name: 'Go on' }).click();
  }
  await done.first().waitFor();
}

interface Violation {
  id: string;
  nodes: { target: string[]; any: { message: string }[] }[];
}

/** What stands in people's way on the page as it is now: what axe finds, and whether it scrolls sideways. */
export async function barriers(page: Page): Promise<string[]> {
  await quiet(page);
  // What still moves has no colours of its own yet.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished)).catch(() => []),
  );
  const violations = await page.evaluate<Violation[]>(
    `window.axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join(' | ')}`,
  );
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return sideways > 0 ? [...found, `scrolls sideways by ${sideways} px`] : found;
}
