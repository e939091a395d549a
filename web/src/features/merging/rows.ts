import type { Values } from '../../forms/draft.js';

/**
 * What becomes of a value of the file that ends. `same`: it is in the other as well, or it says nothing; `moves`: it goes
 * where the other says nothing; `alias`: it stays as another name; `lost`: the other says something else.
 */
export type Fate = 'same' | 'moves' | 'alias' | 'lost';

export interface Row {
  field: string;
  mine: unknown;
  theirs: unknown;
  fate: Fate;
}

const names = new Set(['legalName', 'preferredName', 'aliases']);
const says = (value: unknown) =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

function fateOf(field: string, mine: unknown, theirs: unknown): Fate {
  if (!says(theirs) || JSON.stringify(mine) === JSON.stringify(theirs)) return 'same';
  if (names.has(field)) return 'alias';
  // Consents are what one file was given; they do not speak for the other.
  if (field === 'consents') return 'lost';
  return says(mine) ? 'lost' : 'moves';
}

/** The fields of which either file says something. */
export const rowsOf = (fields: readonly string[], into: Values, from: Values): Row[] =>
  fields
    .filter((field) => says(into[field]) || says(from[field]))
    .map((field) => ({
      field,
      mine: into[field],
      theirs: from[field],
      fate: fateOf(field, into[field], from[field]),
    }));
