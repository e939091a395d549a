import type { Line, Span, Typesetter } from './packet.typesetter.js';

/** A paragraph, with a marker (bullet, number, date, label) in a column of its own to its left. */
export interface Paragraph {
  marker?: Span;
  /** Width of the marker's column. */
  indent: number;
  spans: Span[];
  /** Space below. */
  gap: number;
  /** `tel:` address that a phone opens when touched. */
  link?: string;
  role: 'heading' | 'text' | 'item';
  /** Never the last in a column while its block goes on: a name stays with its number. */
  keepsWithNext?: boolean;
}

/** A heading and what belongs to it. */
export interface Block {
  /** In the box that warns of danger to a person. */
  danger: boolean;
  /** Not broken over two columns where a fresh column holds it; the danger box never. */
  whole: boolean;
  paragraphs: Paragraph[];
  gap: number;
}

export interface Frame {
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlacedParagraph {
  paragraph: Paragraph;
  block: Block;
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
  lines: Line[];
  markerLines: Line[];
}

export interface PlacedBox {
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Flowed {
  paragraphs: PlacedParagraph[];
  boxes: PlacedBox[];
}

export const boxPadding = { x: 12, y: 10 };

/**
 * Fills the frames in order; undefined when the blocks do not all fit. While the danger box waits for a fresh column,
 * the blocks after it fill up the one before.
 */
export function flow(blocks: readonly Block[], frames: readonly Frame[], set: Typesetter): Flowed | undefined {
  const done: Flowed = { paragraphs: [], boxes: [] };
  let waiting = [...blocks];
  for (const frame of frames) {
    let used = 0;
    let passing = 0;
    while (waiting[passing]) {
      const block = waiting[passing] as Block;
      const gap = used === 0 ? 0 : block.gap;
      const part = fitting(block, frame, used + gap, set);
      const complete = part.length === block.paragraphs.length;
      if (passing > 0 && !complete) break;
      if (part.length > 0) {
        place(block, part, frame, used + gap, done);
        used += gap + heightOf(block, part);
      }
      if (complete) waiting = waiting.filter((one) => one !== block);
      else if (block.danger) passing = 1;
      else {
        waiting[0] = { ...block, paragraphs: block.paragraphs.slice(part.length) };
        break;
      }
    }
  }
  return waiting.length === 0 ? done : undefined;
}

type Measured = Omit<PlacedParagraph, 'page' | 'x' | 'y' | 'block'>;

/** As many paragraphs as fit below `used`; a heading or name never without what follows it, a whole block all or none. */
function fitting(block: Block, frame: Frame, used: number, set: Typesetter): Measured[] {
  const inner = frame.width - (block.danger ? 2 * boxPadding.x : 0);
  const measured: Measured[] = [];
  for (const paragraph of block.paragraphs) {
    const next = [...measured, measure(paragraph, inner, set)];
    if (used + heightOf(block, next) > frame.height) break;
    measured.push(...next.slice(-1));
  }
  if (measured.length === block.paragraphs.length) return measured;
  if (block.danger || (block.whole && used > 0)) return [];
  while (measured.at(-1)?.paragraph.keepsWithNext) measured.pop();
  return measured;
}

const known = new WeakMap<Paragraph, Measured>();

/** Breaks a paragraph into lines. Remembered: finding a balanced page asks for the same widths again and again. */
export function measure(paragraph: Paragraph, width: number, set: Typesetter): Measured {
  const before = known.get(paragraph);
  if (before?.width === width) return before;
  const lines = set.wrap(paragraph.spans, width - paragraph.indent);
  const markerLines = paragraph.marker ? set.wrap([paragraph.marker], Math.max(paragraph.indent - 6, 6)) : [];
  const height = Math.max(total(lines), total(markerLines));
  const measured = { paragraph, width, height, lines, markerLines };
  known.set(paragraph, measured);
  return measured;
}

export function total(lines: readonly Line[]): number {
  return lines.reduce((sum, { height }) => sum + height, 0);
}

function heightOf(block: Block, measured: readonly Measured[]): number {
  const text = measured.reduce(
    (sum, { height, paragraph }, at) => sum + height + (at < measured.length - 1 ? paragraph.gap : 0),
    0,
  );
  return text + (block.danger ? 2 * boxPadding.y : 0);
}

function place(block: Block, part: readonly Measured[], frame: Frame, used: number, done: Flowed): void {
  const inset = block.danger ? boxPadding : { x: 0, y: 0 };
  let y = frame.y + used + inset.y;
  for (const measured of part) {
    done.paragraphs.push({ ...measured, block, page: frame.page, x: frame.x + inset.x, y });
    y += measured.height + measured.paragraph.gap;
  }
  if (block.danger) {
    const { page, x, width } = frame;
    done.boxes.push({ page, x, y: frame.y + used, width, height: heightOf(block, part) });
  }
}
