/** Closed lists of a reminder. */

export const subjectTypes = ['appointment', 'letter', 'fingerprint_event', 'hearing', 'packet', 'review'] as const;
export type SubjectType = (typeof subjectTypes)[number];

export const recipientTypes = ['client', 'contact', 'user'] as const;
export type RecipientType = (typeof recipientTypes)[number];

export const reminderKinds = [
  'ice_appointment',
  'court_date',
  'filing_deadline',
  'fingerprint_watch',
  'packet_prepare',
  'packet_return',
  'debrief_missing',
  'overdue_at_ice',
  'locator_check',
  'retention_review',
  'consent_renewal',
  'pattern_alert',
  'pattern_book',
  'account_changed',
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** `voice_task`: a member of staff is asked to call. */
export const reminderChannels = ['in_app', 'email', 'sms', 'voice_task'] as const;
export type ReminderChannel = (typeof reminderChannels)[number];

/** `neutral`: gives nothing away to whoever else reads it. `in_app_full`: shown inside the application only. */
/** `detail`: with day, time and place, to a person who asked for that. */
export const reminderContents = ['neutral', 'detail', 'in_app_full'] as const;
export type ReminderContent = (typeof reminderContents)[number];

/**
 * `scheduled`: owed, waiting for its time or for another try. `enqueued`: handed to the channel, whose answer is awaited.
 * `sent`: taken over by the provider. `unconfirmed`: handed over, and nobody can know whether it was taken over. `skipped_past_due`: its time was past before it could be of use. `superseded`:
 * another reminder stands in its place.
 */
export const reminderStates = [
  'scheduled',
  'enqueued',
  'sent',
  'delivered',
  'unconfirmed',
  'failed',
  'carrier_blocked',
  'opted_out',
  'skipped_past_due',
  'cancelled',
  'superseded',
  'acknowledged',
  'escalated',
] as const;
export type ReminderState = (typeof reminderStates)[number];

/** Still to be sent. */
export const pendingStates = ['scheduled', 'enqueued'] as const;
