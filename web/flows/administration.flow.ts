import { describe, expect, it } from 'vitest';
import { addressOf, ask, barriers, click, type MadeCase, prove, windowOf } from './browser.js';

/** Two windows on one page of the settings, and a case of their own that somebody may be asked about. */
async function twoWith(path: string, { closed }: { closed: boolean }) {
  const attorney = await windowOf('attorney', path);
  const file = await ask<MadeCase>(attorney.page, 'clients', { legalName: 'Kept Person' });
  if (closed) {
    const reviewOn = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date());
    await ask(attorney.page, `clients/${file.id}/close`, { closingReason: 'matter_resolved', reviewOn });
    await attorney.page.reload();
  }
  const supervisor = await windowOf('supervisor', path);
  const close = () => Promise.all([attorney.context.close(), supervisor.context.close()]);
  return { file, attorney, supervisor, close };
}

describe('Closed files', () => {
  it('are destroyed by two people, the second of whom sees what goes and writes the code', async () => {
    const { file, attorney, supervisor, close } = await twoWith('/settings/retention', { closed: true });
    await click(attorney.page, `Decide: ${file.code}`);
    await click(attorney.page, 'Propose to destroy it');
    await attorney.page.getByLabel('Reason').selectOption('client_asked');
    expect(await barriers(attorney.page)).toEqual([]);
    await click(attorney.page, 'Propose it');
    const proposals = attorney.page.getByRole('region', { name: 'Proposed for destruction' });
    const proposed = proposals.getByRole('listitem').filter({ hasText: file.code });
    await prove(attorney.page, proposed.getByText('You proposed it; somebody else has to agree.'));

    await supervisor.page.reload();
    await click(supervisor.page, `See what goes: ${file.code}`);
    const question = supervisor.page.getByRole('dialog', { name: `Destroy the file ${file.code}?` });
    await question.getByText('1 case file').waitFor();
    await question.getByLabel(`Write ${file.code} to go on`).fill('another');
    await question.getByRole('button', { name: 'Destroy it now' }).click();
    await question.getByText('This is not the code of the file.').waitFor();
    expect(await barriers(supervisor.page)).toEqual([]);
    await question.getByLabel(`Write ${file.code} to go on`).fill(file.code.toLowerCase());
    await question.getByRole('button', { name: 'Destroy it now' }).click();
    const certificates = supervisor.page.getByRole('region', { name: 'Destroyed files' });
    await prove(supervisor.page, certificates.getByText(`File ${file.id}`));
    expect((await supervisor.page.request.get(addressOf(`/api/clients/${file.id}`))).status()).toBe(404);

    const arriving = supervisor.page.waitForEvent('download');
    await certificates
      .getByRole('listitem')
      .filter({ hasText: file.id })
      .getByRole('link', { name: /Certificate/ })
      .click();
    expect((await arriving).suggestedFilename()).toBe('certificate.pdf');
    expect([...attorney.complaints, ...supervisor.complaints]).toEqual([]);
    await close();
  });

  it('are kept for a reason until another day', async () => {
    const { file, attorney, close } = await twoWith('/settings/retention', { closed: true });
    const { page } = attorney;
    await click(page, `Decide: ${file.code}`);
    await click(page, 'Keep it');
    await page.getByLabel('Decide again on').fill('in 8 weeks');
    await page.getByLabel('Why').fill('Too');
    await click(page, 'Keep it');
    await page.locator('[aria-invalid=true]').waitFor();
    await page.getByLabel('Why').fill('An appeal may still come.');
    expect(await barriers(page)).toEqual([]);
    await click(page, 'Keep it');
    await page.getByRole('link', { name: file.code }).waitFor({ state: 'detached' });
    await page.getByLabel('Also those of the coming year').check();
    await click(page, `Decide: ${file.code}`);
    await page.getByText('An appeal may still come.').waitFor();
    await close();
  });
});

describe('A demand for records', () => {
  it('is written down, puts files on hold, and is answered; a supervisor lifts the hold', async () => {
    const { file, attorney, supervisor, close } = await twoWith('/settings/legal-demands', { closed: false });
    const { page } = supervisor;
    const scope = `All records of ${file.code}`;
    await click(page, 'Write a demand down');
    await page.getByLabel('Who asks').selectOption('ice_hsi');
    await page.getByLabel('By which paper').selectOption('administrative_subpoena');
    await page.getByLabel('To be answered by').fill('in 2 weeks');
    await page.getByLabel('Which records').fill(scope);
    expect(await barriers(page)).toEqual([]);
    await click(page, 'Write a demand down');
    const demand = page.getByRole('listitem').filter({ hasText: scope });
    await demand.getByRole('button', { name: /^Put files on hold/ }).click();
    await demand.getByLabel('Case files that it asks for').fill(file.code);
    await demand.getByRole('button', { name: `Choose: ${file.code}` }).click();
    await demand.getByLabel('Why').fill('Named in the subpoena of today.');
    expect(await barriers(page)).toEqual([]);
    await demand.getByRole('button', { name: 'Put files on hold', exact: true }).click();
    await demand.getByText('1 hold placed, 1 stands').waitFor();
    await demand.getByRole('button', { name: /^Write down the answer/ }).click();
    await demand.getByLabel('What was answered').selectOption('refused');
    await demand.getByRole('button', { name: 'Save' }).click();
    await demand.waitFor({ state: 'detached' });
    await page.getByLabel('Also those that were answered').check();
    await demand.getByText(/^Refused, /).waitFor();

    await attorney.page.goto(addressOf('/settings/retention'));
    const holds = attorney.page.getByRole('region', { name: 'Legal holds' });
    await holds.getByRole('listitem').filter({ hasText: file.code }).getByText('for a demand for records').waitFor();
    expect(await holds.getByRole('button', { name: /^Lift/ }).count()).toBe(0);
    await page.goto(addressOf('/settings/retention'));
    await click(page, `Lift: ${file.code}`);
    const question = page.getByRole('dialog', { name: `Lift the hold on ${file.code}?` });
    expect(await barriers(page)).toEqual([]);
    await question.getByRole('button', { name: 'Lift' }).click();
    await page.getByLabel('Also those that were lifted').check();
    await prove(
      page,
      page
        .getByRole('listitem')
        .filter({ hasText: file.code })
        .getByText(/^lifted /),
    );
    expect([...attorney.complaints, ...supervisor.complaints]).toEqual([]);
    await close();
  });
});
