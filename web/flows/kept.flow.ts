import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addressOf, ask, barriers, click, type MadeCase, phone, windowOf } from './browser.js';

const isBack = (page: Page) => page.getByText('What you had typed is back.').waitFor();

/** What this tab keeps of what is being typed. */
const keptHere = (page: Page) =>
  page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.startsWith('draft ')).length);

async function aCase(legalName: string) {
  const opened = await windowOf('attorney', '/', phone);
  const { page } = opened;
  const { id } = await ask<MadeCase>(page, 'clients', { legalName });
  const notes = page.getByRole('textbox', { name: 'Notes' });
  const side = (name: string) => page.getByRole('navigation', { name: 'Case' }).getByRole('link', { name }).click();
  await page.goto(addressOf(`/cases/${id}`));
  return { ...opened, id, notes, side };
}

describe('What is being typed into a case', () => {
  it('waits where it was left: on another side, at a second form, and after the page is loaded again', async () => {
    const { page, context, id, notes, side, complaints } = await aCase('Interrupted Person');
    await click(page, 'Arrest');
    await page.getByText('More', { exact: true }).click();
    await notes.fill('Long words of the family');
    // At once, before anything was kept.
    await side('Documents');
    await page.getByText('No documents yet.').waitFor();
    await side('Record');
    await isBack(page);
    expect(await notes.inputValue()).toBe('Long words of the family');
    await notes.fill('Long words of the family, and more');
    await click(page, 'Letter');
    await page.getByRole('heading', { name: 'Add a letter' }).waitFor();
    await click(page, 'Arrest');
    await isBack(page);
    await expect.poll(() => keptHere(page)).toBe(1);
    expect(await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]))).not.toContain(id);
    await page.reload();
    await isBack(page);
    expect(await barriers(page)).toEqual([]);
    expect(await notes.inputValue()).toBe('Long words of the family, and more');
    await page.getByRole('textbox', { name: 'Arrested on' }).fill('2/14/2018');
    await page.getByRole('combobox', { name: 'Charge level' }).selectOption('unknown');
    await click(page, 'Save');
    await page.getByRole('button', { name: 'Change: Arrest' }).waitFor();
    await expect.poll(() => keptHere(page)).toBe(0);
    const { items } = await ask<{ items: object[] }>(page, `clients/${id}/arrests`);
    expect(items).toMatchObject([{ notes: 'Long words of the family, and more' }]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is merged with what somebody else saved meanwhile, and thrown away by who cancels', async () => {
    const { page, context, id } = await aCase('Changed Person');
    await page.goto(addressOf(`/cases/${id}?tab=people`));
    await click(page, 'Change: Person and contact');
    await page.getByLabel('Goes by').fill('Mine');
    await expect.poll(() => keptHere(page)).toBe(1);
    const file = await ask<{ version: number }>(page, `clients/${id}`);
    await page.request.patch(addressOf(`/api/clients/${id}`), {
      data: { aliases: 'Theirs' },
      headers: { 'if-match': `"${file.version}"`, origin: addressOf('') },
    });
    await page.reload();
    await isBack(page);
    await click(page, 'Save');
    await page.getByText('Somebody else saved this while you were writing').waitFor();
    await click(page, 'Save');
    await page.getByRole('button', { name: 'Change: Person and contact' }).waitFor();
    expect(await ask(page, `clients/${id}`)).toMatchObject({ preferredName: 'Mine', aliases: 'Theirs' });
    await click(page, 'Change: Person and contact');
    await page.getByLabel('Goes by').fill('Other');
    await expect.poll(() => keptHere(page)).toBe(1);
    await click(page, 'Cancel');
    await expect.poll(() => keptHere(page)).toBe(0);
    await context.close();
  });

  it('keeps a day that has no time yet', async () => {
    const { page, context } = await aCase('Half Person');
    await click(page, 'Custody');
    const day = page.getByRole('textbox', { name: 'When' });
    await day.fill('2/14/2018');
    await page.getByRole('textbox', { name: 'Time' }).focus();
    await expect.poll(() => keptHere(page)).toBe(1);
    await page.reload();
    await isBack(page);
    expect(await day.inputValue()).toMatch(/14 Feb 2018/);
    await page.getByRole('combobox', { name: 'What happened' }).selectOption('detained');
    await click(page, 'Save');
    await page.getByText('Write the time as well.').waitFor();
    await page.getByRole('textbox', { name: 'Time' }).fill('9:30');
    await click(page, 'Save');
    await page.getByRole('button', { name: 'Change: Custody' }).waitFor();
    await context.close();
  });

  it('is there again after the screen was locked, and gone after signing out', async () => {
    const { page, context, notes } = await aCase('Locked Person');
    const leave = async (how: string) => {
      await page.getByRole('button', { name: 'Demo Attorney' }).click();
      await page.getByRole('menuitem', { name: how, exact: true }).click();
    };
    await click(page, 'Fingerprints');
    await page.getByText('More', { exact: true }).click();
    await notes.fill('Words before the lock');
    await expect.poll(() => keptHere(page)).toBe(1);
    await leave('Lock');
    await page.getByRole('heading', { name: 'Locked' }).waitFor();
    await page.waitForFunction(() => localStorage.getItem('unended') === null);
    await page.getByLabel('Password', { exact: true }).fill('demonstration only');
    await page.keyboard.press('Enter');
    await isBack(page);
    expect(await notes.inputValue()).toBe('Words before the lock');
    await notes.fill('Words before signing out');
    await leave('Sign out');
    await page.waitForURL(/\/sign-in/);
    await expect.poll(() => keptHere(page)).toBe(0);
    await context.close();
  });
});

describe('What is being typed in the settings', () => {
  it('is there again for who looked at another page', async () => {
    const { page, context, complaints } = await windowOf('supervisor', '/settings/wordings');
    const toPage = (name: string) => page.getByRole('link', { name, exact: true }).click();
    await page.getByLabel('Language').selectOption('es');
    const text = page.getByRole('textbox').last();
    await text.fill('Palabras a medias');
    await toPage('Reminder plan');
    await page.getByRole('checkbox', { name: 'Write to nobody at night' }).uncheck();
    await toPage('Words of reminders');
    await isBack(page);
    expect(await page.getByLabel('Language').inputValue()).toBe('es');
    expect(await text.inputValue()).toBe('Palabras a medias');
    await toPage('Reminder plan');
    await isBack(page);
    expect(await page.getByRole('checkbox', { name: 'Write to nobody at night' }).isChecked()).toBe(false);
    expect(await barriers(page)).toEqual([]);
    await click(page, 'Undo my changes');
    await expect.poll(() => keptHere(page)).toBe(1);
    await toPage('Words of reminders');
    await click(page, 'Start afresh');
    expect(await text.inputValue()).toBe('');
    await expect.poll(() => keptHere(page)).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is kept of an invitation, an emergency and a doubt, until it is sent or not wanted', async () => {
    const { page, context, complaints } = await windowOf('administrator', '/settings/users#add');
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    await name.fill('Half Invited');
    await page.getByRole('link', { name: 'Places', exact: true }).click();
    await page.getByRole('link', { name: 'People', exact: true }).click();
    await click(page, 'Add a person');
    await isBack(page);
    expect(await name.inputValue()).toBe('Half Invited');
    expect(await barriers(page)).toEqual([]);
    await click(page, 'Cancel');
    await expect.poll(() => keptHere(page)).toBe(0);
    await context.close();

    const supervisor = await windowOf('supervisor', '/emergency');
    const why = supervisor.page.getByLabel('Why, in your words');
    await why.fill('The family calls from the street, and nobody');
    await expect.poll(() => keptHere(supervisor.page)).toBe(1);
    await supervisor.page.goBack();
    await supervisor.page.goForward();
    await isBack(supervisor.page);
    expect(await why.inputValue()).toBe('The family calls from the street, and nobody');
    await supervisor.page.getByRole('link', { name: 'Cancel' }).click();
    await expect.poll(() => keptHere(supervisor.page)).toBe(0);

    const open = {
      id: 'one',
      clientId: 'one',
      code: 'BX-7KQ4M',
      userId: 'one',
      userName: 'Somebody',
      role: 'attorney',
    };
    const drawn = { ...open, way: 'opened', lookedAt: '2031-03-08T14:00:00Z', week: '2031-03-03', state: 'open' };
    await supervisor.page.route('**/api/access-reviews?*', (route) =>
      route.fulfill({ json: { items: [drawn], nextCursor: null } }),
    );
    await supervisor.page.goto(addressOf('/settings/access-reviews'));
    const question = () => click(supervisor.page, 'Question it: BX-7KQ4M, Somebody');
    await question();
    const doubt = supervisor.page.getByLabel('What is doubtful');
    await doubt.fill('At three at night');
    await expect.poll(() => keptHere(supervisor.page)).toBe(1);
    await supervisor.page.reload();
    await question();
    await isBack(supervisor.page);
    expect(await doubt.inputValue()).toBe('At three at night');
    expect([...complaints, ...supervisor.complaints]).toEqual([]);
    await supervisor.context.close();
  });
});
