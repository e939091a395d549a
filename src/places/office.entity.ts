import { Entity, Index, Unique } from 'typeorm';
import { organizationRecord } from '../platform/database/records.js';
import { OfficeFields } from './office.fields.js';

@Entity('offices')
@Unique(['organizationId', 'id'])
@Index(['organizationId', 'referenceKey'], { unique: true, where: 'reference_key IS NOT NULL' })
@Index(['organizationId', 'name'])
export class Office extends organizationRecord(OfficeFields) {}
