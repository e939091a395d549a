import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The first answer to a POST that carried an Idempotency-Key; kept for 24 hours. */
@Entity('idempotency_keys')
export class IdempotencyKey {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  userId!: string;

  @PrimaryColumn('varchar', { length: 200 })
  key!: string;

  /** SHA-256 of method, path and body: the same key with another request is refused. */
  @Column('bytea')
  requestHash!: Buffer;

  @Column('integer', { nullable: true })
  status!: number | null;

  /** Headers and body of the answer, sealed under the organisation's key. */
  @Column('text', { nullable: true })
  answer!: string | null;

  @Index()
  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
