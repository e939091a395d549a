import { createRequire } from 'node:module';
import type { Highs, Model } from 'highs';

/**
 * HiGHS (Huangfu and Hall, Parallelizing the dual revised simplex method, Mathematical Programming Computation 10, 2018),
 * compiled to WebAssembly. Loaded at the first question, since most processes never ask one: 3.5 MB.
 */
let loading: Promise<Highs> | undefined;

// The CommonJS build finds its WebAssembly file by its own folder, under Node as under tests.
const load = createRequire(import.meta.url);
const solver = () => (loading ??= (load('highs') as () => Promise<Highs>)());

/** `low <= sum of coefficient * variable <= high`; infinite where there is no such bound. */
export interface Row {
  terms: readonly (readonly [variable: number, coefficient: number])[];
  low: number;
  high: number;
}

/** Variables by their bounds, whole numbers all of them where `whole`, and what holds between them. */
export interface Polyhedron {
  bounds: readonly (readonly [low: number, high: number])[];
  rows: readonly Row[];
  whole: boolean;
}

export interface Optimum {
  /** Infinite where nothing bounds it. */
  value: number;
  /** Value of each variable; absent where it is infinite. */
  at?: readonly number[];
}

/** How many seconds may still be spent on questions; asked anew before each. */
export type SecondsLeft = () => number;
export const noHurry: SecondsLeft = () => Infinity;

/** The time for questions was over before each was answered: nothing is known of what was asked. */
export class OutOfTime extends Error {
  constructor() {
    super('The time for questions to the solver is over.');
  }
}

const crumb = 1e-6;
const farAway = 1e15;
export const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < crumb;

/** Asks one polyhedron several questions. Holds memory of the solver: only within {@link withProgram}. */
export class Program {
  constructor(
    private readonly highs: Highs,
    private readonly model: Model,
    private readonly size: number,
    private readonly whole: boolean,
    private readonly secondsLeft: SecondsLeft,
  ) {}

  /**
   * The least or the greatest value of a sum.
   * @param enough any whole point with a value as far as that does
   * @returns undefined when no point satisfies the rows
   * @throws OutOfTime when no time is left, or it ends meanwhile
   */
  optimum(direction: 'least' | 'greatest', terms: Row['terms'], enough?: number): Optimum | undefined {
    const relaxed = this.relaxed(direction, terms);
    // Most tables have whole corners; only where one has not is the search through whole numbers needed.
    if (!this.whole || !relaxed?.at || relaxed.at.every(isWhole)) return tidy(relaxed, this.whole);
    const { variableType } = this.highs.constants;
    const every = this.every();
    try {
      this.model.changeColsIntegrality(every, new Int32Array(this.size).fill(variableType.integer));
      // The solver stops beyond its target, not at it; without one it goes on to the end.
      const target = direction === 'least' ? (enough ?? -farAway) + 0.5 : (enough ?? farAway) - 0.5;
      this.model.options.set({ presolve: 'on', objective_target: target });
      return tidy(this.ask(direction), true);
    } finally {
      this.model.options.set({ presolve: 'off' });
      this.model.changeColsIntegrality(every, new Int32Array(this.size).fill(variableType.continuous));
    }
  }

  /** The same over all numbers, whole or not: sooner told, and nothing whole lies beyond it. */
  relaxed(direction: 'least' | 'greatest', terms: Row['terms']): Optimum | undefined {
    if (this.size === 0) return { value: 0, at: [] };
    const { objectiveSense } = this.highs.constants;
    const costs = new Float64Array(this.size);
    for (const [variable, coefficient] of terms) costs[variable]! += coefficient;
    this.model.changeColsCost(this.every(), costs);
    this.model.changeObjectiveSense(objectiveSense[direction === 'least' ? 'minimize' : 'maximize']);
    return this.ask(direction);
  }

  private every() {
    return { kind: 'range', from: 0, to: this.size - 1 } as const;
  }

  private ask(direction: 'least' | 'greatest'): Optimum | undefined {
    const { modelStatus } = this.highs.constants;
    const seconds = this.secondsLeft();
    if (seconds <= 0) throw new OutOfTime();
    if (Number.isFinite(seconds)) {
      // The solver adds up what its questions took, and holds the sum against the limit.
      this.model.zeroAllClocks();
      this.model.options.set({ time_limit: seconds });
    }
    this.model.run();
    // Where an unbounded question came before, it sometimes loses its way from there, and finds it from the beginning.
    if (this.model.getModelStatus() === modelStatus.unknown) {
      this.model.clearSolver();
      this.model.run();
    }
    const status = this.model.getModelStatus();
    if (status === modelStatus.timeLimit) throw new OutOfTime();
    if (status === modelStatus.infeasible) return undefined;
    if (status === modelStatus.unbounded || status === modelStatus.unboundedOrInfeasible)
      return { value: direction === 'least' ? -Infinity : Infinity };
    if (status !== modelStatus.optimal && status !== modelStatus.objectiveTarget)
      throw new Error(`The solver ended with status ${status}.`);
    return { value: this.model.getObjectiveValue(), at: [...this.model.getSolution().colValue] };
  }
}

const tidy = (found: Optimum | undefined, whole: boolean): Optimum | undefined =>
  found && whole && Number.isFinite(found.value) ? { ...found, value: Math.round(found.value) } : found;

/** One call into the solver for all rows, each of which would cost as much as solving. */
function matrixOf(rows: readonly Row[], numCols: number): Parameters<Model['addRows']>[0] {
  const terms = rows.flatMap((row) => row.terms);
  let start = 0;
  return {
    lower: Float64Array.from(rows, ({ low }) => low),
    upper: Float64Array.from(rows, ({ high }) => high),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols,
      starts: Int32Array.from([0, ...rows.map((row) => (start += row.terms.length))]),
      indices: Int32Array.from(terms, ([variable]) => variable),
      values: Float64Array.from(terms, ([, by]) => by),
    },
  };
}

/** Does something with a polyhedron in the solver, and frees the solver's memory. */
export async function withProgram<T>(
  { bounds, rows, whole }: Polyhedron,
  use: (program: Program) => T | Promise<T>,
  secondsLeft = noHurry,
): Promise<T> {
  const highs = await solver();
  const model = highs.createModel();
  try {
    model.options.set({ output_flag: false, presolve: 'off' });
    model.addVars(
      bounds.map(([low]) => low),
      bounds.map(([, high]) => high),
    );
    if (rows.length > 0) model.addRows(matrixOf(rows, bounds.length));
    return await use(new Program(highs, model, bounds.length, whole, secondsLeft));
  } finally {
    model.dispose();
  }
}
