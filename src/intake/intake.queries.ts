import type { Work } from '../platform/database/work.js';
import type { PlannedReminder } from './intake.dto.js';

/** What is now owed because of a client's records, soonest first. */
export async function plannedFor(work: Work, clientId: string): Promise<PlannedReminder[]> {
  const rows = await work.sql<Omit<PlannedReminder, 'dueAt'> & { dueAt: Date }>(
    `SELECT id, kind, recipient_type AS "recipientType", recipient_id AS "recipientId", channel, "offset", due_at AS "dueAt", zone, language, state
     FROM reminders WHERE organization_id = $1 AND client_id = $2 AND state IN ('scheduled', 'enqueued') ORDER BY due_at, id LIMIT 100`,
    [work.organizationId, clientId],
  );
  return rows.map((row) => ({ ...row, dueAt: row.dueAt.toISOString() }));
}
