import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../auth/guard.js';
import { Permission } from '../../auth/permissions.js';
import type { Work } from '../../platform/database/work.js';
import { Answers, InWork } from '../../platform/http/route.js';
import { PrintedBookQuery, ToldReportQuery } from '../patterns.dto.js';
import { definitions } from '../reports/index.js';
import { workbookType } from '../reports/workbook.js';
import { PicturesService } from './pictures.service.js';

const svg = (picture: string) =>
  new StreamableFile(Buffer.from(picture), {
    type: 'image/svg+xml; charset=utf-8',
    disposition: 'inline; filename="figures.svg"',
  });

const pdf = (book: Buffer) =>
  new StreamableFile(book, {
    type: 'application/pdf',
    disposition: 'attachment; filename="figures.pdf"',
    length: book.length,
  });

@Controller('patterns')
@ApiTags('patterns')
export class PicturesController {
  constructor(private readonly pictures: PicturesService) {}

  @Get('book.pdf')
  @Requires(Permission.PatternsRead)
  @Answers(200, undefined, { content: 'application/pdf', description: 'The report book, to print.' })
  async book(@InWork() work: Work, @Query() query: PrintedBookQuery) {
    return pdf(await this.pictures.book(work, query));
  }

  @Get('book.xlsx')
  @Requires(Permission.PatternsRead)
  @Answers(200, undefined, { content: workbookType, description: 'Every report, one sheet each.', figures: true })
  async workbook(@InWork() work: Work, @Query() query: PrintedBookQuery) {
    return new StreamableFile(await this.pictures.workbook(work, query), {
      type: workbookType,
      disposition: 'attachment; filename="figures.xlsx"',
    });
  }

  @Get(':report.svg')
  @ApiParam({ name: 'report', enum: ['overview', 'lag', ...definitions.map(({ name }) => name)] })
  @Requires(Permission.PatternsRead)
  @Answers(200, undefined, {
    content: 'image/svg+xml',
    description: 'The picture of a report, with its figures in words.',
  })
  async picture(@InWork() work: Work, @Param('report') name: string, @Query() query: ToldReportQuery) {
    return svg(await this.pictures.picture(work, name, query));
  }
}
