import { ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Warning } from '../clients/clients.dto.js';
import { caseRecordAnswer } from '../platform/database/records.js';
import { FingerprintEventFields } from './fingerprint-event.fields.js';

export class CreateFingerprintEvent extends FingerprintEventFields {}

export class ChangeFingerprintEvent extends PartialType(FingerprintEventFields, { skipNullProperties: false }) {}

export class FingerprintEventAnswer extends caseRecordAnswer(FingerprintEventFields) {
  @ApiPropertyOptional({ type: Warning, isArray: true }) warnings?: Warning[];
}
