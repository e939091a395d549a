import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Case summaries that were made to be carried. */
export class Packets1795652000000 implements MigrationInterface {
  name = 'Packets1795652000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE TABLE \"packets\" (\"audience\" character varying(40) NOT NULL, \"language\" character varying(40) NOT NULL, \"appointment_id\" uuid, \"document_id\" uuid NOT NULL, \"state\" character varying(40) NOT NULL DEFAULT 'draft', \"expires_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"id\" uuid NOT NULL, \"organization_id\" uuid NOT NULL, \"version\" integer NOT NULL DEFAULT '1', \"created_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"created_by\" uuid NOT NULL, \"updated_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"updated_by\" uuid NOT NULL, \"client_id\" uuid NOT NULL, CONSTRAINT \"audience_check\" CHECK (audience IN ('client', 'accompanier', 'attorney')), CONSTRAINT \"language_check\" CHECK (language IN ('en', 'es')), CONSTRAINT \"state_check\" CHECK (state IN ('draft', 'approved', 'issued', 'returned', 'destroyed', 'lost', 'expired')), CONSTRAINT \"packets_pkey\" PRIMARY KEY (\"id\"))");
    await runner.query("CREATE INDEX \"packets_organization_id_client_id_idx\" ON \"packets\"  (\"organization_id\", \"client_id\") ");
    await runner.query("CREATE INDEX \"packets_organization_id_appointment_id_where_01fd62_idx\" ON \"packets\"  (\"organization_id\", \"appointment_id\") WHERE appointment_id IS NOT NULL");
    await runner.query("CREATE INDEX \"packets_organization_id_document_id_idx\" ON \"packets\"  (\"organization_id\", \"document_id\") ");
    await runner.query("ALTER TABLE \"packets\" ADD CONSTRAINT \"packets_organization_id_client_id_fkey\" FOREIGN KEY (\"organization_id\", \"client_id\") REFERENCES \"clients\"(\"organization_id\",\"id\") ON DELETE CASCADE ON UPDATE NO ACTION");
    await runner.query("ALTER TABLE \"packets\" ADD CONSTRAINT \"packets_organization_id_appointment_id_fkey\" FOREIGN KEY (\"organization_id\", \"appointment_id\") REFERENCES \"appointments\"(\"organization_id\",\"id\") ON DELETE NO ACTION ON UPDATE NO ACTION");
    await runner.query("ALTER TABLE \"packets\" ADD CONSTRAINT \"packets_organization_id_document_id_fkey\" FOREIGN KEY (\"organization_id\", \"document_id\") REFERENCES \"documents\"(\"organization_id\",\"id\") ON DELETE NO ACTION ON UPDATE NO ACTION");
    await runner.query("SELECT isolate_table('packets')");
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone; restore a backup instead.');
  }
}
