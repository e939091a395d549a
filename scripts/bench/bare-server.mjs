/**
 * The yardstick: node:http and `pg`, nothing else, repeating the very statements that the program sent for a request of
 * each route (transaction, settings and audit line included), with ids made anew where rows are inserted.
 */
import { randomUUID, createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';

const { databaseUrl, routes, port } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, options: '-c role=clinic_app -c timezone=UTC' });
const alphabet = '23456789ABCDEFGHJKLMNPQRSTVWXYZ';
const code = () => Array.from({ length: 7 }, () => alphabet[Math.floor(Math.random() * alphabet.length)]).join('');
const revived = (value) =>
  value?.buffer !== undefined
    ? Buffer.from(value.buffer, 'base64')
    : value?.date !== undefined
      ? new Date(value.date)
      : value;

const prepared = routes.map((route) => ({
  ...route,
  statements: route.statements.map(({ text, values }) => ({
    text,
    name: values.length > 0 ? createHash('sha256').update(text).digest('base64url').slice(0, 32) : undefined,
    values: values.map(revived),
  })),
}));

async function answer(route, id) {
  const fresh = new Map(route.fresh.map((old) => [old, randomUUID()]));
  if (route.code) fresh.set(route.code, code());
  if (route.id) fresh.set(route.id, id);
  const client = await pool.connect();
  try {
    let rows = [];
    for (const { text, name, values } of route.statements) {
      if (name === undefined) {
        await client.query(text);
        continue;
      }
      const result = await client.query({
        text,
        name,
        values: values.map((value) => (typeof value === 'string' ? (fresh.get(value) ?? value) : value)),
      });
      if (result.command === 'SELECT' && result.rows.length > 0) rows = result.rows;
    }
    return rows;
  } finally {
    client.release();
  }
}

createServer((request, response) => {
  const route = prepared.find(
    (candidate) => candidate.method === request.method && new RegExp(candidate.pattern).test(request.url),
  );
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    if (chunks.length > 0) JSON.parse(Buffer.concat(chunks).toString());
    answer(route, request.url.match(/[0-9a-f-]{36}/)?.[0]).then(
      (rows) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows)),
      (error) => response.writeHead(500).end(error.message),
    );
  });
}).listen(port, '127.0.0.1', () => process.stdout.write('ready\n'));
