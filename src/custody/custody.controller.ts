import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { PageQuery } from '../platform/http/paging.js';
import { Answers, AnswersPage, ExpectedVersion, InWork, NeedsVersion, PathId } from '../platform/http/route.js';
import { ChangeCustodyEvent, CreateCustodyEvent, CustodyDraft, CustodyEventAnswer } from './custody.dto.js';
import { CustodyService } from './custody.service.js';

@Controller('clients/:clientId/custody-events')
@ApiTags('custody events')
export class CustodyEventsOfClientController {
  constructor(private readonly custody: CustodyService) {}

  @Get()
  @Requires(Permission.CaseRead)
  @AnswersPage(CustodyEventAnswer)
  list(@InWork() work: Work, @PathId('clientId') clientId: string, @Query() query: PageQuery) {
    return this.custody.list(work, clientId, query);
  }

  @Post()
  @Requires(Permission.CaseWrite)
  @Answers(201, CustodyEventAnswer, { at: 'custody-events' })
  create(@InWork() work: Work, @PathId('clientId') clientId: string, @Body() body: CreateCustodyEvent) {
    return this.custody.create(work, clientId, body);
  }
}

@Controller('appointments/:id/custody-draft')
@ApiTags('custody events')
export class CustodyDraftController {
  constructor(private readonly custody: CustodyService) {}

  @Get()
  @Requires(Permission.CaseWrite)
  @Answers(200, CustodyDraft)
  get(@InWork() work: Work, @PathId() id: string) {
    return this.custody.draft(work, id);
  }
}

@Controller('custody-events')
@ApiTags('custody events')
export class CustodyEventsController {
  constructor(private readonly custody: CustodyService) {}

  @Get(':id')
  @Requires(Permission.CaseRead)
  @Answers(200, CustodyEventAnswer)
  get(@InWork() work: Work, @PathId() id: string) {
    return this.custody.get(work, id);
  }

  @Patch(':id')
  @Requires(Permission.CaseWrite)
  @NeedsVersion()
  @Answers(200, CustodyEventAnswer)
  change(
    @InWork() work: Work,
    @PathId() id: string,
    @ExpectedVersion() version: number,
    @Body() body: ChangeCustodyEvent,
  ) {
    return this.custody.change(work, id, version, body);
  }

  @Delete(':id')
  @Requires(Permission.CaseDelete)
  @Answers(204)
  remove(@InWork() work: Work, @PathId() id: string) {
    return this.custody.remove(work, id);
  }
}
