import { Check, Column, Entity, Index, Unique } from 'typeorm';
import { organizationRecord } from '../platform/database/records.js';
import { ClientFileFields } from './client.fields.js';

/** A person and their case file. Every record of the file hangs on it and goes with it. */
@Entity('clients')
@Unique(['organizationId', 'id'])
@Unique(['organizationId', 'code'])
@Index(['organizationId', 'county'])
@Index(['organizationId', 'assignedAttorneyId'])
@Index(['organizationId', 'reviewOn'], { where: 'review_on IS NOT NULL' })
@Check('clients_closed_with_reason', `status = 'closed' OR closing_reason IS NULL`)
export class Client extends organizationRecord(ClientFileFields) {
  /** The only name that may appear where others can see: the organisation's prefix and random letters, made by us. */
  @Column('varchar', { length: 20 })
  code!: string;
}
