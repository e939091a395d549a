import type { Derived, Figures } from './disclosure.js';
import { isWhole } from './linear-program.js';

/** Figures that differ from the truth, and by how much. */
interface Difference {
  places: readonly number[];
  by: readonly number[];
}

/**
 * What could be in place of the truth, for all that a reader of some figures can tell: whole numbers that satisfy the same
 * equations. Each that is found proves of many figures at once how far apart they may lie, also when other figures are
 * seen, as long as it differs in none of those.
 */
export class Worlds {
  private readonly differences: Difference[] = [];
  private readonly equationsOf: number[][];

  constructor(private readonly all: Figures) {
    this.equationsOf = all.figures.map(() => []);
    all.equations.forEach(({ total, parts }, number) => {
      for (const at of [total, ...parts]) this.equationsOf[at]!.push(number);
    });
  }

  /** What is known so far of figures of which none is seen. */
  spansOf(unseen: readonly number[]): Spans {
    const spans = new Spans(this.all, unseen);
    for (const one of this.differences) spans.widen(one);
    return spans;
  }

  /**
   * Takes values that satisfy the equations, whole or not. Where they differ from the truth, parts that share no equation satisfy
   * them each by itself; halves are whole when the difference is doubled.
   */
  learn(spans: Spans, values: (at: number) => number): void {
    const { figures } = this.all;
    const far = (at: number) => values(at) - figures[at]!.value;
    for (const places of this.partsOf(spans.unseen.filter((at) => Math.abs(far(at)) > crumb))) {
      const times = [1, 2].find((times) => places.every((at) => isWhole(times * far(at))));
      if (!times) continue;
      const one = { places, by: places.map((at) => Math.round(times * far(at))) };
      if (this.mayBe(one) && spans.widen(one)) this.differences.push(one);
    }
  }

  /** The solver reckons with crumbs; what it says is added up anew. */
  private mayBe({ places, by }: Difference): boolean {
    const { figures, equations } = this.all;
    const moved = new Map(places.map((at, place) => [at, by[place]!]));
    const change = (at: number) => moved.get(at) ?? 0;
    return (
      places.every((at) => figures[at]!.value + change(at) >= figures[at]!.least) &&
      [...new Set(places.flatMap((at) => this.equationsOf[at]!))].every((number) => {
        const { total, parts } = equations[number]!;
        return change(total) === parts.reduce((so, part) => so + change(part), 0);
      })
    );
  }

  private partsOf(places: readonly number[]): number[][] {
    const waiting = new Set(places);
    const parts: number[][] = [];
    for (const first of waiting) {
      waiting.delete(first);
      const part = [first];
      for (const at of part)
        for (const number of this.equationsOf[at]!) {
          const { total, parts: others } = this.all.equations[number]!;
          if (waiting.delete(total)) part.push(total);
          for (const other of others) if (waiting.delete(other)) part.push(other);
        }
      parts.push(part);
    }
    return parts;
  }
}

/** How far apart figures that are not seen can lie, as far as is known. */
export class Spans {
  private readonly spans: Map<number, Derived>;

  constructor(
    all: Figures,
    readonly unseen: readonly number[],
  ) {
    this.spans = new Map(unseen.map((at) => [at, { low: all.figures[at]!.value, high: all.figures[at]!.value }]));
    this.truth = (at) => all.figures[at]!.value;
  }

  private readonly truth: (at: number) => number;

  of(at: number): Derived {
    return this.spans.get(at)!;
  }

  /** Whether anything was learned; nothing is where the difference is in a figure that is seen. */
  widen({ places, by }: Difference): boolean {
    if (!places.every((at) => this.spans.has(at))) return false;
    let learned = false;
    places.forEach((at, place) => {
      const span = this.spans.get(at)!;
      const value = this.truth(at) + by[place]!;
      if (value >= span.low && value <= span.high) return;
      learned = true;
      span.low = Math.min(span.low, value);
      span.high = Math.max(span.high, value);
    });
    return learned;
  }
}

const crumb = 1e-6;
