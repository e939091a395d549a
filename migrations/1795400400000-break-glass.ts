import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ways through the wall of a restricted case, for some hours. */
export class BreakGlass1795400400000 implements MigrationInterface {
  name = 'BreakGlass1795400400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE TABLE \"break_glass_grants\" (\"purpose\" character varying(40) NOT NULL, \"reason\" text NOT NULL, \"finding\" character varying(40), \"id\" uuid NOT NULL, \"organization_id\" uuid NOT NULL, \"version\" integer NOT NULL DEFAULT '1', \"created_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"created_by\" uuid NOT NULL, \"updated_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"updated_by\" uuid NOT NULL, \"client_id\" uuid NOT NULL, \"user_id\" uuid NOT NULL, \"expires_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"ended_at\" TIMESTAMP(3) WITH TIME ZONE, \"ended_by\" uuid, \"reviewed_at\" TIMESTAMP(3) WITH TIME ZONE, \"reviewed_by\" uuid, CONSTRAINT \"purpose_check\" CHECK (purpose IN ('person_detained', 'deadline_today', 'colleague_unreachable', 'client_asked', 'conflict_check', 'legal_demand', 'other')), CONSTRAINT \"finding_check\" CHECK (finding IN ('justified', 'questioned')), CONSTRAINT \"break_glass_grants_pkey\" PRIMARY KEY (\"id\"))");
    await runner.query("CREATE INDEX \"break_glass_grants_organization_id_client_id_idx\" ON \"break_glass_grants\"  (\"organization_id\", \"client_id\") ");
    await runner.query("CREATE INDEX \"break_glass_grants_organization_id_id_idx\" ON \"break_glass_grants\"  (\"organization_id\", \"id\") ");
    await runner.query("CREATE INDEX \"break_glass_grants_organization_id_client_id_user_id_idx\" ON \"break_glass_grants\"  (\"organization_id\", \"client_id\", \"user_id\") ");
    await runner.query("ALTER TABLE \"break_glass_grants\" ADD CONSTRAINT \"break_glass_grants_organization_id_client_id_fkey\" FOREIGN KEY (\"organization_id\", \"client_id\") REFERENCES \"clients\"(\"organization_id\",\"id\") ON DELETE CASCADE ON UPDATE NO ACTION");
    await runner.query("SELECT isolate_table('break_glass_grants')");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE \"break_glass_grants\" DROP CONSTRAINT \"break_glass_grants_organization_id_client_id_fkey\"");
    await runner.query("DROP INDEX \"public\".\"break_glass_grants_organization_id_client_id_user_id_idx\"");
    await runner.query("DROP INDEX \"public\".\"break_glass_grants_organization_id_id_idx\"");
    await runner.query("DROP INDEX \"public\".\"break_glass_grants_organization_id_client_id_idx\"");
    await runner.query("DROP TABLE \"break_glass_grants\"");
  }
}
