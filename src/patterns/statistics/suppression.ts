import {
  type Audit,
  type Derived,
  derivedIntervals,
  type Figures,
  lotsOf,
  narrowestWidth,
  tooNarrow,
  widthOf,
} from './disclosure.js';
import { noHurry, type Row, type SecondsLeft, withProgram } from './linear-program.js';
import { Worlds } from './worlds.js';

/**
 * Why a figure is hidden. `small`: it counts 1 to k - 1. `complement`: with it a hidden figure of the same release could
 * be worked out. `difference`: it could be with an earlier release, or what has changed since could.
 */
export type HiddenFor = 'small' | 'complement' | 'difference';

export interface Suppression {
  /** Places of hidden figures. */
  hidden: Map<number, HiddenFor>;
  /**
   * What a reader can derive of each hidden figure, and of each other that is guarded and small: to the number, which costs
   * more than to be sure that it spans `k`.
   */
  derived: () => Promise<Map<number, Derived>>;
  /** How far apart the bounds are for the one of these of which a reader learns most; null where nothing bounds any. */
  narrowest: () => Promise<number | null>;
  /** Figures that cannot be protected whatever is hidden; the release must not leave. Empty otherwise. */
  exposed: number[];
}

const crumb = 1e-6;
/** After so many figures have been tried, what is hidden in excess stays hidden. */
const mostTrials = 40;
/** So many of those that stood in the way last are asked about before all others. */
const mostLikely = 3;
/** Of so many that can be pinned down, the one that can be most closely is seen to first. */
const manyEnough = 8;

/** Whether a count stands for so few that it may not be seen. Nobody is not few. */
export const isSmall = (value: number, k: number): boolean => value !== 0 && Math.abs(value) < k;

/**
 * Hides what must not be seen of `all`, and as little more as it finds by which nothing hidden can be worked out: the
 * interval that a reader derives for any hidden figure spans at least `k`. Figures below `k` first (primary suppression),
 * then for each that is still exposed the cheapest others whose unknown values let it move by `k` (complementary
 * suppression: the linear-programming heuristic of Kelly, Golden and Assad, Networks 22, 1992, with the audit of
 * {@link derivedIntervals} after each step, and each figure shown again that turns out not to be needed).
 * @param insisted places that stay visible though they are small: whoever they count has agreed
 * @param isDifference whether the figure at a place is one between releases, which gives the reason its name
 * @throws OutOfTime when the audit cannot be brought to its end; then nothing is known to be safe
 */
export async function suppress(
  all: Figures,
  k: number,
  insisted: ReadonlySet<number> = new Set(),
  isDifference: (at: number) => boolean = () => false,
  { worlds = new Worlds(all), secondsLeft = noHurry }: Omit<Audit, 'enough'> = {},
): Promise<Suppression> {
  const { figures } = all;
  const hidden = new Map<number, HiddenFor>();
  figures.forEach(({ state, value }, at) => {
    if (state === 'open' && isSmall(value, k) && !insisted.has(at)) hidden.set(at, 'small');
  });
  const always = figures.flatMap(({ state, guarded }, at) => (state === 'never' && guarded ? [at] : []));
  const asked = () => [...hidden.keys(), ...always];
  const seen = (at: number) => figures[at]!.state === 'out' || (figures[at]!.state === 'open' && !hidden.has(at));
  // Whoever cannot be pinned down now cannot be when more is hidden, and is not asked about again.
  const derived = () => derivedIntervals(all, seen, asked(), secondsLeft);
  const narrowest = () => narrowestWidth(all, seen, asked(), k, { worlds, secondsLeft });
  const someNarrow = async () =>
    (await tooNarrow(all, seen, asked(), k, { enough: manyEnough, worlds, secondsLeft })).sort(
      (a, b) => widthOf(a.derived) - widthOf(b.derived),
    );
  for (let narrow = await someNarrow(); narrow.length > 0; narrow = narrow.length > 0 ? narrow : await someNarrow()) {
    const { at } = narrow[0]!;
    const more = await protectors(all, at, k, hidden, insisted, secondsLeft);
    if (more.length === 0) return { hidden, derived, narrowest, exposed: narrow.map((one) => one.at) };
    for (const one of more) hidden.set(one, isDifference(at) ? 'difference' : 'complement');
    // Whoever has nothing to do with what was hidden last is as narrow as before.
    const touched = new Set(
      lotsOf(all, (one) => !seen(one)).flatMap(({ places }) =>
        more.some((one) => places.includes(one)) ? places : [],
      ),
    );
    narrow = narrow.filter((one) => !touched.has(one.at));
  }
  await showAgain(all, k, hidden, asked, seen, { worlds, secondsLeft });
  return { hidden, derived, narrowest, exposed: [] };
}

/** Figures that were hidden to protect others, dearest first, are shown where the audit holds without them. */
async function showAgain(
  all: Figures,
  k: number,
  hidden: Map<number, HiddenFor>,
  asked: () => number[],
  seen: (at: number) => boolean,
  audit: Audit,
) {
  const dispensable = [...hidden]
    .filter(([, why]) => why !== 'small')
    .sort(([a], [b]) => (all.figures[b]!.cost ?? 1) - (all.figures[a]!.cost ?? 1))
    .slice(0, mostTrials);
  /** Those that stood in the way before are likely to again. */
  const obstacles: number[] = [];
  for (const [at, why] of dispensable) {
    const lot = new Set(lotsOf(all, (one) => !seen(one)).find(({ places }) => places.includes(at))!.places);
    hidden.delete(at);
    const touched = (some: readonly number[]) => some.filter((one) => one !== at && lot.has(one));
    const find = (some: readonly number[]) => tooNarrow(all, seen, touched(some), k, { ...audit, enough: 1 });
    const narrow = (await find(obstacles.slice(0, mostLikely)))[0] ?? (await find(asked()))[0];
    if (!narrow) continue;
    hidden.set(at, why);
    obstacles.unshift(narrow.at);
  }
}

/** The cheapest open figures without which the one at `target` can lie anywhere within some span of `k`. */
async function protectors(
  all: Figures,
  target: number,
  k: number,
  hidden: ReadonlyMap<number, HiddenFor>,
  insisted: ReadonlySet<number>,
  secondsLeft: SecondsLeft,
): Promise<number[]> {
  const { figures } = all;
  const fixed = (at: number) => figures[at]!.state === 'out' || insisted.has(at);
  const free = (at: number) => figures[at]!.state === 'open' && !hidden.has(at) && !fixed(at);
  const { places, equations } = lotsOf(all, (at) => !fixed(at)).find((lot) => lot.places.includes(target))!;
  const placeOf = new Map(places.map((at, place) => [at, place]));
  const count = places.length;
  // Two ways that each figure may differ from the truth, then for each that is shown so far how far it does.
  const bounds: [number, number][] = [0, 1].flatMap(() =>
    places.map((at): [number, number] => [figures[at]!.least - figures[at]!.value, Infinity]),
  );
  const rows: Row[] = [0, count].flatMap((way) =>
    equations.map(({ total, parts }) => ({
      terms: [[total, -1] as const, ...parts.map((part) => [part, 1] as const)].flatMap(([at, by]) =>
        fixed(at) ? [] : [[way + placeOf.get(at)!, by] as const],
      ),
      low: 0,
      high: 0,
    })),
  );
  const moved = new Map<number, number>();
  for (const at of places.filter(free)) {
    const by = bounds.push([0, Infinity]) - 1;
    moved.set(at, by);
    for (const way of [placeOf.get(at)!, count + placeOf.get(at)!])
      for (const sign of [1, -1]) {
        const terms = [[by, 1] as const, [way, sign] as const];
        rows.push({ terms, low: 0, high: Infinity });
      }
  }
  const spread = [[placeOf.get(target)!, 1] as const, [count + placeOf.get(target)!, -1] as const];
  rows.push({ terms: spread, low: k, high: Infinity });
  const price = [...moved].map(([at, by]) => [by, figures[at]!.cost ?? 1] as const);
  const cheapest = await withProgram(
    { bounds, rows, whole: false },
    (program) => program.optimum('least', price),
    secondsLeft,
  );
  if (!cheapest) return [];
  const found = [...moved].flatMap(([at, by]) => (cheapest.at![by]! > crumb ? [at] : []));
  if (found.length > 0) return found;
  // In fractions it can move already, in whole numbers it cannot: any neighbour helps.
  const neighbours = equations
    .map(({ total, parts }) => [total, ...parts])
    .filter((one) => one.includes(target))
    .flat();
  const others = [...neighbours, ...moved.keys()].filter(free);
  return others.slice(0, 1);
}
