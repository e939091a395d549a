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
    // Esc leaves what was chosen before; Ctrl and Enter take what was found, and save.
    await place.fill('varick');
    await page.keyboard.press('Escape');
    expect(await found.count()).toBe(0);
    expect(await place.inputValue()).toBe('USCIS Long Island Field Office');
    await place.fill('');
    await page.keyboard.press('Tab');
    expect(await place.inputValue()).toBe('');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is neither dropped nor guessed where the list has nothing by these words', async () => {
    const { page, context, complaints } = await windowOf('attorney');
    const { id } = await ask<{ id: string }>(page, 'clients', { legalName: 'Elsewhere Person', language: 'es' });
    await page.goto(addressOf(`/cases/${id}`));
    await page.getByRole('button', { name: 'Appointment', exact: true }).click();
    await page.getByLabel('When', { exact: true }).fill('tomorrow');
    await page.getByLabel('Time', { exact: true }).fill('9:30');
    await page.getByLabel('Kind').selectOption('call_in_letter');
    const place = page.getByRole('combobox', { name: 'Where' });
    await place.fill('the annex in newark');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing is called that.').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await place.inputValue()).toBe('the annex in newark');
    const { items } = await page.evaluate(
      async (of) => (await fetch(`/api/clients/${of}/appointments`)).json() as Promise<{ items: unknown[] }>,
      id,
    );
    expect(items).toEqual([]);
    await place.fill('201 varick');
    // What is found is taken, and the form is sent.
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByText('ICE, 201 Varick Street').first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is found on a phone with a thumb', async () => {
    const { page, context } = await windowOf('attorney', '/log-a-letter', phone);
    const place = page.getByRole('combobox', { name: 'Where' });
    await place.tap();
    await page.getByRole('listbox').waitFor();
    expect(await barriers(page)).toEqual([]);
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
