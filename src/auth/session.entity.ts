import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from './user.entity.js';

/** `calendar`: the address of a calendar, good for nothing else. */
export type SessionKind = 'session' | 'token' | 'calendar';

/** A person's sign-in, a program's token, or the address of a calendar. The token itself is known to its bearer only; here is its SHA-256. */
@Entity('sessions')
@Index(['organizationId', 'userId'])
export class Session {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  organizationId!: string;

  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;

  @Column('varchar', { length: 10 })
  kind!: SessionKind;

  @Index('sessions_token_hash_unique', { unique: true })
  @Column('bytea')
  tokenHash!: Buffer;

  /** Name that its owner gave a token. */
  @Column('varchar', { length: 80, nullable: true })
  name!: string | null;

  /** Kind of browser and system that a person signed in with, such as "Firefox, Windows"; never more. */
  @Column('varchar', { length: 40, nullable: true })
  device!: string | null;

  /** Permissions of a token; null is all of its owner's. */
  @Column('varchar', { array: true, nullable: true })
  scopes!: string[] | null;

  /** Whether a second factor was shown at sign-in. */
  @Column('boolean', { default: false })
  secondFactor!: boolean;

  /** When the person last showed the second factor, or the password while there is none; see `StepUp`. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  provedAt!: Date | null;

  /** Wrong answers since the last right one when something had to be proved in this session. */
  @Column('integer', { default: 0 })
  failedProofs!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  lastSeenAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  revokedAt!: Date | null;
}

/** A link that works once: an invitation or a new password. */
@Entity('one_time_links')
export class OneTimeLink {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  organizationId!: string;

  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;

  @Index('one_time_links_token_hash_unique', { unique: true })
  @Column('bytea')
  tokenHash!: Buffer;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  usedAt!: Date | null;
}
