import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * PostgreSQL looks at a table anew when a tenth of it has changed. On a server with one large organisation it would know
 * nothing of a small one for weeks, take its rows for one, and go through all of them for each. So tables with rows of
 * organisations are looked at anew, within a minute, after a number of changes that a small organisation makes as well.
 */
export class AnalysedSoon1795680000000 implements MigrationInterface {
  name = 'AnalysedSoon1795680000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION analyse_soon(name text) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('ALTER TABLE %I SET (autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 500)', name);
      END $$;
      REVOKE ALL ON FUNCTION analyse_soon(text) FROM PUBLIC;
      CREATE OR REPLACE FUNCTION isolate_table(name text) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY own_organization ON %I USING (organization_id = current_organization())
                        WITH CHECK (organization_id = current_organization())', name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO clinic_app', name);
        PERFORM analyse_soon(name);
      END $$;
      DO $$
      DECLARE name text;
      BEGIN
        FOR name IN SELECT c.table_name FROM information_schema.columns c
                    JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
                    WHERE c.table_schema = current_schema() AND c.column_name = 'organization_id' AND t.table_type = 'BASE TABLE'
                    ORDER BY 1
        LOOP PERFORM analyse_soon(name); END LOOP;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$
      DECLARE name text;
      BEGIN
        FOR name IN SELECT c.relname FROM pg_class c
                    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.reloptions IS NOT NULL
        LOOP EXECUTE format('ALTER TABLE %I RESET (autovacuum_analyze_scale_factor, autovacuum_analyze_threshold)', name);
        END LOOP;
      END $$;
      CREATE OR REPLACE FUNCTION isolate_table(name text) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY own_organization ON %I USING (organization_id = current_organization())
                        WITH CHECK (organization_id = current_organization())', name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO clinic_app', name);
      END $$;
      DROP FUNCTION analyse_soon(text);
    `);
  }
}
