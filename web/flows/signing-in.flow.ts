import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, click, openWindow, phone } from './browser.js';
import { serve } from './demonstration.js';
import * as keyboard from './keyboard.js';
import { codeOf } from './totp.js';

let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  // Passkeys are of a name, not of a number.
  server = await serve([], 'localhost');
});
afterAll(() => server?.stop());

const password = 'a sentence for the door';

async function leave(page: Page, name: string): Promise<void> {
  await click(page, name);
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(/\/sign-in/);
}

async function typePassword(page: Page, email: string): Promise<void> {
  await page.goto(`${server.address}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await click(page, 'Sign in');
}

describe('Getting in', () => {
  // One story in its order: each step is the ground of the next.
  let invitation = '';
  let secret = '';
  let recovery = '';

  it('begins with the one-time link, and an invitation asks once more who one is', async () => {
    const { page, context, complaints } = await openWindow();
    await page.goto(/http:\S+\/setup#\S+/.exec(server.said)![0]);
    await click(page, 'Español');
    await page.getByLabel('Nombre de la organización').fill('A Clinic');
    await click(page, 'English');
    expect(await page.getByLabel('Name of the organisation').inputValue()).toBe('A Clinic');
    await page.getByLabel('Your name').fill('First Person');
    await page.getByLabel('Your e-mail').fill('first@clinic.example');
    await page.getByLabel('New password').fill(password);
    expect(await barriers(page)).toEqual([]);
    // What was sent arrives, its answer does not; whoever sends it again is let in all the same.
    await page.route('**/api/auth/setup', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await click(page, 'Begin');
    await page.getByText(/^The server cannot be reached/).waitFor();
    await page.unroute('**/api/auth/setup');
    await click(page, 'Begin');
    await page.waitForURL(/\/settings\/users$/);
    await click(page, 'Add a person');
    await page.getByLabel('Name', { exact: true }).fill('Second Person');
    await page.getByLabel('E-mail').fill('second@clinic.example');
    await click(page, 'Make the invitation');
    const question = page.getByRole('dialog', { name: 'Is it you?' });
    const link = page.getByText(/\/invitation#/);
    await question.or(link).first().waitFor();
    if (await question.isVisible()) {
      expect(await barriers(page)).toEqual([]);
      await question.getByLabel('Password', { exact: true }).fill(password);
      await question.getByRole('button', { name: 'Go on' }).click();
    }
    invitation = await link.innerText();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says in the language of the page what was refused', async () => {
    const { page, context, complaints } = await openWindow({ ...phone, locale: 'es-US' });
    await page.goto(`${server.address}/sign-in`);
    await page.getByLabel('Correo electrónico').fill('nobody@clinic.example');
    await page.getByLabel('Contraseña', { exact: true }).fill(password);
    await click(page, 'Entrar');
    await page.getByText('El correo, la contraseña o el código no son correctos.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.goto(`${server.address}/invitation#l_wrong`);
    await page.getByLabel('Contraseña nueva').fill(password);
    await click(page, 'Guardar la contraseña');
    await page.getByText('Este enlace ya se usó, venció, o se hizo otro más nuevo.').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('goes on with a password and a second factor, whose recovery codes are shown once', async () => {
    const { page, context } = await openWindow();
    await page.goto(invitation);
    await page.getByLabel('New password').fill(password);
    await click(page, 'Set the password');
    await page.getByText('Your password is set').waitFor();
    await typePassword(page, 'second@clinic.example');
    await page.waitForURL(/\/second-factor$/);
    await click(page, 'Use an authenticator app instead');
    secret = (await page.getByText(/^([A-Z2-7]{4} ){3,}/).innerText()).replaceAll(' ', '');
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('Six-digit code').fill('000000');
    await click(page, 'Confirm');
    await page.locator('[aria-invalid=true], [role=alert]').first().waitFor();
    await page.getByLabel('Six-digit code').fill(codeOf(secret));
    await click(page, 'Confirm');
    await page.getByRole('heading', { name: 'Recovery codes' }).waitFor();
    const codes = await page.locator('ol > li').allInnerTexts();
    expect(codes).toHaveLength(10);
    recovery = codes[0]!;
    expect(await barriers(page)).toEqual([]);
    const asksBeforeLeaving = () =>
      page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
    expect(await asksBeforeLeaving()).toBe(true);
    await click(page, 'I have kept them');
    await page.waitForURL(`${server.address}/`);
    await expect.poll(asksBeforeLeaving).toBe(false);
    const me = (await (await page.request.get(`${server.address}/api/auth/me`)).json()) as {
      user: { language: string };
    };
    expect(me.user.language).toBe('en');
    await leave(page, 'Second Person');
    await context.close();
  });

  it('asks for the code of the app, by keyboard alone, or takes a recovery code, once', async () => {
    const { page, context } = await openWindow();
    await page.goto(`${server.address}/sign-in`);
    await page.getByLabel('E-mail').waitFor();
    await keyboard.type(page, 'E-mail', 'second@clinic.example');
    await keyboard.type(page, 'Password', password);
    await page.keyboard.press('Enter');
    await page.getByLabel('Six-digit code').waitFor();
    // Whoever goes on typing writes the code.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('autocomplete')))
      .toBe('one-time-code');
    // That of the step after, since one code is taken once.
    await page.keyboard.type(codeOf(secret, 1));
    await keyboard.press(page, 'Sign in');
    await page.waitForURL(`${server.address}/`);
    await leave(page, 'Second Person');
    for (const works of [true, false]) {
      await typePassword(page, 'second@clinic.example');
      await click(page, 'Use a recovery code instead');
      await page.getByLabel('Recovery code').fill(recovery);
      await click(page, 'Sign in');
      if (works) {
        await page.waitForURL(`${server.address}/`);
        await leave(page, 'Second Person');
      } else await page.locator('[aria-invalid=true], [role=alert]').first().waitFor();
    }
    await context.close();
  });

  it('takes a passkey of this device alone', async () => {
    const { page, context, complaints } = await openWindow();
    const devtools = await context.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await typePassword(page, 'first@clinic.example');
    await page.waitForURL(`${server.address}/`);
    await page.goto(`${server.address}/settings`);
    await click(page, 'Add a passkey');
    await click(page, 'Make a passkey');
    const question = page.getByRole('dialog', { name: 'Is it you?' });
    const codes = page.getByRole('button', { name: 'I have kept them' });
    await question.or(codes).first().waitFor();
    if (await question.isVisible()) {
      await question.getByLabel('Password', { exact: true }).fill(password);
      await question.getByRole('button', { name: 'Go on' }).click();
    }
    await codes.click();
    await leave(page, 'First Person');
    expect(await barriers(page)).toEqual([]);
    await click(page, 'Sign in with a passkey');
    await page.waitForURL(`${server.address}/`);
    await page.getByRole('button', { name: 'First Person' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
