import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsObject, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { AccompanimentAnswer, CreateAccompaniment } from '../appointments/accompaniments.dto.js';
import { AppointmentAnswer, CreateAppointment } from '../appointments/appointments.dto.js';
import { ArrestAnswer, CreateArrest } from '../arrests/arrests.dto.js';
import { ClientAnswer, CreateClient, PossibleDuplicate, Warning } from '../clients/clients.dto.js';
import { CreateFingerprintEvent, FingerprintEventAnswer } from '../fingerprints/fingerprints.dto.js';
import { CreateLetter, LetterAnswer } from '../letters/letters.dto.js';

/** The appointment that a letter asks for: what is left out is taken from the letter. */
export class IntakeAppointment extends PartialType(CreateAppointment, { skipNullProperties: false }) {}

const given = 'Give an object with its fields here, or leave it out.';

/** One page, in the order in which people tell it. */
export class Intake {
  @ApiPropertyOptional({ type: CreateClient, description: 'A person who has no file yet.' })
  @IsOptional()
  @IsObject({ message: given })
  @ValidateNested()
  @Type(() => CreateClient)
  client?: CreateClient;

  @ApiPropertyOptional({ format: 'uuid', description: 'Or the file that the rest is added to.' })
  @IsOptional()
  @IsUUID('all', { message: 'Give the id of an existing client.' })
  clientId?: string;

  @ApiPropertyOptional({ type: CreateArrest })
  @IsOptional()
  @IsObject({ message: given })
  @ValidateNested()
  @Type(() => CreateArrest)
  arrest?: CreateArrest;

  @ApiPropertyOptional({
    type: CreateFingerprintEvent,
    description: 'Belongs to the arrest of this page, where there is one.',
  })
  @IsOptional()
  @IsObject({ message: given })
  @ValidateNested()
  @Type(() => CreateFingerprintEvent)
  fingerprintEvent?: CreateFingerprintEvent;

  @ApiPropertyOptional({ type: CreateLetter })
  @IsOptional()
  @IsObject({ message: given })
  @ValidateNested()
  @Type(() => CreateLetter)
  letter?: CreateLetter;

  @ApiPropertyOptional({
    type: IntakeAppointment,
    description: 'Kind, time, place and room are taken from the letter where they are left out.',
  })
  @IsOptional()
  @IsObject({ message: given })
  @ValidateNested()
  @Type(() => IntakeAppointment)
  appointment?: IntakeAppointment;

  @ApiPropertyOptional({ type: CreateAccompaniment, isArray: true, description: 'Who goes along to the appointment.' })
  @IsOptional()
  @IsArray({ message: 'Give a list.' })
  @ArrayMaxSize(10, { message: 'List at most 10.' })
  @ValidateNested({ each: true })
  @Type(() => CreateAccompaniment)
  accompaniments?: CreateAccompaniment[];
}

export class IntakeQuery {
  @ApiPropertyOptional({
    type: 'boolean',
    default: false,
    description: 'true checks everything, answers what would be, and writes nothing.',
  })
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value) as unknown)
  @IsOptional()
  @IsBoolean({ message: 'Say true or false.' })
  dryRun?: boolean;
}

/** The print that the letter seems to follow from. */
export class ProposedTrigger {
  @ApiProperty({ format: 'uuid' }) fingerprintEventId!: string;
  @ApiProperty({ format: 'date' }) takenOn!: string;
  @ApiProperty({ type: String, nullable: true }) trigger!: string | null;
  @ApiProperty({ type: String, nullable: true }) confidence!: string | null;
}

/** A reminder as it stands after saving: who will be written to, how and when. */
export class PlannedReminder {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() kind!: string;
  @ApiProperty({ enum: ['client', 'contact', 'user'] }) recipientType!: string;
  @ApiProperty({ format: 'uuid' }) recipientId!: string;
  @ApiProperty({ enum: ['in_app', 'email', 'sms', 'voice_task'] }) channel!: string;
  @ApiProperty({ description: 'ISO 8601, counted from the date of the subject.' }) offset!: string;
  @ApiProperty({ format: 'date-time' }) dueAt!: string;
  @ApiProperty() zone!: string;
  @ApiProperty() language!: string;
  @ApiProperty() state!: string;
}

export class IntakeAnswer {
  @ApiProperty({ format: 'uuid', description: 'Id of the client.' }) id!: string;
  @ApiProperty({ description: 'True where nothing was written; ids are then of no use.' }) dryRun!: boolean;
  @ApiProperty({ type: ClientAnswer }) client!: ClientAnswer;
  @ApiProperty({ type: ArrestAnswer, nullable: true }) arrest!: ArrestAnswer | null;
  @ApiProperty({ type: FingerprintEventAnswer, nullable: true }) fingerprintEvent!: FingerprintEventAnswer | null;
  @ApiProperty({ type: LetterAnswer, nullable: true }) letter!: LetterAnswer | null;
  @ApiProperty({ type: AppointmentAnswer, nullable: true }) appointment!: AppointmentAnswer | null;
  @ApiProperty({ type: AccompanimentAnswer, isArray: true }) accompaniments!: AccompanimentAnswer[];
  @ApiProperty({ type: ProposedTrigger, nullable: true }) proposedTrigger!: ProposedTrigger | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Days from the print to the letter.' }) lagDays!:
    number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Days of notice that the letter gives.' }) noticeDays!:
    number | null;
  @ApiProperty({
    type: Warning,
    isArray: true,
    description: 'Improbable, for a person to confirm; fields as on the page: letter.receivedOn.',
  })
  warnings!: Warning[];
  @ApiProperty({ type: PossibleDuplicate, isArray: true }) possibleDuplicates!: PossibleDuplicate[];
  @ApiProperty({ type: PlannedReminder, isArray: true, description: 'What will be sent to whom, and when.' })
  reminders!: PlannedReminder[];
}
