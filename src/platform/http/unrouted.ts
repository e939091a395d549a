import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asProblem } from './problem.filter.js';
import { Problem, problemDocument } from './problem.js';

const type = 'application/problem+json';

const unreadable = () =>
  Problem.malformed(
    'address.malformed',
    'The address cannot be read. Encode what stands in it as UTF-8 with percent signs.',
  );

/** Answers what no route and no filter ever sees, an address that cannot be read or a part of it that is too long, as a problem. */
export function refuseAddress(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const id = String(request.id);
  const { statusCode = 400 } = error as { statusCode?: number };
  const problem = (statusCode === 400 ? undefined : asProblem(error)) ?? unreadable();
  void reply
    .status(problem.status)
    .headers({ 'x-request-id': id, 'cache-control': 'no-store' })
    .type(type)
    .send(JSON.stringify(problemDocument(problem, id)));
}

const statusOf: Record<string, number> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };
const reasons: Record<number, string> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** Answers what is no request at all, or comes too slowly or with too much before its body, and hangs up. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const status = statusOf[error.code ?? ''] ?? 400;
  const body = JSON.stringify(problemDocument(asProblem({ statusCode: status })!));
  const head = [
    `HTTP/1.1 ${status} ${reasons[status]}`,
    `Content-Type: ${type}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  if (socket.writable) socket.write([...head, `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n'));
  socket.destroy(error);
}
