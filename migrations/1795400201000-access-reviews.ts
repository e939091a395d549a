import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Looks into case files that are drawn by lot for supervisors to judge. */
export class AccessReviews1795400201000 implements MigrationInterface {
  name = 'AccessReviews1795400201000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE TABLE \"access_reviews\" (\"note\" text, \"id\" uuid NOT NULL, \"organization_id\" uuid NOT NULL, \"version\" integer NOT NULL DEFAULT '1', \"created_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"created_by\" uuid NOT NULL, \"updated_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"updated_by\" uuid NOT NULL, \"client_id\" uuid NOT NULL, \"week\" date NOT NULL, \"audit_event_id\" uuid NOT NULL, \"user_id\" uuid NOT NULL, \"role\" character varying(20) NOT NULL, \"event\" character varying(60) NOT NULL, \"looked_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"state\" character varying(10) NOT NULL DEFAULT 'open', \"reviewed_at\" TIMESTAMP(3) WITH TIME ZONE, \"reviewed_by\" uuid, CONSTRAINT \"access_reviews_pkey\" PRIMARY KEY (\"id\"))");
    await runner.query("CREATE INDEX \"access_reviews_organization_id_client_id_idx\" ON \"access_reviews\"  (\"organization_id\", \"client_id\") ");
    await runner.query("CREATE INDEX \"access_reviews_organization_id_state_id_idx\" ON \"access_reviews\"  (\"organization_id\", \"state\", \"id\") ");
    await runner.query("CREATE INDEX \"access_reviews_organization_id_week_idx\" ON \"access_reviews\"  (\"organization_id\", \"week\") ");
    await runner.query("CREATE UNIQUE INDEX \"access_reviews_organization_id_audit_event_id_idx\" ON \"access_reviews\"  (\"organization_id\", \"audit_event_id\") ");
    await runner.query("ALTER TABLE \"access_reviews\" ADD CONSTRAINT \"access_reviews_organization_id_client_id_fkey\" FOREIGN KEY (\"organization_id\", \"client_id\") REFERENCES \"clients\"(\"organization_id\",\"id\") ON DELETE CASCADE ON UPDATE NO ACTION");
    await runner.query("SELECT isolate_table('access_reviews')");
    // Under row-level security no query can use it: what looks into JSON is not leakproof.
    await runner.query("DROP INDEX audit_events_listed_ids_idx");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE \"access_reviews\" DROP CONSTRAINT \"access_reviews_organization_id_client_id_fkey\"");
    await runner.query("DROP INDEX \"public\".\"access_reviews_organization_id_audit_event_id_idx\"");
    await runner.query("DROP INDEX \"public\".\"access_reviews_organization_id_week_idx\"");
    await runner.query("DROP INDEX \"public\".\"access_reviews_organization_id_state_id_idx\"");
    await runner.query("DROP INDEX \"public\".\"access_reviews_organization_id_client_id_idx\"");
    await runner.query("DROP TABLE \"access_reviews\"");
  }
}
