/** Connections for making many rows at once. */
import pg from 'pg';

/** What autovacuum does in time: statistics, and which pages an index may answer for. All tables unless some are named. */
export async function vacuum(ownerUrl, ...tables) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`VACUUM ANALYZE ${tables.join(', ')}`);
  await owner.end();
}

/** A connection in one organisation, and a way to insert many rows of an entity at once. */

export async function bulk({ appUrl, organizationId, dataSource }) {
  const client = new pg.Client({
    connectionString: appUrl,
    options: '-c role=clinic_app -c timezone=UTC -c synchronous_commit=off -c enable_seqscan=off',
  });
  await client.connect();
  await client.query(`SELECT set_config('app.organization_id', $1, false)`, [organizationId]);
  const insert = async (entity, rows) => {
    if (rows.length === 0) return;
    const metadata = dataSource.getMetadata(entity);
    const records = rows.map((row) =>
      Object.fromEntries(
        metadata.columns.map((column) => [
          column.databaseName,
          row[column.propertyName] === undefined ? (column.default ?? null) : row[column.propertyName],
        ]),
      ),
    );
    await client.query(
      `INSERT INTO ${metadata.tableName} SELECT * FROM json_populate_recordset(NULL::${metadata.tableName}, $1)`,
      [JSON.stringify(records)],
    );
  };
  return { client, insert };
}
