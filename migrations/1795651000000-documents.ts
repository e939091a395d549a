import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents of a case file, and their content in sealed pieces. */
export class Documents1795651000000 implements MigrationInterface {
  name = 'Documents1795651000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE TABLE \"documents\" (\"kind\" character varying(40) NOT NULL, \"title\" text, \"letter_id\" uuid, \"media_type\" character varying(40) NOT NULL, \"bytes\" integer NOT NULL, \"pages\" integer, \"sha256\" text NOT NULL, \"id\" uuid NOT NULL, \"organization_id\" uuid NOT NULL, \"version\" integer NOT NULL DEFAULT '1', \"created_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"created_by\" uuid NOT NULL, \"updated_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"updated_by\" uuid NOT NULL, \"client_id\" uuid NOT NULL, CONSTRAINT \"documents_organization_id_id_unique\" UNIQUE (\"organization_id\", \"id\"), CONSTRAINT \"kind_check\" CHECK (kind IN ('letter_scan', 'g28', 'identity', 'tie_or_equity', 'court_record', 'packet', 'handout', 'other')), CONSTRAINT \"documents_pkey\" PRIMARY KEY (\"id\"))");
    await runner.query("CREATE INDEX \"documents_organization_id_client_id_idx\" ON \"documents\"  (\"organization_id\", \"client_id\") ");
    await runner.query("CREATE INDEX \"documents_organization_id_letter_id_where_101e01_idx\" ON \"documents\"  (\"organization_id\", \"letter_id\") WHERE letter_id IS NOT NULL");
    await runner.query("CREATE TABLE \"document_pieces\" (\"organization_id\" uuid NOT NULL, \"document_id\" uuid NOT NULL, \"place\" integer NOT NULL, \"client_id\" uuid NOT NULL, \"content\" bytea NOT NULL, CONSTRAINT \"document_pieces_pkey\" PRIMARY KEY (\"organization_id\", \"document_id\", \"place\"))");
    await runner.query("CREATE INDEX \"document_pieces_organization_id_client_id_idx\" ON \"document_pieces\"  (\"organization_id\", \"client_id\") ");
    await runner.query("ALTER TABLE \"documents\" ADD CONSTRAINT \"documents_organization_id_client_id_fkey\" FOREIGN KEY (\"organization_id\", \"client_id\") REFERENCES \"clients\"(\"organization_id\",\"id\") ON DELETE CASCADE ON UPDATE NO ACTION");
    await runner.query("ALTER TABLE \"documents\" ADD CONSTRAINT \"documents_organization_id_letter_id_fkey\" FOREIGN KEY (\"organization_id\", \"letter_id\") REFERENCES \"letters\"(\"organization_id\",\"id\") ON DELETE NO ACTION ON UPDATE NO ACTION");
    await runner.query("ALTER TABLE \"document_pieces\" ADD CONSTRAINT \"document_pieces_organization_id_document_id_fkey\" FOREIGN KEY (\"organization_id\", \"document_id\") REFERENCES \"documents\"(\"organization_id\",\"id\") ON DELETE CASCADE ON UPDATE NO ACTION");
    await runner.query("ALTER TABLE \"document_pieces\" ADD CONSTRAINT \"document_pieces_organization_id_client_id_fkey\" FOREIGN KEY (\"organization_id\", \"client_id\") REFERENCES \"clients\"(\"organization_id\",\"id\") ON DELETE CASCADE ON UPDATE NO ACTION");
    await runner.query("SELECT isolate_table('documents'), isolate_table('document_pieces')");
    // What is encrypted does not shrink: no time is spent on trying.
    await runner.query('ALTER TABLE "document_pieces" ALTER COLUMN "content" SET STORAGE EXTERNAL');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone; restore a backup instead.');
  }
}
