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
}

/** A heading and what belongs to it. */
export interface Block {
  /** In the box that warns of danger to a person. */
  danger: boolean;
  /** Never broken over two columns. */
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

/** Fills the frames in order; undefined when the blocks do not all fit. */
export function flow(blocks: readonly Block[], frames: readonly Frame[], set: Typesetter): Flowed | undefined {
  const done: Flowed = { paragraphs: [], boxes: [] };
  let index = 0;
  let used = 0;
  for (const block of blocks) {
    let rest = block.paragraphs;
    while (rest.length > 0) {
      const frame = frames[index];
      if (!frame) return undefined;
      const gap = used === 0 ? 0 : block.gap;
      const part = fitting(block, rest, frame, used + gap, set);
      if (part.length > 0) {
        place(block, part, frame, used + gap, done);
        used += gap + heightOf(block, part);
        rest = rest.slice(part.length);
      }
      if (rest.length > 0) {
        index += 1;
        used = 0;
      }
    }
  }
  return done;
}

type Measured = Omit<PlacedParagraph, 'page' | 'x' | 'y' | 'block'>;

/** As many paragraphs as fit below `used`; a heading never without what follows it, a whole block all or none. */
function fitting(block: Block, rest: readonly Paragraph[], frame: Frame, used: number, set: Typesetter): Measured[] {
  const inner = frame.width - (block.danger ? 2 * boxPadding.x : 0);
  const measured: Measured[] = [];
  for (const paragraph of rest) {
    const next = [...measured, measure(paragraph, inner, set)];
    if (used + heightOf(block, next) > frame.height) break;
    measured.push(...next.slice(-1));
  }
  if (block.whole && measured.length < rest.length) return [];
  while (measured.at(-1)?.paragraph.role === 'heading' && measured.length < rest.length) measured.pop();
  return measured;
}

export function measure(paragraph: Paragraph, width: number, set: Typesetter): Measured {
  const lines = set.wrap(paragraph.spans, width - paragraph.indent);
  const markerLines = paragraph.marker ? set.wrap([paragraph.marker], Math.max(paragraph.indent - 6, 6)) : [];
  const height = Math.max(total(lines), total(markerLines));
  return { paragraph, width, height, lines, markerLines };
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
