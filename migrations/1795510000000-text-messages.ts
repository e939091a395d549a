import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers that want no more text messages; when a provider is to forget words; one reminder for each channel that was tried. */
export class TextMessages1795510000000 implements MigrationInterface {
  name = 'TextMessages1795510000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX \"public\".\"reminders_one_of_each\"");
    await runner.query("CREATE TABLE \"text_stops\" (\"organization_id\" uuid NOT NULL, \"token\" bytea NOT NULL, \"stopped\" boolean NOT NULL, \"said_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"heard_ids\" character varying(200) array NOT NULL, CONSTRAINT \"text_stops_pkey\" PRIMARY KEY (\"organization_id\", \"token\"))");
    await runner.query("SELECT isolate_table('text_stops')");
    await runner.query("ALTER TABLE \"reminders\" ADD \"redact_at\" TIMESTAMP(3) WITH TIME ZONE");
    await runner.query("CREATE INDEX \"reminders_organization_id_redact_at_where_6f6931_idx\" ON \"reminders\"  (\"organization_id\", \"redact_at\") WHERE redact_at IS NOT NULL");
    await runner.query("CREATE UNIQUE INDEX \"reminders_one_of_each\" ON \"reminders\"  (\"organization_id\", \"subject_type\", \"subject_id\", \"kind\", \"recipient_type\", \"recipient_id\", \"offset\", \"basis\", \"channel\") WHERE state NOT IN ('superseded', 'cancelled', 'opted_out')");
  }

  async down(): Promise<void> {
    throw new Error('Who wants no more messages must not be forgotten; restore a backup instead.');
  }
}
