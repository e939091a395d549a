import type { Work } from '../../platform/database/work.js';
import type { PatternsQuery } from '../patterns.dto.js';
import type { ReportFilter } from '../report.js';
import { filtersAsked } from './counting.js';
import { inWords, letterDimensions } from './dimensions.js';

type FilterQuery = PatternsQuery & { compareFrom?: string | undefined; compareTo?: string | undefined };

/** What each thing that can be asked is called. */
export const filterWords: Readonly<Record<string, string>> = {
  from: 'From',
  to: 'To',
  compareFrom: 'Compared from',
  compareTo: 'Compared to',
  county: 'County',
  office: 'Office',
  place: 'Place',
  chargeLevel: 'Charge level',
  evidence: 'Evidence',
  pooled: 'Only who agreed to be counted together with others',
};

/** What is left in the figures where they are asked for without hearsay. */
export const documented = 'Without what is known by hearsay alone';

/** What was asked for, as the request names it and as people say it. One statement, where an office or place is among it. */
export async function filtersOf(work: Work, query: FilterQuery): Promise<ReportFilter[]> {
  const days = (['from', 'to', 'compareFrom', 'compareTo'] as const).filter((name) => query[name]);
  const names = [...days, ...filtersAsked(query)];
  const called = query.office || query.place ? await namesOf(work, query) : {};
  return names.map((name) => {
    const value = String(query[name]);
    return { name, value, label: filterWords[name]!, said: called[name] ?? said(name, value) };
  });
}

function said(name: string, value: string): string {
  if (name === 'evidence') return documented;
  if (name === 'pooled') return inWords(true);
  return name === 'county' || name === 'chargeLevel' ? inWords(value, letterDimensions[name]) : value;
}

async function namesOf(work: Work, { office, place }: FilterQuery): Promise<Record<string, string | null>> {
  const [row] = await work.sql<Record<'office' | 'place', string | null>>(
    `SELECT (SELECT concat_ws(', ', name, unit) FROM offices WHERE organization_id = $1 AND id = $2) AS office,
       (SELECT name FROM places WHERE organization_id = $1 AND id = $3) AS place`,
    [work.organizationId, office ?? null, place ?? null],
  );
  return row!;
}
