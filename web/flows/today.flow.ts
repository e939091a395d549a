import { describe, expect, it } from 'vitest';
import { addressOf, ask, barriers, openWindow, signIn } from './browser.js';

describe('Today', () => {
  it('shows what somebody else just did, without being asked again', async () => {
    const supervisor = await openWindow();
    await signIn(supervisor.page, 'supervisor');
    const attorney = await openWindow();
    await signIn(attorney.page, 'attorney');
    const { items: places } = await ask<{ items: { id: string }[] }>(attorney.page, 'places');
    const body = (name: string) => ({
      client: { legalName: name },
      appointment: {
        kind: 'call_in_letter',
        placeId: places[0]!.id,
        startsAt: new Date(Date.now() + 3_600_000).toISOString(),
      },
    });
    const sheet = supervisor.page.getByRole('main');
    // The page asks by itself each minute; what comes in half of that was told to it.
    await supervisor.page.goto(addressOf('/'));
    await sheet.getByRole('heading', { level: 1 }).waitFor();
    const logged = await ask<{ client: { code: string }; appointment: { id: string } }>(
      attorney.page,
      'intakes',
      body('Appearing Person'),
    );
    const line = sheet.getByRole('listitem').filter({ hasText: logged.client.code });
    await line.first().waitFor();
    await ask(attorney.page, `appointments/${logged.appointment.id}/live`, { event: 'arrived' });
    await line
      .getByText(/arrived/i)
      .first()
      .waitFor();
    expect(supervisor.complaints).toEqual([]);
    await supervisor.context.close();
    await attorney.context.close();
  });

  it('asks once more before it says that an overdue person is detained', async () => {
    const attorney = await openWindow();
    await signIn(attorney.page, 'attorney');
    const { page } = attorney;
    const { items: places } = await ask<{ items: { id: string }[] }>(page, 'places');
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
    const { client, appointment } = await ask<{ client: { code: string }; appointment: { id: string } }>(
      page,
      'intakes',
      {
        client: { legalName: 'Overdue Person' },
        appointment: { kind: 'call_in_letter', placeId: places[0]!.id, startsAt: hoursAgo(9) },
      },
    );
    await ask(page, `appointments/${appointment.id}/live`, {
      event: 'called_in',
      at: hoursAgo(8),
      dueOutBy: hoursAgo(4),
    });
    await page.goto(addressOf('/'));
    const line = page
      .getByRole('region', { name: 'Has not come out' })
      .getByRole('listitem')
      .filter({ hasText: client.code });
    await line.getByRole('button', { name: 'Detained' }).click();
    const question = line.getByRole('alertdialog');
    await question.waitFor();
    expect(await barriers(page)).toEqual([]);
    await question.getByRole('button', { name: 'Cancel' }).click();
    await question.waitFor({ state: 'detached' });
    const { liveState } = await ask<{ liveState: string }>(page, `appointments/${appointment.id}`);
    expect(liveState).not.toBe('detained_confirmed');
    await attorney.context.close();
  });
});
