import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { PageQuery } from '../platform/http/paging.js';
import { Answers, AnswersPage, ExpectedVersion, InWork, NeedsVersion, PathId } from '../platform/http/route.js';
import { ChangeLetter, CreateLetter, LetterAnswer } from './letters.dto.js';
import { LettersService } from './letters.service.js';

@Controller('clients/:clientId/letters')
@ApiTags('letters')
export class LettersOfClientController {
  constructor(private readonly letters: LettersService) {}

  @Get()
  @Requires(Permission.CaseRead)
  @AnswersPage(LetterAnswer)
  list(@InWork() work: Work, @PathId('clientId') clientId: string, @Query() query: PageQuery) {
    return this.letters.list(work, clientId, query);
  }

  @Post()
  @Requires(Permission.CaseWrite)
  @Answers(201, LetterAnswer, { at: 'letters' })
  create(@InWork() work: Work, @PathId('clientId') clientId: string, @Body() body: CreateLetter) {
    return this.letters.create(work, clientId, body);
  }
}

@Controller('letters')
@ApiTags('letters')
export class LettersController {
  constructor(private readonly letters: LettersService) {}

  @Get(':id')
  @Requires(Permission.CaseRead)
  @Answers(200, LetterAnswer)
  get(@InWork() work: Work, @PathId() id: string) {
    return this.letters.get(work, id);
  }

  @Patch(':id')
  @Requires(Permission.CaseWrite)
  @NeedsVersion()
  @Answers(200, LetterAnswer)
  change(@InWork() work: Work, @PathId() id: string, @ExpectedVersion() version: number, @Body() body: ChangeLetter) {
    return this.letters.change(work, id, version, body);
  }

  @Delete(':id')
  @Requires(Permission.CaseDelete)
  @Answers(204)
  remove(@InWork() work: Work, @PathId() id: string) {
    return this.letters.remove(work, id);
  }
}
