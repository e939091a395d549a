import { Entity, Index, Unique } from 'typeorm';
import { organizationRecord } from '../platform/database/records.js';
import { FacilityFields } from './facility.fields.js';

@Entity('facilities')
@Unique(['organizationId', 'id'])
@Index(['organizationId', 'referenceKey'], { unique: true, where: 'reference_key IS NOT NULL' })
@Index(['organizationId', 'name'])
export class Facility extends organizationRecord(FacilityFields) {}
