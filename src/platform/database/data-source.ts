import type { DataSourceOptions } from 'typeorm';
import { applicationRole } from './application-role.js';
import { NamedClient } from './named-client.js';
import { DatabaseNames } from './naming.js';

interface Wanted {
  url: string;
  entities: NonNullable<DataSourceOptions['entities']>;
  pool: number;
}

/** Options of the application's data source: named statements, UTC, and the application role on each connection. */
export function dataSourceOptions({ url, entities, pool }: Wanted): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities,
    namingStrategy: new DatabaseNames(),
    synchronize: false,
    migrationsRun: false,
    logging: false,
    applicationName: 'letterbox',
    extra: {
      Client: NamedClient,
      max: pool,
      idleTimeoutMillis: 60_000,
      connectionTimeoutMillis: 10_000,
      // Pages of an index cost hardly more than those of a table where disks do not turn; the default would read whole tables.
      options: `-c role=${applicationRole} -c timezone=UTC -c random_page_cost=1.1 -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000`,
    },
  };
}
