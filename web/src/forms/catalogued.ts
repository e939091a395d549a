import { catalogue } from '../api/catalogue.js';

export type Kind =
  'text' | 'choice' | 'choices' | 'date' | 'instant' | 'flag' | 'count' | 'reference' | 'references' | 'parts';

/** What the API's document says of a field. */
export interface Catalogued {
  kind: Kind;
  /** Why it is asked, for the person who is asked; in English (`Purpose` says it in the language of the page). */
  purpose: string;
  required?: boolean;
  values?: readonly string[];
  max?: number;
  parts?: string;
}

export type Noun = keyof typeof catalogue;

export function catalogued(noun: string, name: string): Catalogued {
  const field = (catalogue as Record<string, Record<string, Catalogued>>)[noun]?.[name];
  if (!field) throw new Error(`The API knows no field ${noun}.${name}.`);
  return field;
}

export const fieldNames = (noun: string) => Object.keys((catalogue as Record<string, object>)[noun] ?? {});

/** Classes whose words stand with those of another. */
const elsewhere: Record<string, string> = {
  RecordOutcome: 'appointment',
  NextAppointment: 'appointment',
  CloseClient: 'retention',
  KeepFile: 'retention',
  MonthsForReason: 'retention',
  PlaceHold: 'retention',
  RetentionPolicy: 'retention',
  PlaceHolds: 'legalDemand',
};

/** Namespace of the words of a class of the API: CreateLetter and ChangeLetter are about a letter. */
export function wordsOf(noun: string): string {
  const bare = noun.replace(/^(Create|Change|Put)/, '');
  return elsewhere[bare] ?? bare.charAt(0).toLowerCase() + bare.slice(1);
}
