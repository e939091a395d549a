import type { SvgDocument, SvgElement } from './dom.js';
import type { BookLanguage } from '../patterns.dto.js';
import { isCounted, type Report, type ReportChart } from '../report.js';
import {
  headingOf,
  labelOf,
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
import { asText } from './words.js';

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
const mostCharacters = 52;
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
  const names = [...new Set(report.rows.map((row) => labelOf(report, row, chart.x)))].filter((name) => has('x', name));
  const beside = chart.kind === 'bars' && series.length > 1;
  const inner = plot.plot({
    document,
    ...shapeOf(report, chart, points, { names, series, along, beside }),
    marks: [
      ...marksOf(plot, chart, points, series, along),
      ...(stars.length > 0 ? [starMark(plot, chart, stars, along, beside)] : []),
      ...(chart.kind === 'heat' ? [] : [along ? plot.ruleY([0]) : plot.ruleX([0])]),
    ],
  } as unknown as Parameters<Plotting['plot']>[0]) as unknown as SvgElement;
  for (const style of [...inner.querySelectorAll('style')]) style.remove();
  return framed(document, { report, said: asText(report, language) }, chart, inner, series, headed);
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
  const whole = Math.max(1, ...points.map(({ value }) => value)) <= 10 && drawn !== undefined && isCounted(drawn);
  const value = {
    label: null,
    grid: true,
    ...(isShare
      ? { domain: [0, 1], percent: false, tickFormat: (share: number) => `${Math.round(share * 100)} %` }
      : {}),
    // All of them zero: without this, zero would stand in the middle and every bar be full.
    ...(none && !isShare ? { domain: [0, 1] } : {}),
    ...(whole ? { ticks: 5, tickFormat: (count: number) => (Number.isInteger(count) ? String(count) : '') } : {}),
  };
  const style = { color: ink, background: 'white', fontSize: '12px', fontFamily: 'Helvetica, Arial, sans-serif' };
  const short = (name: string) => (name.length > mostCharacters ? `${name.slice(0, mostCharacters - 1)}…` : name);
  const band = { label: null, domain: names, padding: 0.25, tickFormat: short };
  const within = { axis: null, domain: series, padding: 0.05 };
  const common = { width, style, marginRight: 24 };
  if (chart.kind === 'heat')
    return {
      ...common,
      height: 60 + 26 * names.length,
      marginLeft: 16 + longest * perCharacter,
      x: { label: null, domain: series },
      y: band,
    };
  if (along) {
    const tilted = chart.kind !== 'steps' && (names.length > 9 || longest * names.length > 80);
    // Of many only some are named, in equal steps.
    const step = Math.ceil(names.length / mostNamed);
    const ticks = names.filter((_, at) => at % step === 0);
    const axis =
      chart.kind === 'steps' ? { label: null, nice: true } : { ...band, ticks, ...(tilted ? { tickRotate: -40 } : {}) };
    const bottom = tilted ? 24 + longest * 5 : 34;
    return {
      ...common,
      height: 300,
      marginLeft: 48,
      marginBottom: bottom,
      y: value,
      ...(beside ? { fx: axis, x: within } : { x: chart.kind === 'steps' ? axis : { ...axis, type: 'band' as const } }),
    };
  }
  const height = 50 + names.length * (beside ? Math.max(24, 16 * series.length + 10) : 28);
  const left = { ...common, height, marginLeft: 16 + longest * perCharacter, marginBottom: 30, x: value };
  return beside
    ? { ...left, fy: { ...band, axis: 'left' as const }, y: within }
    : { ...left, y: { ...band, type: 'band' as const } };
}

/** Title, legend and names of the axes around the drawing. */
function framed(
  document: SvgDocument,
  { report, said }: { report: Report; said: string },
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
  const series = chart.kind === 'heat' || chart.kind === 'interval' ? [] : names;
  const isLine = chart.kind === 'line' || chart.kind === 'steps';
  const above = headed ? 62 : 8;
  const lastLine = legendOf(series, isLine, above).at(-1);
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
  legendOf(series, isLine, above).forEach(({ x, y, name, look }) => {
    root.append(
      isLine
        ? svg('path', { d: `M${x},${y + 7}h24`, fill: 'none', ...look })
        : svg('rect', { x, y, width: 13, height: 13, ...look }),
    );
    root.append(svg('text', { x: x + (isLine ? 30 : 19), y: y + 11 }, name));
  });
  const group = svg('g', { transform: `translate(0,${top})`, 'text-anchor': 'middle' });
  group.append(...[...inner.childNodes]);
  root.append(group);
  const along = runsAlong(report, chart);
  const axis = series.length === 1 || chart.kind === 'interval' ? headingOf(report, chart.y[0]!) : chart.yLabel;
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

/** Where each series stands in the legend, in as many lines as it takes; one series needs none. */
function legendOf(series: readonly string[], isLine: boolean, above: number) {
  let [x, y] = [16, above];
  return (series.length > 1 ? series : []).map((name, at) => {
    const wide = 44 + (isLine ? 11 : 0) + name.length * perCharacter;
    if (x > 16 && x + wide > width) [x, y] = [16, y + 20];
    const { stroke, strokeDasharray } = strokeOf(at);
    const look: Record<string, string | number> = isLine
      ? { stroke, 'stroke-width': 2, 'stroke-dasharray': strokeDasharray }
      : { fill: shadeOf(at), stroke: '#17323f', 'stroke-width': 0.5 };
    const place = { x, y, name, look };
    x += wide;
    return place;
  });
}
