import type { Report } from '../report.js';
import type { BookWords } from './book.words.js';
import { asRead, type ReadColumn, readable } from './words.js';

const left = 54;
const inside = 504;
const top = 54;
const bottom = 720;
const padding = 4;

const size = 8.5;
const first = 128;
/** More figures beside each other are hard to follow. */
const figuresAtOnce = 6;
/** Points between the parts of a wide table. */
const between = 14;

/** As many as leave room for the longest word of their headings, which is never broken. */
function atOnce(document: PDFKit.PDFDocument, figures: readonly ReadColumn[]): number {
  document.font('bold').fontSize(size);
  const longest = Math.max(
    0,
    ...figures.flatMap(({ label }) => label.split(/[\s-]/).map((word) => document.widthOfString(word))),
  );
  return Math.min(figuresAtOnce, Math.max(1, Math.floor((inside - first) / (longest + padding + 1))));
}

interface Line {
  texts: string[];
  total: boolean;
}

/** A table that fits the width of a page. */
interface Part {
  headings: string[];
  lines: Line[];
  /** Of each column. */
  widths: number[];
}

/** A wide table in parts, each with what its rows are about; one row of many figures as a list. */
function partsOf(document: PDFKit.PDFDocument, report: Report, words: BookWords): Part[] {
  const [about, ...figures] = asRead(readable(report), words.language);
  if (report.groupBy === null && report.rows.length === 1 && figures.length > figuresAtOnce) {
    const lines = figures.map((column) => ({ texts: [column.label, column.text(report.rows[0]!)], total: false }));
    return [{ headings: ['', words.all], lines, widths: [2 * first, first] }];
  }
  const rows = [
    ...report.rows.map((row) => ({ row, total: false })),
    // One row for all is the total.
    ...(report.totals && report.groupBy !== null ? [{ row: report.totals, total: true }] : []),
  ];
  const count = Math.max(1, Math.ceil(figures.length / atOnce(document, figures)));
  const inPart = Math.ceil(figures.length / count);
  return Array.from({ length: count }, (_, part) => {
    const columns = [about!, ...figures.slice(part * inPart, (part + 1) * inPart)];
    return {
      headings: columns.map(({ label }) => label),
      lines: rows.map(({ row, total }) => ({
        texts: columns.map((column, at) => (total && at === 0 ? words.all : column.text(row))),
        total,
      })),
      widths: columns.map((_, at) => (at === 0 ? first : (inside - first) / Math.max(1, columns.length - 1))),
    };
  });
}

function heightOf(document: PDFKit.PDFDocument, texts: readonly string[], { widths }: Part, bold: boolean): number {
  document.font(bold ? 'bold' : 'regular').fontSize(size);
  return (
    Math.max(...texts.map((text, at) => document.heightOfString(text, { width: widths[at]! - padding }))) + padding
  );
}

const partHeight = (document: PDFKit.PDFDocument, part: Part): number =>
  part.lines.reduce(
    (so, { texts, total }) => so + heightOf(document, texts, part, total),
    heightOf(document, part.headings, part, true),
  );

/** Points that the table of a report takes where it is not broken. */
export const tableHeight = (document: PDFKit.PDFDocument, report: Report, words: BookWords): number =>
  partsOf(document, report, words).reduce((so, part) => so + partHeight(document, part) + between, -between);

/** The table of a report, its parts below each other. */
export function drawTable(document: PDFKit.PDFDocument, report: Report, words: BookWords): void {
  partsOf(document, report, words).forEach((part, at) => {
    if (at > 0) document.y += between;
    drawPart(document, part);
  });
}

/** Headings on each page, figures under each other, totals last. */
function drawPart(document: PDFKit.PDFDocument, part: Part): void {
  const { headings, lines, widths } = part;
  const line = (texts: string[], bold: boolean, y: number) => {
    document
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor('#1b1f22');
    let x = left;
    texts.forEach((text, at) => {
      document.text(text, x, y + padding / 2, { width: widths[at]! - padding, align: at === 0 ? 'left' : 'right' });
      x += widths[at]!;
    });
  };
  const wide = widths.reduce((so, width) => so + width, 0);
  const rule = (y: number, strong: boolean) =>
    document
      .moveTo(left, y)
      .lineTo(left + wide, y)
      .lineWidth(strong ? 0.8 : 0.3)
      .stroke(strong ? '#1d4d63' : '#c3d0d6');

  let y = document.y;
  const head = () => {
    const high = heightOf(document, headings, part, true);
    line(headings, true, y);
    y += high;
    rule(y, true);
  };
  const whole = partHeight(document, part);
  // What fits on a page is kept together; what does not begins where there is room for some of it.
  if (y + (whole < bottom - top ? whole : 120) > bottom) {
    document.addPage();
    y = document.y;
  }
  head();
  for (const { texts, total } of lines) {
    const high = heightOf(document, texts, part, total);
    if (y + high > bottom) {
      document.addPage();
      y = document.y;
      head();
    }
    if (total) rule(y, true);
    line(texts, total, y);
    y += high;
    if (!total) rule(y, false);
  }
  document.y = y;
}
