import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { caseRecord } from '../platform/database/records.js';
import { LegalHoldFields } from './retention.fields.js';

/** Keeps one case file from being purged, merged, or having records deleted, until it is lifted. */
@Entity('legal_holds')
@ForeignKey('LegalDemand', ['organizationId', 'legalDemandId'], ['organizationId', 'id'])
@Index(['organizationId', 'legalDemandId'], { where: 'legal_demand_id IS NOT NULL' })
@Index(['organizationId', 'id'], { where: 'lifted_at IS NULL' })
export class LegalHold extends caseRecord(LegalHoldFields) {
  /** The records request for which it was placed, where there is one. */
  @Column('uuid', { nullable: true })
  legalDemandId!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  liftedAt!: Date | null;

  @Column('uuid', { nullable: true })
  liftedBy!: string | null;
}
