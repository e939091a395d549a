export type Unit = 'W' | 'D' | 'H' | 'M';

/** An offset of the plan (`P7D`, `PT2H`), taken apart; nothing for what is none. */
export function partsOf(offset: string): { count: number; unit: Unit } | undefined {
  const [, days, dayUnit] = /^P(\d+)([DW])$/.exec(offset) ?? [];
  if (days) return { count: Number(days), unit: dayUnit as Unit };
  const [, times, timeUnit] = /^PT(\d+)([HM])$/.exec(offset) ?? [];
  return times ? { count: Number(times), unit: timeUnit as Unit } : undefined;
}

export const countsDays = (unit: Unit) => unit === 'D' || unit === 'W';

export const offsetOf = (count: number, unit: Unit) => (countsDays(unit) ? `P${count}${unit}` : `PT${count}${unit}`);

const minutes: Record<Unit, number> = { W: 7 * 24 * 60, D: 24 * 60, H: 60, M: 1 };
const lengthOf = (offset: string) => {
  const parts = partsOf(offset);
  return parts ? parts.count * minutes[parts.unit] : 0;
};

/** In the order in which they come: before a date the longest first, after it the shortest. */
export const inOrder = (offsets: readonly string[], direction: 'before' | 'after') =>
  [...offsets].sort((a, b) => (lengthOf(a) - lengthOf(b)) * (direction === 'before' ? -1 : 1));
