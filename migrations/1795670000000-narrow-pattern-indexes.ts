import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An index of all that any combination of filters and groups needs was read more slowly than the table itself, which
 * several processes read, and made each letter dearer to write. What reports count is held by narrow ones.
 */
export class NarrowPatternIndexes1795670000000 implements MigrationInterface {
  name = 'NarrowPatternIndexes1795670000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX \"public\".\"pattern_letters_organization_id_received_on_receiv_b6356149\"");
    await runner.query("DROP INDEX \"public\".\"pattern_letters_organization_id_lag_days_lag_approximate_idx\"");
    await runner.query("DROP INDEX \"public\".\"pattern_letters_organization_id_received_week_rece_8847c7f3\"");
    await runner.query("CREATE INDEX \"pattern_letters_organization_id_received_on_charge_level_idx\" ON \"pattern_letters\"  (\"organization_id\", \"received_on\", \"charge_level\") ");
    await runner.query("CREATE INDEX \"pattern_letters_organization_id_lag_days_lag_appro_0192cbef\" ON \"pattern_letters\"  (\"organization_id\", \"lag_days\", \"lag_approximate\", \"print_reason\") ");
    await runner.query("CREATE INDEX \"pattern_letters_organization_id_received_week_rece_90453fa7\" ON \"pattern_letters\"  (\"organization_id\", \"received_week\", \"received_month\", \"evidence_grade\") ");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX \"public\".\"pattern_letters_organization_id_received_week_rece_90453fa7\"");
    await runner.query("DROP INDEX \"public\".\"pattern_letters_organization_id_lag_days_lag_appro_0192cbef\"");
    await runner.query("DROP INDEX \"public\".\"pattern_letters_organization_id_received_on_charge_level_idx\"");
    await runner.query("CREATE INDEX \"pattern_letters_organization_id_received_week_rece_8847c7f3\" ON \"pattern_letters\" USING btree (\"organization_id\", \"received_week\", \"received_month\") ");
    await runner.query("CREATE INDEX \"pattern_letters_organization_id_lag_days_lag_approximate_idx\" ON \"pattern_letters\" USING btree (\"organization_id\", \"lag_days\", \"lag_approximate\") ");
    await runner.query("CREATE INDEX \"pattern_letters_organization_id_received_on_receiv_b6356149\" ON \"pattern_letters\" USING btree (\"organization_id\", \"received_on\", \"received_month\", \"received_week\", \"lag_days\", \"lag_approximate\", \"attended\", \"detained\", \"outcome\", \"office_id\", \"place_id\", \"charge_level\", \"evidence_grade\", \"print_reason\", \"county\") ");
  }
}
