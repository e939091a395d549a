/**
 * Every job there is, with what it carries: ids only, never a person's data. The organisation goes along, so that the
 * handler's work is opened for it.
 */
export interface JobTypes {
  /** Reminders of an organisation may be due. */
  'reminder.due': { organizationId: string };
  /** Derives what is missing, re-arms what is due; every minute. */
  'reminder.sweep': Record<string, never>;
  /** Has the provider of text messages forget the words of those that have ended; every minute. */
  'reminder.redact': Record<string, never>;
  /** Seals the audit lines that came since the last seal, in each organisation; every minute. */
  'audit.seal': Record<string, never>;
  /** Draws some of last week's looks into case files for supervisors to judge; every hour, does so once a week. */
  'access_review.draw': Record<string, never>;
  /** Looks for what is new in the figures of each organisation; every hour. */
  'patterns.watch': Record<string, never>;
  /** Asks about files whose review is due, and purges what the policy says; every hour. */
  'retention.watch': Record<string, never>;
  /** Tells supervisors of demands for records that must be answered within a week; every hour. */
  'legal_demand.watch': Record<string, never>;
  /** Deletes expired idempotency keys and ended sessions; every hour. */
  'platform.tidy': Record<string, never>;
}

export type JobName = keyof JobTypes;
