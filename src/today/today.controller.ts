import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { Answers, InWork } from '../platform/http/route.js';
import { TodayAnswer, TodayQuery } from './today.dto.js';
import { TodayService } from './today.service.js';

@Controller('today')
@ApiTags('today')
export class TodayController {
  constructor(private readonly today: TodayService) {}

  @Get()
  @Requires(Permission.Self)
  @Answers(200, TodayAnswer)
  read(@InWork() work: Work, @Query() query: TodayQuery) {
    return this.today.of(work, query);
  }
}
