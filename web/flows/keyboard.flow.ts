import { describe, expect, it } from 'vitest';
import { addressOf, ask, barriers, openWindow, phone, signIn } from './browser.js';
import { focusedName, press, tabTo, type } from './keyboard.js';

/** The focus moves a moment after what held it went. */
const comesBackTo = (page: Parameters<typeof focusedName>[0], name: string) =>
  expect.poll(() => focusedName(page), { timeout: 10_000 }).toBe(name);

describe('With the keyboard alone, seeing where one is at each step', () => {
  it('a case is changed where it stands, also when somebody else was quicker', async () => {
    const { page, context, complaints } = await openWindow();
    await signIn(page, 'attorney');
    const person = {
      client: { legalName: 'Typed Person', preferredName: 'Before' },
      arrest: { arrestedOn: '2018-02-14', chargeLevel: 'unknown' },
    };
    const { client } = await ask<{ client: { id: string } }>(page, 'intakes', person);
    await page.goto(addressOf(`/cases/${client.id}`));
    await page.getByRole('heading', { name: 'What happened' }).waitFor();

    await press(page, 'Change: Arrest');
    await page.getByRole('heading', { name: 'The arrest' }).waitFor();
    await press(page, 'Cancel');
    await comesBackTo(page, 'Change: Arrest');

    await press(page, 'People and consents');
    await press(page, 'Change: Person and contact');
    await tabTo(page, 'Goes by');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Mine');
    const at = addressOf(`/api/clients/${client.id}`);
    const read = await page.request.get(at);
    const quicker = { headers: { 'if-match': read.headers().etag! }, data: { preferredName: 'Theirs' } };
    expect((await page.request.patch(at, quicker)).ok()).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('Somebody else saved this while you were writing').waitFor();
    await press(page, 'Keep mine: Goes by');
    await press(page, 'Save');
    await comesBackTo(page, 'Change: Person and contact');
    expect(await ask(page, `clients/${client.id}`)).toMatchObject({ preferredName: 'Mine' });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('the day of an appointment is told from arriving to its outcome, on a phone with keys', async () => {
    const attorney = await openWindow();
    await signIn(attorney.page, 'attorney');
    const { items: places } = await ask<{ items: { id: string }[] }>(attorney.page, 'places');
    const { items: users } = await ask<{ items: { id: string; role: string }[] }>(attorney.page, 'users');
    const { appointment } = await ask<{ appointment: { id: string } }>(attorney.page, 'intakes', {
      client: { legalName: 'Keyed Person' },
      appointment: {
        kind: 'call_in_letter',
        placeId: places[0]!.id,
        startsAt: new Date(Date.now() + 3_600_000).toISOString(),
      },
      accompaniments: [{ userId: users.find(({ role }) => role === 'accompanier')!.id }],
    });
    await attorney.context.close();
    const { page, context, complaints } = await openWindow(phone);
    await signIn(page, 'accompanier');
    await page.goto(addressOf(`/appointments/${appointment.id}`));
    await page.getByRole('button', { name: 'Arrived' }).waitFor();
    await press(page, 'Detained');
    await page.getByRole('alertdialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await comesBackTo(page, 'Detained');
    // Back to the top, as with the skip link.
    await page.locator('#main').focus();
    for (const [tap, event] of [
      ['Arrived', 'arrived'],
      ['Called in', 'called_in'],
      ['Out', 'out_safe'],
    ] as const) {
      await press(page, tap);
      await page.locator(`[data-event=${event}][data-done]`).waitFor();
    }
    await page.getByRole('combobox', { name: 'Outcome' }).waitFor();
    await tabTo(page, 'Outcome');
    await page.keyboard.type('let go');
    await press(page, 'Save');
    await page.getByRole('combobox', { name: 'Outcome' }).waitFor({ state: 'detached' });
    await comesBackTo(page, 'Change');
    expect(await ask(page, `appointments/${appointment.id}`)).toMatchObject({ liveState: 'closed' });
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('figures leave the office by three steps', async () => {
    const { page, context, complaints } = await openWindow();
    await signIn(page, 'supervisor');
    await page.goto(addressOf('/patterns?from=2018-01-01&to=2018-03-31'));
    await page.getByRole('button', { name: 'See what would leave' }).waitFor();
    await press(page, 'See what would leave');
    await comesBackTo(page, 'Look at what is hidden');
    await press(page, 'Back');
    await comesBackTo(page, 'Choose the figures');
    await press(page, 'See what would leave');
    await comesBackTo(page, 'Look at what is hidden');
    await press(page, 'Go on');
    await comesBackTo(page, 'Say for whom');
    const reason = `For the hearing of the council, by keyboard ${Date.now()}`;
    await type(page, 'For whom, and why', reason);
    await press(page, 'Let these figures leave');
    await page.getByRole('listitem').filter({ hasText: reason }).waitFor();
    await comesBackTo(page, 'Choose the figures');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('whoever is asked who they are is led back to what they pressed, also when they do not answer', async () => {
    const { page, context, complaints } = await openWindow();
    await signIn(page, 'auditor');
    await page.goto(addressOf('/audit'));
    await page.getByRole('button', { name: 'Export (CSV)' }).waitFor();
    // As after ten minutes.
    let isFresh = false;
    await page.route('**/api/audit-events/export*', (route) =>
      isFresh
        ? route.continue()
        : route.fulfill({
            status: 403,
            contentType: 'application/problem+json',
            json: { status: 403, code: 'second_factor.fresh_needed', proof: 'password', detail: 'Show it again.' },
          }),
    );
    const question = page.getByRole('dialog', { name: 'Is it you?' });
    await press(page, 'Export (CSV)');
    await question.getByLabel('Password', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    await comesBackTo(page, 'Export (CSV)');

    await page.keyboard.press('Enter');
    await question.getByLabel('Password', { exact: true }).waitFor();
    isFresh = true;
    await type(page, 'Password', 'demonstration only');
    const arriving = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await arriving).suggestedFilename()).toBe('audit.csv');
    await comesBackTo(page, 'Export (CSV)');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('a place is added in the settings and changed', async () => {
    const { page, context, complaints } = await openWindow();
    await signIn(page, 'administrator');
    await page.goto(addressOf('/settings/places'));
    await page.getByRole('button', { name: 'Add a place', exact: true }).waitFor();
    const name = `Keyboard Court ${Date.now()}`;
    await press(page, 'Add a place');
    await page.getByRole('textbox', { name: 'Name' }).waitFor();
    await type(page, 'Name', name);
    await tabTo(page, 'Kind');
    await page.keyboard.press('ArrowDown');
    await press(page, 'Save');
    await page.getByText(name).waitFor();
    await comesBackTo(page, 'Add a place');
    await press(page, `Change: ${name}`);
    await page.getByRole('textbox', { name: 'Name' }).waitFor();
    await press(page, 'Cancel');
    await comesBackTo(page, `Change: ${name}`);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
