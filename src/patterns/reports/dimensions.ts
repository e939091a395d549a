import type { Cell } from '../report.js';

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
  words?: Record<string, string>;
}

const inOrder = (label: string, column: string): Dimension => ({ label, column, ordered: true });
const month = (label: string, column: string): Dimension => ({ label, column, ordered: true, month: true });
const values = (label: string, column: string): Dimension => ({ label, column });

/** How a person stands, and who was there: in the ledger of letters and in that of appointments. */
const ofPeople = {
  county: values('County', 'county'),
  place: { label: 'Place', column: 'place_id', names: 'places' },
  ageBand: values('Age', 'age_band'),
  proceedings: values('Proceedings', 'proceedings'),
  priorRemovalOrder: values('Earlier removal order', 'prior_removal_order'),
  convictions: values('Convictions', 'convictions'),
  pendingRelief: values('Relief pending', 'pending_relief_any'),
  spouse: values('Citizen or resident spouse', 'us_citizen_or_lpr_spouse'),
  representation: values('Representation', 'representation'),
  accompanied: values('Accompanied', 'accompanied'),
  counsel: values('Attorney admitted', 'attorney_admitted'),
  outcome: values('Outcome', 'outcome'),
} satisfies Record<string, Dimension>;

export const letterDimensions = {
  month: month('Month', 'received_month'),
  week: inOrder('Week of', 'received_week'),
  printMonth: month('Printed in', 'print_month'),
  ...ofPeople,
  office: { label: 'Office', column: 'office_id', names: 'offices' },
  officialTitle: values("Official's title", 'official_title'),
  agency: values('Arresting agency', 'arrest_agency'),
  precinct: values('Precinct', 'precinct'),
  process: values('How arrested', 'process'),
  chargeLevel: values('Charge level', 'charge_level'),
  chargeCategory: values('Charge category', 'charge_category'),
  printReason: values('Reason for the print', 'print_reason'),
  hitType: values('Kind of hit', 'hit_type'),
  printPath: values('Way of the print', 'print_path'),
  evidenceGrade: values('Evidence', 'evidence_grade'),
  form: values('Form', 'form'),
  sequence: values('First or later letter', 'sequence'),
} satisfies Record<string, Dimension>;

export const appointmentDimensions = {
  month: month('Month', 'starts_month'),
  weekday: {
    ...inOrder('Weekday', 'weekday'),
    words: Object.fromEntries(
      ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((day, at) => [at + 1, day]),
    ),
  },
  hour: inOrder('Hour', 'hour'),
  kind: values('Kind', 'kind'),
  ...ofPeople,
} satisfies Record<string, Dimension>;

export const venueDimensions = {
  month: month('Month', 'observed_month'),
  week: inOrder('Week of', 'observed_week'),
  place: ofPeople.place,
} satisfies Record<string, Dimension>;

export const reminderDimensions = {
  month: { ...month('Month', "date_trunc('month', due_at)::date") },
  kind: values('Kind', 'kind'),
  channel: values('Channel', 'channel'),
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

/** A key in words: `misdemeanor_b` is "Misdemeanor b", the path of a print has arrows. */
export function inWords(key: Cell, dimension?: Dimension): string {
  if (key === null) return 'Not known';
  if (typeof key === 'boolean') return key ? 'Yes' : 'No';
  const given = dimension?.words?.[String(key)];
  if (given) return given;
  if (typeof key === 'number' || dimension?.ordered) return String(key);
  const words = key.replaceAll('_', ' ').replaceAll('>', ' → ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
