import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Socket } from 'node:net';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { User } from '../../src/auth/user.entity.js';
import { Transaction } from '../../src/platform/database/transaction.js';
import { TestApplication } from '../support/application.js';
import { sentDuring } from '../support/statements.js';

let app: TestApplication;
let source: DataSource;
let owner: pg.Client;

beforeAll(async () => {
  app = await TestApplication.start({ environment: { DATABASE_POOL: '2' } });
  ({ dataSource: source } = app);
  owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
  await owner.query(`CREATE TABLE scratch (id uuid PRIMARY KEY, other uuid,
    CONSTRAINT fk_scratch FOREIGN KEY (other) REFERENCES scratch (id) DEFERRABLE INITIALLY DEFERRED)`);
  await owner.query('GRANT SELECT, INSERT ON scratch TO clinic_app');
});
afterAll(async () => {
  await owner.end();
  await app.stop();
});

const add = (id: string = randomUUID(), other: string | null = null) => ({
  text: 'INSERT INTO scratch (id, other) VALUES ($1, $2)',
  parameters: [id, other],
});
const kept = async (id: string) =>
  ((await source.query('SELECT 1 FROM scratch WHERE id = $1', [id])) as unknown[]).length === 1;

describe('A transaction', () => {
  it('sends its beginning with the first statement and its end with the last', async () => {
    const transaction = await Transaction.open(source);
    const seen = await sentDuring(async () => {
      await transaction.query('SELECT $1::int AS n', [1]);
      await transaction.commit(add());
    });
    expect(seen.map(({ text }) => text?.split(' ')[0])).toEqual(['START', 'SELECT', 'INSERT', 'COMMIT']);
  });

  it('that never asked anything sends nothing at all', async () => {
    const seen = await sentDuring(async () => {
      await (await Transaction.open(source)).rollback();
      await (await Transaction.open(source)).commit();
    });
    expect(seen).toEqual([]);
  });

  it('keeps nothing when its last statement is refused, and says which refusal it was', async () => {
    const [first, taken] = [randomUUID(), randomUUID()];
    await source.query(add(taken).text, add(taken).parameters);
    const transaction = await Transaction.open(source);
    await transaction.query(add(first).text, add(first).parameters);
    await expect(transaction.commit(add(taken))).rejects.toMatchObject({ code: '23505' });
    expect(await kept(first)).toBe(false);
    expect(transaction.hasEnded).toBe(true);
  });

  it('keeps nothing when a constraint that waits for the end refuses', async () => {
    const first = randomUUID();
    const transaction = await Transaction.open(source);
    await transaction.query(add(first).text, add(first).parameters);
    await expect(transaction.commit(add(randomUUID(), randomUUID()))).rejects.toMatchObject({ code: '23503' });
    expect(await kept(first)).toBe(false);
  });

  it('keeps nothing when its very first statement is refused, and gives its connection back clean', async () => {
    for (let round = 0; round < 5; round += 1) {
      const transaction = await Transaction.open(source);
      await expect(transaction.query('SELECT 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' });
      await transaction.rollback();
      await transaction.rollback();
    }
    const [row] = (await source.query('SELECT now() = statement_timestamp() AS alone')) as { alone: boolean }[];
    expect(row).toEqual({ alone: true });
  });

  it('sends what is only written on the way of what is asked next, and of the end', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    const transaction = await Transaction.open(source);
    const write = jest.spyOn(Socket.prototype as unknown as { _writev(): void }, '_writev');
    try {
      transaction.write(add(first));
      transaction.write(add(second));
      await transaction.query('SELECT $1::int AS n', [1]);
      expect(write).toHaveBeenCalledTimes(1);
      await transaction.commit(add());
      expect(write).toHaveBeenCalledTimes(2);
    } finally {
      write.mockRestore();
    }
    expect([await kept(first), await kept(second)]).toEqual([true, true]);
  });

  it('tells of a refused write at what is asked next, at the end, and at the end of what was undone on purpose', async () => {
    const [first, taken] = [randomUUID(), randomUUID()];
    await source.query(add(taken).text, add(taken).parameters);
    const refused = async (end: (transaction: Transaction) => Promise<unknown>) => {
      const transaction = await Transaction.open(source);
      transaction.write(add(first));
      transaction.write(add(taken));
      await expect(end(transaction)).rejects.toMatchObject({ code: '23505' });
      await transaction.rollback();
      expect(await kept(first)).toBe(false);
    };
    await refused((transaction) => transaction.query('SELECT 1'));
    await refused((transaction) => transaction.commit());
    await refused((transaction) => transaction.commit(add()));
    await refused(async (transaction) => {
      await transaction.rollback();
      transaction.throwRefusal();
    });
    const clinic = await app.clinic();
    const dry = clinic.inWork((work) => {
      work.discard();
      return work.insert(User, [{ email: 'a@example.org', displayName: 'A', role: 'nobody' as never }]);
    });
    await expect(dry).rejects.toMatchObject({ code: '23502' });
  });

  it('refuses statements after its end', async () => {
    const transaction = await Transaction.open(source);
    await transaction.query('SELECT 1');
    await transaction.commit();
    await expect(transaction.query('SELECT 1')).rejects.toThrow('has ended');
    expect(() => transaction.manager).toThrow('has ended');
  });

  it('lets the manager read on its connection, and save without a transaction of its own', async () => {
    const clinic = await app.clinic();
    const seen = await sentDuring(() =>
      clinic.inWork(async (work) => {
        const user = await work.manager.findOneByOrFail(User, { id: clinic.as.attorney.userId });
        await work.manager.save(User, { ...user, displayName: 'Another Name' });
      }),
    );
    expect(seen.filter(({ text }) => /START|COMMIT/.test(text ?? '')).length).toBe(2);
  });

  it('whose connection breaks throws, keeps nothing, and the pool goes on with another', async () => {
    const first = randomUUID();
    const transaction = await Transaction.open(source);
    const { rows } = await transaction.query<{ pid: number }>('SELECT pg_backend_pid() AS pid, $1::text', ['']);
    await transaction.query(add(first).text, add(first).parameters);
    const other = new pg.Client({ connectionString: app.database.appUrl });
    await other.connect();
    await other.query('SELECT pg_terminate_backend($1)', [rows[0]!.pid]);
    await other.end();
    await expect(transaction.commit(add())).rejects.toThrow();
    await transaction.rollback();
    expect(await kept(first)).toBe(false);
    const answers = await Promise.all(Array.from({ length: 6 }, () => source.query('SELECT 1 AS n')));
    expect(answers.flat()).toHaveLength(6);
  });
});
