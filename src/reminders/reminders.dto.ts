import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, ValidateBy } from 'class-validator';
import { type FailureReason, failureReasons } from '../platform/channels/failure-codes.js';
import { PageQuery } from '../platform/http/paging.js';
import { isInstant } from '../platform/http/values.js';
import {
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
import type { TextLength } from './words/segments.js';

const IsInstantRule = () =>
  ValidateBy({
    name: 'isInstant',
    validator: {
      validate: isInstant,
      defaultMessage: () => 'Write an instant with its offset, such as 2018-03-08T14:00:00Z.',
    },
  });

const choices = { only: ['ahead', 'needs_care'], order: ['earliest', 'latest'] } as const;

export class RemindersQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: choices.only,
    description: '`ahead`: not sent yet. `needs_care`: those of which `needsCare` is true.',
  })
  @IsOptional()
  @IsIn(choices.only, { message: `Choose one of: ${choices.only.join(', ')}.` })
  only?: (typeof choices.only)[number];

  @ApiPropertyOptional({ enum: choices.order, default: 'earliest', description: 'Which are due first in the list.' })
  @IsOptional()
  @IsIn(choices.order, { message: `Choose one of: ${choices.order.join(', ')}.` })
  order: (typeof choices.order)[number] = 'earliest';

  @ApiPropertyOptional({ enum: reminderStates })
  @IsOptional()
  @IsIn(reminderStates, { message: `Choose one of: ${reminderStates.join(', ')}.` })
  state?: ReminderState;

  @ApiPropertyOptional({ format: 'date-time', description: 'Only those due before this instant.' })
  @IsOptional()
  @IsInstantRule()
  dueBefore?: string;
}

/** Kinds that follow from no plan, and so are made one by one. */
export const ownKinds = [
  'filing_deadline',
  'packet_return',
  'locator_check',
  'retention_review',
  'consent_renewal',
] as const;

/** A reminder that somebody sets for themselves or a colleague. */
export class CreateReminder {
  @ApiProperty({ enum: ownKinds })
  @IsIn(ownKinds, {
    message: `Choose one of: ${ownKinds.join(', ')}. Others follow from appointments and fingerprints.`,
  })
  kind!: (typeof ownKinds)[number];

  @ApiProperty({ format: 'date-time', description: 'When to remind; in the future.' })
  @IsInstantRule()
  dueAt!: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The user to remind; me unless said.' })
  @IsOptional()
  @IsUUID('all', { message: 'Give the id of a user.' })
  recipientId?: string;
}

export class ChangeReminder {
  @ApiProperty({ format: 'date-time', description: 'When to remind instead; in the future.' })
  @IsInstantRule()
  dueAt!: string;
}

/** Something owed to somebody at some time. Neither its address nor its text is in it. */
export class ReminderAnswer {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) clientId!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Code of the case file.' }) clientCode!: string | null;
  @ApiProperty({ enum: subjectTypes }) subjectType!: SubjectType;
  @ApiProperty({ format: 'uuid' }) subjectId!: string;
  @ApiProperty({ enum: recipientTypes }) recipientType!: RecipientType;
  @ApiProperty({ format: 'uuid' }) recipientId!: string;
  @ApiProperty({ enum: reminderKinds }) kind!: ReminderKind;
  @ApiProperty({ enum: reminderChannels }) channel!: ReminderChannel;
  @ApiProperty({ description: 'ISO 8601, before or after the date of the subject as the kind says.', example: 'P7D' })
  offset!: string;
  @ApiProperty({ format: 'date-time' }) dueAt!: string;
  @ApiProperty({ example: 'America/New_York' }) zone!: string;
  @ApiProperty({ enum: reminderContents }) content!: ReminderContent;
  @ApiProperty() language!: string;
  @ApiProperty({ enum: reminderStates }) state!: ReminderState;
  @ApiProperty({ description: 'It did not reach whom it was for, or nobody knows, and nobody has taken note of it.' })
  needsCare!: boolean;
  @ApiProperty({ type: 'integer' }) attempts!: number;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When it is tried next; null when it is not.',
  })
  nextAttemptAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) sentAt!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What the provider calls it.' }) providerId!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What went wrong last, as it was told.' })
  lastErrorCode!: string | null;
  @ApiProperty({
    enum: failureReasons,
    nullable: true,
    description: 'What that comes to for whoever sees to it; null where nothing went wrong.',
  })
  failureReason!: FailureReason | null;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Who cancelled or acknowledged it by hand.',
  })
  handledBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) handledAt!: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
}

/** What a text message takes on its way. */
export class TextLengthAnswer implements TextLength {
  @ApiProperty({
    enum: ['gsm7', 'ucs2'],
    description: 'gsm7 holds 160 characters in a message, ucs2 (needed for most scripts and accents) 70.',
  })
  encoding!: TextLength['encoding'];
  @ApiProperty({ type: 'integer', description: 'Units of that encoding.' }) units!: number;
  @ApiProperty({ type: 'integer', description: 'Messages that it is cut into; each is charged.' }) segments!: number;
}

/** To the letter what a reminder says. */
export class ReminderPreview {
  @ApiProperty({ enum: reminderChannels }) channel!: ReminderChannel;
  @ApiProperty({ description: 'Of the words; where somebody is asked to call, that of whoever calls.' })
  language!: string;
  @ApiProperty({ description: 'Subject of the e-mail; empty for what has none.' }) subject!: string;
  @ApiProperty() text!: string;
  @ApiProperty({ type: TextLengthAnswer, nullable: true, description: 'Of a text message; null for what is none.' })
  length!: TextLengthAnswer | null;
}

/** Whether reminders go out. */
export class RemindersStatus {
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When all that is owed was last looked through.',
  })
  sweptAt!: string | null;
  @ApiProperty({ description: 'False when nothing has looked through what is owed for three minutes: no worker runs.' })
  running!: boolean;
  @ApiProperty({ type: 'integer', description: 'Reminders that should have been tried five minutes ago.' })
  late!: number;
}
