import { isDay } from '../../lib/days.js';
import { reportNames, type ReportName } from './report-names.js';

/** Which letters the figures are about, what they are compared with and which report is open; stands in the address, names nobody. */
export interface PatternFilters {
  from?: string;
  to?: string;
  county?: string;
  place?: string;
  evidence?: 'documented';
  /** First and last day of the earlier period. */
  compareFrom?: string;
  compareTo?: string;
  report?: ReportName;
}

const text = (value: unknown, pattern: RegExp) =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;
const day = (value: unknown) => (typeof value === 'string' && isDay(value) ? value : undefined);

export function patternFilters(search: Record<string, unknown>): PatternFilters {
  const filters = {
    from: day(search.from),
    to: day(search.to),
    county: text(search.county, /^[a-z_]{1,60}$/),
    place: text(search.place, /^[0-9a-f-]{36}$/),
    evidence: search.evidence === 'documented' ? ('documented' as const) : undefined,
    compareFrom: day(search.compareFrom),
    compareTo: day(search.compareTo),
    report: reportNames.find((name) => name === search.report),
  };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

/** What narrows the letters, as the API takes it. */
export const asked = ({ from, to, county, place, evidence }: PatternFilters) => ({
  ...(from ? { $from: from } : {}),
  ...(to ? { to } : {}),
  ...(county ? { county } : {}),
  ...(place ? { place } : {}),
  ...(evidence ? { evidence } : {}),
});

/** The same in an address of the API. */
export const asQuery = (filters: PatternFilters, more: Record<string, string> = {}) => {
  const { $from, ...rest } = asked(filters);
  return new URLSearchParams({ ...($from ? { from: $from } : {}), ...rest, ...more }).toString();
};
