import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * Something that one member of staff should know of, shown in the application. Holds ids only: what it says is worded
 * when it is read.
 */
@Entity('notices')
@ForeignKey('Client', ['organizationId', 'clientId'], ['organizationId', 'id'], { onDelete: 'CASCADE' })
@Index(['organizationId', 'userId', 'createdAt'])
@Index(['organizationId', 'userId', 'createdAt'], { where: 'read_at IS NULL' })
@Index(['organizationId', 'clientId'], { where: 'client_id IS NOT NULL' })
export class Notice {
  /** That of the message which it delivers; so the same message is never shown twice. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  organizationId!: string;

  @Column('uuid')
  userId!: string;

  /** Kind of the reminder, or what went wrong: `delivery_failed`, ... */
  @Column('varchar', { length: 40 })
  kind!: string;

  @Column('varchar', { length: 40 })
  subjectType!: string;

  @Column('uuid')
  subjectId!: string;

  @Column('uuid', { nullable: true })
  clientId!: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  readAt!: Date | null;
}
