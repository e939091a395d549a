import { Column, Entity, Index } from 'typeorm';
import { organizationRecord } from '../platform/database/records.js';
import { Choice, Text } from '../platform/http/fields.js';
import { roles, type Role } from './permissions.js';

/** What is known of a member of staff or a volunteer. */
export class UserFields {
  @Text({ max: 120, required: true, purpose: 'Tells colleagues who somebody is.', keeps: 'administration' })
  displayName!: string;

  @Text({
    max: 254,
    format: 'email',
    required: true,
    purpose: 'Sign-in name, and where neutral notices go.',
    keeps: 'administration',
  })
  email!: string;

  @Choice(roles, { required: true, purpose: 'Decides what the person may see and do.', keeps: 'administration' })
  role!: Role;

  @Text({
    max: 16,
    format: 'phone',
    purpose: 'Stands on case summaries as the number to call.',
    keeps: 'administration',
  })
  phone?: string | null;

  @Text({
    max: 20,
    format: 'language',
    purpose: 'Language of the screens and notices for this person.',
    keeps: 'administration',
  })
  language?: string | null;
}

export const userStates = ['invited', 'active', 'disabled'] as const;

/** A user, and an organisation, that is nowhere. */
export const nobody = '00000000-0000-7000-8000-00000000ffff';

@Entity('users')
@Index('users_email_unique', ['email'], { unique: true })
export class User extends organizationRecord(UserFields) {
  @Column('varchar', { length: 10 })
  state!: (typeof userStates)[number];

  /** Argon2id in PHC format. */
  @Column('text', { nullable: true })
  passwordHash!: string | null;

  /** TOTP secret, sealed under the organisation's key. */
  @Column('text', { nullable: true })
  totpSecret!: string | null;

  /** A new one until a code of it was shown, sealed alike; the one before counts until then. */
  @Column('text', { nullable: true })
  totpNextSecret!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  totpConfirmedAt!: Date | null;

  /** Last time step a code was accepted for, so that no code works twice (RFC 6238, 5.2). */
  @Column('integer', { nullable: true })
  totpLastStep!: number | null;
}
