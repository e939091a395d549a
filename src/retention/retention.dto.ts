import { ApiProperty, ApiPropertyOptional, IntersectionType, OmitType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { RetentionPolicyFields } from '../clients/retention-policy.fields.js';
import {
  closingReasons,
  type ClosingReason,
  type FileRetentionClass,
  retentionClasses,
} from '../clients/client.values.js';
import { caseRecordAnswer, recordAnswer } from '../platform/database/records.js';
import { IsDay } from '../platform/http/day-or-instant.js';
import { Reference } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import { type CertificateLanguage, certificateLanguages } from './certificate.texts.js';
import { type PurgeBasis, purgeBases, type PurgeState, purgeStates } from './purge.entity.js';
import { LegalHoldFields, PurgeFields, RetentionReviewFields } from './retention.fields.js';

const ToBoolean = () =>
  Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value) as unknown);

export class PutRetentionPolicy extends RetentionPolicyFields {}

/** The policy in force; version 0 stands for the usual periods. */
export class RetentionPolicyAnswer extends RetentionPolicyFields {
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Since when files are purged by themselves; the days are counted from then at the earliest.',
  })
  purgesSince!: string | null;
}

export class ReviewsQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'date', description: 'Reviews that are due by this day; today unless said.' })
  @IsOptional()
  @IsDay()
  until?: string;
}

/** A closed case file of which somebody has to decide whether it is still needed. */
export class DueReview {
  @ApiProperty({ format: 'uuid' }) clientId!: string;
  @ApiProperty() code!: string;
  @ApiProperty({ enum: closingReasons, nullable: true }) closingReason!: ClosingReason | null;
  @ApiProperty({ enum: retentionClasses }) retentionClass!: FileRetentionClass;
  @ApiProperty({ type: String, format: 'date', nullable: true }) reviewOn!: string | null;
  @ApiProperty() legalHold!: boolean;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) assignedAttorneyId!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'A proposal that waits for agreement.' })
  purgeId!: string | null;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'When the policy purges the file if nobody decides; null: never.',
  })
  purgesOn!: string | null;
}

export class KeepFile extends RetentionReviewFields {}

export class RetentionReviewAnswer extends caseRecordAnswer(RetentionReviewFields) {}

export const purgeBlocks = ['open', 'legal_hold', 'appointment_ahead', 'words_at_provider'] as const;
export type PurgeBlock = (typeof purgeBlocks)[number];

/** How one case file stands: what was decided, and what forbids to purge it now. */
export class RetentionAnswer {
  @ApiProperty({ format: 'uuid' }) clientId!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) reviewOn!: string | null;
  @ApiProperty({ enum: purgeBlocks, isArray: true, description: 'What forbids to purge it now; empty: nothing.' })
  blocks!: PurgeBlock[];
  @ApiProperty({ type: String, format: 'date', nullable: true }) purgesOn!: string | null;
  @ApiProperty({ type: RetentionReviewAnswer, isArray: true, description: 'The newest first.' })
  decisions!: RetentionReviewAnswer[];
}

class NamesFile {
  @Reference({ required: true, stored: false, purpose: 'Says which case file.', keeps: 'administration' })
  clientId!: string;
}

export class ProposePurge extends IntersectionType(NamesFile, OmitType(PurgeFields, [])) {}

export class PurgesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: purgeStates })
  @IsOptional()
  @IsIn(purgeStates, { message: `Choose one of: ${purgeStates.join(', ')}.` })
  state?: PurgeState;
}

export class CertificateQuery {
  @ApiPropertyOptional({ enum: certificateLanguages, default: 'en' })
  @IsOptional()
  @IsIn(certificateLanguages, { message: `Choose one of: ${certificateLanguages.join(', ')}.` })
  language: CertificateLanguage = 'en';
}

class DestroyedAnswer {
  @ApiProperty({ description: 'Name of the table, such as letters.' }) recordType!: string;
  @ApiProperty({ type: 'integer' }) count!: number;
}

/** A proposal to purge a case file, or the certificate that it was done. */
export class PurgeAnswer extends recordAnswer(PurgeFields) {
  @ApiProperty({ format: 'uuid', description: 'The id that the case file has, or had; the audit knows it by that.' })
  caseId!: string;
  @ApiProperty({ type: String, nullable: true, description: 'The code, while the case file exists.' })
  code!: string | null;
  @ApiProperty({ enum: purgeStates }) state!: PurgeState;
  @ApiProperty({ enum: purgeBases, nullable: true }) basis!: PurgeBasis | null;
  @ApiProperty({ type: String, nullable: true, description: 'Who proposed it; null: the policy.' })
  byName!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) approvedBy!: string | null;
  @ApiProperty({ type: String, nullable: true }) approvedByName!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) purgedAt!: string | null;
  @ApiProperty({ type: DestroyedAnswer, isArray: true, nullable: true, description: 'What was destroyed, keys first.' })
  destroyed!: DestroyedAnswer[] | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Rows of figures that stay, without a way back.' })
  ledgerRows!: number | null;
}

export class PlaceHold extends IntersectionType(NamesFile, LegalHoldFields) {}

export class HoldsQuery extends PageQuery {
  @ApiPropertyOptional({ type: 'boolean', description: 'true: those that stand; false: those that were lifted.' })
  @ToBoolean()
  @IsOptional()
  @IsBoolean({ message: 'Say true or false.' })
  open?: boolean;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID('all', { message: 'Give the id (a UUID) of a case file.' })
  clientId?: string;
}

export class LegalHoldAnswer extends caseRecordAnswer(LegalHoldFields) {
  @ApiProperty() code!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) legalDemandId!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) liftedAt!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) liftedBy!: string | null;
}
