import { Column, Entity } from 'typeorm';
import { organizationRecord } from '../platform/database/records.js';
import { Count, Flag, Text, Zone } from '../platform/http/fields.js';

/** What an organisation says of itself. */
export class OrganizationFields {
  @Text({ max: 120, required: true, purpose: 'Names the organisation to its own staff.', keeps: 'administration' })
  name!: string;

  @Text({
    max: 60,
    purpose: 'Neutral name that reminders are signed with; it should not tell what the organisation does.',
    keeps: 'administration',
  })
  nickname?: string | null;

  @Text({
    max: 16,
    format: 'phone',
    purpose: 'Number that reminders ask people to call back.',
    keeps: 'administration',
  })
  callBackNumber?: string | null;

  @Text({
    max: 6,
    min: 2,
    format: 'code',
    required: true,
    default: 'C',
    purpose: 'Begins each case code, such as BX in BX-7KQ4M.',
    keeps: 'administration',
  })
  codePrefix!: string;

  @Zone({
    required: true,
    default: 'America/New_York',
    purpose: 'Tells which day it is where the organisation works.',
    keeps: 'administration',
  })
  zone!: string;

  @Flag({
    required: true,
    default: false,
    purpose: 'Whether home addresses may be written down; off unless there is a written reason.',
    keeps: 'administration',
  })
  collectsAddresses!: boolean;

  @Count({
    min: 5,
    max: 20,
    required: true,
    default: 11,
    purpose: 'Figures for the public hide every count below this, and all that would give one away.',
    keeps: 'administration',
  })
  publicCountsFrom!: number;
}

/** A legal clinic or another organisation that works here. Its `organizationId` is its own id, so that one policy fits all tables. */
@Entity('organizations')
export class Organization extends organizationRecord(OrganizationFields) {
  /** Since when nobody but administrators can sign in; see `LockdownService`. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lockedDownAt!: Date | null;
}

/** A key of an organisation, wrapped by the master key. */
@Entity('organization_keys')
export class OrganizationKey {
  @Column('uuid', { primary: true })
  id!: string;

  @Column('uuid')
  organizationId!: string;

  @Column('varchar', { length: 10 })
  purpose!: 'seal' | 'index' | 'audit';

  @Column('text')
  wrapped!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}

/** One row about this database as a whole. */
@Entity('installation')
export class Installation {
  @Column('integer', { primary: true, default: 1 })
  id!: number;

  /** Which master key the keys in this database are wrapped with. */
  @Column('varchar', { length: 20 })
  masterKeyId!: string;

  /** The one that they are being re-wrapped with, while the master key is changed. */
  @Column('varchar', { length: 20, nullable: true })
  nextMasterKeyId!: string | null;

  /** SHA-256 of the one-time set-up token while there is no organisation. */
  @Column('bytea', { nullable: true })
  setupTokenHash!: Buffer | null;

  /** When all that is owed was last looked through, by the clock of the database: shows whether a worker runs. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  remindersSweptAt!: Date | null;
}
