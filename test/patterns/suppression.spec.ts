import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import {
  derivedIntervals,
  type Equation,
  type Figure,
  type Figures,
  narrowestWidth,
  tooNarrow,
  widthOf,
} from '../../src/patterns/statistics/disclosure.js';
import { OutOfTime, Program } from '../../src/patterns/statistics/linear-program.js';
import { isSmall, suppress } from '../../src/patterns/statistics/suppression.js';
import { Worlds } from '../../src/patterns/statistics/worlds.js';

/** A table with its margins: cells row by row, then totals of rows, totals of columns, and the grand total. */
function tableOf(rows: number[][]): Figures & { cell(row: number, column: number): number } {
  const [height, width] = [rows.length, rows[0]!.length];
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  const columns = rows[0]!.map((_, column) => rows.map((row) => row[column]!));
  const open = (value: number, cost: number): Figure => ({ value, state: 'open', least: 0, cost });
  const cell = (row: number, column: number) => row * width + column;
  const rowTotal = (row: number) => height * width + row;
  const columnTotal = (column: number) => height * width + height + column;
  const grand = height * width + height + width;
  const equations: Equation[] = [
    ...rows.map((row, at) => ({ total: rowTotal(at), parts: row.map((_, column) => cell(at, column)) })),
    ...columns.map((one, at) => ({ total: columnTotal(at), parts: one.map((_, row) => cell(row, at)) })),
    { total: grand, parts: rows.map((_, at) => rowTotal(at)) },
    { total: grand, parts: columns.map((_, at) => columnTotal(at)) },
  ];
  const figures = [
    ...rows.flat().map((value) => open(value, 1)),
    ...rows.map((row) => open(sum(row), 10)),
    ...columns.map((one) => open(sum(one), 10)),
    open(sum(rows.flat()), 100),
  ];
  return { figures, equations, cell };
}

/** Every table of whole numbers that looks the same to a reader, by trying them all; bounded by the totals shown. */
function byBruteForce({ figures, equations }: Figures, cells: number, seen: (at: number) => boolean, most: number) {
  const ranges = new Map<number, [number, number]>();
  const values = new Array<number>(figures.length).fill(0);
  const totals = equations.filter(({ total }) => total >= cells);
  const judge = () => {
    for (const { total, parts } of totals) values[total] = parts.reduce((so, part) => so + values[part]!, 0);
    if (figures.some(({ value }, at) => seen(at) && values[at] !== value)) return;
    values.forEach((value, at) => {
      const [low, high] = ranges.get(at) ?? [value, value];
      ranges.set(at, [Math.min(low, value), Math.max(high, value)]);
    });
  };
  const fill = (at: number): void => {
    if (at === cells) return judge();
    if (seen(at)) {
      values[at] = figures[at]!.value;
      return fill(at + 1);
    }
    for (let value = 0; value <= most; value += 1) {
      values[at] = value;
      fill(at + 1);
    }
  };
  fill(0);
  return ranges;
}

const example = [
  [14, 3, 22],
  [9, 17, 31],
  [25, 12, 40],
];

describe('Suppression', () => {
  it('hides 1 to k - 1, and neither k nor nobody', async () => {
    const figures = [0, 1, 10, 11, 12].map((value): Figure => ({ value, state: 'open', least: 0 }));
    const hiddenFor = async (k: number) => [...(await suppress({ figures, equations: [] }, k)).hidden.keys()];
    expect(await hiddenFor(11)).toEqual([1, 2]);
    expect(await hiddenFor(12)).toEqual([1, 2, 3]);
    expect([0, 1, -1, 10, -10, 11, -11].map((value) => isSmall(value, 11))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it.each([
    [5, 5, [0, 1]],
    [5, 6, []],
    // What is found out on the way to the one end is not yet the whole.
    [10, 10, []],
  ])(
    'holds %d and %d, of which the sum is seen, to be narrow where they lie less than k apart',
    async (a, b, narrow) => {
      const figures = [a, b, a + b].map((value): Figure => ({ value, state: 'open', least: 0 }));
      const found = await tooNarrow(
        { figures, equations: [{ total: 2, parts: [0, 1] }] },
        (at) => at === 2,
        [0, 1],
        11,
      );
      expect(found.map(({ at }) => at)).toEqual(narrow);
    },
  );

  it('hides the two small cells of the example and two more, so that neither can be worked out from the margins', async () => {
    const table = tableOf(example);
    const { hidden, derived, exposed } = await suppress(table, 11);
    expect(exposed).toEqual([]);
    expect(Object.fromEntries(hidden)).toEqual({
      [table.cell(0, 1)]: 'small',
      [table.cell(1, 0)]: 'small',
      [table.cell(0, 0)]: 'complement',
      [table.cell(1, 1)]: 'complement',
    });
    // By hand: what is added to one of the four is taken from its neighbours; rows leave 17 and 26, columns 23 and 20.
    expect(Object.fromEntries(await derived())).toEqual({
      [table.cell(0, 0)]: { low: 0, high: 17 },
      [table.cell(0, 1)]: { low: 0, high: 17 },
      [table.cell(1, 0)]: { low: 6, high: 23 },
      [table.cell(1, 1)]: { low: 3, high: 20 },
    });
  });

  it('of small cells alone would give them away: the audit sees it', async () => {
    const table = tableOf(example);
    const small = new Set([table.cell(0, 1), table.cell(1, 0)]);
    const derived = await derivedIntervals(table, (at) => !small.has(at), [...small]);
    expect([...derived.values()]).toEqual([
      { low: 3, high: 3 },
      { low: 9, high: 9 },
    ]);
  });

  it('leaves a table alone that has nothing small, and shows that there is nobody', async () => {
    const { hidden } = await suppress(
      tableOf([
        [0, 40],
        [30, 20],
      ]),
      11,
    );
    expect(hidden.size).toBe(0);
  });

  it('hides everything of a table that counts few in all', async () => {
    const table = tableOf([
      [2, 1],
      [3, 2],
    ]);
    const { hidden, exposed } = await suppress(table, 11);
    expect(exposed).toEqual([]);
    expect(hidden.size).toBe(table.figures.length);
  });

  it('says what it cannot protect: a small rest between figures that are both published already', async () => {
    const figures: Figure[] = [
      { value: 40, state: 'out', least: 0 },
      { value: 36, state: 'out', least: 0 },
      { value: 4, state: 'never', least: 0, guarded: true },
    ];
    const { exposed } = await suppress({ figures, equations: [{ total: 0, parts: [1, 2] }] }, 11);
    expect(exposed).toEqual([2]);
  });

  it('says so when what would protect a figure could itself be worked out', async () => {
    const open = (value: number): Figure => ({ value, state: 'open', least: 0, cost: 1 });
    const out = (value: number): Figure => ({ value, state: 'out', least: 0 });
    const never = (value: number): Figure => ({ value, state: 'never', least: 0 });
    // 5 and two of 20 are 45. Each of these is 16 at least and 22 at most: together they hide the 5, but not themselves.
    const [all, few, one, other] = [0, 1, 2, 3] as const;
    const figures = [out(45), open(5), open(20), open(20)];
    const equations: Equation[] = [{ total: all, parts: [few, one, other] }];
    for (const at of [one, other]) {
      const next = figures.push(out(22), never(2), out(16), never(4)) - 4;
      equations.push({ total: next, parts: [at, next + 1] }, { total: at, parts: [next + 2, next + 3] });
    }
    const { exposed } = await suppress({ figures, equations }, 11);
    expect(exposed.sort()).toEqual([one, other]);
  });

  it('leaves no hidden cell of any table an interval narrower than k', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.nat(30), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 5, max: 20 }),
        async (rows, k) => {
          const table = tableOf(rows);
          const { hidden, derived, exposed } = await suppress(table, k);
          expect(exposed).toEqual([]);
          table.figures.forEach(({ value }, at) => {
            if (isSmall(value, k)) expect(hidden.has(at)).toBe(true);
          });
          const intervals = await derived();
          for (const at of hidden.keys()) expect(widthOf(intervals.get(at)!)).toBeGreaterThanOrEqual(k);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('derives the very intervals that trying all tables finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.nat(6), { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 }),
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        async (rows, cellsHidden, totalsHidden) => {
          const table = tableOf(rows);
          // The grand total stays, so that there are only so many tables to try.
          const isHidden = [...cellsHidden, ...totalsHidden.slice(0, 4), false];
          const seen = (at: number) => !isHidden[at];
          const asked = isHidden.flatMap((hides, at) => (hides ? [at] : []));
          const derived = await derivedIntervals(table, seen, asked);
          const tried = byBruteForce(table, 4, seen, table.figures.at(-1)!.value);
          for (const at of asked) {
            const [low, high] = tried.get(at)!;
            expect([at, derived.get(at)]).toEqual([at, { low, high }]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('finds by questions about many figures at once what it finds by one about each', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.nat(30), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 4 }),
        fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
        fc.integer({ min: 2, max: 20 }),
        async (rows, hides, width) => {
          const table = tableOf(rows);
          const [figures, equations] = [[...table.figures], [...table.equations]];
          // Two cells are told of together too, so that not every corner is whole.
          const sum = figures.push({ value: rows[0]![0]! + rows[1]![1]!, state: 'open', least: 0 }) - 1;
          equations.push({ total: sum, parts: [table.cell(0, 0), table.cell(1, 1)] });
          const seen = (at: number) => !hides[at];
          const asked = figures.flatMap((_, at) => (seen(at) ? [] : [at]));
          const derived = await derivedIntervals({ figures, equations }, seen, asked);
          const widths = asked.map((at) => widthOf(derived.get(at)!));
          const worlds = new Worlds({ figures, equations });
          for (const known of [false, true]) {
            const narrow = await tooNarrow({ figures, equations }, seen, asked, width, known ? { worlds } : {});
            expect(narrow.map(({ at }) => at).sort()).toEqual(asked.filter((_, at) => widths[at]! < width).sort());
            // What was found out when more is hidden goes for those that are still.
            await tooNarrow({ figures, equations }, () => false, [...figures.keys()], width, { worlds });
          }
          const least = Math.min(...widths);
          if (asked.length > 0)
            expect(await narrowestWidth({ figures, equations }, seen, asked, 0)).toBe(
              least === Infinity ? null : least,
            );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is not made again for figures that have nothing to do with what was hidden last', async () => {
    const ask = jest.spyOn(Program.prototype, 'relaxed');
    const asks = async (rows: number) => {
      ask.mockClear();
      const figures: Figure[] = [];
      const equations: Equation[] = [];
      for (let row = 0; row < rows; row += 1) {
        const at = figures.length;
        figures.push(...[40, 3, 37].map((value): Figure => ({ value, state: 'open', least: 0, cost: value })));
        equations.push({ total: at, parts: [at + 1, at + 2] });
      }
      const { hidden } = await suppress({ figures, equations }, 11);
      expect(hidden.size).toBe(2 * rows);
      return ask.mock.calls.length;
    };
    const [few, many] = [await asks(10), await asks(20)];
    ask.mockRestore();
    expect(many).toBeLessThan(2.2 * few);
  });

  it('has no result when the time for it is over, between two questions or within one', async () => {
    let left = 5;
    await expect(suppress(tableOf(example), 11, new Set(), undefined, { secondsLeft: () => left-- })).rejects.toThrow(
      OutOfTime,
    );
    expect(left).toBe(-1);
    // Far more than can be told at once.
    const large = tableOf(
      Array.from({ length: 40 }, (_, row) => Array.from({ length: 40 }, (__, at) => (row * at) % 23)),
    );
    await expect(
      derivedIntervals(
        large,
        () => false,
        [0],
        () => 1e-6,
      ),
    ).rejects.toThrow(OutOfTime);
  });

  it('counts in whole numbers where fractions would leave more room', async () => {
    // y + z is 10 - 2x, even therefore, and at most 3: 2 at most. In fractions x could be 3.5, and y + z 3.
    const never = (value: number): Figure => ({ value, state: 'never', least: 0 });
    const out = (value: number): Figure => ({ value, state: 'out', least: 0 });
    const [x, y, z, yAndZ, rest, xAndY, xAndZ, most] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
    const figures = [...[4, 1, 1, 2, 1].map(never), ...[5, 5, 3].map(out)];
    const equations = [
      { total: xAndY, parts: [x, y] },
      { total: xAndZ, parts: [x, z] },
      { total: yAndZ, parts: [y, z] },
      { total: most, parts: [yAndZ, rest] },
    ];
    const derived = await derivedIntervals({ figures, equations }, (at) => at > rest, [x, yAndZ, rest]);
    expect([...derived.values()]).toEqual([
      { low: 4, high: 5 },
      { low: 0, high: 2 },
      { low: 1, high: 3 },
    ]);
  });
});
