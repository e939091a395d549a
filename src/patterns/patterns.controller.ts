import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { Answers, InWork } from '../platform/http/route.js';
import { LagReport, OverviewReport, ReportAnswer, ToldReportQuery } from './patterns.dto.js';
import { PatternsService } from './patterns.service.js';
import { bookWords } from './pictures/book.words.js';
import { isReleasable, ReleasableReportsService } from './release/releasable-reports.service.js';
import { ReleasesService } from './release/releases.service.js';
import type { Report } from './report.js';
import { csvOf } from './reports/csv.js';
import { definitions } from './reports/index.js';
import { ReportsService } from './reports/reports.service.js';

const reportNames = definitions.map(({ name }) => name);

const asTable = 'As a table in CSV with format=csv.';

const inFormat = (report: Report, { format, language }: ToldReportQuery): Report | StreamableFile =>
  format === 'json'
    ? bookWords[language].report(report)
    : new StreamableFile(Buffer.from(csvOf(report)), {
        type: 'text/csv; charset=utf-8; header=present',
        disposition: `attachment; filename="${report.name}.csv"`,
      });

@Controller('patterns')
@ApiTags('patterns')
export class PatternsController {
  constructor(
    private readonly patterns: PatternsService,
    private readonly tables: ReleasableReportsService,
    private readonly releases: ReleasesService,
    private readonly reports: ReportsService,
  ) {}

  @Get('overview')
  @Requires(Permission.PatternsRead)
  @Answers(200, OverviewReport, { figures: true, description: asTable })
  async overview(@InWork() work: Work, @Query() query: ToldReportQuery) {
    return (await this.table(work, 'overview', query)) ?? this.patterns.overview(work, query);
  }

  @Get('lag')
  @Requires(Permission.PatternsRead)
  @Answers(200, LagReport, { figures: true, description: asTable })
  async lag(@InWork() work: Work, @Query() query: ToldReportQuery) {
    return (await this.table(work, 'lag', query)) ?? this.patterns.lag(work, query);
  }

  @Get(':report')
  @ApiParam({ name: 'report', enum: reportNames })
  @Requires(Permission.PatternsRead)
  @Answers(200, ReportAnswer, { figures: true, description: asTable })
  async report(@InWork() work: Work, @Param('report') name: string, @Query() query: ToldReportQuery) {
    const report =
      query.release === 'public' && isReleasable(name)
        ? await this.releases.publicForm(work, name, query)
        : await this.reports.report(work, name, query);
    return inFormat(report, query);
  }

  /** The overview or the lag in the one shape of a report: for the public, or as CSV. */
  private async table(work: Work, name: 'overview' | 'lag', query: ToldReportQuery) {
    if (query.release === 'public') return inFormat(await this.releases.publicForm(work, name, query), query);
    return query.format === 'csv' ? inFormat(await this.tables.toTakeOut(work, name, query), query) : undefined;
  }
}
