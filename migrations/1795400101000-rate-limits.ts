import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Attempts at the doors (sign-in and links), counted for all processes where there is no Redis. */
export class RateLimits1795400101000 implements MigrationInterface {
  name = 'RateLimits1795400101000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "rate_limits" ("key" character varying(255) NOT NULL, "points" integer NOT NULL DEFAULT '0', "expire" bigint, CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key"))`,
    );
    // Belongs to no organisation: who knocks is not known yet. The key is a keyed hash, no address.
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limits TO clinic_app');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone; restore a backup instead.');
  }
}
