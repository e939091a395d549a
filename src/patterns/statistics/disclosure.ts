import { noHurry, type Program, type Row, type SecondsLeft, withProgram } from './linear-program.js';

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

/** What is left to reason about in a lot when the figures that are seen have been put in. */
function unknownsOf({ figures }: Figures, lot: Lot) {
  const places = new Map(lot.places.map((at, place) => [at, place]));
  const rows = lot.equations.map(({ total, parts }): Row => {
    let known = 0;
    const terms: [number, number][] = [];
    for (const [at, by] of [[total, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
      const place = places.get(at);
      if (place === undefined) known += by * figures[at]!.value;
      else terms.push([place, by]);
    }
    return { terms, low: -known, high: -known };
  });
  return { places, rows, bounds: lot.places.map((at) => [figures[at]!.least, Infinity] as const) };
}

/** The figures asked for by the lot of unknown ones that each is in. */
function byLot(all: Figures, seen: (at: number) => boolean, asked: readonly number[]): Map<Lot, number[]> {
  const lots = lotsOf(all, (at) => !seen(at));
  const lotOf = new Map(lots.flatMap((lot) => lot.places.map((at) => [at, lot] as const)));
  const wanted = new Map<Lot, number[]>();
  for (const at of asked) wanted.set(lotOf.get(at)!, [...(wanted.get(lotOf.get(at)!) ?? []), at]);
  return wanted;
}

/**
 * The interval that a reader can derive for each of the hidden figures asked for, from all that is seen: the least and
 * the greatest value over all whole numbers that satisfy the equations and the lower bounds. This is the audit that
 * section 4.3 of Hundepool et al., Statistical Disclosure Control (Wiley, 2012), asks of a suppression pattern (the
 * "attacker's problem" of Fischetti and Salazar, Journal of the American Statistical Association 95, 2000).
 * @param seen whether a reader sees the figure at that place; figures that are `out` always are
 * @throws OutOfTime as the solver
 */
export async function derivedIntervals(
  all: Figures,
  seen: (at: number) => boolean,
  asked: readonly number[],
  secondsLeft = noHurry,
): Promise<Map<number, Derived>> {
  const found = new Map<number, Derived>();
  for (const [lot, mine] of byLot(all, seen, asked)) {
    const { places, rows, bounds } = unknownsOf(all, lot);
    const ask = async (program: Program) => {
      for (const at of mine) {
        const terms = [[places.get(at)!, 1]] as const;
        const [low, high] = [program.optimum('least', terms), program.optimum('greatest', terms)];
        if (!low || !high) throw new Error('The figures contradict each other: no numbers satisfy them.');
        found.set(at, { low: low.value, high: high.value });
        await othersMayWork();
      }
    };
    await withProgram({ bounds, rows, whole: true }, ask, secondsLeft);
  }
  return new Map(asked.map((at) => [at, found.get(at)!]));
}

/** A figure and what a reader derives of it. */
export interface Narrow {
  at: number;
  derived: Derived;
}

/**
 * Those of the hidden figures asked for that a reader can pin down to fewer than `width` apart. Sooner done than
 * {@link derivedIntervals}: figures that have nothing to do with each other are judged apart, and what one answer of the
 * solver proves of other figures is not asked again.
 * @param enough stops when so many are found
 * @throws OutOfTime as the solver
 */
export async function tooNarrow(
  all: Figures,
  seen: (at: number) => boolean,
  asked: readonly number[],
  width: number,
  { enough = Infinity, secondsLeft = noHurry }: { enough?: number; secondsLeft?: SecondsLeft } = {},
): Promise<Narrow[]> {
  const found: Narrow[] = [];
  for (const [lot, mine] of byLot(all, seen, asked)) {
    if (found.length >= enough) break;
    found.push(...(await narrowIn(all, lot, mine, width, { enough, secondsLeft })));
  }
  return found;
}

async function narrowIn(
  all: Figures,
  lot: Lot,
  asked: readonly number[],
  width: number,
  { enough, secondsLeft }: { enough: number; secondsLeft: SecondsLeft },
): Promise<Narrow[]> {
  const { figures } = all;
  const { places, rows, bounds } = unknownsOf(all, lot);
  const ask = async (program: Program) => {
    const possible = new Map<number, Derived>(
      asked.map((at) => [at, { low: figures[at]!.value, high: figures[at]!.value }]),
    );
    const learn = (point: readonly number[] | undefined) => {
      for (const [at, derived] of point ? possible : []) {
        const value = Math.round(point![places.get(at)!]!);
        derived.low = Math.min(derived.low, value);
        derived.high = Math.max(derived.high, value);
      }
    };
    const narrow: Narrow[] = [];
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
      if (widthOf(derived) < width && narrow.push({ at, derived: { ...derived } }) >= enough) break;
    }
    return narrow;
  };
  return withProgram({ bounds, rows, whole: true }, ask, secondsLeft);
}

/** Figures that hang together through equations, directly or through each other, and those equations. */
export interface Lot {
  places: number[];
  equations: Equation[];
}

/** The figures that are not settled, in lots that have nothing to do with each other. */
export function lotsOf({ figures, equations }: Figures, isOpen: (at: number) => boolean): Lot[] {
  const leader = figures.map((_, at) => at);
  const leaderOf = (at: number): number => {
    while (leader[at] !== at) at = leader[at] = leader[leader[at]!]!;
    return at;
  };
  const open = (equation: Equation) => [equation.total, ...equation.parts].filter(isOpen);
  for (const equation of equations) {
    const [first, ...others] = open(equation);
    for (const other of others) leader[leaderOf(other)] = leaderOf(first!);
  }
  const lots = new Map<number, Lot>();
  figures.forEach((_, at) => {
    if (!isOpen(at)) return;
    const lot = lots.get(leaderOf(at)) ?? { places: [], equations: [] };
    lots.set(leaderOf(at), lot);
    lot.places.push(at);
  });
  for (const equation of equations) {
    const [first] = open(equation);
    if (first !== undefined) lots.get(leaderOf(first))!.equations.push(equation);
  }
  return [...lots.values()];
}

/** The solver does not wait for anything; between two questions the process serves others. */
const othersMayWork = () => new Promise<void>((resolve) => setImmediate(resolve));
