import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MasterKeyMissing } from '../crypto/master-keys.js';
import { SealBroken } from '../crypto/sealing.js';
import { Problem, problemDocument } from './problem.js';
import type { RequestInWork } from './route.js';

const byStatus: Record<number, [code: string, detail: string]> = {
  400: ['request.malformed', 'The request cannot be read. Send well-formed JSON with content-type application/json.'],
  401: ['session.missing', 'Sign in first.'],
  403: ['permission.missing', 'Your role does not include this.'],
  404: ['route.not_found', 'There is nothing at this address. The addresses are listed at /api/docs.'],
  405: ['method.not_allowed', 'This address does not take that method.'],
  408: ['request.too_slow', 'The request did not arrive in time. Send it again.'],
  413: ['body.too_large', 'The request body is over the limit of 1 MB. Send less at once.'],
  414: ['address.too_long', 'The address is too long.'],
  415: ['body.media_type', 'Send the body as application/json.'],
  429: ['request.too_many', 'Too many requests. Wait, then try again.'],
  431: ['headers.too_large', 'Address and headers are over the limit of 16 KB. Send less of them.'],
};

interface DatabaseError {
  code?: string;
  driverError?: { code?: string; constraint?: string };
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08001',
  '08003',
]);

/** Values that the database cannot keep where a rule should have refused them: too long, out of range, absent, contradictory. */
const unfit = new Set(['22001', '22003', '22007', '22008', '22009', '23502', '23514']);

/** What a database error means for the caller; its own text may hold values and is never shown nor logged. */
function ofDatabase(error: DatabaseError & Error): Problem | undefined {
  const code = error.driverError?.code ?? error.code;
  if (
    !code &&
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered/.test(error.message)
  ) {
    return Problem.unavailable('database', 'The database does not answer. Nothing was saved; try again shortly.');
  }
  if (code === undefined) return undefined;
  if (unreachable.has(code))
    return Problem.unavailable('database', 'The database does not answer. Nothing was saved; try again shortly.');
  if (code === '23505') return Problem.conflict('record.exists', 'There is such a record already. Nothing was saved.');
  if (code === '23503')
    return Problem.conflict(
      'record.referenced',
      'A record that this one refers to is absent, or others still refer to this one. Nothing was saved.',
    );
  if (unfit.has(code))
    return Problem.invalidField('body', 'record.invalid', 'The values do not fit together, or not here.');
  if (code === '40001' || code === '40P01')
    return Problem.conflict(
      'record.busy',
      'Somebody else changed the same records at the same moment. Nothing was saved; try again.',
    );
  if (code === '22021' || code === '22P05')
    return Problem.invalidField('body', 'text.invalid_characters', 'The text holds characters that cannot be stored.');
  if (code === '57014')
    return Problem.unavailable(
      'database',
      'The database took too long. Nothing was saved; narrow the question or try again.',
    );
  return undefined;
}

/** Any thrown thing as the problem that the caller is told. */
export function asProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number })?.statusCode;
  if (status !== undefined && status < 500) {
    const [code, detail] = byStatus[status] ?? ['request.refused', 'The request was refused.'];
    return new Problem(status, code, detail);
  }
  if (error instanceof SealBroken) {
    const { recordType, recordId, field } = error.whereabouts;
    return Problem.conflict(
      'seal.broken',
      `The ${field} of this record (${recordType}, ${recordId}) does not open: it was altered or moved in the database. Nothing was changed, and nothing else is touched. Tell whoever runs the server; docs/keys.md says how to put it back.`,
      { recordType, recordId, field },
    );
  }
  if (error instanceof MasterKeyMissing) {
    return Problem.unavailable(
      'keys',
      'The master key was changed, and this process was not given the new one. Whoever runs the server has to start it with that.',
    );
  }
  return error instanceof Error ? ofDatabase(error) : undefined;
}

/** The only place where errors become answers. Unknown errors are logged by kind and stack frames, without their text. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    let problem = asProblem(error);
    if (error instanceof SealBroken)
      this.logger.error({ requestId: request.id, kind: 'seal.broken', place: error.place });
    if (!problem) {
      const frames =
        error instanceof Error ? error.stack?.split('\n').filter((line) => line.startsWith('    at ')) : [];
      const code = (error as DatabaseError)?.driverError?.code;
      this.logger.error({ requestId: request.id, kind: (error as Error)?.name, code, frames: frames?.slice(0, 8) });
      problem = new Problem(
        500,
        'server.error',
        'Something went wrong on our side. Nothing was saved; give this request id to whoever runs the server.',
      );
    }
    (request as RequestInWork).refused = problem.code;
    if (reply.sent) return;
    void reply
      .status(problem.status)
      .headers({ ...problem.extras.headers })
      .type('application/problem+json')
      .send(JSON.stringify(problemDocument(problem, String(request.id))));
  }
}
