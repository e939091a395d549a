import { Body, Controller, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { Answers, InWork } from '../platform/http/route.js';
import { Intake, IntakeAnswer, IntakeQuery } from './intake.dto.js';
import { IntakeService } from './intake.service.js';

@Controller('intakes')
@ApiTags('intake')
export class IntakeController {
  constructor(private readonly intake: IntakeService) {}

  @Post()
  @Requires(Permission.CaseWrite)
  @Answers(201, IntakeAnswer, {
    at: 'clients',
    description: 'Everything on the page was saved (or, with dryRun, would be).',
  })
  create(@InWork() work: Work, @Query() query: IntakeQuery, @Body() body: Intake) {
    return this.intake.create(work, body, query.dryRun);
  }
}
