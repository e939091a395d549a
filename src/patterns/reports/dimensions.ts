import type { Cell } from '../report.js';
import * as words from './values.words.js';

/** Something that rows of the ledger can be grouped by. */
export interface Dimension {
  /** Heading of the groups. */
  label: string;
  /** Column of the table. */
  column: string;
  /** In the order of the keys, as months are; else the largest group comes first. */
  ordered?: true;
  /** The list that says what an id is called. */
  names?: 'offices' | 'places';
  /** Dates that stand for a whole month are shown as one. */
  month?: true;
  /** What its values are called. What has none is a number, a name or a day, and is the same in every language. */
  words?: Readonly<Record<string, words.Called>>;
  /** Several values in a row, or the name of a county. */
  spelled?: 'path' | 'county' | undefined;
}

const inOrder = (label: string, column: string): Dimension => ({ label, column, ordered: true });
const month = (label: string, column: string): Dimension => ({ label, column, ordered: true, month: true });
const values = (label: string, column: string, words?: Dimension['words']): Dimension => ({
  label,
  column,
  ...(words ? { words } : {}),
});

/** How a person stands, and who was there: in the ledger of letters and in that of appointments. */
const ofPeople = {
  county: { ...values('County', 'county'), spelled: 'county' },
  place: { label: 'Place', column: 'place_id', names: 'places' },
  ageBand: values('Age', 'age_band', words.ageBandWords),
  proceedings: values('Proceedings', 'proceedings', words.proceedingsWords),
  priorRemovalOrder: values('Earlier removal order', 'prior_removal_order', words.priorRemovalOrderWords),
  convictions: values('Convictions', 'convictions', words.convictionsWords),
  pendingRelief: values('Relief pending', 'pending_relief_any'),
  spouse: values('Citizen or resident spouse', 'us_citizen_or_lpr_spouse'),
  representation: values('Representation', 'representation', words.representationWords),
  accompanied: values('Accompanied', 'accompanied'),
  counsel: values('Attorney admitted', 'attorney_admitted', words.counselWords),
  outcome: values('Outcome', 'outcome', words.outcomeWords),
} satisfies Record<string, Dimension>;

export const letterDimensions = {
  month: month('Month', 'received_month'),
  week: inOrder('Week of', 'received_week'),
  printMonth: month('Printed in', 'print_month'),
  ...ofPeople,
  office: { label: 'Office', column: 'office_id', names: 'offices' },
  officialTitle: values("Official's title", 'official_title', words.officialTitleWords),
  agency: values('Arresting agency', 'arrest_agency', words.agencyWords),
  precinct: values('Precinct', 'precinct'),
  process: values('How arrested', 'process', words.processWords),
  chargeLevel: values('Charge level', 'charge_level', words.chargeLevelWords),
  chargeCategory: values('Charge category', 'charge_category', words.chargeCategoryWords),
  printReason: values('Reason for the print', 'print_reason', words.printReasonWords),
  hitType: values('Kind of hit', 'hit_type', words.hitTypeWords),
  printPath: { ...values('Way of the print', 'print_path', words.pathNodeWords), spelled: 'path' },
  evidenceGrade: values('Evidence', 'evidence_grade', words.evidenceGradeWords),
  form: values('Form', 'form', words.formWords),
  sequence: values('First or later letter', 'sequence', words.sequenceWords),
} satisfies Record<string, Dimension>;

export const appointmentDimensions = {
  month: month('Month', 'starts_month'),
  weekday: {
    ...inOrder('Weekday', 'weekday'),
    words: words.weekdayWords,
  },
  hour: inOrder('Hour', 'hour'),
  kind: values('Kind', 'kind', words.appointmentKindWords),
  ...ofPeople,
} satisfies Record<string, Dimension>;

export const venueDimensions = {
  month: month('Month', 'observed_month'),
  week: inOrder('Week of', 'observed_week'),
  place: ofPeople.place,
} satisfies Record<string, Dimension>;

export const reminderDimensions = {
  month: { ...month('Month', "date_trunc('month', due_at)::date") },
  kind: values('Kind', 'kind', words.reminderKindWords),
  channel: values('Channel', 'channel', words.reminderChannelWords),
} satisfies Record<string, Dimension>;

/** Everything that any report can be grouped by. */
export const groupings = [
  ...new Set(
    [letterDimensions, appointmentDimensions, venueDimensions, reminderDimensions].flatMap(
      (dimensions) => Object.keys(dimensions) as GroupingName[],
    ),
  ),
];
export type GroupingName =
  | keyof typeof letterDimensions
  | keyof typeof appointmentDimensions
  | keyof typeof venueDimensions
  | keyof typeof reminderDimensions;

const languages = { en: 0, es: 1 } as const;
/** Counties outside New York begin with their state: `nj_hudson`. */
const elsewhere = /^(ct|de|ma|md|nj|pa|ri|vt)_(.+)$/;
const capitals = (name: string) => name.split('_').map(upper).join(' ');
const upper = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** A key in words: `misdemeanor_b` is "B misdemeanor", the path of a print has arrows, `nj_hudson` is "Hudson, NJ". */
export function inWords(key: Cell, dimension?: Dimension, language: keyof typeof languages = 'en'): string {
  const said = (both: words.Called) => both[languages[language]];
  if (key === null) return said(words.notKnown);
  if (typeof key === 'boolean') return said(key ? words.yes : words.no);
  if (dimension?.spelled === 'path')
    return String(key)
      .split('>')
      .map((station) => inWords(station, { ...dimension, spelled: undefined }, language))
      .join(' → ');
  const given = dimension?.words?.[String(key)];
  if (given) return said(given);
  if (typeof key === 'number' || dimension?.ordered) return String(key);
  if (key === 'unknown') return said(words.noted);
  if (dimension?.spelled === 'county') {
    const [, state, name] = elsewhere.exec(key) ?? [];
    return state && name ? `${capitals(name)}, ${state.toUpperCase()}` : capitals(key);
  }
  return upper(key.replaceAll('_', ' '));
}
