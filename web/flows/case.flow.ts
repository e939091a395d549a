import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { addressOf, ask, barriers, openWindow, phone, signIn } from './browser.js';
import { tabTo } from './keyboard.js';

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

async function aCase(look = {}) {
  const { page, context, complaints } = await openWindow(look);
  await signIn(page, 'attorney');
  const body = {
    client: { legalName: 'Paper Person', language: 'es' },
    letter: { receivedOn: '2018-03-01', evidenceGrade: 'seen_original' },
  };
  const { client } = await ask<{ client: { id: string; code: string } }>(page, 'intakes', body);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const side = (name: string) => page.getByRole('navigation', { name: 'Case' }).getByRole('link', { name }).click();
  await page.goto(addressOf(`/cases/${client.id}`));
  await page.getByRole('heading', { name: 'What happened' }).waitFor();
  return { page, context, complaints, client, press, side };
}

describe('The documents of a case', () => {
  it('are put in with their progress, refused in words, named, taken out, and deleted after saying what that means', async () => {
    const { page, context, complaints, client, press, side } = await aCase();
    await side('Documents');
    await page.getByText('No documents yet.').waitFor();
    await press('Add a document');
    await page
      .getByLabel('The file')
      .setInputFiles({ name: 'maria.html', mimeType: 'image/png', buffer: Buffer.from('<p>') });
    await press('Put it into the file');
    await page.getByText('Send a PDF, or a photograph').first().waitFor();
    expect(await page.getByLabel('The file').getAttribute('aria-invalid')).toBe('true');
    expect(await barriers(page)).toEqual([]);

    // A file that leaves slowly: how much has left is shown while it does.
    const path = `**/api/clients/${client.id}/documents`;
    let letGo = () => undefined as void;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route(path, async (route) => {
      if (route.request().method() === 'POST') await held;
      await route.continue();
    });
    await page
      .getByLabel('The file')
      .setInputFiles({ name: 'Maria G letter.pdf', mimeType: 'application/pdf', buffer: pdf });
    await page.getByLabel('Title', { exact: true }).fill('Both sides');
    await page.getByLabel('Which letter it shows').selectOption({ index: 1 });
    await press('Put it into the file');
    await page.getByRole('progressbar', { name: 'Sending the document' }).waitFor();
    letGo();
    await page.getByText('The document is in the file.').waitFor();
    await page.unroute(path);
    await page.getByText('scan of the letter received').waitFor();
    expect(await barriers(page)).toEqual([]);

    const arriving = page.waitForEvent('download');
    await press('Download: Scan of the letter, Both sides');
    const download = await arriving;
    // Called by the code, not by the name it came with.
    expect(download.suggestedFilename()).toMatch(new RegExp(`^${client.code}-[0-9a-f]{6}\\.pdf$`));
    expect(await readFile(await download.path())).toEqual(pdf);

    await press('Change: Scan of the letter, Both sides');
    await page.getByLabel('What it is').selectOption('court_record');
    await press('Save');
    await press('Remove: Court record, Both sides');
    await page.getByText('are deleted for good').waitFor();
    await press('Cancel');
    await press('Remove: Court record, Both sides');
    await press('Remove for good');
    await page.getByText('No documents yet.').waitFor();
    expect(await ask(page, `clients/${client.id}/documents`)).toMatchObject({ items: [] });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('say so when the same file is put in twice', async () => {
    const { page, context, press, side } = await aCase(phone);
    await side('Documents');
    const put = async (title: string) => {
      await press('Add a document');
      await page.getByLabel('Title', { exact: true }).fill(title);
      await page.getByLabel('The file').setInputFiles({ name: 'x.pdf', mimeType: 'application/pdf', buffer: pdf });
      await press('Put it into the file');
      await page.getByText('The document is in the file.').waitFor();
    };
    const twice = page.getByText('The same file was here already');
    await put('First page');
    expect(await twice.isVisible()).toBe(false);
    await put('Second page');
    await twice.waitFor();
    await page.getByText(/^As “Scan of the letter, First page”, added/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await context.close();
  });

  it('offer for a packet only where its paper may go from where it is', async () => {
    const { page, context, client, side } = await aCase();
    await ask(page, 'packets', { clientId: client.id });
    await side('Documents');
    const where = page.getByRole('combobox', { name: /^Where the paper is/ });
    const offered = () => where.locator('option').allInnerTexts();
    await expect.poll(offered).toEqual(['printed', 'approved', 'destroyed']);
    await where.selectOption('approved');
    await expect.poll(offered).toEqual(['approved', 'printed', 'handed out', 'destroyed']);
    await context.close();
  });

  it('say what to do when the line drops on the way, and keep what was typed', async () => {
    const { page, context, client, press, side } = await aCase(phone);
    await side('Documents');
    await press('Add a document');
    await page.getByLabel('Title', { exact: true }).fill('First page');
    await page.getByLabel('The file').setInputFiles({ name: 'x.pdf', mimeType: 'application/pdf', buffer: pdf });
    await page.route(`**/api/clients/${client.id}/documents`, (route) => route.abort());
    await press('Put it into the file');
    await page.getByText('photograph the pages one by one').waitFor();
    await page.unroute(`**/api/clients/${client.id}/documents`);
    await press('Put it into the file');
    await page.getByText('First page').waitFor();
    await context.close();
  });

  it('are put in once where the answer was lost and they are sent again', async () => {
    const { page, context, client, press, side } = await aCase();
    const documents = `clients/${client.id}/documents`;
    await side('Documents');
    await press('Add a document');
    await page.getByLabel('The file').setInputFiles({ name: 'x.pdf', mimeType: 'application/pdf', buffer: pdf });
    // The server has taken it; what it says of it does not arrive.
    await page.evaluate(() => {
      const { prototype } = XMLHttpRequest;
      const send = Object.getOwnPropertyDescriptor(prototype, 'send')!;
      prototype.send = function (body) {
        Object.defineProperty(prototype, 'send', send);
        this.onload = (event) => {
          this.onerror!(event);
        };
        this.send(body);
      };
    });
    await press('Put it into the file');
    await page.getByText('photograph the pages one by one').waitFor();
    expect((await ask<{ items: unknown[] }>(page, documents)).items).toHaveLength(1);
    await press('Put it into the file');
    await page.getByText('The document is in the file.').waitFor();
    expect((await ask<{ items: unknown[] }>(page, documents)).items).toHaveLength(1);
    await context.close();
  });
});

describe('Who is held', () => {
  it('is said at the head of the case, on each of its sides, until out', async () => {
    const { page, context, client, press, side } = await aCase(phone);
    const { items } = await ask<{ items: { id: string; name: string }[] }>(page, 'facilities');
    const events = `clients/${client.id}/custody-events`;
    await ask(page, events, { kind: 'detained', at: '2018-03-05T14:00:00.000Z', facilityId: items[0]!.id });
    await page.reload();
    const held = page.getByText(`In custody since Mon 5 Mar 2018: ${items[0]!.name}`);
    await held.waitFor();
    await side('Documents');
    await held.waitFor();
    expect(await barriers(page)).toEqual([]);
    await side('Record');
    await press('Custody');
    await page.getByRole('combobox', { name: /^What happened/ }).selectOption('released');
    await page.getByLabel('When').fill('3/9/2018');
    await page.getByLabel('Time', { exact: true }).fill('10:00');
    await press('Save');
    await held.waitFor({ state: 'detached' });
    await context.close();
  });
});

describe('The sides of a case', () => {
  it('lie in one line on a phone, where the one that is open is seen and Tab reaches the others', async () => {
    const { page, context, client } = await aCase(phone);
    for (const side of ['Documents', 'History']) {
      const links = page.getByRole('navigation', { name: 'Case' }).getByRole('link');
      const tops = await links.evaluateAll((all) => all.map((link) => link.getBoundingClientRect().top));
      expect(new Set(tops).size).toBe(1);
      await tabTo(page, side);
      await page.keyboard.press('Enter');
      await page.waitForURL(new RegExp(`tab=${side.toLowerCase()}`));
    }
    await page.goto(addressOf(`/cases/${client.id}?tab=history`));
    await page.getByRole('heading', { name: 'This file' }).waitFor();
    const open = page.getByRole('link', { name: 'History' });
    await expect.poll(async () => (await open.boundingBox())!.x).toBeLessThan(360 - 60);
    expect(await barriers(page)).toEqual([]);
    await context.close();
  });

  it('stand in the address, say what each answer is for, and show who began the file', async () => {
    const { page, context, complaints, client, press, side } = await aCase();
    await side('People and consents');
    await page.waitForURL(/tab=people/);
    await press('What for: Person and contact');
    await page.getByText('Names you on filings, and lets us find your case when you call.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await side('History');
    await page.getByText(/^Begun .* by Demo Attorney\.$/).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Person and contact' }).waitFor();
    await page.goto(addressOf(`/cases/${client.id}?tab=reminders`));
    await press('Remind somebody');
    await page.getByLabel('When').fill('in 2 weeks');
    await page.getByLabel('Time', { exact: true }).fill('9:30');
    expect(await barriers(page)).toEqual([]);
    await press('Save');
    await page.getByRole('listitem').filter({ hasText: 'Filing deadline' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
