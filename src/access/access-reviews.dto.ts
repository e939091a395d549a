import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { type Look, lookWays } from '../audit/events.js';
import { recordAnswer, UnreadableFields } from '../platform/database/records.js';
import { Text } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import { type AccessReviewState, accessReviewStates } from './access-review.entity.js';
import { AccessReviewFields } from './access-review.fields.js';

export class AccessReviewsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: accessReviewStates })
  @IsOptional()
  @IsIn(accessReviewStates, { message: `Choose one of: ${accessReviewStates.join(', ')}.` })
  state?: AccessReviewState;
}

export class ConfirmAccess extends AccessReviewFields {}

export class QuestionAccess {
  @Text({
    max: 1000,
    required: true,
    stored: false,
    sealed: true,
    purpose: 'Says what is doubtful about a look into your file.',
    keeps: 'case',
  })
  note!: string;
}

/** A look into a case file, for a supervisor to judge. */
export class AccessReviewAnswer extends recordAnswer(PickType(AccessReviewFields, ['note'])) {
  @ApiProperty({ format: 'date', description: 'Monday of the week that it was drawn from.' }) week!: string;
  @ApiProperty({ format: 'uuid' }) clientId!: string;
  @ApiProperty({ description: 'Code of the case file.' }) code!: string;
  @ApiProperty({ format: 'uuid', description: 'Who looked.' }) userId!: string;
  @ApiProperty({ type: String, nullable: true }) userName!: string | null;
  @ApiProperty() role!: string;
  @ApiProperty() event!: string;
  @ApiProperty({ enum: lookWays, enumName: 'LookWay' }) way!: Look;
  @ApiProperty({ format: 'date-time' }) lookedAt!: string;
  @ApiProperty({ enum: accessReviewStates }) state!: AccessReviewState;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) reviewedAt!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) reviewedBy!: string | null;
  @UnreadableFields() unreadable?: string[];
}
