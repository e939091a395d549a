import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from './user.entity.js';

/** A code that takes the place of a lost second factor, once. The code itself is known to its owner only. */
@Entity('recovery_codes')
@Index(['organizationId', 'userId'])
export class RecoveryCode {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  organizationId!: string;

  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;

  /** SHA-256; 120 random bits need no slow hash (OWASP ASVS 6.5.2: 112 or more). */
  @Column('bytea')
  codeHash!: Buffer;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  usedAt!: Date | null;
}
