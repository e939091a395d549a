import type { Work } from '../database/work.js';
import { guardedFields } from './field-catalogue.js';
import { Problem } from './problem.js';

type May = Pick<Work, 'may'>;

/** Names of the fields that the one who asks may neither see nor write. */
function hiddenFrom(work: May): ReadonlySet<string> {
  const hidden = new Set<string>();
  for (const [name, permission] of guardedFields()) if (!work.may(permission)) hidden.add(name);
  return hidden;
}

const isPlain = (value: object): value is Record<string, unknown> => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/**
 * An answer, or a part of one, as the one who asks may see it: fields for which they lack the permission are absent at
 * any depth, not blank. Who has every permission gets the very same object.
 */
export function seenBy<T>(work: May, answer: T): T {
  const hidden = hiddenFrom(work);
  return hidden.size === 0 ? answer : (without(hidden, answer) as T);
}

function without(hidden: ReadonlySet<string>, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => without(hidden, one));
  if (value === null || typeof value !== 'object' || !isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (hidden.has(name) ? [] : [[name, without(hidden, one)]])),
  );
}

/** @throws Problem 403 naming every field of a body that the one who asks may not write */
export function mustBeWritable(work: May, body: unknown): void {
  const hidden = hiddenFrom(work);
  const fields = hidden.size === 0 ? [] : given(hidden, body, '');
  if (fields.length === 0) return;
  const message = 'You may neither see nor write this field. Leave it out.';
  throw new Problem(403, 'field.not_yours', `Some fields are not yours to write: ${fields.join(', ')}.`, {
    errors: fields.map((field) => ({ field, code: 'field.not_yours', message })),
  });
}

function given(hidden: ReadonlySet<string>, value: unknown, path: string): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, one]) =>
    hidden.has(name) ? [`${path}${name}`] : given(hidden, one, `${path}${name}.`),
  );
}
