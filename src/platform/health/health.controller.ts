import { Controller, Get, Res } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Clock } from '../clock.js';
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
    example: { database: 'ok', queue: 'ok', migrations: 'ok', reminders: 'ok' },
  })
  parts!: Record<string, 'ok' | 'down'>;
}

const patienceMs = 3000;
/** The sweep comes every minute; after this long without one, reminders and alarms no longer go out. */
const sweptWithinMs = 3 * 60_000;

@Controller('health')
@ApiTags('health')
export class HealthController {
  private readonly startedAt: Date;

  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {
    this.startedAt = clock.now();
  }

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
    const [database, queue, migrations, reminders] = await Promise.all([
      answers(this.dataSource.query('SELECT 1')),
      answers(this.jobs.ping()),
      answers(this.dataSource.query('SELECT 1 FROM installation')),
      answers(this.sweepRuns()),
    ]);
    const parts = { database, queue, migrations, reminders };
    const ready = Object.values(parts).every((part) => part === 'ok');
    if (!ready) void reply.status(503);
    return { status: ready ? 'ok' : 'unavailable', parts };
  }

  /** @throws Error when no worker has swept lately, by the clock of the database; a process that just began waits first */
  private async sweepRuns(): Promise<void> {
    const [row] = (await this.dataSource.query(
      `SELECT coalesce(reminders_swept_at > clock_timestamp() - $1 * interval '1 millisecond', false) AS runs FROM installation`,
      [sweptWithinMs],
    )) as { runs: boolean }[];
    if (!row?.runs && this.clock.now().getTime() - this.startedAt.getTime() > sweptWithinMs)
      throw new Error('No worker sweeps.');
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
