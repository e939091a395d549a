import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Arrest } from '../arrests/arrest.entity.js';
import { caseRecord } from '../platform/database/records.js';
import { FingerprintEventFields } from './fingerprint-event.fields.js';

/** Fingerprints taken for whatever reason; an arrest is only one. */
@Entity('fingerprint_events')
@Unique(['organizationId', 'id'])
@ForeignKey(() => Arrest, ['organizationId', 'arrestId'], ['organizationId', 'id'])
@Index(['organizationId', 'clientId', 'takenOn'])
@Index(['organizationId', 'takenOn'])
@Index(['organizationId', 'arrestId'], { where: 'arrest_id IS NOT NULL' })
@Check('fingerprint_events_civil_reason_of_civil', `reason = 'civil_inquiry' OR civil_reason IS NULL`)
export class FingerprintEvent extends caseRecord(FingerprintEventFields) {}
