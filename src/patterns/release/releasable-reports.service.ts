import { Injectable } from '@nestjs/common';
import type { Work } from '../../platform/database/work.js';
import { dateIn } from '../../platform/http/values.js';
import { OrganizationsService } from '../../organizations/organizations.service.js';
import type { PatternsQuery } from '../patterns.dto.js';
import { PatternsService } from '../patterns.service.js';
import type { Report } from '../report.js';
import { lagTable, overviewTable } from './basic-tables.js';

/** Reports whose counts of letters can be released, by name. */
export const releasable = ['overview', 'lag'] as const;
export type Releasable = (typeof releasable)[number];

type Asked = Omit<PatternsQuery, 'release'>;

/** Makes any report that can be released, in the one shape. */
@Injectable()
export class ReleasableReportsService {
  constructor(
    private readonly patterns: PatternsService,
    private readonly organizations: OrganizationsService,
  ) {}

  /** @throws Problem 422 as the report itself does */
  async make(work: Work, name: Releasable, asked: Asked): Promise<Report> {
    const { groupBy = 'month', evidence, ...rest } = asked;
    const query: PatternsQuery = { ...rest, evidence, groupBy, release: 'internal' };
    const { zone } = await this.organizations.own(work);
    const filters = Object.entries({ ...rest, ...(evidence === 'documented' ? { evidence } : {}) }).flatMap(
      ([filter, value]) =>
        typeof value === 'string' || value === true
          ? [{ name: filter, value: String(value), label: String(value) }]
          : [],
    );
    const head = { name, on: dateIn(zone, work.now), zone, filters, groupBy };
    return name === 'lag'
      ? lagTable(head, await this.patterns.lag(work, query))
      : overviewTable(head, await this.patterns.overview(work, query));
  }
}
