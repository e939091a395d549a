import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { Answers, AnswersPage, ExpectedVersion, InWork, NeedsVersion, PathId } from '../platform/http/route.js';
import {
  ChangeLegalDemand,
  CreateLegalDemand,
  LegalDemandAnswer,
  LegalDemandsQuery,
  PlaceHolds,
} from './legal-demands.dto.js';
import { LegalDemandsService } from './legal-demands.service.js';

/** Subpoenas, warrants and requests for records. */
@Controller('legal-demands')
@ApiTags('legal-demands')
export class LegalDemandsController {
  constructor(private readonly demands: LegalDemandsService) {}

  @Post()
  @Requires(Permission.LegalDemandWrite)
  @Answers(201, LegalDemandAnswer, { at: 'legal-demands' })
  create(@InWork() work: Work, @Body() body: CreateLegalDemand) {
    return this.demands.create(work, body);
  }

  @Get()
  @Requires(Permission.LegalDemandRead)
  @AnswersPage(LegalDemandAnswer)
  list(@InWork() work: Work, @Query() query: LegalDemandsQuery) {
    return this.demands.list(work, query);
  }

  @Get(':id')
  @Requires(Permission.LegalDemandRead)
  @Answers(200, LegalDemandAnswer)
  get(@InWork() work: Work, @PathId() id: string) {
    return this.demands.get(work, id);
  }

  @Patch(':id')
  @Requires(Permission.LegalDemandWrite)
  @NeedsVersion()
  @Answers(200, LegalDemandAnswer)
  change(
    @InWork() work: Work,
    @PathId() id: string,
    @ExpectedVersion() version: number,
    @Body() body: ChangeLegalDemand,
  ) {
    return this.demands.change(work, id, version, body);
  }

  @Post(':id/holds')
  @Requires(Permission.HoldPlace)
  @Answers(200, LegalDemandAnswer)
  placeHolds(@InWork() work: Work, @PathId() id: string, @Body() body: PlaceHolds) {
    return this.demands.placeHolds(work, id, body);
  }
}
