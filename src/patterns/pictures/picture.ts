import type { SvgDocument, SvgElement } from './dom.js';
import type { BookLanguage } from '../patterns.dto.js';
import { brokenAtGaps, isGap, namesAlong } from './gaps.js';
import { isCounted, type Report, type ReportChart } from '../report.js';
import {
  greatestOf,
  headingOf,
  marksOf,
  type Plotting,
  pointsOf,
  type Point,
  runsAlong,
  shadeOf,
  starMark,
  starsOf,
  strokeOf,
} from './marks.js';
import { asText, intervalWords, isLowerBound, openWords } from './words.js';

/** Loaded at the first picture: 30 MB that most processes never need. */
let loading: Promise<{ plot: Plotting; document: SvgDocument }> | undefined;

async function drawing() {
  const [plot, dom] = await Promise.all([import('@observablehq/plot'), import('linkedom')]);
  const { parseHTML } = dom as unknown as { parseHTML: (text: string) => { document: SvgDocument } };
  return { plot, document: parseHTML('<html><body></body></html>').document };
}

const width = 760;
const ink = '#1b1f22';
const legendHeight = 30;
/** About what a character of the labels takes, to leave room for them. */
const perCharacter = 6.4;
/** Labels longer than this end in dots. */
const mostCharacters = 56;
/** More names along an axis would run into each other. */
const mostNamed = 24;

/**
 * A report as a picture: SVG with a title, and the figures in words for whoever does not see it. Told apart by lightness
 * alone, so that it can be copied in grey. Where something is hidden stands a star.
 * @returns undefined for a report without a chart
 */
export async function pictureOf(report: Report, language: BookLanguage): Promise<string | undefined> {
  const element = await drawn(report, language);
  return element && `<?xml version="1.0" encoding="UTF-8"?>\n${element.outerHTML}\n`;
}

/**
 * The picture as elements, for whoever draws it anew elsewhere.
 * @param headed with the title and question of the report above it
 */
export async function drawn(report: Report, language: BookLanguage, headed = true): Promise<SvgElement | undefined> {
  const { chart } = report;
  if (!chart) return undefined;
  const { plot, document } = await (loading ??= drawing());
  const points = pointsOf(report, chart);
  const stars = starsOf(report, chart);
  const along = runsAlong(report, chart);
  const all = [...points, ...stars];
  // In the order of the chart and of the rows, whichever of them something is known of.
  const has = (of: 'x' | 'series', name: string) => all.some((point) => point[of] === name);
  const series = chart.y.map((name) => headingOf(report, name)).filter((name) => has('series', name));
  const names = namesAlong(report, chart.x, (name) => has('x', name));
  const beside = chart.kind === 'bars' && series.length > 1;
  const laid =
    chart.kind === 'line'
      ? brokenAtGaps(points, names, series)
      : // Without anything in its place the axis would begin anew after each gap.
        [...points, ...names.filter((x) => beside && isGap(x)).map((x) => ({ x, series: series[0]!, value: 0 }))];
  const inner = plot.plot({
    document,
    ...shapeOf(report, chart, points, { names, series, along, beside }),
    marks: [
      ...marksOf(plot, chart, laid, series, along),
      ...(stars.length > 0 ? [starMark(plot, chart, stars, along, beside)] : []),
      ...(chart.kind === 'heat' ? [] : [along ? plot.ruleY([0]) : plot.ruleX([0])]),
    ],
  } as unknown as Parameters<Plotting['plot']>[0]) as unknown as SvgElement;
  for (const style of [...inner.querySelectorAll('style')]) style.remove();
  return framed(document, { report, said: asText(report, language), language }, chart, inner, series, headed);
}

interface Layout {
  /** Of the rows. */
  names: string[];
  series: string[];
  /** From left to right. */
  along: boolean;
  /** Several bars for each row. */
  beside: boolean;
}

function shapeOf(report: Report, chart: ReportChart, points: Point[], { names, series, along, beside }: Layout) {
  const longest = Math.min(mostCharacters, Math.max(4, ...names.map((name) => name.length)));
  const none = points.every(({ value, high }) => value === 0 && (high ?? 0) === 0);
  const drawn = report.columns.find(({ name }) => name === chart.y[0]);
  const isShare = drawn?.unit === 'share';
  const most = Math.max(1, ...heightsOf(chart, points));
  const whole = most <= 10 && drawn !== undefined && isCounted(drawn);
  const value = {
    label: null,
    grid: true,
    nice: true,
    ...(isShare
      ? { domain: [0, 1], percent: false, tickFormat: (share: number) => `${Math.round(share * 100)} %` }
      : {}),
    // All of them zero: without this, zero would stand in the middle and every bar be full.
    ...(none && !isShare ? { domain: [0, 1] } : {}),
    ...(whole ? { ticks: wholeUpTo(most), tickFormat: String } : {}),
  };
  const style = { color: ink, background: 'white', fontSize: '12px', fontFamily: 'Helvetica, Arial, sans-serif' };
  const short = (name: string) =>
    isGap(name) ? '…' : name.length > mostCharacters ? `${name.slice(0, mostCharacters - 1)}…` : name;
  // A few months would be as wide as houses.
  const few = along ? Math.max(0, 1 - 0.12 * names.length) : 0;
  const band = { label: null, domain: names, padding: Math.max(0.25, beside ? 0 : few), tickFormat: short };
  const aside = along ? Math.max(0.05, (10 / names.length - series.length) / 2) : 0.05;
  const within = { axis: null, domain: series, paddingInner: 0.05, paddingOuter: aside };
  const common = { width, style, marginRight: 24 };
  if (chart.kind === 'heat')
    return {
      ...common,
      height: 60 + 26 * names.length,
      marginLeft: 22 + longest * perCharacter,
      x: { label: null, domain: series },
      y: band,
    };
  if (along) {
    const tilted = chart.kind !== 'steps' && (names.length > 9 || longest * names.length > 80);
    // Of many only some are named, in equal steps.
    const step = Math.ceil(names.length / mostNamed);
    const ticks = names.filter((_, at) => at % step === 0);
    const axis =
      chart.kind === 'steps'
        ? { label: null, nice: true, domain: [0, Math.max(1, ...report.rows.map(({ key }) => Number(key)))] }
        : { ...band, ticks, ...(tilted ? { tickRotate: -40 } : {}) };
    const bottom = tilted ? 24 + longest * 5 : 34;
    return {
      ...common,
      height: 300,
      marginLeft: 48,
      marginBottom: bottom,
      y: value,
      ...(beside
        ? { fx: { ...axis, paddingOuter: 0.05 }, x: within }
        : { x: chart.kind === 'steps' ? axis : { ...axis, type: 'band' as const } }),
    };
  }
  const height = 50 + names.length * (beside ? Math.max(24, 16 * series.length + 10) : 28);
  const left = { ...common, height, marginLeft: 22 + longest * perCharacter, marginBottom: 30, x: value };
  return beside
    ? { ...left, fy: { ...band, axis: 'left' as const }, y: within }
    : { ...left, y: { ...band, type: 'band' as const } };
}

/** How high each bar is. */
function heightsOf({ kind }: ReportChart, points: readonly Point[]): number[] {
  if (kind !== 'stacked') return [greatestOf(points)];
  const heights = new Map<string, number>();
  for (const { x, value } of points) heights.set(x, (heights.get(x) ?? 0) + value);
  return [...heights.values()];
}

const wholeUpTo = (most: number): number[] => {
  const step = most <= 5 ? 1 : 2;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step);
};

/** Title, legend and names of the axes around the drawing. */
function framed(
  document: SvgDocument,
  { report, said, language }: { report: Report; said: string; language: BookLanguage },
  chart: ReportChart,
  inner: SvgElement,
  names: string[],
  headed: boolean,
): SvgElement {
  const svg = (name: string, attributes: Record<string, string | number>, text?: string) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const series = chart.kind === 'heat' ? [] : chart.kind === 'interval' ? spreadOf(report, chart, language) : names;
  const above = headed ? 62 : 8;
  const legend = legendOf(series, chart.kind, above);
  const lastLine = legend.at(-1);
  const top = lastLine ? lastLine.y + legendHeight : above + (headed ? 2 : 10);
  const height = Number(inner.getAttribute('height')) + top + 24;
  const font = 'Helvetica, Arial, sans-serif';
  const root = svg('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-labelledby': 'title words',
    'font-family': font,
    'font-size': 12,
    fill: ink,
  });
  root.append(svg('title', { id: 'title' }, report.title), svg('desc', { id: 'words' }, said));
  root.append(svg('rect', { x: 0, y: 0, width, height, fill: 'white' }));
  if (headed) {
    root.append(svg('text', { x: 16, y: 26, 'font-size': 17, 'font-weight': 'bold' }, report.title));
    root.append(svg('text', { x: 16, y: 47, fill: '#56606a' }, report.question));
  }
  for (const { x, y, name, shape, look } of legend) {
    if (shape === 'line') root.append(svg('path', { d: `M${x},${y + 7}h24`, fill: 'none', ...look }));
    else if (shape === 'dot') root.append(svg('circle', { cx: x + 7, cy: y + 7, r: 5, ...look }));
    else root.append(svg('rect', { x, y, width: 13, height: 13, ...look }));
    root.append(svg('text', { x: x + (shape === 'line' ? 30 : 19), y: y + 11 }, name));
  }
  const group = svg('g', { transform: `translate(0,${top})`, 'text-anchor': 'middle' });
  group.append(...[...inner.childNodes]);
  root.append(group);
  const along = runsAlong(report, chart);
  // "Yes" and "No" of what.
  if (!along && report.rows.length > 1)
    root.append(svg('text', { x: 16, y: top + 8, fill: '#56606a' }, headingOf(report, chart.x)));
  // Of several series of which one is there, its own name says more.
  const axis = chart.y.length > 1 && series.length === 1 ? series[0]! : chart.yLabel;
  root.append(
    svg(
      'text',
      {
        x: along ? 16 : width - 24,
        y: along ? top + 6 : height - 10,
        fill: '#56606a',
        'text-anchor': along ? 'start' : 'end',
      },
      axis,
    ),
  );
  return root;
}

/** What dot and line of an interval are. */
function spreadOf(report: Report, chart: ReportChart, language: BookLanguage): string[] {
  const { y, low, high } = chart;
  const isBound = report.columns.some((column) => column.name === low && isLowerBound(column));
  const line = isBound ? intervalWords[language] : [low!, high!].map((name) => headingOf(report, name)).join(' – ');
  const isOpen = pointsOf(report, chart).some(({ open }) => open);
  return [headingOf(report, y[0]!), isOpen ? `${line}; ${openWords[language]}` : line];
}

/** Where each series stands in the legend, in as many lines as it takes; one series needs none. */
function legendOf(series: readonly string[], kind: ReportChart['kind'], above: number) {
  let [x, y] = [16, above];
  return (series.length > 1 ? series : []).map((name, at) => {
    const shape =
      kind === 'line' || kind === 'steps' ? 'line' : kind !== 'interval' ? 'square' : at === 0 ? 'dot' : 'line';
    const wide = 44 + (shape === 'line' ? 11 : 0) + name.length * perCharacter;
    if (x > 16 && x + wide > width) [x, y] = [16, y + 20];
    const { stroke, strokeDasharray } = strokeOf(at);
    const look: Record<string, string | number> =
      shape === 'line'
        ? { stroke, 'stroke-width': 2, 'stroke-dasharray': kind === 'interval' ? 'none' : strokeDasharray }
        : { fill: shadeOf(at), ...(shape === 'dot' ? {} : { stroke: '#17323f', 'stroke-width': 0.5 }) };
    const place = { x, y, name, shape, look };
    x += wide;
    return place;
  });
}
