import { CalendarDate, Choice, Flag, Reference, Text } from '../platform/http/fields.js';
import { consentKinds, consentWays, type ConsentKind, type ConsentWay } from './client.values.js';

/** Someone to call when a person does not come out; kept sealed as a whole. */
export class EmergencyContact {
  @Text({ purpose: 'Lets us ask for the right person.', keeps: 'identity', required: true, max: 200, stored: false })
  name!: string;

  @Text({ purpose: 'Tells us how to speak with your contact.', keeps: 'identity', max: 100, stored: false })
  relation?: string | null;

  @Text({
    purpose: 'Lets us call your contact in an emergency.',
    keeps: 'identity',
    max: 16,
    format: 'phone',
    stored: false,
  })
  phone?: string | null;

  @Text({
    purpose: 'Lets us speak with your contact in their language.',
    keeps: 'identity',
    max: 35,
    format: 'language',
    stored: false,
  })
  language?: string | null;

  @Flag({
    purpose: 'Keeps your case from being told to someone who should not know.',
    keeps: 'identity',
    stored: false,
  })
  mayBeToldAboutCase?: boolean | null;
}

/** Someone who is to care for the children; kept sealed as a whole. */
export class Caregiver {
  @Text({
    purpose: 'Names who is to care for your children.',
    keeps: 'identity',
    required: true,
    max: 200,
    stored: false,
  })
  name!: string;

  @Text({ purpose: 'Tells a school or a court who the caregiver is.', keeps: 'identity', max: 100, stored: false })
  relation?: string | null;

  @Text({
    purpose: 'Lets us call the caregiver at once if you are held.',
    keeps: 'identity',
    max: 16,
    format: 'phone',
    stored: false,
  })
  phone?: string | null;

  @Text({
    purpose: 'Lets us speak with the caregiver in their language.',
    keeps: 'identity',
    max: 35,
    format: 'language',
    stored: false,
  })
  language?: string | null;
}

/** One thing that a person agreed to. Without `record_keeping` no file may be kept. */
export class Consent {
  @Choice(consentKinds, { purpose: 'Says what you agreed to.', keeps: 'case', required: true, stored: false })
  kind!: ConsentKind;

  @CalendarDate({ purpose: 'Proves since when we have your consent.', keeps: 'case', required: true, stored: false })
  givenOn!: string;

  /** Id of a user. */
  @Reference({ purpose: 'Names who explained the consent to you.', keeps: 'administration', stored: false })
  takenBy?: string | null;

  @Choice(consentWays, { purpose: 'Proves in what way you agreed.', keeps: 'case', stored: false })
  how?: ConsentWay | null;

  @CalendarDate({ purpose: 'Makes sure that we stop when you take consent back.', keeps: 'case', stored: false })
  withdrawnOn?: string | null;
}
