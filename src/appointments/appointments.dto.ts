import { ApiProperty, ApiPropertyOptional, IntersectionType, PartialType, PickType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { Warning } from '../clients/clients.dto.js';
import { caseRecordAnswer, UnreadableFields } from '../platform/database/records.js';
import { IsDayOrInstant } from '../platform/http/day-or-instant.js';
import { PageQuery } from '../platform/http/paging.js';
import { AccompanimentAnswer } from './accompaniments.dto.js';
import {
  accompanimentRoles,
  type AccompanimentRole,
  AppointmentFields,
  type AppointmentKind,
  appointmentKinds,
  AppointmentLiveFields,
  type AppointmentOutcome,
  AppointmentOutcomeFields,
  appointmentOutcomes,
  type AppointmentStatus,
  appointmentStatuses,
  type LiveState,
  liveStates,
  type Rsvp,
  rsvps,
} from './appointment.fields.js';

export class CreateAppointment extends AppointmentFields {}

class Changeable extends IntersectionType(AppointmentFields, PickType(AppointmentLiveFields, ['dueOutBy'])) {}

export class ChangeAppointment extends PartialType(Changeable, { skipNullProperties: false }) {}

/** An appointment as those see it who see the case file. */
export class AppointmentAnswer extends caseRecordAnswer(AppointmentOutcomeFields) {
  @ApiProperty({ description: 'Code of the case file.' }) code!: string;
  @ApiProperty() placeName!: string;
  @ApiProperty({ description: 'Not out although it is past dueOutBy.' }) overdue!: boolean;
  @ApiProperty({ type: AccompanimentAnswer, isArray: true }) accompaniments!: AccompanimentAnswer[];
  @ApiPropertyOptional({ type: Warning, isArray: true }) warnings?: Warning[];
}

/** Who comes along, in brief. */
export class Companion {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) userId!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Null for somebody from outside, where names are not shown.',
  })
  name!: string | null;
  @ApiProperty({ enum: accompanimentRoles, nullable: true }) role!: AccompanimentRole | null;
  @ApiProperty({ enum: rsvps }) rsvp!: Rsvp;
}

/**
 * An appointment on the day sheet. Companions see it so: with the code of the case in place of a name, without letters
 * and without notes.
 */
export class AppointmentOnTheDay {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) clientId!: string;
  @ApiProperty({ description: 'Code of the case file.' }) code!: string;
  @ApiPropertyOptional({ type: String, nullable: true, description: 'Only for those who see the case file.' })
  preferredName?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true, description: 'Only for those who see the case file.' })
  legalName?: string | null;
  @UnreadableFields() unreadable?: string[];
  @ApiProperty({ enum: appointmentKinds }) kind!: AppointmentKind;
  @ApiProperty({ format: 'date-time' }) startsAt!: string;
  @ApiProperty() zone!: string;
  @ApiProperty({ format: 'uuid' }) placeId!: string;
  @ApiProperty() placeName!: string;
  @ApiProperty({ type: String, nullable: true }) room!: string | null;
  @ApiProperty({ enum: appointmentStatuses }) status!: AppointmentStatus;
  @ApiProperty({ enum: liveStates }) liveState!: LiveState;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) arrivedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) calledInAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) outAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) dueOutBy!: string | null;
  @ApiProperty({ description: 'Not out although it is past dueOutBy.' }) overdue!: boolean;
  @ApiProperty({ enum: appointmentOutcomes, nullable: true }) outcome!: AppointmentOutcome | null;
  @ApiProperty({ type: Companion, isArray: true }) accompaniments!: Companion[];
  @ApiProperty({ type: String, nullable: true }) attorneyName!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Whom to call when something goes wrong.' })
  attorneyPhone!: string | null;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class DaySheetQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'First day where the organisation works, or an instant; today unless said.' })
  @IsOptional()
  @IsDayOrInstant()
  from?: string;

  @ApiPropertyOptional({
    description: 'Last day where the organisation works, that day included; or an instant before which to start.',
  })
  @IsOptional()
  @IsDayOrInstant()
  to?: string;

  @ApiPropertyOptional({ type: 'boolean', description: 'Only those to which I come along, or whose attorney I am.' })
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value) as unknown)
  @IsOptional()
  @IsBoolean({ message: 'Say true or false.' })
  mine?: boolean;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only those at this place.' })
  @IsOptional()
  @IsUUID('all', { message: 'Give the id of a place.' })
  place?: string;

  @ApiPropertyOptional({ enum: liveStates })
  @IsOptional()
  @IsIn(liveStates, { message: `Choose one of: ${liveStates.join(', ')}.` })
  liveState?: LiveState;
}
