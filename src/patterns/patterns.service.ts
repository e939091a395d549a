import { Injectable } from '@nestjs/common';
import type { Work } from '../platform/database/work.js';
import { figuresOfFates, figuresOfLags, groupsOf, mondayOf, outcomesOf, sum, tally } from './figures.js';
import type { LagReport, OverviewReport, PatternsQuery } from './patterns.dto.js';
import { lagCounts, overviewCounts } from './patterns.queries.js';
import { groupingOf, mustNotBeReversed } from './reports/asking.js';

/** Figures of the pattern ledger, for the organisation's own use. */
@Injectable()
export class PatternsService {
  /** @throws Problem 422 for a period that ends before it begins */
  async overview(work: Work, query: PatternsQuery): Promise<OverviewReport> {
    begin(work, 'overview', query);
    const by = dimensionOf(query);
    const { today, weeks, lags, fates, charges, destinations, names, venues, groups } = await overviewCounts(
      work,
      query,
      by,
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
      ...(groups ? { groups: groupsOf(groups, by, names, (of) => ({ n: sum(of), ...figuresOfFates(of) })) } : {}),
    };
  }

  /** @throws Problem 422 as {@link overview} */
  async lag(work: Work, query: PatternsQuery): Promise<LagReport> {
    begin(work, 'lag', query);
    const by = dimensionOf(query);
    const { letters, lags, names } = await lagCounts(work, query, by);
    return {
      ...figuresOfLags(lags),
      letters,
      ...(by ? { groups: groupsOf(lags, by, names ?? {}, figuresOfLags) } : {}),
    };
  }
}

const dimensionOf = ({ groupBy }: PatternsQuery) => groupBy && groupingOf('letters', groupBy);

function begin(work: Work, report: string, query: PatternsQuery): void {
  mustNotBeReversed(query);
  work.audit({ event: 'patterns.read', details: { report } });
}
