import { maySeeSql } from '../clients/client.policy.js';
import { columnsOf } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import type { Position } from '../platform/http/paging.js';
import { Reminder } from './reminder.entity.js';
import type { RemindersQuery } from './reminders.dto.js';

export type ReminderRow = Reminder & { clientCode: string | null };

/**
 * Whether somebody has to see to it. What was past already when its date was entered is no such thing: another went out in
 * its place.
 */
export const needsCare = ({ state, lastErrorCode }: Pick<Reminder, 'state' | 'lastErrorCode'>) =>
  ['failed', 'carrier_blocked', 'unconfirmed'].includes(state) ||
  (state === 'skipped_past_due' && lastErrorCode !== null);
const needsCareSql = `(r.state IN ('failed', 'carrier_blocked', 'unconfirmed')
  OR (r.state = 'skipped_past_due' AND r.last_error_code IS NOT NULL))`;

const shownColumns = (work: Work) =>
  `${columnsOf(work.manager.connection.getMetadata(Reminder), 'r')}, c.code AS "clientCode"`;
const withClient =
  'FROM reminders r LEFT JOIN clients c ON c.organization_id = r.organization_id AND c.id = r.client_id';

/** A reminder that the one who asks may see. */
export async function reminderById(work: Work, id: string, lock = false): Promise<ReminderRow | undefined> {
  const [row] = await work.sql<ReminderRow>(
    `SELECT ${shownColumns(work)} ${withClient} WHERE r.organization_id = $1 AND r.id = $2
       AND (r.client_id IS NULL OR ${maySeeSql('$3', '$4')}) ${lock ? 'FOR UPDATE OF r' : ''}`,
    [work.organizationId, id, work.actor.userId, work.now],
  );
  return row;
}

function conditions(work: Work, query: RemindersQuery, clientId: string | undefined) {
  const parameters: unknown[] = [work.organizationId, work.actor.userId, work.now];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  let text = `r.organization_id = $1 AND (r.client_id IS NULL OR ${maySeeSql('$2', '$3')})`;
  if (clientId) text += ` AND r.client_id = ${bind(clientId)}`;
  if (query.state) text += ` AND r.state = ${bind(query.state)}`;
  if (query.only === 'ahead') text += " AND r.state IN ('scheduled', 'enqueued')";
  if (query.only === 'needs_care') text += ` AND ${needsCareSql}`;
  if (query.dueBefore) text += ` AND r.due_at < ${bind(query.dueBefore)}::timestamptz`;
  return { text, parameters, bind };
}

export async function listReminders(
  work: Work,
  query: RemindersQuery,
  position: Position | undefined,
  clientId?: string,
) {
  const { text, parameters, bind } = conditions(work, query, clientId);
  const [beyond, direction] = query.order === 'latest' ? ['<', 'DESC'] : ['>', 'ASC'];
  const page = position
    ? `AND (r.due_at, r.id) ${beyond} (${bind(position.after)}::timestamptz, ${bind(position.id)}::uuid)`
    : '';
  return work.sql<ReminderRow>(
    `SELECT ${shownColumns(work)} ${withClient} WHERE ${text} ${page} ORDER BY r.due_at ${direction}, r.id ${direction} LIMIT ${bind(query.limit + 1)}`,
    parameters,
  );
}

export async function countReminders(work: Work, query: RemindersQuery, clientId?: string): Promise<number> {
  const { text, parameters } = conditions(work, query, clientId);
  const [row] = await work.sql<{ n: number }>(`SELECT count(*) AS n ${withClient} WHERE ${text}`, parameters);
  return row!.n;
}
