import { type Row, withProgram } from './linear-program.js';

/**
 * One number of which a reader may learn something.
 *
 * - `open`: belongs to the figures to be released, which show it or hide it.
 * - `out`: was published before and cannot be taken back.
 * - `never`: nobody shows it, yet it follows from others: a complement, a difference, what an earlier release hid.
 */
export interface Figure {
  value: number;
  state: 'open' | 'out' | 'never';
  /** What anybody knows it to be at least: 0 for a count, -Infinity where it may also have fallen. */
  least: number;
  /** Whether a reader who works it out learns of a few people. Open figures are guarded once they are hidden. */
  guarded?: boolean;
  /** What is lost when it is hidden, against other figures; of open ones alone. */
  cost?: number;
}

/** `total` is the sum of `parts`, by their places among the figures. */
export interface Equation {
  total: number;
  parts: readonly number[];
}

export interface Figures {
  figures: readonly Figure[];
  equations: readonly Equation[];
}

/** The least and the greatest that a hidden figure can be, for all that a reader knows. */
export interface Derived {
  low: number;
  high: number;
}

export const widthOf = ({ low, high }: Derived): number => high - low;

/** What is left to reason about when the figures that are seen have been put in. */
function unknownsOf({ figures, equations }: Figures, seen: (at: number) => boolean) {
  const places = new Map<number, number>();
  figures.forEach((_, at) => {
    if (!seen(at)) places.set(at, places.size);
  });
  const rows = equations.flatMap(({ total, parts }): Row[] => {
    let known = 0;
    const terms: [number, number][] = [];
    for (const [at, by] of [[total, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
      const place = places.get(at);
      if (place === undefined) known += by * figures[at]!.value;
      else terms.push([place, by]);
    }
    return terms.length > 0 ? [{ terms, low: -known, high: -known }] : [];
  });
  const bounds = [...places.keys()].map((at) => [figures[at]!.least, Infinity] as const);
  return { places, rows, bounds };
}

/**
 * The interval that a reader can derive for each of the hidden figures asked for, from all that is seen: the least and
 * the greatest value over all whole numbers that satisfy the equations and the lower bounds. This is the audit that
 * section 4.3 of Hundepool et al., Statistical Disclosure Control (Wiley, 2012), asks of a suppression pattern (the
 * "attacker's problem" of Fischetti and Salazar, Journal of the American Statistical Association 95, 2000).
 * @param seen whether a reader sees the figure at that place; figures that are `out` always are
 */
export async function derivedIntervals(
  all: Figures,
  seen: (at: number) => boolean,
  asked: readonly number[],
): Promise<Map<number, Derived>> {
  const { places, rows, bounds } = unknownsOf(all, seen);
  return withProgram({ bounds, rows, whole: true }, async (program) => {
    const found = new Map<number, Derived>();
    for (const at of asked) {
      const terms = [[places.get(at)!, 1]] as const;
      const [low, high] = [program.optimum('least', terms), program.optimum('greatest', terms)];
      if (!low || !high) throw new Error('The figures contradict each other: no numbers satisfy them.');
      found.set(at, { low: low.value, high: high.value });
      await othersMayWork();
    }
    return found;
  });
}

/**
 * Those of the hidden figures asked for that a reader can pin down to fewer than `width` apart. Sooner done than
 * {@link derivedIntervals}: what one answer of the solver proves of other figures is not asked again.
 */
export async function tooNarrow(
  all: Figures,
  seen: (at: number) => boolean,
  asked: readonly number[],
  width: number,
): Promise<{ at: number; derived: Derived }[]> {
  const { places, rows, bounds } = unknownsOf(all, seen);
  return withProgram({ bounds, rows, whole: true }, async (program) => {
    const possible = new Map<number, Derived>(
      asked.map((at) => [at, { low: all.figures[at]!.value, high: all.figures[at]!.value }]),
    );
    const learn = (point: readonly number[] | undefined) => {
      for (const [at, derived] of point ? possible : []) {
        const value = Math.round(point![places.get(at)!]!);
        derived.low = Math.min(derived.low, value);
        derived.high = Math.max(derived.high, value);
      }
    };
    const narrow: { at: number; derived: Derived }[] = [];
    for (const at of asked) {
      const derived = possible.get(at)!;
      for (const direction of ['greatest', 'least'] as const) {
        if (widthOf(derived) >= width) break;
        const optimum = program.optimum(direction, [[places.get(at)!, 1]]);
        if (!optimum) throw new Error('The figures contradict each other: no numbers satisfy them.');
        learn(optimum.at);
        if (direction === 'greatest') derived.high = optimum.value;
        else derived.low = optimum.value;
        await othersMayWork();
      }
      if (widthOf(derived) < width) narrow.push({ at, derived: { ...derived } });
    }
    return narrow;
  });
}

/** The solver does not wait for anything; between two questions the process serves others. */
const othersMayWork = () => new Promise<void>((resolve) => setImmediate(resolve));
