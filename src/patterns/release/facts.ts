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
  const opposite = /^NOT \((.*)\)$/.exec(sql);
  const meant = opposite && readCondition(opposite[1]!);
  if (meant && !excludes(meant.allowed))
    return { column: meant.column, allowed: tidy({ not: [...listOf(meant.allowed), null] }) };
  if (!word.test(sql) || sql === 'true') return undefined;
  return sql.startsWith('NOT ') ? { column: sql.slice(4), allowed: false } : { column: sql, allowed: true };
}
