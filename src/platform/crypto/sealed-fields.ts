import { fieldsOf } from '../http/field-catalogue.js';
import { type Key, keyIdOf, open, place, seal, SealBroken } from './sealing.js';

type AnyClass = { prototype: object };

interface SealedField {
  name: string;
  column: string;
}

const sealedOf = new WeakMap<AnyClass, SealedField[]>();

function sealedFieldsOf(type: AnyClass): SealedField[] {
  let fields = sealedOf.get(type);
  if (!fields) {
    fields = [...fieldsOf(type).values()]
      .filter((info) => info.sealed)
      .map(({ name }) => ({ name, column: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) }));
    sealedOf.set(type, fields);
  }
  return fields;
}

/** A copy of `values` in which every sealed field of `type` is encrypted for the row `rowId` of `table`. */
export function sealFields<T extends object>(type: AnyClass, table: string, rowId: string, key: Key, values: T): T {
  const sealed: Record<string, unknown> = { ...(values as Record<string, unknown>) };
  for (const { name, column } of sealedFieldsOf(type)) {
    const value = sealed[name];
    if (value === undefined || value === null) continue;
    sealed[name] = seal(key, place(table, column, rowId), JSON.stringify(value));
  }
  return sealed as T;
}

type KeyFor = (id: string) => Key;

function openField(table: string, rowId: string, column: string, keyFor: KeyFor, value: string): unknown {
  const at = place(table, column, rowId);
  try {
    return JSON.parse(open(keyFor(keyIdOf(value, at)), at, value)) as unknown;
  } catch (error) {
    // A key that is not there, or that the value names falsely, is as good as a value that was altered.
    throw error instanceof SealBroken ? error : new SealBroken(at);
  }
}

/**
 * A copy of a row in which every sealed field is opened.
 * @param keyFor gives the data key for the id that a value carries (a merged client has several)
 * @throws SealBroken naming table, column and row
 */
export function openFields<T extends object>(type: AnyClass, table: string, rowId: string, keyFor: KeyFor, row: T): T {
  const opened: Record<string, unknown> = { ...(row as Record<string, unknown>) };
  for (const { name, column } of sealedFieldsOf(type)) {
    const value = opened[name];
    if (typeof value === 'string') opened[name] = openField(table, rowId, column, keyFor, value);
  }
  return opened as T;
}

/** {@link openFields} for lists: what does not open is null there, and its names are answered. */
export function openWhatOpens<T extends object>(
  type: AnyClass,
  table: string,
  rowId: string,
  keyFor: KeyFor,
  row: T,
): { row: T; unreadable: string[] } {
  const opened: Record<string, unknown> = { ...(row as Record<string, unknown>) };
  const unreadable: string[] = [];
  for (const { name, column } of sealedFieldsOf(type)) {
    const value = opened[name];
    if (typeof value !== 'string') continue;
    try {
      opened[name] = openField(table, rowId, column, keyFor, value);
    } catch {
      opened[name] = null;
      unreadable.push(name);
    }
  }
  return { row: opened as T, unreadable };
}
