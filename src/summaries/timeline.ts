import type { AppointmentKind } from '../appointments/appointment.values.js';
import { dateAt, dayInWords, daysBetween } from './summary.dates.js';
import type { Wording } from './summary.texts.js';
import { counsel } from './summary.texts.counsel.js';
import type {
  ArrestFacts,
  CaseFacts,
  CustodyFacts,
  FingerprintFacts,
  LetterFacts,
  TimelineEntry,
  TimelineSection,
} from './summary.types.js';

/** Days from the fingerprints to the letter: its date, else its postmark, else its arrival. */
export function lagDays(
  letter: Pick<LetterFacts, 'letterDatedOn' | 'postmarkedOn' | 'receivedOn'>,
  print: Pick<FingerprintFacts, 'takenOn'>,
): number {
  return daysBetween(print.takenOn, letter.letterDatedOn ?? letter.postmarkedOn ?? letter.receivedOn);
}

/** Days from the letter in hand to the day on which it tells the person to come, by the calendar of the place. */
export function noticeDays(letter: Pick<LetterFacts, 'receivedOn'>, reportAt: string, zone: string): number {
  return daysBetween(letter.receivedOn, dateAt(reportAt, zone));
}

/** Appointments that tell nothing of a criminal or family matter. */
const immigrationVisits: ReadonlySet<AppointmentKind> = new Set<AppointmentKind>([
  'call_in_letter',
  'ice_check_in',
  'high_risk_ice_check_in',
  'osup_check_in',
  'isap_visit',
]);

/**
 * Dated facts in one order, up to the appointment. Without `allegations`: no arrest, court or custody, and of all
 * fingerprints only those tied to `letter`, without saying why or by whom they were taken.
 */
export function timelineOf(
  full: CaseFacts,
  letter: LetterFacts | undefined,
  allegations: boolean,
  wording: Wording,
): TimelineSection {
  const print = full.fingerprints.find((one) => one.id === letter?.fingerprintEventId);
  const prints = allegations ? full.fingerprints : print ? [print] : [];
  const visits = full.earlierAppointments.filter(({ kind }) => allegations || immigrationVisits.has(kind));
  const entries: TimelineEntry[] = [
    ...(allegations ? full.arrests.flatMap(arrestEntries) : []),
    ...prints.map((one) => fingerprintEntry(one, allegations, wording)),
    ...full.letters.flatMap((one) => letterEntries(one, allegations, wording)),
    ...visits.map(({ kind, startsAt, zone, outcome }) => ({
      on: dateAt(startsAt, zone),
      precision: 'exact' as const,
      text: [wording.appointmentKinds[kind], outcome && wording.accompanier.outcomes[outcome]]
        .filter(Boolean)
        .join(': '),
    })),
    ...(allegations ? full.custody.map(custodyEntry) : []),
    ...(full.appointment
      ? [
          {
            on: dateAt(full.appointment.startsAt, full.appointment.zone),
            precision: 'exact' as const,
            text: wording.appointmentKinds[full.appointment.kind],
          },
        ]
      : []),
  ];
  return {
    entries: entries.toSorted((a, b) => a.on.localeCompare(b.on)),
    ...spansOf(full, letter, print, allegations, wording),
  };
}

function spansOf(
  { appointment }: CaseFacts,
  letter: LetterFacts | undefined,
  print: FingerprintFacts | undefined,
  allegations: boolean,
  wording: Wording,
): Omit<TimelineSection, 'entries'> {
  if (!letter) return { spans: [] };
  const reportAt = letter.reportAt ?? appointment?.startsAt;
  const zone = letter.zone ?? appointment?.zone;
  const lag = print && lagDays(letter, print);
  const notice = reportAt && zone ? noticeDays(letter, reportAt, zone) : undefined;
  const trigger = letter.trigger && counsel.triggers[letter.trigger];
  const sure = letter.confidence ? ` (${counsel.confidences[letter.confidence]})` : '';
  return {
    ...(lag !== undefined && { lagDays: lag }),
    ...(notice !== undefined && { noticeDays: notice }),
    spans: [
      ...(print && lag !== undefined
        ? [wording.accompanier.lag(lag, isRough(letterPrecision(letter), print.takenOnPrecision))]
        : []),
      ...(notice !== undefined ? [wording.accompanier.notice(notice, isRough(letter.receivedOnPrecision))] : []),
      ...(allegations && trigger ? [`Likely set off by ${trigger}${sure}.`] : []),
      ...(allegations && letter.postmarkedOn
        ? [`Postmarked ${dayInWords(letter.postmarkedOn, letter.postmarkedOnPrecision, wording)}.`]
        : []),
    ],
  };
}

function letterPrecision(letter: LetterFacts) {
  if (letter.letterDatedOn) return letter.letterDatedOnPrecision;
  return letter.postmarkedOn ? letter.postmarkedOnPrecision : letter.receivedOnPrecision;
}

function isRough(...precisions: (string | undefined)[]): boolean {
  return precisions.some((one) => one !== undefined && one !== 'exact');
}

function fingerprintEntry(print: FingerprintFacts, allegations: boolean, wording: Wording): TimelineEntry {
  const { fingerprintsTaken } = wording.accompanier;
  const by = print.agency && counsel.fingerprintAgencies[print.agency];
  const why = print.civilReason
    ? `for a civil reason: ${counsel.civilReasons[print.civilReason]}`
    : counsel.fingerprintReasons[print.reason];
  return {
    on: print.takenOn,
    precision: print.takenOnPrecision ?? 'exact',
    text: allegations ? [fingerprintsTaken, by && `by ${by}`, why].filter(Boolean).join(' ') : fingerprintsTaken,
  };
}

function letterEntries(letter: LetterFacts, allegations: boolean, { accompanier }: Wording): TimelineEntry[] {
  const { dateOnLetter, gotLetter } = accompanier;
  return [
    ...(letter.letterDatedOn
      ? [{ on: letter.letterDatedOn, precision: letter.letterDatedOnPrecision ?? 'exact', text: dateOnLetter }]
      : []),
    {
      on: letter.receivedOn,
      precision: letter.receivedOnPrecision ?? 'exact',
      text: allegations && letter.form ? `Got the ${counsel.letterForms[letter.form]}` : gotLetter,
    },
  ];
}

function arrestEntries(arrest: ArrestFacts): TimelineEntry[] {
  const by = arrest.agency && counsel.arrestAgencies[arrest.agency];
  const where = [by, arrest.precinct && `precinct ${arrest.precinct}`].filter(Boolean).join(', ');
  const charge = [arrest.chargeStatute, arrest.chargeDescription].filter(Boolean).join(' ');
  const outcome = arrest.disposition && counsel.dispositions[arrest.disposition];
  const level = counsel.chargeLevels[arrest.chargeLevel];
  return [
    {
      on: arrest.arrestedOn,
      precision: arrest.arrestedOnPrecision ?? 'exact',
      text: [
        where ? `Arrest (${where})` : 'Arrest',
        [charge, level].filter(Boolean).join(', '),
        arrest.dispositionOn ? '' : outcome,
      ]
        .filter(Boolean)
        .join(': '),
    },
    ...(arrest.dispositionOn && outcome
      ? [{ on: arrest.dispositionOn, precision: 'exact' as const, text: `Criminal case: ${outcome}` }]
      : []),
    ...(arrest.nextCourtOn
      ? [{ on: arrest.nextCourtOn, precision: 'exact' as const, text: 'Criminal court date' }]
      : []),
  ];
}

function custodyEntry({ kind, at, zone, basis, amount, facilityName }: CustodyFacts): TimelineEntry {
  const details = [
    facilityName,
    basis && counsel.custodyBases[basis],
    typeof amount === 'number' ? `$${amount.toLocaleString('en-US')}` : undefined,
  ].filter(Boolean);
  return {
    on: dateAt(at, zone),
    precision: 'exact',
    text: `${counsel.custodyKinds[kind]}${details.length > 0 ? ` (${details.join(', ')})` : ''}`,
  };
}
