import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditEventAnswer, AuditQuery, AuditService } from '../audit/audit.service.js';
import type { Work } from '../platform/database/work.js';
import { AnswersPage, InWork } from '../platform/http/route.js';
import { Requires } from './guard.js';
import { Permission } from './permissions.js';

@Controller('audit-events')
@ApiTags('audit')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Requires(Permission.AuditRead)
  @AnswersPage(AuditEventAnswer)
  list(@InWork() work: Work, @Query() query: AuditQuery) {
    return this.audit.list(work, query);
  }
}
