import type { Work } from '../platform/database/work.js';
import { beginningOf, endOf } from '../platform/http/day-or-instant.js';
import type { AuditEventAnswer, AuditQuery } from './audit.dto.js';

export type AuditFilters = Pick<AuditQuery, 'event' | 'clientId' | 'userId' | 'subjectId' | 'from' | 'to'>;

type Row = Omit<AuditEventAnswer, 'at'> & { at: Date };

const columns = `a.id, a.at, a.user_id AS "userId", u.display_name AS "userName", a.role, a.event,
  a.subject_type AS "subjectType", a.subject_id AS "subjectId", a.client_id AS "clientId", a.origin,
  a.request_id AS "requestId", a.details`;

/**
 * Lines of the audit by their ids, which are in the order of time; each filter has an index that ends in the id.
 * @param after id of the last line of the page before
 */
export async function auditLines(
  work: Work,
  { event, clientId, userId, subjectId, from, to }: AuditFilters,
  order: 'newest first' | 'oldest first',
  limit: number,
  after?: string,
): Promise<Row[]> {
  const parameters: unknown[] = [work.organizationId, limit];
  const conditions: string[] = [];
  const where = (condition: string, value: unknown) => {
    if (value !== undefined) conditions.push(`AND ${condition} $${parameters.push(value)}`);
  };
  const period = await periodOfIds(work, { from, to });
  where('a.event =', event);
  where('a.client_id =', clientId);
  where('a.user_id =', userId);
  where('a.subject_id =', subjectId);
  where('a.id >=', period.from);
  where('a.id <', period.to);
  where(order === 'newest first' ? 'a.id <' : 'a.id >', after);
  return work.sql<Row>(
    `SELECT ${columns} FROM audit_events a
     LEFT JOIN users u ON u.organization_id = a.organization_id AND u.id = a.user_id
     WHERE a.organization_id = $1 ${conditions.join(' ')} ORDER BY a.id ${order === 'newest first' ? 'DESC' : ''} LIMIT $2`,
    parameters,
  );
}

/** A period as the lowest ids that lines of its beginning and its end can have; ids are in the order of time. */
export async function periodOfIds(
  work: Work,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Promise<{ from?: string; to?: string }> {
  if (from === undefined && to === undefined) return {};
  const zone = await work.zone();
  return {
    ...(from === undefined ? {} : { from: firstIdOf(beginningOf(from, zone)) }),
    ...(to === undefined ? {} : { to: firstIdOf(endOf(to, zone)) }),
  };
}

/** The lowest UUIDv7 of a millisecond. */
export function firstIdOf(instant: Date): string {
  const ms = Math.max(0, instant.getTime()).toString(16).padStart(12, '0');
  return `${ms.slice(0, 8)}-${ms.slice(8)}-0000-0000-000000000000`;
}
