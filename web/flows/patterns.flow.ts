import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addressOf, ask, barriers, command, openWindow, phone, signIn } from './browser.js';

/** Far from what the demonstration tells of, and different in each run. */
const year = 1990 + (Math.floor(Date.now() / 1000) % 25);
const county = 'nj_union';

/** By keyboard alone: what is pressed must be reachable by Tab, and hold the focus once the page has come to rest. */
async function press(control: Locator, key = 'Enter') {
  await expect
    .poll(
      async () => {
        await control.focus();
        return control.evaluate((one) => one.tabIndex >= 0 && one === document.activeElement);
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  await control.press(key);
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** Three people of one county who agreed to have their story told, and more of another who were not asked. */
async function severalLetters(page: Page) {
  const told = ['record_keeping', 'aggregate_internal', 'public_story'];
  const plain = ['record_keeping', 'aggregate_internal'];
  const ones = [...Array<string[]>(3).fill(told), ...Array<string[]>(12).fill(plain)];
  for (const [at, kinds] of ones.entries()) {
    await ask(page, 'intakes', {
      client: {
        legalName: `Figures Person ${at}`,
        county: kinds === told ? county : 'queens',
        consents: kinds.map((kind) => ({ kind, givenOn: `${year}-06-01` })),
      },
      letter: { receivedOn: `${year}-06-${String(at + 1).padStart(2, '0')}`, evidenceGrade: 'seen_original' },
    });
  }
}

describe('A supervisor, by keyboard', () => {
  it('compares two periods that stand in the address, and opens a report as a picture with its table', async () => {
    const { page, context, complaints } = await openWindow();
    await signIn(page, 'supervisor');
    await page.goto(addressOf('/patterns?from=2018-03-01&to=2018-03-31'));
    await press(button(page, 'Compare with the time before'));
    await page.waitForURL(/compareFrom=2018-01-29&compareTo=2018-02-28/);
    const sides = page.getByRole('region', { name: 'Two periods' });
    await sides.getByRole('rowheader', { name: 'Letters in 30 days' }).waitFor();
    expect(await sides.getByRole('columnheader').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('29 Jan 2018'), expect.stringContaining('31 Mar 2018')]),
    );
    expect(await barriers(page)).toEqual([]);
    await press(sides.getByRole('link', { name: 'Which charges grew between the two' }));
    await page.waitForURL(/report=charges/);
    const report = page.getByRole('article', { name: 'Charges, and how they change' });
    await report.getByRole('img', { name: /^Picture of: Charges/ }).waitFor();
    expect(
      await report.getByRole('img').evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth)),
    ).toBeGreaterThan(100);
    await report.getByRole('columnheader', { name: 'Growth of the rate' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    // Who is sent the address sees the same.
    await page.reload();
    await page.getByRole('article', { name: 'Charges, and how they change' }).waitFor();
    await press(button(page, 'Stop comparing'));
    await sides.waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('compare');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('reads why something is new, and writes down what the office makes of it', async () => {
    const { page, context, complaints } = await openWindow();
    await signIn(page, 'supervisor');
    // More letters in a week than in any before it; the program looks each hour, and now.
    const consents = ['record_keeping', 'aggregate_internal'].map((kind) => ({ kind, givenOn: '2018-03-01' }));
    const receivedOn = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date());
    for (let at = 0; at < 12; at += 1)
      await ask(page, 'intakes', {
        client: { legalName: `Newly Called ${at}`, county: 'richmond', consents },
        letter: { receivedOn, evidenceGrade: 'seen_original' },
      });
    await command('patterns', 'watch');
    await page.goto(addressOf('/patterns'));
    const news = page.getByRole('region', { name: 'What is new' });
    const alert = news
      .getByRole('listitem')
      .filter({ has: page.getByLabel('What the office makes of it') })
      .first();
    await alert.getByText(/: \d+ letters in the week of [A-Z]/).waitFor();
    const words = await alert.locator('strong').innerText();
    await press(alert.getByText('Why the figures say so'));
    await alert.getByText(/came this week; more than .* is unusual/).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await alert.getByRole('button', { name: 'Taken note' }).isDisabled()).toBe(true);
    await alert.getByLabel('What the office makes of it').focus();
    const note = `Staten Island is called now ${Date.now()}`;
    await page.keyboard.type(note);
    await page.waitForFunction(() => Object.keys(sessionStorage).some((name) => name.startsWith('draft ')));
    await page.reload();
    await page.getByText('What you had typed is back.').waitFor();
    await press(alert.getByRole('button', { name: 'Taken note' }));
    await press(news.getByText(/ new before, /));
    const known = news.getByRole('listitem').filter({ hasText: note });
    await known.getByText(words).waitFor();
    expect(await known.getByRole('button').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  }, 180_000);

  it('takes out the report book', async () => {
    const { page, context } = await openWindow();
    await signIn(page, 'supervisor');
    await page.goto(addressOf('/patterns?from=2018-01-01&to=2018-03-31'));
    const arriving = page.waitForEvent('download');
    await press(page.getByRole('link', { name: 'Report book (PDF)' }));
    expect((await arriving).suggestedFilename()).toMatch(/\.pdf$/);
    await context.close();
  });
});

describe('Figures on their way out', () => {
  it('go by three steps, with the small ones of people who agreed only by the word of a second person', async () => {
    const { page, context, complaints } = await openWindow();
    await signIn(page, 'supervisor');
    await severalLetters(page);
    await page.goto(addressOf(`/patterns?from=${year}-01-01&to=${year}-12-31`));
    const leaving = page.getByRole('region', { name: 'Figures for others' });
    await leaving.getByLabel('Report').selectOption('letters');
    await leaving.getByLabel('By').selectOption('county');
    await press(button(page, 'See what would leave'));
    await leaving.getByText('small', { exact: true }).first().waitFor();
    const isHeading = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await isHeading()).toBe('Look at what is hidden');
    expect(await barriers(page)).toEqual([]);
    await press(leaving.getByText('Show small figures with consent'));
    const row = leaving.getByRole('checkbox').first();
    await press(row, 'Space');
    await expect.poll(() => leaving.getByRole('checkbox', { checked: true }).count()).toBe(1);
    await press(button(page, 'Go on'));
    await leaving.getByText('it waits until a second person agrees').waitFor();
    await leaving.getByLabel('For whom, and why').focus();
    const reason = `For the hearing of the council ${Date.now()}`;
    await page.keyboard.type(reason);
    expect(await barriers(page)).toEqual([]);
    await press(button(page, 'Propose to a second person'));
    await leaving.getByText('Proposed. A second person finds it below.').waitFor();
    const line = (at: Page) => at.getByRole('listitem').filter({ hasText: reason });
    await line(page).getByText('waits for a second person').waitFor();
    // Nobody agrees with themselves.
    expect(await line(page).getByRole('button', { name: 'Agree' }).count()).toBe(0);

    const second = await openWindow(phone);
    await signIn(second.page, 'attorney');
    await second.page.goto(addressOf('/patterns'));
    await press(line(second.page).getByRole('button', { name: 'Agree' }));
    await line(second.page).getByRole('link', { name: 'Document' }).waitFor();
    expect(await barriers(second.page)).toEqual([]);
    const arriving = second.page.waitForEvent('download');
    await press(line(second.page).getByRole('link', { name: 'Document' }));
    expect((await arriving).suggestedFilename()).toBeTruthy();
    expect([complaints, second.complaints]).toEqual([[], []]);
    await second.context.close();
    await context.close();
  });
});
