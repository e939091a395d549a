import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Warning } from '../clients/clients.dto.js';
import { caseRecordAnswer } from '../platform/database/records.js';
import { LetterFields, LetterFileFields } from './letter.fields.js';

/** Without `fingerprintEventId` the system proposes the latest print before the letter; null asks it not to. */
export class CreateLetter extends LetterFields {}

export class ChangeLetter extends PartialType(LetterFields, { skipNullProperties: false }) {}

export class LetterAnswer extends caseRecordAnswer(LetterFileFields) {
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Days from the print to the date of the letter, else to its postmark, else to its arrival.',
  })
  lagDays!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Days from the arrival of the letter to the date to report, by the calendar of the place.',
  })
  noticeDays!: number | null;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'When the fingerprints that the letter seems to follow were taken.',
  })
  triggerTakenOn!: string | null;

  @ApiProperty({ description: 'The print is a proposal of the system, which a person has yet to confirm.' })
  triggerProposed!: boolean;

  @ApiProperty({ type: String, nullable: true })
  issuingOfficeName!: string | null;

  @ApiProperty({ type: String, nullable: true })
  reportingPlaceName!: string | null;

  @ApiPropertyOptional({ type: Warning, isArray: true }) warnings?: Warning[];
}
