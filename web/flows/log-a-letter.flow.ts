import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addressOf, barriers, openWindow, signIn } from './browser.js';
import { tabTo, type } from './keyboard.js';

const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));

/** Waits until what was typed is kept, all of it: what is kept has stayed the same for a second. */
async function keeping(page: Page): Promise<void> {
  for (let before = ''; ;) {
    await page.waitForTimeout(1000);
    const now = await kept(page);
    if (now.includes('draft') && now === before) return;
    before = now;
  }
}

async function open(): Promise<Awaited<ReturnType<typeof openWindow>>> {
  const opened = await openWindow();
  await signIn(opened.page, 'attorney');
  await opened.page.goto(addressOf('/log-a-letter'));
  await opened.page.getByLabel('Legal name').waitFor();
  return opened;
}

describe('Logging a letter', () => {
  it('is done on one page with the keyboard alone, and shows lag, notice and reminders before it is saved', async () => {
    const { page, context, complaints } = await open();
    await type(page, 'Legal name', 'Keyboard Person Only');
    await tabTo(page, 'Agrees that we keep this record');
    await page.keyboard.press('Space');
    await type(page, 'Arrested on', '16 days ago');
    await type(page, 'Received on', 'yesterday');
    await type(page, 'Date on the letter', '2 days ago');
    await type(page, 'When', 'in 2 weeks');
    await type(page, 'Time', '9:30');
    await type(page, 'Where', 'ICE, 201');
    // Going on takes what was found first.
    await page.keyboard.press('Tab');
    const told = page.getByRole('complementary', { name: 'What will happen' });
    await told.getByText('Lag 14 days.', { exact: true }).waitFor();
    await told.getByText(/^1[45] days’ notice/).waitFor();
    // The appointment will be made: its reminders are told one by one.
    await told.getByRole('listitem').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
    await page.getByText('Keyboard Person Only').first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('loses nothing when the page is loaded again, and leaves nothing to read in the browser', async () => {
    const { page, context } = await open();
    await type(page, 'Legal name', 'Reloaded Person');
    await type(page, 'Date on the letter', '2/14');
    await keeping(page);
    await page.reload();
    await page.getByText('What you had typed is back.').waitFor();
    expect(await page.getByLabel('Legal name').inputValue()).toBe('Reloaded Person');
    expect(await page.getByLabel('Date on the letter').inputValue()).toMatch(/14 Feb/);
    expect(await kept(page)).not.toMatch(/Reloaded|02-14/);
    await page.getByRole('button', { name: 'Start afresh' }).click();
    expect(await page.getByLabel('Legal name').inputValue()).toBe('');
    expect(await kept(page)).not.toContain('draft');
    await context.close();
  });

  it('is gone on with after the screen was locked, by whoever locked it', async () => {
    const { page, context } = await open();
    await type(page, 'Legal name', 'Interrupted Person');
    await keeping(page);
    await page.getByRole('button', { name: 'Demo Attorney' }).click();
    await page.getByRole('menuitem', { name: 'Lock', exact: true }).click();
    await page.getByRole('heading', { name: 'Locked' }).waitFor();
    // The server has been told.
    await page.waitForFunction(() => localStorage.getItem('unended') === null);
    expect(await page.content()).not.toContain('Interrupted');
    expect(await kept(page)).not.toContain('Interrupted');
    await page.getByLabel('Password', { exact: true }).fill('demonstration only');
    await page.keyboard.press('Enter');
    await page.getByText('What you had typed is back.').waitFor();
    expect(await page.getByLabel('Legal name').inputValue()).toBe('Interrupted Person');
    await context.close();
  });

  it('forgets what was typed at sign-out', async () => {
    const { page, context } = await open();
    await type(page, 'Legal name', 'Forgotten Person');
    await keeping(page);
    await page.getByRole('button', { name: 'Demo Attorney' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL(/\/sign-in/);
    expect(await kept(page)).not.toContain('draft');
    await context.close();
  });

  it('says at the field what is wrong with it, and keeps everything', async () => {
    const { page, context } = await open();
    await type(page, 'Legal name', 'Mistaken Person');
    await type(page, 'Arrested on', 'in 2 weeks');
    await page.keyboard.press('Control+Enter');
    const field = page.getByLabel('Arrested on');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Legal name').inputValue()).toBe('Mistaken Person');
    expect(await barriers(page)).toEqual([]);
    await context.close();
  });

  it('saves nothing without what was typed: a date that is none, a time without its day, an appointment without its place', async () => {
    const { page, context } = await open();
    await type(page, 'Legal name', 'Halfway Person');
    await tabTo(page, 'Agrees that we keep this record');
    await page.keyboard.press('Space');
    const isAt = async (label: string) => {
      await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
      const field = page.getByLabel(label, { exact: true }).first();
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
      return field;
    };
    await type(page, 'Arrested on', '2/30');
    await page.keyboard.press('Control+Enter');
    await (await isAt('Arrested on')).fill('14/2');
    await type(page, 'When', 'in 2 weeks');
    await page.keyboard.press('Control+Enter');
    await (await isAt('Time')).fill('9:30');
    await page.keyboard.press('Control+Enter');
    await isAt('Where');
    await page.keyboard.type('ICE, 201');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
    await page
      .getByText(/14 Feb/)
      .first()
      .waitFor();
    await context.close();
  });

  it('survives a line that drops: nothing is lost, and it is saved once', async () => {
    const { page, context } = await open();
    const name = `Dropped ${randomUUID().replace(/[^a-f]/g, '')}`;
    await type(page, 'Legal name', name);
    await tabTo(page, 'Agrees that we keep this record');
    await page.keyboard.press('Space');
    // The request arrives and the answer does not: the worst way for a line to drop.
    let isDropped = false;
    await page.route('**/api/intakes', async (route) => {
      if (isDropped) return route.fallback();
      isDropped = true;
      await route.fetch();
      return route.abort('connectionreset');
    });
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByLabel('Legal name').inputValue()).toBe(name);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
    const found = await page.request.get(addressOf(`/api/clients?q=${encodeURIComponent(name)}`));
    expect(((await found.json()) as { items: unknown[] }).items).toHaveLength(1);
    await context.close();
  });
});
