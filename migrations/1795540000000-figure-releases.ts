import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures that left the office; the threshold below which they hide counts. */
export class FigureReleases1795540000000 implements MigrationInterface {
  name = 'FigureReleases1795540000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE TABLE \"pattern_releases\" (\"reason\" character varying(500) NOT NULL, \"id\" uuid NOT NULL, \"organization_id\" uuid NOT NULL, \"version\" integer NOT NULL DEFAULT '1', \"created_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"created_by\" uuid NOT NULL, \"updated_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"updated_by\" uuid NOT NULL, \"report\" character varying(60) NOT NULL, \"title\" character varying(200) NOT NULL, \"filters\" jsonb NOT NULL, \"group_by\" character varying(60), \"k\" integer NOT NULL, \"document\" text NOT NULL, \"sha256\" character varying(64) NOT NULL, \"hidden_cells\" integer NOT NULL, \"narrowest\" integer, \"shown_small\" jsonb NOT NULL, \"figures\" jsonb NOT NULL, \"state\" character varying(10) NOT NULL, \"published_at\" TIMESTAMP(3) WITH TIME ZONE, \"approved_by\" uuid, CONSTRAINT \"pattern_releases_k_check\" CHECK (k BETWEEN 5 AND 20), CONSTRAINT \"pattern_releases_state_check\" CHECK (state IN ('proposed', 'published')), CONSTRAINT \"pattern_releases_pkey\" PRIMARY KEY (\"id\"))");
    await runner.query("CREATE INDEX \"pattern_releases_organization_id_report_idx\" ON \"pattern_releases\"  (\"organization_id\", \"report\") ");
    await runner.query("CREATE INDEX \"pattern_releases_organization_id_id_idx\" ON \"pattern_releases\"  (\"organization_id\", \"id\") ");
    await runner.query("ALTER TABLE \"organizations\" ADD \"public_counts_from\" integer NOT NULL DEFAULT '11'");
    await runner.query("SELECT isolate_table('pattern_releases')");
    // What is out stays written down.
    await runner.query('REVOKE DELETE ON pattern_releases FROM clinic_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE \"organizations\" DROP COLUMN \"public_counts_from\"");
    await runner.query("DROP INDEX \"public\".\"pattern_releases_organization_id_id_idx\"");
    await runner.query("DROP INDEX \"public\".\"pattern_releases_organization_id_report_idx\"");
    await runner.query("DROP TABLE \"pattern_releases\"");
  }
}
