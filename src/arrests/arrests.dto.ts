import { ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Warning } from '../clients/clients.dto.js';
import { caseRecordAnswer } from '../platform/database/records.js';
import { ArrestFields } from './arrest.fields.js';

export class CreateArrest extends ArrestFields {}

export class ChangeArrest extends PartialType(ArrestFields, { skipNullProperties: false }) {}

export class ArrestAnswer extends caseRecordAnswer(ArrestFields) {
  @ApiPropertyOptional({ type: Warning, isArray: true }) warnings?: Warning[];
}
