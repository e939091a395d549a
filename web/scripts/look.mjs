/**
 * `npm run look -- <address> <e-mail> <password> <folder> [path ...]`: signs in to a running Letterbox, takes a picture of
 * each page on a phone and on a desk, light and dark, and asks axe what stands in people's way. Fails when axe finds
 * something or a page scrolls sideways. CHROMIUM names the browser.
 */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [address, email, password, folder, ...paths] = process.argv.slice(2);
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const looks = [
  { name: 'phone-light', width: 360, height: 780, colorScheme: 'light' },
  { name: 'desk-light', width: 1280, height: 900, colorScheme: 'light' },
  { name: 'phone-dark', width: 360, height: 780, colorScheme: 'dark' },
  { name: 'desk-dark', width: 1280, height: 900, colorScheme: 'dark' },
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
let found = 0;
const complain = (text) => {
  found += 1;
  console.log(text);
};

async function shoot(page, look, path) {
  await page.goto(`${address}${path}`);
  await page.waitForLoadState('networkidle');
  const name = `${path.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'today'}.${look.name}.png`;
  await page.screenshot({ path: join(folder, name), fullPage: true });
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (sideways > 0) complain(`${name}: scrolls sideways by ${sideways} px`);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  for (const { id, nodes } of violations) {
    complain(
      `${name}: ${id} (${nodes.length}): ${nodes
        .slice(0, 3)
        .map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`)
        .join(' | ')}`,
    );
  }
}

for (const look of looks) {
  const { width, height, colorScheme } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale: 'en-US',
    bypassCSP: true,
  });
  await context.addInitScript({ path: axe });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' && !/401|favicon/.test(message.text()))
      complain(`${look.name}: console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complain(`${look.name}: ${error.message}`));
  await shoot(page, look, '/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${address}/`);
  for (const path of paths) await shoot(page, look, path);
  await context.close();
}
await browser.close();
console.log(found === 0 ? 'Nothing found.' : `${found} findings.`);
process.exitCode = found === 0 ? 0 : 1;
