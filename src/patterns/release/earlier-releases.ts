import type { Facts } from './facts.js';
import { type Equation, type Figures } from '../statistics/disclosure.js';
import { isSmall } from '../statistics/suppression.js';
import { areApart, isNobody, isWithin, nameOf, type Population, periodsCross } from './population.js';
import type { PlacedFigure, ReportFigures } from './release-figures.js';

/** One population, wherever it is published. */
interface Node {
  meaning: string;
  population: Population;
  /** Places of its figures, those of the new release before earlier ones, which stand in their order. */
  members: number[];
  releases: Set<number>;
}

export interface Compared extends Figures {
  figures: PlacedFigure[];
  /** How many figures are those of the new release; those that follow belong to earlier ones or to what lies between. */
  own: number;
  /** Figures of the new release that everybody knows already. */
  known: Set<number>;
  /** Earlier releases whose periods overlap the new one in part. */
  crossing: number[];
}

/**
 * The figures of a release together with all that was released before, of whatever report, and what a reader learns by
 * subtracting: what has changed in a figure that is published twice, and what is in a population but in none of those
 * within it. Such differences are guarded when they are of few people.
 */
export function comparedWith(own: readonly ReportFigures[], earlier: readonly ReportFigures[], k: number): Compared {
  const figures: PlacedFigure[] = [];
  const equations: Equation[] = [];
  /** Below 0 for those of the new release, one number for each of its reports. */
  const releaseOf: number[] = [];
  [...own, ...earlier].forEach((one, at) => {
    const number = at - own.length;
    const shift = figures.length;
    figures.push(...one.figures.map((figure) => (isNaught(figure) ? { ...figure, state: 'out' as const } : figure)));
    releaseOf.push(...one.figures.map(() => number));
    equations.push(
      ...one.equations.map(({ total, parts }) => ({ total: total + shift, parts: parts.map((at) => at + shift) })),
    );
  });
  const countOwn = own.reduce((so, one) => so + one.figures.length, 0);
  const known = new Set<number>();
  const crossing = new Set<number>();
  const difference = (whole: number, parts: number[]) => {
    const value = figures[whole]!.value - parts.reduce((so, part) => so + figures[part]!.value, 0);
    const { row, column, population } = figures[whole]!;
    equations.push({ total: whole, parts: [...parts, figures.length] });
    // Less than those within it: records were corrected meanwhile.
    const least = value < 0 ? -Infinity : 0;
    figures.push({ value, state: 'never', least, guarded: isSmall(value, k), row, column, population });
  };

  for (const nodes of byKind(figures, releaseOf).values()) {
    for (const { members } of nodes) {
      const [first, ...others] = members as [number, ...number[]];
      for (const other of others) {
        if (figures[other]!.value !== figures[first]!.value) changed(first, other);
        else {
          equations.push({ total: first, parts: [other] });
          // Of those that say the same, whoever is out makes the others known.
          if (figures[other]!.state === 'out')
            for (const one of members)
              if (releaseOf[one]! < 0 && figures[one]!.value === figures[other]!.value) known.add(one);
        }
      }
    }
    for (const node of nodes) {
      for (const apart of setsApart(node, largestWithin(node, nodes)))
        for (const [whole, parts] of asOfEach(node, apart)) difference(whole, parts);
      if (!isNew(node)) continue;
      for (const other of nodes)
        if (
          other.meaning === node.meaning &&
          !isNew(other) &&
          periodsCross(node.population, other.population) &&
          !isOfTime(node, other, figures)
        )
          for (const number of other.releases) crossing.add(number);
    }
  }
  return { figures, equations, own: countOwn, known, crossing: [...crossing].sort((a, b) => a - b) };

  /** A population and those within it as they stood after each release that says something of them, once for each state. */
  function asOfEach(whole: Node, parts: readonly Node[]): [whole: number, parts: number[]][] {
    const time = (at: number) => (releaseOf[at]! < 0 ? earlier.length : releaseOf[at]!);
    const asOf = (members: readonly number[], moment: number) => {
      const inTime = [...members].sort((a, b) => time(a) - time(b));
      const found = inTime.findLast((at) => time(at) <= moment) ?? inTime[0]!;
      // Those that say the same are one.
      return members.find((at) => figures[at]!.value === figures[found]!.value)!;
    };
    const states = new Map<string, [number, number[]]>();
    for (const moment of new Set([whole, ...parts].flatMap(({ members }) => members.map(time)))) {
      const state: [number, number[]] = [
        asOf(whole.members, moment),
        parts.map(({ members }) => asOf(members, moment)),
      ];
      states.set(state.flat().join(), state);
    }
    return [...states.values()];
  }

  function changed(now: number, then: number) {
    const value = figures[now]!.value - figures[then]!.value;
    const { row, column, population } = figures[now]!;
    equations.push({ total: now, parts: [then, figures.length] });
    figures.push({ value, state: 'never', least: -Infinity, guarded: isSmall(value, k), row, column, population });
  }
}

/**
 * Places of those of earlier releases from which something could follow about the new one: whose periods have days in common
 * with it, or with one of which that is true.
 */
export function touching(own: readonly ReportFigures[], earlier: readonly ReportFigures[]): number[] {
  const spanOf = (...reports: readonly ReportFigures[]) =>
    reports
      .flatMap(({ figures }) => figures)
      .reduce(
        (so, { population: { from, to } }) => ({ from: from < so.from ? from : so.from, to: to > so.to ? to : so.to }),
        { from: '9999-12-31', to: '0001-01-01' },
      );
  const spans = [spanOf(...own)];
  let waiting = earlier.map((one, at) => ({ at, span: spanOf(one) }));
  for (const { from, to } of spans) {
    const [touched, apart] = [[] as typeof waiting, [] as typeof waiting];
    for (const one of waiting) (one.span.from <= to && from <= one.span.to ? touched : apart).push(one);
    spans.push(...touched.map(({ span }) => span));
    waiting = apart;
  }
  const apart = new Set(waiting.map(({ at }) => at));
  return earlier.flatMap((_, at) => (apart.has(at) ? [] : [at]));
}

/** Nobody, as everybody knows: hearsay among what is more than that, or people who were let go among those who were kept. */
const isNaught = ({ value, counted }: PlacedFigure) =>
  value === 0 && counted !== undefined && isNobody(counted.population);

const isNew = ({ releases }: Node) => [...releases].some((release) => release < 0);

/** Complements follow from what they are made of, and are compared through it. */
function byKind(figures: readonly PlacedFigure[], releaseOf: readonly number[]): Map<string, Node[]> {
  const kinds = new Map<string, Map<string, Node>>();
  const facts = new Map<string, Facts>();
  figures.forEach(({ counted }, at) => {
    if (counted === undefined) return;
    const { kind, meaning, population } = counted;
    // It would be apart even from itself.
    if (isNobody(population)) return;
    const nodes = kinds.get(kind) ?? new Map<string, Node>();
    kinds.set(kind, nodes);
    const name = nameOf(population);
    let node = nodes.get(name);
    if (!node) {
      const spelled = JSON.stringify(population.facts);
      if (!facts.has(spelled)) facts.set(spelled, population.facts);
      const one = { ...population, facts: facts.get(spelled)! };
      nodes.set(name, (node = { meaning, population: one, members: [], releases: new Set() }));
    }
    node.members.push(at);
    node.releases.add(releaseOf[at]!);
  });
  return new Map([...kinds].map(([kind, nodes]) => [kind, [...nodes.values()]]));
}

/** The largest populations within one. */
function largestWithin(node: Node, nodes: readonly Node[]): Node[] {
  let largest: Node[] = [];
  for (const one of nodes) {
    if (one === node || !isWithin(one.population, node.population)) continue;
    if (largest.some((other) => isWithin(one.population, other.population))) continue;
    largest = [...largest.filter((other) => !isWithin(other.population, one.population)), one];
  }
  return largest;
}

/**
 * Sets of populations within one, in each set none that overlap: each population that no release holds together with it in one
 * set at least, with whatever can stand beside it. Of those that a release does hold together its own equations say more.
 */
function setsApart(whole: Node, within: readonly Node[]): Node[][] {
  const sets: Node[][] = [];
  const waiting = new Set(within.filter(({ releases }) => [...releases].some((one) => !whole.releases.has(one))));
  for (const node of waiting) {
    const set = [node];
    for (const other of within)
      if (set.every(({ population }) => areApart(population, other.population))) set.push(other);
    set.forEach((one) => waiting.delete(one));
    sets.push(set);
  }
  return sets;
}

/** The totals of spans of time say nothing that the spans do not. */
const isOfTime = (one: Node, other: Node, figures: readonly PlacedFigure[]) =>
  [...one.members, ...other.members].some((at) => figures[at]!.ofTime);
