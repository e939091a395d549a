import { firstIdOf } from '../audit/audit.queries.js';
import { wayOf } from '../audit/events.js';
import { keysOfClientSql } from '../clients/case-files.service.js';
import { maySeeSql } from '../clients/client.policy.js';
import type { WrappedKey } from '../platform/crypto/key-ring.js';
import { columnsOf } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import type { Position } from '../platform/http/paging.js';
import { AccessReview, type AccessReviewState } from './access-review.entity.js';

/** What people do to see a file; lists show too little of one, and what was refused showed nothing. */
const looks = Object.keys(wayOf).filter((event) => ['read', 'summary', 'print'].includes(wayOf[event]!));

export type ReviewRow = AccessReview & { code: string; userName: string | null; keys: WrappedKey[] | null };

export type Drawable = Pick<AccessReview, 'clientId' | 'auditEventId' | 'userId' | 'role' | 'event' | 'lookedAt'>;

/** The week before the one of an instant, where the organisation works: its Monday, and its beginning and end. */
export async function lastWeek(work: Work): Promise<{ monday: string; from: Date; to: Date }> {
  const [row] = await work.sql<{ monday: string; from: Date; to: Date }>(
    `SELECT (w.monday - 7) AS monday, (w.monday - 7)::timestamp AT TIME ZONE w.zone AS "from",
            w.monday::timestamp AT TIME ZONE w.zone AS "to"
     FROM (SELECT date_trunc('week', $2::timestamptz AT TIME ZONE o.zone)::date AS monday, o.zone
           FROM organizations o WHERE o.id = $1) w`,
    [work.organizationId, work.now],
  );
  return row!;
}

export async function isDrawn(work: Work, monday: string): Promise<boolean> {
  const rows = await work.sql('SELECT 1 FROM access_reviews WHERE organization_id = $1 AND week = $2 LIMIT 1', [
    work.organizationId,
    monday,
  ]);
  return rows.length > 0;
}

/** The first look of each person into each file in a period, in a stable order. */
export function drawable(work: Work, from: Date, to: Date): Promise<Drawable[]> {
  return work.sql<Drawable>(
    `SELECT DISTINCT ON (a.user_id, a.client_id) a.client_id AS "clientId", a.id AS "auditEventId", a.user_id AS "userId",
            a.role, a.event, a.at AS "lookedAt"
     FROM audit_events a JOIN clients c ON c.organization_id = a.organization_id AND c.id = a.client_id
     WHERE a.organization_id = $1 AND a.id >= $2 AND a.id < $3 AND a.event = ANY($4) AND a.role <> 'system'
     ORDER BY a.user_id, a.client_id, a.id`,
    [work.organizationId, firstIdOf(from), firstIdOf(to), looks],
  );
}

const selectSql = (work: Work) =>
  `SELECT ${columnsOf(work.manager.connection.getMetadata(AccessReview), 'r')}, c.code, u.display_name AS "userName",
          ${keysOfClientSql} AS keys
   FROM access_reviews r
   JOIN clients c ON c.organization_id = r.organization_id AND c.id = r.client_id
   LEFT JOIN users u ON u.organization_id = r.organization_id AND u.id = r.user_id
   WHERE r.organization_id = $1`;

/** The oldest first. `allFiles`: also those that a wall keeps from the one who asks. */
export function listReviews(
  work: Work,
  { state, limit, allFiles }: { state?: AccessReviewState | undefined; limit: number; allFiles: boolean },
  position: Position | undefined,
): Promise<ReviewRow[]> {
  const parameters: unknown[] = [work.organizationId, limit];
  const conditions = [
    state ? `AND r.state = $${parameters.push(state)}` : '',
    position ? `AND r.id > $${parameters.push(position.id)}` : '',
    allFiles ? '' : `AND ${maySeeSql(`$${parameters.push(work.actor.userId)}`, `$${parameters.push(work.now)}`)}`,
  ];
  return work.sql<ReviewRow>(`${selectSql(work)} ${conditions.join(' ')} ORDER BY r.id LIMIT $2`, parameters);
}

/** One that the asking person may see. */
export async function reviewById(work: Work, id: string): Promise<ReviewRow | undefined> {
  const [row] = await work.sql<ReviewRow>(`${selectSql(work)} AND r.id = $2 AND ${maySeeSql('$3', '$4')}`, [
    work.organizationId,
    id,
    work.actor.userId,
    work.now,
  ]);
  return row;
}
