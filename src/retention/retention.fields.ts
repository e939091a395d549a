import { CalendarDate, Choice, Flag, Text } from '../platform/http/fields.js';

/** Why a file is kept from being destroyed, as whoever placed the hold says. */
export class LegalHoldFields {
  @Text({
    purpose: 'Says why your file must not be destroyed for now.',
    keeps: 'case',
    sealed: true,
    required: true,
    min: 5,
    max: 1000,
  })
  reason!: string;
}

/** Why a closed file is still needed. */
export class RetentionReviewFields {
  @Text({
    purpose: 'Says why your file is kept longer, so that nobody keeps it without a reason.',
    keeps: 'case',
    sealed: true,
    required: true,
    min: 5,
    max: 1000,
  })
  reason!: string;

  @CalendarDate({
    purpose: 'Says when somebody decides again whether your file is still needed.',
    keeps: 'case',
    required: true,
  })
  nextReviewOn!: string;
}

/** Stands on the certificate, which outlives the file: one of a list, so that it tells nothing of the person. */
export const purgeReasons = [
  'no_longer_needed',
  'client_asked',
  'entered_in_error',
  'consent_missing',
  'retention_policy',
  'other',
] as const;
export type PurgeReason = (typeof purgeReasons)[number];

/** What is said of a purge besides which file. */
export class PurgeFields {
  @Choice(purgeReasons, {
    purpose: 'Says on the certificate why the file was destroyed.',
    keeps: 'administration',
    required: true,
  })
  reason!: PurgeReason;

  @Flag({
    purpose: 'Says that the file is to go although appointments are ahead, of which nobody will be reminded.',
    keeps: 'administration',
    required: true,
    default: false,
  })
  despiteAppointments!: boolean;
}
