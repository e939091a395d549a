import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People are told when the ways into their account change. */
export class AccountNotices1795653000000 implements MigrationInterface {
  name = 'AccountNotices1795653000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "reminders" DROP CONSTRAINT "reminders_kind"');
    await runner.query(
      `ALTER TABLE "reminders" ADD CONSTRAINT "reminders_kind" CHECK (kind IN ('ice_appointment', 'court_date', 'filing_deadline', 'fingerprint_watch', 'packet_prepare', 'packet_return', 'debrief_missing', 'overdue_at_ice', 'locator_check', 'retention_review', 'consent_renewal', 'pattern_alert', 'pattern_book', 'account_changed'))`,
    );
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone; restore a backup instead.');
  }
}
