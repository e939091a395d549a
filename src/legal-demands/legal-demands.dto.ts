import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { recordAnswer, UnreadableFields } from '../platform/database/records.js';
import { IsDay } from '../platform/http/day-or-instant.js';
import { References } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import { LegalHoldFields } from '../retention/retention.fields.js';
import { demandResponses, type DemandResponse, LegalDemandFields } from './legal-demand.fields.js';

export class CreateLegalDemand extends LegalDemandFields {}

export class ChangeLegalDemand extends PartialType(LegalDemandFields, { skipNullProperties: false }) {}

export class LegalDemandsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: demandResponses })
  @IsOptional()
  @IsIn(demandResponses, { message: `Choose one of: ${demandResponses.join(', ')}.` })
  response?: DemandResponse;

  @ApiPropertyOptional({ format: 'date', description: 'Those that must be answered by this day.' })
  @IsOptional()
  @IsDay()
  dueBy?: string;
}

/** Holds on all case files that a demand asks for. */
export class PlaceHolds extends LegalHoldFields {
  @References({
    required: true,
    stored: false,
    max: 100,
    purpose: 'Says which case files must not be destroyed.',
    keeps: 'administration',
  })
  clientIds!: string[];
}

export class LegalDemandAnswer extends recordAnswer(LegalDemandFields) {
  @ApiProperty({ type: 'integer', description: 'How many legal holds were placed for it on files that still exist.' })
  holdsPlaced!: number;

  @ApiProperty({ type: 'integer', description: 'How many of them stand.' })
  holdsStanding!: number;

  @ApiProperty({ description: 'Whether its time is over and nothing was answered.' })
  overdue!: boolean;

  @UnreadableFields()
  unreadable?: string[];
}
