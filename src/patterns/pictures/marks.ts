import type { Markish } from '@observablehq/plot';
import type { Report, ReportChart, ReportRow } from '../report.js';

export type Plotting = typeof import('@observablehq/plot');

/** One value to draw: of which row, which series, how much. */
export interface Point {
  x: string;
  series: string;
  value: number;
  low?: number;
  high?: number;
}

/** From dark to light, told apart in grey as well; a line of white keeps neighbours apart. */
const shades = ['#17323f', '#3f7d95', '#8fb8c7', '#c4dbe3', '#e7f0f3', '#5d6b73', '#a9b3b8'];
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
      if (value === undefined) return [];
      const [low, high] = [numberIn(row, chart.low), numberIn(row, chart.high)];
      return [
        {
          x: labelOf(report, row, chart.x),
          series: headingOf(report, name),
          value,
          ...(low === undefined ? {} : { low }),
          ...(high === undefined ? {} : { high }),
        },
      ];
    }),
  );
}

/** Whether the rows follow each other, so that the axis runs from left to right; names are easier read as lines. */
export const runsAlong = (report: Report, chart: ReportChart): boolean =>
  chart.kind === 'line' || chart.kind === 'steps' || report.groupBy === 'month' || report.groupBy === 'week';

/** On the first day everybody is still there. */
const begin = (series: string): Point => ({ x: '0', series, value: 1 });

/** The marks of a chart, in the order in which they are laid on each other. */
export function marksOf(plot: Plotting, chart: ReportChart, points: Point[], along: boolean): Markish[] {
  const series = [...new Set(points.map((point) => point.series))];
  const fill = (point: Point) => shadeOf(series.indexOf(point.series));
  const outline = { stroke: 'white', strokeWidth: 1 };
  switch (chart.kind) {
    case 'line':
    case 'steps':
      return series.flatMap((name, at) => {
        const own = points.filter((point) => point.series === name);
        const look = strokeOf(at);
        if (chart.kind === 'steps') {
          const x = (point: Point) => Number(point.x);
          return [plot.line([begin(name), ...own], { x, y: 'value', strokeWidth: 2, curve: 'step-after', ...look })];
        }
        return [
          plot.line(own, { x: 'x', y: 'value', strokeWidth: 2, ...look }),
          plot.dot(own, { x: 'x', y: 'value', fill: look.stroke, r: 3 }),
        ];
      });
    case 'interval':
      return along
        ? [
            plot.ruleX(points, { x: 'x', y1: 'low', y2: 'high', stroke: shadeOf(1), strokeWidth: 2 }),
            plot.dot(points, { x: 'x', y: 'value', fill: shadeOf(0), r: 5 }),
          ]
        : [
            plot.ruleY(points, { y: 'x', x1: 'low', x2: 'high', stroke: shadeOf(1), strokeWidth: 2 }),
            plot.dot(points, { y: 'x', x: 'value', fill: shadeOf(0), r: 5 }),
          ];
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
