import { Injectable } from '@nestjs/common';
import type { Work } from '../../platform/database/work.js';
import { dateIn } from '../../platform/http/values.js';
import { OrganizationsService } from '../../organizations/organizations.service.js';
import type { PatternsQuery } from '../patterns.dto.js';
import { PatternsService } from '../patterns.service.js';
import type { Report, ReportRow } from '../report.js';
import { ReportsService } from '../reports/reports.service.js';
import { lagTable, overviewTable } from './basic-tables.js';

/** Reports whose counts of letters can be released, by name. */
export const releasable = ['overview', 'lag', 'letters', 'offices'] as const;
export type Releasable = (typeof releasable)[number];

export const isReleasable = (name: string): name is Releasable => (releasable as readonly string[]).includes(name);

type Asked = Omit<PatternsQuery, 'release'>;

/** Makes any report that can be released, in the one shape. */
@Injectable()
export class ReleasableReportsService {
  constructor(
    private readonly patterns: PatternsService,
    private readonly organizations: OrganizationsService,
    private readonly reports: ReportsService,
  ) {}

  /** @throws Problem 422 as the report itself does */
  async make(work: Work, name: Releasable, asked: Asked): Promise<Report> {
    if (name === 'letters' || name === 'offices')
      return tied(await this.reports.report(work, name, { ...asked, release: 'internal', format: 'json' }));
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

/**
 * A report with those of its counts alone of which it is written how they hang together with the first: what another one
 * would give away nobody could tell.
 */
export function tied(report: Report): Report {
  const first = report.columns.find(({ kind }) => kind === 'count')?.name;
  const kept = new Set(first === undefined ? [] : [first]);
  // Sums stand before what they are made of.
  for (const { total, parts } of report.sums) if (kept.has(total)) parts.forEach((part) => kept.add(part));
  const columns = report.columns.filter(({ name, kind, of }) => {
    if (kind === 'count') return kept.has(name);
    if (kind === 'sum') return false;
    return of.every((one) => kept.has(one));
  });
  const names = new Set(columns.map(({ name }) => name));
  const only = (row: ReportRow): ReportRow =>
    Object.fromEntries(Object.entries(row).filter(([name]) => names.has(name)));
  return {
    ...report,
    columns,
    rows: report.rows.map(only),
    totals: report.totals && only(report.totals),
    sums: report.sums.filter(({ total }) => kept.has(total)),
  };
}
