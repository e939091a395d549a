import { Column, Entity, Index } from 'typeorm';
import { caseRecord } from '../platform/database/records.js';
import { AccessReviewFields } from './access-review.fields.js';

/** `open`: nobody has judged it yet. `confirmed`: there was a reason. `questioned`: none is known. */
export const accessReviewStates = ['open', 'confirmed', 'questioned'] as const;
export type AccessReviewState = (typeof accessReviewStates)[number];

/** One look into a case file, drawn by lot for a supervisor to confirm or to question. */
@Entity('access_reviews')
@Index(['organizationId', 'auditEventId'], { unique: true })
@Index(['organizationId', 'week'])
@Index(['organizationId', 'state', 'id'])
export class AccessReview extends caseRecord(AccessReviewFields) {
  /** Monday of the week that was drawn from. */
  @Column('date')
  week!: string;

  @Column('uuid')
  auditEventId!: string;

  /** Who looked, and in which role. */
  @Column('uuid')
  userId!: string;

  @Column('varchar', { length: 20 })
  role!: string;

  @Column('varchar', { length: 60 })
  event!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  lookedAt!: Date;

  @Column('varchar', { length: 10, default: 'open' })
  state!: AccessReviewState;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  reviewedAt!: Date | null;

  @Column('uuid', { nullable: true })
  reviewedBy!: string | null;
}
