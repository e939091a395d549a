import { Permission } from '../auth/permissions.js';
import {
  CalendarDate,
  Choice,
  Choices,
  Count,
  Flag,
  Parts,
  Reference,
  References,
  Text,
} from '../platform/http/fields.js';
import {
  ageBands,
  aNumberStates,
  caregiverPlans,
  clientStatuses,
  closingReasons,
  conflictChecks,
  contactChannels,
  convictionStates,
  g28States,
  intakeSources,
  interpreters,
  pendingReliefs,
  priorRemovalOrders,
  proceedingStates,
  representations,
  retentionClasses,
  smsConsents,
  textSafeties,
  type AgeBand,
  type ANumberState,
  type CaregiverPlan,
  type ClientStatus,
  type ClosingReason,
  type ConflictCheck,
  type ContactChannel,
  type ConvictionState,
  type FileRetentionClass,
  type G28State,
  type IntakeSource,
  type Interpreter,
  type PendingRelief,
  type PriorRemovalOrder,
  type ProceedingState,
  type Representation,
  type SmsConsent,
  type TextSafety,
} from './client.values.js';
import { Caregiver, Consent, EmergencyContact } from './client-parts.js';

export * from './client-parts.js';
export * from './client.values.js';

/** A person, as asked at intake and kept up to date. Manner of entry is never asked. */
export class ClientFields {
  @Text({
    purpose: 'Names you on filings, and lets us find your case when you call.',
    keeps: 'identity',
    sealed: true,
    required: true,
    max: 200,
  })
  legalName!: string;

  @Text({ purpose: 'Lets us call you by the name you use.', keeps: 'identity', sealed: true, max: 200 })
  preferredName?: string | null;

  @Text({
    purpose: 'Finds your case and your records under other spellings and names.',
    keeps: 'identity',
    sealed: true,
    max: 500,
  })
  aliases?: string | null;

  @CalendarDate({
    purpose: 'Tells you apart from people of the same name, and finds you in the detainee locator.',
    keeps: 'identity',
    sealed: true,
  })
  dateOfBirth?: string | null;

  @Choice(ageBands, {
    purpose: 'Shows which ages are called in without keeping a date of birth, and whether rules for minors apply.',
    keeps: 'ledger',
  })
  ageBand?: AgeBand | null;

  @Choice(contactChannels, { purpose: 'Reaches you in the way you chose.', keeps: 'case' })
  channel?: ContactChannel | null;

  @Text({
    purpose: 'Lets us call you, and remind you where you agreed to it.',
    keeps: 'identity',
    sealed: true,
    max: 16,
    format: 'phone',
  })
  phone?: string | null;

  @Choice(textSafeties, {
    purpose: 'Keeps messages away from a phone that someone else may read.',
    keeps: 'case',
  })
  phoneSafeToText?: TextSafety | null;

  @Choice(smsConsents, { purpose: 'Makes sure that only people who agreed get text messages.', keeps: 'case' })
  smsConsent?: SmsConsent | null;

  @Text({
    purpose: 'Lets us write to you where you prefer e-mail.',
    keeps: 'identity',
    sealed: true,
    max: 254,
    format: 'email',
  })
  email?: string | null;

  /** Not collected unless the organisation switches it on with a written purpose. */
  @Text({
    purpose: 'Collected only where your clinic says in writing why it needs it, such as filing a change of address.',
    keeps: 'identity',
    sealed: true,
    max: 500,
  })
  address?: string | null;

  @Parts(() => EmergencyContact, {
    purpose: 'Tells us whom to call if you do not come out of an appointment.',
    keeps: 'identity',
    sealed: true,
    max: 10,
  })
  emergencyContacts?: EmergencyContact[] | null;

  @Text({
    purpose: 'Gets you reminders, handouts and interpreters in your language.',
    keeps: 'case',
    max: 35,
    format: 'language',
  })
  language?: string | null;

  @Choice(interpreters, { purpose: 'Books the interpreter you need for a meeting.', keeps: 'case' })
  interpreter?: Interpreter | null;

  @Text({
    purpose: 'Shows in which boroughs and counties people are called in.',
    keeps: 'ledger',
    max: 60,
    format: 'county',
  })
  county?: string | null;

  @Choice(aNumberStates, {
    purpose: 'Tells your lawyer whether immigration authorities already have a file on you.',
    keeps: 'case',
  })
  aNumberState?: ANumberState | null;

  @Text({
    purpose: 'Finds you in the detainee locator and the court hotline, and names your file on filings.',
    keeps: 'identity',
    sealed: true,
    max: 9,
    min: 7,
    format: 'a_number',
  })
  aNumber?: string | null;

  @Text({
    purpose: 'Is asked for by the detainee locator when we look for someone in custody.',
    keeps: 'identity',
    sealed: true,
    max: 100,
  })
  countryOfBirth?: string | null;

  @CalendarDate({
    purpose: 'Says how fresh what we know of your immigration situation is.',
    keeps: 'case',
    seenWith: Permission.CasePosture,
  })
  postureKnownOn?: string | null;

  @Choice(proceedingStates, {
    purpose: 'Lets your lawyer judge the risk of an appointment, and shows who is called in.',
    keeps: 'ledger',
    seenWith: Permission.CasePosture,
  })
  proceedings?: ProceedingState | null;

  @Choice(priorRemovalOrders, {
    purpose: 'Lets your lawyer judge whether you could be removed without a hearing, and shows who is called in.',
    keeps: 'ledger',
    seenWith: Permission.CasePosture,
  })
  priorRemovalOrder?: PriorRemovalOrder | null;

  @Flag({
    purpose: 'Says whether you already report to ICE, and shows whether people who do are called in.',
    keeps: 'ledger',
    seenWith: Permission.CasePosture,
  })
  orderOfSupervision?: boolean | null;

  @Choice(convictionStates, {
    purpose: 'Lets your lawyer judge the risk, and shows whether people without convictions are called in.',
    keeps: 'ledger',
    seenWith: Permission.CaseAllegations,
  })
  convictions?: ConvictionState | null;

  @Choices(pendingReliefs, {
    purpose: 'Shows your lawyer what protects you, and shows whether people with applications are called in.',
    keeps: 'ledger',
    seenWith: Permission.CasePosture,
  })
  pendingRelief?: PendingRelief[] | null;

  @Flag({
    purpose: 'May support a request for release or an application, and shows which families are affected.',
    keeps: 'ledger',
  })
  usCitizenOrLprSpouse?: boolean | null;

  @Count({
    purpose: 'May support a request for release or an application, and shows how many children are affected.',
    keeps: 'ledger',
    max: 30,
  })
  usCitizenChildren?: number | null;

  @Count({
    purpose: 'Reminds us to plan for the children before an appointment, and shows how many are affected.',
    keeps: 'ledger',
    max: 30,
  })
  minorChildrenAtHome?: number | null;

  @Flag({ purpose: 'Supports a request for release, since others depend on your care.', keeps: 'ledger' })
  primaryCaregiver?: boolean | null;

  @Text({
    purpose: 'Lets us demand medicine and care for you if you are held.',
    keeps: 'case',
    sealed: true,
    max: 5000,
  })
  medicalNeeds?: string | null;

  @Choice(caregiverPlans, {
    purpose:
      'Says who may care for your children if you are held; in New York an official letter can itself activate a standby guardian.',
    keeps: 'case',
  })
  caregiverPlan?: CaregiverPlan | null;

  @Parts(() => Caregiver, {
    purpose: 'Tells us whom to call for your children if you do not come out of an appointment.',
    keeps: 'identity',
    sealed: true,
    max: 10,
  })
  caregivers?: Caregiver[] | null;

  @Text({
    purpose: 'Makes sure that your children are fetched on the day of an appointment.',
    keeps: 'case',
    sealed: true,
    max: 2000,
  })
  schoolPickup?: string | null;

  @Flag({ purpose: 'Says whether someone can act for you, at the bank or the school, if you are held.', keeps: 'case' })
  powerOfAttorney?: boolean | null;

  @CalendarDate({ purpose: 'Reminds us to go through your safety plan again with you.', keeps: 'case' })
  planReviewedOn?: string | null;

  @Choice(representations, {
    purpose: 'Says what our office does for you, and shows what having a lawyer changes.',
    keeps: 'ledger',
  })
  representation?: Representation | null;

  @Choice(g28States, {
    purpose: 'Says whether officers have been told that you have a lawyer and must let the lawyer in.',
    keeps: 'case',
  })
  g28?: G28State | null;

  @Reference({ purpose: 'Names the lawyer who answers for your case.', keeps: 'administration' })
  assignedAttorneyId?: string | null;

  @Choice(conflictChecks, {
    purpose: 'Makes sure that our office may advise you without hurting another client.',
    keeps: 'case',
  })
  conflictCheck?: ConflictCheck | null;

  @Parts(() => Consent, {
    purpose: 'Records what you agreed to, and when you took it back.',
    keeps: 'case',
    max: 50,
  })
  consents?: Consent[] | null;

  @Choice(intakeSources, { purpose: 'Shows how people find us, so that more can.', keeps: 'ledger' })
  intakeSource?: IntakeSource | null;
}

/** The file itself: opened, closed, shielded and kept by the office; never part of what is asked of the person. */
export class ClientFileFields extends ClientFields {
  @Choice(clientStatuses, {
    purpose: 'Says whether we are still working for you.',
    keeps: 'case',
    required: true,
    default: 'open',
  })
  status!: ClientStatus;

  @Choice(closingReasons, { purpose: 'Says why our work for you ended.', keeps: 'case' })
  closingReason?: ClosingReason | null;

  @Flag({
    purpose: 'Closes the file to everyone in the office but the people named.',
    keeps: 'case',
    required: true,
    default: false,
  })
  restricted!: boolean;

  @References({
    purpose: 'Names the people of the office who may open the file while it is restricted.',
    keeps: 'administration',
    required: true,
    default: [],
    max: 100,
  })
  allowedUserIds!: string[];

  @Choice(retentionClasses, {
    purpose: 'Says how long the file is kept after it is closed.',
    keeps: 'case',
    required: true,
    default: 'standard',
  })
  retentionClass!: FileRetentionClass;

  @CalendarDate({
    purpose: 'Says when two people look at the file again, to purge it or to keep it longer.',
    keeps: 'case',
  })
  reviewOn?: string | null;

  @Flag({
    purpose: 'Stops the file from being destroyed while a court may ask for it.',
    keeps: 'case',
    required: true,
    default: false,
  })
  legalHold!: boolean;
}
