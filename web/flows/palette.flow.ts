import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addressOf, ask, barriers, desk, openWindow, phone, type Role, signIn, windowOf } from './browser.js';

async function paletteOf(role: Role, look = desk) {
  const opened = await openWindow(look);
  await signIn(opened.page, role);
  await opened.page.keyboard.press('Control+k');
  const field = opened.page.getByRole('combobox', { name: 'Find and do' });
  await field.waitFor();
  return { ...opened, field };
}

const group = (page: Page, name: string) => page.getByRole('group', { name }).getByRole('option');
const chosen = (page: Page) => page.getByRole('option', { selected: true });
const kept = (page: Page) =>
  page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage, ...history.state }));

describe('The palette, by keyboard alone', () => {
  it('finds a person by code, and a place, and neither is left in an address or in the browser', async () => {
    const { page, context, complaints, field } = await paletteOf('attorney');
    const { id, code } = await ask<{ id: string; code: string }>(page, 'clients', { legalName: 'Foundable Person' });
    await page.keyboard.type('foundable');
    await group(page, 'People').filter({ hasText: code }).first().waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(page.url() + (await kept(page))).not.toMatch(/foundable/i);
    // A code and Enter at once, without waiting for the answer.
    await field.fill(code);
    await page.keyboard.press('Enter');
    await page.waitForURL(addressOf(`/cases/${id}`));
    await page.getByRole('heading', { name: 'What happened' }).waitFor();

    await page.keyboard.press('Control+k');
    await page.keyboard.type('varick');
    await group(page, 'Places').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/settings\/places#[0-9a-f-]{36}$/);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Varick');
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('begins what one may do, in a field that holds the focus, and leads back with Esc', async () => {
    const { page, context, complaints } = await paletteOf('administrator');
    await group(page, 'What to do').filter({ hasText: 'Invite somebody' }).waitFor();
    expect(await page.getByRole('option', { name: 'Log a letter' }).count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.type('add pl');
    await page.keyboard.press('ArrowDown');
    expect(await chosen(page).innerText()).toBe('Add a place of detention');
    await page.keyboard.press('ArrowUp');
    expect(await chosen(page).innerText()).toBe('Add a place');
    await page.keyboard.press('Enter');
    await page.waitForURL(addressOf('/settings/places#add-place'));
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).labels?.[0]?.innerText))
      .toContain('Name');
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Find and do' }).waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');

    await page.keyboard.press('Control+k');
    await page.keyboard.type('encryption');
    await page.keyboard.press('Enter');
    await page.waitForURL(addressOf('/settings/keys'));
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('takes what was typed before its field was there, and lets nothing of it into the page beneath', async () => {
    const { page, context, complaints } = await windowOf('administrator', '/settings/places#add-place');
    const beneath = page.getByRole('textbox', { name: 'Name', exact: true });
    await beneath.fill('Kept as it was');
    let lineIsBack!: () => void;
    const line = new Promise<void>((resolve) => (lineIsBack = resolve));
    await page.route(/assets\/palette-[^/]*\.js$/, async (route) => {
      await line;
      await route.continue();
    });
    await beneath.press('Control+k');
    await page.keyboard.type('encryptionn');
    await page.keyboard.press('Backspace');
    lineIsBack();
    await expect.poll(() => page.getByRole('combobox', { name: 'Find and do' }).inputValue()).toBe('encryption');
    expect(await beneath.inputValue()).toBe('Kept as it was');
    await page.keyboard.press('Enter');
    await page.waitForURL(addressOf('/settings/keys'));
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('offers an accompanier what is theirs, and nobody’s name', async () => {
    const { page, context } = await paletteOf('accompanier', phone);
    await page.keyboard.type('appo');
    await group(page, 'What to do').filter({ hasText: 'Appointments' }).first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('destroy');
    await page.getByText('Nothing is called that.').waitFor();
    await context.close();
  });

  it('speaks the language of the page', async () => {
    const { page, context } = await paletteOf('attorney');
    await page.keyboard.type('spanish');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('anotar una');
    await page.getByRole('option', { name: 'Anotar una carta' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(addressOf('/log-a-letter'));
    await page.getByRole('heading', { name: 'Anotar una carta' }).waitFor();
    await context.close();
  });
});
