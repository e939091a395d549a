import { noHurry, type Optimum, type Program, type Row, type SecondsLeft, withProgram } from './linear-program.js';
import { Worlds } from './worlds.js';

/** So many questions are sooner asked one by one. */
const fewAsked = 3;
/** After so many rounds in which nothing was learned, each is asked by itself. */
const idleRounds = 2;
/** More than any office has letters. */
const boundless = 1e6;
const crumb = 1e-6;

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
 * {@link derivedIntervals}: figures that have nothing to do with each other are judged apart, one question is about many, and
 * what numbers that satisfy all equations prove of other figures is not asked again. That somebody cannot be pinned down is
 * always shown by such numbers, that somebody can by the bounds of the solver.
 * @throws OutOfTime as the solver
 */
export async function tooNarrow(
  all: Figures,
  seen: (at: number) => boolean,
  asked: readonly number[],
  width: number,
  { enough = Infinity, worlds = new Worlds(all), secondsLeft = noHurry }: Audit = {},
): Promise<Narrow[]> {
  const found: Narrow[] = [];
  for (const [lot, mine] of byLot(all, seen, asked)) {
    if (found.length >= enough) break;
    found.push(...(await narrowIn(all, lot, mine, width, { enough: enough - found.length, worlds, secondsLeft })));
  }
  return found;
}

/** How much is asked, and what is known already. */
export interface Audit {
  /** Stops when so many are found. */
  enough?: number;
  /** Grows with what is found out, and spares questions when the same figures are asked about again. */
  worlds?: Worlds;
  secondsLeft?: SecondsLeft;
}

async function narrowIn(
  all: Figures,
  lot: Lot,
  asked: readonly number[],
  width: number,
  { enough, worlds, secondsLeft }: Required<Audit>,
): Promise<Narrow[]> {
  const { places, rows, bounds } = unknownsOf(all, lot);
  const spans = worlds.spansOf(lot.places);
  const isOpen = (at: number) => widthOf(spans.of(at)) < width;
  let open = asked.filter(isOpen);
  const ask = async (found: Optimum | undefined) => {
    if (!found) throw new Error('The figures contradict each other: no numbers satisfy them.');
    const point = found.at;
    if (point) worlds.learn(spans, (at) => point[places.get(at)!]!);
    await othersMayWork();
    return found.value;
  };

  // Within bounds near the truth, one question about all of them often shows that many may lie far apart.
  const near = lot.places.map((at, place) => {
    const { value } = all.figures[at]!;
    return [Math.max(bounds[place]![0], value - 2 * width), value + 2 * width] as const;
  });
  if (open.length > fewAsked)
    await withProgram(
      { bounds: near, rows, whole: false },
      async (program) => {
        for (let round = 0, idle = 0; open.length > 0 && idle < idleRounds; round++) {
          const terms = open.map((at) => [places.get(at)!, signOf(at, round)] as const);
          for (const direction of ['greatest', 'least'] as const) await ask(program.relaxed(direction, terms));
          const left = open.filter(isOpen);
          idle = left.length < open.length ? 0 : idle + 1;
          open = left;
        }
      },
      secondsLeft,
    );

  const narrow: Narrow[] = [];
  const askOne = async (program: Program, at: number) => {
    const terms = [[places.get(at)!, 1]] as const;
    const derived = { low: -Infinity, high: Infinity };
    const sides = [
      ['high', 'greatest'],
      ['low', 'least'],
    ] as const;
    for (const [side, direction] of sides)
      if (isOpen(at)) {
        const bound = await ask(program.relaxed(direction, terms));
        derived[side] = side === 'high' ? Math.floor(bound + crumb) : Math.ceil(bound - crumb);
      }
    // In fractions it can lie far apart; whether it can in whole numbers takes longer to tell.
    for (const [side, direction] of sides)
      if (isOpen(at) && widthOf(derived) >= width) {
        const { low, high } = spans.of(at);
        derived[side] = await ask(program.optimum(direction, terms, side === 'high' ? low + width : high - width));
      }
    if (widthOf(derived) < width) narrow.push({ at, derived });
  };
  if (open.length > 0)
    await withProgram(
      { bounds, rows, whole: true },
      async (program) => {
        for (const at of open) {
          if (narrow.length >= enough) break;
          if (isOpen(at)) await askOne(program, at);
        }
      },
      secondsLeft,
    );
  return narrow;
}

/**
 * The width of the narrowest interval of the hidden figures asked for, none of which is known to be below `least`.
 * @returns null where nothing bounds any of them
 */
export async function narrowestWidth(
  all: Figures,
  seen: (at: number) => boolean,
  asked: readonly number[],
  least: number,
  { worlds = new Worlds(all), secondsLeft = noHurry }: Omit<Audit, 'enough'> = {},
): Promise<number | null> {
  const narrowerThan = async (width: number) =>
    (await tooNarrow(all, seen, asked, width, { enough: 1, worlds, secondsLeft }))[0]?.at;
  for (let width = least + 1; width < boundless; width *= 8) {
    let found = await narrowerThan(width);
    if (found === undefined) continue;
    for (; found !== undefined; found = await narrowerThan(width))
      width = widthOf((await derivedIntervals(all, seen, [found], secondsLeft)).get(found)!);
    return width;
  }
  return null;
}

/** 1 or -1, as if by chance, and always the same. */
function signOf(at: number, round: number): number {
  let mixed = Math.imul(at + 1, 0x9e3779b1) ^ Math.imul(round + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return ((mixed ^ (mixed >>> 13)) & 1) === 0 ? 1 : -1;
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
