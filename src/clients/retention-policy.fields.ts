import { Choice, Count, Parts } from '../platform/http/fields.js';
import { closingReasons, type ClosingReason } from './client.values.js';

/** The longest that any file waits for its review, in months. */
export const mostMonths = 240;

/** How long files that were closed for one reason are kept. */
export class MonthsForReason {
  @Choice(closingReasons, {
    purpose: 'Names the reason for closing that has a period of its own.',
    keeps: 'administration',
    required: true,
    stored: false,
  })
  closingReason!: ClosingReason;

  @Count({
    purpose: 'Says after how many months somebody decides whether the file is still needed.',
    keeps: 'administration',
    required: true,
    stored: false,
    min: 1,
    max: mostMonths,
  })
  months!: number;
}

/** How long an organisation keeps the files that it has closed. */
export class RetentionPolicyFields {
  @Count({
    purpose: 'Says after how many months files of the class short are reviewed.',
    keeps: 'administration',
    required: true,
    default: 6,
    min: 1,
    max: mostMonths,
  })
  shortMonths!: number;

  @Count({
    purpose: 'Says after how many months files are reviewed that nobody gave another class.',
    keeps: 'administration',
    required: true,
    default: 12,
    min: 1,
    max: mostMonths,
  })
  standardMonths!: number;

  @Count({
    purpose: 'Says after how many months files of the class extended are reviewed.',
    keeps: 'administration',
    required: true,
    default: 84,
    min: 1,
    max: mostMonths,
  })
  extendedMonths!: number;

  @Parts(() => MonthsForReason, {
    purpose: 'Gives files of the standard class that were closed for some reasons a period of their own.',
    keeps: 'administration',
    max: closingReasons.length,
  })
  monthsByReason?: MonthsForReason[] | null;

  @Count({
    purpose: 'Purges a file by itself so many days after its review was due and nobody decided; left out, never.',
    keeps: 'administration',
    min: 30,
    max: 365,
  })
  purgeAfterDays?: number | null;
}
