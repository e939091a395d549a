import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { organizationRecord } from '../platform/database/records.js';
import type { PlanRules } from './plan.js';
import {
  pendingStates,
  type RecipientType,
  recipientTypes,
  type ReminderChannel,
  reminderChannels,
  type ReminderContent,
  reminderContents,
  type ReminderKind,
  reminderKinds,
  type ReminderState,
  reminderStates,
  type SubjectType,
  subjectTypes,
} from './reminder.values.js';

const list = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');
const oneOf = (column: string, values: readonly string[]) => `${column} IN (${list(values)})`;

/** States in which a reminder no longer stands for what is owed, so that another may be made in its place. */
export const givenWay = ['superseded', 'cancelled', 'opted_out'] as const;

/**
 * One thing owed to one recipient at one time. Holds no address and no text: both are looked up when it is sent. At most
 * one stands for each subject, kind, recipient, offset, basis and channel, so that deriving twice makes nothing twice; one
 * by another channel is made only when that before has failed.
 */
@Entity('reminders')
@ForeignKey('Client', ['organizationId', 'clientId'], ['organizationId', 'id'], { onDelete: 'CASCADE' })
@Index(
  'reminders_one_of_each',
  ['organizationId', 'subjectType', 'subjectId', 'kind', 'recipientType', 'recipientId', 'offset', 'basis', 'channel'],
  { unique: true, where: `state NOT IN (${list(givenWay)})` },
)
@Index(['organizationId', 'subjectId'])
@Index(['organizationId', 'attemptAt'], { where: oneOf('state', pendingStates) })
@Index(['organizationId', 'state', 'dueAt'])
@Index(['organizationId', 'redactAt'], { where: 'redact_at IS NOT NULL' })
@Index(['organizationId', 'dueAt'])
@Index(['organizationId', 'clientId', 'dueAt'], { where: 'client_id IS NOT NULL' })
@Check('reminders_subject_type', oneOf('subject_type', subjectTypes))
@Check('reminders_recipient_type', oneOf('recipient_type', recipientTypes))
@Check('reminders_kind', oneOf('kind', reminderKinds))
@Check('reminders_channel', oneOf('channel', reminderChannels))
@Check('reminders_content', oneOf('content', reminderContents))
@Check('reminders_state', oneOf('state', reminderStates))
@Check('reminders_sent_with_provider', `state NOT IN ('sent', 'delivered') OR provider_id IS NOT NULL`)
export class Reminder extends organizationRecord() {
  @Column('uuid', { nullable: true })
  clientId!: string | null;

  @Column('varchar', { length: 20 })
  subjectType!: SubjectType;

  @Column('uuid')
  subjectId!: string;

  @Column('varchar', { length: 30 })
  kind!: ReminderKind;

  @Column('varchar', { length: 10 })
  recipientType!: RecipientType;

  @Column('uuid')
  recipientId!: string;

  /** ISO 8601, before or after the subject's date as the kind says. */
  @Column('varchar', { length: 10 })
  offset!: string;

  /** The date or instant of the subject that the offset counts from; another one supersedes. */
  @Column('varchar', { length: 30 })
  basis!: string;

  /** When it is owed, outside of quiet hours. */
  @Column({ type: 'timestamptz', precision: 3 })
  dueAt!: Date;

  @Column('varchar', { length: 64 })
  zone!: string;

  /** After this it helps nobody any more. */
  @Column({ type: 'timestamptz', precision: 3 })
  usefulUntil!: Date;

  /** When it is tried next; dueAt until a try has failed. */
  @Column({ type: 'timestamptz', precision: 3 })
  attemptAt!: Date;

  @Column('varchar', { length: 12 })
  channel!: ReminderChannel;

  @Column('varchar', { length: 12 })
  content!: ReminderContent;

  @Column('varchar', { length: 35 })
  language!: string;

  @Column('varchar', { length: 20 })
  state!: ReminderState;

  @Column('integer', { default: 0 })
  attempts!: number;

  /** Until when the process that handed it to the channel is waited for. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  leaseUntil!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  sentAt!: Date | null;

  @Column('varchar', { length: 200, nullable: true })
  providerId!: string | null;

  @Column('varchar', { length: 60, nullable: true })
  lastErrorCode!: string | null;

  /** When the provider is asked to forget its words; null where it holds none, or was asked. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  redactAt!: Date | null;

  /** Who cancelled or acknowledged it by hand; what the system cancels may be owed again. */
  @Column('uuid', { nullable: true })
  handledBy!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  handledAt!: Date | null;
}

/** How an organisation reminds; without a row the plan in code applies. */
@Entity('reminder_plans')
@Index(['organizationId'], { unique: true })
export class ReminderPlan extends organizationRecord() {
  @Column('jsonb')
  rules!: PlanRules;
}

/** From which versions the reminders of a subject were derived; where they differ, the sweep derives again. */
@Entity('reminder_subjects')
@ForeignKey('Client', ['organizationId', 'clientId'], ['organizationId', 'id'], { onDelete: 'CASCADE' })
@Index(['organizationId', 'clientId'])
export class ReminderSubject {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('varchar', { length: 20 })
  subjectType!: SubjectType;

  @PrimaryColumn('uuid')
  subjectId!: string;

  @Column('uuid')
  clientId!: string;

  @Column('integer')
  subjectVersion!: number;

  @Column('integer')
  clientVersion!: number;

  @Column('integer')
  planVersion!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  derivedAt!: Date;
}
