import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { Answers, InWork, PathId } from '../platform/http/route.js';
import { LooksAnswer, LooksQuery } from './looks.dto.js';
import { LooksService } from './looks.service.js';

@Controller('clients')
@ApiTags('access')
export class LooksController {
  constructor(private readonly looks: LooksService) {}

  @Get(':id/access')
  @Requires(Permission.AccessRead)
  @Answers(200, LooksAnswer)
  into(@InWork() work: Work, @PathId() id: string, @Query() query: LooksQuery) {
    return this.looks.into(work, id, query);
  }
}
