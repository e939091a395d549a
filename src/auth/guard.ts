import '@fastify/cookie';
import { type CanActivate, type ExecutionContext, Injectable, SetMetadata, applyDecorators } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { ApiBearerAuth, ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import { Clock } from '../platform/clock.js';
import { Configuration } from '../platform/config/configuration.js';
import type { Work } from '../platform/database/work.js';
import { Works, type Opening } from '../platform/database/works.js';
import { fileRouteKey, takesFile } from '../platform/files/file-route.js';
import { FileTurns } from '../platform/files/file-turns.js';
import { readUpload } from '../platform/files/uploads.js';
import { Limits } from '../platform/http/limits.js';
import { publicKey } from '../platform/http/public-route.js';
import { Problem } from '../platform/http/problem.js';
import type { RequestInWork } from '../platform/http/route.js';
import { Permission, permissionsOf, seesCaseFiles } from './permissions.js';
import { type Bearer, SessionsService } from './sessions.service.js';
import { sessionCookieOf } from './cookies.js';
import { stepUpKey } from './step-up.js';
import { StepUpService } from './step-up.service.js';

export const permissionKey = 'auth:permission';

/** The permission that a route asks for. A route without this and without {@link Public} does not start. */
export const Requires = (permission: Permission) =>
  applyDecorators(
    SetMetadata(permissionKey, permission),
    ApiCookieAuth(),
    ApiBearerAuth(),
    ApiExtension('x-permission', permission),
  );

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Opens the transaction of each request, recognises who is asking and checks the route's permission. Denied by default.
 * The transaction is carried in the request and ended by the interceptor.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly works: Works,
    private readonly sessions: SessionsService,
    private readonly stepUps: StepUpService,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
    private readonly limits: Limits,
    private readonly fileTurns: FileTurns,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<RequestInWork>();
    const targets = [context.getHandler(), context.getClass()];
    const isPublic = this.reflector.getAllAndOverride<string | undefined>(publicKey, targets) !== undefined;
    // Whoever sends a token by hand is no browser that another site has sent.
    if (isPublic || !request.headers.authorization) this.checkOrigin(request);
    if (isPublic) return this.knock(request);
    const token = tokenOf(request);
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(permissionKey, targets);
    if (!permission) throw Problem.forbidden();
    if (!token) throw Problem.unauthenticated();
    if (this.reflector.getAllAndOverride<boolean | undefined>(fileRouteKey, targets))
      await this.takeTurn(context, token, permission);
    const opening = await this.works.open();
    try {
      const work = await this.admit(opening, token, permission, request);
      if (this.reflector.getAllAndOverride<boolean | undefined>(stepUpKey, targets)) await this.stepUps.demand(work);
      request.opening = opening;
      return true;
    } catch (error) {
      await opening.rollback();
      throw error;
    }
  }

  private async admit(opening: Opening, token: string, permission: Permission, request: RequestInWork): Promise<Work> {
    const now = this.clock.now();
    const bearer = await this.sessions.recognise(opening, token, now);
    if (!bearer) throw Problem.unauthenticated('session.ended', 'Your session has ended. Sign in again.');
    await this.limits.ofAccount(bearer.user_id, request.ip);
    const mustEnrol = this.configuration.requireSecondFactor && seesCaseFiles(bearer.role) && !bearer.second_factor;
    if (mustEnrol && permission !== Permission.Self) {
      throw Problem.forbidden('second_factor.must_enrol', 'Enrol a second factor first, then sign in with its code.');
    }
    const permissions = allowedTo(bearer);
    const work = await opening.begin(
      {
        organizationId: bearer.organization_id,
        actor: { userId: bearer.user_id, role: bearer.role, permissions, sessionId: bearer.session_id },
        now,
        zone: bearer.zone,
        requestId: String(request.id),
        origin: request.ip,
      },
      true,
    );
    if (permissions.has(permission)) return work;
    // Committed on the connection at hand: many refusals at once, each waiting for a second one, would take them all.
    work.audit({ event: 'access.refused', details: { permission, route: request.routeOptions?.url } });
    await opening.commit();
    throw Problem.forbidden();
  }

  /** Files pass before the transaction is opened, yet not before it is known that they may: a slow sender holds none. */
  private async takeTurn(context: ExecutionContext, token: string, permission: Permission): Promise<void> {
    const request = context.switchToHttp().getRequest<RequestInWork>();
    const opening = await this.works.open();
    let accountId: string;
    try {
      accountId = (await this.admit(opening, token, permission, request)).actor.userId;
    } finally {
      await opening.rollback();
    }
    await this.fileTurns.take(accountId, context.switchToHttp().getResponse<FastifyReply>().raw);
    if (takesFile(request)) await readUpload(request, this.configuration.documentLimitBytes);
  }

  /** What anybody may send is counted by address, or passwords and links could be tried without end. */
  private async knock(request: RequestInWork): Promise<true> {
    if (!unsafe.has(request.method)) return true;
    await this.limits.knock(request.ip);
    request.knocked = true;
    return true;
  }

  /** Unsafe methods from a browser must come from our own pages (Fetch Metadata, and Origin where that is absent). */
  private checkOrigin(request: RequestInWork): void {
    if (!unsafe.has(request.method)) return;
    const site = request.headers['sec-fetch-site'];
    const origin = request.headers.origin;
    const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
    const foreignOrigin =
      origin !== undefined &&
      origin !== new URL(this.configuration.publicUrl).origin &&
      !sameHost(origin, request.headers.host);
    if (foreignSite || foreignOrigin)
      throw new Problem(403, 'origin.foreign', 'This request came from another site and was refused.');
  }
}

function sameHost(origin: string, host: string | undefined): boolean {
  try {
    return host !== undefined && new URL(origin).host === host;
  } catch {
    return false;
  }
}

/** All that the role has; of a program's token only what its scopes say, one's own account (`self`) among it. */
function allowedTo(bearer: Bearer): ReadonlySet<string> {
  const ofRole = permissionsOf[bearer.role];
  if (!bearer.scopes) return ofRole;
  return new Set(bearer.scopes.filter((scope) => ofRole.has(scope as Permission)));
}

function tokenOf(request: RequestInWork): string | undefined {
  const header = request.headers.authorization;
  if (header === undefined) return sessionCookieOf(request);
  const match = /^Bearer +([\w-]{20,100})$/i.exec(header);
  if (!match) throw Problem.unauthenticated('token.malformed', 'Send the token as: Authorization: Bearer <token>.');
  return match[1];
}
