import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addressOf, barriers, openWindow, phone, signIn } from './browser.js';

/** Logs a letter with an appointment in an hour to which the accompanier goes along. @returns the appointment's id */
async function anAppointment(name: string): Promise<string> {
  const { page, context } = await openWindow();
  await signIn(page, 'attorney');
  const id = await page.evaluate(async (legalName) => {
    const ask = async (path: string, body?: unknown) => {
      const answer = await fetch(`/api/${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()) as { items: { id: string; role: string }[]; appointment: { id: string } };
    };
    const { items: places } = await ask('places');
    const { items: users } = await ask('users');
    const { appointment } = await ask('intakes', {
      client: { legalName },
      appointment: {
        kind: 'call_in_letter',
        placeId: places[0]!.id,
        startsAt: new Date(Date.now() + 3_600_000).toISOString(),
      },
      accompaniments: [{ userId: users.find(({ role }) => role === 'accompanier')!.id }],
    });
    return appointment.id;
  }, name);
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
});
