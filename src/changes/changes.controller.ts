import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { Answers, InWork } from '../platform/http/route.js';
import { ChangesQuery } from './changes.dto.js';
import { StreamsService } from './streams.service.js';

@Controller('changes')
@ApiTags('changes')
export class ChangesController {
  constructor(private readonly streams: StreamsService) {}

  @Get()
  @Requires(Permission.Self)
  @Answers(200, undefined, {
    content: 'text/event-stream',
    description:
      'Server-sent events: each is a list of what may have changed (appointments, cases, reminders, notices, oversight, patterns), an empty one of anything. Ends after two minutes; ask anew, with the id of the last event (Last-Event-ID) nothing is missed between.',
  })
  follow(
    @InWork() work: Work,
    @Query() { within }: ChangesQuery,
    @Headers('accept') accept: string | undefined,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ) {
    return this.streams.follow(work, reply, { within, accept, lastEventId });
  }
}
