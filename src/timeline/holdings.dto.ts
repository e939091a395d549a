import { ApiProperty } from '@nestjs/swagger';
import type { RetentionClass } from '../platform/http/field-catalogue.js';

export const retentionClassesOfFields = [
  'identity',
  'case',
  'ledger',
  'administration',
] as const satisfies RetentionClass[];

export class HeldRecords {
  @ApiProperty({ description: 'Name of the table, such as letters.' }) recordType!: string;
  @ApiProperty({ type: 'integer' }) count!: number;
}

/** A field that is filled in somewhere in the case file; never its value. */
export class HeldField {
  @ApiProperty() recordType!: string;
  @ApiProperty() field!: string;
  @ApiProperty({ description: 'Why it is collected.' }) purpose!: string;
  @ApiProperty({ description: 'Whether it is encrypted under a key of this person.' }) sealed!: boolean;
  @ApiProperty({ type: 'integer', description: 'In how many records it is filled in.' }) filled!: number;
}

export class HeldClass {
  @ApiProperty({ enum: retentionClassesOfFields, description: 'What becomes of the values in the end.' })
  retentionClass!: RetentionClass;

  @ApiProperty({ type: HeldField, isArray: true })
  fields!: HeldField[];
}

/** What is held about one person, without any of it. */
export class HoldingsAnswer {
  @ApiProperty({ format: 'uuid' }) clientId!: string;
  @ApiProperty() code!: string;

  @ApiProperty({
    type: HeldRecords,
    isArray: true,
    description: 'Every kind of record of which there is at least one.',
  })
  records!: HeldRecords[];

  @ApiProperty({ type: HeldClass, isArray: true })
  fields!: HeldClass[];

  @ApiProperty({ type: 'integer', description: 'Data keys; once they are destroyed, nothing sealed can be read.' })
  keys!: number;
  @ApiProperty({ type: 'integer', description: 'Keyed hashes by which the person can be found.' })
  searchTokens!: number;
  @ApiProperty({ type: 'integer', description: 'Lines of the audit about this case file.' }) auditLines!: number;
}
