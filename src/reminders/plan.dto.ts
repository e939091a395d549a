import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  Matches,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { type ChannelName, channelNames } from '../platform/channels/channels.js';
import { type Audience, audiences, type PlannedKind, plannedKinds, type Rule } from './plan.js';
import { type ReminderChannel, reminderChannels } from './reminder.values.js';
import { TextLengthAnswer } from './reminders.dto.js';
import { type Direction, isOffset } from './schedule.js';
import { type WordingLanguage, wordingLanguages } from './words/languages.js';

const wallTime = /^([01]\d|2[0-3]):[0-5]\d$/;
const wallTimeMessage = 'Write a time of day such as 18:00.';

const IsOffsets = () =>
  ValidateBy(
    {
      name: 'isOffset',
      validator: {
        validate: isOffset,
        defaultMessage: () =>
          'Write offsets such as P7D (days, at most 366) or PT2H (hours or minutes, at most a week).',
      },
    },
    { each: true },
  );

/** When nobody is written to. */
export class QuietHoursBody {
  @ApiProperty({ pattern: wallTime.source, example: '21:00', description: 'First quiet minute.' })
  @Matches(wallTime, { message: wallTimeMessage })
  from!: string;

  @ApiProperty({ pattern: wallTime.source, example: '08:00', description: 'First minute that is not quiet.' })
  @Matches(wallTime, { message: wallTimeMessage })
  to!: string;
}

export class RuleBody implements Rule {
  @ApiProperty({ enum: plannedKinds })
  @IsIn(plannedKinds, { message: `Choose one of: ${plannedKinds.join(', ')}.` })
  kind!: PlannedKind;

  @ApiProperty({
    enum: audiences,
    description:
      'companions: users who come along. staff: who answers for the case. supervisors: all who may see it. emergency_callers: who answers for the case, asked to call the emergency contacts.',
  })
  @IsIn(audiences, { message: `Choose one of: ${audiences.join(', ')}.` })
  to!: Audience;

  @ApiProperty({
    type: String,
    isArray: true,
    example: ['P7D', 'PT2H'],
    description: 'ISO 8601; before or after, as the kind says.',
  })
  @IsArray({ message: 'Give a list.' })
  @ArrayMinSize(1, { message: 'Give at least one offset, or leave the rule out.' })
  @ArrayMaxSize(10, { message: 'The list is too long.' })
  @ArrayUnique({ message: 'Name each offset once.' })
  @IsOffsets()
  offsets!: string[];

  @ApiProperty({
    pattern: wallTime.source,
    example: '18:00',
    description: 'Time of day of offsets in days, where the appointment is.',
  })
  @Matches(wallTime, { message: wallTimeMessage })
  at!: string;

  @ApiProperty({
    enum: reminderChannels,
    isArray: true,
    description: 'In order; the first that reaches the person is used.',
  })
  @IsArray({ message: 'Give a list.' })
  @ArrayMinSize(1, { message: 'Give at least one channel.' })
  @ArrayMaxSize(reminderChannels.length, { message: 'The list is too long.' })
  @ArrayUnique({ message: 'Name each channel once.' })
  @IsIn(reminderChannels, { each: true, message: `Choose from: ${reminderChannels.join(', ')}.` })
  channels!: ReminderChannel[];
}

export class PutPlan {
  @ApiPropertyOptional({ type: QuietHoursBody, nullable: true, description: 'Null: no hour is quiet.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuietHoursBody)
  quietHours?: QuietHoursBody | null;

  @ApiProperty({ type: RuleBody, isArray: true })
  @IsArray({ message: 'Give a list.' })
  @ArrayMaxSize(20, { message: 'The list is too long.' })
  @ValidateNested({ each: true })
  @Type(() => RuleBody)
  rules!: RuleBody[];
}

export class DriverAnswer {
  @ApiProperty({ enum: channelNames }) name!: ChannelName;
  @ApiProperty({ description: 'Who delivers: smtp, in_app, or log.' }) driver!: string;
  @ApiProperty({ description: 'True where messages are only logged as "would send".' }) standIn!: boolean;
}

/** By which channels these people can be reached. */
export class AudienceAnswer {
  @ApiProperty({ enum: audiences }) to!: Audience;
  @ApiProperty({ enum: reminderChannels, isArray: true }) channels!: readonly ReminderChannel[];
}

export class PlannedKindAnswer {
  @ApiProperty({ enum: plannedKinds }) kind!: PlannedKind;
  @ApiProperty({ enum: ['before', 'after'], description: 'On which side of its date it reminds.' })
  direction!: Direction;
}

export class PlanAnswer {
  @ApiProperty({
    type: 'integer',
    description: 'Goes into If-Match of the next change; 0 is the plan that nobody changed yet.',
  })
  version!: number;
  @ApiProperty({ description: 'Whether this is the plan that comes with the program.' }) usual!: boolean;
  @ApiProperty({ type: QuietHoursBody, nullable: true }) quietHours!: QuietHoursBody | null;
  @ApiProperty({ type: RuleBody, isArray: true }) rules!: RuleBody[];
  @ApiProperty({ type: DriverAnswer, isArray: true }) drivers!: DriverAnswer[];
  @ApiProperty({ type: PlannedKindAnswer, isArray: true }) kinds!: PlannedKindAnswer[];
  @ApiProperty({ type: AudienceAnswer, isArray: true }) audiences!: AudienceAnswer[];
}

/** Of which rule of a plan the words are asked for. */
export class PlanWordsQuery {
  @ApiProperty({ enum: plannedKinds })
  @IsIn(plannedKinds, { message: `Choose one of: ${plannedKinds.join(', ')}.` })
  kind!: PlannedKind;

  @ApiProperty({ enum: audiences })
  @IsIn(audiences, { message: `Choose one of: ${audiences.join(', ')}.` })
  to!: Audience;

  @ApiPropertyOptional({ enum: wordingLanguages, description: 'English unless said; staff have English and Spanish.' })
  @IsOptional()
  @IsIn(wordingLanguages, { message: `Choose one of: ${wordingLanguages.join(', ')}.` })
  language?: WordingLanguage;
}

export class PlanWording {
  @ApiProperty({ enum: reminderChannels }) channel!: ReminderChannel;
  @ApiProperty({
    enum: ['early', 'soon'],
    nullable: true,
    description: 'soon: from one day before on; null where there is one wording for all times.',
  })
  message!: 'early' | 'soon' | null;
  @ApiProperty({ description: 'Of the words; where somebody is asked to call, that of whoever asks here.' })
  language!: string;
  @ApiProperty({ description: 'Subject of the e-mail; empty for what has none.' }) subject!: string;
  @ApiProperty() text!: string;
  @ApiProperty({ type: TextLengthAnswer, nullable: true, description: 'Of a text message; null for what is none.' })
  length!: TextLengthAnswer | null;
}

/** What people are told by a rule, to the letter. */
export class PlanWords {
  @ApiProperty({ enum: wordingLanguages }) language!: WordingLanguage;
  @ApiProperty({ type: PlanWording, isArray: true }) items!: PlanWording[];
}
