import { Permission, permissionsOf, roles } from '../auth/permissions.js';
import { keysOfClientSql } from '../clients/case-files.service.js';
import type { ClosingReason, FileRetentionClass } from '../clients/client.values.js';
import { maySeeSql } from '../clients/client.policy.js';
import type { WrappedKey } from '../platform/crypto/key-ring.js';
import { columnsOf } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import type { Position } from '../platform/http/paging.js';
import type { AskedAboutFile } from '../reminders/staff-messages.service.js';
import { LegalHold } from './legal-hold.entity.js';
import { Purge } from './purge.entity.js';

export interface DueRow {
  id: string;
  code: string;
  closingReason: ClosingReason;
  retentionClass: FileRetentionClass;
  reviewOn: string;
  legalHold: boolean;
  assignedAttorneyId: string | null;
  /** Of an open proposal. */
  purgeId: string | null;
}

const dueColumns = `c.id, c.code, c.closing_reason AS "closingReason", c.retention_class AS "retentionClass",
  c.review_on AS "reviewOn", c.legal_hold AS "legalHold", c.assigned_attorney_id AS "assignedAttorneyId",
  (SELECT p.id FROM purges p WHERE p.organization_id = c.organization_id AND p.case_id = c.id AND p.state = 'proposed') AS "purgeId"`;

/** Closed files whose review is due by a day, the longest overdue first; those alone that the one who asks may see. */
export function dueReviews(
  work: Work,
  until: string,
  limit: number,
  position: Position | undefined,
): Promise<DueRow[]> {
  const parameters: unknown[] = [work.organizationId, until, work.actor.userId, work.now, limit];
  const after = position
    ? `AND (c.review_on, c.id) > ($${parameters.push(position.after)}::date, $${parameters.push(position.id)}::uuid)`
    : '';
  return work.sql<DueRow>(
    `SELECT ${dueColumns} FROM clients c
     WHERE c.organization_id = $1 AND c.status = 'closed' AND c.review_on <= $2::date AND ${maySeeSql('$3', '$4')} ${after}
     ORDER BY c.review_on, c.id LIMIT $5`,
    parameters,
  );
}

/** An appointment that is still to come, or from which somebody is not out yet. */
export interface Ahead {
  id: string;
  startsAt: Date;
}

export interface Standing {
  status: 'open' | 'closed';
  legalHold: boolean;
  ahead: Ahead[];
  /** Text messages of the last days whose words the provider has not been made to forget yet. */
  wordsAtProvider: number;
}

/** How long a purge waits for a provider to forget; then it goes on without. */
const patienceDays = 7;

/** What may stand in the way of a purge; undefined where there is no such file. */
export async function standingOf(work: Work, caseId: string): Promise<Standing | undefined> {
  const [row] = await work.sql<Omit<Standing, 'ahead'> & { ahead: { id: string; startsAt: string }[] | null }>(
    `SELECT c.status, c.legal_hold AS "legalHold",
       (SELECT json_agg(json_build_object('id', a.id, 'startsAt', a.starts_at) ORDER BY a.starts_at) FROM appointments a
        WHERE a.organization_id = c.organization_id AND a.client_id = c.id
          AND a.status NOT IN ('cancelled', 'completed', 'missed') AND a.outcome IS NULL AND a.next_appointment_id IS NULL
          AND (a.starts_at > $3 OR a.live_state IN ('arrived', 'called_in', 'overdue'))) AS ahead,
       (SELECT count(*)::int FROM reminders r WHERE r.organization_id = c.organization_id AND r.client_id = c.id
          AND r.redact_at IS NOT NULL AND r.sent_at > $3::timestamptz - interval '${patienceDays} days') AS "wordsAtProvider"
     FROM clients c WHERE c.organization_id = $1 AND c.id = $2`,
    [work.organizationId, caseId, work.now],
  );
  return row && { ...row, ahead: (row.ahead ?? []).map(({ id, startsAt }) => ({ id, startsAt: new Date(startsAt) })) };
}

export type PurgeRow = Purge & { code: string | null; byName: string | null; approvedByName: string | null };

/** What the one who asks may know of: certificates, and proposals about files that they may see. */
const purgesSql = (work: Work, sees: boolean) => `SELECT ${columnsOf(work.manager.connection.getMetadata(Purge), 'p')},
    c.code, u.display_name AS "byName", a.display_name AS "approvedByName"
  FROM purges p
  LEFT JOIN clients c ON c.organization_id = p.organization_id AND c.id = p.case_id AND ${sees} AND ${maySeeSql('$2', '$3')}
  LEFT JOIN users u ON u.organization_id = p.organization_id AND u.id = p.created_by
  LEFT JOIN users a ON a.organization_id = p.organization_id AND a.id = p.approved_by
  WHERE p.organization_id = $1 AND $3::timestamptz IS NOT NULL AND $2::uuid IS NOT NULL
    AND (p.state = 'purged' OR c.id IS NOT NULL)`;

export async function purgeById(work: Work, id: string, sees: boolean): Promise<PurgeRow | undefined> {
  const [row] = await work.sql<PurgeRow>(`${purgesSql(work, sees)} AND p.id = $4`, [
    work.organizationId,
    work.actor.userId,
    work.now,
    id,
  ]);
  return row;
}

/** The newest first. */
export function listPurges(
  work: Work,
  { state, limit, sees }: { state: string | undefined; limit: number; sees: boolean },
  position: Position | undefined,
): Promise<PurgeRow[]> {
  const parameters: unknown[] = [work.organizationId, work.actor.userId, work.now, limit];
  const ofState = state === undefined ? '' : `AND p.state = $${parameters.push(state)}`;
  const after = position ? `AND p.id < $${parameters.push(position.id)}` : '';
  return work.sql<PurgeRow>(`${purgesSql(work, sees)} ${ofState} ${after} ORDER BY p.id DESC LIMIT $4`, parameters);
}

/** Nobody else decides about the same proposal until this work ends. */
export async function lockPurge(work: Work, id: string): Promise<void> {
  await work.sql('SELECT 1 FROM purges WHERE organization_id = $1 AND id = $2 FOR UPDATE', [work.organizationId, id]);
}

export type HoldRow = LegalHold & { code: string; keys: WrappedKey[] | null };

/** The newest first; of files alone that the one who asks may see. */
export function listHolds(
  work: Work,
  wanted: { id?: string; clientId?: string | undefined; open?: boolean | undefined; limit: number },
  position: Position | undefined,
): Promise<HoldRow[]> {
  const parameters: unknown[] = [work.organizationId, work.actor.userId, work.now, wanted.limit];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = [
    ...(wanted.id ? [`h.id = ${bind(wanted.id)}`] : []),
    ...(wanted.clientId ? [`h.client_id = ${bind(wanted.clientId)}`] : []),
    ...(wanted.open === undefined ? [] : [`h.lifted_at IS ${wanted.open ? '' : 'NOT '}NULL`]),
    ...(position ? [`h.id < ${bind(position.id)}`] : []),
  ];
  return work.sql<HoldRow>(
    `SELECT ${columnsOf(work.manager.connection.getMetadata(LegalHold), 'h')}, c.code, ${keysOfClientSql} AS keys
     FROM legal_holds h JOIN clients c ON c.organization_id = h.organization_id AND c.id = h.client_id
     WHERE h.organization_id = $1 AND ${maySeeSql('$2', '$3')} ${conditions.map((one) => `AND ${one}`).join(' ')}
     ORDER BY h.id DESC LIMIT $4`,
    parameters,
  );
}

/** The role of those who decide about a file, as SQL. */
const decidersSql = roles
  .filter((role) => permissionsOf[role].has(Permission.RetentionReview))
  .map((role) => `'${role}'`)
  .join(', ');

/** Closed files due for review of which nobody was asked yet for that date, each with who is to decide. */
export function unasked(work: Work, today: string, limit: number): Promise<AskedAboutFile[]> {
  return work.sql<AskedAboutFile>(
    `SELECT c.id AS "clientId", c.review_on::text AS basis, u.id AS "userId", u.language
     FROM clients c CROSS JOIN LATERAL (
       SELECT u.id, u.language FROM users u
       WHERE u.organization_id = c.organization_id AND u.state = 'active' AND u.role IN (${decidersSql})
         AND (NOT c.restricted OR u.id = c.assigned_attorney_id OR u.id = ANY(c.allowed_user_ids))
       ORDER BY u.id = c.assigned_attorney_id DESC NULLS LAST, u.role = 'supervisor' DESC, u.id LIMIT 1) u
     WHERE c.organization_id = $1 AND c.status = 'closed' AND c.review_on <= $2::date AND NOT c.legal_hold
       AND NOT EXISTS (SELECT 1 FROM reminders r WHERE ${askedSql})
     ORDER BY c.review_on, c.id LIMIT $3`,
    [work.organizationId, today, limit],
  );
}

const askedSql = `r.organization_id = c.organization_id AND r.subject_type = 'review' AND r.subject_id = c.id
  AND r.kind = 'retention_review' AND r.basis = c.review_on::text`;

/** Closed files, due for review since a day, about which somebody was asked long enough ago. */
export async function undecided(work: Work, reviewOn: string, askedBefore: Date, limit: number): Promise<string[]> {
  const rows = await work.sql<{ id: string }>(
    `SELECT c.id FROM clients c WHERE c.organization_id = $1 AND c.status = 'closed' AND c.review_on <= $2::date
       AND NOT c.legal_hold AND EXISTS (SELECT 1 FROM reminders r WHERE ${askedSql} AND r.created_at <= $3)
     ORDER BY c.review_on, c.id LIMIT $4`,
    [work.organizationId, reviewOn, askedBefore, limit],
  );
  return rows.map(({ id }) => id);
}
