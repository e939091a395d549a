import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { organizationRecord } from '../../platform/database/records.js';
import { Text } from '../../platform/http/fields.js';
import { User } from '../user.entity.js';

/** What its owner says of a passkey. */
export class PasskeyFields {
  @Text({
    max: 60,
    min: 1,
    required: true,
    purpose: 'Tells you which of your devices or keys it is.',
    keeps: 'administration',
  })
  label!: string;
}

/** A passkey (WebAuthn credential) of a user. What signs never leaves their device; here is what its signatures are checked with. */
@Entity('passkeys')
@Index(['organizationId', 'userId'])
export class Passkey extends organizationRecord(PasskeyFields) {
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;

  /** The authenticator's own id of it, at most 1023 bytes. */
  @Index('passkeys_credential_id_unique', { unique: true })
  @Column('bytea')
  credentialId!: Buffer;

  /** COSE_Key (RFC 9053). */
  @Column('bytea')
  publicKey!: Buffer;

  /** How often the authenticator says that it signed; stays 0 where it does not count. */
  @Column('bigint', { default: 0 })
  counter!: number;

  /** How browsers reach it, such as "internal" or "usb"; shortens their questions. */
  @Column('varchar', { array: true })
  transports!: string[];

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastUsedAt!: Date | null;
}

/** A challenge that was answered, right or wrong, until it would have run out by itself: none is taken twice. */
@Entity('spent_challenges')
export class SpentChallenge {
  /** SHA-256. */
  @PrimaryColumn('bytea')
  challengeHash!: Buffer;

  @Column('uuid')
  organizationId!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;
}
