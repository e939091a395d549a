import { blocksOf, moreInFile, panelOf, Theme } from './packet.blocks.js';
import { flow, measure, type Block, type Flowed, type Frame, type Paragraph } from './packet.flow.js';
import { measures, shortened, type Measure } from './packet.shorten.js';
import type { Line, Style, Typesetter } from './packet.typesetter.js';
import { wordingIn } from './summary.texts.js';
import type { CaseSummary } from './summary.types.js';

/** US letter, in points. */
export const sheet = { width: 612, height: 792, margin: 46, top: 70, bottom: 742, gutter: 24 };
export const inside = sheet.width - 2 * sheet.margin;
const columnWidth = (inside - sheet.gutter) / 2;
export const panelPadding = 14;

export const panelGap = 28;
export const rightWidth = 178;
export const leftWidth = inside - 2 * panelPadding - panelGap - rightWidth;

export interface Layout {
  summary: CaseSummary;
  theme: Theme;
  opening: Opening;
  flowed: Flowed;
  pages: number;
}

export interface Opening {
  name: { paragraph: Paragraph; lines: Line[] }[];
  panel: { top: number; height: number; left: Paragraph[]; right: Paragraph[] };
  bottom: number;
}

/** Decides what goes where, and how much of a summary fits on two pages. */
export class Composition {
  constructor(
    private readonly set: Typesetter,
    private readonly summary: CaseSummary,
  ) {}

  /**
   * The largest type, then the most text, with everything on two pages and the danger box on the first. Only when the
   * least text does not do may the box move to the second page, or blocks be left out from the end.
   */
  fit(): Layout {
    const sizes = this.summary.audience === 'client' ? [11, 10.5, 10, 9.5] : [9.8, 9.5, 9.2];
    const candidates = measures(sizes);
    let second: Layout | undefined;
    for (const candidate of candidates) {
      const layout = this.layout(candidate, 0);
      if (layout?.flowed.boxes.every(({ page }) => page === 0)) return layout;
      second ??= layout;
    }
    const least = candidates.at(-1) ?? candidates[0];
    for (let dropped = 1; second === undefined; dropped += 1) {
      second = this.layout(least, dropped);
    }
    return second;
  }

  private layout(by: Measure, dropped: number): Layout | undefined {
    const short = shortened(this.summary, by);
    const { summary } = short;
    const theme = new Theme(by.size);
    const opening = this.opening(summary, theme);
    const all = blocksOf(short, theme);
    const blocks =
      dropped === 0 ? all : [...all.slice(0, Math.max(all.length - dropped, 0)), moreInFile(summary, theme)];
    for (const pages of [1, 2]) {
      const flowed = this.balanced(blocks, opening.bottom, pages);
      if (flowed) return { summary, theme, opening, flowed, pages };
    }
    return undefined;
  }

  /** Columns of the last page end at about the same height. */
  private balanced(blocks: readonly Block[], bottom: number, pages: number): Flowed | undefined {
    const top = pages === 1 ? bottom : sheet.top;
    const first = pages === 1 ? [] : columns(0, bottom, sheet.bottom);
    const attempt = (end: number) => flow(blocks, [...first, ...columns(pages - 1, top, end)], this.set);
    let best = attempt(sheet.bottom);
    if (!best) return undefined;
    let [low, high] = [top, sheet.bottom];
    while (high - low > 4) {
      const middle = (low + high) / 2;
      const tighter = attempt(middle);
      if (tighter) [best, high] = [tighter, middle];
      else low = middle;
    }
    return best;
  }

  private opening(summary: CaseSummary, theme: Theme): Opening {
    const words = wordingIn(summary.language);
    const text = (value: string, style: Style): Paragraph => ({
      indent: 0,
      spans: [{ text: value, style }],
      gap: 0,
      role: 'text',
    });
    const { person } = summary;
    const details = [
      person?.speaks && `${words.labels.speaks}: ${person.speaks}`,
      person?.interpreter && `${words.labels.interpreter}: ${person.interpreter}`,
    ].filter(Boolean);
    const name = [
      ...(person ? [{ ...text(person.name, theme.name), role: 'heading' as const }] : []),
      ...(details.length > 0 ? [text(details.join('   '), theme.label)] : []),
    ].map((paragraph) => ({ paragraph, lines: this.set.wrap(paragraph.spans, inside) }));
    const nameHeight = name.flatMap(({ lines }) => lines).reduce((sum, { height }) => sum + height, 0);
    const panel = panelOf(summary, theme);
    const top = sheet.top + nameHeight + 8;
    const height = Math.max(this.stack(panel.left, leftWidth), this.stack(panel.right, rightWidth)) + 2 * panelPadding;
    return { name, panel: { top, height, ...panel }, bottom: top + height + 16 };
  }

  private stack(paragraphs: readonly Paragraph[], width: number): number {
    return paragraphs.reduce((sum, paragraph) => sum + measure(paragraph, width, this.set).height + paragraph.gap, 0);
  }
}

function columns(page: number, top: number, bottom: number): Frame[] {
  const frame = { page, y: top, width: columnWidth, height: bottom - top };
  return [
    { ...frame, x: sheet.margin },
    { ...frame, x: sheet.margin + columnWidth + sheet.gutter },
  ];
}
