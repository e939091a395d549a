import type { AccompanimentFields } from '../appointments/accompaniment.fields.js';
import type { AppointmentFields, AppointmentOutcomeFields } from '../appointments/appointment.fields.js';
import type { AccompanimentRole, AppointmentKind, Rsvp } from '../appointments/appointment.values.js';
import type { ArrestFields } from '../arrests/arrest.fields.js';
import type { ClientFields } from '../clients/client.fields.js';
import type { Caregiver, EmergencyContact } from '../clients/client-parts.js';
import type { CustodyEventFields } from '../custody/custody-event.fields.js';
import type { FingerprintEventFields } from '../fingerprints/fingerprint-event.fields.js';
import type { LetterFields } from '../letters/letter.fields.js';
import type { PlaceFields } from '../places/place.fields.js';
import type { DatePrecision } from '../platform/http/fields.js';

/** Who will carry the summary. Each gets what the meeting needs, and no more. */
export const audiences = ['client', 'accompanier', 'attorney'] as const;
export type Audience = (typeof audiences)[number];

/** Languages a summary can be written in; counsel's is in English. */
export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

export type Section =
  | 'person'
  | 'identity'
  | 'appointment'
  | 'letterText'
  | 'attorney'
  | 'companions'
  | 'timeline'
  | 'allegations'
  | 'posture'
  | 'convictions'
  | 'relief'
  | 'ties'
  | 'familyPlan'
  | 'contacts'
  | 'whatToBring'
  | 'whatNotToBring'
  | 'rights'
  | 'ifDetained';

/**
 * What each audience gets; what is not listed is not in the summary at all. The client's copy says nothing about status
 * or history, and of family only whom to call: what is found in someone's own pocket is read as that person's words.
 */
export const sections: Record<Audience, readonly Section[]> = {
  client: [
    'person',
    'appointment',
    'attorney',
    'companions',
    'contacts',
    'whatToBring',
    'whatNotToBring',
    'rights',
    'ifDetained',
  ],
  accompanier: [
    'person',
    'appointment',
    'attorney',
    'companions',
    'timeline',
    'posture',
    'ties',
    'familyPlan',
    'contacts',
    'whatToBring',
    'whatNotToBring',
    'rights',
    'ifDetained',
  ],
  attorney: [
    'person',
    'identity',
    'appointment',
    'letterText',
    'attorney',
    'companions',
    'timeline',
    'allegations',
    'posture',
    'convictions',
    'relief',
    'ties',
    'familyPlan',
    'contacts',
    'whatToBring',
    'whatNotToBring',
    'rights',
    'ifDetained',
  ],
};

/**
 * Everything the case file hands over to make a summary. What no audience may carry (address, e-mail, the client's own
 * phone, notes, debriefs, legal theories) has no place here, so that it cannot slip through.
 */
export interface CaseFacts {
  code: string;
  /** RFC 3339, UTC. */
  preparedAt: string;
  /** IANA zone in which `preparedAt` is shown. */
  zone: string;
  /** Name of the member of staff. */
  preparedBy: string;
  organisation: Organisation;
  client: ClientFacts;
  attorney?: Named | null;
  /** The appointment that the summary is carried to. */
  appointment?: AppointmentFacts | null;
  companions: readonly CompanionFacts[];
  arrests: readonly ArrestFacts[];
  fingerprints: readonly FingerprintFacts[];
  /** The appointment's own letter is found by `appointment.letterId`. */
  letters: readonly LetterFacts[];
  earlierAppointments: readonly EarlierAppointmentFacts[];
  custody: readonly CustodyFacts[];
}

export interface Organisation {
  name: string;
  callBackNumber?: string | null;
}

export interface Named {
  name: string;
  /** E.164. */
  phone?: string | null;
}

export type ClientFacts = Pick<
  ClientFields,
  | 'legalName'
  | 'preferredName'
  | 'aliases'
  | 'dateOfBirth'
  | 'language'
  | 'interpreter'
  | 'county'
  | 'aNumberState'
  | 'aNumber'
  | 'countryOfBirth'
  | 'postureKnownOn'
  | 'proceedings'
  | 'priorRemovalOrder'
  | 'orderOfSupervision'
  | 'convictions'
  | 'pendingRelief'
  | 'usCitizenOrLprSpouse'
  | 'usCitizenChildren'
  | 'minorChildrenAtHome'
  | 'primaryCaregiver'
  | 'medicalNeeds'
  | 'caregiverPlan'
  | 'schoolPickup'
  | 'powerOfAttorney'
  | 'g28'
> & { caregivers?: readonly Caregiver[] | null; emergencyContacts?: readonly EmergencyContact[] | null };

export type AppointmentFacts = Pick<AppointmentFields, 'kind' | 'startsAt' | 'zone' | 'room' | 'letterId'> & {
  place: Pick<PlaceFields, 'name' | 'addressLines' | 'entranceNotes'>;
};

/** `name` and `phone` are the user's, or those written for someone who is no user. */
export type CompanionFacts = Pick<AccompanimentFields, 'role' | 'rsvp'> & Named;

export type ArrestFacts = Pick<
  ArrestFields,
  | 'arrestedOn'
  | 'arrestedOnPrecision'
  | 'agency'
  | 'precinct'
  | 'chargeStatute'
  | 'chargeDescription'
  | 'chargeLevel'
  | 'disposition'
  | 'dispositionOn'
  | 'nextCourtOn'
>;

export type FingerprintFacts = { id: string } & Pick<
  FingerprintEventFields,
  'takenOn' | 'takenOnPrecision' | 'agency' | 'reason' | 'civilReason'
>;

export type LetterFacts = { id: string } & Pick<
  LetterFields,
  | 'receivedOn'
  | 'receivedOnPrecision'
  | 'letterDatedOn'
  | 'letterDatedOnPrecision'
  | 'postmarkedOn'
  | 'postmarkedOnPrecision'
  | 'form'
  | 'reportAt'
  | 'zone'
  | 'officialName'
  | 'officialTitle'
  | 'askFor'
  | 'statedReason'
  | 'verbatim'
  | 'authorityCited'
  | 'mentionsDetention'
  | 'documentsDemanded'
  | 'trigger'
  | 'confidence'
  | 'fingerprintEventId'
>;

export type EarlierAppointmentFacts = Pick<AppointmentFields, 'kind' | 'startsAt' | 'zone'> &
  Pick<AppointmentOutcomeFields, 'outcome'>;

export type CustodyFacts = Pick<CustodyEventFields, 'kind' | 'at' | 'zone' | 'basis' | 'amount'> & {
  facilityName?: string | null;
};

/**
 * The body of `GET /api/clients/:id/summary?audience=...`, and all that the printed packet is made from. Sentences are
 * in `language`; a section is absent when the audience does not get it or nothing is known.
 */
export interface CaseSummary {
  code: string;
  audience: Audience;
  language: Language;
  preparedAt: string;
  zone: string;
  preparedBy: string;
  organisation: Organisation;
  person?: PersonSection;
  identity?: IdentitySection;
  appointment?: AppointmentSection;
  /** The letter's own words. */
  letterText?: string;
  attorney?: AttorneySection;
  companions?: Companion[];
  timeline?: TimelineSection;
  /** One line, beginning with the day it was last known. */
  posture?: string;
  convictions?: string;
  /** What is pending, in one line. */
  relief?: string;
  ties?: string[];
  familyPlan?: FamilyPlanSection;
  /** People who may be told about the case, and nobody else. */
  contacts?: Contact[];
  whatToBring?: string[];
  whatNotToBring?: string[];
  /** What to do and say in the meeting, one short paragraph each. */
  rights?: string[];
  /** Steps in their order. */
  ifDetained?: string[];
}

export interface PersonSection {
  name: string;
  /** Name of the language, such as "Spanish". */
  speaks?: string;
  /** What kind of interpreter is needed. */
  interpreter?: string;
}

export interface IdentitySection {
  legalName: string;
  aliases?: string;
  /** Grouped for reading aloud, or a sentence saying that there is none on file. */
  aNumber?: string;
  dateOfBirth?: string;
  countryOfBirth?: string;
}

export interface AppointmentSection {
  kind: AppointmentKind;
  title: string;
  startsAt: string;
  zone: string;
  place: { name: string; addressLines: string[]; entranceNotes?: string };
  room?: string;
  askFor?: string;
  official?: string;
  /** What the letter says, a sentence each. */
  letterSays: string[];
}

export interface AttorneySection extends Named {
  g28?: string;
}

export interface Companion extends Named {
  role?: AccompanimentRole;
  roleName?: string;
  rsvp: Rsvp;
  /** Set while the companion has not agreed to come. */
  unconfirmed?: string;
}

export interface TimelineSection {
  entries: TimelineEntry[];
  /** From fingerprints to the letter. */
  lagDays?: number;
  /** From the letter in hand to the appointment. */
  noticeDays?: number;
  /** The two spans in words. */
  spans: string[];
}

export interface TimelineEntry {
  on: string;
  precision: DatePrecision;
  text: string;
}

export interface FamilyPlanSection {
  plan?: string;
  caregivers: Contact[];
  schoolPickup?: string;
  powerOfAttorney?: string;
  /** What the law of New York makes of the letter. */
  note?: string;
}

export interface Contact extends Named {
  relation?: string;
  speaks?: string;
}
