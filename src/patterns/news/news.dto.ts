import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsNumber, IsOptional, Max, Min } from 'class-validator';
import { recordAnswer } from '../../platform/database/records.js';
import { Text } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { earsMethods } from '../statistics/ears.js';
import { lookedAtBy, usualOptions } from './judge.js';
import { PatternAlertFields } from './pattern-alert.entity.js';

const isTrue = ({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value);

export class NewsQuery {
  @ApiPropertyOptional({
    type: Number,
    minimum: 0.0001,
    maximum: 0.5,
    default: usualOptions.alpha,
    description: 'How often a bound may be exceeded by chance; smaller is stricter.',
  })
  @Type(() => Number)
  @IsOptional()
  @IsNumber({}, { message: 'Write a number from 0.0001 to 0.5.' })
  @Min(0.0001, { message: 'Write a number from 0.0001 to 0.5.' })
  @Max(0.5, { message: 'Write a number from 0.0001 to 0.5.' })
  alpha: number = usualOptions.alpha;

  @ApiPropertyOptional({
    type: Number,
    minimum: 0,
    maximum: 10,
    default: usualOptions.minSigma,
    description: 'The least standard deviation, so that after equal weeks one letter more is nothing yet.',
  })
  @Type(() => Number)
  @IsOptional()
  @IsNumber({}, { message: 'Write a number from 0 to 10.' })
  @Min(0, { message: 'Write a number from 0 to 10.' })
  @Max(10, { message: 'Write a number from 0 to 10.' })
  minSigma: number = usualOptions.minSigma;

  @ApiPropertyOptional({ type: 'boolean', default: false, description: 'true: also what is within its bounds.' })
  @Transform(isTrue)
  @IsOptional()
  @IsBoolean({ message: 'Say true or false.' })
  all: boolean = false;
}

const bound = { type: Number, nullable: true } as const;

/** Letters of one kind this week, and what the weeks before would explain. */
export class NewsItem {
  @ApiProperty({ enum: lookedAtBy }) by!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Value or id; null for all letters.' }) key!: string | null;
  @ApiProperty({ description: 'What it is, in a sentence.' }) text!: string;
  @ApiProperty({ type: 'integer', description: 'Letters this week.' }) n!: number;
  @ApiProperty({ type: 'integer', isArray: true, description: 'Letters of the weeks before, oldest first.' })
  past!: number[];
  @ApiProperty(bound) c1!: number | null;
  @ApiProperty(bound) c2!: number | null;
  @ApiProperty(bound) c3!: number | null;
  @ApiProperty({ enum: earsMethods, isArray: true, description: 'Whose bound is exceeded.' }) above!: string[];
  @ApiProperty({ ...bound, description: 'How likely by chance, of this series alone.' }) chance!: number | null;
  @ApiProperty({ ...bound, description: 'The same, given how many were looked at.' }) adjustedChance!: number | null;
  @ApiProperty({ description: 'Whether supervisors are told.' }) isNew!: boolean;
}

export class NewsAnswer {
  @ApiProperty({ format: 'date', description: 'Monday of the week in question.' }) week!: string;
  @ApiProperty() alpha!: number;
  @ApiProperty() minSigma!: number;
  @ApiProperty({ type: 'integer', description: 'How many series were looked at.' }) series!: number;
  @ApiProperty({ description: 'How many of them would exceed the bound of one method by chance alone, at least.' })
  expectedByChance!: number;
  @ApiProperty({ type: NewsItem, isArray: true, description: 'The least likely first.' }) items!: NewsItem[];
}

export class AlertsQuery extends PageQuery {
  @ApiPropertyOptional({ type: 'boolean', description: 'true: only what nobody has acknowledged yet.' })
  @Transform(isTrue)
  @IsOptional()
  @IsBoolean({ message: 'Say true or false.' })
  open?: boolean;
}

export class AcknowledgeAlert {
  @Text({
    max: 1000,
    required: true,
    stored: false,
    purpose: 'Says what the office made of something new in its figures; nothing about any person.',
    keeps: 'administration',
  })
  note!: string;
}

/** An alert that explains itself. */
export class PatternAlertAnswer extends recordAnswer(PatternAlertFields) {
  @ApiProperty({ format: 'date' }) week!: string;
  @ApiProperty({ enum: lookedAtBy }) by!: string;
  @ApiProperty() key!: string;
  @ApiProperty({ example: '7 letters naming 26 Federal Plaza in the week of 2018-03-05, bound 3.3' }) text!: string;
  @ApiProperty({ type: 'integer' }) n!: number;
  @ApiProperty({ type: 'integer', isArray: true }) past!: number[];
  @ApiProperty() bound!: number;
  @ApiProperty({ enum: earsMethods }) method!: string;
  @ApiProperty() adjustedChance!: number;
  @ApiProperty({ type: 'integer', description: 'How many series were looked at.' }) series!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) acknowledgedAt!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) acknowledgedBy!: string | null;
}
