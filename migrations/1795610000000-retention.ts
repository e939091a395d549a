import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long closed files are kept, what keeps them, and the certificates of what was purged. */
export class Retention1795610000000 implements MigrationInterface {
  name = 'Retention1795610000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE TABLE \"retention_policies\" (\"short_months\" integer NOT NULL DEFAULT '6', \"standard_months\" integer NOT NULL DEFAULT '12', \"extended_months\" integer NOT NULL DEFAULT '84', \"months_by_reason\" jsonb, \"purge_after_days\" integer, \"id\" uuid NOT NULL, \"organization_id\" uuid NOT NULL, \"version\" integer NOT NULL DEFAULT '1', \"created_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"created_by\" uuid NOT NULL, \"updated_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"updated_by\" uuid NOT NULL, \"purges_since\" date, CONSTRAINT \"retention_policies_pkey\" PRIMARY KEY (\"id\"))");
    await runner.query("CREATE UNIQUE INDEX \"retention_policies_organization_id_idx\" ON \"retention_policies\"  (\"organization_id\") ");
    await runner.query("CREATE TABLE \"legal_holds\" (\"reason\" text NOT NULL, \"id\" uuid NOT NULL, \"organization_id\" uuid NOT NULL, \"version\" integer NOT NULL DEFAULT '1', \"created_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"created_by\" uuid NOT NULL, \"updated_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"updated_by\" uuid NOT NULL, \"client_id\" uuid NOT NULL, \"legal_demand_id\" uuid, \"lifted_at\" TIMESTAMP(3) WITH TIME ZONE, \"lifted_by\" uuid, CONSTRAINT \"legal_holds_pkey\" PRIMARY KEY (\"id\"))");
    await runner.query("CREATE INDEX \"legal_holds_organization_id_client_id_idx\" ON \"legal_holds\"  (\"organization_id\", \"client_id\") ");
    await runner.query("CREATE INDEX \"legal_holds_organization_id_id_where_a9d1ba_idx\" ON \"legal_holds\"  (\"organization_id\", \"id\") WHERE lifted_at IS NULL");
    await runner.query("CREATE INDEX \"legal_holds_organization_id_legal_demand_id_where_e81b94_idx\" ON \"legal_holds\"  (\"organization_id\", \"legal_demand_id\") WHERE legal_demand_id IS NOT NULL");
    await runner.query("CREATE TABLE \"purges\" (\"reason\" character varying(40) NOT NULL, \"despite_appointments\" boolean NOT NULL DEFAULT false, \"id\" uuid NOT NULL, \"organization_id\" uuid NOT NULL, \"version\" integer NOT NULL DEFAULT '1', \"created_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"created_by\" uuid NOT NULL, \"updated_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"updated_by\" uuid NOT NULL, \"case_id\" uuid NOT NULL, \"state\" character varying(10) NOT NULL, \"basis\" character varying(10), \"approved_by\" uuid, \"purged_at\" TIMESTAMP(3) WITH TIME ZONE, \"destroyed\" jsonb, \"ledger_rows\" integer, CONSTRAINT \"reason_check\" CHECK (reason IN ('no_longer_needed', 'client_asked', 'entered_in_error', 'consent_missing', 'retention_policy', 'other')), CONSTRAINT \"purges_done\" CHECK ((state = 'purged') = (purged_at IS NOT NULL AND basis IS NOT NULL AND destroyed IS NOT NULL)), CONSTRAINT \"purges_two_people\" CHECK (state <> 'purged' OR basis = 'policy' OR (approved_by IS NOT NULL AND approved_by <> created_by)), CONSTRAINT \"purges_basis_check\" CHECK (basis IN ('two_people', 'policy')), CONSTRAINT \"purges_state_check\" CHECK (state IN ('proposed', 'withdrawn', 'purged')), CONSTRAINT \"purges_pkey\" PRIMARY KEY (\"id\"))");
    await runner.query("CREATE UNIQUE INDEX \"purges_one_done\" ON \"purges\"  (\"organization_id\", \"case_id\") WHERE state = 'purged'");
    await runner.query("CREATE UNIQUE INDEX \"purges_one_open\" ON \"purges\"  (\"organization_id\", \"case_id\") WHERE state = 'proposed'");
    await runner.query("CREATE INDEX \"purges_organization_id_id_idx\" ON \"purges\"  (\"organization_id\", \"id\") ");
    await runner.query("CREATE TABLE \"retention_reviews\" (\"reason\" text NOT NULL, \"next_review_on\" date NOT NULL, \"id\" uuid NOT NULL, \"organization_id\" uuid NOT NULL, \"version\" integer NOT NULL DEFAULT '1', \"created_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"created_by\" uuid NOT NULL, \"updated_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"updated_by\" uuid NOT NULL, \"client_id\" uuid NOT NULL, CONSTRAINT \"retention_reviews_pkey\" PRIMARY KEY (\"id\"))");
    await runner.query("CREATE INDEX \"retention_reviews_organization_id_client_id_idx\" ON \"retention_reviews\"  (\"organization_id\", \"client_id\") ");
    await runner.query("ALTER TABLE \"legal_holds\" ADD CONSTRAINT \"legal_holds_organization_id_client_id_fkey\" FOREIGN KEY (\"organization_id\", \"client_id\") REFERENCES \"clients\"(\"organization_id\",\"id\") ON DELETE CASCADE ON UPDATE NO ACTION");
    await runner.query("ALTER TABLE \"retention_reviews\" ADD CONSTRAINT \"retention_reviews_organization_id_client_id_fkey\" FOREIGN KEY (\"organization_id\", \"client_id\") REFERENCES \"clients\"(\"organization_id\",\"id\") ON DELETE CASCADE ON UPDATE NO ACTION");
    for (const table of ['retention_policies', 'retention_reviews', 'legal_holds', 'purges'])
      await runner.query(`SELECT isolate_table('${table}')`);
    // A certificate stays as it was written, for the owner of the tables too.
    await runner.query('REVOKE DELETE ON purges FROM clinic_app');
    await runner.query(`
      CREATE FUNCTION refuse_change_of_certificate() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RAISE EXCEPTION 'the certificate of a purge is not changed' USING ERRCODE = '42501'; END $$;
      CREATE TRIGGER certificate_stays BEFORE UPDATE OR DELETE ON purges
        FOR EACH ROW WHEN (OLD.state = 'purged') EXECUTE FUNCTION refuse_change_of_certificate();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE \"retention_reviews\" DROP CONSTRAINT \"retention_reviews_organization_id_client_id_fkey\"");
    await runner.query("ALTER TABLE \"legal_holds\" DROP CONSTRAINT \"legal_holds_organization_id_client_id_fkey\"");
    await runner.query("DROP INDEX \"public\".\"retention_reviews_organization_id_client_id_idx\"");
    await runner.query("DROP TABLE \"retention_reviews\"");
    await runner.query("DROP INDEX \"public\".\"purges_organization_id_id_idx\"");
    await runner.query("DROP INDEX \"public\".\"purges_one_open\"");
    await runner.query("DROP INDEX \"public\".\"purges_one_done\"");
    await runner.query("DROP TABLE \"purges\"");
    await runner.query('DROP FUNCTION refuse_change_of_certificate()');
    await runner.query("DROP INDEX \"public\".\"legal_holds_organization_id_legal_demand_id_where_e81b94_idx\"");
    await runner.query("DROP INDEX \"public\".\"legal_holds_organization_id_id_where_a9d1ba_idx\"");
    await runner.query("DROP INDEX \"public\".\"legal_holds_organization_id_client_id_idx\"");
    await runner.query("DROP TABLE \"legal_holds\"");
    await runner.query("DROP INDEX \"public\".\"retention_policies_organization_id_idx\"");
    await runner.query("DROP TABLE \"retention_policies\"");
  }
}
