import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addressOf, barriers, desk, openWindow, phone, type Role, signIn } from './browser.js';
import { englishOn } from './spanish.js';
import { pages, picture, pictures, visit } from './walk.js';

const looks: Record<string, BrowserContextOptions> = {
  'phone-light': { ...phone, colorScheme: 'light' },
  'phone-dark': { ...phone, colorScheme: 'dark' },
  'desk-light': { ...desk, colorScheme: 'light' },
  'desk-dark': { ...desk, colorScheme: 'dark' },
  /** A window of 1280 pixels at four times the size; in Spanish, whose words are longer. */
  narrowest: { viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' },
};

/** Without pictures every side of a look is seen once. */
const seen = Object.keys(looks).filter((look) => pictures || !['phone-dark', 'desk-light'].includes(look));

describe.each(seen)('On %s', (look) => {
  it('signing in has no barriers', async () => {
    const { page, context, complaints } = await openWindow(looks[look]);
    await page.goto(addressOf('/sign-in'));
    await page.getByLabel('E-mail').waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'sign-in', look);
    if (look === 'narrowest') {
      expect(await englishOn(page)).toEqual(expect.arrayContaining(['Sign in', 'Password']));
      await page.evaluate(() => localStorage.setItem('language', 'es'));
      await page.reload();
      await page.getByRole('heading', { name: 'Entrar' }).waitFor();
      expect(await englishOn(page)).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each(Object.entries(pages))(
    'no page of the %s has barriers, errors, asks in vain, or asks another host',
    async (role, paths) => {
      const { page, context, complaints, elsewhere } = await openWindow(looks[look]);
      await signIn(page, role as Role);
      if (look === 'narrowest') await page.evaluate(() => localStorage.setItem('language', 'es'));
      const refused: string[] = [];
      page.on('response', (answer) => {
        if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`);
      });
      for (const path of paths) {
        await visit(page, path);
        expect([path, await barriers(page)]).toEqual([path, []]);
        if (look === 'narrowest') expect([path, await englishOn(page)]).toEqual([path, []]);
        // Of two who see a page the picture is of what the first of them sees.
        await picture(page, path, look);
      }
      expect([complaints, elsewhere, refused]).toEqual([[], [], []]);
      await context.close();
    },
  );
});
