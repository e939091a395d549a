import type { Values } from './draft.js';

/** What two people wrote at the same time. */
export interface Conflict {
  /** Fields that both changed, differently: what the other saved, and what was written here. */
  both: { field: string; theirs: unknown; mine: unknown }[];
  /** Fields that only the other changed; their value is taken in. */
  taken: string[];
  /** The record as the other saved it, with what was written here on top. */
  values: Values;
}

const differ = (one: unknown, other: unknown) => JSON.stringify(one ?? null) !== JSON.stringify(other ?? null);

/** Stamped by the server, written by nobody. */
const stamps = new Set(['version', 'updatedAt', 'updatedBy']);

/** Brings together what was written since `base` here and what somebody else saved meanwhile. */
export function meet(base: Values, mine: Values, theirs: Values): Conflict {
  const mineChanged = Object.keys(mine).filter((field) => differ(base[field], mine[field]));
  const theirsChanged = Object.keys(theirs).filter((field) => !stamps.has(field) && differ(base[field], theirs[field]));
  return {
    both: mineChanged
      .filter((field) => theirsChanged.includes(field) && differ(theirs[field], mine[field]))
      .map((field) => ({ field, theirs: theirs[field], mine: mine[field] })),
    taken: theirsChanged.filter((field) => !mineChanged.includes(field) && field in mine),
    values: { ...theirs, ...Object.fromEntries(mineChanged.map((field) => [field, mine[field]])) },
  };
}
