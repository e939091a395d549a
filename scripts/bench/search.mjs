/**
 * What searching sealed names costs beside searching plain ones: the statement of the list of clients, once over the blind
 * index and once over a table of the same words in clear with the same index, which is made here alone. In one run, taking turns.
 */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { listClients } from '../../dist/src/clients/clients.queries.js';
import { nameTokens, soundsOf } from '../../dist/src/platform/crypto/blind-index.js';
import { open, place } from '../../dist/src/platform/crypto/sealing.js';
import { Works } from '../../dist/src/platform/database/works.js';

const rounds = 400;

/** Prints p50 and p95 in milliseconds of both, and their ratio. */
export async function compareSearch({ app, ownerUrl, organizationId, say }) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`SELECT set_config('app.organization_id', $1, false)`, [organizationId]);
    await app.get(Works).run(organizationId, async (work) => {
      const keys = await work.organizationKeys();
      const names = await makePlainTable(owner, work, keys);
      const times = { sealed: [], plain: [] };
      for (let round = -20; round < rounds; round += 1) {
        const name = names[Math.floor(Math.random() * names.length)];
        const sealed = await statementFor(work, keys.index, name);
        const plain = plainOf(sealed, keys.index, name);
        for (const [kind, { text, values }] of [
          ['sealed', sealed],
          ['plain', plain],
        ]) {
          const began = performance.now();
          const { rowCount } = await owner.query({ name: nameOf(text), text, values });
          if (round >= 0) times[kind].push(performance.now() - began);
          if (rowCount === 0) throw new Error(`The ${kind} search found nobody.`);
        }
      }
      const [sealed, plain] = [of(times.sealed), of(times.plain)];
      say(`\nsearch by a whole name, ${rounds} different ones that exist, among ${names.length} people`);
      say(`blind index    p50 ${sealed.p50.toFixed(2)} ms   p95 ${sealed.p95.toFixed(2)} ms`);
      say(`plain column   p50 ${plain.p50.toFixed(2)} ms   p95 ${plain.p95.toFixed(2)} ms`);
      say(`ratio          p50 ${(sealed.p50 / plain.p50).toFixed(2)}      p95 ${(sealed.p95 / plain.p95).toFixed(2)}`);
    });
  } finally {
    await owner.query('DROP TABLE IF EXISTS bench_words');
    await owner.end();
  }
}

/** Every word of every name, and its sound, in clear. Answers the names. */
async function makePlainTable(owner, work, keys) {
  await owner.query(`CREATE TABLE bench_words (organization_id uuid, word text, client_id uuid, kind varchar(10),
    PRIMARY KEY (organization_id, word, client_id, kind))`);
  const names = [];
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await work.sql(
      `SELECT c.id, c.legal_name AS name, k.id AS "keyId", k.wrapped FROM clients c
       JOIN client_keys k ON k.organization_id = c.organization_id AND k.client_id = c.id
       WHERE c.organization_id = $1 AND c.id > $2 ORDER BY c.id LIMIT 5000`,
      [work.organizationId, after],
    );
    if (rows.length === 0) break;
    const words = [];
    for (const { id, name, keyId, wrapped } of rows) {
      const key = keys.dataKey({ id: keyId, wrapped });
      const plain = JSON.parse(open(key, place('clients', 'legal_name', id), name));
      names.push(plain);
      const tokens = nameTokens(plain);
      words.push(...tokens.map((word) => ({ id, kind: 'name', word })));
      words.push(...[...new Set(tokens.flatMap(soundsOf))].map((word) => ({ id, kind: 'sound', word })));
    }
    await owner.query(
      `INSERT INTO bench_words SELECT $1, n.word, n.id, n.kind FROM unnest($2::uuid[], $3::text[], $4::text[]) AS n (id, word, kind)
       ON CONFLICT DO NOTHING`,
      [work.organizationId, words.map(({ id }) => id), words.map(({ word }) => word), words.map(({ kind }) => kind)],
    );
    after = rows.at(-1).id;
  }
  await owner.query('VACUUM ANALYZE bench_words');
  return names;
}

/** The statement that the program sends for this search. */
async function statementFor(work, index, name) {
  let sent;
  const recorder = Object.assign(Object.create(work), {
    sql: (text, values) => {
      sent = { text, values };
      return Promise.resolve([]);
    },
  });
  await listClients(recorder, { q: name, limit: 25 }, index.alternatives(name), undefined);
  return sent;
}

/** The same statement over the table of plain words. */
function plainOf({ text, values }, index, name) {
  const words = nameTokens(name);
  const plain = new Map([
    ...words.map((word) => [index.token('name', word).token.toString('hex'), word]),
    ...words.flatMap(soundsOf).map((sound) => [index.token('sound', sound).token.toString('hex'), sound]),
  ]);
  return {
    text: text.replaceAll('search_tokens t', 'bench_words t').replaceAll('t.token', 't.word'),
    values: values.map((value) => (Buffer.isBuffer(value) ? plain.get(value.toString('hex')) : value)),
  };
}

const nameOf = (text) => createHash('sha256').update(text).digest('base64url').slice(0, 32);

function of(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.floor(share * (sorted.length - 1))];
  return { p50: at(0.5), p95: at(0.95) };
}
