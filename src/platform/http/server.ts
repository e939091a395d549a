import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import type { Log } from '../logging/logger.js';
import { Metrics } from '../health/metrics.js';
import { Limits } from './limits.js';
import type { RequestInWork } from './route.js';
import { keepRawBodies } from './raw-body.js';
import { takeUploads } from '../files/uploads.js';
import { allowInlineStyles, contentPolicy } from './content-policy.js';
import { refuseAddress, refuseConnection } from './unrouted.js';

const bodyLimitBytes = 1_048_576;

/** Fastify with our limits; also the place of what applies to every answer. */
export function makeAdapter(trustProxy: boolean): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: bodyLimitBytes,
    // The nearest proxy's word alone: what stands further left in X-Forwarded-For anybody can write.
    trustProxy: trustProxy && ((_address, hop) => hop === 0),
    genReqId: () => randomUUID(),
    requestTimeout: 30_000,
    // Who sends a header a letter at a time is hung up on; Node would look only every half minute.
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
    connectionTimeout: 60_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseConnection,
  });
}

/** Cookies, security headers, no caching of the API, a request id on each answer, one log line per request. */
export async function furnish(app: NestFastifyApplication, log: Log, https: boolean): Promise<void> {
  const limits = app.get(Limits);
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy(https) },
    // Two years, for this host alone: what else stands under its domain is not ours to decide.
    strictTransportSecurity: https ? { maxAge: 63_072_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  keepRawBodies(fastify);
  await takeUploads(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', String(request.id));
    // By the route as well: a proxy may ask for http://host/api/...
    if (request.url.startsWith('/api') || request.routeOptions.url?.startsWith('/api'))
      void reply.header('cache-control', 'no-store');
    if (request.routeOptions.url?.startsWith('/api/docs')) allowInlineStyles(reply);
    done();
  });
  fastify.addHook('onRequest', (request) => limits.ofAddress(request.ip));
  const metrics = app.get(Metrics);
  fastify.addHook('onResponse', (request, reply, done) => {
    const { knocked, opening, refused } = request as RequestInWork;
    if (knocked && reply.statusCode < 400) void limits.leaveDoor(request.ip);
    // A transaction that nothing ended (the handler was never reached) must not keep its connection.
    void opening?.rollback();
    // The route's pattern, not the address: a search text may stand in the query.
    const route = request.routeOptions.url ?? '(none)';
    metrics.answered(request.method, route, reply.statusCode, reply.elapsedTime);
    log.info({
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      // Of our own words: what an address tried in vain can be counted by whoever watches the log.
      ...(refused ? { refused } : {}),
    });
    done();
  });
}
