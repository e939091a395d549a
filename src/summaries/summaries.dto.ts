import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import {
  accompanimentRoles,
  appointmentKinds,
  rsvps,
  type AccompanimentRole,
  type AppointmentKind,
  type Rsvp,
} from '../appointments/appointment.values.js';
import { datePrecisions, type DatePrecision } from '../platform/http/fields.js';
import {
  audiences,
  languages,
  type AppointmentSection,
  type AttorneySection,
  type Audience,
  type CaseSummary,
  type Companion,
  type Contact,
  type FamilyPlanSection,
  type IdentitySection,
  type Language,
  type Organisation,
  type PersonSection,
  type TimelineEntry,
  type TimelineSection,
} from './summary.types.js';

export class SummaryQuery {
  @ApiPropertyOptional({
    enum: audiences,
    description:
      'Who will carry it. Unless said: attorney for attorneys and supervisors, else accompanier, which is all that companions may ask for.',
  })
  @IsOptional()
  @IsIn(audiences, { message: `Choose one of: ${audiences.join(', ')}.` })
  audience?: Audience;

  @ApiPropertyOptional({
    format: 'uuid',
    description:
      'The appointment to carry it to. Unless said, the next that stands, else the latest; companions: of theirs.',
  })
  @IsOptional()
  @IsUUID('all', { message: 'Give the id of an appointment of this case.' })
  appointmentId?: string;

  @ApiPropertyOptional({
    enum: languages,
    description:
      "Of the copy. Unless said: the client's own language for the client, English for others. Counsel's is in English.",
  })
  @IsOptional()
  @IsIn(languages, { message: `Choose one of: ${languages.join(', ')}.` })
  language?: Language;
}

const phone = { description: 'With its country code: +17185550123.' };
const sentences = { type: String, isArray: true } as const;

export class SummaryOrganisation implements Organisation {
  @ApiProperty() name!: string;
  @ApiPropertyOptional(phone) callBackNumber?: string;
}

export class SummaryPerson implements PersonSection {
  @ApiProperty({ description: 'Preferred name; the legal one where none is on file.' }) name!: string;
  @ApiPropertyOptional({ description: 'Name of the language, such as Spanish.' }) speaks?: string;
  @ApiPropertyOptional({ description: 'What kind of interpreter is needed.' }) interpreter?: string;
}

export class SummaryIdentity implements IdentitySection {
  @ApiProperty() legalName!: string;
  @ApiPropertyOptional() aliases?: string;
  @ApiPropertyOptional({ description: 'Grouped for reading aloud, or a sentence saying that there is none on file.' })
  aNumber?: string;
  @ApiPropertyOptional({ description: 'In words.' }) dateOfBirth?: string;
  @ApiPropertyOptional() countryOfBirth?: string;
}

export class SummaryPlace {
  @ApiProperty() name!: string;
  @ApiProperty(sentences) addressLines!: string[];
  @ApiPropertyOptional({ description: 'Which door, and what to expect there.' }) entranceNotes?: string;
}

export class SummaryAppointment implements AppointmentSection {
  @ApiProperty({ enum: appointmentKinds }) kind!: AppointmentKind;
  @ApiProperty({ description: 'The kind in words.' }) title!: string;
  @ApiProperty({ format: 'date-time' }) startsAt!: string;
  @ApiProperty({ example: 'America/New_York' }) zone!: string;
  @ApiProperty({ type: SummaryPlace }) place!: SummaryPlace;
  @ApiPropertyOptional() room?: string;
  @ApiPropertyOptional({ description: 'Whom the letter says to ask for.' }) askFor?: string;
  @ApiPropertyOptional({ description: 'Who signed the letter.' }) official?: string;
  @ApiProperty({ ...sentences, description: 'What the letter says, a sentence each.' }) letterSays!: string[];
}

export class SummaryAttorney implements AttorneySection {
  @ApiProperty() name!: string;
  @ApiPropertyOptional(phone) phone?: string;
  @ApiPropertyOptional({ description: 'Whether officers have been told of the attorney (form G-28).' }) g28?: string;
}

export class SummaryCompanion implements Companion {
  @ApiProperty() name!: string;
  @ApiPropertyOptional(phone) phone?: string;
  @ApiPropertyOptional({ enum: accompanimentRoles }) role?: AccompanimentRole;
  @ApiPropertyOptional({ description: 'The role in words.' }) roleName?: string;
  @ApiProperty({ enum: rsvps }) rsvp!: Rsvp;
  @ApiPropertyOptional({ description: 'Set while the companion has not agreed to come.' }) unconfirmed?: string;
}

export class SummaryTimelineEntry implements TimelineEntry {
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ enum: datePrecisions }) precision!: DatePrecision;
  @ApiProperty() text!: string;
}

export class SummaryTimeline implements TimelineSection {
  @ApiProperty({ type: SummaryTimelineEntry, isArray: true, description: 'Oldest first.' })
  entries!: SummaryTimelineEntry[];
  @ApiPropertyOptional({ type: 'integer', description: 'Days from fingerprints to the letter.' }) lagDays?: number;
  @ApiPropertyOptional({ type: 'integer', description: 'Days from the letter in hand to the appointment.' })
  noticeDays?: number;
  @ApiProperty({ ...sentences, description: 'The two spans in words.' }) spans!: string[];
}

export class SummaryContact implements Contact {
  @ApiProperty() name!: string;
  @ApiPropertyOptional(phone) phone?: string;
  @ApiPropertyOptional() relation?: string;
  @ApiPropertyOptional({ description: 'Name of the language.' }) speaks?: string;
}

export class SummaryFamilyPlan implements FamilyPlanSection {
  @ApiPropertyOptional() plan?: string;
  @ApiProperty({ type: SummaryContact, isArray: true }) caregivers!: SummaryContact[];
  @ApiPropertyOptional() schoolPickup?: string;
  @ApiPropertyOptional() powerOfAttorney?: string;
  @ApiPropertyOptional({ description: 'What the law of New York makes of the letter.' }) note?: string;
}

/** The case summary: a section is absent when the audience does not get it or nothing is known. */
export class CaseSummaryAnswer implements CaseSummary {
  @ApiProperty({ description: 'Code of the case file.' }) code!: string;
  @ApiProperty({ enum: audiences }) audience!: Audience;
  @ApiProperty({ enum: languages, description: 'Of all sentences.' }) language!: Language;
  @ApiProperty({ format: 'date-time' }) preparedAt!: string;
  @ApiProperty({ example: 'America/New_York', description: 'In which preparedAt is shown.' }) zone!: string;
  @ApiProperty({ description: 'Name of the member of staff.' }) preparedBy!: string;
  @ApiProperty({ type: SummaryOrganisation }) organisation!: SummaryOrganisation;
  @ApiPropertyOptional({ type: SummaryPerson }) person?: SummaryPerson;
  @ApiPropertyOptional({ type: SummaryIdentity, description: 'Attorney only.' }) identity?: SummaryIdentity;
  @ApiPropertyOptional({ type: SummaryAppointment }) appointment?: SummaryAppointment;
  @ApiPropertyOptional({ description: "The letter's own words; attorney only." }) letterText?: string;
  @ApiPropertyOptional({ type: SummaryAttorney }) attorney?: SummaryAttorney;
  @ApiPropertyOptional({ type: SummaryCompanion, isArray: true }) companions?: SummaryCompanion[];
  @ApiPropertyOptional({ type: SummaryTimeline, description: 'Not for the client; without arrests for accompaniers.' })
  timeline?: SummaryTimeline;
  @ApiPropertyOptional({ description: 'Immigration situation in one line; not for the client.' }) posture?: string;
  @ApiPropertyOptional({ description: 'Attorney only.' }) convictions?: string;
  @ApiPropertyOptional({ description: 'What is pending, in one line; attorney only.' }) relief?: string;
  @ApiPropertyOptional({ ...sentences, description: 'Family and health; not for the client.' }) ties?: string[];
  @ApiPropertyOptional({ type: SummaryFamilyPlan, description: 'Not for the client.' }) familyPlan?: SummaryFamilyPlan;
  @ApiPropertyOptional({ type: SummaryContact, isArray: true, description: 'People who may be told, and nobody else.' })
  contacts?: SummaryContact[];
  @ApiPropertyOptional(sentences) whatToBring?: string[];
  @ApiPropertyOptional(sentences) whatNotToBring?: string[];
  @ApiPropertyOptional({ ...sentences, description: 'What to do and say in the meeting.' }) rights?: string[];
  @ApiPropertyOptional({ ...sentences, description: 'Steps in their order.' }) ifDetained?: string[];
}
