import { Readable } from 'node:stream';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Addresses under which programs of others report; their signatures are over the body as it came. */
const signedRoutes = '/api/webhooks/';
const mostBytes = 65_536;

interface RequestWithBody extends FastifyRequest {
  rawBody?: Buffer;
}

const isSigned = (request: FastifyRequest) => request.routeOptions.url?.startsWith(signedRoutes) ?? false;
const refusal = (statusCode: number) => Object.assign(new Error('body refused'), { statusCode });

/** Keeps the body of reports as it came, and lets them alone be forms, which pages of other sites can send. */
export function keepRawBodies(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (request, _, done) => {
    if (isSigned(request)) done(null, {});
    else done(refusal(415));
  });
  fastify.addHook('preParsing', async (request: RequestWithBody, _reply, payload) => {
    if (!isSigned(request)) return payload;
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of payload as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > mostBytes) throw refusal(413);
      chunks.push(chunk);
    }
    request.rawBody = Buffer.concat(chunks);
    return Object.assign(Readable.from([request.rawBody]), { receivedEncodedLength: size });
  });
}

/** A report of another program: its body as it came, headers, and the address that it was sent to. */
export interface Report {
  body: Buffer;
  headers: FastifyRequest['headers'];
  /** Path and query. */
  path: string;
}

export const InReport = createParamDecorator((_: unknown, context: ExecutionContext): Report => {
  const { rawBody, headers, url } = context.switchToHttp().getRequest<RequestWithBody>();
  return { body: rawBody ?? Buffer.alloc(0), headers, path: url };
});
