import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { datePrecisions, type DatePrecision } from '../platform/http/fields.js';

export const timelineKinds = [
  'file_opened',
  'consent_given',
  'consent_withdrawn',
  'arrest',
  'fingerprint',
  'disposition',
  'letter_dated',
  'letter_postmarked',
  'letter_received',
  'advised',
  'letter_report',
  'court_date',
  'appointment',
  'outcome',
  'custody',
  'plan_reviewed',
  'file_closed',
  'file_reopened',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

export const timelineRecords = [
  'client',
  'arrest',
  'fingerprint_event',
  'letter',
  'appointment',
  'custody_event',
] as const;
export type TimelineRecord = (typeof timelineRecords)[number];

export type TimelineDetails = Record<string, string | number | boolean | string[]>;

/** One dated fact of a case file. */
export class TimelineItem {
  @ApiProperty({
    description: 'A calendar date, or an instant in UTC where the hour is known; then with its zone.',
    example: '2018-02-14',
  })
  at!: string;

  @ApiProperty({ format: 'date', description: 'The calendar date on the wall of the place.' })
  on!: string;

  @ApiPropertyOptional({ description: 'IANA zone of an instant.' })
  zone?: string;

  @ApiPropertyOptional({
    enum: datePrecisions,
    description: 'How exactly a date is known; left out where it is exact.',
  })
  precision?: DatePrecision;

  @ApiProperty({ enum: timelineKinds })
  kind!: TimelineKind;

  @ApiProperty({ enum: timelineRecords })
  recordType!: TimelineRecord;

  @ApiProperty({ format: 'uuid' })
  recordId!: string;

  @ApiProperty({ description: 'What happened, in plain words.' })
  title!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Small facts of the record under their field names; nothing that is sealed.',
  })
  details!: TimelineDetails;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Whole days since the fact before; null on the first.' })
  daysSincePrevious!: number | null;
}

export class TimelineStep {
  @ApiProperty({ enum: ['fingerprint', 'letter', 'appointment', 'outcome'] })
  kind!: 'fingerprint' | 'letter' | 'appointment' | 'outcome';

  @ApiProperty({ enum: timelineRecords })
  recordType!: TimelineRecord;

  @ApiProperty({ format: 'uuid' })
  recordId!: string;

  @ApiProperty({ format: 'date' })
  on!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Whole days since the step before; null on the first.' })
  daysSincePrevious!: number | null;
}

/** A way from fingerprints over a letter to an appointment and what came of it, as far as it is known. */
export class TimelinePath {
  @ApiProperty({ type: 'integer', nullable: true, description: 'Days from the print to the letter.' })
  lagDays!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Days from the arrival of the letter to the day to come.',
  })
  noticeDays!: number | null;

  @ApiProperty({ type: 'integer', description: 'Days from the first step to the last.' })
  totalDays!: number;

  @ApiProperty({ type: TimelineStep, isArray: true })
  steps!: TimelineStep[];
}

export class TimelineAnswer {
  @ApiProperty({ type: TimelineItem, isArray: true, description: 'Every dated fact of the case file, oldest first.' })
  items!: TimelineItem[];

  @ApiProperty({
    type: TimelinePath,
    isArray: true,
    description: 'What led to what: one path per letter and appointment that follows from it.',
  })
  chain!: TimelinePath[];
}
