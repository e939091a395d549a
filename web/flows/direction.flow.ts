import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addressOf, barriers, desk, openWindow, type Role, signIn } from './browser.js';
import { picture, visit } from './walk.js';

/**
 * A window whose browser believes that every language is written from right to left. The application asks it, as it would
 * for Arabic or Urdu, and knows nothing of tests.
 */
async function fromTheRight(look: Parameters<typeof openWindow>[0]) {
  const opened = await openWindow(look);
  await opened.context.addInitScript(() => {
    Object.assign(Intl.Locale.prototype, { getTextInfo: () => ({ direction: 'rtl' }) });
  });
  return opened;
}

const narrowest = { viewport: { width: 320, height: 640 } };

const pages: Partial<Record<Role, string[]>> = {
  attorney: ['/', '/cases', 'case', 'case?tab=people', '/log-a-letter', '/appointments', 'appointment', '/reminders'],
  supervisor: ['/patterns', '/settings/reminder-plan', '/settings/retention', 'merge'],
  auditor: ['/audit'],
};

describe('In a language that is written from right to left', () => {
  it.each(Object.entries(pages))(
    'the pages of the %s fit the narrowest window, without barriers',
    async (role, paths) => {
      const { page, context, complaints } = await fromTheRight(narrowest);
      await signIn(page, role as Role);
      for (const path of paths) {
        await visit(page, path);
        expect([path, await barriers(page)]).toEqual([path, []]);
        await picture(page, path, 'from-the-right');
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it('lines begin at the right: the way through the pages, fields and menus', async () => {
    const { page, context } = await fromTheRight(desk);
    await signIn(page, 'attorney');
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    const middle = desk.viewport.width / 2;
    const startOf = async (what: ReturnType<Page['locator']>) => (await what.boundingBox())!.x;
    expect(await startOf(page.getByRole('navigation').first())).toBeGreaterThan(middle);
    await page.getByRole('button', { name: 'Demo Attorney' }).click();
    const menu = page.getByRole('menu');
    await menu.waitFor();
    // Under the button that opened it, at its end of the line.
    expect(await startOf(menu)).toBeLessThan(middle);
    await page.keyboard.press('Escape');
    for (const path of ['/log-a-letter', 'case', '/patterns']) {
      await visit(page, path);
      await picture(page, path, 'from-the-right-desk');
    }
    await context.close();
  });

  it('another language turns the page the way in which it is written, at once', async () => {
    const { page, context } = await openWindow(desk);
    await context.addInitScript(() => {
      Object.assign(Intl.Locale.prototype, {
        getTextInfo(this: Intl.Locale) {
          return { direction: this.language === 'es' ? 'rtl' : 'ltr' };
        },
      });
    });
    await page.goto(addressOf('/sign-in'));
    await signIn(page, 'attorney');
    const html = page.locator('html');
    expect(await html.getAttribute('dir')).toBe('ltr');
    await page.getByRole('button', { name: 'Demo Attorney' }).click();
    await page.getByRole('menuitem', { name: 'Español' }).click();
    await page.getByRole('link', { name: 'Casos' }).first().waitFor();
    expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual(['es', 'rtl']);
    await context.close();
  });
});
