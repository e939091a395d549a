import { Permission } from '../auth/permissions.js';
import { CalendarDate, Choice, type DatePrecision, Precision, Text } from '../platform/http/fields.js';

export const arrestAgencies = [
  'nypd',
  'mta_police',
  'port_authority_police',
  'state_police',
  'sheriff',
  'court_officers',
  'federal',
  'other',
  'unknown',
] as const;
export type ArrestAgency = (typeof arrestAgencies)[number];

export const arrestProcesses = [
  'summary_arrest',
  'desk_appearance_ticket',
  'criminal_summons',
  'civil_summons',
  'warrant',
  'other',
  'unknown',
] as const;
export type ArrestProcess = (typeof arrestProcesses)[number];

export const arrestReleases = ['precinct_release', 'arraigned', 'declined', 'held', 'unknown'] as const;
export type ArrestRelease = (typeof arrestReleases)[number];

export const chargeLevels = [
  'traffic_infraction',
  'violation',
  'misdemeanor_unclassified',
  'misdemeanor_b',
  'misdemeanor_a',
  'felony_e',
  'felony_d',
  'felony_c',
  'felony_b',
  'felony_a',
  'unknown',
] as const;
export type ChargeLevel = (typeof chargeLevels)[number];

export const chargeCategories = [
  'drug_or_marijuana',
  'theft',
  'assault',
  'trespass',
  'fare_evasion',
  'traffic',
  'domestic',
  'weapon',
  'fraud',
  'public_order',
  'other',
] as const;
export type ChargeCategory = (typeof chargeCategories)[number];

/** Why fingerprints were lawfully taken, after Criminal Procedure Law 160.10. */
export const printBases = [
  'felony',
  'penal_law_misdemeanor',
  'misdemeanor_outside_penal_law',
  'loitering_for_prostitution',
  'identity_unascertained',
  'warrant_suspected',
  'not_required',
  'other',
  'unknown',
] as const;
export type PrintBasis = (typeof printBases)[number];

export const dispositions = [
  'pending',
  'declined',
  'dismissed',
  'acd',
  'plea_violation',
  'plea_misdemeanor',
  'plea_felony',
  'convicted',
  'acquitted',
  'youthful_offender',
  'sealed',
  'unknown',
] as const;
export type Disposition = (typeof dispositions)[number];

export const detainers = ['none', 'i_247a', 'unknown'] as const;
export type Detainer = (typeof detainers)[number];

export class ArrestFields {
  @CalendarDate({
    purpose: 'Orders what happened, and shows how long letters take after an arrest.',
    keeps: 'ledger',
    required: true,
  })
  arrestedOn!: string;

  @Precision({ purpose: 'Says how exactly the date of the arrest is known.', keeps: 'ledger' })
  arrestedOnPrecision!: DatePrecision;

  @Choice(arrestAgencies, { purpose: "Shows which police's arrests are followed by letters.", keeps: 'ledger' })
  agency?: ArrestAgency | null;

  @Text({ purpose: "Shows which precincts' arrests are followed by letters.", keeps: 'ledger', max: 20 })
  precinct?: string | null;

  @Text({
    purpose: 'Shows in which counties arrests are followed by letters, and names the court.',
    keeps: 'ledger',
    max: 60,
    format: 'county',
  })
  county?: string | null;

  @Choice(arrestProcesses, {
    purpose: 'Shows whether people who only got a ticket are called in too.',
    keeps: 'ledger',
  })
  process?: ArrestProcess | null;

  @Choice(arrestReleases, { purpose: 'Says how the arrest ended, and whether a judge has seen it.', keeps: 'case' })
  release?: ArrestRelease | null;

  /** Emptied when the disposition is `sealed`, as is {@link chargeDescription}. */
  @Text({
    purpose: 'Lets your lawyer judge what the charge means for your immigration case.',
    keeps: 'case',
    seenWith: Permission.CaseAllegations,
    max: 40,
  })
  chargeStatute?: string | null;

  @Text({
    purpose: 'Says in words what you were charged with.',
    keeps: 'case',
    seenWith: Permission.CaseAllegations,
    max: 200,
  })
  chargeDescription?: string | null;

  @Choice(chargeLevels, {
    purpose: 'Shows whether letters follow low-level charges.',
    keeps: 'ledger',
    seenWith: Permission.CaseAllegations,
    required: true,
  })
  chargeLevel!: ChargeLevel;

  @Choice(chargeCategories, {
    purpose: 'Shows which kinds of charges are followed by letters.',
    keeps: 'ledger',
    seenWith: Permission.CaseAllegations,
  })
  chargeCategory?: ChargeCategory | null;

  @Choice(printBases, {
    purpose: 'Lets your lawyer check whether the police were allowed to fingerprint you.',
    keeps: 'case',
    seenWith: Permission.CaseAllegations,
  })
  printBasis?: PrintBasis | null;

  @Choice(dispositions, {
    purpose: 'Lets your lawyer judge the risk, and shows whether people without convictions are called in.',
    keeps: 'ledger',
    seenWith: Permission.CaseAllegations,
  })
  disposition?: Disposition | null;

  @CalendarDate({
    purpose: 'Says since when the criminal case is over.',
    keeps: 'case',
    seenWith: Permission.CaseAllegations,
  })
  dispositionOn?: string | null;

  @Choice(detainers, {
    purpose: 'Says whether immigration authorities already asked the police to hold you.',
    keeps: 'ledger',
    seenWith: Permission.CasePosture,
  })
  detainer?: Detainer | null;

  @CalendarDate({
    purpose: 'Reminds you of your court date, and warns us of an arrest at the courthouse.',
    keeps: 'case',
  })
  nextCourtOn?: string | null;

  @Text({
    purpose: 'Keeps what your lawyer needs to remember of the arrest.',
    keeps: 'case',
    sealed: true,
    max: 10_000,
  })
  notes?: string | null;
}
