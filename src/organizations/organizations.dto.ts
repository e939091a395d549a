import { ApiProperty, PartialType } from '@nestjs/swagger';
import { recordAnswer } from '../platform/database/records.js';
import { OrganizationFields } from './organization.entity.js';

export class ChangeOrganization extends PartialType(OrganizationFields, { skipNullProperties: false }) {}

export class OrganizationAnswer extends recordAnswer(OrganizationFields) {
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when only administrators can sign in; null unless the organisation is locked down.',
  })
  lockedDownAt!: Date | null;
}
