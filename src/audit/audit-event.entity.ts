import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One line of the append-only audit: who did what to which record, when, from where. Never what it said. */
@Entity('audit_events')
@Index(['organizationId', 'id'])
@Index(['organizationId', 'clientId', 'id'])
@Index(['organizationId', 'userId', 'id'])
@Index(['organizationId', 'event', 'id'])
@Index(['organizationId', 'subjectId', 'id'])
@Index(['organizationId', 'position'])
export class AuditEvent {
  /** UUIDv7: sorts by time. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  organizationId!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column('uuid')
  userId!: string;

  @Column('varchar', { length: 20 })
  role!: string;

  @Column('varchar', { length: 60 })
  event!: string;

  @Column('varchar', { length: 40, nullable: true })
  subjectType!: string | null;

  @Column('uuid', { nullable: true })
  subjectId!: string | null;

  @Column('uuid', { nullable: true })
  clientId!: string | null;

  @Column('varchar', { length: 60, nullable: true })
  origin!: string | null;

  @Column('varchar', { length: 60, nullable: true })
  requestId!: string | null;

  /**
   * Where the line stands among all lines of the database, given by PostgreSQL: the number of its transaction. A batch is
   * sealed once all transactions up to a position have ended, so that none can slip in behind a seal.
   */
  @Column({ type: 'bigint', insert: false, default: () => 'audit_position()' })
  position!: number;

  @Column('jsonb', { nullable: true })
  details!: Record<string, unknown> | null;
}
