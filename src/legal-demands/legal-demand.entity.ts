import { Column, Entity, Index, Unique } from 'typeorm';
import { organizationRecord } from '../platform/database/records.js';
import { LegalDemandFields } from './legal-demand.fields.js';

/** A subpoena, warrant or request for records. Its scope is sealed under the organisation's key: it is of no one person. */
@Entity('legal_demands')
@Unique(['organizationId', 'id'])
@Index(['organizationId', 'dueOn'], { where: "response = 'pending'" })
export class LegalDemand extends organizationRecord(LegalDemandFields) {
  /** Of which date supervisors were reminded. */
  @Column('date', { nullable: true })
  remindedFor!: string | null;
}
