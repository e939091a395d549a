import { Controller, Delete, Get, Header, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Requires } from '../../auth/guard.js';
import { Permission } from '../../auth/permissions.js';
import type { Work } from '../../platform/database/work.js';
import { Public } from '../../platform/http/public-route.js';
import { Answers, InWork } from '../../platform/http/route.js';
import { CalendarAnswer } from './calendar.dto.js';
import { CalendarService } from './calendar.service.js';

@Controller('calendar')
@ApiTags('calendar')
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  @Get()
  @Requires(Permission.AppointmentRead)
  @Answers(200, CalendarAnswer)
  get(@InWork() work: Work) {
    return this.calendar.get(work);
  }

  @Post()
  @Requires(Permission.AppointmentRead)
  @Answers(201, CalendarAnswer)
  create(@InWork() work: Work) {
    return this.calendar.create(work);
  }

  @Delete()
  @Requires(Permission.AppointmentRead)
  @Answers(204)
  remove(@InWork() work: Work) {
    return this.calendar.revoke(work);
  }

  @Get(':file')
  @Public('The address itself is the secret: calendar programs cannot sign in. Names no person, and can be revoked.')
  @HttpCode(200)
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Answers(200, undefined, { content: 'text/calendar' })
  feed(@Param('file') file: string, @Req() request: FastifyRequest) {
    return this.calendar.feed(file, { address: request.ip, requestId: String(request.id) });
  }
}
