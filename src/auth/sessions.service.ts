import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { notify } from '../platform/channels/in-app.channel.js';
import { insertStatement } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import type { Opening } from '../platform/database/works.js';
import { type Page, pageFrom, PageQuery, positionOf, scopeOf } from '../platform/http/paging.js';
import { Problem } from '../platform/http/problem.js';
import type { NewToken, TokenAnswer } from './auth.dto.js';
import type { Permission, Role } from './permissions.js';
import { newToken, tokenHash } from './secrets.js';
import { Session, type SessionKind } from './session.entity.js';

const hour = 3_600_000;
const day = 24 * hour;
/** A session ends after 30 minutes without a request and after 12 hours in any case. */
export const idleMinutes = 30;
const absoluteHours = 12;
/** A calendar program is set up once; whoever forgets it must not be read for ever. */
const calendarYears = 1;

/** Where a sign-in comes from. */
export interface SignInFrom {
  /** See `deviceOf`. */
  device?: string | null;
  /** Token of a session that the same browser still has; it ends. */
  replaces?: string | undefined;
  /** Token of its device cookie. */
  known?: string | undefined;
}

/** Who stands behind a session or token, as the database function `open_session` answers it. */
export interface Bearer {
  session_id: string;
  kind: SessionKind;
  organization_id: string;
  user_id: string;
  role: Role;
  scopes: string[] | null;
  second_factor: boolean;
  /** The organisation's. */
  zone: string;
}

@Injectable()
export class SessionsService {
  /** Recognises a token, sets organisation and actor in the transaction; one statement. */
  async recognise(opening: Opening, token: string, now: Date): Promise<Bearer | undefined> {
    const bearer = await this.bearerOf(opening, token, now, idleMinutes);
    return bearer?.kind === 'calendar' ? undefined : bearer;
  }

  /** Whose calendar an address gives; it does not go idle. */
  async recogniseCalendar(opening: Opening, token: string, now: Date): Promise<Bearer | undefined> {
    const bearer = await this.bearerOf(opening, token, now, calendarYears * 365 * 24 * 60);
    return bearer?.kind === 'calendar' ? bearer : undefined;
  }

  /** A new address for the calendar of whoever acts, in place of the one there was. */
  async createCalendar(work: Work): Promise<{ token: string; session: Session }> {
    await this.endCalendar(work);
    const token = newToken('c');
    const session = await this.store(work, {
      userId: work.actor.userId,
      kind: 'calendar',
      token,
      secondFactor: false,
      expiresAt: new Date(work.now.getTime() + calendarYears * 365 * day),
      scopes: [],
    });
    return { token, session };
  }

  async calendarOf(work: Work): Promise<Session | undefined> {
    const [session] = await work.manager.findBy(Session, {
      organizationId: work.organizationId,
      userId: work.actor.userId,
      kind: 'calendar',
      revokedAt: IsNull(),
      expiresAt: MoreThan(work.now),
    });
    return session;
  }

  /** @returns whether there was one */
  async endCalendar(work: Work): Promise<boolean> {
    const ended = await work.execute(
      `UPDATE sessions SET revoked_at = $3 WHERE organization_id = $1 AND user_id = $2 AND kind = 'calendar' AND revoked_at IS NULL`,
      [work.organizationId, work.actor.userId, work.now],
    );
    return ended > 0;
  }

  private async bearerOf(opening: Opening, token: string, now: Date, idle: number): Promise<Bearer | undefined> {
    const [bearer] = await opening.sql<Bearer>('SELECT * FROM open_session($1, $2, $3)', [tokenHash(token), now, idle]);
    return bearer;
  }

  /**
   * Starts a person's session, and tells them of it where they had none from such a device before.
   * @returns the token, for the cookie
   * @throws Problem 403 while the organisation is locked down, unless it is an administrator's
   */
  async start(work: Work, userId: string, secondFactor: boolean, from: SignInFrom = {}): Promise<string> {
    const token = newToken('s');
    const { device = null, replaces } = from;
    if (replaces)
      await work.execute(
        `UPDATE sessions SET revoked_at = $2 WHERE token_hash = $1 AND kind = 'session' AND revoked_at IS NULL`,
        [tokenHash(replaces), work.now],
      );
    if (await this.isFromElsewhere(work, userId, device))
      await notify(work, [
        { userId, about: { kind: 'new_sign_in', subjectType: 'user', subjectId: userId, clientId: null } },
      ]);
    await this.store(work, {
      device,
      userId,
      kind: 'session',
      token,
      secondFactor,
      provedAt: work.now,
      expiresAt: new Date(work.now.getTime() + absoluteHours * hour),
    });
    return token;
  }

  /** Whether somebody signed in before, yet never from such a device. */
  private async isFromElsewhere(work: Work, userId: string, device: string | null): Promise<boolean> {
    const [seen] = await work.sql<{ before: boolean; such: boolean }>(
      `SELECT count(*) > 0 AS before, count(*) FILTER (WHERE device IS NOT DISTINCT FROM $3) > 0 AS such
       FROM sessions WHERE organization_id = $1 AND user_id = $2 AND kind = 'session'`,
      [work.organizationId, userId, device],
    );
    return seen!.before && !seen!.such;
  }

  /**
   * Gives a person's session a new token; the old one is worth nothing any more. See `SessionRenewal`.
   * @returns the token, for the cookie; undefined for what is no person's session
   */
  async rotate(work: Work, sessionId: string): Promise<string | undefined> {
    const token = newToken('s');
    const rotated = await work.execute(
      `UPDATE sessions SET token_hash = $2 WHERE id = $1 AND kind = 'session' AND revoked_at IS NULL`,
      [sessionId, tokenHash(token)],
    );
    return rotated === 1 ? token : undefined;
  }

  async end(work: Work, sessionId: string): Promise<void> {
    await work.execute('UPDATE sessions SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL', [
      sessionId,
      work.now,
    ]);
  }

  /** Marks a session as one in which a second factor was shown. */
  async strengthen(work: Work, sessionId: string): Promise<void> {
    await work.execute('UPDATE sessions SET second_factor = true, proved_at = $2 WHERE id = $1', [sessionId, work.now]);
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
      kind: SessionKind;
      token: string;
      secondFactor: boolean;
      provedAt?: Date;
      expiresAt: Date;
      name?: string;
      device?: string | null;
      scopes?: Permission[];
    },
  ): Promise<Session> {
    const { token, ...rest } = wanted;
    await mustNotBeLockedDown(work, wanted.userId);
    const row = {
      id: work.newId(),
      organizationId: work.organizationId,
      tokenHash: tokenHash(token),
      createdAt: work.now,
      lastSeenAt: work.now,
      provedAt: null,
      failedProofs: 0,
      name: null,
      device: null,
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

/** Holds the organisation's row until the commit, so that a lockdown at this moment ends what begins here. */
async function mustNotBeLockedDown(work: Work, userId: string): Promise<void> {
  const [shut] = await work.sql<{ shut: boolean }>(
    `SELECT o.locked_down_at IS NOT NULL AND u.role <> 'administrator' AS shut
     FROM organizations o JOIN users u ON u.organization_id = o.id AND u.id = $2
     WHERE o.id = $1 FOR SHARE OF o`,
    [work.organizationId, userId],
  );
  if (shut?.shut)
    throw Problem.forbidden(
      'organization.locked_down',
      'Your organisation is locked down: only administrators can sign in. Ask one of them, by phone.',
    );
}
