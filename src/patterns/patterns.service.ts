import { Injectable } from '@nestjs/common';
import type { Work } from '../platform/database/work.js';
import { Problem } from '../platform/http/problem.js';
import { figuresOfFates, figuresOfLags, groupsOf, mondayOf, outcomesOf, sum, tally } from './figures.js';
import type { LagReport, OverviewReport, PatternsQuery } from './patterns.dto.js';
import { lagCounts, overviewCounts } from './patterns.queries.js';

/** Figures of the pattern ledger, for the organisation's own use. */
@Injectable()
export class PatternsService {
  /** @throws Problem 422 for a period that ends before it begins */
  async overview(work: Work, query: PatternsQuery): Promise<OverviewReport> {
    begin(work, 'overview', query);
    const { today, weeks, lags, fates, charges, destinations, names, venues, groups } = await overviewCounts(
      work,
      query,
    );
    const nameOf = (id: string | null) => (id === null ? null : (names[id] ?? null));
    const weekOf = mondayOf(today);
    return {
      n: sum(weeks),
      newThisWeek: sum(weeks.filter(({ week }) => week === weekOf)),
      weekOf,
      lettersByMonth: tally(weeks, ({ month }) => month.slice(0, 7), 'by key').map(([month, n]) => ({ month, n })),
      lettersByWeek: tally(weeks, ({ week }) => week, 'by key').map(([week, n]) => ({ week, n })),
      lag: figuresOfLags(lags),
      ...figuresOfFates(fates),
      outcomes: outcomesOf(fates),
      chargeLevels: tally(charges, ({ chargeLevel }) => chargeLevel).map(([chargeLevel, n]) => ({ chargeLevel, n })),
      offices: tally(destinations, ({ officeId }) => officeId).map(([officeId, n]) => ({
        officeId,
        name: nameOf(officeId),
        n,
      })),
      places: tally(destinations, ({ placeId }) => placeId).map(([placeId, n]) => ({
        placeId,
        name: nameOf(placeId),
        n,
      })),
      evidenceGrades: tally(charges, ({ evidenceGrade }) => evidenceGrade).map(([evidenceGrade, n]) => ({
        evidenceGrade,
        n,
      })),
      venueObservations: venues,
      ...(groups
        ? { groups: groupsOf(groups, query.groupBy, names, (of) => ({ n: sum(of), ...figuresOfFates(of) })) }
        : {}),
    };
  }

  /** @throws Problem 422 as {@link overview} */
  async lag(work: Work, query: PatternsQuery): Promise<LagReport> {
    begin(work, 'lag', query);
    const { letters, lags, names } = await lagCounts(work, query);
    return {
      ...figuresOfLags(lags),
      letters,
      ...(query.groupBy ? { groups: groupsOf(lags, query.groupBy, names ?? {}, figuresOfLags) } : {}),
    };
  }
}

function begin(work: Work, report: string, { from, to }: PatternsQuery): void {
  if (from && to && to < from)
    throw Problem.invalidField('to', 'period.reversed', 'The last day must not be before the first.');
  work.audit({ event: 'patterns.read', details: { report } });
}
