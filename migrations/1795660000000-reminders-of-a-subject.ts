import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RemindersOfASubject1795660000000 implements MigrationInterface {
  name = 'RemindersOfASubject1795660000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE INDEX \"reminders_organization_id_subject_id_idx\" ON \"reminders\"  (\"organization_id\", \"subject_id\") ");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX \"public\".\"reminders_organization_id_subject_id_idx\"");
  }
}
