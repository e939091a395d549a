import { Choice, Text, Zone } from '../platform/http/fields.js';

export const placeKinds = ['ice_office', 'court', 'uscis', 'isap', 'detention', 'other'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** A place where people have to go: an office, a court, a check-in. Holds nothing about any person. */
export class PlaceFields {
  @Text({ purpose: 'Names the place where people are to come.', keeps: 'ledger', required: true, max: 120 })
  name!: string;

  @Choice(placeKinds, { purpose: 'Shows to what kind of place people are called.', keeps: 'ledger', required: true })
  kind!: PlaceKind;

  @Text({
    purpose: 'Brings people to the right building; one line of the address per line.',
    keeps: 'ledger',
    max: 300,
  })
  addressLines?: string | null;

  @Text({ purpose: 'Shows in which county people are called in.', keeps: 'ledger', max: 60, format: 'county' })
  county?: string | null;

  @Text({ purpose: 'Shows in which state people are called in.', keeps: 'ledger', min: 2, max: 2, format: 'code' })
  state?: string | null;

  @Zone({
    purpose: 'Makes sure that times are those of the place.',
    keeps: 'administration',
    required: true,
    default: 'America/New_York',
  })
  zone!: string;

  @Text({
    purpose: 'Tells people and companions which door, which floor and what to expect at security.',
    keeps: 'administration',
    max: 1000,
  })
  entranceNotes?: string | null;

  @Text({
    purpose: 'Says from which entry of the common list the place was copied, so that coalitions count it as one.',
    keeps: 'ledger',
    max: 60,
  })
  referenceKey?: string | null;
}
