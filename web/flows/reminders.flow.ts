import { describe, expect, it } from 'vitest';
import { addressOf, ask, barriers, openWindow, quiet, signIn } from './browser.js';

describe('The page of reminders', () => {
  it('begins with what is still to be sent, shows what needs care, and all with the latest first; each time with its zone', async () => {
    const { page, context, complaints } = await openWindow();
    await signIn(page, 'attorney');
    const inTenDays = new Date(Date.now() + 10 * 86_400_000).toISOString();
    const { items } = await ask<{ items: { id: string }[] }>(page, 'places?q=Varick');
    const reached = { phone: '+17185550188', smsConsent: 'opted_in', phoneSafeToText: 'yes' };
    const { client } = await ask<{ client: { code: string } }>(page, 'intakes', {
      client: { legalName: 'Awaited Person', ...reached },
      appointment: { kind: 'ice_check_in', startsAt: inTenDays, placeId: items[0]!.id },
    });
    await page.goto(addressOf('/reminders'));
    const lines = page.getByRole('main').getByRole('listitem');
    const times = () => lines.getByRole('time').evaluateAll((all) => all.map((one) => one.getAttribute('datetime')!));
    await lines.filter({ hasText: client.code }).first().waitFor();
    const ahead = await times();
    expect(ahead).toEqual([...ahead].sort());
    expect(Date.parse(ahead.at(-1)!)).toBeGreaterThan(Date.now());
    expect(await lines.filter({ hasText: client.code }).first().innerText()).toMatch(/, \d\d:\d\d\s\(New York\)/);
    expect(await barriers(page)).toEqual([]);

    const show = page.getByLabel('Show');
    await show.selectOption('Needs care');
    await page.waitForURL(/view=needs_care/);
    await quiet(page);
    expect(await lines.filter({ hasText: client.code }).count()).toBe(0);

    await show.selectOption('All, the latest first');
    await page.waitForURL(/view=all/);
    await lines.filter({ hasText: client.code }).first().waitFor();
    const all = await times();
    expect(all).toEqual([...all].sort().reverse());
    expect(complaints).toEqual([]);
    await context.close();
  });
});
