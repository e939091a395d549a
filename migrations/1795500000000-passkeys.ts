import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passkeys, challenges that were answered, and a new authenticator beside the one that still counts. */
export class Passkeys1795500000000 implements MigrationInterface {
  name = 'Passkeys1795500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE TABLE \"passkeys\" (\"label\" character varying(60) NOT NULL, \"id\" uuid NOT NULL, \"organization_id\" uuid NOT NULL, \"version\" integer NOT NULL DEFAULT '1', \"created_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"created_by\" uuid NOT NULL, \"updated_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"updated_by\" uuid NOT NULL, \"user_id\" uuid NOT NULL, \"credential_id\" bytea NOT NULL, \"public_key\" bytea NOT NULL, \"counter\" bigint NOT NULL DEFAULT '0', \"transports\" character varying array NOT NULL, \"last_used_at\" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT \"passkeys_pkey\" PRIMARY KEY (\"id\"))");
    await runner.query("CREATE UNIQUE INDEX \"passkeys_credential_id_unique\" ON \"passkeys\"  (\"credential_id\") ");
    await runner.query("CREATE INDEX \"passkeys_organization_id_user_id_idx\" ON \"passkeys\"  (\"organization_id\", \"user_id\") ");
    await runner.query("CREATE TABLE \"spent_challenges\" (\"challenge_hash\" bytea NOT NULL, \"organization_id\" uuid NOT NULL, \"expires_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT \"spent_challenges_pkey\" PRIMARY KEY (\"challenge_hash\"))");
    await runner.query("ALTER TABLE \"users\" ADD \"totp_next_secret\" text");
    await runner.query("ALTER TABLE \"passkeys\" ADD CONSTRAINT \"passkeys_user_id_fkey\" FOREIGN KEY (\"user_id\") REFERENCES \"users\"(\"id\") ON DELETE CASCADE ON UPDATE NO ACTION");
    await runner.query(`
      SELECT isolate_table('passkeys'), isolate_table('spent_challenges');

      -- Before an organisation is known, a passkey shows itself only to whoever already knows its id.
      CREATE POLICY by_credential ON passkeys FOR SELECT
        USING (credential_id = decode(nullif(current_setting('app.credential_id', true), ''), 'hex'));

      CREATE FUNCTION find_passkey(wanted bytea) RETURNS TABLE (organization_id uuid, user_id uuid) LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM set_config('app.credential_id', encode(wanted, 'hex'), true);
        RETURN QUERY SELECT p.organization_id, p.user_id FROM passkeys p WHERE p.credential_id = wanted;
        PERFORM set_config('app.credential_id', '', true);
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone; restore a backup instead.');
  }
}
