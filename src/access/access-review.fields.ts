import { Text } from '../platform/http/fields.js';

/** What a supervisor writes beside a look into a case file. */
export class AccessReviewFields {
  @Text({
    max: 1000,
    sealed: true,
    purpose: 'Says why a supervisor found that somebody had, or lacked, a reason to look into your file.',
    keeps: 'case',
  })
  note?: string | null;
}
