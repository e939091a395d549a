import type { Report, ReportRow } from '../report.js';
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

/** As many as leave room for the longest word of their headings, which is never broken. */
function atOnce(document: PDFKit.PDFDocument, figures: readonly ReadColumn[]): number {
  document.font('bold').fontSize(size);
  const longest = Math.max(
    0,
    ...figures.flatMap(({ label }) => label.split(/[\s-]/).map((word) => document.widthOfString(word))),
  );
  return Math.min(figuresAtOnce, Math.max(1, Math.floor((inside - first) / (longest + padding + 1))));
}

/** The table of a report; a wide one in parts below each other, each with what its rows are about. */
export function drawTable(document: PDFKit.PDFDocument, report: Report, words: BookWords): void {
  const [about, ...figures] = asRead(readable(report));
  const parts = Math.max(1, Math.ceil(figures.length / atOnce(document, figures)));
  const inPart = Math.ceil(figures.length / parts);
  for (let part = 0; part < parts; part += 1) {
    if (part > 0) document.y += 14;
    drawPart(document, report, words, [about!, ...figures.slice(part * inPart, (part + 1) * inPart)]);
  }
}

/** Headings on each page, figures under each other, totals last. */
function drawPart(document: PDFKit.PDFDocument, report: Report, words: BookWords, columns: ReadColumn[]): void {
  const other = (inside - first) / Math.max(1, columns.length - 1);
  const width = (at: number) => (at === 0 ? first : other);
  const rows = [
    ...report.rows.map((row) => ({ row, total: false })),
    // One row for all is the total.
    ...(report.totals && report.groupBy !== null ? [{ row: report.totals, total: true }] : []),
  ];

  const heightOf = (texts: string[], bold: boolean) => {
    document.font(bold ? 'bold' : 'regular').fontSize(size);
    return (
      Math.max(...texts.map((text, at) => document.heightOfString(text, { width: width(at) - padding }))) + padding
    );
  };
  const line = (texts: string[], bold: boolean, y: number) => {
    document
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor('#1b1f22');
    let x = left;
    texts.forEach((text, at) => {
      document.text(text, x, y + padding / 2, { width: width(at) - padding, align: at === 0 ? 'left' : 'right' });
      x += width(at);
    });
  };
  const rule = (y: number, strong: boolean) =>
    document
      .moveTo(left, y)
      .lineTo(left + inside, y)
      .lineWidth(strong ? 0.8 : 0.3)
      .stroke(strong ? '#1d4d63' : '#c3d0d6');
  const cells = (row: ReportRow, total: boolean) =>
    columns.map((column, at) => (total && at === 0 ? words.all : column.text(row)));
  const headings = columns.map(({ label }) => label);

  let y = document.y;
  const head = () => {
    const high = heightOf(headings, true);
    line(headings, true, y);
    y += high;
    rule(y, true);
  };
  const whole = [heightOf(headings, true), ...rows.map(({ row, total }) => heightOf(cells(row, total), total))].reduce(
    (so, high) => so + high,
    0,
  );
  // What fits on a page is kept together; what does not begins where there is room for some of it.
  if (y + (whole < bottom - top ? whole : 120) > bottom) {
    document.addPage();
    y = document.y;
  }
  head();
  for (const { row, total } of rows) {
    const texts = cells(row, total);
    const high = heightOf(texts, total);
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
