import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who demanded records, and what was answered. */
export class LegalDemands1795611000000 implements MigrationInterface {
  name = 'LegalDemands1795611000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE TABLE \"legal_demands\" (\"received_on\" date NOT NULL, \"requester\" character varying(40) NOT NULL, \"instrument\" character varying(40) NOT NULL, \"self_executing\" boolean, \"scope\" text, \"due_on\" date, \"counsel\" character varying(200), \"response\" character varying(40) NOT NULL DEFAULT 'pending', \"responded_on\" date, \"id\" uuid NOT NULL, \"organization_id\" uuid NOT NULL, \"version\" integer NOT NULL DEFAULT '1', \"created_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"created_by\" uuid NOT NULL, \"updated_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"updated_by\" uuid NOT NULL, \"reminded_for\" date, CONSTRAINT \"legal_demands_organization_id_id_unique\" UNIQUE (\"organization_id\", \"id\"), CONSTRAINT \"requester_check\" CHECK (requester IN ('ice_ero', 'ice_hsi', 'doj', 'local_police', 'court', 'other')), CONSTRAINT \"instrument_check\" CHECK (instrument IN ('administrative_subpoena', 'judicial_subpoena', 'warrant', 'informal_request', 'records_law_request')), CONSTRAINT \"response_check\" CHECK (response IN ('pending', 'refused', 'narrowed', 'motion_to_quash', 'complied', 'none_held')), CONSTRAINT \"legal_demands_pkey\" PRIMARY KEY (\"id\"))");
    await runner.query("CREATE INDEX \"legal_demands_organization_id_due_on_where_ecdfb9_idx\" ON \"legal_demands\"  (\"organization_id\", \"due_on\") WHERE response = 'pending'");
    await runner.query("ALTER TABLE \"legal_holds\" ADD CONSTRAINT \"legal_holds_organization_id_legal_demand_id_fkey\" FOREIGN KEY (\"organization_id\", \"legal_demand_id\") REFERENCES \"legal_demands\"(\"organization_id\",\"id\") ON DELETE NO ACTION ON UPDATE NO ACTION");
    await runner.query("SELECT isolate_table('legal_demands')");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE \"legal_holds\" DROP CONSTRAINT \"legal_holds_organization_id_legal_demand_id_fkey\"");
    await runner.query("DROP INDEX \"public\".\"legal_demands_organization_id_due_on_where_ecdfb9_idx\"");
    await runner.query("DROP TABLE \"legal_demands\"");
  }
}
