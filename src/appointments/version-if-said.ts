import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../platform/http/problem.js';

/** The version that a caller says they read, for changes that may be made without saying so. @throws Problem 400 when it is none */
export const VersionIfSaid = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) return undefined;
  const match = /^"?(\d{1,9})"?$/.exec(header.trim());
  if (!match) throw Problem.malformed('version.malformed', 'If-Match must be the ETag you were answered, such as "3".');
  return Number(match[1]);
});
