import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The index of all that any combination of filters and groups needs is read more slowly than the table itself where all
 * letters are counted; two narrow ones hold what three more reports count of them.
 */
export class NarrowPatternIndexes1795670000000 implements MigrationInterface {
  name = 'NarrowPatternIndexes1795670000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX \"public\".\"pattern_letters_organization_id_lag_days_lag_approximate_idx\"");
    await runner.query("DROP INDEX \"public\".\"pattern_letters_organization_id_received_week_rece_8847c7f3\"");
    await runner.query("CREATE INDEX \"pattern_letters_organization_id_lag_days_lag_appro_0192cbef\" ON \"pattern_letters\"  (\"organization_id\", \"lag_days\", \"lag_approximate\", \"print_reason\") ");
    await runner.query("CREATE INDEX \"pattern_letters_organization_id_received_week_rece_90453fa7\" ON \"pattern_letters\"  (\"organization_id\", \"received_week\", \"received_month\", \"evidence_grade\") ");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX \"public\".\"pattern_letters_organization_id_received_week_rece_90453fa7\"");
    await runner.query("DROP INDEX \"public\".\"pattern_letters_organization_id_lag_days_lag_appro_0192cbef\"");
    await runner.query("CREATE INDEX \"pattern_letters_organization_id_received_week_rece_8847c7f3\" ON \"pattern_letters\" USING btree (\"organization_id\", \"received_week\", \"received_month\") ");
    await runner.query("CREATE INDEX \"pattern_letters_organization_id_lag_days_lag_approximate_idx\" ON \"pattern_letters\" USING btree (\"organization_id\", \"lag_days\", \"lag_approximate\") ");
  }
}
