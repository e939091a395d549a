import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  /** Connects as the application's login. */
  appUrl: string;
  /** Connects as the owner of the tables. */
  ownerUrl: string;
  drop(): Promise<void>;
}

const needed = (name: string) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests with npm test.`);
  return value;
};

async function asOwner(text: string): Promise<void> {
  // Of the maintenance database, since a template must have no other session.
  const url = new URL(needed('TEST_OWNER_URL'));
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

/** A migrated database of this test file's own. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  // Test files copy the template at the same time; PostgreSQL lets one do so at once.
  for (let attempt = 0; ; attempt += 1) {
    try {
      await asOwner(`CREATE DATABASE ${name} TEMPLATE letterbox STRATEGY FILE_COPY`);
      break;
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || attempt > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  const at = (base: string) => {
    const url = new URL(base);
    url.pathname = `/${name}`;
    return url.href;
  };
  return {
    appUrl: at(needed('TEST_APP_URL')),
    ownerUrl: at(needed('TEST_OWNER_URL')),
    drop: () => dropped(name),
  };
}

/** The cluster may be tidying the database up at this moment, and that session is not ours to end: then wait for it. */
async function dropped(name: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await asOwner(`DROP DATABASE ${name} WITH (FORCE)`);
    } catch (error) {
      if (!['42501', '55006'].includes((error as { code?: string }).code ?? '') || attempt > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Lets the owner of the tables, whom row-level security binds as well, see the rows of one organisation. */
export async function letOwnerSeeAll(owner: pg.Client, organizationId: string): Promise<void> {
  await owner.query(`SELECT set_config('app.organization_id', $1, false)`, [organizationId]);
}
