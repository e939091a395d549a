import type { Work } from '../platform/database/work.js';
import type { Reminder } from './reminder.entity.js';

export const isPendingSql = (now: string) =>
  `(r.state = 'scheduled' OR (r.state = 'enqueued' AND r.lease_until <= ${now}))`;

/** Pending, and in nobody's hands. */
export const isFreeSql = (now: string) =>
  `(${isPendingSql(now)} AND (r.lease_until IS NULL OR r.lease_until <= ${now}))`;

/** Pending reminders whose time comes before `until`, the earliest first. */
export async function pendingUntil(work: Work, until: Date, limit: number) {
  return work.sql<{ id: string; attemptAt: Date }>(
    `SELECT r.id, r.attempt_at AS "attemptAt" FROM reminders r
     WHERE r.organization_id = $1 AND r.state IN ('scheduled', 'enqueued') AND r.attempt_at <= $2 AND ${isFreeSql('$3')}
     ORDER BY r.attempt_at LIMIT $4`,
    [work.organizationId, until, work.now, limit],
  );
}

const owedFields = {
  id: 'id',
  clientId: 'client_id',
  subjectType: 'subject_type',
  subjectId: 'subject_id',
  kind: 'kind',
  recipientType: 'recipient_type',
  recipientId: 'recipient_id',
  offset: 'offset',
  basis: 'basis',
  dueAt: 'due_at',
  zone: 'zone',
  usefulUntil: 'useful_until',
  channel: 'channel',
  content: 'content',
  language: 'language',
  state: 'state',
  attempts: 'attempts',
} satisfies Partial<Record<keyof Reminder, string>>;

/** What those who send a reminder, and write what came of it, know of it. */
export type Owed = Pick<Reminder, keyof typeof owedFields>;

const owedSql = Object.entries(owedFields)
  .map(([field, column]) => `r."${column}" AS "${field}"`)
  .join(', ');

/** Locks those that are still owed, by their ids; what somebody else changes at this moment is not among them. */
export async function lockOwed(work: Work, ids: string[], until: Date): Promise<Owed[]> {
  return work.sql<Owed>(
    `SELECT ${owedSql} FROM reminders r
     WHERE r.organization_id = $1 AND r.id = ANY($2) AND r.attempt_at <= $4 AND ${isFreeSql('$3')}
     ORDER BY r.due_at, r.id FOR UPDATE SKIP LOCKED`,
    [work.organizationId, ids, work.now, until],
  );
}

/** A reminder and what it is about. */
export type OfSubject = Pick<Reminder, 'id' | 'subjectType' | 'subjectId'>;

/** Of how many due reminders those are sought that nobody else has in hand. */
const soughtAmong = 5000;

/**
 * Locks the subjects of reminders that are due, without waiting: what others derive or send at this moment is theirs.
 * @returns the reminders, the earliest first
 */
export async function lockDue(work: Work, until: Date, limit: number): Promise<OfSubject[]> {
  return work.sql<OfSubject>(
    `SELECT d.id, d.subject_type AS "subjectType", d.subject_id AS "subjectId" FROM (
       SELECT r.id, r.subject_type, r.subject_id FROM reminders r WHERE r.organization_id = $1 AND r.state IN ('scheduled', 'enqueued')
         AND r.attempt_at <= $4 AND ${isFreeSql('$2')} ORDER BY r.attempt_at LIMIT ${soughtAmong}) d
     WHERE pg_try_advisory_xact_lock(hashtextextended(d.subject_id::text, 0)) LIMIT $3`,
    [work.organizationId, work.now, limit, until],
  );
}

/** As whoever derives it does, and every change of it. @returns the reminder, if it is free */
export async function lockSubjectOf(work: Work, reminderId: string): Promise<OfSubject[]> {
  return work.sql<OfSubject>(
    `SELECT r.id, r.subject_type AS "subjectType", r.subject_id AS "subjectId",
            pg_advisory_xact_lock(hashtextextended(r.subject_id::text, 0)) FROM reminders r
     WHERE r.organization_id = $1 AND r.id = $2 AND ${isFreeSql('$3')}`,
    [work.organizationId, reminderId, work.now],
  );
}
