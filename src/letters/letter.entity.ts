import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { FingerprintEvent } from '../fingerprints/fingerprint-event.entity.js';
import { Office } from '../places/office.entity.js';
import { Place } from '../places/place.entity.js';
import { caseRecord } from '../platform/database/records.js';
import { LetterFileFields } from './letter.fields.js';

@Entity('letters')
@Unique(['organizationId', 'id'])
@ForeignKey(() => FingerprintEvent, ['organizationId', 'fingerprintEventId'], ['organizationId', 'id'])
@ForeignKey(() => Office, ['organizationId', 'issuingOfficeId'], ['organizationId', 'id'])
@ForeignKey(() => Place, ['organizationId', 'reportingPlaceId'], ['organizationId', 'id'])
@Index(['organizationId', 'receivedOn'])
@Index(['organizationId', 'fingerprintEventId'], { where: 'fingerprint_event_id IS NOT NULL' })
@Index(['organizationId', 'issuingOfficeId'], { where: 'issuing_office_id IS NOT NULL' })
@Index(['organizationId', 'reportingPlaceId'], { where: 'reporting_place_id IS NOT NULL' })
export class Letter extends caseRecord(LetterFileFields) {}
