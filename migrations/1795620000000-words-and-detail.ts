import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations have words of their own for reminders, and reminders may say when and where. */
export class WordsAndDetail1795620000000 implements MigrationInterface {
  name = 'WordsAndDetail1795620000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE TABLE \"reminder_wordings\" (\"id\" uuid NOT NULL, \"organization_id\" uuid NOT NULL, \"version\" integer NOT NULL DEFAULT '1', \"created_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"created_by\" uuid NOT NULL, \"updated_at\" TIMESTAMP(3) WITH TIME ZONE NOT NULL, \"updated_by\" uuid NOT NULL, \"kind\" character varying(30) NOT NULL, \"language\" character varying(10) NOT NULL, \"texts\" jsonb NOT NULL, CONSTRAINT \"reminder_wordings_kind\" CHECK (kind IN ('ice_appointment', 'court_date')), CONSTRAINT \"reminder_wordings_pkey\" PRIMARY KEY (\"id\"))");
    await runner.query("CREATE UNIQUE INDEX \"reminder_wordings_organization_id_kind_language_idx\" ON \"reminder_wordings\"  (\"organization_id\", \"kind\", \"language\") ");
    await runner.query("SELECT isolate_table('reminder_wordings')");
    await allow(runner, ['neutral', 'detail', 'in_app_full']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE reminders SET content = 'neutral' WHERE content = 'detail'`);
    await allow(runner, ['neutral', 'in_app_full']);
    await runner.query("DROP INDEX \"public\".\"reminder_wordings_organization_id_kind_language_idx\"");
    await runner.query("DROP TABLE \"reminder_wordings\"");
  }
}

async function allow(runner: QueryRunner, contents: string[]): Promise<void> {
  const list = contents.map((content) => `'${content}'`).join(', ');
  await runner.query('ALTER TABLE reminders DROP CONSTRAINT reminders_content');
  await runner.query(`ALTER TABLE reminders ADD CONSTRAINT reminders_content CHECK (content IN (${list}))`);
}
