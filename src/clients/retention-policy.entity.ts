import { Column, Entity, Index } from 'typeorm';
import { organizationRecord } from '../platform/database/records.js';
import { RetentionPolicyFields } from './retention-policy.fields.js';

/** How long an organisation keeps closed files; without a row the usual periods apply and nothing is purged by itself. */
@Entity('retention_policies')
@Index(['organizationId'], { unique: true })
export class RetentionPolicy extends organizationRecord(RetentionPolicyFields) {
  /** Since which day files are purged by themselves, or sooner than before: nobody is surprised by what was due already. */
  @Column('date', { nullable: true })
  purgesSince!: string | null;
}
