import { exactly, type Findings } from '../clients/findings.js';
import type { Print } from '../fingerprints/fingerprints.service.js';
import { dateIn, daysBetween } from '../platform/http/values.js';
import type { LetterFields, LetterTrigger } from './letter.fields.js';

type Dates = Pick<LetterFields, 'receivedOn' | 'letterDatedOn' | 'postmarkedOn'>;

/** By which date of a letter its lag is counted. */
const lagField = ({ letterDatedOn, postmarkedOn }: Dates) =>
  letterDatedOn ? 'letterDatedOn' : postmarkedOn ? 'postmarkedOn' : 'receivedOn';

/** When a letter was written, as well as is known: its date, else its postmark, else its arrival. */
export const writtenOn = (letter: Dates): string => letter.letterDatedOn ?? letter.postmarkedOn ?? letter.receivedOn;

/** Whole days from the print to the letter. */
export const lagDays = (letter: Dates, takenOn: string): number => daysBetween(takenOn, writtenOn(letter));

/** Whole days from the arrival of a letter to the day on which it tells people to come, by the calendar of the place. */
export const noticeDays = (receivedOn: string, reportAt: string, zone: string): number =>
  daysBetween(receivedOn, dateIn(zone, new Date(reportAt)));

/** What a letter that follows a print seems to be triggered by. */
export const triggerOf = (reason: Print['reason']): LetterTrigger =>
  reason === 'arrest' ? 'arrest_print' : reason === 'civil_inquiry' ? 'civil_print' : 'unknown';

const longestLag = 730;
const shortestNotice = 2;
const longestNotice = 90;

/** Orders of dates that cannot be, and spans that hardly can. */
export function judgeDates(findings: Findings, letter: LetterFields, print: Print | undefined): void {
  const { receivedOn, letterDatedOn, postmarkedOn } = letter;
  const exact = {
    receivedOn: exactly(letter.receivedOnPrecision),
    letterDatedOn: exactly(letter.letterDatedOnPrecision),
    postmarkedOn: exactly(letter.postmarkedOnPrecision),
  };
  findings.notInFuture('receivedOn', receivedOn, letter.receivedOnPrecision);
  findings.notInFuture('postmarkedOn', postmarkedOn, letter.postmarkedOnPrecision);
  if (letterDatedOn && receivedOn < letterDatedOn) {
    const certain = exact.receivedOn && exact.letterDatedOn;
    findings.disorder(
      certain,
      'receivedOn',
      'letter.received_before_dated',
      'A letter cannot arrive before the date on it.',
    );
  }
  if (postmarkedOn && receivedOn < postmarkedOn) {
    const certain = exact.receivedOn && exact.postmarkedOn;
    findings.disorder(
      certain,
      'receivedOn',
      'letter.received_before_postmark',
      'A letter cannot arrive before it was postmarked.',
    );
  }
  if (letterDatedOn && postmarkedOn && postmarkedOn < letterDatedOn) {
    // Offices do date letters ahead.
    findings.warn(
      'postmarkedOn',
      'letter.postmarked_before_dated',
      'The postmark is earlier than the date on the letter. Check both.',
    );
  }
  if (print) judgeLag(findings, letter, print, exact);
  if (letter.reportAt)
    judgeNotice(findings, letter, letter.reportAt, letter.zone!, exact.letterDatedOn, exact.receivedOn);
}

function judgeLag(findings: Findings, letter: LetterFields, print: Print, exact: Record<keyof Dates, boolean>): void {
  const earlier = (['letterDatedOn', 'postmarkedOn', 'receivedOn'] as const).filter(
    (field) => (letter[field] ?? print.takenOn) < print.takenOn,
  );
  for (const field of earlier) {
    const certain = exact[field] && exactly(print.takenOnPrecision);
    findings.disorder(
      certain,
      field,
      'letter.before_print',
      'The letter cannot follow fingerprints that were taken later. Check the date, or name other fingerprints.',
    );
  }
  if (earlier.length === 0 && lagDays(letter, print.takenOn) > longestLag) {
    findings.warn(
      lagField(letter),
      'letter.lag_long',
      'More than two years lie between the fingerprints and the letter. Check the dates, and whether something else led to it.',
    );
  }
}

function judgeNotice(
  findings: Findings,
  letter: LetterFields,
  reportAt: string,
  zone: string,
  datedExactly: boolean,
  receivedExactly: boolean,
): void {
  const day = dateIn(zone, new Date(reportAt));
  if (letter.letterDatedOn && day < letter.letterDatedOn) {
    findings.disorder(
      datedExactly,
      'reportAt',
      'letter.report_before_dated',
      'The letter cannot tell anyone to come before the date on it.',
    );
    return;
  }
  const notice = noticeDays(letter.receivedOn, reportAt, zone);
  if (notice < 0) {
    findings.warn(
      'reportAt',
      'letter.report_before_received',
      'The day to come had passed when the letter arrived. Check both dates.',
    );
  } else if (notice < shortestNotice && receivedExactly) {
    findings.warn(
      'reportAt',
      'letter.notice_short',
      'The letter arrived less than two days before the day to come. Check both dates, and act today.',
    );
  } else if (notice > longestNotice) {
    findings.warn(
      'reportAt',
      'letter.notice_long',
      'More than 90 days lie between the arrival of the letter and the day to come. Check the year.',
    );
  }
}
