import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { Answers, InWork, PathId } from '../platform/http/route.js';
import { CaseSummaryAnswer, SummaryQuery } from './summaries.dto.js';
import { type Packet, SummariesService } from './summaries.service.js';

/** Shown in the browser; saved, the file has the code for its name and nothing else. */
const inline = ({ code, pdf }: Packet) =>
  new StreamableFile(pdf, {
    type: 'application/pdf',
    disposition: `inline; filename="${code}.pdf"`,
    length: pdf.length,
  });

@Controller('clients')
@ApiTags('summaries')
export class SummariesController {
  constructor(private readonly summaries: SummariesService) {}

  @Get(':id/summary')
  @Requires(Permission.SummaryRead)
  @Answers(200, CaseSummaryAnswer)
  read(@InWork() work: Work, @PathId() id: string, @Query() query: SummaryQuery) {
    return this.summaries.read(work, id, query);
  }

  @Get(':id/summary.pdf')
  @Requires(Permission.SummaryRead)
  @Answers(200, undefined, { content: 'application/pdf', description: 'One or two letter-size pages.' })
  async print(@InWork() work: Work, @PathId() id: string, @Query() query: SummaryQuery) {
    return inline(await this.summaries.print(work, id, query));
  }
}
