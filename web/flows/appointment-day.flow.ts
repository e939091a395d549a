import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addressOf, ask, barriers, logAppointment, openWindow, phone, signIn } from './browser.js';

/** Logs a letter with an appointment in an hour to which the accompanier goes along. @returns the appointment's id */
async function anAppointment(name: string): Promise<string> {
  const { page, context } = await openWindow();
  await signIn(page, 'attorney');
  const id = await logAppointment(page, name, Date.now() + 3_600_000);
  await context.close();
  return id;
}

async function accompanierAt(id: string): ReturnType<typeof openWindow> {
  const opened = await openWindow(phone);
  await signIn(opened.page, 'accompanier');
  await opened.page.goto(addressOf(`/appointments/${id}`));
  await opened.page.getByRole('button', { name: 'Arrived' }).waitFor();
  return opened;
}

const tap = (page: Page, name: string) => page.getByRole('button', { name }).first().click();
const live = (page: Page, id: string) =>
  page.evaluate(async (at) => (await (await fetch(at)).json()) as Record<string, string>, `/api/appointments/${id}`);

const liveRoute = '**/api/appointments/*/live';
/** The line is up, but what is tapped does not get through. */
const refuseTaps = (page: Page) => page.route(liveRoute, (route) => route.fulfill({ status: 503 }));

/** The events that reach the server from now on. */
function tapsOf(page: Page): string[] {
  const events: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/live') && response.ok())
      events.push((response.request().postDataJSON() as { event: string }).event);
  });
  return events;
}

const inStorage = (page: Page) => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));

/** By the door, not by the session of an earlier flow. */
async function signInAnew(page: Page): Promise<void> {
  if (!page.url().includes('/sign-in')) await page.goto(addressOf('/sign-in'));
  await page.getByLabel('E-mail').fill('accompanier@demo.example');
  await page.getByLabel('Password', { exact: true }).fill('demonstration only');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.locator('#main h1').waitFor();
}

describe('The day of an appointment, on a phone', () => {
  it('is told in single taps, from arriving to being out', async () => {
    const id = await anAppointment('Safe Person');
    const { page, context, complaints } = await accompanierAt(id);
    expect(await barriers(page)).toEqual([]);
    await tap(page, 'Arrived');
    await page.locator('[data-event=arrived][data-done]').waitFor();
    await tap(page, 'Called in');
    await page.locator('[data-event=called_in][data-done]').waitFor();
    expect(await barriers(page)).toEqual([]);
    await tap(page, 'Out');
    await page.locator('[data-event=out_safe][data-done]').waitFor();
    expect(await live(page, id)).toMatchObject({ liveState: 'out_safe' });
    expect(await barriers(page)).toEqual([]);
    await tap(page, 'Not out after all');
    await page.locator('[data-event=out_safe]:enabled').waitFor();
    await expect.poll(async () => (await live(page, id)).liveState).toBe('called_in');
    await tap(page, 'Out');
    await page.locator('[data-event=out_safe][data-done]').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('asks once more before it says that somebody is detained, and then shows what to do', async () => {
    const id = await anAppointment('Detained Person');
    const { page, context } = await accompanierAt(id);
    await tap(page, 'Arrived');
    await page.locator('[data-event=arrived][data-done]').waitFor();
    await page.locator('[data-event=detained]').first().click();
    const question = page.getByRole('alertdialog');
    await question.waitFor();
    expect(await barriers(page)).toEqual([]);
    await question.getByRole('button', { name: 'Cancel' }).click();
    expect(await live(page, id)).toMatchObject({ liveState: 'arrived' });
    await page.locator('[data-event=detained]').first().click();
    await question.getByRole('button').first().click();
    await page.locator('[data-event=detained][data-done]').waitFor();
    expect(await live(page, id)).toMatchObject({ liveState: 'detained_confirmed' });
    await context.close();
  });

  it('goes on without a signal: taps wait, say so, and arrive in their order with their own times', async () => {
    const id = await anAppointment('Offline Person');
    const { page, context } = await accompanierAt(id);
    await context.setOffline(true);
    const tappedAt = Date.now();
    await tap(page, 'Arrived');
    await page.locator('[data-event=arrived][data-pending]').waitFor();
    await page.getByText(/will be sent/i).waitFor();
    // Long enough that the tap's own time is not that of its arrival.
    await page.waitForTimeout(12_000);
    await context.setOffline(false);
    await page.locator('[data-event=arrived][data-done]').waitFor();
    const { arrivedAt } = await live(page, id);
    expect(Math.abs(Date.parse(arrivedAt!) - tappedAt)).toBeLessThan(5_000);
    await tap(page, 'Called in');
    await page.locator('[data-event=called_in][data-done]').waitFor();
    await context.close();
  });

  it('takes every step without a signal; what waits outlives a reload, and the last of it can be taken back', async () => {
    const id = await anAppointment('Unheard Person');
    const { page, context } = await accompanierAt(id);
    await refuseTaps(page);
    const tappedAt = Date.now();
    await tap(page, 'Arrived');
    await tap(page, 'Called in');
    await tap(page, 'Out');
    await page.getByText(/3 taps will be sent/).waitFor();
    await page.getByRole('button', { name: 'Take back the last' }).click();
    await page.getByText(/2 taps will be sent/).waitFor();
    expect(await inStorage(page)).not.toMatch(/called_in|arrived/);
    await page.reload();
    await page.locator('[data-event=called_in][data-pending]').waitFor();
    await page.getByText(/2 taps will be sent/).waitFor();
    await page.goto(addressOf('/appointments'));
    await page.getByText('2 taps of the day will be sent').waitFor();
    // Long enough that the taps' own times are not that of their arrival.
    await page.waitForTimeout(Math.max(0, 11_000 - (Date.now() - tappedAt)));
    const sent = tapsOf(page);
    await page.unroute(liveRoute);
    await page.getByText('2 taps of the day will be sent').waitFor({ state: 'detached' });
    await expect.poll(() => sent).toEqual(['arrived', 'called_in']);
    const { liveState, arrivedAt, calledInAt } = await live(page, id);
    expect(liveState).toBe('called_in');
    for (const at of [arrivedAt, calledInAt]) expect(Math.abs(Date.parse(at!) - tappedAt)).toBeLessThan(5_000);
    await page.waitForFunction(() => !Object.keys(localStorage).some((name) => name.startsWith('taps ')));
    await context.close();
  });

  it('sends what waited once whoever tapped it is back, after the session has ended or the screen was locked', async () => {
    const id = await anAppointment('Locked Person');
    const { page, context } = await openWindow(phone);
    await signInAnew(page);
    await page.goto(addressOf(`/appointments/${id}`));
    await refuseTaps(page);
    await tap(page, 'Arrived');
    await page.getByText(/will be sent/).waitFor();
    await context.clearCookies();
    await page.unroute(liveRoute);
    await page.getByText('has not been sent yet').waitFor();
    expect(await page.title()).not.toMatch(/Locked Person/);
    await signInAnew(page);
    await page.locator('[data-event=arrived][data-done]').waitFor();
    await refuseTaps(page);
    await tap(page, 'Called in');
    await page.getByText(/will be sent/).waitFor();
    await page.getByRole('button', { name: 'Demo Accompanier' }).click();
    await page.getByRole('menuitem', { name: 'Lock', exact: true }).click();
    await page.getByText('has not been sent yet').waitFor();
    // The server has been told.
    await page.waitForFunction(() => localStorage.getItem('unended') === null);
    await page.reload();
    await page.unroute(liveRoute);
    await signInAnew(page);
    await page.locator('[data-event=called_in][data-done]').waitFor();
    expect(await live(page, id)).toMatchObject({ liveState: 'called_in' });
    await context.close();
  });

  it('counts a waiting room once, also where the answer was lost', async () => {
    const id = await anAppointment('Counted Person');
    const { page, context } = await accompanierAt(id);
    let isDropped = false;
    const made: string[] = [];
    await page.route('**/api/venue-observations', async (route) => {
      const answer = await route.fetch();
      made.push(((await answer.json()) as { id: string }).id);
      if (isDropped) return route.fulfill({ response: answer });
      isDropped = true;
      return route.abort('connectionreset');
    });
    await page
      .getByRole('button', { name: /^One more/ })
      .first()
      .click();
    await tap(page, 'Save the counts');
    await page.getByRole('alert').first().waitFor();
    await tap(page, 'Save the counts');
    await page.getByText('Saved. Thank you.').waitFor();
    expect(made).toHaveLength(2);
    expect(made[1]).toBe(made[0]);
    await context.close();
  });

  it('is locked in every tab', async () => {
    const { page, context } = await openWindow(phone);
    await signInAnew(page);
    const other = await context.newPage();
    await other.goto(addressOf('/appointments'));
    await other.locator('#main h1').waitFor();
    await page.getByRole('button', { name: 'Demo Accompanier' }).click();
    await page.getByRole('menuitem', { name: 'Lock', exact: true }).click();
    await other.getByRole('heading', { name: 'Locked' }).waitFor();
    await context.close();
  });

  it('is locked without a line too, and stays so after a reload', async () => {
    const id = await anAppointment('Hidden Person');
    const { page, context } = await openWindow(phone);
    await signInAnew(page);
    await page.goto(addressOf(`/appointments/${id}`));
    await page.getByRole('button', { name: 'Arrived' }).waitFor();
    await page.waitForTimeout(6_000);
    await page.getByRole('button', { name: 'Demo Accompanier' }).click();
    await page.getByRole('menuitem', { name: 'Lock', exact: true }).waitFor();
    await context.setOffline(true);
    await page.getByRole('menuitem', { name: 'Lock', exact: true }).click();
    await page.getByRole('heading', { name: 'Locked' }).waitFor();
    await context.setOffline(false);
    await page.goto(addressOf(`/appointments/${id}`));
    await page.getByLabel('Password', { exact: true }).waitFor();
    expect(await page.evaluate(async () => (await fetch('/api/auth/me')).status)).toBe(401);
    await context.close();
  });
});

describe('What came of an appointment', () => {
  it('is merged with what somebody else told meanwhile, and not held up by a tap', async () => {
    const { page, context, complaints } = await openWindow();
    await signIn(page, 'attorney');
    const id = await logAppointment(page, 'Twice Told Person', Date.now() + 3_600_000);
    await page.goto(addressOf(`/appointments/${id}`));
    await page.getByRole('button', { name: 'Write it down' }).click();
    const met = page.getByLabel('Officers met');
    await met.fill('One at the door');
    await page.getByRole('combobox', { name: 'Outcome' }).selectOption('rescheduled');
    await ask(page, `appointments/${id}/live`, { event: 'arrived' });
    await page.locator('[data-event=arrived][data-done]').waitFor();
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await save.click();
    const change = page.getByRole('region', { name: 'What came of it' }).getByRole('button', { name: 'Change' });
    await change.click();
    await met.fill('Two at the door');
    await ask(page, `appointments/${id}/outcome`, { outcome: 'turned_away', debrief: 'Told by another' });
    await save.click();
    await page.getByText('Somebody else saved this while you were writing').waitFor();
    expect(await barriers(page)).toEqual([]);
    await save.click();
    await change.waitFor();
    const told = { outcome: 'turned_away', debrief: 'Told by another', officers: 'Two at the door' };
    expect(await ask(page, `appointments/${id}`)).toMatchObject(told);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
