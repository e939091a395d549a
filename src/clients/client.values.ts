/** Closed lists of a client's file. `unknown`: nobody knows; `withheld`: we chose not to write it down. */

export const ageBands = ['minor', '18_24', '25_34', '35_44', '45_54', '55_plus', 'unknown'] as const;
export type AgeBand = (typeof ageBands)[number];

export const contactChannels = ['sms', 'voice', 'email', 'in_person_only', 'via_trusted_contact'] as const;
export type ContactChannel = (typeof contactChannels)[number];

export const textSafeties = ['yes', 'no', 'unknown'] as const;
export type TextSafety = (typeof textSafeties)[number];

export const smsConsents = ['opted_in', 'opted_out', 'not_asked'] as const;
export type SmsConsent = (typeof smsConsents)[number];

export const interpreters = ['none', 'spoken', 'asl', 'other_sign_language'] as const;
export type Interpreter = (typeof interpreters)[number];

/** The boroughs of New York City are counties; others are written as state and county, such as `nj_hudson`. */
export const boroughs = ['bronx', 'kings', 'new_york', 'queens', 'richmond'] as const;
export type Borough = (typeof boroughs)[number];

export const aNumberStates = ['has', 'none', 'unknown', 'withheld'] as const;
export type ANumberState = (typeof aNumberStates)[number];

export const proceedingStates = [
  'not_in_proceedings',
  'in_proceedings',
  'withholding_only',
  'expedited_removal',
  'appeal_pending',
  'final_order',
  'closed_or_terminated',
  'unknown',
  'withheld',
] as const;
export type ProceedingState = (typeof proceedingStates)[number];

export const priorRemovalOrders = [
  'none',
  'outstanding',
  'in_absentia',
  'executed',
  'reinstated',
  'unknown',
  'withheld',
] as const;
export type PriorRemovalOrder = (typeof priorRemovalOrders)[number];

/** `qualifying_170`: on the city's list of about 170 felonies. */
export const convictionStates = [
  'none',
  'violation',
  'misdemeanor',
  'felony',
  'qualifying_170',
  'unknown',
  'withheld',
] as const;
export type ConvictionState = (typeof convictionStates)[number];

export const pendingReliefs = [
  'family_petition',
  'adjustment',
  'asylum',
  'withholding',
  'cat',
  'u',
  't',
  'vawa',
  'sijs',
  'daca',
  'tps',
  'cancellation',
  'provisional_waiver',
  'motion_to_reopen',
  'appeal',
  'other',
  'none',
  'unknown',
] as const;
export type PendingRelief = (typeof pendingReliefs)[number];

export const caregiverPlans = ['none', 'informal', 'designation_form', 'standby_guardian', 'court_order'] as const;
export type CaregiverPlan = (typeof caregiverPlans)[number];

export const representations = ['unrepresented', 'limited', 'full', 'referred', 'co_counsel'] as const;
export type Representation = (typeof representations)[number];

export const g28States = ['none', 'signed_unfiled', 'filed_ice', 'filed_uscis', 'filed_eoir'] as const;
export type G28State = (typeof g28States)[number];

export const conflictChecks = ['pending', 'cleared', 'potential', 'waived', 'declined'] as const;
export type ConflictCheck = (typeof conflictChecks)[number];

export const intakeSources = ['arraignment', 'hotline', 'walk_in', 'referral', 'court', 'family', 'other'] as const;
export type IntakeSource = (typeof intakeSources)[number];

export const consentKinds = [
  'record_keeping',
  'aggregate_internal',
  'aggregate_pooled',
  'sms',
  'message_detail',
  'public_story',
] as const;
export type ConsentKind = (typeof consentKinds)[number];

export const consentWays = ['written', 'spoken_in_person', 'spoken_by_phone', 'electronic', 'through_family'] as const;
export type ConsentWay = (typeof consentWays)[number];

export const clientStatuses = ['open', 'closed'] as const;
export type ClientStatus = (typeof clientStatuses)[number];

export const closingReasons = [
  'matter_resolved',
  'advice_given',
  'relief_granted',
  'referred_out',
  'removed',
  'left_the_country',
  'lost_contact',
  'client_withdrew',
  'conflict',
  'deceased',
  'merged',
  'entered_in_error',
  'other',
] as const;
export type ClosingReason = (typeof closingReasons)[number];

/** How long a closed file is kept; the periods themselves are settings of the organisation. */
export const retentionClasses = ['short', 'standard', 'extended'] as const;
export type FileRetentionClass = (typeof retentionClasses)[number];
