import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addressOf, ask, barriers, openWindow, quiet, windowOf } from './browser.js';
import { englishOn } from './spanish.js';

const inSpanish = (page: Page) => page.evaluate(() => localStorage.setItem('language', 'es'));

/** What a field says is wrong with it. */
async function saidBy(field: Locator): Promise<string> {
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  const ids = (await field.getAttribute('aria-describedby'))!.split(' ');
  return field
    .page()
    .locator(ids.map((id) => `[id="${id}"]`).join(', '))
    .last()
    .innerText();
}

describe('What a form lacks', () => {
  it('is said at the door beside its field, in the language of the page', async () => {
    const { page, context, complaints } = await openWindow({ locale: 'es-US' });
    await page.goto(addressOf('/sign-in'));
    await page.getByRole('button', { name: 'Entrar', exact: true }).click();
    const email = page.getByRole('textbox', { name: 'Correo' });
    await page.locator('[aria-invalid=true]').first().waitFor();
    expect(await saidBy(email)).toBe('Este dato hace falta.');
    expect(await saidBy(page.locator('input[type=password]'))).toBe('Este dato hace falta.');
    await expect.poll(() => email.evaluate((one) => one === document.activeElement)).toBe(true);
    await email.fill('supervisor@demo.example');
    await page.locator('input[type=password]').fill('no such password');
    await page.keyboard.press('Enter');
    await page.getByText('El correo, la contraseña o el código no son correctos.').waitFor();
    expect(await englishOn(page)).toEqual([]);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is said in an emergency, and of a record, by the server in the language of the page', async () => {
    const { page, context, complaints } = await windowOf('attorney');
    await inSpanish(page);
    await page.goto(addressOf('/emergency'));
    await page.getByRole('button', { name: 'Abrir el caso', exact: true }).click();
    await page.locator('[aria-invalid=true]').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    const { id } = await ask<{ id: string }>(page, 'clients', { legalName: 'Nombre Largo', language: 'es' });
    await page.goto(addressOf(`/cases/${id}`));
    await page.getByRole('button', { name: 'Arresto', exact: true }).click();
    await page.getByRole('button', { name: 'Guardar', exact: true }).click();
    await page.getByText('Este dato hace falta.').first().waitFor();
    expect(await englishOn(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('Too many attempts', () => {
  it('are told with how long to wait, in the language of the page', async () => {
    const { page, context, complaints } = await openWindow({ locale: 'es-US' });
    await page.goto(addressOf('/sign-in'));
    await page.getByRole('textbox', { name: 'Correo' }).fill('nobody@elsewhere.example');
    await page.locator('input[type=password]').fill('no such password');
    const locked = page.getByText('Demasiados intentos fallidos.');
    await expect
      .poll(
        async () => {
          await page.getByRole('button', { name: 'Entrar', exact: true }).click();
          await quiet(page);
          return locked.count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
    await page.getByText(/^Puede probar de nuevo dentro de \d+ (segundos?|minutos?)\.$/).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
