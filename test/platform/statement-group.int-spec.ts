import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { NamedClient } from '../../src/platform/database/named-client.js';
import { type TestDatabase, testDatabase } from '../support/database.js';

let database: TestDatabase;
let client: NamedClient;

beforeAll(async () => {
  database = await testDatabase();
  client = new NamedClient({ connectionString: database.ownerUrl });
  await client.connect();
  await client.send('CREATE TABLE scratch (n int PRIMARY KEY, CONSTRAINT positive CHECK (n > 0))', []);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});
beforeEach(() => client.send('DELETE FROM scratch', []));

const add = (n: unknown) => client.send('INSERT INTO scratch VALUES ($1)', [n]);
const rowsOf = async (text: string, values: unknown[] = []) => (await client.send(text, values)).rows;
const kept = async () => (await rowsOf('SELECT n FROM scratch ORDER BY n')).map((row) => (row as { n: number }).n);

describe('Statements of one moment', () => {
  it('are each answered for themselves, the first time and every time after', async () => {
    for (let round = 0; round < 3; round += 1) {
      const [empty, one, two, done] = await Promise.all([
        rowsOf('SELECT n FROM scratch WHERE n = $1', [7]),
        rowsOf(`SELECT $1::text AS text, 2::bigint AS big, NULL AS nothing, date '2018-02-26' AS day`, ['a']),
        rowsOf('SELECT g FROM generate_series(1, $1::int) g', [2]),
        client.send('UPDATE scratch SET n = n WHERE n = $1', [7]),
      ]);
      expect(empty).toEqual([]);
      expect(one).toEqual([{ text: 'a', big: 2, nothing: null, day: '2018-02-26' }]);
      expect(two).toEqual([{ g: 1 }, { g: 2 }]);
      expect(done).toEqual({ command: 'UPDATE', rowCount: 0, rows: [] });
    }
  });

  it('end at the first that is refused, and what stood behind it is refused with its error', async () => {
    const answers = await Promise.allSettled([
      client.send('START TRANSACTION', []),
      add(1),
      add(-1),
      add(2),
      client.send('COMMIT', []),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected', 'rejected']);
    const [, , refused, behind] = answers as PromiseRejectedResult[];
    expect(refused!.reason).toMatchObject({ code: '23514' });
    expect(behind!.reason).toBe(refused!.reason);
    await client.send('ROLLBACK', []);
    expect(await kept()).toEqual([]);
  });

  it('can be sent again after they were refused, half-way prepared or never', async () => {
    const never = `SELECT $1::int AS "never prepared"`;
    const wrong = `SELECT $1::int / 0 AS "wrong"`;
    for (let round = 0; round < 2; round += 1) {
      const answers = await Promise.allSettled([client.send(wrong, [1]), client.send(never, [1])]);
      expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      await expect(client.send('SELECT $1::int FROM nowhere', [1])).rejects.toMatchObject({ code: '42P01' });
    }
    expect(await rowsOf(never, [3])).toEqual([{ 'never prepared': 3 }]);
  });

  it('that come outside a transaction, as from a repository, are kept each by itself', async () => {
    const queried = [3, -3, 4].map((n) => client.query('INSERT INTO scratch VALUES ($1)', [n]) as Promise<unknown>);
    const answers = await Promise.allSettled(queried);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await kept()).toEqual([3, 4]);
  });

  it('leave alone a value that cannot be sent, and go on without it', async () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    const [refused, one] = await Promise.allSettled([add(circle), add(5)]);
    expect([refused.status, one.status]).toEqual(['rejected', 'fulfilled']);
    expect(await kept()).toEqual([5]);
  });

  it('are all refused when the connection breaks, and so is whatever comes later', async () => {
    const other = new NamedClient({ connectionString: database.ownerUrl });
    other.on('error', () => undefined);
    await other.connect();
    const [{ pid }] = (await other.send('SELECT pg_backend_pid() AS pid', [])).rows as [{ pid: number }];
    const waiting = Promise.allSettled([other.send('SELECT pg_sleep(60)', []), other.send('SELECT 1', [])]);
    while ((await rowsOf(`SELECT 1 FROM pg_stat_activity WHERE pid = $1 AND query ~ 'sleep'`, [pid])).length === 0);
    await client.send('SELECT pg_terminate_backend($1)', [pid]);
    expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(other.send('SELECT 1', [])).rejects.toThrow();
  });
});
