import {
  CalendarDate,
  Choice,
  Choices,
  type DatePrecision,
  Flag,
  Instant,
  Precision,
  Reference,
  Text,
  Zone,
} from '../platform/http/fields.js';
import {
  askFors,
  citedAuthorities,
  demandedDocuments,
  detentionMentions,
  evidenceGrades,
  letterAddressees,
  letterDecisions,
  letterDeliveries,
  letterForms,
  letterRoutes,
  letterSequences,
  letterTriggers,
  officialTitles,
  statedReasons,
  triggerConfidences,
  type AskFor,
  type CitedAuthority,
  type DemandedDocument,
  type DetentionMention,
  type EvidenceGrade,
  type LetterAddressee,
  type LetterDecision,
  type LetterDelivery,
  type LetterForm,
  type LetterRoute,
  type LetterSequence,
  type LetterTrigger,
  type OfficialTitle,
  type StatedReason,
  type TriggerConfidence,
} from './letter.values.js';

export * from './letter.values.js';

/** A letter, call or visit by which someone was told to come. Its scans are documents that name the letter. */
export class LetterFields {
  @CalendarDate({
    purpose: 'Shows how much notice people get, and counts letters by month.',
    keeps: 'ledger',
    required: true,
  })
  receivedOn!: string;

  @Precision({ purpose: 'Says how exactly the day of arrival is known.', keeps: 'ledger' })
  receivedOnPrecision!: DatePrecision;

  @CalendarDate({ purpose: 'Shows how long letters take after fingerprints.', keeps: 'ledger' })
  letterDatedOn?: string | null;

  @Precision({ purpose: 'Says how exactly the date on the letter is known.', keeps: 'ledger' })
  letterDatedOnPrecision!: DatePrecision;

  @CalendarDate({ purpose: 'Shows how long letters take after fingerprints when they bear no date.', keeps: 'ledger' })
  postmarkedOn?: string | null;

  @Precision({ purpose: 'Says how exactly the postmark can be read.', keeps: 'ledger' })
  postmarkedOnPrecision!: DatePrecision;

  @Choice(letterForms, {
    purpose: 'Lets your lawyer judge what the letter can demand, and shows which letters are sent.',
    keeps: 'ledger',
  })
  form?: LetterForm | null;

  @Choice(letterDeliveries, { purpose: 'Shows how the letters are delivered.', keeps: 'ledger' })
  delivery?: LetterDelivery | null;

  @Choice(letterAddressees, { purpose: 'Shows whether family and lawyers are written to as well.', keeps: 'ledger' })
  addressedTo?: LetterAddressee | null;

  @Reference({ purpose: 'Shows which offices send the letters.', keeps: 'ledger' })
  issuingOfficeId?: string | null;

  @Reference({ purpose: 'Says where you are told to come, and shows where people are called to.', keeps: 'ledger' })
  reportingPlaceId?: string | null;

  @Instant({ purpose: 'Says when you are told to come, and shows how much notice people get.', keeps: 'ledger' })
  reportAt?: string | null;

  @Zone({ purpose: 'Makes sure that the time is that of the place.', keeps: 'case' })
  zone?: string | null;

  @Text({ purpose: 'Brings you and your companion to the right door.', keeps: 'case', max: 60 })
  room?: string | null;

  @Text({ purpose: 'Lets your lawyer call the official who signed the letter.', keeps: 'case', max: 120 })
  officialName?: string | null;

  @Choice(officialTitles, { purpose: 'Shows who signs the letters.', keeps: 'ledger' })
  officialTitle?: OfficialTitle | null;

  @Choice(askFors, { purpose: 'Says whom to ask for, and shows whether letters name anyone.', keeps: 'ledger' })
  askFor?: AskFor | null;

  @Choice(statedReasons, { purpose: 'Shows what reasons the letters give.', keeps: 'ledger' })
  statedReason?: StatedReason | null;

  @Text({
    purpose: 'Keeps the wording of the letter for your lawyer.',
    keeps: 'case',
    sealed: true,
    max: 5000,
  })
  verbatim?: string | null;

  @Choice(citedAuthorities, { purpose: 'Shows whether the letters name a law that obliges anyone.', keeps: 'ledger' })
  authorityCited?: CitedAuthority | null;

  @Choice(detentionMentions, { purpose: 'Shows whether people are warned that they may be held.', keeps: 'ledger' })
  mentionsDetention?: DetentionMention | null;

  @Choices(demandedDocuments, {
    purpose: 'Lets your lawyer advise what to bring, and shows what is demanded.',
    keeps: 'ledger',
  })
  documentsDemanded?: DemandedDocument[] | null;

  @Choice(letterSequences, { purpose: 'Shows whether people who do not come are written to again.', keeps: 'ledger' })
  sequence?: LetterSequence | null;

  @Choice(evidenceGrades, {
    purpose: 'Says how well the letter is documented, so that figures can be trusted.',
    keeps: 'ledger',
    required: true,
  })
  evidenceGrade!: EvidenceGrade;

  @Choice(letterTriggers, { purpose: 'Shows what leads to letters.', keeps: 'ledger' })
  trigger?: LetterTrigger | null;

  @Choice(triggerConfidences, { purpose: 'Says how sure we are of what led to the letter.', keeps: 'ledger' })
  confidence?: TriggerConfidence | null;

  @Reference({ purpose: 'Says which fingerprints the letter seems to follow.', keeps: 'case' })
  fingerprintEventId?: string | null;

  @Choice(letterDecisions, {
    purpose: 'Keeps what you decided after advice, so that nobody asks you twice.',
    keeps: 'case',
  })
  decision?: LetterDecision | null;

  @CalendarDate({ purpose: 'Proves that you were advised before the appointment.', keeps: 'case' })
  advisedOn?: string | null;

  @Reference({ purpose: 'Names the lawyer who advised you.', keeps: 'administration' })
  advisedById?: string | null;

  @Choice(letterRoutes, {
    purpose: 'Shows how letters become known, and so how many may stay unknown.',
    keeps: 'ledger',
  })
  reachedUsVia?: LetterRoute | null;

  @Text({
    purpose: 'Keeps what your lawyer needs to remember of the letter.',
    keeps: 'case',
    sealed: true,
    max: 10_000,
  })
  notes?: string | null;
}

/** A letter as kept: also whose word its trigger is. */
export class LetterFileFields extends LetterFields {
  /** Until then the system proposes the trigger, and proposes anew when prints or dates change. */
  @Flag({
    purpose: 'Says whether a person named what led to the letter, or whether it is only a proposal.',
    keeps: 'case',
    required: true,
    default: false,
  })
  triggerJudged!: boolean;
}
