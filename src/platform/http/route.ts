import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  type PipeTransform,
  SetMetadata,
  type Type,
} from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { isUUID } from 'class-validator';
import type { Opening } from '../database/works.js';
import type { Work } from '../database/work.js';
import { pageOf } from './paging.js';
import { Problem } from './problem.js';

export interface RequestInWork extends FastifyRequest {
  /** The transaction of this request; set by the guard. */
  opening?: Opening;
  /** Whether it was counted as an attempt at a door; set by the guard. */
  knocked?: boolean;
  /** Code of the problem that it was answered with. */
  refused?: string;
}

/** The unit of work of this request. */
export const InWork = createParamDecorator((_: unknown, context: ExecutionContext): Work => {
  const work = context.switchToHttp().getRequest<RequestInWork>().opening?.work;
  if (!work) throw new Error('InWork on a route that has no work: it is declared public.');
  return work;
});

class UuidPipe implements PipeTransform<unknown, string> {
  constructor(private readonly field: string) {}

  transform(value: unknown): string {
    if (typeof value === 'string' && isUUID(value)) return value.toLowerCase();
    throw new Problem(400, 'id.malformed', `The ${this.field} in the address is no UUID.`, {
      errors: [{ field: this.field, code: 'id.malformed', message: 'Give the id (a UUID) as the system answered it.' }],
    });
  }
}

const pathParameter = createParamDecorator(
  (name: string, context: ExecutionContext): unknown =>
    (context.switchToHttp().getRequest<FastifyRequest>().params as Record<string, unknown>)[name],
);

/** A UUID in the path: `@PathId() id`, `@PathId('clientId') clientId`. */
export const PathId = (name = 'id') => pathParameter(name, new UuidPipe(name));

/** The version that a change was made against. @throws Problem 428 when missing, 400 when it is none */
export const ExpectedVersion = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) {
    throw new Problem(428, 'version.missing', 'Say which version you read: send its ETag as If-Match.');
  }
  const match = /^"?(\d{1,9})"?$/.exec(header.trim());
  if (!match) throw Problem.malformed('version.malformed', 'If-Match must be the ETag you were answered, such as "3".');
  return Number(match[1]);
});

export const locationKey = 'route:location';
export const figuresKey = 'route:figures';

/**
 * Status and shape of the answer; with `at`, a 201 carries `Location: /api/<at>/<id>`. `figures` says that it counts
 * people and tells of none, so that the names of fields in it stand for figures.
 */
export function Answers(
  status: number,
  type?: Type,
  options: { at?: string; description?: string; content?: string; list?: boolean; figures?: true } = {},
): MethodDecorator {
  return applyDecorators(
    HttpCode(status),
    SetMetadata(locationKey, options.at),
    SetMetadata(figuresKey, options.figures),
    ApiResponse({
      status,
      ...(type ? { type, isArray: options.list ?? false } : {}),
      description: options.description ?? '',
      ...(options.content ? { content: { [options.content]: { schema: { type: 'string', format: 'binary' } } } } : {}),
    }),
  );
}

/** Answers 200 with a page of the given type. */
export const AnswersPage = (type: Type) => Answers(200, pageOf(type));

/** Documents the If-Match header of a change. */
export const NeedsVersion = () =>
  ApiHeader({ name: 'If-Match', required: true, description: 'ETag of the version you read, such as "3".' });
