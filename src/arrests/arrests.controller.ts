import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { PageQuery } from '../platform/http/paging.js';
import { Answers, AnswersPage, ExpectedVersion, InWork, NeedsVersion, PathId } from '../platform/http/route.js';
import { ChangeArrest, CreateArrest, ArrestAnswer } from './arrests.dto.js';
import { ArrestsService } from './arrests.service.js';

@Controller('clients/:clientId/arrests')
@ApiTags('arrests')
export class ArrestsOfClientController {
  constructor(private readonly arrests: ArrestsService) {}

  @Get()
  @Requires(Permission.CaseRead)
  @AnswersPage(ArrestAnswer)
  list(@InWork() work: Work, @PathId('clientId') clientId: string, @Query() query: PageQuery) {
    return this.arrests.list(work, clientId, query);
  }

  @Post()
  @Requires(Permission.CaseWrite)
  @Answers(201, ArrestAnswer, { at: 'arrests' })
  create(@InWork() work: Work, @PathId('clientId') clientId: string, @Body() body: CreateArrest) {
    return this.arrests.create(work, clientId, body);
  }
}

@Controller('arrests')
@ApiTags('arrests')
export class ArrestsController {
  constructor(private readonly arrests: ArrestsService) {}

  @Get(':id')
  @Requires(Permission.CaseRead)
  @Answers(200, ArrestAnswer)
  get(@InWork() work: Work, @PathId() id: string) {
    return this.arrests.get(work, id);
  }

  @Patch(':id')
  @Requires(Permission.CaseWrite)
  @NeedsVersion()
  @Answers(200, ArrestAnswer)
  change(@InWork() work: Work, @PathId() id: string, @ExpectedVersion() version: number, @Body() body: ChangeArrest) {
    return this.arrests.change(work, id, version, body);
  }

  @Delete(':id')
  @Requires(Permission.CaseDelete)
  @Answers(204)
  remove(@InWork() work: Work, @PathId() id: string) {
    return this.arrests.remove(work, id);
  }
}
