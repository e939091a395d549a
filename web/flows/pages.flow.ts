import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, barriers, desk, openWindow, phone, type Role, signIn, startBrowser } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const looks: Record<string, BrowserContextOptions> = {
  'phone-light': { ...phone, colorScheme: 'light' },
  'phone-dark': { ...phone, colorScheme: 'dark' },
  'desk-light': { ...desk, colorScheme: 'light' },
  'desk-dark': { ...desk, colorScheme: 'dark' },
  /** A window of 1280 pixels at four times the size. */
  narrowest: { viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' },
};

/** `case`, `merge` and `appointment` stand for the first of each. */
const pages: Partial<Record<Role, string[]>> = {
  attorney: [
    '/',
    '/cases',
    'case',
    'case?tab=documents',
    'case?tab=reminders',
    'case?tab=people',
    '/log-a-letter',
    '/appointments',
    'appointment',
    '/reminders',
    '/settings',
  ],
  supervisor: [
    'case?tab=history',
    '/patterns',
    '/emergency',
    '/settings/emergencies',
    '/settings/access-reviews',
    '/settings/reminder-plan',
    '/settings/wordings',
    '/settings/retention',
    '/settings/legal-demands',
    'merge',
  ],
  administrator: [
    '/',
    '/settings/users',
    '/settings/places',
    '/settings/organization',
    '/settings/roles',
    '/settings/keys',
    '/settings/tokens',
  ],
  auditor: ['/audit', '/settings/retention', '/settings/legal-demands'],
};

/** PICTURES=<folder> keeps a picture of each page in each look; otherwise every side of a look is seen once. */
const pictures = process.env.PICTURES;
const seen = Object.keys(looks).filter((look) => pictures || !['phone-dark', 'desk-light'].includes(look));

describe.each(seen)('On %s', (look) => {
  it('signing in has no barriers', async () => {
    const { page, context, complaints } = await openWindow(browser, looks[look]);
    await page.goto(addressOf('/sign-in'));
    await page.getByLabel('E-mail').waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'sign-in');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each(Object.entries(pages))(
    'no page of the %s has barriers, errors, or asks another host',
    async (role, paths) => {
      const { page, context, complaints, elsewhere } = await openWindow(browser, looks[look]);
      await signIn(page, role as Role);
      const first = async (name: string) => {
        const { items } = (await (await page.request.get(addressOf(`/api/${name}`))).json()) as {
          items: { id: string }[];
        };
        return `/${name === 'clients' ? 'cases' : name}/${items[0]!.id}`;
      };
      const addressesOf = async (path: string) => {
        if (path === 'appointment') return first('appointments');
        if (path.startsWith('case')) return (await first('clients')) + path.slice('case'.length);
        return path === 'merge' ? `${await first('clients')}/merge` : path;
      };
      for (const path of paths) {
        const at = await addressesOf(path);
        await page.goto(addressOf(at));
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect([path, await barriers(page)]).toEqual([path, []]);
        await picture(page, path.replace(/\W+/g, '-').replace(/^-/, '') || 'today');
      }
      expect([complaints, elsewhere]).toEqual([[], []]);
      await context.close();
    },
  );

  async function picture(page: Awaited<ReturnType<typeof openWindow>>['page'], name: string): Promise<void> {
    if (!pictures) return;
    await mkdir(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${name}.${look}.png`), fullPage: true });
  }
});
