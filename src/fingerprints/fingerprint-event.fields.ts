import { Permission } from '../auth/permissions.js';
import {
  CalendarDate,
  Choice,
  type DatePrecision,
  Parts,
  Precision,
  Reference,
  Text,
} from '../platform/http/fields.js';

export const fingerprintAgencies = [
  'nypd',
  'mta_police',
  'port_authority_police',
  'state_police',
  'sheriff',
  'other_police',
  'jail_or_prison',
  'court',
  'probation_or_parole',
  'licensing_vendor',
  'uscis',
  'ice',
  'cbp',
  'other_federal',
  'other',
  'unknown',
] as const;
export type FingerprintAgency = (typeof fingerprintAgencies)[number];

export const fingerprintMethods = ['livescan', 'ink', 'mobile', 'none', 'unknown'] as const;
export type FingerprintMethod = (typeof fingerprintMethods)[number];

export const fingerprintReasons = [
  'arrest',
  'jail_admission',
  'criminal_inquiry',
  'juvenile',
  'release',
  'probation_parole',
  'registry',
  'civil_inquiry',
  'immigration_biometrics',
  'border_or_entry',
  'unknown',
] as const;
export type FingerprintReason = (typeof fingerprintReasons)[number];

export const civilReasons = [
  'adoption',
  'guardianship',
  'custody',
  'foster_care',
  'household_member',
  'employment_licence',
  'security_guard',
  'tlc',
  'childcare',
  'home_health',
  'school',
  'firearm',
  'record_review',
  'other',
] as const;
export type CivilReason = (typeof civilReasons)[number];

export const pathNodes = [
  'nypd',
  'other_agency',
  'court',
  'dcjs',
  'fbi_ngi',
  'dhs_ident',
  'ice_lesc',
  'ice_fugitive_operations',
  'ero_field_office',
] as const;
export type PathNodeName = (typeof pathNodes)[number];

export const pathEvidences = [
  'rap_sheet_seen',
  'i_213_or_complaint',
  'foia',
  'officer_statement',
  'attorney_inferred',
  'client_report',
  'unknown',
] as const;
export type PathEvidence = (typeof pathEvidences)[number];

export const hitTypes = [
  'prior_deportation_flag',
  'ident_match',
  'foreign_birth_no_match',
  'direct_ice_query',
  'none_known',
  'unknown',
] as const;
export type HitType = (typeof hitTypes)[number];

/** One station on the way of a print: NYPD -> DCJS -> FBI -> DHS IDENT -> ICE. */
export class PathNode {
  @Choice(pathNodes, {
    purpose: 'Shows through which agencies the fingerprints went.',
    keeps: 'ledger',
    required: true,
    stored: false,
  })
  node!: PathNodeName;

  @CalendarDate({ purpose: 'Shows how fast the fingerprints went on.', keeps: 'case', stored: false })
  date?: string | null;

  @Choice(pathEvidences, {
    purpose: 'Says how we know that the fingerprints were there.',
    keeps: 'case',
    stored: false,
  })
  evidence?: PathEvidence | null;
}

export class FingerprintEventFields {
  @CalendarDate({
    purpose: 'Shows how long letters take after fingerprints, and when to watch the mail.',
    keeps: 'ledger',
    required: true,
  })
  takenOn!: string;

  @Precision({ purpose: 'Says how exactly the date of the fingerprints is known.', keeps: 'ledger' })
  takenOnPrecision!: DatePrecision;

  @Choice(fingerprintAgencies, {
    purpose: "Shows which agencies' fingerprints are followed by letters.",
    keeps: 'ledger',
  })
  agency?: FingerprintAgency | null;

  @Choice(fingerprintMethods, {
    purpose: 'Says whether the fingerprints went out electronically, and so how fast.',
    keeps: 'case',
  })
  method?: FingerprintMethod | null;

  @Reference({ purpose: 'Says which arrest the fingerprints belong to.', keeps: 'case' })
  arrestId?: string | null;

  @Choice(fingerprintReasons, {
    purpose: 'Shows which reasons for fingerprinting are followed by letters.',
    keeps: 'ledger',
    required: true,
  })
  reason!: FingerprintReason;

  @Choice(civilReasons, {
    purpose: 'Shows whether people fingerprinted for a family or a job are called in too.',
    keeps: 'ledger',
  })
  civilReason?: CivilReason | null;

  @Parts(() => PathNode, {
    purpose: 'Lets your lawyer show how the fingerprints reached ICE.',
    keeps: 'case',
    max: 20,
  })
  path?: PathNode[] | null;

  @Choice(hitTypes, {
    purpose: 'Shows what in a record leads to a letter.',
    keeps: 'ledger',
    seenWith: Permission.CasePosture,
  })
  hitType?: HitType | null;

  @Text({
    purpose: 'Keeps what your lawyer needs to remember of the fingerprinting.',
    keeps: 'case',
    sealed: true,
    max: 10_000,
  })
  notes?: string | null;
}
