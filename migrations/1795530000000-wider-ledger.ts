import type { MigrationInterface, QueryRunner } from 'typeorm';

/** More facts of each letter; one row for each appointment and for each observation of a waiting room. */
export class WiderLedger1795530000000 implements MigrationInterface {
  name = 'WiderLedger1795530000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE TABLE \"pattern_appointments\" (\"id\" uuid NOT NULL, \"organization_id\" uuid NOT NULL, \"appointment_id\" uuid, \"client_id\" uuid, \"pooled\" boolean NOT NULL DEFAULT false, \"starts_on\" date NOT NULL, \"starts_month\" date NOT NULL, \"weekday\" integer NOT NULL, \"hour\" integer NOT NULL, \"kind\" character varying(40) NOT NULL, \"status\" character varying(40) NOT NULL, \"place_id\" uuid NOT NULL, \"county\" character varying(60), \"age_band\" character varying(40), \"proceedings\" character varying(40), \"prior_removal_order\" character varying(40), \"order_of_supervision\" boolean, \"convictions\" character varying(40), \"pending_relief_any\" boolean, \"us_citizen_or_lpr_spouse\" boolean, \"representation\" character varying(40), \"attended\" boolean, \"accompanied\" boolean, \"attorney_admitted\" character varying(40), \"officer_initial_statement\" character varying(40), \"supervisor_reversed\" boolean, \"outcome\" character varying(40), \"detained\" boolean, \"documents_received\" character varying array, \"waited_minutes\" integer, \"inside_minutes\" integer, \"closed_on_time\" boolean, CONSTRAINT \"pattern_appointments_organization_id_appointment_id_unique\" UNIQUE (\"organization_id\", \"appointment_id\"), CONSTRAINT \"pattern_appointments_pkey\" PRIMARY KEY (\"id\"))");
    await runner.query("CREATE INDEX \"pattern_appointments_organization_id_starts_on_kin_201afba9\" ON \"pattern_appointments\"  (\"organization_id\", \"starts_on\", \"kind\", \"weekday\", \"hour\", \"place_id\", \"county\", \"attended\", \"attorney_admitted\", \"officer_initial_statement\", \"supervisor_reversed\", \"outcome\", \"closed_on_time\", \"starts_month\") ");
    await runner.query("CREATE INDEX \"pattern_appointments_organization_id_client_id_whe_74190f5c\" ON \"pattern_appointments\"  (\"organization_id\", \"client_id\") WHERE client_id IS NOT NULL");
    await runner.query("ALTER TABLE \"venue_observations\" ADD CONSTRAINT \"venue_observations_organization_id_id_unique\" UNIQUE (\"organization_id\", \"id\")");
    await runner.query("CREATE TABLE \"pattern_venues\" (\"id\" uuid NOT NULL, \"organization_id\" uuid NOT NULL, \"observation_id\" uuid, \"observed_on\" date NOT NULL, \"observed_month\" date NOT NULL, \"observed_week\" date NOT NULL, \"place_id\" uuid NOT NULL, \"attorneys_seen\" integer, \"unrepresented_seen\" integer, \"others_seen\" integer, \"detained_known\" integer, \"observer_role\" character varying(40), \"source\" character varying(40), CONSTRAINT \"pattern_venues_organization_id_observation_id_unique\" UNIQUE (\"organization_id\", \"observation_id\"), CONSTRAINT \"pattern_venues_pkey\" PRIMARY KEY (\"id\"))");
    await runner.query("CREATE INDEX \"pattern_venues_organization_id_observed_on_place_id_idx\" ON \"pattern_venues\"  (\"organization_id\", \"observed_on\", \"place_id\") ");
    await runner.query("ALTER TABLE \"pattern_letters\" ADD \"pooled\" boolean NOT NULL DEFAULT false");
    await runner.query("ALTER TABLE \"pattern_letters\" ADD \"print_month\" date");
    await runner.query("ALTER TABLE \"pattern_letters\" ADD \"print_path\" character varying(200)");
    await runner.query("ALTER TABLE \"pattern_letters\" ADD \"ask_for\" character varying(40)");
    await runner.query("ALTER TABLE \"pattern_letters\" ADD \"documents_demanded\" character varying array");
    await runner.query("ALTER TABLE \"pattern_letters\" ADD \"order_of_supervision\" boolean");
    await runner.query("ALTER TABLE \"pattern_letters\" ADD \"us_citizen_children\" boolean");
    await runner.query("ALTER TABLE \"pattern_letters\" ADD \"minor_children_at_home\" boolean");
    await runner.query("ALTER TABLE \"pattern_letters\" ADD \"primary_caregiver\" boolean");
    await runner.query("ALTER TABLE \"pattern_letters\" ADD \"custody_since\" date");
    await runner.query("ALTER TABLE \"pattern_letters\" ADD \"custody_days\" integer");
    await runner.query("ALTER TABLE \"pattern_letters\" ADD \"custody_ended\" boolean");
    await runner.query("ALTER TABLE \"pattern_letters\" ADD \"in_proceedings\" boolean");
    await runner.query("ALTER TABLE \"pattern_letters\" ADD \"nta_days\" integer");
    await runner.query("ALTER TABLE \"pattern_appointments\" ADD CONSTRAINT \"pattern_appointments_organization_id_place_id_fkey\" FOREIGN KEY (\"organization_id\", \"place_id\") REFERENCES \"places\"(\"organization_id\",\"id\") ON DELETE NO ACTION ON UPDATE NO ACTION");
    await runner.query("ALTER TABLE \"pattern_appointments\" ADD CONSTRAINT \"pattern_appointments_organization_id_appointment_id_fkey\" FOREIGN KEY (\"organization_id\", \"appointment_id\") REFERENCES \"appointments\"(\"organization_id\",\"id\") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED");
    await runner.query("ALTER TABLE \"pattern_venues\" ADD CONSTRAINT \"pattern_venues_organization_id_place_id_fkey\" FOREIGN KEY (\"organization_id\", \"place_id\") REFERENCES \"places\"(\"organization_id\",\"id\") ON DELETE NO ACTION ON UPDATE NO ACTION");
    await runner.query("ALTER TABLE \"pattern_venues\" ADD CONSTRAINT \"pattern_venues_organization_id_observation_id_fkey\" FOREIGN KEY (\"organization_id\", \"observation_id\") REFERENCES \"venue_observations\"(\"organization_id\",\"id\") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED");
    await runner.query("SELECT isolate_table('pattern_appointments'), isolate_table('pattern_venues')");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE \"pattern_venues\" DROP CONSTRAINT \"pattern_venues_organization_id_observation_id_fkey\"");
    await runner.query("ALTER TABLE \"pattern_venues\" DROP CONSTRAINT \"pattern_venues_organization_id_place_id_fkey\"");
    await runner.query("ALTER TABLE \"pattern_appointments\" DROP CONSTRAINT \"pattern_appointments_organization_id_appointment_id_fkey\"");
    await runner.query("ALTER TABLE \"pattern_appointments\" DROP CONSTRAINT \"pattern_appointments_organization_id_place_id_fkey\"");
    await runner.query("ALTER TABLE \"pattern_letters\" DROP COLUMN \"nta_days\"");
    await runner.query("ALTER TABLE \"pattern_letters\" DROP COLUMN \"in_proceedings\"");
    await runner.query("ALTER TABLE \"pattern_letters\" DROP COLUMN \"custody_ended\"");
    await runner.query("ALTER TABLE \"pattern_letters\" DROP COLUMN \"custody_days\"");
    await runner.query("ALTER TABLE \"pattern_letters\" DROP COLUMN \"custody_since\"");
    await runner.query("ALTER TABLE \"pattern_letters\" DROP COLUMN \"primary_caregiver\"");
    await runner.query("ALTER TABLE \"pattern_letters\" DROP COLUMN \"minor_children_at_home\"");
    await runner.query("ALTER TABLE \"pattern_letters\" DROP COLUMN \"us_citizen_children\"");
    await runner.query("ALTER TABLE \"pattern_letters\" DROP COLUMN \"order_of_supervision\"");
    await runner.query("ALTER TABLE \"pattern_letters\" DROP COLUMN \"documents_demanded\"");
    await runner.query("ALTER TABLE \"pattern_letters\" DROP COLUMN \"ask_for\"");
    await runner.query("ALTER TABLE \"pattern_letters\" DROP COLUMN \"print_path\"");
    await runner.query("ALTER TABLE \"pattern_letters\" DROP COLUMN \"print_month\"");
    await runner.query("ALTER TABLE \"pattern_letters\" DROP COLUMN \"pooled\"");
    await runner.query("DROP INDEX \"public\".\"pattern_venues_organization_id_observed_on_place_id_idx\"");
    await runner.query("DROP TABLE \"pattern_venues\"");
    await runner.query("ALTER TABLE \"venue_observations\" DROP CONSTRAINT \"venue_observations_organization_id_id_unique\"");
    await runner.query("DROP INDEX \"public\".\"pattern_appointments_organization_id_client_id_whe_74190f5c\"");
    await runner.query("DROP INDEX \"public\".\"pattern_appointments_organization_id_starts_on_kin_201afba9\"");
    await runner.query("DROP TABLE \"pattern_appointments\"");
  }
}
