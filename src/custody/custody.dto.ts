import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Warning } from '../clients/clients.dto.js';
import { caseRecordAnswer } from '../platform/database/records.js';
import { CustodyEventFields } from './custody-event.fields.js';

/** Without a state it is that of the facility. */
export class CreateCustodyEvent extends CustodyEventFields {}

export class ChangeCustodyEvent extends PartialType(CustodyEventFields, { skipNullProperties: false }) {}

export class CustodyEventAnswer extends caseRecordAnswer(CustodyEventFields) {
  @ApiProperty({ type: String, nullable: true })
  facilityName!: string | null;

  @ApiPropertyOptional({ type: Warning, isArray: true }) warnings?: Warning[];
}
