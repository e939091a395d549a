import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Supervisors are told when the book of a month can be opened. */
export class MonthlyBook1795631000000 implements MigrationInterface {
  name = 'MonthlyBook1795631000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE \"pattern_ledger_states\" ADD \"book_month\" date");
    await runner.query('ALTER TABLE "reminders" DROP CONSTRAINT "reminders_kind"');
    await runner.query(`ALTER TABLE "reminders" ADD CONSTRAINT "reminders_kind" CHECK (kind IN ('ice_appointment', 'court_date', 'filing_deadline', 'fingerprint_watch', 'packet_prepare', 'packet_return', 'debrief_missing', 'overdue_at_ice', 'locator_check', 'retention_review', 'consent_renewal', 'pattern_alert', 'pattern_book'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM "reminders" WHERE kind = 'pattern_book'`);
    await runner.query('ALTER TABLE "reminders" DROP CONSTRAINT "reminders_kind"');
    await runner.query(`ALTER TABLE "reminders" ADD CONSTRAINT "reminders_kind" CHECK (kind IN ('ice_appointment', 'court_date', 'filing_deadline', 'fingerprint_watch', 'packet_prepare', 'packet_return', 'debrief_missing', 'overdue_at_ice', 'locator_check', 'retention_review', 'consent_renewal', 'pattern_alert'))`);
    await runner.query("ALTER TABLE \"pattern_ledger_states\" DROP COLUMN \"book_month\"");
  }
}
