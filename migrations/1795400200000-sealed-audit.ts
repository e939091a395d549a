import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Seals over the audit: the position of each line, the table of seals (as append-only as the lines), and the indexes that
 * its filters and "who has looked" go by.
 */
export class SealedAudit1795400200000 implements MigrationInterface {
  name = 'SealedAudit1795400200000';

  async up(runner: QueryRunner): Promise<void> {
    // Lines that are there already are numbered from 1; later ones begin behind them.
    await runner.query(`
      CREATE SEQUENCE audit_position_base AS bigint;
      ALTER TABLE audit_events ADD COLUMN position bigint NOT NULL DEFAULT nextval('audit_position_base');
      GRANT SELECT ON SEQUENCE audit_position_base TO clinic_app;

      CREATE FUNCTION audit_position_at(transaction xid8) RETURNS bigint LANGUAGE sql VOLATILE
        AS $$ SELECT coalesce(pg_sequence_last_value('audit_position_base'::regclass), 0) + transaction::text::bigint $$;
      CREATE FUNCTION audit_position() RETURNS bigint LANGUAGE sql VOLATILE
        AS $$ SELECT audit_position_at(pg_current_xact_id()) $$;
      ALTER TABLE audit_events ALTER COLUMN position SET DEFAULT audit_position();
    `);
    await runner.query(
      `CREATE TABLE "audit_seals" ("organization_id" uuid NOT NULL, "number" integer NOT NULL, "key_id" uuid NOT NULL, "from_position" bigint NOT NULL, "to_position" bigint NOT NULL, "lines" integer NOT NULL, "total_lines" bigint NOT NULL, "sealed_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "line_codes" bytea NOT NULL, "code" bytea NOT NULL, CONSTRAINT "audit_seals_pkey" PRIMARY KEY ("organization_id", "number"))`,
    );
    await runner.query(`
      SELECT isolate_table('audit_seals');
      REVOKE UPDATE, DELETE ON audit_seals FROM clinic_app;
      CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '42501'; END $$;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seals
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
    // A dump that is loaded into another server begins anew to number transactions; positions must go on.
    await runner.query(`
      CREATE FUNCTION continue_audit_positions() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path FROM CURRENT AS $$
      DECLARE newest bigint := 0; organization uuid;
      BEGIN
        FOR organization IN SELECT id FROM organization_ids() LOOP
          PERFORM set_config('app.organization_id', organization::text, true);
          newest := greatest(newest,
            (SELECT e.position + 1 FROM audit_events e WHERE e.organization_id = organization ORDER BY e.position DESC LIMIT 1),
            (SELECT s.to_position FROM audit_seals s WHERE s.organization_id = organization ORDER BY s.number DESC LIMIT 1));
        END LOOP;
        PERFORM set_config('app.organization_id', '', true);
        IF newest > audit_position_at(pg_snapshot_xmax(pg_current_snapshot())) THEN
          PERFORM setval('audit_position_base', newest);
        END IF;
      END $$;
    `);
    await runner.query(
      `CREATE INDEX "audit_events_organization_id_position_idx" ON "audit_events" ("organization_id", "position")`,
    );
    await runner.query(
      `CREATE INDEX "audit_events_organization_id_user_id_id_idx" ON "audit_events" ("organization_id", "user_id", "id")`,
    );
    await runner.query(
      `CREATE INDEX "audit_events_organization_id_event_id_idx" ON "audit_events" ("organization_id", "event", "id")`,
    );
    await runner.query(
      `CREATE INDEX "audit_events_organization_id_subject_id_id_idx" ON "audit_events" ("organization_id", "subject_id", "id")`,
    );
    // Lists over several case files: who was among those that were shown. TypeORM knows no index of an expression.
    await runner.query(`
      CREATE INDEX audit_events_listed_ids_idx ON audit_events USING gin ((details -> 'ids')) WHERE client_id IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What the seals prove cannot be made again; restore a backup instead.');
  }
}
