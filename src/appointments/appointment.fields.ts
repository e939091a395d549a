import { Choice, Choices, Count, Flag, Instant, Reference, Text, Zone } from '../platform/http/fields.js';
import {
  appointmentKinds,
  appointmentOutcomes,
  appointmentStatuses,
  attorneyAdmissions,
  liveStates,
  officerInitialStatements,
  receivedDocuments,
  type AppointmentKind,
  type AppointmentOutcome,
  type AppointmentStatus,
  type AttorneyAdmission,
  type LiveState,
  type OfficerInitialStatement,
  type ReceivedDocument,
} from './appointment.values.js';

export * from './appointment.values.js';

/** What is known when an appointment is made. */
export class AppointmentFields {
  @Choice(appointmentKinds, {
    purpose: 'Says what the appointment is, and shows what happens at which kind.',
    keeps: 'ledger',
    required: true,
  })
  kind!: AppointmentKind;

  @Instant({
    purpose: 'Reminds you in time, and shows how much notice people get.',
    keeps: 'ledger',
    required: true,
  })
  startsAt!: string;

  @Zone({
    purpose: 'Makes sure that the time is that of the place.',
    keeps: 'case',
    required: true,
    default: 'America/New_York',
  })
  zone!: string;

  @Reference({
    purpose: 'Says where to come, and shows where what happens.',
    keeps: 'ledger',
    required: true,
  })
  placeId!: string;

  @Text({ purpose: 'Brings you and your companion to the right door.', keeps: 'case', max: 60 })
  room?: string | null;

  @Reference({ purpose: 'Says which letter told you to come.', keeps: 'case' })
  letterId?: string | null;

  @Choice(appointmentStatuses, {
    purpose: 'Says whether the appointment stands, so that reminders go out only when it does.',
    keeps: 'ledger',
    required: true,
    default: 'scheduled',
  })
  status!: AppointmentStatus;

  @Count({ purpose: 'Keeps companions to the number that you want or the place admits.', keeps: 'case', max: 50 })
  cap?: number | null;
}

/** How the day itself goes; written by the companion's taps, never by a form. */
export class AppointmentLiveFields extends AppointmentFields {
  @Choice(liveStates, {
    purpose: 'Tells your lawyer where you are, and raises the alarm when you do not come out.',
    keeps: 'case',
    required: true,
    default: 'not_started',
  })
  liveState!: LiveState;

  @Instant({ purpose: 'Says when you came to the place.', keeps: 'case' })
  arrivedAt?: string | null;

  @Instant({ purpose: 'Says when you were called in, and shows how long people wait.', keeps: 'case' })
  calledInAt?: string | null;

  @Instant({ purpose: 'Says when you were out again, and shows how long people are kept.', keeps: 'case' })
  outAt?: string | null;

  @Instant({ purpose: 'Says when to raise the alarm if you are not out.', keeps: 'case' })
  dueOutBy?: string | null;
}

/** What came of it; written in one step afterwards. */
export class AppointmentOutcomeFields extends AppointmentLiveFields {
  @Choice(attorneyAdmissions, { purpose: 'Shows whether lawyers are let in with people.', keeps: 'ledger' })
  attorneyAdmitted?: AttorneyAdmission | null;

  @Choice(officerInitialStatements, {
    purpose: 'Shows whether what officers first say comes true.',
    keeps: 'ledger',
  })
  officerInitialStatement?: OfficerInitialStatement | null;

  @Flag({ purpose: 'Shows how often a supervisor decides otherwise than the officer.', keeps: 'ledger' })
  supervisorReversed?: boolean | null;

  @Text({
    purpose: 'Lets your lawyer follow up with the officers you met.',
    keeps: 'case',
    sealed: true,
    max: 500,
  })
  officers?: string | null;

  @Choice(appointmentOutcomes, {
    purpose: 'Tells your lawyer what to do next, and shows what happens to people who come.',
    keeps: 'ledger',
  })
  outcome?: AppointmentOutcome | null;

  @Choices(receivedDocuments, {
    purpose: 'Tells your lawyer what you were handed, and shows what people are handed.',
    keeps: 'ledger',
  })
  documentsReceived?: ReceivedDocument[] | null;

  @Text({
    purpose: 'Keeps for your lawyer what happened in the room.',
    keeps: 'case',
    sealed: true,
    max: 10_000,
  })
  debrief?: string | null;

  @Reference({ purpose: 'Says when you have to come again.', keeps: 'case' })
  nextAppointmentId?: string | null;
}
