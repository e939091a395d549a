import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes that hold what the later columns of the ledger are counted by. */
export class CoverTheLedger1795630000000 implements MigrationInterface {
  name = 'CoverTheLedger1795630000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX \"public\".\"pattern_appointments_organization_id_starts_on_kin_201afba9\"");
    await runner.query("CREATE INDEX \"pattern_appointments_organization_id_starts_on_kin_d1d3d490\" ON \"pattern_appointments\"  (\"organization_id\", \"starts_on\", \"kind\", \"weekday\", \"hour\", \"place_id\", \"county\", \"attended\", \"attorney_admitted\", \"officer_initial_statement\", \"supervisor_reversed\", \"outcome\", \"closed_on_time\", \"starts_month\", \"accompanied\", \"detained\", \"inside_minutes\") ");
    await runner.query("CREATE INDEX \"pattern_letters_organization_id_authority_cited_me_21e0c09e\" ON \"pattern_letters\"  (\"organization_id\", \"authority_cited\", \"mentions_detention\", \"stated_reason\", \"ask_for\", \"documents_demanded\") ");
    await runner.query("CREATE INDEX \"pattern_letters_organization_id_prior_removal_orde_3f94b3b5\" ON \"pattern_letters\"  (\"organization_id\", \"prior_removal_order\", \"convictions\", \"proceedings\", \"representation\", \"order_of_supervision\", \"pending_relief_any\", \"us_citizen_or_lpr_spouse\", \"us_citizen_children\", \"minor_children_at_home\", \"primary_caregiver\") ");
    await runner.query("CREATE INDEX \"pattern_letters_organization_id_custody_days_custo_73a5af05\" ON \"pattern_letters\"  (\"organization_id\", \"custody_days\", \"custody_since\", \"custody_ended\", \"out_of_state\") WHERE detained");
    await runner.query("CREATE INDEX \"pattern_letters_organization_id_accompanied_attend_41106f30\" ON \"pattern_letters\"  (\"organization_id\", \"accompanied\", \"attended\", \"detained\") ");
    await runner.query("CREATE INDEX \"pattern_letters_organization_id_received_month_nta_e0f7e7a9\" ON \"pattern_letters\"  (\"organization_id\", \"received_month\", \"nta_days\", \"in_proceedings\") ");
    await runner.query("CREATE INDEX \"pattern_letters_organization_id_received_month_not_f49dce0d\" ON \"pattern_letters\"  (\"organization_id\", \"received_month\", \"notice_days\") ");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX \"public\".\"pattern_letters_organization_id_received_month_not_f49dce0d\"");
    await runner.query("DROP INDEX \"public\".\"pattern_letters_organization_id_received_month_nta_e0f7e7a9\"");
    await runner.query("DROP INDEX \"public\".\"pattern_letters_organization_id_accompanied_attend_41106f30\"");
    await runner.query("DROP INDEX \"public\".\"pattern_letters_organization_id_custody_days_custo_73a5af05\"");
    await runner.query("DROP INDEX \"public\".\"pattern_letters_organization_id_prior_removal_orde_3f94b3b5\"");
    await runner.query("DROP INDEX \"public\".\"pattern_letters_organization_id_authority_cited_me_21e0c09e\"");
    await runner.query("DROP INDEX \"public\".\"pattern_appointments_organization_id_starts_on_kin_d1d3d490\"");
    await runner.query("CREATE INDEX \"pattern_appointments_organization_id_starts_on_kin_201afba9\" ON \"pattern_appointments\" (\"organization_id\", \"starts_on\", \"kind\", \"weekday\", \"hour\", \"place_id\", \"county\", \"attended\", \"attorney_admitted\", \"officer_initial_statement\", \"supervisor_reversed\", \"outcome\", \"closed_on_time\", \"starts_month\") ");
  }
}
