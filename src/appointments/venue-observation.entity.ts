import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Place } from '../places/place.entity.js';
import { organizationRecord } from '../platform/database/records.js';
import { VenueObservationFields } from './venue-observation.fields.js';

/** Belongs to no client: it holds no personal data at all. */
@Entity('venue_observations')
@Unique(['organizationId', 'id'])
@ForeignKey(() => Place, ['organizationId', 'placeId'], ['organizationId', 'id'])
@Index(['organizationId', 'observedOn'])
@Index(['organizationId', 'placeId', 'observedOn'])
export class VenueObservation extends organizationRecord(VenueObservationFields) {}
