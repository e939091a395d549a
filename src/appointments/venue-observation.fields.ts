import { CalendarDate, Choice, Count, Reference } from '../platform/http/fields.js';

export const observerRoles = [
  'attorney',
  'paralegal',
  'law_student',
  'leader',
  'volunteer',
  'family',
  'clergy',
  'interpreter',
  'other',
] as const;
export type ObserverRole = (typeof observerRoles)[number];

export const observationSources = ['own_observation', 'colleague', 'client'] as const;
export type ObservationSource = (typeof observationSources)[number];

/** What someone saw in a waiting room: how many people, never who. */
export class VenueObservationFields {
  @CalendarDate({ purpose: 'Shows how waiting rooms change over time.', keeps: 'ledger', required: true })
  observedOn!: string;

  @Reference({ purpose: 'Says which waiting room was seen.', keeps: 'ledger', required: true })
  placeId!: string;

  @Count({ purpose: 'Shows how many lawyers are there.', keeps: 'ledger', max: 1000 })
  attorneysSeen?: number | null;

  @Count({
    purpose: 'Shows how many people come without a lawyer, and so how many we never meet.',
    keeps: 'ledger',
    max: 1000,
  })
  unrepresentedSeen?: number | null;

  @Count({ purpose: 'Shows how many people are there in all.', keeps: 'ledger', max: 1000 })
  othersSeen?: number | null;

  @Count({ purpose: 'Shows how many people did not come out.', keeps: 'ledger', max: 1000 })
  detainedKnown?: number | null;

  @Choice(observerRoles, { purpose: 'Says how much someone in that role can see.', keeps: 'ledger' })
  observerRole?: ObserverRole | null;

  @Choice(observationSources, {
    purpose: 'Says whether it was seen or told, so that figures can be trusted.',
    keeps: 'ledger',
  })
  source?: ObservationSource | null;
}
