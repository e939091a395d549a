import { ApiProperty, PartialType } from '@nestjs/swagger';
import { caseRecordAnswer } from '../platform/database/records.js';
import { AccompanimentFields } from './accompaniment.fields.js';

export class CreateAccompaniment extends AccompanimentFields {}

export class ChangeAccompaniment extends PartialType(AccompanimentFields, { skipNullProperties: false }) {}

export class AccompanimentAnswer extends caseRecordAnswer(AccompanimentFields) {
  @ApiProperty({ format: 'uuid' }) appointmentId!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Name of the user who comes along.' }) userName!:
    string | null;
}
