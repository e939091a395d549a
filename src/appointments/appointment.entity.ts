import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Letter } from '../letters/letter.entity.js';
import { Place } from '../places/place.entity.js';
import { caseRecord } from '../platform/database/records.js';
import { AppointmentOutcomeFields } from './appointment.fields.js';

@Entity('appointments')
@Unique(['organizationId', 'id'])
@ForeignKey(() => Place, ['organizationId', 'placeId'], ['organizationId', 'id'])
@ForeignKey(() => Letter, ['organizationId', 'letterId'], ['organizationId', 'id'])
@ForeignKey('Appointment', ['organizationId', 'nextAppointmentId'], ['organizationId', 'id'])
@Index(['organizationId', 'startsAt'])
@Index(['organizationId', 'clientId', 'startsAt'])
@Index(['organizationId', 'placeId'])
@Index(['organizationId', 'letterId'], { where: 'letter_id IS NOT NULL' })
@Index(['organizationId', 'nextAppointmentId'], { where: 'next_appointment_id IS NOT NULL' })
// The sweep that looks for people who are not out.
@Index(['organizationId', 'dueOutBy'], { where: `live_state IN ('arrived', 'called_in', 'overdue')` })
@Check(
  'appointments_called_in_after_arrival',
  'arrived_at IS NULL OR called_in_at IS NULL OR called_in_at >= arrived_at',
)
@Check('appointments_out_after_arrival', 'arrived_at IS NULL OR out_at IS NULL OR out_at >= arrived_at')
@Check('appointments_next_is_another', 'next_appointment_id IS NULL OR next_appointment_id <> id')
export class Appointment extends caseRecord(AppointmentOutcomeFields) {}
