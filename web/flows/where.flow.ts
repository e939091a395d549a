import { describe, expect, it } from 'vitest';
import { addressOf, ask, barriers, phone, windowOf } from './browser.js';

describe('Where somebody has to go', () => {
  it('is found by the address that stands on the letter, and is no place again once it is emptied', async () => {
    const { page, context, complaints } = await windowOf('attorney');
    const { id } = await ask<{ id: string }>(page, 'clients', { legalName: 'Addressed Person', language: 'es' });
    await page.goto(addressOf(`/cases/${id}`));
    await page.getByRole('button', { name: 'Appointment', exact: true }).click();
    const place = page.getByRole('combobox', { name: 'Where' });
    await place.focus();
    await page.keyboard.type('201 varick');
    const found = page.getByRole('listbox').getByRole('option');
    await expect.poll(() => found.count()).toBeGreaterThan(0);
    expect((await found.allInnerTexts()).every((text) => text.includes('201 Varick'))).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await place.inputValue()).toMatch(/201 Varick/);
    await place.click();
    await page.keyboard.type('holtsville');
    // Going on takes what was found; only the address says Holtsville.
    await page.keyboard.press('Tab');
    await expect.poll(() => place.inputValue()).toBe('USCIS Long Island Field Office');
    await place.fill('');
    await page.keyboard.press('Tab');
    expect(await place.inputValue()).toBe('');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is found on a phone with a thumb', async () => {
    const { page, context } = await windowOf('attorney', '/log-a-letter', phone);
    const place = page.getByRole('combobox', { name: 'Where' });
    await place.tap();
    await place.fill('bethpage');
    await page
      .getByRole('listbox')
      .getByRole('option', { name: /USCIS New York Asylum Office/ })
      .tap();
    expect(await place.inputValue()).toBe('USCIS New York Asylum Office');
    expect(await barriers(page)).toEqual([]);
    await context.close();
  });
});
