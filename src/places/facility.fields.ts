import { Text } from '../platform/http/fields.js';

/** A jail or centre where immigration authorities hold people. */
export class FacilityFields {
  @Text({ purpose: 'Names where people are held.', keeps: 'ledger', required: true, max: 120 })
  name!: string;

  @Text({ purpose: 'Tells families and lawyers how far away people are held.', keeps: 'ledger', max: 80 })
  city?: string | null;

  @Text({
    purpose: 'Shows in which states people are held, and which courts are responsible.',
    keeps: 'ledger',
    min: 2,
    max: 2,
    format: 'code',
  })
  state?: string | null;

  @Text({
    purpose: 'Says from which entry of the common list the facility was copied, so that coalitions count it as one.',
    keeps: 'ledger',
    max: 60,
  })
  referenceKey?: string | null;
}
