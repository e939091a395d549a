/** Kinds of records in case files; `<noun>.created`, `.read`, `.listed`, `.changed` and `.deleted` are events of the audit. */
export const recordNouns = [
  'arrest',
  'fingerprint_event',
  'letter',
  'appointment',
  'accompaniment',
  'custody_event',
  'document',
  'packet',
] as const;
export type RecordNoun = (typeof recordNouns)[number];

/** Lists that an organisation keeps for all its case files; `<noun>.created` and `.changed` are events of the audit. */
export const referenceNouns = ['place', 'office', 'facility'] as const;
export type ReferenceNoun = (typeof referenceNouns)[number];
