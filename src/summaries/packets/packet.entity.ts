import { Entity, ForeignKey, Index } from 'typeorm';
import { Appointment } from '../../appointments/appointment.entity.js';
import { CaseDocument } from '../../documents/document.entity.js';
import { caseRecord } from '../../platform/database/records.js';
import { PacketFields } from './packet.fields.js';

@Entity('packets')
@ForeignKey(() => CaseDocument, ['organizationId', 'documentId'], ['organizationId', 'id'])
@ForeignKey(() => Appointment, ['organizationId', 'appointmentId'], ['organizationId', 'id'])
@Index(['organizationId', 'documentId'])
@Index(['organizationId', 'appointmentId'], { where: 'appointment_id IS NOT NULL' })
export class CasePacket extends caseRecord(PacketFields) {}
