import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StepUp1795400000000 implements MigrationInterface {
  name = 'StepUp1795400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "sessions" ADD "proved_at" TIMESTAMP(3) WITH TIME ZONE');
    await runner.query(`ALTER TABLE "sessions" ADD "failed_proofs" integer NOT NULL DEFAULT '0'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "sessions" DROP COLUMN "failed_proofs"');
    await runner.query('ALTER TABLE "sessions" DROP COLUMN "proved_at"');
  }
}
