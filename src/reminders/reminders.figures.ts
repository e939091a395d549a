import type { Work } from '../platform/database/work.js';
import { isPendingSql } from './due.queries.js';

/** Seconds after its time at which a reminder that was sent is counted as no later than that. */
export const lateSteps = [1, 5, 30, 60, 300, 900, 3600];

export interface Figures {
  due: number;
  late: number;
  sent: number;
  failed: number;
  unconfirmed: number;
  skipped: number;
  /** Of those sent, how many no later than each of {@link lateSteps}. */
  within: number[];
}

/** Counts of one organisation; what is done, of the last 24 hours. */
export async function figuresOf(work: Work): Promise<Figures> {
  const [row] = await work.sql<Figures>(
    `SELECT (SELECT count(*) FROM reminders r WHERE r.organization_id = $1 AND r.state IN ('scheduled', 'enqueued')
               AND r.attempt_at <= $2 AND ${isPendingSql('$2')}) AS due,
            (SELECT count(*) FROM reminders r WHERE r.organization_id = $1 AND r.state IN ('scheduled', 'enqueued')
               AND r.attempt_at < $2::timestamptz - interval '5 minutes' AND ${isPendingSql('$2')}) AS late,
            d.* FROM (
       SELECT count(*) FILTER (WHERE r.sent_at IS NOT NULL) AS sent,
              count(*) FILTER (WHERE r.state IN ('failed', 'carrier_blocked')) AS failed,
              count(*) FILTER (WHERE r.state = 'unconfirmed') AS unconfirmed,
              count(*) FILTER (WHERE r.state = 'skipped_past_due') AS skipped,
              array[${lateSteps
                .map(
                  (seconds) =>
                    `count(*) FILTER (WHERE r.sent_at <= r.due_at + interval '${seconds} seconds' + interval '1 millisecond')::int`,
                )
                .join(', ')}] AS within
       FROM reminders r WHERE r.organization_id = $1 AND r.due_at > $2::timestamptz - interval '24 hours' AND r.due_at <= $2) d`,
    [work.organizationId, work.now],
  );
  return row!;
}
