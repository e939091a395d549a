import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Failed sign-ins are counted by e-mail address, whether or not anybody has it, and by device; no longer with the user. */
export class SignInAttempts1795500001000 implements MigrationInterface {
  name = 'SignInAttempts1795500001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "sign_in_attempts" ("key_hash" bytea NOT NULL, "failures" integer NOT NULL, "locked_until" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "sign_in_attempts_pkey" PRIMARY KEY ("key_hash"))`,
    );
    await runner.query('ALTER TABLE "users" DROP COLUMN "failed_sign_ins"');
    await runner.query('ALTER TABLE "users" DROP COLUMN "locked_until"');
    // Belongs to no organisation: who signs in is not known yet. The keys are keyed hashes, no addresses.
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attempts TO clinic_app');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone; restore a backup instead.');
  }
}
