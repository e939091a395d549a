import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';
import { recordAnswer, UnreadableFields } from '../platform/database/records.js';
import { Choice } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import {
  BreakGlassFields,
  BreakGlassFileFields,
  type BreakGlassFinding,
  breakGlassFindings,
} from './break-glass.fields.js';

export class BreakGlass extends BreakGlassFields {}

export class ReviewBreakGlass {
  @Choice(breakGlassFindings, {
    required: true,
    stored: false,
    purpose: 'Says whether opening the file was right.',
    keeps: 'administration',
  })
  finding!: BreakGlassFinding;
}

export class BreakGlassQuery extends PageQuery {
  @ApiPropertyOptional({ type: 'boolean', description: 'false: only what nobody has looked into yet.' })
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value) as unknown)
  @IsOptional()
  @IsBoolean({ message: 'Say true or false.' })
  reviewed?: boolean;
}

/** Who broke the glass of which case, when, why and what came of it. */
export class BreakGlassAnswer extends recordAnswer(PickType(BreakGlassFileFields, ['purpose', 'finding'] as const)) {
  @UnreadableFields() unreadable?: string[];
  @ApiPropertyOptional({ description: 'For whoever wrote it and for supervisors.' }) reason?: string;
  @ApiProperty({ format: 'uuid' }) clientId!: string;
  @ApiProperty({ description: 'Code of the case file.' }) code!: string;
  @ApiProperty({ format: 'uuid' }) userId!: string;
  @ApiProperty() userName!: string;
  @ApiProperty({ format: 'date-time', description: 'Until when the file is open to this user.' }) expiresAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endedAt!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) endedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) reviewedAt!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) reviewedBy!: string | null;
}
