import type { Values } from '../../forms/draft.js';

/**
 * What becomes of a value of the file that ends. `same`: it is in the other as well, or it says nothing; `moves`: it goes
 * where the other says nothing, or forbids something; `alias`: it stays as another name; `withdrawn`: of consents, what was
 * taken back moves; `lost`: the other says something else.
 */
export type Fate = 'same' | 'moves' | 'alias' | 'withdrawn' | 'lost';

export interface Row {
  field: string;
  mine: unknown;
  theirs: unknown;
  fate: Fate;
}

const names = new Set(['legalName', 'preferredName', 'aliases']);
const says = (value: unknown) =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

function fateOf(field: string, into: Values, from: Values): Fate {
  const [mine, theirs] = [into[field], from[field]];
  if (!says(theirs) || JSON.stringify(mine) === JSON.stringify(theirs)) return 'same';
  if (names.has(field)) return 'alias';
  // Consents are what one file was given; they do not speak for the other. What was taken back is taken back.
  if (field === 'consents')
    return (theirs as { withdrawnOn?: unknown }[]).some(({ withdrawnOn }) => withdrawnOn) ? 'withdrawn' : 'lost';
  if (field === 'smsConsent' && theirs === 'opted_out') return 'moves';
  // Said of a number, and of no other.
  if (field === 'phoneSafeToText' && says(into.phone))
    return into.phone !== from.phone || (says(mine) && theirs !== 'no') ? 'lost' : 'moves';
  // Whom a restricted file lets in is chosen by hand.
  if (field === 'assignedAttorneyId' && into.restricted) return 'lost';
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
      fate: fateOf(field, into, from),
    }));
