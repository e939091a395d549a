import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { insertStatement } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import type { Opening } from '../platform/database/works.js';
import { type Page, pageFrom, PageQuery, positionOf, scopeOf } from '../platform/http/paging.js';
import { Problem } from '../platform/http/problem.js';
import type { NewToken, TokenAnswer } from './auth.dto.js';
import type { Permission, Role } from './permissions.js';
import { newToken, tokenHash } from './secrets.js';
import { Session } from './session.entity.js';

const hour = 3_600_000;
const day = 24 * hour;
/** A session ends after 30 minutes without a request and after 12 hours in any case. */
export const idleMinutes = 30;
const absoluteHours = 12;

/** Who stands behind a session or token, as the database function `open_session` answers it. */
export interface Bearer {
  session_id: string;
  kind: 'session' | 'token';
  organization_id: string;
  user_id: string;
  role: Role;
  scopes: string[] | null;
  second_factor: boolean;
}

@Injectable()
export class SessionsService {
  /** Recognises a token, sets organisation and actor in the transaction; one statement. */
  async recognise(opening: Opening, token: string, now: Date): Promise<Bearer | undefined> {
    const [bearer] = await opening.sql<Bearer>('SELECT * FROM open_session($1, $2, $3)', [
      tokenHash(token),
      now,
      idleMinutes,
    ]);
    return bearer;
  }

  /** Starts a person's session. @returns the token, for the cookie */
  async start(work: Work, userId: string, secondFactor: boolean): Promise<string> {
    const token = newToken('s');
    await this.store(work, {
      userId,
      kind: 'session',
      token,
      secondFactor,
      expiresAt: new Date(work.now.getTime() + absoluteHours * hour),
    });
    return token;
  }

  async end(work: Work, sessionId: string): Promise<void> {
    await work.execute('UPDATE sessions SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL', [
      sessionId,
      work.now,
    ]);
  }

  /** Marks a session as one in which a second factor was shown. */
  async strengthen(work: Work, sessionId: string): Promise<void> {
    await work.execute('UPDATE sessions SET second_factor = true WHERE id = $1', [sessionId]);
  }

  /** Ends every session and token of a user, except one that is named. */
  async endAll(work: Work, userId: string, exceptSessionId?: string): Promise<void> {
    await work.execute(
      'UPDATE sessions SET revoked_at = $2 WHERE user_id = $1 AND revoked_at IS NULL AND id IS DISTINCT FROM $3::uuid',
      [userId, work.now, exceptSessionId ?? null],
    );
  }

  async createToken(work: Work, input: NewToken): Promise<TokenAnswer> {
    for (const scope of input.scopes ?? []) {
      if (!work.may(scope))
        throw Problem.invalidField('scopes', 'scope.exceeds', `Your role does not include ${scope}.`);
    }
    const token = newToken('t');
    const expiresAt = new Date(work.now.getTime() + (input.expiresInDays ?? 30) * day);
    // A token made by a token cannot do more than that token.
    const scopes: Permission[] = input.scopes ?? ([...work.actor.permissions] as Permission[]);
    const row = await this.store(work, {
      userId: work.actor.userId,
      kind: 'token',
      token,
      secondFactor: true,
      expiresAt,
      name: input.name,
      scopes,
    });
    work.audit({ event: 'token.created', subjectType: 'token', subjectId: row.id, details: { scopes } });
    return { ...this.answer(row), token };
  }

  async listTokens(work: Work, query: PageQuery): Promise<Page<TokenAnswer>> {
    const scope = scopeOf('tokens', query);
    const position = positionOf(scope, query.cursor);
    const rows = await work.manager.find(Session, {
      where: {
        organizationId: work.organizationId,
        userId: work.actor.userId,
        kind: 'token',
        revokedAt: IsNull(),
        ...(position ? { id: MoreThan(position.id) } : {}),
      },
      order: { id: 'ASC' },
      take: query.limit + 1,
    });
    return pageFrom(
      scope,
      rows,
      query.limit,
      (row) => row.id,
      (row) => this.answer(row),
    );
  }

  async revokeToken(work: Work, id: string): Promise<void> {
    const ended = await work.execute(
      `UPDATE sessions SET revoked_at = $3 WHERE id = $1 AND user_id = $2 AND kind = 'token' AND revoked_at IS NULL`,
      [id, work.actor.userId, work.now],
    );
    if (ended === 0) throw Problem.notFound('token');
    work.audit({ event: 'token.revoked', subjectType: 'token', subjectId: id });
  }

  private async store(
    work: Work,
    wanted: {
      userId: string;
      kind: 'session' | 'token';
      token: string;
      secondFactor: boolean;
      expiresAt: Date;
      name?: string;
      scopes?: Permission[];
    },
  ): Promise<Session> {
    const { token, ...rest } = wanted;
    const row = {
      id: work.newId(),
      organizationId: work.organizationId,
      tokenHash: tokenHash(token),
      createdAt: work.now,
      lastSeenAt: work.now,
      name: null,
      scopes: null,
      revokedAt: null,
      ...rest,
    };
    const { text, parameters } = insertStatement(work.manager.connection.getMetadata(Session), [row]);
    await work.sql(text, parameters);
    return row as Session;
  }

  private answer(row: Session): TokenAnswer {
    return {
      id: row.id,
      name: row.name ?? '',
      scopes: row.scopes,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    };
  }
}
