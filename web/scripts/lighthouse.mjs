/**
 * `npm run lighthouse`: measures sign-in, today, log a letter and a case as on a slow phone and 3G (Lighthouse's own
 * simulation), against a demonstration that runs (`npm run demo`; ADDRESS names another than http://127.0.0.1:3000). It fails
 * below 95 points. Lighthouse is fetched by npx when this is run, so that no other install has to; CHROME_PATH names a browser.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const version = '12.8.2';
const least = 95;
const runs = Number(process.env.RUNS ?? 3);
const address = process.env.ADDRESS ?? 'http://127.0.0.1:3000';
const categories = ['performance', 'accessibility', 'best-practices'];
const browser =
  process.env.CHROME_PATH ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const folder = mkdtempSync(join(tmpdir(), 'letterbox-lighthouse-'));

async function signIn() {
  const answer = await fetch(`${address}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ email: 'attorney@demo.example', password: 'demonstration only' }),
  });
  if (!answer.ok) throw new Error(`Nobody of the demonstration could sign in at ${address}: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

function run(path, headers) {
  const output = join(folder, 'report.json');
  const words = [
    '--yes',
    `lighthouse@${version}`,
    address + path,
    '--quiet',
    '--output=json',
    `--output-path=${output}`,
    `--only-categories=${categories}`,
    '--throttling-method=simulate',
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
    ...(headers ? [`--extra-headers=${headers}`] : []),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn('npx', words, {
      env: { ...process.env, CHROME_PATH: browser },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0
        ? resolve(JSON.parse(readFileSync(output, 'utf8')))
        : reject(new Error(`Lighthouse ended with ${code}.`)),
    );
  });
}

const points = (report, category) => Math.round(report.categories[category].score * 100);
const shown = (report, audit) => report.audits[audit].displayValue ?? '';

/** What took points away, for whoever has to mend it. */
const reasons = (report) =>
  categories.flatMap((category) =>
    report.categories[category].auditRefs
      .filter(({ id, weight }) => weight > 0 && (report.audits[id].score ?? 1) < 0.9)
      .map(({ id }) => `${id} ${shown(report, id)}`),
  );

try {
  const cookie = await signIn();
  const headers = join(folder, 'headers.json');
  writeFileSync(headers, JSON.stringify({ Cookie: cookie }), { mode: 0o600 });
  const { items } = await (await fetch(`${address}/api/clients?limit=1`, { headers: { cookie } })).json();
  const pages = { 'sign-in': '/sign-in', today: '/', 'log a letter': '/log-a-letter', case: `/cases/${items[0].id}` };
  for (const [name, path] of Object.entries(pages)) {
    const reports = [];
    for (let at = 0; at < runs; at += 1) reports.push(await run(path, name === 'sign-in' ? undefined : headers));
    // The middle one of several: the machine has other things to do.
    reports.sort((a, b) => points(a, 'performance') - points(b, 'performance'));
    const middle = reports[Math.floor(reports.length / 2)];
    const arrived = new URL(middle.finalDisplayedUrl).pathname;
    if (arrived !== path) throw new Error(`${name} led to ${arrived}.`);
    const script = middle.audits['network-requests'].details.items
      .filter(({ resourceType }) => resourceType === 'Script')
      .reduce((sum, { transferSize }) => sum + transferSize, 0);
    console.log(
      `${name}: ${categories.map((category) => `${category} ${points(middle, category)}`).join(', ')}; ` +
        `first paint ${shown(middle, 'first-contentful-paint')}, largest ${shown(middle, 'largest-contentful-paint')}, ` +
        `interactive ${shown(middle, 'interactive')}, blocked ${shown(middle, 'total-blocking-time')}, ` +
        `script ${Math.round(script / 1000)} kB`,
    );
    if (categories.some((category) => points(middle, category) < least)) {
      console.log(`  ${reasons(middle).join('\n  ')}`);
      process.exitCode = 1;
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
