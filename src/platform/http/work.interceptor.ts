import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Idempotency, type KeptAnswer } from './idempotency.js';
import { isUUID } from 'class-validator';
import { Problem } from './problem.js';
import { figuresKey, locationKey, type RequestInWork } from './route.js';
import { mustBeWritable, seenBy } from './seen-fields.js';

/**
 * Ends the transaction that the guard opened: commit before the answer leaves, rollback on any error but one
 * that keeps what was written. Adds the headers
 * that follow from an answer (ETag, Location) and repeats kept answers of idempotent POSTs.
 */
@Injectable()
export class WorkInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<RequestInWork>();
    if (!request.opening?.work) return next.handle();
    return from(this.inWork(context, request, next));
  }

  private async inWork(context: ExecutionContext, request: RequestInWork, next: CallHandler): Promise<unknown> {
    const opening = request.opening!;
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    let claim: KeptAnswer | Idempotency | undefined;
    try {
      const key = request.method === 'POST' ? request.headers['idempotency-key'] : undefined;
      claim = typeof key === 'string' ? await Idempotency.claim(opening.work!, request, key) : undefined;
      if (claim && !(claim instanceof Idempotency)) {
        await opening.commit();
        reply.status(claim.status).headers({ ...claim.headers, 'idempotency-replayed': 'true' });
        return claim.body;
      }
      mustBeWritable(opening.work!, request.body);
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      const figures = this.reflector.get<boolean | undefined>(figuresKey, context.getHandler());
      const body = figures ? answer : seenBy(opening.work!, answer);
      const headers = this.headersOf(context, body);
      if (claim) await claim.keep({ status: reply.statusCode, headers, body });
      await opening.commit();
      reply.headers(headers);
      return body;
    } catch (error) {
      if (isRefusal(error)) {
        // "Absent" is noted as "not yours" is: they are one answer, and take the same time.
        opening.work!.auditAnyway({
          event: 'access.refused',
          subjectId: idIn(request.params),
          details: { route: request.routeOptions.url, code: error.code },
        });
      }
      if (error instanceof Problem && error.keepsWork) {
        if (claim instanceof Idempotency) await claim.release();
        await opening.commit();
      } else await opening.rollback();
      throw error;
    }
  }

  private headersOf(context: ExecutionContext, body: unknown): Record<string, string> {
    if (body === null || typeof body !== 'object') return {};
    const { id, version } = body as { id?: unknown; version?: unknown };
    const at = this.reflector.get<string | undefined>(locationKey, context.getHandler());
    return {
      ...(typeof version === 'number' ? { etag: `"${version}"` } : {}),
      ...(at && typeof id === 'string' ? { location: `/api/${at}/${id}` } : {}),
    };
  }
}

const isRefusal = (error: unknown): error is Problem =>
  error instanceof Problem && (error.status === 403 || error.status === 404);

/** The record that the address names. */
function idIn(params: unknown): string | undefined {
  return Object.values((params ?? {}) as Record<string, unknown>).find(
    (value): value is string => typeof value === 'string' && isUUID(value),
  );
}
