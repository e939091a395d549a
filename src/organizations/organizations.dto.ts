import { PartialType } from '@nestjs/swagger';
import { recordAnswer } from '../platform/database/records.js';
import { OrganizationFields } from './organization.entity.js';

export class ChangeOrganization extends PartialType(OrganizationFields, { skipNullProperties: false }) {}

export class OrganizationAnswer extends recordAnswer(OrganizationFields) {}
