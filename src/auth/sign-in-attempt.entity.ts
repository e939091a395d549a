import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * How often sign-ins failed for one e-mail address, whether or not anybody has it, or for one address on a device that signed in
 * before. Belongs to no organisation: who signs in is not known yet. Neither address nor device can be read from it.
 */
@Entity('sign_in_attempts')
export class SignInAttempt {
  /** HMAC-SHA-256 of the address, or of address and device. */
  @PrimaryColumn('bytea')
  keyHash!: Buffer;

  /** Since the last success; one that is being judged counts already. */
  @Column('integer')
  failures!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  lockedUntil!: Date;

  /** Of a device: until when it is known. */
  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;
}
