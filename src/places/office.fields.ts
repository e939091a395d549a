import { Choice, Text } from '../platform/http/fields.js';

export const officeAgencies = ['ice_ero', 'ice_hsi', 'ice_opla', 'uscis', 'eoir', 'cbp', 'other'] as const;
export type OfficeAgency = (typeof officeAgencies)[number];

/** An office that sends letters; where people are to come is a place. */
export class OfficeFields {
  @Text({ purpose: 'Names the office that sent a letter.', keeps: 'ledger', required: true, max: 120 })
  name!: string;

  @Choice(officeAgencies, { purpose: 'Shows which agency sends letters.', keeps: 'ledger', required: true })
  agency!: OfficeAgency;

  @Text({ purpose: 'Shows which part of an agency sends letters.', keeps: 'ledger', max: 120 })
  unit?: string | null;

  @Text({ purpose: 'Lets a lawyer write to the office; one line of the address per line.', keeps: 'ledger', max: 300 })
  addressLines?: string | null;

  @Text({ purpose: 'Tells offices of one agency apart.', keeps: 'ledger', max: 80 })
  city?: string | null;

  @Text({ purpose: 'Tells offices of one agency apart.', keeps: 'ledger', min: 2, max: 2, format: 'code' })
  state?: string | null;

  @Text({
    purpose: 'Says from which entry of the common list the office was copied, so that coalitions count it as one.',
    keeps: 'ledger',
    max: 60,
  })
  referenceKey?: string | null;
}
