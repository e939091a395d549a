import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { Answers, InWork, PathId } from '../platform/http/route.js';
import { HoldingsAnswer } from './holdings.dto.js';
import { HoldingsService } from './holdings.service.js';
import { TimelineAnswer } from './timeline.dto.js';
import { TimelineService } from './timeline.service.js';
import { WholeFileAnswer } from './whole-file.dto.js';
import { WholeFileService } from './whole-file.service.js';

@Controller('clients/:id')
@ApiTags('clients')
export class TimelineController {
  constructor(
    private readonly timeline: TimelineService,
    private readonly holdings: HoldingsService,
    private readonly file: WholeFileService,
  ) {}

  @Get('file')
  @Requires(Permission.CaseRead)
  @Answers(200, WholeFileAnswer)
  fileOf(@InWork() work: Work, @PathId() id: string) {
    return this.file.of(work, id);
  }

  @Get('timeline')
  @Requires(Permission.CaseRead)
  @Answers(200, TimelineAnswer)
  timelineOf(@InWork() work: Work, @PathId() id: string) {
    return this.timeline.of(work, id);
  }

  @Get('holdings')
  @Requires(Permission.CaseRead)
  @Answers(200, HoldingsAnswer)
  holdingsOf(@InWork() work: Work, @PathId() id: string) {
    return this.holdings.of(work, id);
  }
}
