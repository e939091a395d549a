/**
 * What happens to a field's value in the end.
 * - `identity`: who the person is; sealed, and destroyed with the client's key
 * - `case`: facts of the case file; deleted when the file is purged
 * - `ledger`: also copied, de-identified, to the pattern ledger, where it stays
 * - `administration`: accounts and settings; kept while the organisation works here
 */
export type RetentionClass = 'identity' | 'case' | 'ledger' | 'administration';

export type FieldKind =
  'text' | 'choice' | 'choices' | 'date' | 'instant' | 'flag' | 'count' | 'reference' | 'references' | 'zone' | 'parts';

/** What the catalogue knows of a field: shown to users next to it, and what sealing, answers and tests go by. */
export interface FieldInfo {
  name: string;
  kind: FieldKind;
  /** Why this is collected, one sentence for the person who is asked. */
  purpose: string;
  keeps: RetentionClass;
  required: boolean;
  /** Encrypted under the client's data key; see platform/crypto. */
  sealed: boolean;
  values?: readonly string[];
  /** The permission without which it is absent from every answer and refused in every body; see seen-fields.ts. */
  seenWith?: string;
}

const catalogue = new Map<unknown, Map<string, FieldInfo>>();

/** Called by the field decorators only. */
export function registerField(owner: object, info: FieldInfo): void {
  const fields = catalogue.get(owner) ?? new Map<string, FieldInfo>();
  fields.set(info.name, info);
  if (info.seenWith) guarded.set(info.name, info.seenWith);
  catalogue.set(owner, fields);
}

const guarded = new Map<string, string>();

/** Names of the fields that only a permission lets somebody see, with that permission; one meaning each (a test says so). */
export const guardedFields = (): ReadonlyMap<string, string> => guarded;

const resolved = new WeakMap<object, ReadonlyMap<string, FieldInfo>>();

/** Every catalogued field of a class, inherited ones included, by property name. */
export function fieldsOf(type: { prototype: object }): ReadonlyMap<string, FieldInfo> {
  const known = resolved.get(type);
  if (known) return known;
  const chain: object[] = [];
  for (
    let prototype: object | null = type.prototype;
    prototype;
    prototype = Object.getPrototypeOf(prototype) as object | null
  ) {
    chain.unshift(prototype);
  }
  const fields = new Map<string, FieldInfo>();
  for (const prototype of chain) for (const [name, info] of catalogue.get(prototype) ?? []) fields.set(name, info);
  resolved.set(type, fields);
  return fields;
}
