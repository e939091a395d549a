import { ApiProperty, ApiPropertyOptional, IntersectionType, PartialType, PickType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength, MinLength } from 'class-validator';
import { recordAnswer, UnreadableFields } from '../platform/database/records.js';
import { CalendarDate, Choice, Reference } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import { ClientFields, ClientFileFields } from './client.fields.js';
import { clientStatuses, type ClientStatus, closingReasons, type ClosingReason } from './client.values.js';

export class CreateClient extends ClientFields {}

class Changeable extends IntersectionType(
  ClientFields,
  PickType(ClientFileFields, ['restricted', 'allowedUserIds', 'retentionClass', 'reviewOn']),
) {}

export class ChangeClient extends PartialType(Changeable, { skipNullProperties: false }) {}

export class CloseClient {
  @Choice(closingReasons, {
    required: true,
    stored: false,
    purpose: 'Says why the work on the case ended.',
    keeps: 'case',
  })
  closingReason!: ClosingReason;

  @CalendarDate({
    stored: false,
    purpose: 'When to decide whether the file is still needed; as the retention policy says unless said.',
    keeps: 'case',
  })
  reviewOn?: string | null;
}

export class MergeClient {
  @Reference({
    required: true,
    stored: false,
    purpose: 'The other entry of the same person; its records move here and it ends.',
    keeps: 'administration',
  })
  otherClientId!: string;
}

/** The next thing that has a date. */
export class UpcomingAppointment {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() kind!: string;
  @ApiProperty({ format: 'date-time' }) startsAt!: string;
  @ApiProperty() zone!: string;
  @ApiProperty({ format: 'uuid' }) placeId!: string;
  @ApiProperty() placeName!: string;
}

const nullWhenUnreadable = 'null only when it does not open: the sealed value was altered or moved.';

/** Somebody in the files who may be the same person. */
export class PossibleDuplicate {
  @ApiProperty({ format: 'uuid' }) clientId!: string;
  @ApiProperty() code!: string;
  @ApiProperty({ type: String, nullable: true, description: nullWhenUnreadable }) legalName!: string | null;
  @ApiProperty({ type: String, nullable: true }) dateOfBirth!: string | null;
  @ApiProperty({
    isArray: true,
    enum: ['a_number', 'phone', 'person'],
    description: 'person: the same name and birth date.',
  })
  matchedOn!: string[];
}

export class Warning {
  @ApiProperty() field!: string;
  @ApiProperty() code!: string;
  @ApiProperty() message!: string;
}

export class LetterInBrief {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'date' }) receivedOn!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) letterDatedOn!: string | null;
  @ApiProperty({ type: String, nullable: true }) form!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) reportAt!: string | null;
  @ApiProperty() evidenceGrade!: string;
  @ApiProperty({ type: String, nullable: true }) decision!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Days from the print to the letter.' }) lagDays!:
    number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Days from receipt to the date to report.' })
  noticeDays!: number | null;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class AppointmentInBrief {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() kind!: string;
  @ApiProperty({ format: 'date-time' }) startsAt!: string;
  @ApiProperty() zone!: string;
  @ApiProperty({ format: 'uuid' }) placeId!: string;
  @ApiProperty() placeName!: string;
  @ApiProperty() status!: string;
  @ApiProperty() liveState!: string;
  @ApiProperty({ type: String, nullable: true }) outcome!: string | null;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class ClientAnswer extends recordAnswer(ClientFileFields) {
  @ApiProperty({ description: 'The only name that may appear where others can see.' }) code!: string;
  @ApiPropertyOptional({ type: PossibleDuplicate, isArray: true }) possibleDuplicates?: PossibleDuplicate[];
  @ApiPropertyOptional({ type: Warning, isArray: true }) warnings?: Warning[];
}

/** Somebody for whom a restricted file is open although its list does not let them in. */
export class BrokenGlass {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) userId!: string;
  @ApiProperty() userName!: string;
  @ApiProperty({ format: 'date-time', description: 'Until when.' }) expiresAt!: string;
}

/** A client with letters and appointments in brief, newest first (100 of each at most). */
export class CaseFileAnswer extends ClientAnswer {
  @ApiProperty({ type: LetterInBrief, isArray: true }) letters!: LetterInBrief[];
  @ApiProperty({ type: AppointmentInBrief, isArray: true }) appointments!: AppointmentInBrief[];
  @ApiPropertyOptional({
    type: BrokenGlass,
    isArray: true,
    description: 'Of a restricted file: who sees it for some hours by having broken the glass.',
  })
  brokenGlass?: BrokenGlass[];
}

export class ClientInList {
  @UnreadableFields() unreadable?: string[];
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() code!: string;
  @ApiProperty({ type: String, nullable: true, description: nullWhenUnreadable }) legalName!: string | null;
  @ApiProperty({ type: String, nullable: true }) preferredName!: string | null;
  @ApiProperty({ enum: clientStatuses }) status!: ClientStatus;
  @ApiProperty({ type: String, nullable: true }) county!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) assignedAttorneyId!: string | null;
  @ApiProperty() restricted!: boolean;
  @ApiProperty() legalHold!: boolean;
  @ApiProperty({ type: String, format: 'date', nullable: true }) lastLetterOn!: string | null;
  @ApiProperty({ type: UpcomingAppointment, nullable: true }) nextAppointment!: UpcomingAppointment | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class ClientsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Name, case code, phone or A-number; whole words only.' })
  @IsOptional()
  @IsString({ message: 'Write what to look for.' })
  @MinLength(1)
  @MaxLength(200, { message: 'Write at most 200 characters.' })
  q?: string;

  @ApiPropertyOptional({ enum: clientStatuses })
  @IsOptional()
  @IsIn(clientStatuses, { message: `Choose one of: ${clientStatuses.join(', ')}.` })
  status?: ClientStatus;

  @ApiPropertyOptional()
  @IsOptional()
  @Matches(/^[a-z_]{1,60}$/, { message: 'Name a county as in the records, such as bronx.' })
  county?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID('all', { message: 'Give the id of a user.' })
  assignedAttorneyId?: string;

  @ApiPropertyOptional({ type: 'boolean' })
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value) as unknown)
  @IsOptional()
  @IsBoolean({ message: 'Say true or false.' })
  hasUpcomingAppointment?: boolean;
}
