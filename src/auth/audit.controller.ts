import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type AuditExport, AuditExportService } from '../audit/audit-export.service.js';
import { AuditEventAnswer, AuditExportQuery, AuditQuery, AuditSealAnswer } from '../audit/audit.dto.js';
import { AuditService } from '../audit/audit.service.js';
import type { Work } from '../platform/database/work.js';
import { PageQuery } from '../platform/http/paging.js';
import { Answers, AnswersPage, InWork } from '../platform/http/route.js';
import { Requires } from './guard.js';
import { Permission } from './permissions.js';
import { StepUp } from './step-up.js';

const types = { csv: 'text/csv; charset=utf-8; header=present', json: 'application/json' };

const attachment = ({ format, content }: AuditExport) =>
  new StreamableFile(content, { type: types[format], disposition: `attachment; filename="audit.${format}"` });

@Controller('audit-events')
@ApiTags('audit')
export class AuditController {
  constructor(
    private readonly audit: AuditService,
    private readonly exports: AuditExportService,
  ) {}

  @Get()
  @Requires(Permission.AuditRead)
  @AnswersPage(AuditEventAnswer)
  list(@InWork() work: Work, @Query() query: AuditQuery) {
    return this.audit.list(work, query);
  }

  @Get('export')
  @Requires(Permission.AuditExport)
  @StepUp()
  @Answers(200, undefined, { content: 'text/csv', description: 'Up to 20,000 lines, oldest first; JSON where asked.' })
  async export(@InWork() work: Work, @Query() query: AuditExportQuery) {
    return attachment(await this.exports.export(work, query));
  }

  @Get('seals')
  @Requires(Permission.AuditRead)
  @AnswersPage(AuditSealAnswer)
  seals(@InWork() work: Work, @Query() query: PageQuery) {
    return this.audit.seals(work, query);
  }
}
