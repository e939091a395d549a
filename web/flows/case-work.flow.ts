import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addressOf, ask, barriers, click, type MadeCase, phone, windowOf } from './browser.js';

/** Digits that no other run has. */
const newPhone = () => `+1718${String(Date.now()).slice(-7)}`;
const aCase = (page: Page, person: object) => ask<MadeCase>(page, 'clients', person);

describe('Two people who change one case at once', () => {
  it('see both answers side by side, choose, and keep what only one of them changed', async () => {
    const one = await windowOf('attorney');
    const other = await windowOf('advocate');
    const { id } = await aCase(one.page, { legalName: 'Conflicting Person', language: 'es' });
    for (const { page } of [one, other]) {
      await page.goto(addressOf(`/cases/${id}?tab=people`));
      await click(page, 'Change: Person and contact');
    }
    await one.page.getByLabel('Goes by').fill('Theirs');
    await one.page.getByLabel('Other names and spellings').fill('Kept Spelling');
    await click(one.page, 'Save');
    await one.page.getByText('Kept Spelling').waitFor();
    await other.page.getByLabel('Goes by').fill('Mine');
    await click(other.page, 'Save');
    const notice = other.page.getByRole('alert');
    await notice.getByText('Somebody else saved this while you were writing').waitFor();
    expect(await notice.getByRole('cell').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('Theirs'), expect.stringContaining('Mine')]),
    );
    expect(await barriers(other.page)).toEqual([]);
    await notice.getByRole('button', { name: 'Take theirs: Goes by' }).click();
    expect(await other.page.getByRole('textbox', { name: 'Goes by' }).inputValue()).toBe('Theirs');
    await notice.getByRole('button', { name: 'Keep mine: Goes by' }).click();
    await click(other.page, 'Save');
    await other.page.getByRole('button', { name: 'Change: Person and contact' }).waitFor();
    expect(await ask(one.page, `clients/${id}`)).toMatchObject({ preferredName: 'Mine', aliases: 'Kept Spelling' });
    await one.context.close();
    await other.context.close();
  });
});

describe('What seems odd in what was written', () => {
  it('is saved and asked about beside its field, once', async () => {
    const { page, context, complaints } = await windowOf('attorney', '/', phone);
    const { id } = await aCase(page, { legalName: 'Moved Person' });
    const said = async () => {
      const { items } = await ask<{ items: object[] }>(page, `clients/${id}/custody-events`);
      return items;
    };
    await page.goto(addressOf(`/cases/${id}`));
    await click(page, 'Custody');
    await page.getByRole('combobox', { name: 'What happened' }).selectOption('transferred');
    await page.getByRole('textbox', { name: 'When' }).fill('yesterday');
    await page.getByRole('textbox', { name: 'Time' }).fill('9:30');
    await click(page, 'Save');
    await page.getByText('It is saved').waitFor();
    const facility = page.getByRole('combobox', { name: 'Facility' });
    await page.getByText('Where the person was taken is not written down.').waitFor();
    await expect.poll(() => facility.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await said()).toMatchObject([{ kind: 'transferred', facilityId: null }]);
    await page.keyboard.press('Escape');
    expect(await barriers(page)).toEqual([]);
    await facility.fill('Hudson');
    await page.keyboard.press('Enter');
    await click(page, 'Save');
    // It stands in its line, too.
    await page.getByText('Transferred · Hudson County Correctional Facility').waitFor();
    await click(page, 'Change: Custody');
    await facility.fill('');
    await click(page, 'Save');
    await page.getByText('It is saved').waitFor();
    await click(page, 'Save');
    await page.getByRole('button', { name: 'Change: Custody' }).waitFor();
    expect(await said()).toMatchObject([{ kind: 'transferred', facilityId: null }]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('Two files of one person', () => {
  it('stand side by side, say what is lost, and become one', async () => {
    const { page, context, complaints } = await windowOf('attorney');
    const phone = newPhone();
    const stays = await aCase(page, { legalName: 'Merged Person', phone, county: 'kings' });
    const ends = await aCase(page, { legalName: 'Merged Persona', phone, county: 'bronx', email: 'm@example.org' });
    await page.goto(addressOf(`/cases/${stays.id}`));
    await page.getByRole('link', { name: 'Is there a second file of this person?' }).click();
    await click(page, `Compare: ${ends.code}`);
    await page.getByRole('heading', { name: 'What will happen' }).waitFor();
    expect(await page.getByRole('row', { name: /County/ }).innerText()).toContain('is not kept');
    expect(await page.getByRole('row', { name: /E-mail/ }).innerText()).toContain('is taken over');
    expect(await barriers(page)).toEqual([]);
    const merge = page.getByRole('button', { name: `Merge ${ends.code} into ${stays.code}` });
    expect(await merge.isDisabled()).toBe(true);
    await page.getByLabel('It is the same person; I have compared them.').check();
    await merge.click();
    await page.waitForURL(addressOf(`/cases/${stays.id}`));
    await page.getByRole('link', { name: 'People and consents' }).click();
    await page.getByText('Merged Persona').first().waitFor();
    expect((await page.request.get(addressOf(`/api/clients/${ends.id}`))).status()).toBe(404);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('A restricted case', () => {
  it('is closed to all but those named, opened in an emergency with a reason, and looked into by a supervisor', async () => {
    const attorney = await windowOf('attorney');
    const { id, code } = await aCase(attorney.page, { legalName: 'Walled Person' });
    await attorney.page.goto(addressOf(`/cases/${id}?tab=people`));
    await click(attorney.page, 'Restrict');
    expect(await attorney.page.getByLabel('Only the people named below.').isChecked()).toBe(true);
    expect(await barriers(attorney.page)).toEqual([]);
    await click(attorney.page, 'Save');
    await attorney.page.getByText('Restricted: only Demo Attorney.').waitFor();
    await attorney.context.close();

    const supervisor = await windowOf('supervisor');
    expect((await supervisor.page.request.get(addressOf(`/api/clients/${id}`))).status()).toBe(404);
    await supervisor.page.goto(addressOf('/emergency'));
    await supervisor.page.getByLabel('Case code').fill(code);
    await supervisor.page.getByLabel('What for').selectOption('person_detained');
    await supervisor.page.getByLabel('Why, in your words').fill('too short');
    await click(supervisor.page, 'Open the case');
    await supervisor.page.locator('[aria-invalid=true]').waitFor();
    await supervisor.page.getByLabel('Why, in your words').fill('The family called: taken this morning.');
    await click(supervisor.page, 'Open the case');
    await supervisor.page.getByText(/^Open to you in an emergency until/).waitFor();
    expect(await barriers(supervisor.page)).toEqual([]);
    await supervisor.page.goto(addressOf('/settings/emergencies'));
    await supervisor.page.getByText('Somebody else has to look into what you opened.').first().waitFor();
    await click(supervisor.page, `Close it again: ${code}, Demo Supervisor`);
    await supervisor.page.getByRole('button', { name: `Close it again: ${code}` }).waitFor({ state: 'detached' });
    expect((await supervisor.page.request.get(addressOf(`/api/clients/${id}`))).status()).toBe(404);
    await supervisor.context.close();
  });
});

describe('The office', () => {
  it('changes the plan of reminders after reading its words', async () => {
    const { page, context } = await windowOf('administrator');
    await page.goto(addressOf('/settings/reminder-plan'));
    const rule = page.getByRole('group', { name: 'Court dates: The client' });
    await rule.getByRole('button', { name: 'Words' }).click();
    await rule.getByLabel('Language').selectOption('es');
    await rule.locator('blockquote[lang=es]').first().waitFor();
    await rule.getByLabel(/^One more time/).fill('3');
    await page.keyboard.press('Enter');
    await rule.getByText('3 days before').waitFor();
    expect(await barriers(page)).toEqual([]);
    await click(page, 'Save');
    await page.getByText('changed by your organisation').waitFor();
    const { rules } = await ask<{ rules: { kind: string; to: string; offsets: string[] }[] }>(page, 'reminder-plan');
    expect(rules.find(({ kind, to }) => kind === 'court_date' && to === 'client')!.offsets).toContain('P3D');
    await rule.getByRole('button', { name: 'Remove: 3 days before' }).click();
    await click(page, 'Save');
    await page.getByText('Saved').waitFor();
    await context.close();
  });

  it('gives a program a token that is shown once, and takes it back', async () => {
    const { page, context } = await windowOf('attorney');
    await page.goto(addressOf('/settings/tokens'));
    await click(page, 'Make a token');
    const name = `Nightly list ${Date.now()}`;
    await page.getByLabel('What for').fill(name);
    await page.getByLabel('Only what is chosen').check();
    expect(await barriers(page)).toEqual([]);
    await click(page, 'Make the token');
    const question = page.getByRole('dialog', { name: 'Is it you?' });
    const shown = page.getByText('It is shown this once.');
    await question.or(shown).first().waitFor();
    if (await question.isVisible()) {
      await question.getByLabel('Password', { exact: true }).fill('demonstration only');
      await question.getByRole('button', { name: 'Go on' }).click();
    }
    await shown.waitFor();
    await page.reload();
    await click(page, `Take back: ${name}`);
    await page.getByRole('button', { name: 'Take back', exact: true }).first().click();
    await page.getByText(name).waitFor({ state: 'detached' });
    await context.close();
  });

  it('reads in the audit what it chooses, by the address, and takes it out as a file', async () => {
    const { page, context } = await windowOf('auditor');
    await page.goto(addressOf('/audit'));
    await page.getByLabel('What happened').selectOption('session.started');
    await page.waitForURL(/event=session\.started/);
    await page
      .getByRole('button', { name: /^More: Signed in/ })
      .first()
      .click();
    await click(page, 'Only what this person did');
    await page.waitForURL(/user=[0-9a-f-]{36}/);
    expect(await barriers(page)).toEqual([]);
    const arriving = page.waitForEvent('download');
    await click(page, 'Export (CSV)');
    // Who has just signed in has proved enough.
    const question = page.getByRole('dialog', { name: 'Is it you?' });
    const isAsked = question.waitFor().then(
      () => true,
      () => false,
    );
    if (await Promise.race([isAsked, arriving.then(() => false)])) {
      await question.getByLabel('Password', { exact: true }).fill('demonstration only');
      await question.getByRole('button', { name: 'Go on' }).click();
    }
    expect((await arriving).suggestedFilename()).toBe('audit.csv');
    await context.close();
  });
});
