import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RecoveryCodes1795400001000 implements MigrationInterface {
  name = 'RecoveryCodes1795400001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "recovery_codes" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "user_id" uuid NOT NULL, "code_hash" bytea NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "used_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "recovery_codes_organization_id_user_id_idx" ON "recovery_codes"  ("organization_id", "user_id") `);
    await runner.query(`ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`SELECT isolate_table('recovery_codes')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "recovery_codes" DROP CONSTRAINT "recovery_codes_user_id_fkey"`);
    await runner.query(`DROP INDEX "public"."recovery_codes_organization_id_user_id_idx"`);
    await runner.query(`DROP TABLE "recovery_codes"`);
  }
}
