import { ApiProperty, ApiPropertyOptional, IntersectionType, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { recordAnswer } from '../../platform/database/records.js';
import { ReportAnswer, ReportQuery } from '../patterns.dto.js';
import type { Report } from '../report.js';
import { hiddenSymbol } from './public-report.js';
import { releasable } from './releasable-reports.service.js';
import { ReleaseFields } from './release.fields.js';
import { type ReleaseState, releaseStates } from './release.entity.js';

/** A row of a report. */
export class RowOfReport {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Key of the row; null for letters of which it is not known.',
  })
  @IsOptional()
  @IsString({ message: 'Write the key of a row.' })
  @MaxLength(100, { message: 'Write at most 100 characters.' })
  key!: string | null;
}

/** Which figures are to leave. */
export class PreviewRelease extends OmitType(ReportQuery, ['release', 'format'] as const) {
  @ApiProperty({ enum: [...releasable], description: 'Name of the report.' })
  @IsIn(releasable, { message: `Choose one of: ${releasable.join(', ')}.` })
  report!: string;

  @ApiPropertyOptional({
    type: RowOfReport,
    isArray: true,
    description:
      'Rows to show with their small figures: only with the consent public_story of everybody in them, and a second person.',
  })
  @IsOptional()
  @IsArray({ message: 'Give a list.' })
  @ArrayMaxSize(20, { message: 'List at most 20.' })
  @ValidateNested({ each: true })
  @Type(() => RowOfReport)
  shownSmall?: RowOfReport[];
}

export class PublishRelease extends IntersectionType(PreviewRelease, ReleaseFields) {}

export class HiddenCellAnswer {
  @ApiProperty({ type: 'integer', description: 'Row, from 0; -1 for the totals.' }) row!: number;
  @ApiProperty() column!: string;
  @ApiProperty({
    enum: ['small', 'complement', 'difference', 'derived'],
    description:
      'small: it counts few. complement: a small one could be worked out with it. difference: so could one with an earlier release. derived: it is made of hidden ones.',
  })
  why!: string;
}

/** What would leave, and for staff alone, what is hidden in it and why. */
export class ReleasePreview {
  @ApiProperty({ type: ReportAnswer, description: `Hidden cells are ${hiddenSymbol}.` }) report!: Report;
  @ApiProperty({ type: 'integer', description: 'Counts from 1 to one below this are hidden.' }) k!: number;
  @ApiProperty({ type: HiddenCellAnswer, isArray: true }) hidden!: HiddenCellAnswer[];
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description:
      'How far apart at least are the bounds that a reader can find for a hidden figure; null: none is bounded.',
  })
  narrowest!: number | null;
}

class FilterAnswer {
  @ApiProperty() name!: string;
  @ApiProperty() value!: string;
  @ApiProperty() label!: string;
  @ApiPropertyOptional({ description: 'The value in words; absent of releases before these were kept.' }) said?: string;
}

/** A line of the ledger of releases. */
export class ReleaseAnswer extends recordAnswer(ReleaseFields) {
  @ApiProperty() report!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: FilterAnswer, isArray: true }) filters!: FilterAnswer[];
  @ApiProperty({ type: String, nullable: true }) groupBy!: string | null;
  @ApiProperty({ type: 'integer' }) k!: number;
  @ApiProperty({ description: 'SHA-256 of the very bytes that left, in hex.' }) sha256!: string;
  @ApiProperty({ type: 'integer', description: 'Counts that are hidden.' }) hiddenCells!: number;
  @ApiProperty({ type: 'integer', nullable: true }) narrowest!: number | null;
  @ApiProperty({ type: RowOfReport, isArray: true, description: 'Rows of which it shows small figures, with consent.' })
  shownSmall!: RowOfReport[];
  @ApiProperty({ enum: releaseStates, description: 'proposed: waits for a second person.' }) state!: ReleaseState;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) publishedAt!: Date | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) approvedBy!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Who released or proposed it.' }) byName!: string | null;
  @ApiProperty({ type: String, nullable: true }) approvedByName!: string | null;
}
