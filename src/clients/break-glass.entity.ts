import { Column, Entity, Index } from 'typeorm';
import { caseRecord } from '../platform/database/records.js';
import { BreakGlassFileFields } from './break-glass.fields.js';

/** One person's way through the wall of one restricted case, for some hours; kept as long as the case file is. */
@Entity('break_glass_grants')
@Index(['organizationId', 'clientId', 'userId'])
@Index(['organizationId', 'id'])
export class BreakGlassGrant extends caseRecord(BreakGlassFileFields) {
  /** Who broke the glass. */
  @Column('uuid')
  userId!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  endedAt!: Date | null;

  @Column('uuid', { nullable: true })
  endedBy!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  reviewedAt!: Date | null;

  @Column('uuid', { nullable: true })
  reviewedBy!: string | null;
}
