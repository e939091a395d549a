import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Configuration } from '../platform/config/configuration.js';
import type { Work } from '../platform/database/work.js';
import { setSessionCookie } from './cookies.js';
import { SessionsService } from './sessions.service.js';

/**
 * Gives the session of a browser a new token whenever what it may do has changed, so that a token which was seen or
 * planted before is worth nothing after.
 */
@Injectable()
export class SessionRenewal {
  constructor(
    private readonly configuration: Configuration,
    private readonly sessions: SessionsService,
  ) {}

  /** Who sends a token by hand keeps it: there is no cookie to renew. */
  async renew(work: Work, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (request.headers.authorization) return;
    const token = await this.sessions.rotate(work, work.actor.sessionId!);
    if (token) setSessionCookie(reply, token, this.configuration.secureCookies);
  }
}
