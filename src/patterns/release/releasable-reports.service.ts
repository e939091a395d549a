import { Injectable } from '@nestjs/common';
import type { Work } from '../../platform/database/work.js';
import { dateIn } from '../../platform/http/values.js';
import { OrganizationsService } from '../../organizations/organizations.service.js';
import type { PatternsQuery, ReportQuery } from '../patterns.dto.js';
import { PatternsService } from '../patterns.service.js';
import type { Report } from '../report.js';
import { filtersOf } from '../reports/filters.js';
import { definitions } from '../reports/index.js';
import { ReportsService } from '../reports/reports.service.js';
import { lagPublication, lagTable, overviewTable } from './basic-tables.js';
import { type Publishable, publishable } from './publication.js';

/** Reports whose counts of letters can be released, by name. */
export const releasable: readonly string[] = [
  'overview',
  'lag',
  ...definitions.filter(({ publication }) => publication).map(({ name }) => name),
];

export const isReleasable = (name: string): boolean => releasable.includes(name);

/** What a release can be asked. */
export type AskedOfRelease = Omit<ReportQuery, 'release' | 'format'>;

/** Makes any report that can be released, in the one shape. */
@Injectable()
export class ReleasableReportsService {
  constructor(
    private readonly patterns: PatternsService,
    private readonly organizations: OrganizationsService,
    private readonly reports: ReportsService,
  ) {}

  /** @throws Problem 422 as the report itself does */
  async make(work: Work, name: string, asked: AskedOfRelease): Promise<Publishable> {
    if (name !== 'overview' && name !== 'lag') return this.reports.publishable(work, name, asked);
    return publishable(await this.basic(work, name, asked), name === 'lag' ? lagPublication : {});
  }

  /** The overview or the lag as a table that leaves the application as a file. */
  async toTakeOut(work: Work, name: 'overview' | 'lag', query: ReportQuery): Promise<Report> {
    const report = await this.basic(work, name, query);
    work.audit({ event: 'patterns.exported', details: { report: name, format: query.format } });
    return report;
  }

  /** The overview or the lag as a table. */
  async basic(work: Work, name: 'overview' | 'lag', asked: AskedOfRelease): Promise<Report> {
    const { groupBy = 'month', compareFrom: _, compareTo: __, ...rest } = asked;
    const query: PatternsQuery = { ...rest, groupBy, release: 'internal' };
    const { zone } = await this.organizations.own(work);
    const filters = await filtersOf(work, query);
    const head = { name, on: dateIn(zone, work.now), zone, filters, groupBy };
    return name === 'lag'
      ? lagTable(head, await this.patterns.lag(work, query))
      : overviewTable(head, await this.patterns.overview(work, query));
  }
}
