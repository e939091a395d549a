import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Facility } from '../places/facility.entity.js';
import { caseRecord } from '../platform/database/records.js';
import { CustodyEventFields } from './custody-event.fields.js';

@Entity('custody_events')
@Unique(['organizationId', 'id'])
@ForeignKey(() => Facility, ['organizationId', 'facilityId'], ['organizationId', 'id'])
@Index(['organizationId', 'at'])
@Index(['organizationId', 'clientId', 'at'])
@Index(['organizationId', 'facilityId'], { where: 'facility_id IS NOT NULL' })
export class CustodyEvent extends caseRecord(CustodyEventFields) {}
