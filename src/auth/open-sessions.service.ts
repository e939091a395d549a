import { Injectable } from '@nestjs/common';
import type { Work } from '../platform/database/work.js';
import { type Page, pageFrom, PageQuery, positionOf, scopeOf } from '../platform/http/paging.js';
import { Problem } from '../platform/http/problem.js';
import type { SessionAnswer } from './sessions.dto.js';
import type { Session } from './session.entity.js';
import { idleMinutes, SessionsService } from './sessions.service.js';

type Row = Pick<Session, 'id' | 'kind' | 'name' | 'device' | 'secondFactor' | 'createdAt' | 'lastSeenAt' | 'expiresAt'>;

const hour = 3_600_000;

/** Sign-ins and tokens that are in force: seen and ended by whom they belong to, and by administrators. */
@Injectable()
export class OpenSessionsService {
  constructor(private readonly sessions: SessionsService) {}

  /** One's own, the newest first. */
  own(work: Work, query: PageQuery): Promise<Page<SessionAnswer>> {
    return this.list(work, work.actor.userId, query);
  }

  /** Somebody's, for an administrator: not to the minute, which would be watching them work. @throws Problem 404 */
  async of(work: Work, userId: string, query: PageQuery): Promise<Page<SessionAnswer>> {
    await this.mustExist(work, userId);
    work.audit({ event: 'session.listed', subjectType: 'user', subjectId: userId });
    return this.list(work, userId, query);
  }

  /** @throws Problem 404 when there is none of this user */
  async end(work: Work, userId: string, id: string): Promise<void> {
    const ended = await work.execute(
      `UPDATE sessions SET revoked_at = $4
       WHERE organization_id = $1 AND user_id = $2 AND id = $3 AND revoked_at IS NULL AND expires_at > $4`,
      [work.organizationId, userId, id, work.now],
    );
    if (ended === 0) throw Problem.notFound('session');
    work.audit({ event: 'session.revoked', subjectType: 'user', subjectId: userId, details: { ids: [id] } });
  }

  /** Ends all that a user has, tokens too, but the one that asks. @throws Problem 404 */
  async endAll(work: Work, userId: string): Promise<void> {
    await this.mustExist(work, userId);
    await this.sessions.endAll(work, userId, work.actor.sessionId);
    work.audit({ event: 'session.all_revoked', subjectType: 'user', subjectId: userId });
  }

  private async list(work: Work, userId: string, query: PageQuery): Promise<Page<SessionAnswer>> {
    const scope = scopeOf('sessions', query, { userId });
    const position = positionOf(scope, query.cursor);
    const inForce = `organization_id = $1 AND user_id = $2 AND revoked_at IS NULL AND expires_at > $3
      AND (kind = 'token' OR last_seen_at > $3::timestamptz - make_interval(mins => $4))`;
    const parameters = [work.organizationId, userId, work.now, idleMinutes];
    const total = query.count
      ? (await work.sql<{ n: number }>(`SELECT count(*) AS n FROM sessions WHERE ${inForce}`, parameters))[0]!.n
      : undefined;
    const rows = await work.sql<Row>(
      `SELECT id, kind, name, device, second_factor AS "secondFactor", created_at AS "createdAt",
              last_seen_at AS "lastSeenAt", expires_at AS "expiresAt"
       FROM sessions WHERE ${inForce} AND ($5::uuid IS NULL OR id < $5) ORDER BY id DESC LIMIT $6`,
      [...parameters, position?.id ?? null, query.limit + 1],
    );
    return pageFrom(
      scope,
      rows,
      query.limit,
      (row) => row.createdAt,
      (row) => answerOf(work, userId, row),
      total,
    );
  }

  private async mustExist(work: Work, userId: string): Promise<void> {
    const found = await work.sql('SELECT 1 FROM users WHERE organization_id = $1 AND id = $2', [
      work.organizationId,
      userId,
    ]);
    if (found.length === 0) throw Problem.notFound('user');
  }
}

function answerOf(work: Work, userId: string, row: Row): SessionAnswer {
  const seen = row.lastSeenAt.getTime();
  const lastSeenAt = userId === work.actor.userId ? row.lastSeenAt : new Date(seen - (seen % hour));
  return {
    ...row,
    current: row.id === work.actor.sessionId,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}
