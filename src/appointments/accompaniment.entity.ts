import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { caseRecord } from '../platform/database/records.js';
import { AccompanimentFields } from './accompaniment.fields.js';
import { Appointment } from './appointment.entity.js';

@Entity('accompaniments')
@ForeignKey(() => Appointment, ['organizationId', 'appointmentId'], ['organizationId', 'id'], { onDelete: 'CASCADE' })
@Index(['organizationId', 'appointmentId'])
// "Mine" on the day sheet, and no one asked twice.
@Index(['organizationId', 'userId', 'appointmentId'], { unique: true, where: 'user_id IS NOT NULL' })
@Check('accompaniments_someone', 'user_id IS NOT NULL OR person_name IS NOT NULL')
export class Accompaniment extends caseRecord(AccompanimentFields) {
  /** Comes from the path of the request, as the client does. */
  @Column('uuid')
  appointmentId!: string;
}
