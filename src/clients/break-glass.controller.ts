import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import { StepUp } from '../auth/step-up.js';
import type { Work } from '../platform/database/work.js';
import { Answers, AnswersPage, InWork, PathId } from '../platform/http/route.js';
import { BreakGlass, BreakGlassAnswer, BreakGlassQuery, ReviewBreakGlass } from './break-glass.dto.js';
import { BreakGlassService } from './break-glass.service.js';

/** Whoever has to break the glass knows the code from a colleague: an id that is not theirs nobody has shown them. */
const idOrCode = (ref: string) => (isUUID(ref) ? { id: ref.toLowerCase() } : { code: ref.trim().toUpperCase() });

@Controller()
@ApiTags('break-glass')
export class BreakGlassController {
  constructor(private readonly glass: BreakGlassService) {}

  @Post('clients/:id/break-glass')
  @Requires(Permission.BreakGlassUse)
  @StepUp()
  @ApiParam({ name: 'id', description: 'Id of the case file, or its code as a colleague says it.' })
  @Answers(201, BreakGlassAnswer)
  break(@InWork() work: Work, @Param('id') ref: string, @Body() body: BreakGlass) {
    return this.glass.break(work, idOrCode(ref), body);
  }

  @Get('break-glass')
  @Requires(Permission.BreakGlassRead)
  @AnswersPage(BreakGlassAnswer)
  list(@InWork() work: Work, @Query() query: BreakGlassQuery) {
    return this.glass.list(work, query);
  }

  @Post('break-glass/:id/review')
  @Requires(Permission.BreakGlassReview)
  @Answers(200, BreakGlassAnswer)
  review(@InWork() work: Work, @PathId() id: string, @Body() body: ReviewBreakGlass) {
    return this.glass.review(work, id, body);
  }

  @Post('break-glass/:id/end')
  @Requires(Permission.BreakGlassUse)
  @Answers(200, BreakGlassAnswer)
  end(@InWork() work: Work, @PathId() id: string) {
    return this.glass.end(work, id);
  }
}
