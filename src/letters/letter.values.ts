/** Closed lists of a letter. */

/** `g_56`: call-in letter; `i_166`: notice to surrender ("bag and baggage"); `i_340`: notice to the bond's obligor. */
export const letterForms = [
  'g_56',
  'unnumbered_call_in',
  'i_220b_reporting',
  'isap_notice',
  'i_200',
  'i_205',
  'i_166',
  'i_340',
  'i_247a',
  'nta_i_862',
  'hearing_notice',
  'uscis_notice',
  'subpoena',
  'other',
  'unknown',
] as const;
export type LetterForm = (typeof letterForms)[number];

export const letterDeliveries = [
  'usps_first_class',
  'certified',
  'courier',
  'hand_delivered',
  'posted_on_door',
  'phone_call',
  'text_message',
  'email',
  'visit',
  'other',
  'unknown',
] as const;
export type LetterDelivery = (typeof letterDeliveries)[number];

export const letterAddressees = ['client', 'family', 'attorney', 'employer', 'other_name', 'unknown'] as const;
export type LetterAddressee = (typeof letterAddressees)[number];

export const officialTitles = [
  'supervisory_deportation_officer',
  'deportation_officer',
  'assistant_field_office_director',
  'field_office_director',
  'special_agent',
  'other',
  'none',
] as const;
export type OfficialTitle = (typeof officialTitles)[number];

export const askFors = ['deportation_officer', 'named_officer', 'other'] as const;
export type AskFor = (typeof askFors)[number];

export const statedReasons = [
  'official_matter',
  'interview',
  'case_review',
  'check_in',
  'custody_review',
  'biometrics',
  'pick_up_documents',
  'removal',
  'other',
  'none_stated',
] as const;
export type StatedReason = (typeof statedReasons)[number];

export const citedAuthorities = ['none', 'statute', 'regulation', 'order'] as const;
export type CitedAuthority = (typeof citedAuthorities)[number];

export const detentionMentions = ['yes', 'no', 'unknown'] as const;
export type DetentionMention = (typeof detentionMentions)[number];

export const demandedDocuments = [
  'immigration_documents',
  'valid_passport',
  'this_letter',
  'photo_id',
  'travel_document',
  'address_proof',
  'birth_certificate',
  'work_permit',
  'court_papers',
  'children',
  'other',
] as const;
export type DemandedDocument = (typeof demandedDocuments)[number];

export const letterSequences = ['first', 'second', 'later', 'unknown'] as const;
export type LetterSequence = (typeof letterSequences)[number];

export const evidenceGrades = ['seen_original', 'seen_copy', 'attorney_attested', 'client_report', 'hearsay'] as const;
export type EvidenceGrade = (typeof evidenceGrades)[number];

export const letterTriggers = [
  'arrest_print',
  'civil_print',
  'pending_application',
  'denied_application',
  'prior_order',
  'unknown',
] as const;
export type LetterTrigger = (typeof letterTriggers)[number];

export const triggerConfidences = ['documented', 'probable', 'possible'] as const;
export type TriggerConfidence = (typeof triggerConfidences)[number];

export const letterDecisions = [
  'undecided',
  'attend_with_counsel',
  'attend_accompanied',
  'attend_alone',
  'request_reschedule',
  'written_response',
  'declined_after_advice',
] as const;
export type LetterDecision = (typeof letterDecisions)[number];

export const letterRoutes = ['client', 'family', 'hotline', 'partner', 'court', 'outreach', 'other'] as const;
export type LetterRoute = (typeof letterRoutes)[number];
