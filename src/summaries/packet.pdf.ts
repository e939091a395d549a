import { pdfkit } from '../platform/files/pdf-libraries.js';
import { Theme } from './packet.blocks.js';
import {
  Composition,
  inside,
  leftWidth,
  panelGap,
  panelPadding,
  rightWidth,
  sheet,
  type Layout,
} from './packet.composition.js';
import { measure, type Block, type Paragraph, type PlacedParagraph } from './packet.flow.js';
import { Typesetter, type Line, type Style } from './packet.typesetter.js';
import { momentInWords } from './summary.dates.js';
import { wordingIn } from './summary.texts.js';
import type { CaseSummary } from './summary.types.js';

/**
 * Prints a summary on one or two letter-size pages. The same summary gives the same bytes. What does not fit is left
 * out, the earliest of the timeline first, and the page says so. Neither the metadata nor anything outside of the
 * pages themselves names a person. `compress: false` leaves the pages readable to tests.
 */
export async function renderPacket(summary: CaseSummary, options: { compress?: boolean } = {}): Promise<Buffer> {
  const document = new (pdfkit())({
    size: 'LETTER',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    compress: options.compress ?? true,
    pdfVersion: '1.7',
    tagged: true,
    lang: summary.language,
    displayTitle: true,
    info: {
      Title: `Summary ${summary.code}`,
      Author: 'Letterbox',
      Creator: 'Letterbox',
      Producer: 'Letterbox',
      CreationDate: new Date(summary.preparedAt),
    },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve, reject) => document.on('end', resolve).on('error', reject));
  new Packet(document, summary).draw();
  document.end();
  await finished;
  return Buffer.concat(chunks);
}

class Packet {
  private readonly set: Typesetter;

  constructor(
    private readonly document: PDFKit.PDFDocument,
    private readonly summary: CaseSummary,
  ) {
    this.set = new Typesetter(document);
  }

  draw(): void {
    const layout = new Composition(this.set, this.summary).fit();
    const root = this.document.struct('Document');
    this.document.addStructure(root);
    for (let page = 0; page < layout.pages; page += 1) {
      this.document.addPage();
      this.edges(page + 1, layout);
      if (page === 0) this.drawOpening(layout, root);
      this.boxes(layout, page);
      this.paragraphs(layout, page, root);
    }
    root.end();
  }

  private drawOpening({ opening }: Layout, root: PDFKit.PDFStructureElement): void {
    let y = sheet.top;
    for (const { paragraph, lines } of opening.name) {
      this.marked(root, paragraph.role === 'heading' ? 'H1' : 'P', () => {
        for (const line of lines) {
          this.set.draw(line, sheet.margin, y);
          y += line.height;
        }
      });
    }
    const { top, height, left, right } = opening.panel;
    this.artifact(() => {
      this.document.rect(sheet.margin, top, inside, height).fill(Theme.panel);
      const x = sheet.margin + panelPadding + leftWidth + panelGap / 2;
      this.document
        .moveTo(x, top + panelPadding)
        .lineTo(x, top + height - panelPadding)
        .lineWidth(0.5)
        .stroke('#c3d0d6');
    });
    this.column(left, sheet.margin + panelPadding, top + panelPadding, leftWidth, root);
    this.column(right, sheet.margin + panelPadding + leftWidth + panelGap, top + panelPadding, rightWidth, root);
  }

  private column(
    paragraphs: readonly Paragraph[],
    x: number,
    y: number,
    width: number,
    root: PDFKit.PDFStructureElement,
  ) {
    let at = y;
    for (const paragraph of paragraphs) {
      const measured = measure(paragraph, width, this.set);
      this.paragraph({ ...measured, x, y: at }, root);
      at += measured.height + paragraph.gap;
    }
  }

  private boxes({ flowed }: Layout, page: number): void {
    for (const box of flowed.boxes.filter((one) => one.page === page)) {
      this.artifact(() => {
        this.document.rect(box.x, box.y, box.width, box.height).fill(Theme.dangerPanel);
        this.document.rect(box.x, box.y, 3, box.height).fill(Theme.danger);
      });
    }
  }

  private paragraphs({ flowed }: Layout, page: number, root: PDFKit.PDFStructureElement): void {
    let list: { block: Block; element: PDFKit.PDFStructureElement } | undefined;
    for (const placed of flowed.paragraphs.filter((one) => one.page === page)) {
      if (placed.paragraph.role !== 'item') {
        list = undefined;
        this.paragraph(placed, root);
        continue;
      }
      if (list?.block !== placed.block) {
        list = { block: placed.block, element: this.document.struct('L') };
        root.add(list.element);
      }
      this.paragraph(placed, list.element);
    }
  }

  private paragraph(placed: Omit<PlacedParagraph, 'page' | 'block'>, parent: PDFKit.PDFStructureElement): void {
    const { paragraph, x, y, lines, markerLines } = placed;
    const draw = (some: readonly Line[], left: number) => {
      let at = y;
      for (const line of some) {
        this.set.draw(line, left, at);
        at += line.height;
      }
    };
    if (paragraph.role === 'item') {
      const item = this.document.struct('LI');
      parent.add(item);
      this.marked(item, 'Lbl', () => draw(markerLines, x));
      this.marked(item, 'LBody', () => draw(lines, x + paragraph.indent));
      item.end();
      return;
    }
    const kind = paragraph.link ? 'Link' : paragraph.role === 'heading' ? 'H2' : 'P';
    const element = this.marked(parent, kind, () => draw(lines, x + paragraph.indent), false);
    if (paragraph.link) {
      const width = Math.max(...lines.map((line) => line.width));
      // pdfkit ties the link to its element by an option that its types leave out.
      const tied: PDFKit.Mixins.AnnotationOption & { structParent: PDFKit.PDFStructureElement } = {
        structParent: element,
      };
      this.document.link(x, y, width, placed.height, paragraph.link, tied);
    }
    element.end();
  }

  /** Case code and page on each sheet; never the name. */
  private edges(page: number, { pages, summary, theme }: Layout): void {
    const words = wordingIn(summary.language);
    const { small } = theme;
    const code: Style = { size: 13, color: Theme.accent, bold: true };
    const prepared = words.prepared(
      summary.preparedBy,
      summary.organisation.name,
      momentInWords(summary.preparedAt, summary.zone, words),
    );
    this.artifact(() => {
      this.edge(summary.code, code, 38, 'left');
      this.edge(`${words.titles[summary.audience]}   ${words.page(page, pages)}`, { ...small, size: 9 }, 41, 'right');
      this.document.rect(sheet.margin, 60, inside, 1.2).fill(Theme.accent);
      this.edge(words.labels.confidential, { ...small, size: 8, bold: true }, 752, 'left');
      this.edge(prepared, { ...small, size: 7.5 }, 764, 'left');
    });
  }

  private edge(text: string, style: Style, y: number, side: 'left' | 'right'): void {
    const line = this.set.wrap([{ text, style }], inside)[0];
    if (line) this.set.draw(line, side === 'left' ? sheet.margin : sheet.width - sheet.margin - line.width, y);
  }

  private marked(
    parent: PDFKit.PDFStructureElement,
    kind: string,
    draw: () => void,
    end = true,
  ): PDFKit.PDFStructureElement {
    const element = this.document.struct(kind);
    parent.add(element);
    const content = this.document.markStructureContent(kind);
    draw();
    this.document.endMarkedContent();
    element.add(content);
    if (end) element.end();
    return element;
  }

  private artifact(draw: () => void): void {
    this.document.markContent('Artifact', { type: 'Layout' });
    draw();
    this.document.endMarkedContent();
  }
}
