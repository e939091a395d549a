import { describe, expect, it } from 'vitest';
import { addressOf, ask, barriers, openWindow, quiet, signIn, windowOf } from './browser.js';

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

  it('says why one failed and what to do about it, and when one is tried again', async () => {
    const { page, context, complaints } = await windowOf('attorney', '/');
    const { items } = await ask<{ items: object[] }>(page, 'reminders?only=ahead&limit=2');
    const failed = { state: 'failed', needsCare: true, failureReason: 'number_wrong', nextAttemptAt: null };
    const postponed = { state: 'scheduled', failureReason: 'away', nextAttemptAt: '2031-03-08T14:00:00.000Z' };
    await page.route(/\/api\/reminders\?/, (route) =>
      route.fulfill({
        json: { items: [failed, postponed].map((one, at) => ({ ...items[at], ...one })), nextCursor: null },
      }),
    );
    await page.goto(addressOf('/reminders?view=needs_care'));
    const lines = page.getByRole('main').getByRole('listitem');
    await lines.first().getByText('The number takes no text messages').waitFor();
    expect(await lines.first().innerText()).toContain('correct it in the file and try again, or call.');
    expect(await lines.last().innerText()).toMatch(/could not be reached\. It is tried again: .*8 Mar 2031, 09:00/);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('leaves it to the strip above every page that nothing goes out, and says beside it how many are late', async () => {
    const { page, context } = await windowOf('attorney', '/');
    const stand = (running: boolean) =>
      page.route('**/api/reminders/status', (route) =>
        route.fulfill({ json: { running, sweptAt: '2031-03-08T14:00:00.000Z', late: 3 } }),
      );
    const tell = page.getByText(/whoever runs th/);
    await stand(false);
    await page.goto(addressOf('/reminders'));
    await page.getByText('Reminders and alarms are not going out.').waitFor();
    await page.getByText('3 reminders are late.').waitFor();
    expect(await tell.count()).toBe(1);
    await stand(true);
    await page.reload();
    await page.getByText('3 reminders are late. Tell whoever runs the server.').waitFor();
    expect(await tell.count()).toBe(1);
    await context.close();
  });
});
