import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notes that the master key is being changed, so that no process starts without the new one meanwhile. */
export class NextMasterKey1795400300000 implements MigrationInterface {
  name = 'NextMasterKey1795400300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "installation" ADD "next_master_key_id" character varying(20)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "installation" DROP COLUMN "next_master_key_id"`);
  }
}
