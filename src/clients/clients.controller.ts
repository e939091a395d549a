import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { Answers, AnswersPage, ExpectedVersion, InWork, NeedsVersion, PathId } from '../platform/http/route.js';
import {
  CaseFileAnswer,
  ChangeClient,
  ClientAnswer,
  ClientInList,
  ClientsQuery,
  CloseClient,
  CreateClient,
  MergeClient,
  PossibleDuplicate,
} from './clients.dto.js';
import { ClientsService } from './clients.service.js';
import { DuplicatesService } from './duplicates.service.js';
import { MergingService } from './merging.service.js';

@Controller('clients')
@ApiTags('clients')
export class ClientsController {
  constructor(
    private readonly clients: ClientsService,
    private readonly duplicatesService: DuplicatesService,
    private readonly merging: MergingService,
  ) {}

  @Post()
  @Requires(Permission.CaseWrite)
  @Answers(201, ClientAnswer, { at: 'clients' })
  create(@InWork() work: Work, @Body() body: CreateClient) {
    return this.clients.create(work, body);
  }

  @Get()
  @Requires(Permission.CaseRead)
  @AnswersPage(ClientInList)
  list(@InWork() work: Work, @Query() query: ClientsQuery) {
    return this.clients.list(work, query);
  }

  @Get(':id')
  @Requires(Permission.CaseRead)
  @Answers(200, CaseFileAnswer)
  get(@InWork() work: Work, @PathId() id: string) {
    return this.clients.get(work, id);
  }

  @Patch(':id')
  @Requires(Permission.CaseWrite)
  @NeedsVersion()
  @Answers(200, ClientAnswer)
  change(@InWork() work: Work, @PathId() id: string, @ExpectedVersion() version: number, @Body() body: ChangeClient) {
    return this.clients.change(work, id, version, body);
  }

  @Get(':id/duplicates')
  @Requires(Permission.CaseRead)
  @Answers(200, PossibleDuplicate, { list: true })
  duplicates(@InWork() work: Work, @PathId() id: string) {
    return this.duplicatesService.ofFile(work, id);
  }

  @Post(':id/merge')
  @Requires(Permission.CaseMerge)
  @Answers(200, ClientAnswer)
  merge(@InWork() work: Work, @PathId() id: string, @Body() body: MergeClient) {
    return this.merging.merge(work, id, body.otherClientId);
  }

  @Post(':id/close')
  @Requires(Permission.CaseClose)
  @Answers(200, ClientAnswer)
  close(@InWork() work: Work, @PathId() id: string, @Body() body: CloseClient) {
    return this.clients.close(work, id, body);
  }

  @Post(':id/reopen')
  @Requires(Permission.CaseClose)
  @Answers(200, ClientAnswer)
  reopen(@InWork() work: Work, @PathId() id: string) {
    return this.clients.reopen(work, id);
  }
}
