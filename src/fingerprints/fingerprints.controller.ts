import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { PageQuery } from '../platform/http/paging.js';
import { Answers, AnswersPage, ExpectedVersion, InWork, NeedsVersion, PathId } from '../platform/http/route.js';
import { ChangeFingerprintEvent, CreateFingerprintEvent, FingerprintEventAnswer } from './fingerprints.dto.js';
import { FingerprintsService } from './fingerprints.service.js';

@Controller('clients/:clientId/fingerprint-events')
@ApiTags('fingerprint events')
export class FingerprintEventsOfClientController {
  constructor(private readonly fingerprints: FingerprintsService) {}

  @Get()
  @Requires(Permission.CaseRead)
  @AnswersPage(FingerprintEventAnswer)
  list(@InWork() work: Work, @PathId('clientId') clientId: string, @Query() query: PageQuery) {
    return this.fingerprints.list(work, clientId, query);
  }

  @Post()
  @Requires(Permission.CaseWrite)
  @Answers(201, FingerprintEventAnswer, { at: 'fingerprint-events' })
  create(@InWork() work: Work, @PathId('clientId') clientId: string, @Body() body: CreateFingerprintEvent) {
    return this.fingerprints.create(work, clientId, body);
  }
}

@Controller('fingerprint-events')
@ApiTags('fingerprint events')
export class FingerprintEventsController {
  constructor(private readonly fingerprints: FingerprintsService) {}

  @Get(':id')
  @Requires(Permission.CaseRead)
  @Answers(200, FingerprintEventAnswer)
  get(@InWork() work: Work, @PathId() id: string) {
    return this.fingerprints.get(work, id);
  }

  @Patch(':id')
  @Requires(Permission.CaseWrite)
  @NeedsVersion()
  @Answers(200, FingerprintEventAnswer)
  change(
    @InWork() work: Work,
    @PathId() id: string,
    @ExpectedVersion() version: number,
    @Body() body: ChangeFingerprintEvent,
  ) {
    return this.fingerprints.change(work, id, version, body);
  }

  @Delete(':id')
  @Requires(Permission.CaseDelete)
  @Answers(204)
  remove(@InWork() work: Work, @PathId() id: string) {
    return this.fingerprints.remove(work, id);
  }
}
