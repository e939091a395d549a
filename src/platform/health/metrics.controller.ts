import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Configuration } from '../config/configuration.js';
import { Limits } from '../http/limits.js';
import { Problem } from '../http/problem.js';
import { Public } from '../http/public-route.js';
import { Answers } from '../http/route.js';
import { Metrics } from './metrics.js';

const digest = (text: string) => createHash('sha256').update(text).digest();

@Controller('metrics')
@ApiTags('health')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly configuration: Configuration,
    private readonly limits: Limits,
  ) {}

  @Get()
  @Public('Asks for a token of its own, METRICS_TOKEN, and is closed without one; says nothing about anybody.')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiBearerAuth()
  @Answers(200, undefined, { content: 'text/plain' })
  async show(@Req() request: FastifyRequest): Promise<string> {
    const { metricsToken } = this.configuration;
    if (!metricsToken) throw Problem.notFound('route');
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    // Digests are of one length, and comparing them takes the same time wherever they differ.
    if (!timingSafeEqual(digest(given), digest(metricsToken))) {
      await this.limits.knock(request.ip);
      throw Problem.unauthenticated('metrics.token_wrong', 'Send METRICS_TOKEN as Authorization: Bearer.');
    }
    return this.metrics.show();
  }
}
