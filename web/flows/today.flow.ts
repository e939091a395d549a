import { describe, expect, it } from 'vitest';
import { addressOf, ask, openWindow, signIn } from './browser.js';

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
});
