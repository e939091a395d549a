import { Choice, Count, Instant, Reference, Text, Zone } from '../platform/http/fields.js';

export const custodyKinds = [
  'detained',
  'transferred',
  'nta_served',
  'bond_set',
  'bond_posted',
  'bond_denied',
  'hearing',
  'fear_interview',
  'removal_ordered',
  'stay_filed',
  'stay_decided',
  'habeas_filed',
  'habeas_decided',
  'released',
  'removed',
  'located',
  'not_located',
] as const;
export type CustodyKind = (typeof custodyKinds)[number];

/** Sections of the Immigration and Nationality Act. */
export const custodyBases = ['236a', '236c', '235b', '238', '241', 'unknown'] as const;
export type CustodyBasis = (typeof custodyBases)[number];

export const releaseReasons = [
  'bonded_out',
  'recognizance',
  'order_of_supervision',
  'paroled',
  'relief_granted',
  'proceedings_terminated',
  'habeas',
  'voluntary_departure',
  'removed',
  'transferred',
  'other',
  'unknown',
] as const;
export type ReleaseReason = (typeof releaseReasons)[number];

/** One step of someone's time in custody. */
export class CustodyEventFields {
  @Choice(custodyKinds, {
    purpose: 'Tells your lawyer and family what happened, and shows what follows a letter.',
    keeps: 'ledger',
    required: true,
  })
  kind!: CustodyKind;

  @Instant({ purpose: 'Starts deadlines, and shows how long people are held.', keeps: 'ledger', required: true })
  at!: string;

  @Zone({
    purpose: 'Makes sure that the time is that of the place.',
    keeps: 'case',
    required: true,
    default: 'America/New_York',
  })
  zone!: string;

  @Reference({ purpose: 'Says where you are held, and shows where people are taken.', keeps: 'ledger' })
  facilityId?: string | null;

  @Text({
    purpose: 'Says which courts are responsible, and shows how far away people are taken.',
    keeps: 'ledger',
    min: 2,
    max: 2,
    format: 'code',
  })
  state?: string | null;

  @Choice(custodyBases, { purpose: 'Tells your lawyer whether you can ask for a bond.', keeps: 'ledger' })
  basis?: CustodyBasis | null;

  /** In whole dollars. */
  @Count({
    purpose: 'Says how much bond is asked for in dollars, and shows what bonds are set.',
    keeps: 'ledger',
    max: 10_000_000,
  })
  amount?: number | null;

  @Text({ purpose: 'Names the court where the matter is.', keeps: 'case', max: 120 })
  court?: string | null;

  @Choice(releaseReasons, { purpose: 'Shows how people get out.', keeps: 'ledger' })
  releaseReason?: ReleaseReason | null;

  @Text({
    purpose: 'Keeps what your lawyer needs to remember of your time in custody.',
    keeps: 'case',
    sealed: true,
    max: 10_000,
  })
  notes?: string | null;
}
