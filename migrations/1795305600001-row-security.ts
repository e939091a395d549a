import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What TypeORM does not know of: row-level security, the grants of the application role, the append-only audit, and the
 * functions with which somebody is recognised before an organisation is known. Tables made later call
 * `isolate_table('name')` in their own migration.
 */
export class RowSecurity1795305600001 implements MigrationInterface {
  name = 'RowSecurity1795305600001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION current_organization() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT nullif(current_setting('app.organization_id', true), '')::uuid $$;

      CREATE FUNCTION isolate_table(name text) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY own_organization ON %I USING (organization_id = current_organization())
                        WITH CHECK (organization_id = current_organization())', name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO clinic_app', name);
      END $$;
      REVOKE ALL ON FUNCTION isolate_table(text) FROM PUBLIC;

      DO $$
      DECLARE name text;
      BEGIN
        FOR name IN SELECT table_name FROM information_schema.columns
                    WHERE table_schema = current_schema() AND column_name = 'organization_id' ORDER BY 1
        LOOP PERFORM isolate_table(name); END LOOP;
      END $$;

      INSERT INTO installation (id, master_key_id) VALUES (1, '');
      GRANT SELECT, UPDATE ON installation TO clinic_app;
      GRANT SELECT ON migrations TO clinic_app;
    `);

    // Before an organisation is known, a row shows itself only to whoever already knows its secret or name.
    await runner.query(`
      CREATE POLICY by_token ON sessions FOR SELECT
        USING (token_hash = decode(coalesce(current_setting('app.token_hash', true), ''), 'hex'));
      CREATE POLICY by_token ON one_time_links FOR SELECT
        USING (token_hash = decode(coalesce(current_setting('app.token_hash', true), ''), 'hex'));
      CREATE POLICY by_email ON users FOR SELECT
        USING (email = nullif(current_setting('app.login_email', true), ''));
      CREATE POLICY ids_only ON organizations FOR SELECT
        USING (current_setting('app.sweep', true) = 'on');

      CREATE FUNCTION organization_ids() RETURNS TABLE (id uuid) LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM set_config('app.sweep', 'on', true);
        RETURN QUERY SELECT o.id FROM organizations o ORDER BY o.id;
        PERFORM set_config('app.sweep', '', true);
      END $$;

      CREATE FUNCTION find_login(wanted text) RETURNS TABLE (id uuid, organization_id uuid) LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM set_config('app.login_email', wanted, true);
        RETURN QUERY SELECT u.id, u.organization_id FROM users u WHERE u.email = wanted;
        PERFORM set_config('app.login_email', '', true);
      END $$;

      CREATE FUNCTION find_link(hash bytea, at timestamptz)
        RETURNS TABLE (id uuid, organization_id uuid, user_id uuid) LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM set_config('app.token_hash', encode(hash, 'hex'), true);
        RETURN QUERY SELECT l.id, l.organization_id, l.user_id FROM one_time_links l
          WHERE l.token_hash = hash AND l.used_at IS NULL AND l.expires_at > at;
        PERFORM set_config('app.token_hash', '', true);
      END $$;

      CREATE FUNCTION open_session(hash bytea, at timestamptz, idle_minutes integer)
        RETURNS TABLE (session_id uuid, kind varchar, organization_id uuid, user_id uuid, role varchar,
                       scopes varchar[], second_factor boolean) LANGUAGE plpgsql AS $$
      DECLARE found_session sessions%ROWTYPE;
      BEGIN
        PERFORM set_config('app.token_hash', encode(hash, 'hex'), true);
        SELECT s.* INTO found_session FROM sessions s
          WHERE s.token_hash = hash AND s.revoked_at IS NULL AND s.expires_at > at
            AND (s.kind = 'token' OR s.last_seen_at > at - make_interval(mins => idle_minutes));
        PERFORM set_config('app.token_hash', '', true);
        IF found_session.id IS NULL THEN RETURN; END IF;
        PERFORM set_config('app.organization_id', found_session.organization_id::text, true),
                set_config('app.user_id', found_session.user_id::text, true);
        IF found_session.last_seen_at < at - interval '1 minute' THEN
          UPDATE sessions s SET last_seen_at = at WHERE s.id = found_session.id;
        END IF;
        RETURN QUERY SELECT found_session.id, found_session.kind, found_session.organization_id, u.id, u.role,
                            found_session.scopes, found_session.second_factor
          FROM users u WHERE u.id = found_session.user_id AND u.state = 'active';
      END $$;
    `);

    // The audit is only ever added to: the application role has no right to change it, and a trigger binds the owner too.
    await runner.query(`
      REVOKE UPDATE, DELETE ON audit_events FROM clinic_app;
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RAISE EXCEPTION 'audit_events is append-only' USING ERRCODE = '42501'; END $$;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('The first migrations are not undone; restore a backup instead.');
  }
}
