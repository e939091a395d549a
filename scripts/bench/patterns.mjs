/**
 * Each report over a ledger of a million letters, as the API answers it, beside the best that we could write by hand for the
 * same figures, sent through plain pg as the same role; taking turns, the better of some. And what the ledger adds to the
 * cost of writing a case file.
 */
import pg from 'pg';
import { permissionsOf } from '../../dist/src/auth/permissions.js';
import { SessionsService } from '../../dist/src/auth/sessions.service.js';
import { Works } from '../../dist/src/platform/database/works.js';
import { PatternLedgerService } from '../../dist/src/patterns/pattern-ledger.service.js';
import { vacuum } from './bulk.mjs';
import { byHand } from './by-hand.mjs';
import { fillLedger } from './ledger-rows.mjs';
import { application, makeOrganization } from '../reminders/world.mjs';

const rounds = 8;
const query = { charges: '?from=2018-01-01&to=2018-06-30&compareFrom=2017-01-01&compareTo=2017-12-31' };

export async function benchPatterns({ appUrl, ownerUrl, rows, say }) {
  const app = await application({ appUrl });
  const owner = new pg.Client({ connectionString: ownerUrl });
  const bare = new pg.Client({ connectionString: appUrl, options: '-c role=clinic_app' });
  try {
    await Promise.all([owner.connect(), bare.connect()]);
    const { organizationId, userId, placeId } = await makeOrganization(app, 'PA');
    for (const client of [owner, bare])
      await client.query(`SELECT set_config('app.organization_id', $1, false)`, [organizationId]);
    const token = await tokenFor(app, organizationId, userId);
    say(`\nMaking a ledger of ${rows} letters and ${rows} appointments ...`);
    await fillLedger(owner, organizationId, rows);
    await vacuum(ownerUrl, 'pattern_letters', 'pattern_appointments', 'pattern_venues', 'reminders');
    await compareReports({ app, bare, organizationId, token, rows, say });
    await compareWrites({ app, token, placeId, say });
  } finally {
    await Promise.all([owner.end(), bare.end()]);
    await app.close();
  }
}

const tokenFor = (app, organizationId, userId) =>
  app.get(Works).run(organizationId, async (work) => {
    const actor = { userId, role: 'attorney', permissions: permissionsOf.attorney };
    const owner = Object.assign(Object.create(work), { actor });
    return (await app.get(SessionsService).createToken(owner, { name: 'bench', expiresInDays: 30 })).token;
  });

async function compareReports({ app, bare, organizationId, token, rows, say }) {
  say(`\nreports over ${rows} rows, ms, best of ${rounds} taking turns; ratio = API / statement by hand`);
  say('report               API    by hand   ratio');
  let worst = 0;
  for (const [name, ways] of Object.entries(byHand)) {
    let [api, hand] = [Infinity, Infinity];
    for (let round = -1; round < rounds; round += 1) {
      const ours = await timed(() => ask(app, token, 'GET', `/api/patterns/${name}${query[name] ?? ''}`));
      if (round >= 0) api = Math.min(api, ours);
      for (const [at, way] of ways.entries()) {
        const theirs = await timed(() => inTurn(bare, `${name} ${at}`, [way].flat(), [organizationId]));
        if (round >= 0) hand = Math.min(hand, theirs);
      }
    }
    worst = Math.max(worst, api / hand);
    say(
      `${name.padEnd(16)} ${api.toFixed(0).padStart(7)} ${hand.toFixed(0).padStart(10)} ${(api / hand).toFixed(2).padStart(7)}`,
    );
  }
  say(`worst ratio ${worst.toFixed(2)}`);
}

/** An intake page with the ledger following, and with nobody listening; taking turns, medians. */
async function compareWrites({ app, token, placeId, say }) {
  const { follow } = PatternLedgerService.prototype;
  const times = { with: [], without: [] };
  for (let round = -20; round < 150; round += 1) {
    for (const kind of ['with', 'without']) {
      PatternLedgerService.prototype.follow = kind === 'with' ? follow : () => undefined;
      const ms = await timed(() => ask(app, token, 'POST', '/api/intakes', page(placeId)));
      if (round >= 0) times[kind].push(ms);
    }
  }
  PatternLedgerService.prototype.follow = follow;
  const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
  const [on, off] = [median(times.with), median(times.without)];
  say(`\nwriting a case file (intake, the whole page), median of 150 taking turns`);
  say(`with the ledger ${on.toFixed(2)} ms, without ${off.toFixed(2)} ms: ${((on / off - 1) * 100).toFixed(0)} % more`);
}

async function inTurn(client, name, texts, values) {
  for (const [at, text] of texts.entries()) await client.query({ name: `${name} ${at}`, text, values });
}

async function timed(action) {
  const began = performance.now();
  await action();
  return performance.now() - began;
}

async function ask(app, token, method, url, payload) {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await app
    .getHttpAdapter()
    .getInstance()
    .inject({ method, url, headers, ...(payload ? { payload } : {}) });
  if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
}

const page = (placeId) => ({
  client: { legalName: 'Bench Person', county: 'bronx', consents: [{ kind: 'record_keeping', givenOn: '2018-02-28' }] },
  arrest: { arrestedOn: '2018-02-14', agency: 'nypd', chargeLevel: 'misdemeanor_b' },
  fingerprintEvent: { takenOn: '2018-02-14', reason: 'arrest', agency: 'nypd' },
  letter: {
    letterDatedOn: '2018-02-26',
    receivedOn: '2018-03-01',
    form: 'g_56',
    evidenceGrade: 'seen_original',
    reportingPlaceId: placeId,
    reportAt: '2030-03-08T14:00:00Z',
  },
  appointment: {},
});
