import { columnsOf } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import type { Position } from '../platform/http/paging.js';
import type { WrappedKey } from '../platform/crypto/key-ring.js';
import { BreakGlassGrant } from './break-glass.entity.js';
import type { BreakGlassQuery } from './break-glass.dto.js';
import { keysOfClientSql } from './case-files.service.js';
import { isOpenSql } from './client.policy.js';

export type GrantRow = BreakGlassGrant & { code: string; userName: string; keys: WrappedKey[] | null };

const selectSql = (work: Work) =>
  `SELECT ${columnsOf(work.manager.connection.getMetadata(BreakGlassGrant), 'g')}, c.code, u.display_name AS "userName", ${keysOfClientSql} AS keys
   FROM break_glass_grants g
   JOIN clients c ON c.organization_id = g.organization_id AND c.id = g.client_id
   JOIN users u ON u.organization_id = g.organization_id AND u.id = g.user_id
   WHERE g.organization_id = $1`;

export async function grantById(work: Work, id: string): Promise<GrantRow | undefined> {
  const [row] = await work.sql<GrantRow>(`${selectSql(work)} AND g.id = $2`, [work.organizationId, id]);
  return row;
}

/** The newest first. */
export function listGrants(
  work: Work,
  { reviewed, limit }: BreakGlassQuery,
  position: Position | undefined,
): Promise<GrantRow[]> {
  const looked = reviewed === undefined ? '' : `AND g.reviewed_at IS ${reviewed ? 'NOT ' : ''}NULL`;
  return work.sql<GrantRow>(
    `${selectSql(work)} ${looked} ${position ? 'AND g.id < $3' : ''} ORDER BY g.id DESC LIMIT $2`,
    [work.organizationId, limit + 1, ...(position ? [position.id] : [])],
  );
}

/** The grant by which this user sees this case now. */
export async function openGrant(work: Work, clientId: string): Promise<{ id: string } | undefined> {
  const [row] = await work.sql<{ id: string }>(
    `SELECT g.id FROM break_glass_grants g
     WHERE g.organization_id = $1 AND g.client_id = $2 AND g.user_id = $3 AND ${isOpenSql('$4')} LIMIT 1`,
    [work.organizationId, clientId, work.actor.userId, work.now],
  );
  return row;
}

/** Who may look into it, and whom the file itself lets in; each once. */
export async function peopleToTell(work: Work, clientId: string): Promise<{ id: string; letIn: boolean }[]> {
  return work.sql(
    `SELECT u.id, (u.id = c.assigned_attorney_id OR u.id = ANY(c.allowed_user_ids)) IS TRUE AS "letIn"
     FROM users u JOIN clients c ON c.organization_id = u.organization_id AND c.id = $2
     WHERE u.organization_id = $1 AND u.state = 'active'
       AND (u.role = 'supervisor' OR u.id = c.assigned_attorney_id OR u.id = ANY(c.allowed_user_ids)) ORDER BY u.id`,
    [work.organizationId, clientId],
  );
}

/** Those for whom the glass of the file of alias `c` is broken now, as JSON; null for files without a wall. */
export const brokenGlassSql = (now: string) => `CASE WHEN c.restricted THEN (
  SELECT coalesce(json_agg(x ORDER BY x.id), '[]') FROM (
    SELECT g.id, g.user_id AS "userId", u.display_name AS "userName", g.expires_at AS "expiresAt"
    FROM break_glass_grants g JOIN users u ON u.organization_id = g.organization_id AND u.id = g.user_id
    WHERE g.organization_id = c.organization_id AND g.client_id = c.id AND ${isOpenSql(now)}) x) END`;
