import type { MigrationInterface, QueryRunner } from 'typeorm';

const states = [
  'scheduled',
  'enqueued',
  'sent',
  'delivered',
  'failed',
  'carrier_blocked',
  'opted_out',
  'skipped_past_due',
  'cancelled',
  'superseded',
  'acknowledged',
  'escalated',
];
const oneOf = (values: string[]) => `state IN (${values.map((value) => `'${value}'`).join(', ')})`;

/** A reminder of which nobody knows whether it went out has a state of its own. */
export class UnconfirmedReminders1795520000000 implements MigrationInterface {
  name = 'UnconfirmedReminders1795520000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await allow(queryRunner, [...states, 'unconfirmed']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`UPDATE reminders SET state = 'failed' WHERE state = 'unconfirmed'`);
    await allow(queryRunner, states);
  }
}

async function allow(queryRunner: QueryRunner, values: string[]): Promise<void> {
  await queryRunner.query(`ALTER TABLE reminders DROP CONSTRAINT reminders_state`);
  await queryRunner.query(`ALTER TABLE reminders ADD CONSTRAINT reminders_state CHECK (${oneOf(values)})`);
}
