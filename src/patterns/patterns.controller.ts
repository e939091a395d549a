import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { Answers, InWork } from '../platform/http/route.js';
import { LagReport, OverviewReport, PatternsQuery } from './patterns.dto.js';
import { PatternsService } from './patterns.service.js';
import { ReleasesService } from './release/releases.service.js';

@Controller('patterns')
@ApiTags('patterns')
export class PatternsController {
  constructor(
    private readonly patterns: PatternsService,
    private readonly releases: ReleasesService,
  ) {}

  @Get('overview')
  @Requires(Permission.PatternsRead)
  @Answers(200, OverviewReport, { figures: true })
  overview(@InWork() work: Work, @Query() query: PatternsQuery) {
    return query.release === 'public'
      ? this.releases.publicForm(work, 'overview', query)
      : this.patterns.overview(work, query);
  }

  @Get('lag')
  @Requires(Permission.PatternsRead)
  @Answers(200, LagReport, { figures: true })
  lag(@InWork() work: Work, @Query() query: PatternsQuery) {
    return query.release === 'public' ? this.releases.publicForm(work, 'lag', query) : this.patterns.lag(work, query);
  }
}
