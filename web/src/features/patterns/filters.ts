import { isDay } from '../../lib/days.js';

/** Which letters the figures are about; stands in the address, and names nobody. */
export interface PatternFilters {
  from?: string;
  to?: string;
  county?: string;
  place?: string;
  evidence?: 'documented';
}

const text = (value: unknown, pattern: RegExp) =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

export function patternFilters(search: Record<string, unknown>): PatternFilters {
  const filters = {
    from: typeof search.from === 'string' && isDay(search.from) ? search.from : undefined,
    to: typeof search.to === 'string' && isDay(search.to) ? search.to : undefined,
    county: text(search.county, /^[a-z_]{1,60}$/),
    place: text(search.place, /^[0-9a-f-]{36}$/),
    evidence: search.evidence === 'documented' ? ('documented' as const) : undefined,
  };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}
