import { Injectable } from '@nestjs/common';
import { OrganizationsService } from '../../organizations/organizations.service.js';
import type { Work } from '../../platform/database/work.js';
import { Problem } from '../../platform/http/problem.js';
import { dateIn } from '../../platform/http/values.js';
import type { PrintedBookQuery, ReportQuery, ToldReportQuery } from '../patterns.dto.js';
import type { Report } from '../report.js';
import { isReleasable, releasable, ReleasableReportsService } from '../release/releasable-reports.service.js';
import { ReleasesService } from '../release/releases.service.js';
import { ReportsService } from '../reports/reports.service.js';
import { filtersOf } from '../reports/filters.js';
import { workbookOf } from '../reports/workbook.js';
import { bookOf, type Cover } from './book.pdf.js';
import { bookWords } from './book.words.js';
import { withMonths } from './months.js';
import { pictureOf } from './picture.js';

/** Reports as pictures and as a book. */
@Injectable()
export class PicturesService {
  constructor(
    private readonly tables: ReleasableReportsService,
    private readonly reports: ReportsService,
    private readonly releases: ReleasesService,
    private readonly organizations: OrganizationsService,
  ) {}

  /** A report as SVG. @throws Problem 404 for a name that no report has, else as the report does */
  async picture(work: Work, name: string, query: ToldReportQuery): Promise<string> {
    const { language } = query;
    const report = bookWords[language].report(await this.report(work, name, query));
    const picture = await pictureOf(withMonths(report, language), language);
    if (!picture) throw Problem.notFound('picture');
    return picture;
  }

  /**
   * The report book, to print: for the office every report, for the public those that can be made safe.
   * @throws Problem 422 as the reports do
   */
  async book(work: Work, query: PrintedBookQuery): Promise<Buffer> {
    const { reports, cover } = await this.everything(work, query, 'pdf');
    const told = reports.map((report) => withMonths(report, query.language));
    return bookOf(told, cover, bookWords[query.language]);
  }

  /** The same as a workbook (XLSX), one sheet each. @throws Problem 422 as {@link book} */
  async workbook(work: Work, query: PrintedBookQuery): Promise<Buffer> {
    const { reports, cover } = await this.everything(work, query, 'xlsx');
    return workbookOf(reports, cover, bookWords[query.language]);
  }

  private async everything(work: Work, query: PrintedBookQuery, format: 'pdf' | 'xlsx') {
    const isPublic = query.release === 'public';
    const { reports, left } = isPublic
      ? await this.releases.publicForms(work, releasable, query)
      : { reports: await this.reports.book(work, query), left: [] };
    const { name, zone, publicCountsFrom } = await this.organizations.own(work);
    work.audit({ event: 'patterns.exported', details: { format, count: reports.length } });
    const words = bookWords[query.language];
    const filters = (await filtersOf(work, query)).filter((filter) => filter.name !== 'from' && filter.name !== 'to');
    const cover: Cover = {
      organization: name,
      period: words.period(query.from, query.to),
      filters: filters.map(words.filter),
      on: dateIn(zone, work.now),
      left: left.map(words.text),
      ...(isPublic ? { k: publicCountsFrom } : {}),
    };
    return { reports: reports.map(words.report), cover };
  }

  private report(work: Work, name: string, query: ReportQuery): Promise<Report> {
    if (isReleasable(name) && query.release === 'public') return this.releases.publicForm(work, name, query);
    if (name === 'overview' || name === 'lag') return this.tables.basic(work, name, query);
    return this.reports.report(work, name, { ...query, format: 'json' });
  }
}
