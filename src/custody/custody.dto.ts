import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Warning } from '../clients/clients.dto.js';
import { caseRecordAnswer } from '../platform/database/records.js';
import { CustodyEventFields } from './custody-event.fields.js';

/** Without a state it is that of the facility. */
export class CreateCustodyEvent extends CustodyEventFields {}

export class ChangeCustodyEvent extends PartialType(CustodyEventFields, { skipNullProperties: false }) {}

/** What is known of a detention already, to be checked by a person before it is written down. */
export class CustodyDraft {
  @ApiProperty({ format: 'uuid' }) clientId!: string;
  @ApiProperty({ type: CreateCustodyEvent, description: 'Goes into POST /api/clients/:clientId/custody-events.' })
  event!: CreateCustodyEvent;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'uuid',
    description: 'The event, if it is written down already.',
  })
  recordedId!: string | null;
}

export class CustodyEventAnswer extends caseRecordAnswer(CustodyEventFields) {
  @ApiProperty({ type: String, nullable: true })
  facilityName!: string | null;

  @ApiPropertyOptional({ type: Warning, isArray: true }) warnings?: Warning[];
}
