import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Something new in the figures, for supervisors to acknowledge; and from which definition a ledger was made. */
export class PatternAlerts1795539000000 implements MigrationInterface {
  name = 'PatternAlerts1795539000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE TABLE \"pattern_alerts\" (\"note\" character varying(1000), \"id\" uuid NOT NULL, \"organization_id\" uuid NOT NULL, \"version\" integer NOT NULL DEFAULT '1', \"created_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"created_by\" uuid NOT NULL, \"updated_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"updated_by\" uuid NOT NULL, \"week\" date NOT NULL, \"by\" character varying(20) NOT NULL, \"key\" character varying(60) NOT NULL DEFAULT '', \"n\" integer NOT NULL, \"past\" integer array NOT NULL, \"bound\" double precision NOT NULL, \"method\" character varying(2) NOT NULL, \"adjusted_chance\" double precision NOT NULL, \"series\" integer NOT NULL, \"acknowledged_at\" TIMESTAMP(3) WITH TIME ZONE, \"acknowledged_by\" uuid, CONSTRAINT \"pattern_alerts_organization_id_id_unique\" UNIQUE (\"organization_id\", \"id\"), CONSTRAINT \"pattern_alerts_pkey\" PRIMARY KEY (\"id\"))");
    await runner.query("CREATE UNIQUE INDEX \"pattern_alerts_one_of_each\" ON \"pattern_alerts\"  (\"organization_id\", \"week\", \"by\", \"key\") ");
    await runner.query("CREATE TABLE \"pattern_ledger_states\" (\"organization_id\" uuid NOT NULL, \"definition\" character varying(64) NOT NULL, CONSTRAINT \"pattern_ledger_states_pkey\" PRIMARY KEY (\"organization_id\"))");
    await runner.query("ALTER TABLE \"reminders\" DROP CONSTRAINT \"reminders_kind\"");
    await runner.query("ALTER TABLE \"reminders\" ADD CONSTRAINT \"reminders_kind\" CHECK (kind IN ('ice_appointment', 'court_date', 'filing_deadline', 'fingerprint_watch', 'packet_prepare', 'packet_return', 'debrief_missing', 'overdue_at_ice', 'locator_check', 'retention_review', 'consent_renewal', 'pattern_alert'))");
    await runner.query("SELECT isolate_table('pattern_alerts'), isolate_table('pattern_ledger_states')");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM \"reminders\" WHERE kind = 'pattern_alert'");
    await runner.query("ALTER TABLE \"reminders\" DROP CONSTRAINT \"reminders_kind\"");
    await runner.query("ALTER TABLE \"reminders\" ADD CONSTRAINT \"reminders_kind\" CHECK (kind IN ('ice_appointment', 'court_date', 'filing_deadline', 'fingerprint_watch', 'packet_prepare', 'packet_return', 'debrief_missing', 'overdue_at_ice', 'locator_check', 'retention_review', 'consent_renewal'))");
    await runner.query("DROP TABLE \"pattern_ledger_states\"");
    await runner.query("DROP INDEX \"public\".\"pattern_alerts_one_of_each\"");
    await runner.query("DROP TABLE \"pattern_alerts\"");
  }
}
