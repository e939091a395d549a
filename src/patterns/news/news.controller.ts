import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../auth/guard.js';
import { Permission } from '../../auth/permissions.js';
import type { Work } from '../../platform/database/work.js';
import { Answers, AnswersPage, InWork, PathId } from '../../platform/http/route.js';
import { AcknowledgeAlert, AlertsQuery, NewsAnswer, NewsQuery, PatternAlertAnswer } from './news.dto.js';
import { NewsService } from './news.service.js';

@Controller('patterns')
@ApiTags('patterns')
export class NewsController {
  constructor(private readonly patterns: NewsService) {}

  @Get('new')
  @Requires(Permission.PatternsRead)
  @Answers(200, NewsAnswer, { figures: true })
  news(@InWork() work: Work, @Query() query: NewsQuery) {
    return this.patterns.news(work, query);
  }

  @Get('alerts')
  @Requires(Permission.PatternsRead)
  @AnswersPage(PatternAlertAnswer)
  alerts(@InWork() work: Work, @Query() query: AlertsQuery) {
    return this.patterns.alerts(work, query);
  }

  @Post('alerts/:id/acknowledge')
  @Requires(Permission.PatternsAcknowledge)
  @Answers(200, PatternAlertAnswer)
  acknowledge(@InWork() work: Work, @PathId() id: string, @Body() { note }: AcknowledgeAlert) {
    return this.patterns.acknowledge(work, id, note);
  }
}
