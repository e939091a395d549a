import { Problem } from '../../platform/http/problem.js';
import type { PatternsQuery } from '../patterns.dto.js';
import { tables } from './counting.js';
import type { Source } from './definition.js';
import type { Dimension, GroupingName } from './dimensions.js';

/** @throws Problem 422 for a period that ends before it begins */
export function mustNotBeReversed({ from, to }: PatternsQuery): void {
  if (from && to && to < from)
    throw Problem.invalidField('to', 'period.reversed', 'The last day must not be before the first.');
}

/**
 * @param why what keeps these figures inside, as a sentence
 * @throws Problem 422 for release=public of what never leaves, and as {@link mustNotBeReversed}
 */
export function mustBeInternal(query: PatternsQuery, why: string): void {
  mustNotBeReversed(query);
  if (query.release === 'public') throw staysInside(why);
}

export const staysInside = (why: string) =>
  Problem.invalidField(
    'release',
    'release.unavailable',
    `These figures have no form that is safe to publish. ${why} Leave release out for internal figures.`,
  );

/** @throws Problem 422 for what rows of the source cannot be grouped by */
export function groupingOf(source: Source, groupBy: GroupingName): Dimension {
  const { dimensions } = tables[source];
  const dimension = dimensions[groupBy];
  if (dimension) return dimension;
  throw Problem.invalidField(
    'groupBy',
    'grouping.unknown',
    `This report cannot be grouped so. Choose one of: ${Object.keys(dimensions).join(', ')}.`,
  );
}
