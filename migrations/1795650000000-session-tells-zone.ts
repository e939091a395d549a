import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session also tells in which zone its organisation counts its days: asked with every request, so no statement of its own. */
export class SessionTellsZone1795650000000 implements MigrationInterface {
  name = 'SessionTellsZone1795650000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION open_session(bytea, timestamptz, integer);
      CREATE FUNCTION open_session(hash bytea, at timestamptz, idle_minutes integer)
        RETURNS TABLE (session_id uuid, kind varchar, organization_id uuid, user_id uuid, role varchar,
                       scopes varchar[], second_factor boolean, zone varchar) LANGUAGE plpgsql AS $$
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
                            found_session.scopes, found_session.second_factor, o.zone
          FROM users u JOIN organizations o ON o.id = u.organization_id
          WHERE u.id = found_session.user_id AND u.state = 'active'
            AND (o.locked_down_at IS NULL OR u.role = 'administrator');
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone; restore a backup instead.');
  }
}
