import { Controller, Get, Res } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Answers } from '../http/route.js';
import { Jobs } from '../queue/jobs.js';
import { Public } from '../http/public-route.js';

class Liveness {
  @ApiProperty({ enum: ['ok'] }) status!: 'ok';
}

class Readiness {
  @ApiProperty({ enum: ['ok', 'unavailable'] }) status!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { database: 'ok', queue: 'ok', migrations: 'ok' },
  })
  parts!: Record<string, 'ok' | 'down'>;
}

const patienceMs = 3000;

@Controller('health')
@ApiTags('health')
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
  ) {}

  @Get('live')
  @Public('Says only that the process runs.')
  @Answers(200, Liveness)
  live(): Liveness {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public('Says only which part is down.')
  @Answers(200, Readiness)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const [database, queue, migrations] = await Promise.all([
      answers(this.dataSource.query('SELECT 1')),
      answers(this.jobs.ping()),
      answers(this.dataSource.query('SELECT 1 FROM installation')),
    ]);
    const parts = { database, queue, migrations };
    const ready = Object.values(parts).every((part) => part === 'ok');
    if (!ready) void reply.status(503);
    return { status: ready ? 'ok' : 'unavailable', parts };
  }
}

async function answers(question: Promise<unknown>): Promise<'ok' | 'down'> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), patienceMs);
  });
  try {
    await Promise.race([question, patience]);
    return 'ok';
  } catch {
    return 'down';
  } finally {
    clearTimeout(timer);
  }
}
