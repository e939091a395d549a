import type { Markish } from '@observablehq/plot';
import { hiddenSymbol } from '../release/public-report.js';
import type { Report, ReportChart, ReportRow } from '../report.js';

export type Plotting = typeof import('@observablehq/plot');

/** One value to draw: of which row, which series, how much. */
export interface Point {
  x: string;
  series: string;
  /** NaN where only a bound of it is known. */
  value: number;
  low?: number;
  high?: number;
  /** It is at least {@link low}, and nobody knows of an end upwards. */
  open?: true;
}

/** From dark to light in even steps, so that no two are one grey; a line of white keeps neighbours apart. */
const shades = ['#12303d', '#2f6379', '#5a90a7', '#8fb8c7', '#bdd6df', '#e7f0f3'];
export const shadeOf = (at: number): string => shades[at % shades.length]!;
const dashes = ['none', '6,3', '2,2', '8,3,2,3', '1,4', '12,4'];
/** Lines are told apart by their dashes. */
export const strokeOf = (at: number) => ({ stroke: shadeOf(at % 2), strokeDasharray: dashes[at % dashes.length]! });

const numberIn = (row: ReportRow, name: string | undefined) => {
  const value = name === undefined ? null : row[name];
  return typeof value === 'number' ? value : undefined;
};

/** How a row is called in words. */
export function labelOf(report: Report, row: ReportRow, x: string): string {
  const label = row[x] ?? row[report.columns.find(({ kind }) => kind === 'label')?.name ?? x];
  return label === null || label === undefined ? 'Not known' : String(label);
}

export const headingOf = (report: Report, column: string): string =>
  report.columns.find(({ name }) => name === column)?.label ?? column;

/** What can be drawn of a report; hidden and unknown cells have no value. */
export function pointsOf(report: Report, chart: ReportChart): Point[] {
  return report.rows.flatMap((row) =>
    chart.y.flatMap((name): Point[] => {
      const value = numberIn(row, name);
      const [low, high] = [numberIn(row, chart.low), numberIn(row, chart.high)];
      const open = chart.kind === 'interval' && low !== undefined && row[chart.high!] === null;
      if (value === undefined && !open) return [];
      return [
        {
          x: labelOf(report, row, chart.x),
          series: headingOf(report, name),
          value: value ?? NaN,
          ...(low === undefined ? {} : { low }),
          ...(high === undefined ? {} : { high }),
          ...(open ? { open } : {}),
        },
      ];
    }),
  );
}

/** Where something is hidden: a star in place of what would be drawn, so that it is not taken for nothing. */
export function starsOf(report: Report, { kind, x, y }: ReportChart): Point[] {
  return report.rows.flatMap((row) => {
    const stars = y.flatMap((name): Point[] =>
      row[name] === hiddenSymbol ? [{ x: labelOf(report, row, x), series: headingOf(report, name), value: 0 }] : [],
    );
    // What stands on top of each other or in one line has one star, where what is seen ends.
    if (kind !== 'stacked') return kind === 'line' || kind === 'interval' ? stars.slice(0, 1) : stars;
    const seen = y.reduce((so, name) => so + (numberIn(row, name) ?? 0), 0);
    return stars.slice(0, 1).map((star) => ({ ...star, value: seen }));
  });
}

/** Whether the rows follow each other, so that the axis runs from left to right; names are easier read as lines. */
export const runsAlong = (report: Report, chart: ReportChart): boolean =>
  chart.kind === 'line' || chart.kind === 'steps' || report.groupBy === 'month' || report.groupBy === 'week';

/** The greatest number that is known of any point. */
export const greatestOf = (points: readonly Point[]): number =>
  Math.max(
    0,
    ...points.flatMap(
      ({ value, low, high }) => [value, low, high].filter((one) => one !== undefined && !isNaN(one)) as number[],
    ),
  );

const dayOf = ({ x }: Point) => Number(x);

/** The mark of {@link starsOf}. */
export function starMark(plot: Plotting, chart: ReportChart, stars: Point[], along: boolean, beside: boolean): Markish {
  const look = { text: () => hiddenSymbol, fontSize: 16 };
  if (chart.kind === 'heat') return plot.text(stars, { x: 'series', y: 'x', ...look });
  if (chart.kind === 'steps') return plot.text(stars, { x: dayOf, y: 'value', dy: -6, ...look });
  const row = beside ? { [along ? 'fx' : 'fy']: 'x', [along ? 'x' : 'y']: 'series' } : { [along ? 'x' : 'y']: 'x' };
  return along
    ? plot.text(stars, { ...row, y: 'value', dy: -6, ...look })
    : plot.text(stars, { ...row, x: 'value', dx: 8, dy: 4, ...look });
}

/** On the first day everybody is still there. */
const begin = (series: string): Point => ({ x: '0', series, value: 1 });

/** The marks of a chart, in the order in which they are laid on each other. */
export function marksOf(
  plot: Plotting,
  chart: ReportChart,
  points: Point[],
  series: readonly string[],
  along: boolean,
): Markish[] {
  const fill = (point: Point) => shadeOf(series.indexOf(point.series));
  const outline = { stroke: 'white', strokeWidth: 1 };
  switch (chart.kind) {
    case 'line':
    case 'steps':
      return series.flatMap((name, at) => {
        const own = points.filter((point) => point.series === name);
        const look = strokeOf(at);
        if (chart.kind === 'steps') {
          const bounded = own.filter(({ low, high }) => low !== undefined && high !== undefined);
          return [
            // Where the truth may lie.
            plot.areaY(bounded, {
              x: dayOf,
              y1: 'low',
              y2: 'high',
              curve: 'step-after',
              fill: shadeOf(4),
              fillOpacity: 0.6,
            }),
            plot.line([begin(name), ...own], { x: dayOf, y: 'value', strokeWidth: 2, curve: 'step-after', ...look }),
            // Told after a few fixed days alone, of which the last may be where what is seen ends.
            ...(bounded.length === 0 ? [plot.dot(own, { x: dayOf, y: 'value', fill: look.stroke, r: 4 })] : []),
          ];
        }
        return [
          plot.line(own, { x: 'x', y: 'value', strokeWidth: 2, ...look }),
          plot.dot(own, { x: 'x', y: 'value', fill: look.stroke, r: 3 }),
        ];
      });
    case 'interval': {
      // A line that has no end goes to the edge, and has the head of an arrow there.
      const edge = 1.1 * greatestOf(points);
      const ended = points.map((point) => (point.open ? { ...point, high: edge } : point));
      const open = ended.filter((point) => point.open);
      const head = { symbol: 'triangle', fill: shadeOf(1), r: 6 } as const;
      return along
        ? [
            plot.ruleX(ended, { x: 'x', y1: 'low', y2: 'high', stroke: shadeOf(1), strokeWidth: 2 }),
            plot.dot(open, { x: 'x', y: 'high', ...head }),
            plot.dot(points, { x: 'x', y: 'value', fill: shadeOf(0), r: 5 }),
          ]
        : [
            plot.ruleY(ended, { y: 'x', x1: 'low', x2: 'high', stroke: shadeOf(1), strokeWidth: 2 }),
            plot.dot(open, { y: 'x', x: 'high', rotate: 90, ...head }),
            plot.dot(points, { y: 'x', x: 'value', fill: shadeOf(0), r: 5 }),
          ];
    }
    case 'heat': {
      const most = Math.max(1, ...points.map(({ value }) => value));
      const dark = ({ value }: Point) => value / most > 0.5;
      return [
        plot.cell(points, {
          x: 'series',
          y: 'x',
          fill: shadeOf(0),
          fillOpacity: ({ value }: Point) => value / most,
          inset: 1,
        }),
        plot.text(points, {
          x: 'series',
          y: 'x',
          text: ({ value }: Point) => String(value),
          fill: (point: Point) => (dark(point) ? 'white' : '#17323f'),
        }),
      ];
    }
    case 'stacked':
      return along
        ? [plot.barY(points, { x: 'x', y: 'value', fill, ...outline })]
        : [plot.barX(points, { y: 'x', x: 'value', fill, ...outline })];
    case 'bars':
      if (series.length === 1)
        return along
          ? [plot.barY(points, { x: 'x', y: 'value', fill: shadeOf(1) })]
          : [plot.barX(points, { y: 'x', x: 'value', fill: shadeOf(1) })];
      return along
        ? [plot.barY(points, { fx: 'x', x: 'series', y: 'value', fill, ...outline })]
        : [plot.barX(points, { fy: 'x', y: 'series', x: 'value', fill, ...outline })];
  }
}
