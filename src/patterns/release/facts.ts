/** A value that something can be counted by; null is "not known". */
type Value = string | number | boolean | null;

/** Values that a fact may have: the very one, one of several, or any but some. */
export type Allowed = Value | { in: readonly Value[] } | { not: readonly Value[] };

export type Facts = Readonly<Record<string, Allowed>>;

const isOne = (allowed: Allowed): allowed is Value => allowed === null || typeof allowed !== 'object';
const listOf = (allowed: Exclude<Allowed, { not: readonly Value[] }>): readonly Value[] =>
  isOne(allowed) ? [allowed] : allowed.in;
const excludes = (allowed: Allowed): allowed is { not: readonly Value[] } => !isOne(allowed) && 'not' in allowed;

/** One spelling: of yes and no, what is not the one and is known is the other. */
function tidy(allowed: Allowed): Allowed {
  if (isOne(allowed)) return allowed;
  const values = [...new Set('in' in allowed ? allowed.in : allowed.not)].sort((a, b) =>
    String(a) < String(b) ? -1 : 1,
  );
  if ('in' in allowed) return values.length === 1 ? values[0]! : { in: values };
  const isOfTwo = values.some((value) => typeof value === 'boolean');
  return isOfTwo ? tidy({ in: [true, false, null].filter((value) => !values.includes(value)) }) : { not: values };
}

/** Whether no value at all is allowed. */
export const allowsNothing = (allowed: Allowed): boolean => !excludes(allowed) && listOf(allowed).length === 0;

/** Yes and no that were read as text. */
export const yesOrNo = <T>(value: T): T | boolean => (value === 'true' ? true : value === 'false' ? false : value);

/** What is allowed by both. */
export function both(one: Allowed, other: Allowed): Allowed {
  if (!excludes(one)) {
    const list = listOf(one).filter((value) => permits(other, value));
    return tidy({ in: list });
  }
  return excludes(other) ? tidy({ not: [...one.not, ...other.not] }) : both(other, one);
}

const permits = (allowed: Allowed, value: Value) =>
  excludes(allowed) ? !allowed.not.includes(value) : listOf(allowed).includes(value);

/** Whether whatever `one` allows is allowed by `other`. */
export function isPartOf(one: Allowed, other: Allowed): boolean {
  if (!excludes(one)) return listOf(one).every((value) => permits(other, value));
  return excludes(other) && other.not.every((value) => one.not.includes(value));
}

/** Whether nothing is allowed by both; of two that only say what they exclude nobody knows. */
export function shareNothing(one: Allowed, other: Allowed): boolean {
  if (!excludes(one)) return !listOf(one).some((value) => permits(other, value));
  return excludes(other) ? false : shareNothing(other, one);
}

const word = /^(?:NOT )?\w+$/;
const opposite = /^NOT \((.*)\)$/;

/**
 * What a condition in SQL says of one column, where it is as simple as most are: `outcome = 'detained'`, `form IS NULL`,
 * `NOT accompanied`, ...
 */
export function readCondition(sql: string): { column: string; allowed: Allowed } | undefined {
  const valueOf = (text: string): Value => (/^\d+$/.test(text) ? Number(text) : text.replaceAll("'", ''));
  const known = /^(\w+) IS (NOT )?NULL$/.exec(sql);
  if (known) return { column: known[1]!, allowed: known[2] ? { not: [null] } : null };
  const compared = /^(\w+) (=|<>) ('[^']*'|\d+)$/.exec(sql);
  if (compared) {
    const value = valueOf(compared[3]!);
    return { column: compared[1]!, allowed: compared[2] === '=' ? value : tidy({ not: [value, null] }) };
  }
  const listed = /^(\w+) IN \(([^()]*)\)$/.exec(sql);
  if (listed) return { column: listed[1]!, allowed: tidy({ in: listed[2]!.split(', ').map(valueOf) }) };
  const negated = opposite.exec(sql);
  const meant = negated && readCondition(negated[1]!);
  if (meant && !excludes(meant.allowed))
    return { column: meant.column, allowed: tidy({ not: [...listOf(meant.allowed), null] }) };
  if (!word.test(sql) || sql === 'true') return undefined;
  return sql.startsWith('NOT ') ? { column: sql.slice(4), allowed: false } : { column: sql, allowed: true };
}

/** A fact of its own for a condition that cannot be read: true of some, and where it is negated false of others. */
export function asFact(sql: string): { column: string; allowed: Allowed } {
  const negated = opposite.exec(sql);
  return { column: negated?.[1] ?? sql, allowed: !negated };
}

/** A number between two others, both included; null is no end. */
export interface Between {
  from: number | null;
  to: number | null;
}

/** `lag_days <= 60`, or as a value and its range, `lag_days|10-21`. */
export function readRange(sql: string): { column: string; range: Between } | undefined {
  const number = (text: string | undefined) => (text ? Number(text) : null);
  const [, column, sign, bound] = /^(\w+) (<=|>) (\d+)$/.exec(sql) ?? [];
  if (column)
    return { column, range: sign === '>' ? { from: Number(bound) + 1, to: null } : { from: null, to: Number(bound) } };
  const [, value, from, to] = /^(\w+)\|(-?\d+)?-(-?\d+)?$/.exec(sql) ?? [];
  return value ? { column: value, range: { from: number(from), to: number(to) } } : undefined;
}

/** Ranges of the same numbers in pieces that none of them cuts, so that they can be told apart and put together. */
export class Pieces {
  private readonly starts: number[];

  constructor(ranges: readonly Between[]) {
    const cuts = ranges.flatMap(({ from, to }) => [from ?? [], to === null ? [] : to + 1].flat());
    this.starts = [...new Set([Number.MIN_SAFE_INTEGER, ...cuts])].sort((a, b) => a - b);
  }

  of({ from, to }: Between): Allowed {
    if (from === null && to === null) return { not: [null] };
    return tidy({ in: this.starts.filter((start) => start >= (from ?? -Infinity) && start <= (to ?? Infinity)) });
  }
}
