import { Entity, Index, Unique } from 'typeorm';
import { organizationRecord } from '../platform/database/records.js';
import { PlaceFields } from './place.fields.js';

/** Every organisation has its own copy of the reference places, made with it, and adds its own. */
@Entity('places')
@Unique(['organizationId', 'id'])
@Index(['organizationId', 'referenceKey'], { unique: true, where: 'reference_key IS NOT NULL' })
@Index(['organizationId', 'name'])
export class Place extends organizationRecord(PlaceFields) {}
