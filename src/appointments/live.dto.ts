import { ApiPropertyOptional, PartialType, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsOptional, ValidateNested } from 'class-validator';
import { Choice, Instant } from '../platform/http/fields.js';
import {
  AppointmentFields,
  type AppointmentOutcome,
  AppointmentOutcomeFields,
  appointmentOutcomes,
} from './appointment.fields.js';
import { type LiveEvent, liveEvents } from './live-states.js';
import { VenueObservationFields } from './venue-observation.fields.js';

/** A tap on the day. */
export class LiveTap {
  @Choice(liveEvents, { required: true, stored: false, purpose: 'Says what just happened.', keeps: 'case' })
  event!: LiveEvent;

  @Instant({ stored: false, purpose: 'Says when it happened, if not just now.', keeps: 'case' })
  at?: string | null;

  @Instant({ stored: false, purpose: 'Says when to raise the alarm if you are not out.', keeps: 'case' })
  dueOutBy?: string | null;
}

/** What the waiting room was like: how many, never who. */
export class VenueCounts extends PickType(VenueObservationFields, [
  'attorneysSeen',
  'unrepresentedSeen',
  'othersSeen',
  'detainedKnown',
]) {}

/** When to come again. */
export class NextAppointment extends PickType(AppointmentFields, ['kind', 'startsAt', 'zone', 'placeId', 'room']) {}

const told = [
  'attorneyAdmitted',
  'officerInitialStatement',
  'supervisorReversed',
  'officers',
  'documentsReceived',
  'debrief',
] as const;

/** What came of an appointment, in one step; what is left out stays as it was. */
export class RecordOutcome extends PartialType(PickType(AppointmentOutcomeFields, told), {
  skipNullProperties: false,
}) {
  @Choice(appointmentOutcomes, {
    required: true,
    stored: false,
    purpose: 'Tells your lawyer what to do next, and shows what happens to people who come.',
    keeps: 'ledger',
  })
  outcome!: AppointmentOutcome;

  @ApiPropertyOptional({
    type: VenueCounts,
    description: 'Becomes a venue observation of the day and place, without any tie to the case.',
  })
  @IsOptional()
  @IsObject({ message: 'Give an object with its fields here.' })
  @ValidateNested()
  @Type(() => VenueCounts)
  venue?: VenueCounts;

  @ApiPropertyOptional({ type: NextAppointment, description: 'Becomes an appointment of the same case file.' })
  @IsOptional()
  @IsObject({ message: 'Give an object with its fields here.' })
  @ValidateNested()
  @Type(() => NextAppointment)
  nextAppointment?: NextAppointment;
}
