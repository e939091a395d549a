import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The seal of one batch of audit lines. Batches follow one another without a gap: each begins at the position where the one
 * before ended, and its code is made with that one's. See docs/decisions/0006-audit-sealed-in-batches.md.
 */
@Entity('audit_seals')
export class AuditSeal {
  @PrimaryColumn('uuid')
  organizationId!: string;

  /** 1, 2, 3, ... */
  @PrimaryColumn('integer')
  number!: number;

  /** The key of the organisation that the codes are made with. */
  @Column('uuid')
  keyId!: string;

  /** Every line with `fromPosition <= position < toPosition` is in this batch. */
  @Column('bigint')
  fromPosition!: number;

  @Column('bigint')
  toPosition!: number;

  @Column('integer')
  lines!: number;

  /** Lines of this batch and of all before it. */
  @Column('bigint')
  totalLines!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  sealedAt!: Date;

  /** The code of each line, 16 bytes one after the other, so that a line that does not fit can be named. */
  @Column('bytea')
  lineCodes!: Buffer;

  /** HMAC-SHA-256 over all of the above and the code of the seal before. */
  @Column('bytea')
  code!: Buffer;
}
