import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addressOf, ask, barriers, click, openWindow, phone, prove, type Role, windowOf } from './browser.js';

const at = (path: string, role: Role = 'administrator') => windowOf(role, path);

const focused = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.innerText ?? '');

describe('The words of reminders', () => {
  it('are shown as they will be sent, refused at their field, saved, and taken back', async () => {
    const { page, context, complaints } = await at('/settings/wordings');
    await page.getByLabel('About').selectOption({ label: 'Court dates' });
    await page.getByLabel('Language').selectOption('fr');
    const early = page.getByLabel('Days before', { exact: true });
    await early.fill('{sign}: appelez {wrong}.');
    await click(page, 'Save');
    await page.locator('textarea[aria-invalid=true]').waitFor();
    expect(await early.getAttribute('aria-invalid')).toBe('true');
    expect(await focused(page)).toContain('Days before');
    expect(await barriers(page)).toEqual([]);
    await early.fill(
      '{sign} : bonjour, appelez {number, select, none {le bureau} other {{number}}}. STOP pour ne plus rien recevoir.',
    );
    await page.locator('blockquote[lang=fr]').filter({ hasText: 'bonjour, appelez' }).waitFor();
    await click(page, 'Save');
    await page.getByText('Saved. Reminders that have not gone out follow.').waitFor();
    await page.getByText('in words of your own').waitFor();
    expect(await barriers(page)).toEqual([]);
    await click(page, 'Back to the words of the program: Days before');
    await click(page, 'Save');
    await page.getByText('as they come with the program').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('Settings that somebody else saves meanwhile', () => {
  const wording = (greeting: string) =>
    `{sign}: ${greeting}. Please call {number, select, none {our number} other {{number}}}. Reply STOP to end.`;
  const saved = 'Saved. Reminders that have not gone out follow.';

  it('cost nobody the words that they were writing, here or in another language', async () => {
    const { page, context, complaints } = await at('/settings/wordings', 'supervisor');
    const early = page.getByLabel('Days before', { exact: true });
    const soon = page.getByLabel('A day or hours before', { exact: true });
    await early.fill(wording('First'));
    await click(page, 'Save');
    await page.getByText(saved).waitFor();
    const { items } = await ask<{ items: { kind: string; language: string; version: number }[] }>(
      page,
      'reminder-wordings',
    );
    const before = items.find(({ kind, language }) => kind === 'ice_appointment' && language === 'en')!;
    const theirs = await page.request.put(addressOf('/api/reminder-wordings'), {
      headers: { 'if-match': `"${before.version}"` },
      data: { kind: 'ice_appointment', language: 'en', early: wording('Theirs') },
    });
    expect(theirs.status()).toBe(200);
    await early.fill(wording('Mine'));
    await page.getByLabel('Language').selectOption('es');
    expect(await early.inputValue()).toBe('');
    await page.getByLabel('Language').selectOption('en');
    expect(await early.inputValue()).toBe(wording('Mine'));
    await click(page, 'Save');
    await page.getByText('Somebody else saved other words').waitFor();
    expect(await page.getByText(saved).count()).toBe(0);
    expect(await early.inputValue()).toBe(wording('Mine'));
    expect(await barriers(page)).toEqual([]);
    await click(page, 'Show theirs');
    expect(await early.inputValue()).toBe(wording('Theirs'));
    await early.fill(wording('Mine'));
    await page.locator('blockquote').filter({ hasText: 'Mine' }).waitFor();
    // Beside words that cannot be sent, nothing is shown that was not looked at.
    await early.fill(wording('Other'));
    await soon.fill('{wrong}');
    await page.locator('textarea[aria-invalid=true]').waitFor();
    expect(
      await page
        .locator('blockquote')
        .filter({ hasText: /Theirs|Mine/ })
        .count(),
    ).toBe(0);
    await soon.fill('');
    await early.fill('');
    await click(page, 'Save');
    await page.getByText(saved).waitFor();
    await page.getByText('as they come with the program').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('are not called saved when the plan that is shown is that of somebody else', async () => {
    const { page, context } = await at('/settings/reminder-plan', 'supervisor');
    const from = page.getByLabel('Quiet from');
    await from.fill('22:00');
    await click(page, 'Save');
    await page.getByText('Saved', { exact: true }).waitFor();
    const { version, rules } = await ask<{ version: number; rules: unknown[] }>(page, 'reminder-plan');
    const theirs = await page.request.put(addressOf('/api/reminder-plan'), {
      headers: { 'if-match': `"${version}"` },
      data: { quietHours: { from: '21:00', to: '08:00' }, rules },
    });
    expect(theirs.status()).toBe(200);
    await from.fill('23:00');
    await click(page, 'Save');
    await click(page, 'Show theirs');
    await expect.poll(() => from.inputValue()).toBe('21:00');
    expect(await page.getByText('Saved', { exact: true }).count()).toBe(0);
    await context.close();
  });
});

describe('The language of an account', () => {
  it('is chosen on the account page or behind the name, and is that of the page and of what one is written', async () => {
    const { page, context, complaints } = await at('/settings', 'accompanier');
    const own = () => ask<{ user: { language: string | null } }>(page, 'auth/me').then(({ user }) => user.language);
    await page.getByLabel('Language of your e-mails and notices').selectOption('es');
    await page.getByText('Desde ahora se le escribe en este idioma.').waitFor();
    expect([await own(), await page.locator('html').getAttribute('lang')]).toEqual(['es', 'es']);
    expect(await barriers(page)).toEqual([]);
    await click(page, 'Demo Accompanier');
    await page.getByRole('menuitem', { name: 'English' }).click();
    await expect.poll(own).toBe('en');
    expect(await page.getByLabel('Language of your e-mails and notices').inputValue()).toBe('en');
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('The account of a colleague', () => {
  it('is touched after saying what that means, and not at Cancel', async () => {
    const { page, context, complaints } = await at('/settings/users');
    const displayName = `Leaving ${Date.now()}`;
    const email = `${displayName.replace(' ', '.').toLowerCase()}@clinic.example`;
    const made = await ask<{ id: string }>(page, 'users', { displayName, email, role: 'accompanier' });
    const state = () => ask<{ state: string }>(page, `users/${made.id}`).then((user) => user.state);
    await page.reload();
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(`${request.method()} ${request.url()}`);
    });
    const choose = async (name: string, what: string) => {
      await click(page, `Change ${name}`);
      await page.getByRole('menuitem', { name: what, exact: true }).click();
    };
    const inFocus = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

    for (const [name, what, says] of [
      ['Demo Accompanier', 'Link for a new password', 'sets a new password'],
      ['Demo Accompanier', 'Disable the account', 'cannot sign in until you allow it again'],
      ['Demo Accompanier', 'Make Supervisor', 'has another role after that: Supervisor'],
      [displayName, 'Disable the account', 'cannot sign in until you allow it again'],
    ] as const) {
      await choose(name, what);
      const question = page.getByText(says);
      await expect.poll(() => question.evaluate((one) => one === document.activeElement)).toBe(true);
      expect(await barriers(page)).toEqual([]);
      await click(page, 'Cancel');
      await question.waitFor({ state: 'detached' });
      await expect.poll(inFocus).toBe(`Change ${name}`);
    }
    expect([sent, await state()]).toEqual([[], 'invited']);

    await choose(displayName, 'Disable the account');
    await click(page, 'Disable the account');
    await prove(page, page.getByRole('listitem').filter({ hasText: displayName }).getByText('disabled'));
    expect([await state(), complaints]).toEqual(['disabled', []]);
    await context.close();
  });
});

describe('The places and offices', () => {
  it.each<{ add: string; list: string; more: Record<string, string> }>([
    { add: 'Add a place', list: 'Places', more: { Kind: 'court' } },
    { add: 'Add an office', list: 'Offices', more: { Agency: 'ice_ero' } },
    { add: 'Add a place of detention', list: 'Places of detention', more: {} },
  ])('grow by keyboard: $add', async ({ add, list, more }) => {
    const { page, context, complaints } = await at('/settings/places');
    const section = page.getByRole('region', { name: list, exact: true });
    await section.getByRole('button', { name: add, exact: true }).press('Enter');
    await expect.poll(() => focused(page)).toMatch(/^Name/);
    const name = `Annex ${Date.now()}`;
    await page.keyboard.type(name);
    for (const [label, value] of Object.entries(more))
      await section.getByRole('combobox', { name: new RegExp(`^${label}`) }).selectOption(value);
    expect(await barriers(page)).toEqual([]);
    await section.getByLabel(/^Name/).press('Enter');
    const line = section.getByRole('listitem').filter({ hasText: name });
    await line.waitFor();
    await line.getByRole('button', { name: `Change: ${name}` }).press('Enter');
    await expect.poll(() => focused(page)).toMatch(/^Name/);
    await page.keyboard.press('End');
    await page.keyboard.type(' North');
    await page.keyboard.press('Enter');
    await section
      .getByRole('listitem')
      .filter({ hasText: `${name} North` })
      .waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('What an office looks up', () => {
  it('is who may do what, from the table by which the server decides', async () => {
    const { page, context } = await at('/settings/roles', 'accompanier');
    await page.getByText('(yours)').waitFor();
    const { items } = await ask<{ items: { role: string; permissions: string[] }[] }>(page, 'roles');
    const told = page.getByRole('main').getByRole('listitem');
    expect(await told.count()).toBeGreaterThanOrEqual(
      new Set(items.flatMap(({ permissions }) => permissions)).size - 1,
    );
    expect((await page.getByRole('main').innerText()).match(/\b[a-z]+_?[a-z]*\.[a-z]+\b/g)).toBeNull();
    expect(await barriers(page)).toEqual([]);
    await context.close();
  });

  it('is how the keys stand, which only administrators see, and never a key', async () => {
    const { page, context } = await at('/settings/keys');
    await page.getByText('Key of the organisation').waitFor();
    const { masterKey } = await ask<{ masterKey: { id: string } }>(page, 'keys/status');
    await page.getByText(masterKey.id).waitFor();
    expect(await barriers(page)).toEqual([]);
    await context.close();
    const attorney = await at('/settings/keys', 'attorney');
    await attorney.page.getByRole('alert').or(attorney.page.getByText('This page cannot be shown')).first().waitFor();
    expect(await attorney.page.getByText(masterKey.id).count()).toBe(0);
    await attorney.context.close();
  });
});

describe('A packet for the road', () => {
  it('stands in the case with where its paper is, which follows it until it is destroyed', async () => {
    const { page, context, complaints } = await at('/', 'attorney');
    const { items: places } = await ask<{ items: { id: string }[] }>(page, 'places');
    const { client } = await ask<{ client: { id: string } }>(page, 'intakes', {
      client: { legalName: 'Carried Person' },
      appointment: {
        kind: 'call_in_letter',
        placeId: places[0]!.id,
        startsAt: new Date(Date.now() + 86_400_000).toISOString(),
      },
    });
    await ask(page, 'packets', { clientId: client.id });
    await page.goto(addressOf(`/cases/${client.id}?tab=documents`));
    const where = page.getByRole('combobox', { name: /^Where the paper is/ });
    for (const state of ['approved', 'issued', 'returned', 'destroyed']) {
      await where.selectOption(state);
      await expect
        .poll(async () => {
          const { items } = await ask<{ items: { state: string }[] }>(page, `clients/${client.id}/packets`);
          return items[0]!.state;
        })
        .toBe(state);
      if (state === 'issued') expect(await barriers(page)).toEqual([]);
    }
    await where.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('Where one is signed in', () => {
  it('ends elsewhere after saying what ends with it, and here goes on', async () => {
    const here = await openWindow(phone);
    const elsewhere = [await openWindow(), await openWindow()];
    // Each with a session of its own.
    for (const { page } of [here, ...elsewhere]) {
      await page.goto(addressOf('/sign-in'));
      await page.getByLabel('E-mail').fill('advocate@demo.example');
      await page.getByLabel('Password', { exact: true }).fill('demonstration only');
      await click(page, 'Sign in');
      await page.locator('#main h1').waitFor();
    }
    await here.page.goto(addressOf('/settings'));
    await click(here.page, 'End all others');
    await here.page.getByText('Programs and the address of the calendar in this list stop as well').waitFor();
    expect(await barriers(here.page)).toEqual([]);
    await click(here.page, 'Cancel');
    expect((await elsewhere[0]!.page.request.get(addressOf('/api/auth/me'))).status()).toBe(200);
    await click(here.page, 'End all others');
    await here.page.getByText('stop as well').waitFor();
    await click(here.page, 'End all others');
    await here.page
      .getByRole('button', { name: /^End: / })
      .first()
      .waitFor({ state: 'detached' });
    for (const { page } of elsewhere) expect((await page.request.get(addressOf('/api/auth/me'))).status()).toBe(401);
    expect((await here.page.request.get(addressOf('/api/auth/me'))).status()).toBe(200);
    for (const { context } of [here, ...elsewhere]) await context.close();
  });
});
