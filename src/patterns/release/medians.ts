import type { Report } from '../report.js';
import { definitionOf } from '../reports/index.js';
import { areApart, isWithin, nameOf, type Population, populationOf, populationOfRow } from './population.js';
import type { Place } from './release-figures.js';

/** A median or quartile that left: of what, of how many, and of whom. */
export interface ShownMedian {
  column: string;
  /** The value it is the middle of, wherever it stands: days from print to letter are those of two reports. */
  of: string;
  n: number;
  value: number;
  population: Population;
}

/** What two reports take the middle of, where it is the same. */
function valueOf(report: string): string {
  if (report === 'lag') return 'letters|lag_days';
  const { source, value } = definitionOf(report) ?? {};
  return `${source}|${typeof value === 'string' ? value : report}`;
}

/**
 * Medians and quartiles that are out, and whether one more may join them. Each says how many values lie on either side of it:
 * of a group whose counts are all seen that tells of nobody in particular, nor does it together with those of groups within
 * it or apart from it, since whoever is hidden among them may have any of the values of the interval that is seen. Two groups
 * that overlap in part are another matter: if most of the one have short lags and most of the other long ones, few can be
 * in both. And one that has changed while nobody came or left tells whose record was corrected.
 */
export class ShownMedians {
  private readonly out: ShownMedian[];

  constructor(earlier: readonly ShownMedian[]) {
    this.out = [...earlier];
  }

  /** Those of a report, as they come to be shown; each that may be is kept in mind for those after it. */
  of(report: Report): { shown: ShownMedian[]; mayLeave: (place: Place, n: number, value: number) => boolean } {
    const shown: ShownMedian[] = [];
    const value = valueOf(report.name);
    const mayLeave = ({ row, column }: Place, n: number, middle: number) => {
      const population = row < 0 ? populationOf(report) : populationOfRow(report, report.rows[row]!);
      const one = { column, of: value, n, value: middle, population };
      if (this.out.some((other) => other.of === value && tellsMore(one, other))) return false;
      shown.push(one);
      this.out.push(one);
      return true;
    };
    return { shown, mayLeave };
  }
}

function tellsMore(one: ShownMedian, other: ShownMedian): boolean {
  if (nameOf(one.population) === nameOf(other.population))
    return one.column === other.column && one.n === other.n && one.value !== other.value;
  const [a, b] = [one.population, other.population];
  return !areApart(a, b) && !isWithin(a, b) && !isWithin(b, a);
}
